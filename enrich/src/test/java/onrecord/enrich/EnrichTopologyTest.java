package onrecord.enrich;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import onrecord.enrich.text.Lexicon;
import onrecord.enrich.versions.ArticleState;
import onrecord.events.Article;
import onrecord.events.ArticleBuilder;
import onrecord.events.ArticleStatus;
import onrecord.events.EnrichedArticle;
import onrecord.events.EventJson;
import onrecord.events.QuoteEvent;
import onrecord.events.Rejection;
import onrecord.events.Revision;
import onrecord.events.Topic;
import onrecord.events.TraceContext;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichTopologyTest {
  private static final Duration SINCE_ARRIVAL = Duration.ofSeconds(7);

  private static final AtomicInteger DRIVERS = new AtomicInteger();

  @TempDir private static Path directory;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Topology topology =
      EnrichTopology.build(
          () -> new Enricher(new Engine(Lexicon.load())), new EnrichMeters(registry, clock()));
  private final TopologyTestDriver driver = new TopologyTestDriver(topology, properties());
  private final TestInputTopic<byte[], byte[]> articles =
      driver.createInputTopic(
          Topic.ARTICLES.topicName(), new ByteArraySerializer(), new ByteArraySerializer());

  /** So long after the articles here came in. */
  private static Clock clock() {
    return Clock.fixed(Instant.EPOCH.plus(SINCE_ARRIVAL), ZoneOffset.UTC);
  }

  private static Properties properties() {
    Properties properties = new Properties();
    // No two drivers may share a state.
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test-" + DRIVERS.incrementAndGet());
    properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    return properties;
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void anArticleBecomesAnEnrichedArticleAndAQuoteKeyedByItsSpeaker() {
    send("a", "\"It is all closed now,\" said Nóra Vance.");

    EnrichedArticle enriched =
        EventJson.read(output(Topic.ENRICHED).readValue(), EnrichedArticle.class);
    TestRecord<byte[], byte[]> quote = output(Topic.QUOTES).readRecord();
    assertEquals("a", enriched.id());
    assertEquals("nora vance", new String(quote.key(), StandardCharsets.UTF_8));
    assertEquals(enriched.quotes().get(0), EventJson.read(quote.value(), QuoteEvent.class).quote());
  }

  @Test
  void bytesThatAreNoJsonAreSetAsideAsTheyCame() {
    byte[] broken = {'{', (byte) 0xff, 0};

    articles.pipeInput("a".getBytes(StandardCharsets.UTF_8), broken);

    TestRecord<byte[], byte[]> rejected = output(Topic.REJECTED).readRecord();
    assertArrayEquals(broken, rejected.value());
    Rejection rejection = Rejection.readFrom(rejected.headers());
    assertEquals(Rejection.DESERIALIZE, rejection.stage());
    assertEquals(Topic.ARTICLES.topicName(), rejection.topic());
    assertTrue(output(Topic.ENRICHED).isEmpty());
  }

  @Test
  void anArticleWithoutABodyIsSetAsideByValidation() {
    articles.pipeInput(
        "a".getBytes(StandardCharsets.UTF_8), "{\"id\":\"a\"}".getBytes(StandardCharsets.UTF_8));

    Rejection rejection = Rejection.readFrom(output(Topic.REJECTED).readRecord().headers());
    assertEquals(Rejection.VALIDATE, rejection.stage());
    assertEquals("body is missing", rejection.reason());
  }

  @Test
  void aFieldOfTomorrowIsIgnored() {
    String json = "{\"id\":\"a\",\"body\":\"Nothing new.\",\"mood\":\"calm\"}";

    articles.pipeInput("a".getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_8));

    assertTrue(output(Topic.REJECTED).isEmpty());
  }

  @Test
  void aKeyThatIsNotTheIdIsSetAside() {
    articles.pipeInput(
        "b".getBytes(StandardCharsets.UTF_8),
        "{\"id\":\"a\",\"body\":\"x\"}".getBytes(StandardCharsets.UTF_8));

    assertEquals(
        Rejection.VALIDATE,
        Rejection.readFrom(output(Topic.REJECTED).readRecord().headers()).stage());
  }

  @Test
  void aTombstoneWithdrawsTheArticle() {
    articles.pipeInput(new TestRecord<>("a".getBytes(StandardCharsets.UTF_8), null));

    EnrichedArticle enriched =
        EventJson.read(output(Topic.ENRICHED).readValue(), EnrichedArticle.class);
    assertEquals(Article.CANCELED, enriched.pubStatus());
  }

  @Test
  void anEnrichedArticleIsCountedWithItsQuotesAndItsLatency() {
    send("a", "\"It is all closed now,\" said Nóra Vance.");

    assertEquals(1, registry.get("onrecord.articles.enriched").counter().count());
    assertEquals(1, registry.get("onrecord.quotes").counter().count());
    assertEquals(1, registry.get("onrecord.annotation").timer().count());
    assertEquals(
        (double) SINCE_ARRIVAL.toSeconds(),
        registry.get("onrecord.article.enrichment.latency").timer().totalTime(TimeUnit.SECONDS));
  }

  @Test
  void anArticleForWhichTheEngineDidLessIsCountedByWhatIsLeftAndWhy() {
    try (TopologyTestDriver tight =
        new TopologyTestDriver(
            EnrichTopology.build(
                () -> new Enricher(new Engine(Lexicon.load()), 1),
                new EnrichMeters(registry, clock())),
            properties())) {
      TestInputTopic<byte[], byte[]> in =
          tight.createInputTopic(
              Topic.ARTICLES.topicName(), new ByteArraySerializer(), new ByteArraySerializer());
      Article article =
          new ArticleBuilder("a").ingestedAt(Instant.EPOCH).body("It is closed.").build();

      in.pipeInput("a".getBytes(StandardCharsets.UTF_8), EventJson.write(article));
    }

    assertEquals(
        1,
        registry
            .get("onrecord.articles.degraded")
            .tag("left", "blocks")
            .tag("reason", "work")
            .counter()
            .count());
    assertEquals(
        0, registry.get("onrecord.engine.bugs").tag("reason", "watchdog").counter().count());
  }

  @Test
  void aRejectIsCountedAtItsStage() {
    articles.pipeInput(
        "a".getBytes(StandardCharsets.UTF_8), "{\"id\":\"a\"}".getBytes(StandardCharsets.UTF_8));

    assertEquals(1, rejected(Rejection.VALIDATE));
    assertEquals(0, rejected(Rejection.DESERIALIZE));
    assertEquals(0, registry.get("onrecord.articles.enriched").counter().count());
  }

  private double rejected(String stage) {
    return registry.get("onrecord.articles.rejected").tag("stage", stage).counter().count();
  }

  @Test
  void anUnchangedArticleGoesNoFurtherAndIsCounted() {
    send("a", "\"It is all closed now,\" said Nóra Vance.");
    send("a", "\"It is all closed now,\" said Nóra Vance.");

    assertEquals(1, output(Topic.ENRICHED).readValuesToList().size());
    assertEquals(1, output(Topic.QUOTES).readValuesToList().size());
    assertEquals(1, decided(ArticleStatus.UNCHANGED));
    assertEquals(1, decided(Revision.NEW));
  }

  @Test
  void aNewerVersionAnnouncesWhatItChangesOfTheQuotes() {
    send(version(1).body("\"It is all closed now,\" said Nóra Vance. It rained.").build());
    output(Topic.QUOTES).readValuesToList();
    send(version(2).body("\"The road is open,\" said Nóra Vance. It rained.").build());

    assertEquals(
        List.of("added The road is open,", "withdrawn It is all closed now,"), quoteEvents());
    EnrichedArticle newer = enriched().get(1);
    assertEquals(Revision.NEWER, newer.revision().verdict());
    assertTrue(newer.revision().latest());
    assertEquals(1, newer.revision().former().version());
    assertEquals(
        List.of("added The road is open,", "withdrawn It is all closed now,"),
        newer.revision().changes().stream()
            .map(change -> change.operation() + " " + change.text())
            .toList());
  }

  @Test
  void aQuoteThatGetsAnotherSpeakerIsWithdrawnUnderTheOldKey() {
    send(version(1).body("\"It is all closed now,\" said Nóra Vance.").build());
    output(Topic.QUOTES).readValuesToList();
    send(version(2).body("\"It is all closed now,\" said Ada Brandt.").build());

    TestOutputTopic<byte[], byte[]> quotes = output(Topic.QUOTES);
    TestRecord<byte[], byte[]> first = quotes.readRecord();
    TestRecord<byte[], byte[]> second = quotes.readRecord();
    assertEquals("nora vance", new String(first.key(), StandardCharsets.UTF_8));
    assertEquals(QuoteEvent.WITHDRAWN, EventJson.read(first.value(), QuoteEvent.class).operation());
    assertEquals("ada brandt", new String(second.key(), StandardCharsets.UTF_8));
    assertEquals(QuoteEvent.CHANGED, EventJson.read(second.value(), QuoteEvent.class).operation());
    Revision.Change change = enriched().get(1).revision().changes().get(0);
    assertEquals("Ada Brandt", change.speaker());
    assertEquals("Nóra Vance", change.before());
  }

  @Test
  void aLateVersionIsHistoryAndAnnouncesNoQuote() {
    send(version(2).body("\"The road is open,\" said Nóra Vance.").build());
    output(Topic.QUOTES).readValuesToList();
    send(version(1).body("\"It is all closed now,\" said Nóra Vance.").build());

    assertTrue(output(Topic.QUOTES).isEmpty());
    Revision late = enriched().get(1).revision();
    assertEquals(Revision.LATE, late.verdict());
    assertFalse(late.latest());
    assertEquals(List.of(), late.changes());
  }

  @Test
  void aWithdrawalTakesTheQuotesBackAndALaterVersionAddsThemAgain() {
    send(version(1).body("\"It is all closed now,\" said Nóra Vance.").build());
    send(version(2).pubStatus(Article.CANCELED).build());
    send(version(3).body("\"It is all closed now,\" said Nóra Vance.").build());

    assertEquals(
        List.of(
            "added It is all closed now,",
            "withdrawn It is all closed now,",
            "added It is all closed now,"),
        quoteEvents());
    assertEquals(
        List.of(Revision.NEW, Revision.WITHDRAWN, Revision.NEWER),
        enriched().stream().map(article -> article.revision().verdict()).toList());
  }

  @Test
  void aRejectedRecordIsRememberedUnderItsKey() {
    articles.pipeInput("a".getBytes(StandardCharsets.UTF_8), new byte[] {'{'});
    send("a", "It rained.");

    byte[] state =
        driver
            .<byte[], byte[]>getKeyValueStore(EnrichTopology.VERSIONS)
            .get("a".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        List.of(Revision.NEW, ArticleStatus.REJECTED),
        ArticleState.of(state).decisions().stream().map(ArticleStatus.Decision::verdict).toList());
  }

  @Test
  void keysThatAreNoIdsAreSetAsideAndNothingIsRememberedOfThem() {
    for (byte[] key :
        new byte[][] {
          null, {}, {(byte) 0xff}, "x".repeat(10_000).getBytes(StandardCharsets.UTF_8)
        }) {
      articles.pipeInput(new TestRecord<>(key, new byte[] {'{'}));
    }

    assertEquals(4, output(Topic.REJECTED).readRecordsToList().size());
    try (KeyValueIterator<byte[], byte[]> all =
        driver.<byte[], byte[]>getKeyValueStore(EnrichTopology.VERSIONS).all()) {
      assertFalse(all.hasNext());
    }
  }

  @Test
  void aReasonThatQuotesDamagedTextIsRememberedAndStopsNothing() {
    for (String status :
        List.of("\\ud800", "\ud83d\ude00".repeat(400), "x" + "\ud83d\ude00".repeat(400))) {
      String json = "{\"id\":\"a\",\"body\":\"x\",\"pubStatus\":\"" + status + "\"}";
      articles.pipeInput(
          "a".getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_8));
    }

    List<ArticleStatus.Decision> decisions =
        ArticleState.of(
                driver
                    .<byte[], byte[]>getKeyValueStore(EnrichTopology.VERSIONS)
                    .get("a".getBytes(StandardCharsets.UTF_8)))
            .decisions();
    assertEquals(3, decisions.size());
    for (ArticleStatus.Decision decision : decisions) {
      assertTrue(
          StandardCharsets.UTF_8.newEncoder().canEncode(decision.reason()), decision.reason());
    }
  }

  @Test
  void theEventsOfAQuoteThatChangesItsKeyHaveIdsOfTheirOwn() {
    send(
        new ArticleBuilder("a")
            .version(1L)
            .body("\"It is all closed now,\" said Nora Vance.")
            .build());
    send(
        new ArticleBuilder("a")
            .version(2L)
            .body("\"It is all closed now,\" said Otto Lind.")
            .build());

    List<String> ids =
        output(Topic.QUOTES).readRecordsToList().stream()
            .map(
                quote ->
                    new String(quote.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
            .toList();
    assertEquals(3, ids.size());
    assertEquals(3, ids.stream().distinct().count(), ids.toString());
  }

  @Test
  void theTraceContextTravelsToAllThatComesOfAnArticle() {
    String trace = "00-00000000000000000000000000000abc-0000000000000def-01";
    TestRecord<byte[], byte[]> record =
        new TestRecord<>(
            "a".getBytes(StandardCharsets.UTF_8),
            EventJson.write(version(1).body("\"It is closed,\" said Nóra Vance.").build()));
    TraceContext.writeTo(record.headers(), trace);
    articles.pipeInput(record);

    assertEquals(trace, TraceContext.readFrom(output(Topic.ENRICHED).readRecord().headers()));
    assertEquals(trace, TraceContext.readFrom(output(Topic.QUOTES).readRecord().headers()));
  }

  @Test
  void theTopologyIsTheOneOnRecord() throws IOException {
    try (InputStream expected = getClass().getResourceAsStream("expected_topology.txt")) {
      assertEquals(
          new String(expected.readAllBytes(), StandardCharsets.UTF_8).strip(),
          topology.describe().toString().strip());
    }
  }

  private static ArticleBuilder version(long version) {
    return new ArticleBuilder("a").version(version);
  }

  private void send(Article article) {
    articles.pipeInput(article.id().getBytes(StandardCharsets.UTF_8), EventJson.write(article));
  }

  private List<EnrichedArticle> enriched() {
    return output(Topic.ENRICHED).readValuesToList().stream()
        .map(value -> EventJson.read(value, EnrichedArticle.class))
        .toList();
  }

  private List<String> quoteEvents() {
    return output(Topic.QUOTES).readValuesToList().stream()
        .map(value -> EventJson.read(value, QuoteEvent.class))
        .map(event -> event.operation() + " " + event.quote().text())
        .toList();
  }

  private double decided(String verdict) {
    return registry.get("onrecord.articles.decided").tag("verdict", verdict).counter().count();
  }

  private void send(String id, String body) {
    Article article = new ArticleBuilder(id).ingestedAt(Instant.EPOCH).body(body).build();
    articles.pipeInput(id.getBytes(StandardCharsets.UTF_8), EventJson.write(article));
  }

  private TestOutputTopic<byte[], byte[]> output(Topic topic) {
    return driver.createOutputTopic(
        topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
