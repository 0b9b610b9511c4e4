package onrecord.enrich.names;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * What is known of words and names before any text is read: for each frequent word the groups of
 * words it keeps company with (clusters of word vectors, coarse to fine), and for names and their
 * words the lists they stand in. Words and names are kept as hashes of {@link WordHash}. Immutable,
 * safe to share between threads; compiled by {@code onrecord train names}.
 */
public final class Knowledge {
  // The lists. A word or a name may stand in several.
  public static final int FEMALE = 1;
  public static final int MALE = 1 << 1;
  public static final int SURNAME = 1 << 2;
  public static final int PERSON = 1 << 3;
  public static final int CITY = 1 << 4;
  public static final int TOWN = 1 << 5;
  public static final int COUNTRY = 1 << 6;
  public static final int REGION = 1 << 7;
  public static final int DEMONYM = 1 << 8;
  public static final int COMPANY = 1 << 9;
  public static final int SCHOOL = 1 << 10;
  public static final int AGENCY = 1 << 11;
  public static final int TEAM = 1 << 12;
  public static final int MEDIUM = 1 << 13;
  public static final int FACILITY = 1 << 14;
  public static final int OTHER = 1 << 15;

  /** How many lists there are. */
  public static final int LISTS = 16;

  /** How many words a listed name has at most. */
  public static final int MAX_WORDS = 6;

  /** How compiled knowledge begins. */
  public static final int MAGIC = 0x4f524b31;

  private final int[] wordKeys;
  private final long[] words;
  private final int[] nameKeys;
  private final char[] names;

  private Knowledge(int words, int names) {
    wordKeys = new int[capacity(words)];
    this.words = new long[wordKeys.length];
    nameKeys = new int[capacity(names)];
    this.names = new char[nameKeys.length];
  }

  private static int capacity(int count) {
    return Integer.highestOneBit(Math.max(count, 8)) << 2;
  }

  /**
   * Reads compiled knowledge: a mark, two counts, then the words (a hash, their clusters) and the
   * names (a hash, their lists).
   */
  public static Knowledge read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    if (in.readInt() != MAGIC) {
      throw new IOException("This is no compiled knowledge of names");
    }
    int words = in.readInt();
    int names = in.readInt();
    Knowledge knowledge = new Knowledge(words, names);
    ByteBuffer rest = ByteBuffer.wrap(in.readNBytes(12 * words + 6 * names));
    for (int i = 0; i < words; i++) {
      int slot = slot(knowledge.wordKeys, rest.getInt());
      knowledge.words[slot] = rest.getLong();
    }
    for (int i = 0; i < names; i++) {
      int slot = slot(knowledge.nameKeys, rest.getInt());
      knowledge.names[slot] = rest.getChar();
    }
    return knowledge;
  }

  /** The slot of a new key, which is taken by it. */
  private static int slot(int[] keys, int key) {
    int mask = keys.length - 1;
    int slot = key & mask;
    while (keys[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    return slot;
  }

  /** The clusters of a word, to be taken apart by the methods below; 0 when it isn't known. */
  public long word(int hash) {
    int mask = wordKeys.length - 1;
    for (int slot = hash & mask; wordKeys[slot] != 0; slot = (slot + 1) & mask) {
      if (wordKeys[slot] == hash) {
        return words[slot];
      }
    }
    return 0;
  }

  /** The lists in which a name of one word or several stands. */
  public int lists(int hash) {
    int mask = nameKeys.length - 1;
    for (int slot = hash & mask; nameKeys[slot] != 0; slot = (slot + 1) & mask) {
      if (nameKeys[slot] == hash) {
        return names[slot];
      }
    }
    return 0;
  }

  /** Clusters of a word as one number: 1 to 64, 256, 1024 and 4096, coarse to fine. */
  public static long clusters(int coarse, int middle, int fine, int finest) {
    return coarse | (long) middle << 8 | (long) fine << 20 | (long) finest << 32;
  }

  static int coarse(long word) {
    return (int) word & 0xff;
  }

  static int middle(long word) {
    return (int) (word >>> 8) & 0xfff;
  }

  static int fine(long word) {
    return (int) (word >>> 20) & 0xfff;
  }

  static int finest(long word) {
    return (int) (word >>> 32) & 0xffff;
  }
}
