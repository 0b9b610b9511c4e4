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

  /** The text with every character as an escape that moves a cursor or can't be seen. */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (Character.getType(c)) {
                case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    printable.append(c == '\n' ? "\\n" : String.format(Locale.ROOT, "\\u%04x", c));
                default -> printable.appendCodePoint(c);
              }
            });
    return printable.toString();
  }
}
