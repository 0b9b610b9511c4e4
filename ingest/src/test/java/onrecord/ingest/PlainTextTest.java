package onrecord.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Random;
import onrecord.ingest.PlainText.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  private static final String HEADLINE = "Council votes to close two libraries";
  private static final String STORY =
      "The council voted late on Monday to close two libraries, ending months of talks with the"
          + " town's readers and its staff, who had gathered outside the hall in their hundreds"
          + " and sang until the lights went out.";

  @Test
  void everythingIsFoundWhereItStands() {
    Found found =
        PlainText.recognise(
            "https://x.test/a\n\n"
                + HEADLINE
                + "\n\nThe Ellery Courier\n\nBy Jane Roe and Kim Doe\n\nTuesday, June 8, 2021\n\n"
                + STORY);
    assertEquals(
        "Found[url=https://x.test/a, headline=Council votes to close two libraries, source=The"
            + " Ellery Courier, byline=By Jane Roe and Kim Doe, publishedAt=2021-06-08T00:00:00Z]",
        found.toString());
  }

  @Test
  void nothingIsFoundInAStoryAlone() {
    assertEquals(Found.NOTHING, PlainText.recognise(STORY + "\n\n" + STORY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://x.test/a and more", "http://", "see https://x.test/a"})
  void aLineThatIsMoreThanAnAddressIsNone(String line) {
    assertNull(PlainText.recognise(line + "\n\n" + STORY).url());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Jane Roe                       | By Jane Roe",
        "BY JANE ROE                       | BY JANE ROE",
        "By Jane Roe.                      | By Jane Roe",
        "By J. R. Roe and Kim van der Doe  | By J. R. Roe and Kim van der Doe",
        "By Jane Roe, Ellery Correspondent | By Jane Roe, Ellery Correspondent",
        "By Tomás O’Doe Jr.                | By Tomás O’Doe Jr.",
        "By Reuters                        | By Reuters",
        "Byline: Jane Roe                  | Jane Roe",
        "BYLINE: Jane Roe.                 | Jane Roe",
        "Written by Jane Roe               | Written by Jane Roe"
      })
  void aBylineIsTakenAsPrinted(String line, String byline) {
    assertEquals(byline, PlainText.recognise(HEADLINE + "\n\n" + line + "\n\n" + STORY).byline());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Tuesday Morning",
        "By Monday",
        "By the time it closed",
        "By The Numbers",
        "By Land, Sea and Air",
        "By 2030",
        "By Jane's Own Account",
        "Jane Roe, Meridian Wire",
        "Bylaws Of The Council"
      })
  void otherLinesThatOpenLikeABylineAreNone(String line) {
    assertNull(PlainText.recognise(HEADLINE + "\n\n" + line + "\n\n" + STORY).byline());
  }

  @Test
  void aBylineFarDownIsNone() {
    String text = HEADLINE + "\n\n" + STORY + "\n\nBy Jane Roe\n\n" + STORY;
    assertNull(PlainText.recognise(text).byline());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "June 8, 2021                          | 2021-06-08T00:00:00Z",
        "8 June 2021                           | 2021-06-08T00:00:00Z",
        "Jun. 8th, 2021                        | 2021-06-08T00:00:00Z",
        "2021-06-08                            | 2021-06-08T00:00:00Z",
        "2021-06-08T10:15:00+02:00             | 2021-06-08T08:15:00Z",
        "Tuesday, 8 June 2021                  | 2021-06-08T00:00:00Z",
        "Published: June 8, 2021               | 2021-06-08T00:00:00Z",
        "Updated June 8, 2021                  | 2021-06-08T00:00:00Z",
        "8 June 2021 10:15 GMT                 | 2021-06-08T10:15:00Z",
        "Published on June 8, 2021 at 1:05 p.m. EDT | 2021-06-08T17:05:00Z",
        "June 8, 2021, 12:30 AM UTC            | 2021-06-08T00:30:00Z",
        "June 8, 2021 10:15 IST                | 2021-06-08T00:00:00Z",
        "June 8, 2021 10:15                    | 2021-06-08T00:00:00Z"
      })
  void aLineThatIsADateWithAYearIsOne(String line, String instant) {
    assertEquals(
        instant,
        String.valueOf(
            PlainText.recognise(HEADLINE + "\n\n" + line + "\n\n" + STORY).publishedAt()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tuesday, March 11",
        "June 31, 2021",
        "Monday, June 8, 2021",
        "6/8/2021",
        "June 2021",
        "8 June 2021 was a Tuesday",
        "June 8, 2021 25:15 GMT",
        "June 8, 2021 13:15 PM GMT"
      })
  void aDateThatIsNotCompleteOrNotOneIsNone(String line) {
    assertNull(PlainText.recognise(HEADLINE + "\n\n" + line + "\n\n" + STORY).publishedAt());
  }

  @Test
  void theFirstPublicationBeatsAnUpdate() {
    String dates = "Updated June 9, 2021\n\nPublished June 8, 2021";
    assertEquals(
        "2021-06-08T00:00:00Z",
        PlainText.recognise(HEADLINE + "\n\n" + dates + "\n\n" + STORY).publishedAt().toString());
  }

  @Test
  void publicationAndUpdateMayShareALine() {
    String line = "Published June 8, 2021 | Updated June 9, 2021";
    assertEquals(
        "2021-06-08T00:00:00Z",
        PlainText.recognise(HEADLINE + "\n\n" + line + "\n\n" + STORY).publishedAt().toString());
  }

  @Test
  void theDatesOfATimelineAreNotThatOfPublication() {
    String text = HEADLINE + "\n\nJune 8, 2021\n\n" + STORY + "\n\nJune 9, 2021\n\n" + STORY;
    assertNull(PlainText.recognise(text).publishedAt());
  }

  @Test
  void aDateBelowADeckIsASectionsUnlessABylineStandsAbove() {
    String deck = HEADLINE + "\n\nTwo closed their doors\n\n";
    assertNull(PlainText.recognise(deck + "June 8, 2021\n\n" + STORY).publishedAt());
    assertEquals(
        "2021-06-08T00:00:00Z",
        PlainText.recognise(deck + "By Jane Roe\nJune 8, 2021\n\n" + STORY)
            .publishedAt()
            .toString());
  }

  @Test
  void bylineAndDateMayShareALine() {
    Found found = PlainText.recognise(HEADLINE + "\n\nBy Jane Roe | June 8, 2021\n\n" + STORY);
    assertEquals("By Jane Roe", found.byline());
    assertEquals("2021-06-08T00:00:00Z", found.publishedAt().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Ellery Courier                                   | The Ellery Courier",
        "Reuters                                              | Reuters",
        "Times of Ellery Post                                 | Times of Ellery Post",
        "By Jane Roe, The Ellery Courier                      | The Ellery Courier",
        "LISBON (Meridian Wire) — The two agreed on a deal.   | Meridian Wire",
        "DES MOINES, Iowa, Aug. 10 (UPI) -- A rally was held. | UPI",
        "New York (AFP) – The mayor spoke.                    | AFP"
      })
  void anOutletIsFoundInTheHeadAndInADateline(String line, String outlet) {
    assertEquals(outlet, PlainText.recognise(HEADLINE + "\n\n" + line + "\n\n" + STORY).source());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ellery Courier Sports",
        "Breaking News",
        "Times",
        "LONDON (Feb. 25, 2021) — The mayor spoke.",
        "She told the mayor (Reuters) – and left.",
        "LISBON (the port) — The two agreed on a deal."
      })
  void otherWordsAreNoOutlet(String line) {
    assertNull(PlainText.recognise(HEADLINE + "\n\n" + line + "\n\n" + STORY).source());
  }

  @Test
  void noTextIsTooOdd() {
    long seed = new Random().nextLong();
    System.out.println("PlainTextTest.noTextIsTooOdd: seed " + seed);
    Random random = new Random(seed);
    String[] pieces = {
      "By ",
      "Jane ",
      "Roe",
      "\n",
      "\n\n",
      "\r\n",
      "June 8, 2021",
      "http://x",
      " (AP) — ",
      ".",
      "\"",
      "“",
      "é",
      "\u2028",
      "😀",
      "\uD800",
      "\u0000",
      " ",
      "|",
      ",",
      "The Post",
      "Published: ",
      "\t"
    };
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      String headline = PlainText.recognise(text.toString()).headline();
      if (headline != null) {
        int opening = onrecord.events.ArticleText.opening(text.toString());
        assertEquals(headline, text.substring(opening, opening + headline.length()));
      }
    }
  }
}
