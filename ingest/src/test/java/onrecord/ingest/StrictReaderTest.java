package onrecord.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictReaderTest {
  @Test
  void aMarkOfUtf8IsDropped() throws Exception {
    assertEquals("aé", StrictReader.decode("\uFEFFaé".getBytes(UTF_8), null));
  }

  @Test
  void aMarkInTheMiddleStays() throws Exception {
    assertEquals("a\uFEFFb", StrictReader.decode("a\uFEFFb".getBytes(UTF_8), null));
  }

  @Test
  void aMarkOfUtf16SaysTheOrderOfBytes() throws Exception {
    assertEquals("aé😀", StrictReader.decode("\uFEFFaé😀".getBytes(UTF_16LE), null));
    assertEquals("aé😀", StrictReader.decode("\uFEFFaé😀".getBytes(UTF_16BE), null));
  }

  @Test
  void aMarkSaysMoreThanTheDeclaredCharset() throws Exception {
    assertEquals("é", StrictReader.decode("\uFEFFé".getBytes(UTF_8), ISO_8859_1));
  }

  @Test
  void utf16WithoutAMarkIsReadWhenDeclared() throws Exception {
    assertEquals("aé", StrictReader.decode("aé".getBytes(UTF_16BE), UTF_16));
    assertEquals("aé", StrictReader.decode("aé".getBytes(UTF_16LE), UTF_16LE));
  }

  @Test
  void aDeclaredCharsetIsUsed() throws Exception {
    Charset cyrillic = Charset.forName("windows-1251");
    assertEquals("Привет", StrictReader.decode("Привет".getBytes(cyrillic), cyrillic));
  }

  @Test
  void charactersOnTheEdgeOfTheBufferStayWhole() throws Exception {
    String text = "x" + "é😀".repeat(10_000);
    assertEquals(text, StrictReader.decode(text.getBytes(UTF_8), null));
  }

  @Test
  void nothingIsNothing() throws Exception {
    assertEquals("", StrictReader.decode(new byte[0], null));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, 61ff, 1",
    "UTF-8, 6162c328, 2",
    "UTF-8, 61e282, 1",
    "UTF-8, c080, 0",
    "UTF-8, 61eda080, 1",
    "UTF-16BE, 0061d8000062, 2",
    "UTF-16LE, 61, 0",
    "US-ASCII, 6180, 1",
    "windows-1252, 6181, 1"
  })
  void whatCantStandThereIsRefusedWithItsOffset(String charset, String hex, int offset) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    Refused refused =
        assertThrows(Refused.class, () -> StrictReader.decode(bytes, Charset.forName(charset)));
    assertEquals(Refusal.Kind.UNREADABLE, refused.refusal().kind());
    assertTrue(
        refused.refusal().reason().contains("offset " + offset + " "), refused.refusal().reason());
  }

  @Test
  void anOffsetBehindTheFirstBufferIsRight() {
    byte[] bytes = "é".repeat(10_000).getBytes(UTF_8);
    bytes[19_999] = 'x';
    Refused refused = assertThrows(Refused.class, () -> StrictReader.decode(bytes, null));
    assertTrue(refused.refusal().reason().contains("offset 19998 "), refused.refusal().reason());
  }
}
