package onrecord.enrich.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import onrecord.events.Article;
import onrecord.events.ArticleBuilder;
import onrecord.events.ArticleStatus;
import onrecord.events.Engine;
import onrecord.events.EnrichedArticle;
import onrecord.events.Revision;
import org.junit.jupiter.api.Test;

class RulingTest {
  private final List<String> verdicts = new ArrayList<>();
  private ArticleState state = ArticleState.NONE;
  private long offset;

  @Test
  void theFirstVersionIsNew() {
    take(version(1, "Rain fell."));
    assertEquals(List.of(Revision.NEW), verdicts);
  }

  @Test
  void theSameVersionAgainIsUnchangedAlsoWhenItIsNoLongerTheTruth() {
    take(version(1, "Rain fell."), version(2, "Snow fell."), version(1, "Rain fell."));
    assertEquals(List.of(Revision.NEW, Revision.NEWER, ArticleStatus.UNCHANGED), verdicts);
    assertEquals(2, state.latest().version());
  }

  @Test
  void theTruthAgainWithoutAnOrderOfItsOwnIsUnchanged() {
    take(fetched("Rain fell.", 1), fetched("Rain fell.", 2), fetched("Snow fell.", 3));
    assertEquals(List.of(Revision.NEW, ArticleStatus.UNCHANGED, Revision.NEWER), verdicts);
    take(fetched("Rain fell.", 4));
    assertEquals(Revision.NEWER, verdicts.get(3));
  }

  @Test
  void aHigherVersionWithTheSameContentIsAVersion() {
    take(version(1, "Rain fell."), version(3, "Rain fell."), version(2, "Snow fell."));
    assertEquals(List.of(Revision.NEW, Revision.NEWER, Revision.LATE), verdicts);
    assertEquals(3, state.latest().version());
  }

  @Test
  void aVersionThatSaysThatItCorrectsIsACorrection() {
    take(version(1, "Rain fell."));
    take(new ArticleBuilder("a").version(2L).correction("It snowed.").body("Snow fell.").build());
    assertEquals(List.of(Revision.NEW, Revision.CORRECTED), verdicts);
  }

  @Test
  void ofEqualVersionsTheGreaterHashIsTheTruthInBothOrders() {
    Article one = version(1, "Rain fell.");
    Article other = version(1, "Snow fell.");
    String greater =
        one.contentHash().compareTo(other.contentHash()) > 0
            ? one.contentHash()
            : other.contentHash();
    take(one, other);
    assertEquals(List.of(Revision.NEW, Revision.CONFLICT), verdicts);
    assertEquals(greater, state.latest().contentHash());
    startAgain();
    take(other, one);
    assertEquals(List.of(Revision.NEW, Revision.CONFLICT), verdicts);
    assertEquals(greater, state.latest().contentHash());
  }

  @Test
  void aWithdrawalBeforeItsArticleHidesItAndAHigherVersionPublishesItAgain() {
    take(withdrawal(5), version(3, "Rain fell."));
    assertEquals(List.of(Revision.WITHDRAWN, Revision.LATE), verdicts);
    assertEquals(Article.CANCELED, state.latest().pubStatus());
    take(version(6, "Rain fell."));
    assertEquals(Revision.NEWER, verdicts.get(2));
    assertEquals(Article.USABLE, state.latest().pubStatus());
  }

  @Test
  void whatALaterWithdrawalHidesDoesNotComeBackByAnOlderVersion() {
    take(Article.withdrawal("a", Instant.ofEpochSecond(1)));
    take(Article.withdrawal("a", Instant.ofEpochSecond(3)));
    take(fetched("Rain fell.", 2));
    assertEquals(List.of(Revision.WITHDRAWN, Revision.WITHDRAWN, Revision.LATE), verdicts);
    assertEquals(Article.CANCELED, state.latest().pubStatus());
  }

  @Test
  void everyOrderOfArrivalEndsInTheSameTruth() {
    List<Article> versions =
        List.of(
            version(1, "Rain fell."),
            version(2, "Snow fell."),
            version(2, "Hail fell."),
            withdrawal(3),
            new ArticleBuilder("a").version(4L).correction("It rained.").body("Rain.").build());
    Set<Revision.Former> truths = new HashSet<>();
    for (List<Article> order : orders(versions)) {
      startAgain();
      order.forEach(this::take);
      truths.add(state.latest());
    }
    assertEquals(1, truths.size());
    assertEquals(4, truths.iterator().next().version());
  }

  @Test
  void fiftyVersionsOutOfOrderEndInTheHighest() {
    List<Article> versions = new ArrayList<>();
    for (int version = 1; version <= 50; version++) {
      versions.add(version(version, "Version " + version + "."));
    }
    Collections.shuffle(versions, new Random(1));
    versions.forEach(this::take);
    assertEquals(50, state.latest().version());
    assertEquals(50, state.decisions().size());
    assertFalse(verdicts.contains(ArticleStatus.UNCHANGED));
  }

  @Test
  void theGreatestVersionAndTheEndsOfTimeHaveTheirPlace() {
    take(
        new ArticleBuilder("a")
            .versionCreated(Instant.parse("0001-01-01T00:00:00Z"))
            .body("Old.")
            .build(),
        version(Article.MAX_VERSION, "Last."),
        new ArticleBuilder("a")
            .versionCreated(Instant.parse("9999-12-31T23:59:59Z"))
            .body("Far.")
            .build());
    assertEquals(List.of(Revision.NEW, Revision.NEWER, Revision.LATE), verdicts);
  }

  @Test
  void theStoreGivesBackWhatItWasGiven() {
    take(version(1, "Rain fell."), withdrawal(2));
    assertEquals(state, ArticleState.of(state.toBytes()));
    assertTrue(ArticleState.of(null).decisions().isEmpty());
  }

  private void startAgain() {
    state = ArticleState.NONE;
    verdicts.clear();
  }

  private void take(Article... articles) {
    for (Article article : articles) {
      Ruling ruling = Ruling.on(state, article, 0);
      verdicts.add(ruling.verdict());
      ArticleStatus.Decision decision =
          new ArticleStatus.Decision(
              ruling.verdict(),
              ruling.latest(),
              ruling.order(),
              article.contentHash(),
              article.pubStatus(),
              null,
              0,
              offset++,
              Instant.EPOCH);
      state =
          ruling.verdict().equals(ArticleStatus.UNCHANGED)
              ? state.after(decision)
              : state.after(decision, enriched(article));
    }
  }

  private static EnrichedArticle enriched(Article article) {
    return EnrichedArticle.of(
        article,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Engine("onrecord", "0", null),
        List.of());
  }

  private static Article version(long version, String body) {
    return new ArticleBuilder("a").version(version).body(body).build();
  }

  private static Article withdrawal(long version) {
    return new ArticleBuilder("a").version(version).pubStatus(Article.CANCELED).build();
  }

  private static Article fetched(String body, long second) {
    return new ArticleBuilder("a").ingestedAt(Instant.ofEpochSecond(second)).body(body).build();
  }

  private static List<List<Article>> orders(List<Article> versions) {
    if (versions.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Article>> orders = new ArrayList<>();
    for (Article first : versions) {
      List<Article> others = new ArrayList<>(versions);
      others.remove(first);
      for (List<Article> rest : orders(others)) {
        List<Article> order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        orders.add(order);
      }
    }
    return orders;
  }
}
