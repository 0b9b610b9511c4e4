package onrecord.enrich.names;

import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;

/**
 * A document with a label a token, as the passes that mend names look at it. Outside of stretches
 * all labels are {@link Labels#OUTSIDE}. Reused from text to text; for one thread.
 */
final class LabeledText {
  Document doc;
  Tokens tokens;
  Words words;
  byte[] labels;
  int count;

  void open(Document document, Words read, byte[] some) {
    doc = document;
    tokens = document.tokens;
    words = read;
    labels = some;
    count = tokens.count;
  }

  /** Whether a token exists and stands in the sentence of another. */
  boolean isTogether(int t, int of) {
    return t >= 0 && t < count && tokens.sentence[t] == tokens.sentence[of];
  }

  int type(int t) {
    return Labels.type(labels[t]);
  }

  boolean begins(int t) {
    return Labels.begins(labels[t]);
  }

  /** The token behind the name that begins at {@code t}. */
  int stop(int t) {
    return Labels.stop(labels, t, count);
  }

  /** The first token of the name that {@code t} stands in. */
  int begin(int t) {
    int at = t;
    while (at > 0 && !Labels.opens(labels[at])) {
      at--;
    }
    return at;
  }

  void name(int from, int to, int type) {
    Labels.name(labels, from, to, type);
  }

  /** Takes tokens out of their name. */
  void clear(int from, int to) {
    for (int t = from; t < to; t++) {
      labels[t] = Labels.OUTSIDE;
    }
  }

  /** Whether {@code t} is such a word, written small, in the sentence of another token. */
  boolean isSmall(int t, int of, WordSet set) {
    return isTogether(t, of) && !words.capital[t] && set.has(words.hash[t]);
  }

  /** Whether {@code t} is such a word, written with a capital, in the sentence of another. */
  boolean isCapital(int t, int of, WordSet set) {
    return isTogether(t, of) && words.capital[t] && set.has(words.hash[t]);
  }

  boolean isMark(int t, int of, char mark) {
    return isTogether(t, of) && tokens.kind[t] == Tokens.MARK && doc.chars[tokens.start[t]] == mark;
  }

  boolean isComma(int t, int of) {
    return isMark(t, of, ',');
  }

  /** Whether a word of a name has any of these flags. */
  boolean hasFlag(int from, int to, int flags) {
    for (int t = from; t < to; t++) {
      if (words.capital[t] && (tokens.flags[t] & flags) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word has more letters than one of some endings and ends as it does. */
  boolean endsAs(int t, String[] ends) {
    for (String end : ends) {
      int from = tokens.end[t] - end.length();
      boolean same = from > tokens.start[t];
      for (int i = 0; same && i < end.length(); i++) {
        same = doc.chars[from + i] == end.charAt(i);
      }
      if (same) {
        return true;
      }
    }
    return false;
  }
}
