package onrecord.enrich.names;

import java.util.Arrays;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * The stretches of a text in which names can be: tokens with capitals and what joins them. All else
 * is outside of names without a further look. None crosses a sentence or a quotation mark. Reused
 * from text to text; for one thread.
 */
public final class Stretches {
  private static final int MAX_JOINERS = 3;
  private static final int MAX_TOKENS = 60;

  int count;
  int[] first = new int[256];
  int[] end = new int[256];

  /** Finds the stretches of a document whose {@code words} are read. */
  public void find(Document doc, Words words) {
    count = 0;
    Tokens tokens = doc.tokens;
    int t = 0;
    while (t < tokens.count) {
      if (!words.capital[t]) {
        t++;
        continue;
      }
      int to = end(doc, words, t);
      if (to - t > 1 || !isSmallWord(doc, t)) {
        add(t, to);
      }
      t = to;
    }
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** The first token of a stretch. */
  public int first(int stretch) {
    return first[stretch];
  }

  /** The token behind the last of a stretch. */
  public int end(int stretch) {
    return end[stretch];
  }

  private static int end(Document doc, Words words, int from) {
    Tokens tokens = doc.tokens;
    int limit = Math.min(tokens.count, from + MAX_TOKENS);
    int end = from + 1;
    for (int t = end; t < limit && isTogether(tokens, t) && t - end <= MAX_JOINERS; t++) {
      if (words.capital[t]) {
        end = t + 1;
      } else if (!Words.joins(doc, t) && !isCommaBeforeGeneration(doc, t)) {
        break;
      }
    }
    // "Apollo 11", "Boeing 737": a number right behind a name may end it.
    if (end < limit && tokens.kind[end] == Tokens.NUMBER && isTogether(tokens, end)) {
      end++;
    }
    return end;
  }

  /** "We", "However": such a word alone is no name, whatever its capital. */
  private static boolean isSmallWord(Document doc, int t) {
    Tokens tokens = doc.tokens;
    boolean small = (tokens.flags[t] & (Lexicon.FUNCTION | Lexicon.PRONOUN)) != 0;
    return small && (tokens.end[t] - tokens.start[t] == 1 || !doc.isAllCaps(t));
  }

  private static boolean isTogether(Tokens tokens, int t) {
    return tokens.sentence[t] == tokens.sentence[t - 1]
        && tokens.segment[t] == tokens.segment[t - 1];
  }

  private static boolean isCommaBeforeGeneration(Document doc, int t) {
    Tokens tokens = doc.tokens;
    return doc.chars[tokens.start[t]] == ','
        && t + 1 < tokens.count
        && (tokens.flags[t + 1] & Lexicon.GENERATION) != 0;
  }

  private void add(int from, int to) {
    if (count == first.length) {
      first = Arrays.copyOf(first, count * 2);
      end = Arrays.copyOf(end, count * 2);
    }
    first[count] = from;
    end[count] = to;
    count++;
  }
}
