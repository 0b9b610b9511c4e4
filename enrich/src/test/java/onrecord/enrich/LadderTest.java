package onrecord.enrich;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import onrecord.enrich.quotes.QuoteModel;
import onrecord.enrich.text.Lexicon;
import onrecord.enrich.work.Budget;
import onrecord.events.Article;
import onrecord.events.ArticleBuilder;
import onrecord.events.EnrichedArticle;
import onrecord.events.Mention;
import onrecord.events.OffsetCheck;
import onrecord.events.Quote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LadderTest {
  private static final Lexicon LEXICON = Lexicon.load();
  private static final String TEXT =
      "Nora Vance, the mayor, left early. \"The bridge is closed tonight,\" she said. "
          + "She said that it would open in May. \"No,\" the mayor said.";
  private static final String LESS = "names and direct quotes only: ";

  private final Engine engine = new Engine(LEXICON);

  @Test
  void anOrdinaryArticleIsReadWhole() {
    assertEquals(List.of(), enriched(TEXT, EnrichConfig.DEFAULT_WORK).degraded());
  }

  @Test
  void overTheBudgetNamesAndWhatStandsInsideMarksAreLeft() {
    EnrichedArticle less = enriched(TEXT, workOf(TEXT, Step.WHOLE) - 1);

    assertEquals(List.of(LESS + "over the budget of work"), less.degraded());
    assertEquals(List.of("Nora Vance"), less.entities().stream().map(e -> e.name()).toList());
    assertTrue(
        less.entities().get(0).mentions().stream().allMatch(m -> m.kind().equals(Mention.NAME)));
    Quote only = less.quotes().get(0);
    assertEquals(1, less.quotes().size());
    assertEquals("The bridge is closed tonight,", only.text());
    assertEquals(Quote.DIRECT, only.kind());
    assertNull(only.speaker());
    assertFalse(less.blocks().isEmpty());
    assertEquals(List.of(), OffsetCheck.violations(less));
  }

  @Test
  void overThatStepsBudgetTooBlocksAreLeft() {
    EnrichedArticle less = enriched(TEXT, workOf(TEXT, Step.NAMES_AND_DIRECT_QUOTES) - 1);

    assertEquals(
        List.of(LESS + "over the budget of work", "blocks only: over the budget of work"),
        less.degraded());
    assertEquals(List.of(), less.entities());
    assertEquals(List.of(), less.quotes());
    assertFalse(less.blocks().isEmpty());
    assertEquals(List.of(), OffsetCheck.violations(less));
  }

  @Test
  void whenNotEvenTheBlocksFitIntoARecordTheTextIsLeft() {
    EnrichedArticle less = enriched("A\n".repeat(Article.MAX_BODY_BYTES / 2), 1);

    assertEquals("text only: findings too large for a record", less.degraded().get(2));
    assertEquals(List.of(), less.blocks());
  }

  @Test
  void wordsThatRunOnOverParagraphsAreOneQuote() {
    String text = "“The bridge is closed tonight.\n\n“It will open again in May,” Nora Vance said.";

    EnrichedArticle less = enriched(text, workOf(text, Step.WHOLE) - 1);

    assertEquals(1, less.quotes().size());
    assertEquals(2, less.quotes().get(0).spans().size());
  }

  @Test
  void aPassThatCrashesCostsItsFindingsAndNotTheArticle() {
    Engine broken = new Engine(LEXICON, null);

    Enricher.Enriched less = new Enricher(broken).enrichToBytes(article(TEXT), 0);

    assertEquals(List.of(new Fall(Step.NAMES_AND_DIRECT_QUOTES, Fall.Why.FAILURE)), less.falls());
    assertEquals(List.of(LESS + "the engine failed"), less.article().degraded());
    assertEquals(1, less.article().quotes().size());
  }

  @Test
  void aPassThatTheWatchdogStopsIsSaidSo() {
    long[] now = {0};
    // Each look at the clock is years later.
    Budget slow = new Budget(() -> now[0] += 1L << 55);
    String text = "She said that he told them. ".repeat(500);

    Enricher.Enriched less =
        new Enricher(new Engine(LEXICON, QuoteModel.shared(), slow))
            .enrichToBytes(article(text), 0);

    assertEquals(List.of(LESS + "stopped by the watchdog"), less.article().degraded());
  }

  @Test
  void aDegradedArticleGivesTheSameBytesTwiceAndLeavesNothingBehind() {
    String worst = "Arden Corp. and ".repeat(500) + "he said that he ".repeat(500);
    long budget = workOf(worst, Step.WHOLE) / 2;
    Enricher enricher = new Enricher(engine, budget);

    byte[] once = enricher.enrichToBytes(article(worst), 0).bytes();
    byte[] plain = enricher.enrichToBytes(article(TEXT), 0).bytes();
    byte[] twice = enricher.enrichToBytes(article(worst), 0).bytes();

    assertArrayEquals(once, twice);
    assertArrayEquals(
        new Enricher(new Engine(LEXICON), budget).enrichToBytes(article(TEXT), 0).bytes(), plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "“",
        "”",
        "“a ‘b ",
        "'a ",
        "Spain-",
        "she said he ",
        "said that ",
        "said ",
        "He saw her. ",
        "A\n",
        "A. ",
        "QUILL OF ARDEN ",
        "Ada Quill met Mr. Quill. ",
        "President Ada Quill met Mayor Quill. ",
        "Ada Quill, the mayor of Arden, met. The mayor sat. ",
        "\"We go there now.\" ",
        "\"We go,\" Ada Quill said. ",
        "HARLAN: we go there.\n",
        "• a\n",
        "I and my uncle ",
        "Arden Corp. said it met. The company sat. ",
        "Nov. 24, 2026, ",
        "😀",
        "e\u0301",
        "a; "
      })
  void twiceTheTextIsTwiceTheWork(String piece) {
    long once = workOf(piece.repeat(40_000 / piece.length()), Step.WHOLE);
    long twice = workOf(piece.repeat(80_000 / piece.length()), Step.WHOLE);

    assertTrue(twice <= 2.1 * once, once + " units, then " + twice);
    assertTrue(once <= 40_000 * 16, once + " units");
  }

  @ParameterizedTest
  @ValueSource(strings = {"he ", "He sat. ", "his lawyer and "})
  void whatGrowsWithTheSquareEndsWithinTheBudget(String pronoun) {
    String text = "Arden Corp. and ".repeat(20_000) + pronoun.repeat(300_000 / pronoun.length());

    Enricher.Enriched less = new Enricher(engine, 2_000_000).enrichToBytes(article(text), 0);

    assertTrue(engine.document.budget.spent() <= 2_000_000);
    assertEquals(Fall.Why.WORK, less.falls().get(0).why());
  }

  private EnrichedArticle enriched(String text, long budget) {
    return new Enricher(engine, budget).enrichToBytes(article(text), 0).article();
  }

  /** The units that a step spends on a text, findings written. */
  private long workOf(String text, Step step) {
    Enricher enricher = new Enricher(engine);
    if (step == Step.WHOLE) {
      enricher.enrich(article(text), 0);
    } else {
      engine.document.budget.begin();
      engine.read(text, -1, -1, step);
    }
    return engine.document.budget.spent();
  }

  private static Article article(String body) {
    return new ArticleBuilder("a")
        .pubStatus(Article.USABLE)
        .ingestedAt(Instant.EPOCH)
        .body(body)
        .build();
  }
}
