package onrecord.local.command;

/** How many columns of a terminal a text takes, and how to make it fit. */
final class TextWidth {
  private static final String CUT = "\u2026";

  private TextWidth() {}

  /** The columns that the text takes. */
  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /** The text on one line, cut where it is longer than the columns, filled up where shorter. */
  static String fitted(String text, int columns) {
    StringBuilder line = new StringBuilder(columns);
    boolean whole = of(text) <= columns;
    int limit = whole ? columns : columns - 1;
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (width + of(c) > limit) {
        break;
      }
      width += of(c);
      line.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
      i += Character.charCount(c);
    }
    if (!whole) {
      line.append(CUT);
      width++;
    }
    return line.append(" ".repeat(Math.max(0, columns - width))).toString();
  }

  private static int of(int c) {
    switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {
        return 0;
      }
      default -> {
        return wide(c) ? 2 : 1;
      }
    }
  }

  /** Whether the character takes two columns: East Asian scripts and emoji. */
  private static boolean wide(int c) {
    return c >= 0x1100
        && (c <= 0x115F
            || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD));
  }
}
