package onrecord.enrich.tags;

import java.util.Arrays;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;

/** What speaks for a word's tag: itself, its neighbours, the tags before it. For one thread. */
public final class TagFeatures {
  /** How many features a token has. */
  static final int COUNT = 17;

  /** From here on of a sentence's words capitals say nothing. */
  private static final int TITLE = 60;

  private static final int LEAST_TITLE = 3;
  private static final int EDGE = 0x1234567;

  /** The rows of the features of the last token that was asked for. */
  final int[] row = new int[COUNT];

  /** The tags that each token can have, a bit each; one bit where there is no choice. */
  int[] mask = new int[1024];

  private int[] hash = new int[1024];
  private int[] suffix = new int[1024];
  private byte[] shape = new byte[1024];
  private int from;
  private int to;

  /** The key of a word in a model's table; never 0. */
  public static int key(int hash, boolean capital) {
    int key = (capital ? hash ^ 0x5bd1e995 : hash) * 0x9E3779B1;
    key ^= key >>> 15;
    return key == 0 ? 1 : key;
  }

  /** The hash of a word however it is written. */
  public static int hash(char[] chars, int start, int end) {
    int hash = 17;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + lower(chars[i]);
    }
    return hash;
  }

  private static char lower(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return c == '\u2019' ? '\'' : Character.toLowerCase(c);
  }

  /** Whether a token begins with a capital. */
  public static boolean isCapital(Document doc, int t) {
    char c = doc.chars[doc.tokens.start[t]];
    return c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
  }

  /** Reads a document's words. */
  void read(Document doc, TagModel model) {
    Tokens tokens = doc.tokens;
    int count = tokens.count;
    if (hash.length < count) {
      int size = count * 2;
      hash = new int[size];
      suffix = new int[size];
      shape = new byte[size];
      mask = new int[size];
    }
    for (int t = 0; t < count; t++) {
      int start = tokens.start[t];
      int end = tokens.end[t];
      if (tokens.kind[t] == Tokens.WORD) {
        hash[t] = hash(doc.chars, start, end);
        suffix[t] = hash(doc.chars, Math.max(start, end - 3), end);
        boolean capital = isCapital(doc, t);
        shape[t] = (byte) (capital ? 1 : 0);
        mask[t] = model.mask(hash[t], capital);
      } else {
        hash[t] = tokens.kind[t] == Tokens.MARK ? doc.chars[start] : -tokens.kind[t];
        suffix[t] = hash[t];
        shape[t] = 2;
        mask[t] = 1 << (tokens.kind[t] == Tokens.NUMBER ? Tags.DETERMINER : Tags.OTHER);
      }
    }
    for (int s = 0; s < doc.sentences.count; s++) {
      headline(doc.sentences.firstToken[s], doc.sentences.endToken[s], model);
    }
  }

  /** The first word, and each of a headline in capitals, may also be what it is without one. */
  private void headline(int first, int end, TagModel model) {
    int words = 0;
    int capitals = 0;
    for (int t = first; t < end; t++) {
      words += shape[t] < 2 ? 1 : 0;
      capitals += shape[t] == 1 ? 1 : 0;
    }
    boolean title = words >= LEAST_TITLE && 100 * capitals > TITLE * words;
    for (int t = first; t < end; t++) {
      if (shape[t] == 1) {
        shape[t] = (byte) (title ? 3 : t == first ? 4 : 1);
        mask[t] |= title || t == first ? model.mask(hash[t], false) : 0;
      }
    }
  }

  /** Turns to a sentence. */
  void turnTo(int first, int end) {
    from = first;
    to = end;
  }

  private int hashAt(int t) {
    return t < from || t >= to ? EDGE : hash[t];
  }

  private int suffixAt(int t) {
    return t < from || t >= to ? EDGE : suffix[t];
  }

  private int maskAt(int t) {
    return t < from || t >= to ? 0 : mask[t];
  }

  /**
   * Gathers the features of token {@code t}.
   *
   * @param before the tag before it
   * @param beforeThat the tag before that
   */
  void gather(int t, int before, int beforeThat) {
    int w = hash[t];
    int next = hashAt(t + 1);
    int last = hashAt(t - 1);
    int end = suffix[t];
    int ahead = maskAt(t + 1);
    int form = shape[t];
    row[0] = row(0, w, form);
    row[1] = row(1, w, before);
    row[2] = row(2, before, beforeThat);
    row[3] = row(3, last, form);
    row[4] = row(4, next, form);
    row[5] = row(5, w, next);
    row[6] = row(6, w, last);
    row[7] = row(7, end, before);
    row[8] = row(8, end, form);
    row[9] = row(9, next, before);
    row[10] = row(10, ahead, mask[t] * 16 + before);
    row[11] = row(11, ahead, maskAt(t + 2) * 16 + before);
    row[12] = row(12, mask[t], before * 16 + beforeThat);
    row[13] = row(13, suffixAt(t + 1), end);
    row[14] = row(14, hashAt(t + 2), mask[t]);
    row[15] = row(15, hashAt(t - 2), before);
    row[16] = row(16, w, before * 16 + beforeThat);
  }

  private static int row(int template, int a, int b) {
    int h = (template + 1) * 0x9E3779B1 ^ (a * 0x27D4EB2F + b) * 0x85EBCA6B;
    h ^= h >>> 15;
    h *= 0xC2B2AE35;
    h ^= h >>> 13;
    return h & (TagModel.ROWS - 1);
  }

  /** The features of the token, to keep. */
  int[] copy() {
    return Arrays.copyOf(row, COUNT);
  }
}
