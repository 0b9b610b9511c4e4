package onrecord.enrich;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import onrecord.enrich.text.Lexicon;
import onrecord.events.Article;
import onrecord.events.ArticleBuilder;
import onrecord.events.EnrichedArticle;
import onrecord.events.EventJson;
import onrecord.events.QuoteEvent;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnrichTopologyTest {
  private static final Duration SINCE_ARRIVAL = Duration.ofSeconds(7);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Topology topology =
      EnrichTopology.build(
          Lexicon.load(), EnrichConfig.DEFAULT_WORK, new EnrichMeters(registry, clock()));
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
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
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
            EnrichTopology.build(Lexicon.load(), 1, new EnrichMeters(registry, clock())),
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
  void theTopologyIsTheOneOnRecord() throws IOException {
    try (InputStream expected = getClass().getResourceAsStream("expected_topology.txt")) {
      assertEquals(
          new String(expected.readAllBytes(), StandardCharsets.UTF_8).strip(),
          topology.describe().toString().strip());
    }
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
