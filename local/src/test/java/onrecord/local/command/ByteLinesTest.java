package onrecord.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByteLinesTest {

  @Test
  void theLastLineNeedsNoEnd() throws IOException {
    assertEquals(List.of("a", "b"), lines("a\nb"));
  }

  @Test
  void anEndOfLineAtTheEndMakesNoFurtherLine() throws IOException {
    assertEquals(List.of("a", "", "b"), lines("a\n\nb\n"));
  }

  @Test
  void aLineMayBeLongerThanTheBufferAndStandBetweenOthers() throws IOException {
    String big = "x".repeat(200_000);
    assertEquals(List.of("a", big, "b", big), lines("a\n" + big + "\nb\n" + big));
  }

  @Test
  void anEmptyStreamHasNoLine() throws IOException {
    assertEquals(List.of(), lines(""));
  }

  private static List<String> lines(String text) throws IOException {
    ByteLines lines =
        new ByteLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    List<String> read = new ArrayList<>();
    while (lines.advance()) {
      read.add(
          new String(lines.buffer, lines.start, lines.end - lines.start, StandardCharsets.UTF_8));
    }
    return read;
  }
}
