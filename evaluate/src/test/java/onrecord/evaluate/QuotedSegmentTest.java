package onrecord.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedSegmentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "The mayor said \"we stay here\" today. # we stay here",
        "“We stay here,” she said. “For good.” # We stay here, | For good.",
        "''It isn't over,'' said Tarn. 'no' # It isn't over,",
        "It is 5'10\" tall. He said \"yes indeed\" and left. # yes indeed",
        "\"The sign: “Keep Out?” Fine,\" he said # The sign: “Keep Out?” Fine,",
        "He said \"one two and \"three four\" later. # three four",
        "«We stay,» she said. # We stay,",
        "She said “we never closed and left. # ``",
        "Nothing is quoted here. # ``",
      })
  void marksArePairedWithinAParagraph(String text, String expected) {
    assertEquals(expected, String.join(" | ", segments(text)));
  }

  @Test
  void aQuoteOpenedAgainInTheNextParagraphRunsToTheEndOfItsOwn() {
    CodePointText text = new CodePointText("“One two.\n\n“Three four,” he said.");
    assertEquals(
        List.of(
            new QuotedSegment(Texts.at(text.text(), "One two."), true),
            new QuotedSegment(Texts.at(text.text(), "Three four,"), false)),
        text.quoted());
  }

  @Test
  void wordsAreCountedWithTheirApostrophesAndHyphens() {
    assertEquals(4, QuotedSegment.wordCount("It's a well-known rule."));
  }

  @Test
  void randomTextNeverThrowsAndSegmentsStayInside() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String alphabet = "ab \n\"\"“”«»'‘’`.,(\u2033\uD83D\uDE00";
    for (int n = 0; n < 5_000; n++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      CodePointText points = new CodePointText(text.toString());
      for (QuotedSegment segment : points.quoted()) {
        assertTrue(
            segment.at().start() >= 0
                && segment.at().start() < segment.at().end()
                && segment.at().end() <= points.length(),
            () -> "seed " + seed + ": " + segment + " in " + text);
      }
    }
  }

  private static List<String> segments(String text) {
    CodePointText points = new CodePointText(text);
    return points.quoted().stream().map(segment -> points.words(segment.at())).toList();
  }
}
