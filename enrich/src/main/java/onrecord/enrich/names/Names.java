package onrecord.enrich.names;

import java.util.Arrays;

/** Names as ranges of tokens in the order of the text, by {@link NameFinder}. For one thread. */
public final class Names {
  public static final int UNKNOWN = 0;
  public static final int PERSON = 1;
  public static final int ORGANIZATION = 2;
  public static final int LOCATION = 3;

  /** What has a name and is none of these: peoples, events, works. Told apart, then left out. */
  public static final int OTHER = 4;

  public int count;
  public int[] firstToken = new int[256];
  public int[] endToken = new int[256];
  public int[] type = new int[256];

  void clear() {
    count = 0;
  }

  void add(int first, int end, int ofType) {
    if (count == firstToken.length) {
      int size = count * 2;
      firstToken = Arrays.copyOf(firstToken, size);
      endToken = Arrays.copyOf(endToken, size);
      type = Arrays.copyOf(type, size);
    }
    firstToken[count] = first;
    endToken[count] = end;
    type[count] = ofType;
    count++;
  }
}
