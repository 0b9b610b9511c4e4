package onrecord.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.FutureTask;
import onrecord.events.Article;
import onrecord.events.ArticleCopy;
import onrecord.events.Engine;
import onrecord.events.EnrichedArticle;
import onrecord.events.Revision;
import onrecord.events.Speaker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions, copies and quotations in every order of arrival. */
class HistoryIT {
  private static final String LONG = "we will build the pier again and light it before the winter";

  /** The same words, misheard. */
  private static final String LITE = LONG.replace("light", "lite").toUpperCase(Locale.ROOT);

  private Postgres postgres;
  private HikariDataSource pool;
  private Storage storage;

  @BeforeEach
  void freshDatabase() throws SQLException {
    postgres = Postgres.migrated();
    // Thousands of transactions of which none asks what a crash leaves.
    pool = new HikariDataSource();
    pool.setDataSource(postgres.source("-c synchronous_commit=off"));
    pool.setMaximumPoolSize(2);
    storage = new Storage(pool, "sink");
  }

  @AfterEach
  void closePool() {
    pool.close();
  }

  @Test
  void everyOrderOfArrivalLeavesTheSameFaceHistoryAndCopies() throws Exception {
    List<String> expected = null;
    int articles = 0;
    for (List<Object> order : orders(List.of(0, 1, 2, 3, 4, 5))) {
      // An article of its own for each order is much quicker than an empty database.
      String id = "a" + articles++;
      List<Object> events = eventsOf(id);
      for (Object event : order) {
        store(events.get((int) event));
      }
      List<String> state = stateOf(id);
      expected = expected == null ? state : expected;
      assertEquals(expected, state);
    }
    assertEquals(720, articles);
    assertEquals(6, expected.size(), expected.toString());
    assertEquals("face|3|" + "aa".repeat(32) + "|canceled|", expected.get(1));
  }

  private static List<Object> eventsOf(String id) {
    return List.of(
        version(id, 2, "aa", Revision.NEW, true),
        version(id, 1, "aa", Revision.LATE, false),
        version(id, 2, "bb", Revision.CONFLICT, true),
        new Draft(id)
            .version(3)
            .pubStatus(Article.CANCELED)
            .text("")
            .article()
            .as(revision(Revision.WITHDRAWN, true)),
        copy(id, 1, "b"),
        copy(id, 2, null));
  }

  private List<String> stateOf(String id) throws SQLException {
    return postgres.all(
        """
        select 'face', version, content_hash, pub_status, '' from article where id = '%1$s'
        union all
        select 'kept', version, content_hash, verdict, latest::text from revision
        where article_id = '%1$s'
        union all
        select 'copy', sequence, original, '', '' from copy where article_id = '%1$s'
        union all
        select 'quote', ordinal, '', '', '' from quote where article_id = '%1$s'
        union all
        select 'attitude', ordinal, '', '', '' from attitude where article_id = '%1$s'
        order by 1, 2, 3
        """
            .formatted(id));
  }

  @Test
  void aLateVersionIsNeverTheFaceEvenWhereTheNewerOneIsNotStored() throws Exception {
    store(version("a", 1, "aa", Revision.LATE, false));

    assertEquals(
        "0|1", postgres.one("select (select count(*) from article), count(*) from revision"));
  }

  @Test
  void aLinkOfACopyMayComeBeforeItsArticle() throws Exception {
    store(copy("a", 1, "b"));

    assertEquals("a|b", postgres.one("select article_id, original from copy"));
  }

  @Test
  void everyOrderOfVariantsMakesTheSameQuotation() throws Exception {
    List<Object> events =
        List.of(
            saying("a", LONG, "Ana Roe"),
            saying("b", "We will build the pier again…", "Roe"),
            saying("c", LITE, "A. Roe"),
            saying("d", "the council does not know what any of this costs", "Ana Roe"));
    List<String> expected = null;
    for (List<Object> order : orders(events)) {
      postgres.run("delete from article; delete from wording_print; delete from wording");
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
  void twoSinksThatLinkOneQuotationAtOnceEndAsOneDoes() throws Exception {
    List<EnrichedArticle> variants =
        List.of(
            saying("a", LONG, "Ana Roe"),
            saying("b", "We will build the pier again…", "Roe"),
            saying("c", LITE, "A. Roe"));
    variants.forEach(variant -> storeBy(storage, variant));
    List<String> byOne = quotations();
    assertEquals(1, byOne.size(), byOne.toString());

    for (List<Object> order : orders(List.copyOf(variants))) {
      postgres.run("delete from article; delete from wording_print; delete from wording");
      HeldCommit held = new HeldCommit(postgres.source());
      Storage first = new Storage(held.source(), "sink");
      FutureTask<Void> ahead =
          new FutureTask<>(() -> storeBy(first, order.get(0), order.get(1)), null);
      new Thread(ahead, "first").start();
      held.awaitReached();
      FutureTask<Void> behind = new FutureTask<>(() -> storeBy(storage, order.get(2)), null);
      new Thread(behind, "second").start();
      // Either it waits for the first one, or it has not seen what that one will commit.
      while (!behind.isDone() && waiting() == 0) {
        Thread.onSpinWait();
      }
      held.letGo();
      ahead.get();
      behind.get();

      assertEquals(byOne, quotations());
    }
  }

  private int waiting() throws SQLException {
    return Integer.parseInt(postgres.one("select count(*) from pg_locks where not granted"));
  }

  private List<String> quotations() throws SQLException {
    return postgres.all(
        "select string_agg(article_id, ',' order by article_id), w.quotation, quotation_size"
            + " from quote join wording w on w.id = wording group by 2, 3 order by 1");
  }

  /** In one transaction. */
  private static void storeBy(Storage sink, Object... articles) {
    try {
      sink.store(
          Draft.arrivals(Arrays.stream(articles).map(EnrichedArticle.class::cast).toList()),
          List.of(),
          Map.of());
    } catch (SQLException | Fenced e) {
      throw new IllegalStateException(e);
    }
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

  private static EnrichedArticle version(
      String id, long number, String hash, String verdict, boolean latest) {
    return new Draft(id)
        .version(number)
        .hash(hash)
        .person("e1", "Ana")
        .quote("q", "Go.", null)
        .attitude("q2", "Go.", null)
        .article()
        .as(revision(verdict, latest));
  }

  private static Revision revision(String verdict, boolean latest) {
    return new Revision(verdict, latest, null, List.of());
  }

  private static ArticleCopy copy(String id, long sequence, String original) {
    return new ArticleCopy(
        id, sequence, original, original == null ? null : 0.9, new Engine("copies", "1", null));
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
