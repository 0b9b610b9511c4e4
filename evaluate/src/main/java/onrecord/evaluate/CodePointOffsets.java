package onrecord.evaluate;

/**
 * Turns offsets in UTF-16 code units, as events have them, into offsets in Unicode code points, as
 * gold files and scorers have them. Owns a buffer that the next text writes over: for one thread.
 */
final class CodePointOffsets {
  /** For each place in the text how many pairs of surrogates end before it. */
  private int[] pairsBefore = new int[1];

  /** Whether {@link #pairsBefore} is of this text; where no pair can stand it is not filled. */
  private boolean pairs;

  /** Prepares the offsets of a text. */
  void reset(CharSequence text) {
    int length = text.length();
    int plain = 0;
    while (plain < length && !Character.isSurrogate(text.charAt(plain))) {
      plain++;
    }
    // In most texts there is no surrogate, and offsets are what they are.
    pairs = plain < length;
    if (!pairs) {
      return;
    }
    if (pairsBefore.length <= length) {
      pairsBefore = new int[length + 1];
    }
    int count = 0;
    for (int i = 0; i < length; i++) {
      pairsBefore[i] = count;
      if (i + 1 < length && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
        pairsBefore[++i] = count++;
      }
    }
    pairsBefore[length] = count;
  }

  /** The offset in code points. */
  int of(int utf16) {
    return pairs ? utf16 - pairsBefore[utf16] : utf16;
  }
}
