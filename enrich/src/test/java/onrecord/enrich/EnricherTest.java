package onrecord.enrich;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import onrecord.events.Article;
import onrecord.events.ArticleBuilder;
import onrecord.events.Candidate;
import onrecord.events.EnrichedArticle;
import onrecord.events.EventJson;
import onrecord.events.OffsetCheck;
import onrecord.events.Quote;
import onrecord.events.Speaker;
import onrecord.events.Topic;
import org.junit.jupiter.api.Test;

class EnricherTest {
  private static final int RANDOM_CASES = 10_000;
  private final Enricher enricher = new Enricher();

  @Test
  void aQuoteBeforeItsCueIsItsSpeakers() {
    Quote quote =
        onlyQuote("Mayor Nora Vance spoke on Monday. \"We will rebuild it all,\" Vance said.");

    assertEquals("Nora Vance", quote.speaker().name());
    assertEquals("We will rebuild it all,", quote.text());
    assertEquals(Quote.DIRECT, quote.kind());
  }

  @Test
  void aPronounIsResolvedToThePersonBeforeIt() {
    Quote quote = onlyQuote("Nora Vance left early. \"The bridge is closed tonight,\" she said.");

    assertEquals("Nora Vance", quote.speaker().name());
    assertEquals("she", quote.mention().exact());
  }

  @Test
  void aQuoteInterruptedByItsCueIsOne() {
    Quote quote =
        onlyQuote("\"The bridge is closed,\" said Nora Vance. \"It will open again in May.\"");

    assertEquals(2, quote.spans().size());
  }

  @Test
  void aNameThatTwoShareNamesNeitherAndTellsBoth() {
    Quote quote =
        onlyQuote(
            "Arlo Pembry met his aunt, Ida Pembry, at the court. Mr. Pembry left at noon, and Ms."
                + " Pembry stayed. Somebody called. \"I will not be silenced,\" Pembry said.");

    assertEquals("Pembry", quote.mention().exact());
    assertEquals(Speaker.PERSON, quote.speaker().kind());
    assertNull(quote.speaker().name());
    assertEquals(
        List.of("Arlo Pembry", "Ida Pembry"),
        quote.candidates().stream().map(Candidate::name).toList());
  }

  @Test
  void aWithdrawnArticleCarriesNoFindings() {
    Article article = article("\"It is all closed now,\" said Nora Vance.", Article.CANCELED);

    EnrichedArticle enriched = enricher.enrich(article, 0);

    assertEquals(List.of(), enriched.quotes());
    assertEquals(List.of(), enriched.entities());
  }

  @Test
  void theSameArticleGivesTheSameBytes() {
    Article article = article("\"It is all closed now,\" said Nora Vance.", Article.USABLE);

    assertArrayEquals(
        enricher.enrichToBytes(article, 0).bytes(),
        new Enricher().enrichToBytes(article, 0).bytes());
  }

  @Test
  void theDensestArticleAtTheCapStillFitsIntoARecord() {
    String names = "Al Bo said. ".repeat(Article.MAX_BODY_BYTES / 12);

    byte[] bytes = enricher.enrichToBytes(article(names, Article.USABLE), 0).bytes();

    assertFalse(bytes.length > Topic.MAX_MESSAGE_BYTES, bytes.length + " bytes");
  }

  @Test
  void randomTextNeverThrowsAndItsOffsetsAreRight() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] pieces = {
      "\"",
      "“",
      "”",
      "'",
      "’",
      "‘",
      "said",
      "Nora",
      "Vance",
      "she",
      " ",
      " ",
      " ",
      "\n",
      "\n\n",
      ".",
      ",",
      ":",
      "—",
      "(",
      ")",
      "@vance",
      "the president",
      "U.S.",
      "-",
      "that",
      "According to",
      "Mr.",
      "Jr.",
      "«",
      "»",
      "😀",
      "é",
      "http://a.b",
      "No. 1",
      "/",
      "•",
      "of",
      "HARLAN:",
      "\u00a0"
    };
    for (int i = 0; i < RANDOM_CASES; i++) {
      StringBuilder text = new StringBuilder("x");
      int length = 1 + random.nextInt(60);
      for (int j = 0; j < length; j++) {
        text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
      }
      Article article = article(text.toString(), Article.USABLE);
      EnrichedArticle enriched;
      try {
        enriched = enricher.enrich(article, 0);
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ", case " + i + ": " + text, e);
      }
      assertEquals(List.of(), OffsetCheck.violations(enriched), () -> "seed " + seed + ": " + text);
    }
  }

  @Test
  void everySpanOfTheSeedsIsRight() throws IOException {
    check(Path.of("..", "seeds"));
  }

  @Test
  void everySpanOfTheSampleArticlesIsRight() throws IOException {
    Path samples = Path.of("..", "..", "shared", "data", "sample-articles");
    assumeTrue(Files.isDirectory(samples), "the sample articles aren't here; skipped");
    check(samples);
  }

  private void check(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    assertFalse(files.isEmpty());
    for (Path file : files) {
      Article article = article(Files.readString(file, StandardCharsets.UTF_8), Article.USABLE);
      EnrichedArticle enriched = enricher.enrich(article, 0);
      assertEquals(List.of(), OffsetCheck.violations(enriched), file.toString());
      assertEquals(enriched, EventJson.read(EventJson.write(enriched), EnrichedArticle.class));
    }
  }

  private Quote onlyQuote(String text) {
    List<Quote> quotes = enricher.enrich(article(text, Article.USABLE), 0).quotes();
    assertEquals(1, quotes.size(), quotes.toString());
    return quotes.get(0);
  }

  private static Article article(String body, String pubStatus) {
    return new ArticleBuilder("a")
        .pubStatus(pubStatus)
        .ingestedAt(Instant.EPOCH)
        .body(body)
        .build();
  }
}
