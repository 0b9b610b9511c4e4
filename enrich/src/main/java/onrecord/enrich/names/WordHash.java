package onrecord.enrich.names;

/**
 * 32-bit hashes of words and names, without regard to case: how {@link Knowledge} and {@link
 * NameModel} know words. Never 0.
 */
public final class WordHash {
  private static final int SEED = 0x811c9dc5;
  private static final int PRIME = 0x01000193;

  private WordHash() {}

  /** The hash of a word; a point that ends an abbreviation of one point doesn't count. */
  public static int of(char[] chars, int start, int end) {
    int last = end;
    if (end - start > 1 && chars[end - 1] == '.') {
      last--;
      for (int i = start; i < last; i++) {
        if (chars[i] == '.') {
          last = end;
          break;
        }
      }
    }
    int hash = SEED;
    for (int i = start; i < last; i++) {
      char c = chars[i];
      // A soft hyphen is no letter; the apostrophes are one.
      if (c == '\u00ad') {
        continue;
      }
      hash = (hash ^ (c == '\u2019' ? '\'' : lower(c))) * PRIME;
    }
    return finish(hash);
  }

  /** The hash of a name whose words so far have the hash {@code name} (0: none) and one more. */
  public static int join(int name, int word) {
    return name == 0 ? word : finish((name ^ Integer.rotateLeft(word, 15)) * 0x9e3779b1 + word);
  }

  static char lower(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return Character.toLowerCase(c);
  }

  private static int finish(int hash) {
    int h = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    h ^= h >>> 16;
    return h == 0 ? 1 : h;
  }
}
