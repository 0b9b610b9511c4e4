package onrecord.enrich.names;

/**
 * What a token is within a name: outside of any, or begin, inside, last or only token of a name of
 * one of the types of {@link Names}.
 */
public final class Labels {
  public static final int OUTSIDE = 0;
  public static final int COUNT = 17;

  /** Room for a row of labels that is a whole number of machine words. */
  public static final int ROW = 24;

  private static final int BEGIN = 0;
  private static final int INSIDE = 1;
  private static final int LAST = 2;
  private static final int ONLY = 3;

  /** For each label the labels that may stand before it. */
  private static final int[][] BEFORE = before();

  private Labels() {}

  /** The label of the token at {@code offset} of a name of {@code length} tokens. */
  public static int of(int type, int offset, int length) {
    int part = length == 1 ? ONLY : offset == 0 ? BEGIN : offset == length - 1 ? LAST : INSIDE;
    return 1 + 4 * (type - 1) + part;
  }

  /** The type of {@link Names} that a label belongs to; 0 outside. */
  public static int type(int label) {
    return (label + 3) / 4;
  }

  /** Whether a label begins a name. */
  public static boolean begins(int label) {
    return label != OUTSIDE && (part(label) == BEGIN || part(label) == ONLY);
  }

  /** Whether a label ends a name or stands outside of any: what may stand last. */
  public static boolean ends(int label) {
    return label == OUTSIDE || part(label) == LAST || part(label) == ONLY;
  }

  /** Whether a label may stand first: it begins a name or stands outside of any. */
  public static boolean opens(int label) {
    return label == OUTSIDE || begins(label);
  }

  /** Behind the last token of the name, or of what is outside of any, at {@code t}. */
  static int stop(byte[] labels, int t, int end) {
    int at = t;
    while (at + 1 < end && !ends(labels[at])) {
      at++;
    }
    return at + 1;
  }

  /** Makes the tokens from {@code from} to {@code to} one name. */
  static void name(byte[] labels, int from, int to, int type) {
    for (int t = from; t < to; t++) {
      labels[t] = (byte) of(type, t - from, to - from);
    }
  }

  /** The labels that may stand before {@code label}; not to be changed. */
  public static int[] before(int label) {
    return BEFORE[label];
  }

  private static int part(int label) {
    return (label - 1) & 3;
  }

  private static int[][] before() {
    int[][] before = new int[COUNT][];
    for (int to = 0; to < COUNT; to++) {
      int[] some = new int[COUNT];
      int count = 0;
      for (int from = 0; from < COUNT; from++) {
        boolean goesOn = !ends(from);
        boolean fits = goesOn ? !opens(to) && type(from) == type(to) : opens(to);
        if (fits) {
          some[count++] = from;
        }
      }
      before[to] = java.util.Arrays.copyOf(some, count);
    }
    return before;
  }
}
