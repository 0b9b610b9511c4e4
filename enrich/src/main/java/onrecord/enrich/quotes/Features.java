package onrecord.enrich.quotes;

/**
 * The features of one candidate, each a place in the table of weights. Reused from candidate to
 * candidate; for one thread.
 */
public final class Features {
  /** So many places has the table of weights. */
  public static final int PLACES = 1 << 21;

  private static final int MOST = 128;

  final int[] at = new int[MOST];
  int count;

  void clear() {
    count = 0;
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** The place of feature {@code i}. */
  public int at(int i) {
    return at[i];
  }

  void add(int template, int a) {
    int h = (template + 1) * 0x9E3779B1 ^ a * 0x85EBCA6B;
    h ^= h >>> 15;
    h *= 0xC2B2AE35;
    h ^= h >>> 13;
    at[count++] = h & (PLACES - 1);
  }

  void add(int template, int a, int b) {
    add(template, a * 0x27D4EB2F + b + (a >>> 16));
  }

  void add(int template, int a, int b, int c) {
    add(template, a * 0x27D4EB2F + b + (a >>> 16), c);
  }

  /** A small number by which distances and lengths are told apart, the longer the coarser. */
  static int coarse(int n) {
    if (n <= 4) {
      return Math.max(n, 0);
    }
    if (n <= 6) {
      return 5;
    }
    if (n <= 9) {
      return 6;
    }
    if (n <= 14) {
      return 7;
    }
    if (n <= 22) {
      return 8;
    }
    return n <= 40 ? 9 : 10;
  }

  /** A probability in a few steps, finer near 0 and 1. */
  static int step(float probability) {
    float odds = (float) Math.log((probability + 1e-4) / (1 - probability + 1e-4));
    return Math.round(Math.max(-8, Math.min(8, odds * 1.25f)));
  }
}
