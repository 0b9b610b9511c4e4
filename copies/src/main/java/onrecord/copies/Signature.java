package onrecord.copies;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What is kept of a text: how many different shingles it has, and the {@value #MOST} of them with
 * the least hashes. Two such samples tell how much of one text stands in another (the theta sketch
 * of the field); no word can be read from them. Immutable.
 */
public final class Signature {
  /** The most hashes that are kept: a text with fewer shingles is known exactly. */
  static final int MOST = 256;

  /**
   * How many of the least hashes an article is found by. Two articles meet when they share one, so
   * a pair whose texts have the share J in common is missed with the probability (1-J)^24.
   */
  static final int KEYS = 24;

  /** Below it a text says too little: a standing line, a list of links. */
  static final int LEAST_SHINGLES = 8;

  /** Below it a text must be the same as another, and not just contained in it. */
  private static final int BRIEF_SHINGLES = 40;

  /**
   * The least share of the shorter text that stands in the other, of a copy. An estimate must be
   * more by its standard error.
   */
  static final double LEAST_SIMILARITY = 0.5;

  /** The same for a brief text, and of either in the other. */
  private static final double LEAST_SIMILARITY_OF_BRIEF = 0.8;

  /** The fewest hashes in common: what few say may be chance. */
  private static final int LEAST_COMMON = 8;

  private static final Signature NONE = new Signature(0, new int[0]);

  private final int shingles;

  /** Different, in the order of {@link Integer#compareUnsigned}. */
  private final int[] hashes;

  private Signature(int shingles, int[] hashes) {
    this.shingles = shingles;
    this.hashes = hashes;
  }

  /** The signature of no text: like none, not even itself. */
  static Signature none() {
    return NONE;
  }

  /**
   * The signature of a text.
   *
   * @param hashed the hashes of its shingles, in any order, repeated where a shingle is; reordered
   * @param length how many of them count
   */
  static Signature of(int[] hashed, int length) {
    for (int i = 0; i < length; i++) {
      hashed[i] ^= Integer.MIN_VALUE;
    }
    Arrays.sort(hashed, 0, length);
    int different = 0;
    for (int i = 0; i < length; i++) {
      if (i == 0 || hashed[i] != hashed[i - 1]) {
        hashed[different++] = hashed[i];
      }
    }
    if (different < LEAST_SHINGLES) {
      return NONE;
    }
    int[] least = Arrays.copyOf(hashed, Math.min(different, MOST));
    for (int i = 0; i < least.length; i++) {
      least[i] ^= Integer.MIN_VALUE;
    }
    return new Signature(different, least);
  }

  boolean isNone() {
    return hashes.length == 0;
  }

  /** By how many keys the article is found. */
  public int keys() {
    return Math.min(hashes.length, KEYS);
  }

  /** One of the keys. */
  public int key(int index) {
    return hashes[index];
  }

  /**
   * How alike two texts are.
   *
   * @return the estimated share of the shorter text that stands in the other, 0 to 1; -1 when that
   *     is too little for a copy
   */
  public double similarity(Signature other) {
    // Up to the least of both ends each sample is complete.
    int end = Integer.compareUnsigned(end(), other.end()) < 0 ? end() : other.end();
    int i = 0;
    int j = 0;
    int common = 0;
    while (i < hashes.length
        && j < other.hashes.length
        && Integer.compareUnsigned(hashes[i], end) <= 0
        && Integer.compareUnsigned(other.hashes[j], end) <= 0) {
      int order = Integer.compareUnsigned(hashes[i], other.hashes[j]);
      if (order == 0) {
        common++;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    if (common < LEAST_COMMON) {
      return -1;
    }
    int mine = upTo(end);
    int others = other.upTo(end);
    boolean brief = Math.min(shingles, other.shingles) < BRIEF_SHINGLES;
    int of = brief ? Math.max(mine, others) : shingles <= other.shingles ? mine : others;
    // A sample of the longer text may by chance be the smaller one.
    double similarity = Math.min(1, common / (double) of);
    double least = brief ? LEAST_SIMILARITY_OF_BRIEF : LEAST_SIMILARITY;
    if (end != -1) {
      // Few of the shorter text's are in the sample of a much longer one.
      least += Math.sqrt(least * (1 - least) / of);
    }
    return similarity < least ? -1 : similarity;
  }

  /** Up to this hash, unsigned, all of the text's are known. */
  private int end() {
    return hashes.length == shingles ? -1 : hashes[hashes.length - 1];
  }

  private int upTo(int end) {
    int count = hashes.length;
    while (count > 0 && Integer.compareUnsigned(hashes[count - 1], end) > 0) {
      count--;
    }
    return count;
  }

  public int bytes() {
    return 2 * Integer.BYTES + hashes.length * Integer.BYTES;
  }

  void writeTo(ByteBuffer out) {
    out.putInt(shingles).putInt(hashes.length);
    for (int hash : hashes) {
      out.putInt(hash);
    }
  }

  static Signature readFrom(ByteBuffer in) {
    int shingles = in.getInt();
    int[] hashes = new int[in.getInt()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = in.getInt();
    }
    return hashes.length == 0 ? NONE : new Signature(shingles, hashes);
  }
}
