package onrecord.local.command;

import java.io.PrintStream;

/**
 * How far a work has come: one line that moves on a screen, a plain line at every tenth elsewhere.
 * For one thread.
 */
final class ProgressBar {
  private static final int CELLS = 30;
  private static final int PLAIN_LINES = 10;

  private final PrintStream err;
  private final boolean screen;
  private final String unit;
  private int lastMark = -1;

  /**
   * A bar at nothing.
   *
   * @param unit what is counted, "articles stored"
   */
  ProgressBar(Terminal terminal, String unit) {
    this.err = terminal.err();
    this.screen = terminal.errIsScreen();
    this.unit = unit;
  }

  /** Shows that so many are done of those known until now; nothing as long as none is known. */
  void show(int done, int total) {
    if (total == 0) {
      return;
    }
    if (screen) {
      int full = (int) ((long) done * CELLS / total);
      err.print(
          "\r["
              + "#".repeat(full)
              + "-".repeat(CELLS - full)
              + "] "
              + done
              + " of "
              + total
              + " "
              + unit);
      err.flush();
    } else if ((long) done * PLAIN_LINES / total > lastMark) {
      lastMark = (int) ((long) done * PLAIN_LINES / total);
      err.println(done + " of " + total + " " + unit);
    }
  }

  /** Leaves the line, so that others can write. */
  void end() {
    if (screen) {
      err.println();
    }
  }
}
