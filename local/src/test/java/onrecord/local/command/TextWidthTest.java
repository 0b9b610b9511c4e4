package onrecord.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextWidthTest {

  @Test
  void anAccentThatStandsAloneTakesNoColumn() {
    assertEquals(1, TextWidth.of("e\u0301"));
  }

  @Test
  void aChineseCharacterTakesTwoColumns() {
    assertEquals(4, TextWidth.of("\u65b0\u805e"));
  }

  @Test
  void aShortTextIsFilledUp() {
    assertEquals("ab  ", TextWidth.fitted("ab", 4));
  }

  @Test
  void aLongTextIsCutAndSaysSo() {
    assertEquals("abc\u2026", TextWidth.fitted("abcdef", 4));
  }

  @Test
  void aWideCharacterIsNotCutInTwo() {
    assertEquals("\u65b0\u2026 ", TextWidth.fitted("\u65b0\u805e\u7247", 4));
  }

  @Test
  void aLineEndInATextBecomesASpace() {
    assertEquals("a b", TextWidth.fitted("a\nb", 3));
  }
}
