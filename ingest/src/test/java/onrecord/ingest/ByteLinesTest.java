package onrecord.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteLinesTest {
  @Test
  void theLastLineNeedsNoEnd() throws Exception {
    assertEquals(List.of("a", "", "b"), lines("a\n\nb".getBytes(StandardCharsets.UTF_8), null));
    assertEquals(List.of("a", "b"), lines("a\nb\n".getBytes(StandardCharsets.UTF_8), null));
  }

  @Test
  void nothingHasNoLine() throws Exception {
    assertEquals(List.of(), lines(new byte[0], null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "windows-1251", "Shift_JIS"})
  void linesEndAtWholeCharacters(String name) throws Exception {
    Charset charset = Charset.forName(name);
    // In UTF-16 these letters hold the byte of a line end.
    String text = name.startsWith("UTF") ? "ऊ\u0A0A\u0100\nȊ" : "a\nb";
    assertEquals(List.of(text.split("\n")), lines(text.getBytes(charset), charset));
  }

  @Test
  void aMarkIsNoPartOfTheFirstLine() throws Exception {
    byte[] bytes = "\uFEFFa\nb".getBytes(StandardCharsets.UTF_16LE);
    assertEquals(List.of("a", "b"), lines(bytes, null));
  }

  @Test
  void aLongLineIsRefusedAndTheNextIsRead() throws Exception {
    byte[] bytes = ("a\n" + "x".repeat(200_000) + "\nb").getBytes(StandardCharsets.UTF_8);
    ByteLines lines = new ByteLines(new ByteArrayInputStream(bytes), null, 100_000);

    assertEquals(1, lines.next().length);
    Refused refused = assertThrows(Refused.class, lines::next);
    assertEquals(Refusal.Kind.TOO_LARGE, refused.refusal().kind());
    assertEquals(2, lines.number());
    assertEquals('b', lines.next()[0]);
    assertEquals(3, lines.number());
    assertNull(lines.next());
  }

  @Test
  void aLineMayHaveExactlyTheMost() throws Exception {
    byte[] bytes = ("x".repeat(2_000) + "\n").getBytes(StandardCharsets.UTF_8);
    ByteLines lines = new ByteLines(new ByteArrayInputStream(bytes), null, 2_001);
    assertEquals(2_000, lines.next().length);
  }

  @Test
  void aCharsetWithoutLineEndsIsRefused() {
    Charset charset = Charset.forName("x-UTF-16LE-BOM");
    ByteArrayInputStream in = new ByteArrayInputStream("a".getBytes(StandardCharsets.UTF_8));
    Charset decodeOnly = Charset.forName("x-JISAutoDetect");
    assertEquals(4, "\n".getBytes(charset).length);
    assertThrows(Refused.class, () -> new ByteLines(in, decodeOnly, 100));
  }

  private static List<String> lines(byte[] bytes, Charset declared) throws Exception {
    ByteLines lines = new ByteLines(new ByteArrayInputStream(bytes), declared, 1_000);
    List<String> all = new ArrayList<>();
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      all.add(new String(line, lines.charset()));
    }
    return all;
  }
}
