package onrecord.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ArticleTest {
  private static final Instant MORNING = Instant.parse("2026-03-01T06:00:00Z");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void aVersionOrdersBeforeAnyTime() {
    Article article = plain().version(7L).versionCreated(MORNING).ingestedAt(NOON).build();

    assertEquals(7, article.order(99));
  }

  @Test
  void withoutAVersionTheTimeItWasMadeOrders() {
    Article article = plain().versionCreated(MORNING).ingestedAt(NOON).build();

    assertEquals(MORNING.toEpochMilli(), article.order(99));
  }

  @Test
  void withoutThatTheTimeAtTheDoorOrders() {
    assertEquals(NOON.toEpochMilli(), plain().ingestedAt(NOON).build().order(99));
  }

  @Test
  void withoutAnyTheRecordsTimestampOrders() {
    assertEquals(99, plain().build().order(99));
  }

  @Test
  void aTimeBefore1970OrdersBelowZero() {
    Instant early = Instant.parse("1965-01-01T00:00:00Z");

    EnrichedArticle enriched =
        EnrichedArticle.of(
            plain().versionCreated(early).build(),
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Engine("test", "1", null),
            List.of());

    assertEquals(early.toEpochMilli(), enriched.version());
  }

  @Test
  void equalVersionsAreOrderedByTheirContent() {
    List<Article> versions = new ArrayList<>();
    for (String body : List.of("One.", "Two.", "Three.")) {
      versions.add(plain().version(1L).body(body).build());
    }
    versions.add(plain().version(2L).body("Four.").build());
    Comparator<Article> order =
        Comparator.<Article>comparingLong(article -> article.order(0))
            .thenComparing(Article::contentHash);
    List<Article> sorted = versions.stream().sorted(order).toList();

    Collections.shuffle(versions, new Random(1));

    assertEquals(sorted, versions.stream().sorted(order).toList());
    assertEquals("Four.", sorted.get(3).body());
    assertEquals(3, sorted.subList(0, 3).stream().map(Article::contentHash).distinct().count());
  }

  @Test
  void theHashChangesWithWhatAReaderSees() {
    String hash = full().build().contentHash();
    List<UnaryOperator<ArticleBuilder>> changes =
        List.of(
            article -> article.pubStatus(Article.WITHHELD),
            article -> article.url("https://b.example"),
            article -> article.source("B"),
            article -> article.headline("B"),
            article -> article.byline("B"),
            article -> article.language("de"),
            article -> article.publishedAt(NOON),
            article -> article.body("b"));

    changes.forEach(change -> assertNotEquals(hash, change.apply(full()).build().contentHash()));
  }

  @Test
  void theHashStaysWhenOnlyTheEnvelopeChanges() {
    assertEquals(
        full().build().contentHash(),
        full()
            .sourceId("1")
            .version(3L)
            .firstCreated(NOON)
            .versionCreated(NOON)
            .ingestedAt(NOON)
            .origin("elsewhere")
            .build()
            .contentHash());
  }

  @Test
  void aWordThatMovesBetweenFieldsChangesTheHash() {
    assertNotEquals(
        plain().source("AB").headline("C").build().contentHash(),
        plain().source("A").headline("BC").build().contentHash());
    assertNotEquals(
        plain().source("A").build().contentHash(), plain().headline("A").build().contentHash());
  }

  @Test
  void aWithdrawalNeedsNothingButAnId() {
    Article withdrawal = Article.withdrawal("a", NOON);

    assertEquals(Article.CANCELED, withdrawal.pubStatus());
    assertEquals("", withdrawal.body());
    assertTrue(withdrawal.order(0) > plain().versionCreated(MORNING).build().order(0));
  }

  private static ArticleBuilder plain() {
    return new ArticleBuilder("a").body("Text.");
  }

  private static ArticleBuilder full() {
    return plain()
        .url("https://a.example")
        .source("A")
        .headline("A")
        .byline("A")
        .language("en")
        .publishedAt(MORNING);
  }
}
