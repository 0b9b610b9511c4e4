package onrecord.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadlineTest {
  private static final String STORY =
      "The council voted late on Monday to close two libraries, ending months of talks with the"
          + " town's readers and its staff.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Council votes to close two libraries",
        "Council Votes to Close Two Libraries.",
        "EXCLUSIVE: Council to Close Two Libraries.",
        "‘We Will Not Be Moved,’ Readers Tell Council",
        "What comes after the libraries?",
        "Roads to U.S. border reopen; traffic slow",
        "Council weighs closing two libraries.",
        "How one library outlived its critics.",
        "Gemeinderat schließt zwei Büchereien",
        "市议会投票关闭两座图书馆"
      })
  void aLineThatStandsAloneAboveTheStoryIsOne(String line) {
    assertEquals(line, PlainText.recognise(line + "\n\n" + STORY).headline());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The vote was close.",
        "It began with a leaking roof.",
        "I loved that library as a child.",
        "A reader wept when the doors of the old library shut.",
        "ELLERY (Meridian Wire) - Two libraries will close.",
        "ELLERY — Two libraries close after vote.",
        "On Monday the council closed two libraries.",
        "Stated the mayor:",
        "\"This is a sad day for every reader in this town,”",
        "The Markets",
        "OPINION",
        "JANE ROE",
        "Jane Anne Roe",
        "<p>Council votes to close two libraries",
        "and so the libraries close"
      })
  void theOpeningOfAStoryOrALabelIsNone(String line) {
    assertNull(PlainText.recognise(line + "\n\n" + STORY).headline());
  }

  @Test
  void aLongFirstParagraphIsNone() {
    assertNull(PlainText.recognise(STORY + "\n\n" + STORY).headline());
  }

  @Test
  void aLineThatNothingFollowsIsNone() {
    assertNull(PlainText.recognise("Council votes to close two libraries").headline());
  }

  @Test
  void aLineThatEndsWhereNoWrappingWouldIsOne() {
    String text = "Council votes to close two libraries\n" + STORY;
    assertEquals("Council votes to close two libraries", PlainText.recognise(text).headline());
  }

  @Test
  void theFirstLineOfAWrappedParagraphIsNone() {
    String text =
        """
        The council voted late on Monday night to close
        Ellery's two libraries, ending months of talks
        with readers and staff. A third may follow.
        """;
    assertNull(PlainText.recognise(text).headline());
  }

  @Test
  void aSentenceAboveABylineIsOne() {
    String text = "The vote was close.\n\nBy Jane Roe\n\n" + STORY;
    assertEquals("The vote was close.", PlainText.recognise(text).headline());
  }

  @Test
  void aDeckMayStandBetweenHeadlineAndByline() {
    String text =
        "The vote was close.\n\nTwo libraries shut their doors.\n\nBy Jane Roe\n\n" + STORY;
    assertEquals("The vote was close.", PlainText.recognise(text).headline());
  }

  @Test
  void theHeadlineStandsBehindAnAddress() {
    String text = "https://x.test/a\n\nCouncil votes to close libraries  \r\n\r\n" + STORY;
    assertEquals("Council votes to close libraries", PlainText.recognise(text).headline());
    assertEquals("https://x.test/a", PlainText.recognise(text).url());
  }
}
