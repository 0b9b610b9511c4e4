package onrecord.train.quotes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import onrecord.enrich.tags.Tags;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;
import onrecord.evaluate.GoldQuotes;
import onrecord.evaluate.Range;

/** The attributions of a gold text in the words of a document's tokens. */
final class Aligned {
  private final Document doc;
  private final Tokens tokens;
  final List<Attribution> all = new ArrayList<>();

  /** One attribution: the cue's head or -1; source and content by their tokens. */
  static final class Attribution {
    int cue = -1;
    final BitSet source = new BitSet();
    final BitSet content = new BitSet();

    /** Each stretch of content: its first word's token, and the one behind its last. */
    final List<int[]> parts = new ArrayList<>();

    boolean marked;
  }

  Aligned(Document doc, GoldQuotes gold) {
    this.doc = doc;
    this.tokens = doc.tokens;
    String text = gold.text().text();
    int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
    for (int at = 0, point = 0; at <= text.length(); point++) {
      offsets[point] = at;
      at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 1;
    }
    for (GoldQuotes.Attribution attribution : gold.attributions()) {
      Attribution aligned = new Attribution();
      for (Range range : attribution.content().stream().sorted().toList()) {
        int[] part = part(offsets[range.start()], offsets[range.end()]);
        if (part != null) {
          aligned.parts.add(part);
          aligned.content.set(part[0], part[1]);
        }
      }
      for (Range range : attribution.source()) {
        int[] part = part(offsets[range.start()], offsets[range.end()]);
        if (part != null) {
          aligned.source.set(part[0], part[1]);
        }
      }
      List<int[]> cue = new ArrayList<>();
      for (Range range : attribution.cue().stream().sorted().toList()) {
        cue.add(new int[] {offsets[range.start()], offsets[range.end()]});
      }
      aligned.cue = head(cue);
      aligned.marked = !attribution.kind().equals("indirect");
      all.add(aligned);
    }
  }

  /** The words between two characters, or null when there are none. */
  private int[] part(int from, int to) {
    int first = -1;
    int end = -1;
    for (int t = firstToken(from); t < tokens.count && tokens.start[t] < to; t++) {
      int shared = Math.min(to, tokens.end[t]) - Math.max(from, tokens.start[t]);
      if (isWord(t) && 2 * shared >= tokens.end[t] - tokens.start[t]) {
        first = first < 0 ? t : first;
        end = t + 1;
      }
    }
    return first < 0 ? null : new int[] {first, end};
  }

  private boolean isWord(int t) {
    return tokens.kind[t] == Tokens.WORD
        || tokens.kind[t] == Tokens.NUMBER
        || tokens.kind[t] == Tokens.ADDRESS;
  }

  private int firstToken(int from) {
    int low = 0;
    int high = tokens.count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.end[middle] <= from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first word of a cue that is no helper, adverb or small word; else its first token. */
  private int head(List<int[]> ranges) {
    int first = -1;
    for (int[] range : ranges) {
      for (int t = firstToken(range[0]); t < tokens.count && tokens.start[t] < range[1]; t++) {
        first = first < 0 ? t : first;
        int flags = tokens.flags[t];
        boolean small =
            tokens.kind[t] != Tokens.WORD
                || (flags & (Lexicon.AUXILIARY | Lexicon.DETERMINER | Lexicon.PREPOSITION)) != 0
                || isAdverb(t)
                || doc.isWord(t, "to")
                || doc.isWord(t, "who")
                || doc.isWord(t, "and");
        if (!small) {
          return t;
        }
      }
    }
    return first;
  }

  private boolean isAdverb(int t) {
    if (tokens.tag[t] == Tags.ADVERB) {
      return true;
    }
    int end = tokens.end[t];
    return end - tokens.start[t] > 4
        && doc.chars[end - 1] == 'y'
        && doc.chars[end - 2] == 'l'
        && !doc.isWord(t, "reply")
        && !doc.isWord(t, "imply");
  }

  /** How many letters the tokens have, marks aside. */
  int letters(BitSet of) {
    int letters = 0;
    for (int t = of.nextSetBit(0); t >= 0; t = of.nextSetBit(t + 1)) {
      letters += isWord(t) ? tokens.end[t] - tokens.start[t] : 0;
    }
    return letters;
  }

  /** The words of stretches of characters. */
  BitSet tokens(List<int[]> spans) {
    BitSet words = new BitSet();
    for (int[] span : spans) {
      int[] part = part(span[0], span[1]);
      if (part != null) {
        words.set(part[0], part[1]);
      }
    }
    return words;
  }

  /** Which share of the letters of one lies in the other. */
  double share(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return (double) letters(both) / Math.max(1, letters(one));
  }

  /** What the letters of both share, of what either has. */
  double likeness(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    BitSet either = (BitSet) one.clone();
    either.or(other);
    int all = letters(either);
    return all == 0 ? 0 : (double) letters(both) / all;
  }

  /** Whether half the letters of a source lie in the attribution's. */
  boolean hits(Attribution gold, int first, int end) {
    if (first < 0 || gold.source.isEmpty()) {
      return first < 0 && gold.source.isEmpty();
    }
    BitSet said = new BitSet();
    said.set(first, end);
    int length = letters(said);
    said.and(gold.source);
    return length > 0 && 2 * letters(said) >= length;
  }
}
