package onrecord.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import onrecord.events.Article;
import onrecord.events.ArticleCopy;
import onrecord.events.Engine;
import onrecord.events.EnrichedArticle;
import onrecord.events.Revision;
import onrecord.events.Speaker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions, copies and quotations in every order of arrival. */
class HistoryIT {
  private static final String LONG = "we will build the pier again and light it before the winter";

  private Postgres postgres;
  private Storage storage;

  @BeforeEach
  void freshDatabase() throws SQLException {
    postgres = Postgres.migrated();
    storage = new Storage(postgres.source(), "sink");
  }

  @Test
  void everyOrderOfArrivalLeavesTheSameFaceHistoryAndCopies() throws Exception {
    List<Object> events =
        List.of(
            version(2, "aa", Revision.NEW, true),
            version(1, "aa", Revision.LATE, false),
            version(2, "bb", Revision.CONFLICT, true),
            new Draft("a")
                .version(3)
                .pubStatus(Article.CANCELED)
                .text("")
                .article()
                .as(revision(Revision.WITHDRAWN, true)),
            copy(1, "b"),
            copy(2, null));
    List<String> expected = null;
    for (List<Object> order : orders(events)) {
      postgres.run("truncate article, revision, copy cascade");
      for (Object event : order) {
        store(event);
      }
      List<String> state =
          postgres.all(
              "select 'face', id, version, content_hash, pub_status, '' from article union all"
                  + " select 'kept', article_id, version, content_hash, verdict, latest::text"
                  + " from revision union all"
                  + " select 'copy', article_id, sequence, original, '', '' from copy union all"
                  + " select 'quote', article_id, ordinal, '', '', '' from quote"
                  + " order by 1, 2, 3, 4");
      expected = expected == null ? state : expected;
      assertEquals(expected, state);
    }
    assertEquals(6, expected.size(), expected.toString());
    assertEquals("face|a|3|" + "aa".repeat(32) + "|canceled|", expected.get(1));
  }

  @Test
  void aLateVersionIsNeverTheFaceEvenWhereTheNewerOneIsNotStored() throws Exception {
    store(version(1, "aa", Revision.LATE, false));

    assertEquals(
        "0|1", postgres.one("select (select count(*) from article), count(*) from revision"));
  }

  @Test
  void aLinkOfACopyMayComeBeforeItsArticle() throws Exception {
    store(copy(1, "b"));

    assertEquals("a|b", postgres.one("select article_id, original from copy"));
  }

  @Test
  void everyOrderOfVariantsMakesTheSameQuotation() throws Exception {
    List<Object> events =
        List.of(
            saying("a", LONG, "Ana Roe"),
            saying("b", "We will build the pier again…", "Roe"),
            saying("c", LONG.replace("light", "lite").toUpperCase(java.util.Locale.ROOT), "A. Roe"),
            saying("d", "the council does not know what any of this costs", "Ana Roe"));
    List<String> expected = null;
    for (List<Object> order : orders(events)) {
      postgres.run("truncate article, wording, wording_print cascade");
      for (Object event : order) {
        store(event);
      }
      List<String> groups =
          postgres.all(
              "select string_agg(article_id, ',' order by article_id) from quote"
                  + " join wording w on w.id = wording group by w.quotation order by 1");
      expected = expected == null ? groups : expected;
      assertEquals(expected, groups);
    }
    assertEquals(List.of("a,b,c", "d"), expected);
  }

  @Test
  void theSameWordsOfSomeoneElseAreAnotherQuotation() throws Exception {
    store(saying("a", "we will win this vote today", "Ana Roe"));
    store(saying("b", "we will win this vote today", "Al Poe"));

    assertEquals("2", postgres.one("select count(distinct quotation) from wording"));
  }

  private void store(Object event) throws SQLException, Fenced {
    if (event instanceof ArticleCopy copy) {
      storage.store(List.of(), List.of(copy), Map.of());
    } else {
      storage.store(Draft.arrivals(List.of((EnrichedArticle) event)), List.of(), Map.of());
    }
  }

  private static EnrichedArticle saying(String id, String words, String name) {
    return new Draft(id)
        .text(words)
        .quote("q", words, new Speaker(Speaker.PERSON, null, name, null))
        .article();
  }

  private static EnrichedArticle version(long number, String hash, String verdict, boolean latest) {
    return new Draft("a")
        .version(number)
        .hash(hash)
        .person("e1", "Ana")
        .quote("q", "Go.", null)
        .article()
        .as(revision(verdict, latest));
  }

  private static Revision revision(String verdict, boolean latest) {
    return new Revision(verdict, latest, null, List.of());
  }

  private static ArticleCopy copy(long sequence, String original) {
    return new ArticleCopy(
        "a", sequence, original, original == null ? null : 0.9, new Engine("copies", "1", null));
  }

  private static List<List<Object>> orders(List<Object> events) {
    if (events.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Object>> orders = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Object[] rest = events.toArray();
      Object first = rest[i];
      System.arraycopy(rest, i + 1, rest, i, rest.length - i - 1);
      for (List<Object> order : orders(Arrays.asList(rest).subList(0, rest.length - 1))) {
        List<Object> all = new ArrayList<>(List.of(first));
        all.addAll(order);
        orders.add(all);
      }
    }
    return orders;
  }
}
