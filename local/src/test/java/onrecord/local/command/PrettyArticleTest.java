package onrecord.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import onrecord.events.Engine;
import onrecord.events.EnrichedArticle;
import onrecord.events.Entity;
import onrecord.events.Mention;
import onrecord.events.Quote;
import onrecord.events.Span;
import onrecord.events.Speaker;
import org.junit.jupiter.api.Test;

class PrettyArticleTest {
  private static final String TEXT = "\u201cNo,\u201d Ana Roe said.";

  @Test
  void withoutColoursAQuoteHasItsNumberAndStandsBelow() {
    assertEquals(
        """
        “No,[1]” Ana Roe said.

        person       Ana Roe

        [1] Ana Roe: “No,”
            direct, cue “said”, 0.90 by cue-after
        """,
        PrettyArticle.of(article(TEXT), false));
  }

  @Test
  void withColoursNamesAndQuotesStandOutInTheText() {
    assertEquals(
        "\u201c\u001b[1mNo,\u001b[0m\u001b[2m[1]\u001b[0m\u201d \u001b[36mAna Roe\u001b[0m said.",
        PrettyArticle.of(article(TEXT), true).lines().findFirst().orElseThrow());
  }

  @Test
  void anArticleCannotCommandTheTerminal() {
    assertEquals(
        "\u201cNo,[1]\u201d Ana Roe said. [31m",
        PrettyArticle.of(article(TEXT + "\u001b[31m"), false).lines().findFirst().orElseThrow());
  }

  @Test
  void anAttitudeIsALineBelowTheQuotes() {
    String text = TEXT + " Ana Roe refused\nto go.";
    Quote attitude =
        new Quote(
            "q2",
            Quote.INDIRECT,
            List.of(Span.of(text, 36, 41)),
            List.of(),
            "to go",
            null,
            new Speaker(Speaker.PERSON, "e1", "Ana Roe", null),
            Span.of(text, 20, 27),
            null,
            Span.of(text, 28, 35),
            0.8,
            "cue",
            List.of(),
            null);

    assertEquals(
        """
        [1] Ana Roe: “No,”
            direct, cue “said”, 0.90 by cue-after
        attitude     Ana Roe · refused · to go
        """,
        PrettyArticle.of(article(text, attitude), false)
            .lines()
            .skip(5)
            .map(line -> line + "\n")
            .collect(Collectors.joining()));
  }

  private static EnrichedArticle article(String text, Quote... attitudes) {
    Span name = Span.of(text, 6, 13);
    Span words = Span.of(text, 1, 4);
    return new EnrichedArticle(
        "a1",
        1,
        "0".repeat(64),
        "usable",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Instant.EPOCH,
        null,
        text,
        0,
        List.of(),
        List.of(
            new Entity(
                "e1",
                Entity.PERSON,
                "Ana Roe",
                List.of("Ana Roe"),
                List.of(),
                List.of(new Mention(Mention.NAME, name.start(), name.end(), name.exact())),
                1,
                "name")),
        List.of(
            new Quote(
                "q1",
                Quote.DIRECT,
                List.of(words),
                List.of(words),
                "No,",
                null,
                new Speaker(Speaker.PERSON, "e1", "Ana Roe", null),
                name,
                null,
                Span.of(text, 14, 18),
                0.9,
                "cue-after",
                List.of(),
                null)),
        List.of(attitudes),
        new Engine("onrecord", "1", null),
        List.of(),
        null);
  }
}
