package onrecord.enrich.people;

import java.util.Arrays;

/**
 * The names of an article, a row each in the order of the text, without the titles that the tagger
 * left on them; by {@link EntityResolver}. For one thread.
 */
final class NameMentions {
  int count;
  int[] firstToken = new int[256];
  int[] endToken = new int[256];
  int[] type = new int[256];
  NameWords[] words = new NameWords[256];

  /** The entity, or -1 for a family ("the Strands") and whoever else is several at once. */
  int[] entity = new int[256];

  double[] confidence = new double[256];

  void clear() {
    Arrays.fill(words, 0, count, null);
    count = 0;
  }

  void add(int first, int end, int ofType, NameWords name) {
    if (count == firstToken.length) {
      int size = count * 2;
      firstToken = Arrays.copyOf(firstToken, size);
      endToken = Arrays.copyOf(endToken, size);
      type = Arrays.copyOf(type, size);
      words = Arrays.copyOf(words, size);
      entity = Arrays.copyOf(entity, size);
      confidence = Arrays.copyOf(confidence, size);
    }
    firstToken[count] = first;
    endToken[count] = end;
    type[count] = ofType;
    words[count] = name;
    entity[count] = -1;
    confidence[count] = 0;
    count++;
  }

  /** Puts a name before the one in row {@code n}. */
  void insert(int n, int first, int end, int ofType, NameWords name) {
    add(first, end, ofType, name);
    for (int row = count - 1; row > n; row--) {
      firstToken[row] = firstToken[row - 1];
      endToken[row] = endToken[row - 1];
      type[row] = type[row - 1];
      words[row] = words[row - 1];
    }
    firstToken[n] = first;
    endToken[n] = end;
    type[n] = ofType;
    words[n] = name;
  }

  /** The first name that begins at token {@code t} or behind it. */
  int firstAt(int t) {
    int at = Arrays.binarySearch(firstToken, 0, count, t);
    return at >= 0 ? at : -at - 1;
  }
}
