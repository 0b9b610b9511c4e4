package onrecord.enrich.names;

import java.util.Arrays;

/** A few words of one kind, known by their {@link WordHash}. Immutable. */
final class WordSet {
  private final int[] hashes;

  private WordSet(int[] hashes) {
    this.hashes = hashes;
  }

  /** The words of a list with single spaces between. */
  static WordSet of(String list) {
    String[] words = list.split(" ", -1);
    int[] hashes = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      hashes[i] = WordHash.of(words[i].toCharArray(), 0, words[i].length());
    }
    Arrays.sort(hashes);
    return new WordSet(hashes);
  }

  /** How many there are. */
  int size() {
    return hashes.length;
  }

  /** Which one of them a hash is; negative for none. */
  int indexOf(int hash) {
    return Arrays.binarySearch(hashes, hash);
  }

  boolean has(int hash) {
    return indexOf(hash) >= 0;
  }
}
