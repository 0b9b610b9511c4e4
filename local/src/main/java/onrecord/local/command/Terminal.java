package onrecord.local.command;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Where a command writes and what may be written there.
 *
 * @param out for results
 * @param err for everything else
 * @param outIsScreen whether a person reads {@code out} as it comes
 * @param errIsScreen whether a person reads {@code err} as it comes
 * @param colors whether colours are welcome on a screen
 * @param columns how many characters fit into a line of it
 */
record Terminal(
    PrintStream out,
    PrintStream err,
    boolean outIsScreen,
    boolean errIsScreen,
    boolean colors,
    int columns) {
  static final int COLUMNS_BY_DEFAULT = 100;
  private static final int LEAST_COLUMNS = 40;

  Terminal {
    columns = Math.max(columns, LEAST_COLUMNS);
  }

  /**
   * A text of somebody else's on one line, harmless to a terminal: what moves the cursor, turns the
   * direction or can't be written is written as its escape, as JSON has it.
   */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int end = i + Character.charCount(c);
      switch (Character.getType(c)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.SURROGATE -> {
          for (; i < end; i++) {
            escape(text.charAt(i), safe);
          }
        }
        default -> safe.appendCodePoint(c);
      }
      i = end;
    }
    return safe.toString();
  }

  private static void escape(char c, StringBuilder to) {
    switch (c) {
      case '\n' -> to.append("\\n");
      case '\r' -> to.append("\\r");
      case '\t' -> to.append("\\t");
      default -> to.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
    }
  }
}
