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
  private final int total;
  private final String unit;
  private int lastMark = -1;

  /**
   * A bar at nothing.
   *
   * @param unit what is counted, "articles stored"
   */
  ProgressBar(Terminal terminal, int total, String unit) {
    this.err = terminal.err();
    this.screen = terminal.errIsScreen();
    this.total = total;
    this.unit = unit;
  }

  /** Shows that so many are done; the last call is with all of them. */
  void show(int done) {
    int mark = total == 0 ? PLAIN_LINES : (int) ((long) done * PLAIN_LINES / total);
    if (screen) {
      int full = total == 0 ? CELLS : (int) ((long) done * CELLS / total);
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
    } else if (mark > lastMark) {
      err.println(done + " of " + total + " " + unit);
    }
    lastMark = mark;
  }

  /** Leaves the line, so that others can write. */
  void end() {
    if (screen) {
      err.println();
    }
  }
}
