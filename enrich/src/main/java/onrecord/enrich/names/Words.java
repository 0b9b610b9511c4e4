package onrecord.enrich.names;

import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Blocks;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * What is known of each token by itself, a column a kind. Reused from text to text; for one thread.
 */
public final class Words {
  private static final int TITLE_CASE_LIMIT = 150;

  private final Knowledge knowledge;

  /** The hash of the word in lower case, and of the word as it stands. */
  int[] hash = new int[1024];

  int[] exact = new int[1024];

  /** The clusters of {@link Knowledge}, and the lists in which the word alone stands. */
  long[] clusters = new long[1024];

  int[] lists = new int[1024];

  /** How it is written: capitals, small letters, digits and marks, repeats left out. */
  int[] shape = new int[1024];

  /** Whether it is written as names are: a capital in it. */
  boolean[] capital = new boolean[1024];

  /** Whether its place alone asks for a capital: it opens a sentence or its line has capitals. */
  boolean[] opens = new boolean[1024];

  /** Whether the token's block writes all its words with capitals, as headlines do. */
  boolean[] titleCase = new boolean[1024];

  /** Words with what {@code knowledge} says of them. */
  public Words(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Reads the tokens of a document. */
  public void read(Document doc) {
    Tokens tokens = doc.tokens;
    room(tokens.count);
    for (int t = 0; t < tokens.count; t++) {
      int start = tokens.start[t];
      int end = tokens.end[t];
      hash[t] = WordHash.of(doc.chars, start, end);
      clusters[t] = knowledge.word(hash[t]);
      look(doc.chars, start, end, t);
      capital[t] &= tokens.kind[t] == Tokens.WORD;
      lists[t] = capital[t] ? knowledge.lists(hash[t]) : 0;
      opens[t] = opensSentence(doc, t);
    }
    for (int b = 0; b < doc.blocks.count; b++) {
      boolean title = isTitleCase(doc, b);
      for (int t = doc.blocks.firstToken[b]; t < doc.blocks.endToken[b]; t++) {
        titleCase[t] = title;
      }
    }
  }

  private void room(int count) {
    if (hash.length < count) {
      int size = count * 2;
      hash = new int[size];
      exact = new int[size];
      clusters = new long[size];
      lists = new int[size];
      shape = new int[size];
      capital = new boolean[size];
      opens = new boolean[size];
      titleCase = new boolean[size];
    }
  }

  private void look(char[] chars, int start, int end, int t) {
    int asItStands = 0;
    int pattern = 1;
    int last = 0;
    boolean upper = false;
    for (int i = start; i < end; i++) {
      char c = chars[i];
      int kind;
      if (c >= 'a' && c <= 'z') {
        kind = 1;
      } else if (c >= 'A' && c <= 'Z') {
        kind = 2;
      } else if (c >= '0' && c <= '9') {
        kind = 3;
      } else if (c < 0x80) {
        kind = c == '.' ? 4 : c == '-' ? 5 : c == '\'' ? 6 : 7;
      } else {
        kind =
            Character.isUpperCase(c)
                ? 2
                : Character.isLetter(c) ? 1 : c == '\u2019' ? 6 : Character.isDigit(c) ? 3 : 7;
      }
      upper |= kind == 2;
      // "Xx", "XX", "X" and "X.X." differ; "Xxx" and "Xxxx" don't.
      if (kind != last || i == start + 1) {
        pattern = pattern * 9 + kind;
        last = kind;
      }
      asItStands = asItStands * 31 + (kind == 6 ? '\'' : c);
    }
    exact[t] = asItStands;
    shape[t] = pattern;
    capital[t] = upper;
  }

  /** Whether a block writes all its words with capitals. */
  private static boolean isTitleCase(Document doc, int b) {
    int kind = doc.blocks.kind[b];
    if (kind == Blocks.PARAGRAPH && doc.blocks.end[b] - doc.blocks.start[b] > TITLE_CASE_LIMIT) {
      return false;
    }
    Tokens tokens = doc.tokens;
    int lower = 0;
    int upper = 0;
    for (int t = doc.blocks.firstToken[b]; t < doc.blocks.endToken[b]; t++) {
      if (tokens.kind[t] == Tokens.WORD && tokens.end[t] - tokens.start[t] > 3) {
        if (Character.isUpperCase(doc.chars[tokens.start[t]])) {
          upper++;
        } else {
          lower++;
        }
      }
    }
    return upper > 2 * lower && upper > 3;
  }

  private static boolean opensSentence(Document doc, int t) {
    Tokens tokens = doc.tokens;
    if (t == 0 || tokens.sentence[t - 1] != tokens.sentence[t]) {
      return true;
    }
    if (tokens.kind[t - 1] != Tokens.MARK) {
      return false;
    }
    return switch (doc.chars[tokens.start[t - 1]]) {
      case '"', '\u201c', '\u2018', '\'', ':', '\u2022', '\u2014', '.', '`', '\u00ab' -> true;
      default -> false;
    };
  }

  /** Whether a token stands in lower case and belongs inside names: of, the, de la, and, &. */
  static boolean joins(Document doc, int t) {
    Tokens tokens = doc.tokens;
    if (tokens.kind[t] == Tokens.MARK) {
      char c = doc.chars[tokens.start[t]];
      return c == '&' || c == '-' || c == '\'' || c == '\u2019' || c == '/' || c == '\u2013';
    }
    return tokens.kind[t] == Tokens.NUMBER
        || tokens.kind[t] == Tokens.POSSESSIVE
        || (tokens.flags[t] & Lexicon.PARTICLE) != 0;
  }

  /** The hash of the words from one token to another, as names are known by. */
  int hash(int from, int to) {
    int joined = 0;
    for (int t = from; t < to; t++) {
      joined = WordHash.join(joined, hash[t]);
    }
    return joined;
  }
}
