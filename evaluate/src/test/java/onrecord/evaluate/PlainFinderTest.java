package onrecord.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import onrecord.enrich.Enricher;
import onrecord.events.Entity;
import onrecord.events.Mention;
import onrecord.events.Quote;
import onrecord.events.Span;
import onrecord.events.Speaker;
import org.junit.jupiter.api.Test;

class PlainFinderTest {
  @Test
  void offsetsBehindAnEmojiAreCodePoints() {
    String text = "\uD83D\uDE00 \"No\", Ana said \uD83D\uDE00 to Ana.";
    SystemOutput found = new PlainFinder(PlainFinderTest::anaSpeaks).find(text);
    assertEquals(
        List.of(
            new SystemOutput.Name(new Range(8, 11), "PER", "Ana"),
            new SystemOutput.Name(new Range(22, 25), "PER", "Ana")),
        found.entities());
    assertEquals(
        List.of(
            new SystemOutput.Attributed(
                "direct", List.of(new Range(3, 5)), new Range(8, 11), "Ana", 0, 1)),
        found.quotes());
  }

  @Test
  void theOffsetsOfOneTextDontStayForTheNext() {
    PlainFinder finder = new PlainFinder(PlainFinderTest::anaSpeaks);
    finder.find("\uD83D\uDE00 \"No\", Ana said to Ana.");
    assertEquals(new Range(6, 9), finder.find("\"No\", Ana said to Ana.").entities().get(0).at());
  }

  @Test
  void whatNoEventMayHoldIsExchangedInItsPlace() {
    StringBuilder seen = new StringBuilder();
    new PlainFinder(
            text -> {
              seen.append(text);
              return new Enricher.Findings(List.of(), List.of(), List.of());
            })
        .find("\u0000\uD800 \uD83D\uDE00\uDE00");
    assertEquals("\uFFFD\uFFFD \uD83D\uDE00\uFFFD", seen.toString());
  }

  private static Enricher.Findings anaSpeaks(String text) {
    int words = text.indexOf("No");
    int first = text.indexOf("Ana");
    int second = text.lastIndexOf("Ana");
    Span said = Span.of(text, words, words + 2);
    return new Enricher.Findings(
        List.of(
            new Entity(
                "e1",
                Entity.PERSON,
                "Ana",
                List.of("Ana"),
                List.of(),
                List.of(
                    new Mention(Mention.NAME, first, first + 3, "Ana"),
                    new Mention(Mention.NAME, second, second + 3, "Ana")),
                1,
                "name")),
        List.of(
            new Quote(
                "q1",
                Quote.DIRECT,
                List.of(said),
                List.of(said),
                "No",
                null,
                new Speaker(Speaker.PERSON, "e1", "Ana", null),
                Span.of(text, first, first + 3),
                null,
                null,
                1,
                "cue",
                List.of(),
                null)),
        List.of());
  }
}
