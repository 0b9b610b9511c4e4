package onrecord.evaluate;

import java.util.BitSet;
import java.util.List;

/** A text by its Unicode code points, as gold files count. */
public final class CodePointText {
  private static final String CUT = "\u2026";
  private static final int BEFORE = 80;
  private static final int AFTER = 80;
  private static final int LONGEST = 110;

  private final String text;
  private final int[] points;
  private final BitSet letters = new BitSet();
  private List<QuotedSegment> quoted;

  public CodePointText(String text) {
    this.text = text;
    this.points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      if (isLetterOrNumber(points[i])) {
        letters.set(i);
      }
    }
  }

  /** The text as a string. */
  public String text() {
    return text;
  }

  int length() {
    return points.length;
  }

  /** The code point at a place; a blank before the text and behind it. */
  int at(int place) {
    return place >= 0 && place < points.length ? points[place] : ' ';
  }

  /** The words of a range; what lies outside the text is left out. */
  String words(Range range) {
    int start = Math.max(0, range.start());
    int end = Math.min(points.length, range.end());
    return start < end ? new String(points, start, end - start) : "";
  }

  /** The words of several ranges, a blank between them; nothing for none. */
  String words(List<Range> ranges) {
    return String.join(" ", ranges.stream().map(this::words).toList());
  }

  /** The words of a range and where it begins: the same words may stand in many places. */
  String placed(Range range) {
    return words(range) + " @" + range.start();
  }

  /** The places of the letters and numbers within ranges. */
  BitSet letters(List<Range> ranges) {
    BitSet within = new BitSet();
    for (Range range : ranges) {
      int start = Math.max(0, range.start());
      int end = Math.min(points.length, range.end());
      if (start < end) {
        within.set(start, end);
      }
    }
    within.and(letters);
    return within;
  }

  boolean holdsLetters(Range range) {
    int first = letters.nextSetBit(Math.max(0, range.start()));
    return first >= 0 && first < range.end();
  }

  /** What stands between paired quotation marks. */
  List<QuotedSegment> quoted() {
    if (quoted == null) {
      quoted = QuotedSegment.all(this);
    }
    return quoted;
  }

  /** The range with the words around it, on one line, for a person to read. */
  String context(Range range) {
    int from = Math.max(0, range.start() - BEFORE);
    int to = Math.min(points.length, range.end() + AFTER);
    String line =
        (from > 0 ? CUT : "")
            + words(new Range(from, range.start()))
            + ">>"
            + shortened(words(range))
            + "<<"
            + words(new Range(range.end(), to))
            + (to < points.length ? CUT : "");
    return oneLine(line);
  }

  /** The words on one line, the middle left out where they are many. */
  static String shortened(String words) {
    if (words.length() <= LONGEST) {
      return oneLine(words);
    }
    return oneLine(words.substring(0, LONGEST * 2 / 3))
        + " "
        + CUT
        + " "
        + oneLine(words.substring(words.length() - LONGEST / 3));
  }

  private static String oneLine(String words) {
    return words.replaceAll("\\s*\\n\\s*", " \u00b6 ");
  }

  /** A letter, a digit or another number of any script. */
  static boolean isLetterOrNumber(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.LETTER_NUMBER
        || Character.getType(c) == Character.OTHER_NUMBER;
  }

  /** White space of any kind, the kind that doesn't break included. */
  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }
}
