package onrecord.enrich.names;

import java.util.Arrays;

/**
 * How often each word of a document stands in lower case, and how often with a capital that its
 * place doesn't ask for. Keyed by a 64-bit hash of the lower-cased word: two words of one article
 * that share it would only share their counts. Reused; for one thread.
 */
final class WordCounts {
  private long[] keys = new long[1 << 11];
  private int[] lower = new int[1 << 11];
  private int[] capital = new int[1 << 11];

  /** Forgets everything and makes room for {@code words} different words. */
  void reset(int words) {
    int size = Integer.highestOneBit(Math.max(words, 512)) * 4;
    if (keys.length < size) {
      keys = new long[size];
      lower = new int[size];
      capital = new int[size];
    } else {
      Arrays.fill(keys, 0);
      Arrays.fill(lower, 0);
      Arrays.fill(capital, 0);
    }
  }

  void countLower(char[] chars, int start, int end) {
    lower[slot(chars, start, end)]++;
  }

  void countCapital(char[] chars, int start, int end) {
    capital[slot(chars, start, end)]++;
  }

  int lower(char[] chars, int start, int end) {
    return lower[slot(chars, start, end)];
  }

  int capital(char[] chars, int start, int end) {
    return capital[slot(chars, start, end)];
  }

  private int slot(char[] chars, int start, int end) {
    long hash = 1469598103934665603L;
    for (int i = start; i < end; i++) {
      hash = (hash ^ Character.toLowerCase(chars[i])) * 1099511628211L;
    }
    // 0 marks an empty slot.
    hash |= 1;
    int mask = keys.length - 1;
    int slot = (int) (hash >>> 20) & mask;
    while (keys[slot] != 0 && keys[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = hash;
    return slot;
  }
}
