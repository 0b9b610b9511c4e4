package onrecord.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onrecord.events.Article;
import onrecord.events.Block;
import onrecord.events.Candidate;
import onrecord.events.Engine;
import onrecord.events.EnrichedArticle;
import onrecord.events.Entity;
import onrecord.events.Mention;
import onrecord.events.Quote;
import onrecord.events.Speaker;
import onrecord.events.Topic;
import onrecord.sink.Storage.Move;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageIT {
  private static final TopicPartition FIRST = new TopicPartition(Topic.ENRICHED.topicName(), 0);
  private static final TopicPartition SECOND = new TopicPartition(Topic.ENRICHED.topicName(), 1);

  private Postgres postgres;
  private Storage storage;

  @BeforeEach
  void freshDatabase() throws SQLException {
    postgres = Postgres.migrated();
    storage = new Storage(postgres.source(), "sink");
  }

  @Test
  void anArticleIsStoredWithEveryField() throws Exception {
    store(
        new EnrichedArticle(
            "paper:1",
            7,
            "cafe".repeat(16),
            Article.USABLE,
            "1",
            "https://paper.example/1",
            "The Paper",
            "Go",
            "By Al Poe",
            "en",
            Instant.parse("2026-01-01T00:00:01Z"),
            Instant.parse("2026-01-01T00:00:02Z"),
            null,
            Instant.parse("2026-01-01T00:00:03Z"),
            Instant.parse("2026-01-01T00:00:04Z"),
            "feed:3",
            "Go\n\nGo.",
            4,
            List.of(new Block(Block.HEADLINE, 0, 2)),
            List.of(),
            List.of(),
            List.of(),
            new Engine("onrecord", "0.1", "none"),
            List.of("too long"),
            null));

    assertEquals(
        "paper:1|7|"
            + "cafe".repeat(16)
            + "|usable|1|https://paper.example/1|The Paper|Go|By Al Poe|en|1|2|3|4|feed:3"
            + "|Go\n\nGo.|4|[{\"end\": 2, \"kind\": \"headline\", \"start\": 0}]|onrecord|0.1|none"
            + "|{\"too long\"}",
        postgres.one(
            "select id, version, content_hash, pub_status, source_id, url, source, headline,"
                + " byline, language, extract(second from first_created)::int,"
                + " extract(second from version_created)::int,"
                + " extract(second from published_at)::int, extract(second from ingested_at)::int,"
                + " origin, text, body_start, blocks, engine_name, engine_version, engine_model,"
                + " degraded from article"));
  }

  @Test
  void whatAnArticleDoesNotHaveIsNull() throws Exception {
    store(new Draft("a").article());

    assertEquals(
        "11|0|0",
        postgres.one(
            "select num_nulls(source_id, url, source, headline, byline, language, first_created,"
                + " version_created, published_at, origin, engine_model), cardinality(degraded),"
                + " jsonb_array_length(blocks) from article"));
  }

  @Test
  void anEntityIsStoredWithItsMentions() throws Exception {
    Draft draft = new Draft("a").text("López came. López left.");
    draft.entity(
        new Entity(
            "e1",
            Entity.PERSON,
            "López",
            List.of("López"),
            List.of("Mayor"),
            List.of(
                new Mention(Mention.NAME, 0, 5, "López"),
                new Mention(Mention.NAME, 12, 17, "López")),
            0.25,
            "surname"));
    store(draft.article());

    assertEquals(
        List.of(
            "a|e1|PERSON|López|lopez|{López}|{Mayor}|0.25|surname|0|5|name|López",
            "a|e1|PERSON|López|lopez|{López}|{Mayor}|0.25|surname|12|17|name|López"),
        postgres.all(
            "select e.*, m.start, m.\"end\", m.kind, m.exact from entity e"
                + " join mention m on m.article_id = e.article_id and m.entity_id = e.id"
                + " order by m.start"));
  }

  @Test
  void aQuoteIsStoredWithItsSpeaker() throws Exception {
    Draft draft =
        new Draft("a").text("\"Go,\" Ana Roe, the mayor, said. \"Now.\"").person("e1", "Ana Roe");
    draft.quote("q0", "Now.", null);
    draft.quote(
        new Quote(
            "q1",
            Quote.DIRECT,
            List.of(draft.span("Go,"), draft.span("Now.")),
            List.of(draft.span("Go,")),
            "Go, Now.",
            "q0",
            new Speaker(Speaker.PERSON, "e1", "Ana  Roë", "mayor"),
            draft.span("Ana Roe"),
            draft.span("Now."),
            draft.span("said"),
            0.5,
            "cue",
            List.of(new Candidate("e1", "Ana Roe", 0.5)),
            "q0"));
    store(draft.article());

    assertEquals(
        "a|q1|1|direct|Go, Now.|[[1, 4], [33, 37]]|[[1, 4]]|q0|q0|person|e1|Ana  Roë|ana roe|mayor"
            + "|6|13|33|37|26|30|0.5|cue|[{\"name\": \"Ana Roe\", \"entity\": \"e1\", \"confidence\": 0.5}]",
        postgres.one(
            "select article_id, id, ordinal, kind, text, spans, quoted, within, same_as, speaker_kind, speaker_entity, speaker_name, speaker_folded, speaker_role, mention_start, mention_end, via_start, via_end, cue_start, cue_end, confidence, decided_by, candidates from quote where id = 'q1'"));
  }

  @Test
  void aQuoteWithoutASpeakerHasNulls() throws Exception {
    store(new Draft("a").quote("q", "Go.", null).article());

    assertEquals(
        "11",
        postgres.one(
            "select num_nulls(speaker_kind, speaker_entity, speaker_name, speaker_folded,"
                + " speaker_role, mention_start, mention_end, via_start, via_end, cue_start,"
                + " cue_end) from quote"));
  }

  @Test
  void anAttitudeIsStoredWithItsSpeakerApartFromTheQuotes() throws Exception {
    Draft draft =
        new Draft("a").text("Ana Roe refused to \"go\", a paper says.").person("e1", "Ana Roe");
    draft.attitude("q0", "a paper says", null);
    draft.attitude(
        new Quote(
            "q1",
            Quote.MIXED,
            List.of(draft.span("to \"go")),
            List.of(draft.span("go")),
            "to \"go",
            null,
            new Speaker(Speaker.PERSON, "e1", "Ana  Roë", "mayor"),
            draft.span("Ana Roe"),
            draft.span("a paper"),
            draft.span("refused"),
            0.5,
            "cue",
            List.of(new Candidate("e1", "Ana Roe", 0.5)),
            null));
    store(draft.article());

    assertEquals(
        "a|q1|1|mixed|to \"go|[[16, 22]]|[[20, 22]]|person|e1|Ana  Roë|mayor|0|7|25|32|8|15|0.5"
            + "|cue|[{\"name\": \"Ana Roe\", \"entity\": \"e1\", \"confidence\": 0.5}]|0",
        postgres.one(
            "select article_id, id, ordinal, kind, text, spans, quoted, speaker_kind,"
                + " speaker_entity, speaker_name, speaker_role, mention_start, mention_end,"
                + " via_start, via_end, cue_start, cue_end, confidence, decided_by, candidates,"
                + " (select count(*) from quote) from attitude where id = 'q1'"));
  }

  @Test
  void anAttitudeWithoutASpeakerHasNulls() throws Exception {
    store(new Draft("a").attitude("q", "Go.", null).article());

    assertEquals(
        "10",
        postgres.one(
            "select num_nulls(speaker_kind, speaker_entity, speaker_name, speaker_role,"
                + " mention_start, mention_end, via_start, via_end, cue_start, cue_end)"
                + " from attitude"));
  }

  @Test
  void anAttitudesWordsAreNoQuotation() throws Exception {
    store(new Draft("a").attitude("q", "Go.", null).article());

    assertEquals("0", postgres.one("select count(*) from wording"));
  }

  @Test
  void quotesAreCountedFromZeroInEachArticle() throws Exception {
    store(
        new Draft("a").quote("q", "Go.", null).article(),
        new Draft("b").quote("q", "Go.", null).article());

    assertEquals(List.of("0", "0"), postgres.all("select ordinal from quote"));
  }

  @Test
  void aNewerVersionReplacesAnOlderOne() throws Exception {
    store(new Draft("a").version(1).text("Old.").article());
    store(new Draft("a").version(2).text("New.").article());

    assertEquals("2|New.", postgres.one("select version, text from article"));
  }

  @Test
  void theFindingsOfAReplacedVersionAreGone() throws Exception {
    store(
        new Draft("a")
            .version(1)
            .person("e1", "Ana")
            .person("e2", "Roe")
            .quote("q1", "Go.", null)
            .attitude("q3", "Go.", null)
            .article());
    store(
        new Draft("a")
            .version(2)
            .person("e1", "Roe")
            .quote("q2", "Go", null)
            .attitude("q4", "Go", null)
            .article());

    assertEquals(
        List.of("Roe|Roe|q2|q4"),
        postgres.all(
            "select e.name, m.exact, q.id, t.id from entity e, mention m, quote q, attitude t"));
  }

  @Test
  void aLateOlderVersionDoesNotOverwriteANewerOne() throws Exception {
    store(
        new Draft("a")
            .version(2)
            .text("New.")
            .quote("q2", "New", null)
            .attitude("q4", "New", null)
            .article());
    store(
        new Draft("a")
            .version(1)
            .text("Old.")
            .quote("q1", "Old", null)
            .attitude("q3", "Old", null)
            .article());

    assertEquals(
        "New.|q2|q4",
        postgres.one("select a.text, q.id, t.id from article a, quote q, attitude t"));
  }

  @Test
  void aLateOlderVersionIsNotCountedAsStored() throws Exception {
    store(new Draft("a").version(2).article());

    assertEquals(List.of(), store(new Draft("a").version(1).article()));
  }

  @Test
  void ofEqualVersionsTheHigherContentHashStays() throws Exception {
    store(new Draft("a").hash("bb").text("Higher.").article());
    store(new Draft("a").hash("aa").text("Lower.").article());

    assertEquals("Higher.", postgres.one("select text from article"));
  }

  @Test
  void ofEqualVersionsTheHigherContentHashReplaces() throws Exception {
    store(new Draft("a").hash("aa").text("Lower.").article());
    store(new Draft("a").hash("bb").text("Higher.").article());

    assertEquals("Higher.", postgres.one("select text from article"));
  }

  @Test
  void theSameContentFromANewerEngineReplaces() throws Exception {
    store(new Draft("a").engineVersion("1").quote("q1", "Go.", null).article());
    store(new Draft("a").engineVersion("2").quote("q2", "Go", null).article());

    assertEquals("2|q2", postgres.one("select engine_version, q.id from article, quote q"));
  }

  @Test
  void ofTwoVersionsInABatchTheHigherIsStored() throws Exception {
    store(
        new Draft("a").version(2).text("New.").article(),
        new Draft("a").version(1).text("Old.").article());

    assertEquals("New.", postgres.one("select text from article"));
  }

  @Test
  void ofTwoEventsOfOneVersionInABatchTheLastIsStored() throws Exception {
    store(new Draft("a").engineVersion("1").article(), new Draft("a").engineVersion("2").article());

    assertEquals("2", postgres.one("select engine_version from article"));
  }

  @ParameterizedTest
  @ValueSource(strings = {Article.CANCELED, Article.WITHHELD, "a word of tomorrow"})
  void anArticleThatIsNotUsableIsARowWithoutFindings(String pubStatus) throws Exception {
    store(
        new Draft("a")
            .version(1)
            .person("e1", "Ana")
            .quote("q", "Go.", null)
            .attitude("q2", "Go.", null)
            .article());
    store(
        new Draft("a")
            .version(2)
            .pubStatus(pubStatus)
            .person("e1", "Ana")
            .quote("q", "Go.", null)
            .attitude("q2", "Go.", null)
            .article());

    assertEquals(
        pubStatus + "|0|0|0|0",
        postgres.one(
            "select pub_status, (select count(*) from entity), (select count(*) from mention),"
                + " (select count(*) from quote), (select count(*) from attitude) from article"));
  }

  @Test
  void aWithdrawalThatArrivesFirstKeepsTheArticleAway() throws Exception {
    store(new Draft("a").version(2).pubStatus(Article.CANCELED).text("").article());
    store(new Draft("a").version(1).article());

    assertEquals("canceled", postgres.one("select pub_status from article"));
  }

  @Test
  void partitionsMoveWithTheRows() throws Exception {
    storage.store(List.of(), List.of(), Map.of(FIRST, new Move(Storage.NOTHING_STORED, 5)));
    storage.store(List.of(), List.of(), Map.of(FIRST, new Move(5, 9)));

    assertEquals(
        Map.of(FIRST, 9L, SECOND, Storage.NOTHING_STORED), storage.places(List.of(FIRST, SECOND)));
  }

  @Test
  void anotherConsumerHasPlacesOfItsOwn() throws Exception {
    storage.store(List.of(), List.of(), Map.of(FIRST, new Move(Storage.NOTHING_STORED, 5)));

    assertEquals(
        Map.of(FIRST, Storage.NOTHING_STORED),
        new Storage(postgres.source(), "other").places(List.of(FIRST)));
  }

  @Test
  void whoBelievesInAnOldPlaceIsFenced() throws Exception {
    storage.store(List.of(), List.of(), Map.of(FIRST, new Move(Storage.NOTHING_STORED, 5)));

    assertThrows(
        Fenced.class, () -> storage.store(List.of(), List.of(), Map.of(FIRST, new Move(3, 6))));
  }

  @Test
  void whoBelievesThatNothingIsStoredIsFenced() throws Exception {
    storage.store(List.of(), List.of(), Map.of(FIRST, new Move(Storage.NOTHING_STORED, 5)));

    assertThrows(
        Fenced.class,
        () ->
            storage.store(
                List.of(), List.of(), Map.of(FIRST, new Move(Storage.NOTHING_STORED, 6))));
  }

  @Test
  void whoIsFencedStoresNothing() throws Exception {
    storage.store(List.of(), List.of(), Map.of(SECOND, new Move(Storage.NOTHING_STORED, 5)));
    List<EnrichedArticle> articles = List.of(new Draft("a").article());
    Map<TopicPartition, Move> moves =
        Map.of(FIRST, new Move(Storage.NOTHING_STORED, 1), SECOND, new Move(3, 6));

    assertThrows(Fenced.class, () -> storage.store(Draft.arrivals(articles), List.of(), moves));
    assertEquals(
        "0|1", postgres.one("select (select count(*) from article), count(*) from consumed"));
  }

  @Test
  void ofTwoWritersAtOnceExactlyOneMovesAPartition() throws Exception {
    int moves = 30;
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Integer> writer =
        () -> {
          Storage own = new Storage(postgres.source(), "sink");
          int won = 0;
          for (int to = 0; to < moves; to++) {
            together.await();
            try {
              own.store(List.of(), List.of(), Map.of(FIRST, new Move(to - 1, to)));
              won++;
            } catch (Fenced e) {
              // The other one moved it.
            }
          }
          return won;
        };
    assertEquals(moves, sumOfTwo(writer));
  }

  @Test
  void aFailureInTheMiddleLeavesNeitherRowsNorPlaces() throws Exception {
    postgres.run("alter table attitude add check (text <> 'Poison.')");
    List<EnrichedArticle> articles =
        List.of(
            new Draft("a").person("e1", "Ana").quote("q", "Go.", null).article(),
            new Draft("b").text("Poison.").attitude("q", "Poison.", null).article());

    assertThrows(
        SQLException.class,
        () ->
            storage.store(
                Draft.arrivals(articles),
                List.of(),
                Map.of(FIRST, new Move(Storage.NOTHING_STORED, 2))));
    assertEquals(
        "0|0|0|0|0",
        postgres.one(
            "select (select count(*) from article), (select count(*) from entity),"
                + " (select count(*) from mention), (select count(*) from quote),"
                + " (select count(*) from consumed)"));
  }

  @Test
  void aVeryLongNameIsStoredWholeAndFoldedToItsBeginning() throws Exception {
    String name = randomLetters(10_000);
    store(
        new Draft("a")
            .text(name)
            .person("e1", name)
            .quote("q", name, new Speaker(Speaker.PERSON, "e1", name, name))
            .article());

    assertEquals(
        "10000|200|10000|200",
        postgres.one(
            "select length(name), length(name_folded), length(speaker_name), length(speaker_folded)"
                + " from entity, quote"));
  }

  @Test
  void aFoldedNameIsNotCutInTheMiddleOfACharacter() throws Exception {
    String name = "x" + "\uD835\uDD38".repeat(300);
    store(new Draft("a").text(name).person("e1", name).article());

    assertEquals("200", postgres.one("select length(name_folded) from entity"));
  }

  @Test
  void theLongestIdAndSourceAreStored() throws Exception {
    store(
        new Draft("\uD835\uDD38".repeat(Article.MAX_ID_CHARS / 2))
            .source(randomLetters(Article.MAX_FIELD_CHARS))
            .person("\u4E00".repeat(100), "Ana")
            .quote("\u4E01".repeat(100), "Go.", null)
            .attitude("\u4E02".repeat(100), "Go.", null)
            .article());

    assertEquals(
        "1", postgres.one("select count(*) from article, entity, mention, quote, attitude"));
  }

  @Test
  void emojiAndWhatArraysAndJsonEscapeSurvive() throws Exception {
    String odd = "{\"\\',NULL\t\uD83D\uDE00}";
    Draft draft = new Draft("a").text(odd);
    draft.entity(
        new Entity(
            "e1",
            Entity.PERSON,
            odd,
            List.of(odd, "", "NULL", " "),
            List.of(),
            List.of(draft.mention(odd)),
            0,
            "rule"));
    store(draft.article());

    assertEquals(
        odd + "|" + odd + "|" + odd + "||NULL| |4|0",
        postgres.one(
            "select a.text, e.name, names[1], names[2], names[3], names[4], cardinality(names),"
                + " cardinality(roles) from article a, entity e"));
  }

  @Test
  void aHundredThousandMentionsAreStored() throws Exception {
    int count = 100_000;
    String text = "Ana ".repeat(count);
    List<Mention> mentions =
        IntStream.range(0, count)
            .mapToObj(i -> new Mention(Mention.NAME, 4 * i, 4 * i + 3, "Ana"))
            .toList();
    store(
        new Draft("a")
            .text(text)
            .entity(
                new Entity(
                    "e1", Entity.PERSON, "Ana", List.of("Ana"), List.of(), mentions, 1, "rule"))
            .article());

    assertEquals("100000", postgres.one("select count(*) from mention"));
  }

  @Test
  void theLongestTextOfEverNewWordsIsStored() throws Exception {
    // Compounds weigh most: the index has the whole and the parts.
    String words = randomLetters(Article.MAX_BODY_BYTES / 3).replaceAll("(.{7})(.{7})", "$1-$2 ");
    store(new Draft("a").text(words).headline(words.substring(0, 2_000)).article());

    assertEquals("t", postgres.one("select length(words) > 10000 from article"));
  }

  @Test
  void theFirstAndTheLastYearAreStored() throws Exception {
    store(new Draft("a").publishedAt(Instant.parse("0001-01-01T00:00:00Z")).article());
    store(new Draft("b").publishedAt(Instant.parse("9999-12-31T23:59:59Z")).article());

    assertEquals(
        List.of("1", "9999"),
        postgres.all(
            "select extract(year from shown_at at time zone 'UTC') from article order by 1"));
  }

  @Test
  void anArticleWithoutATimeOfItsOwnIsShownByWhenItCameIn() throws Exception {
    store(new Draft("a").article());

    assertEquals("t", postgres.one("select shown_at = ingested_at from article"));
  }

  @Test
  void anArticleIsFoundByItsWords() throws Exception {
    store(new Draft("a").headline("Floods").text("The river rose.").article());

    assertEquals(
        "1",
        postgres.one(
            "select count(*) from article"
                + " where words @@ websearch_to_tsquery('english', 'flooding river')"));
  }

  @Test
  void emptyBatchesAreFine() throws Exception {
    assertEquals(List.of(), storage.store(List.of(), List.of(), Map.of()));
  }

  private List<EnrichedArticle> store(EnrichedArticle... articles) throws SQLException, Fenced {
    return storage.store(Draft.arrivals(List.of(articles)), List.of(), Map.of());
  }

  /** Letters of three bytes that no compression shortens. */
  private static String randomLetters(int length) {
    Random random = new Random(1);
    return random
        .ints(length, 0x4E00, 0x9FA5)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static int sumOfTwo(Callable<Integer> work)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      int sum = 0;
      for (Future<Integer> result : new ArrayList<>(threads.invokeAll(List.of(work, work)))) {
        sum += result.get();
      }
      return sum;
    } finally {
      threads.shutdownNow();
    }
  }
}
