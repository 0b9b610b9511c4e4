package onrecord.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void onAScreenOneLineMoves() {
    ProgressBar bar = new ProgressBar(terminal(true), "stored");
    bar.show(1, 2);
    bar.show(2, 2);
    assertEquals(
        "\r[###############---------------] 1 of 2 stored"
            + "\r[##############################] 2 of 2 stored",
        written.toString(StandardCharsets.UTF_8));
  }

  @Test
  void elsewhereALineComesAtEveryTenth() {
    ProgressBar bar = new ProgressBar(terminal(false), "stored");
    bar.show(1, 100);
    bar.show(9, 100);
    bar.show(10, 100);
    assertEquals(
        "1 of 100 stored\n10 of 100 stored\n",
        written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
  }

  @Test
  void nothingIsShownAsLongAsNothingIsKnown() {
    ProgressBar bar = new ProgressBar(terminal(true), "stored");
    bar.show(0, 0);
    assertEquals("", written.toString(StandardCharsets.UTF_8));
  }

  private Terminal terminal(boolean screen) {
    PrintStream err = new PrintStream(written, true, StandardCharsets.UTF_8);
    return new Terminal(err, err, screen, screen, false, 80);
  }
}
