package onrecord.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationMarksTest {
  private static final Lexicon LEXICON = Lexicon.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          He said "we go" and "they stay" today. | we go; they stay
          He said “we go” and “they stay” today. | we go; they stay
          He said ''we go'' and went. | we go
          He said ``we go'' and went. | we go
          He said «we go» and went. | we go
          They called it ‹a beginning› and went. | a beginning
          “They say ‘we go’ and stay,” he said. | They say ‘we go’ and stay,
          “They say “we go” and stay,” he said. | They say “we go” and stay,
          The boys’ mother didn’t say ’tis late. | ~~
          He is 6'2" tall and she is 5'4" tall. | ~~
          He opened “but never closed it. | ~~
          """)
  void marksArePaired(String text, String segments) {
    assertEquals(segments, String.join("; ", segments(text)));
  }

  @Test
  void wordsThatRunOnAreOpenedAgain() {
    assertEquals(List.of("One.", "Two."), segments("He said: “One.\n\n“Two.”"));
  }

  @Test
  void singleMarksCountWhereAnOutletSpeaksInThem() {
    assertEquals(
        List.of("The bridge is closed for good,"),
        segments("It rained.\n\n‘The bridge is closed for good,’ said the mayor."));
  }

  private static List<String> segments(String text) {
    Document doc = new Document();
    doc.reset(text, -1, -1);
    new BlockFinder().find(doc);
    new Tokenizer(LEXICON).tokenize(doc);
    new SentenceSplitter().split(doc);
    new QuotationMarks().pair(doc);
    List<String> words = new ArrayList<>();
    for (int s = 0; s < doc.segments.count; s++) {
      words.add(doc.text(doc.segments.start[s], doc.segments.end[s]));
    }
    return words;
  }
}
