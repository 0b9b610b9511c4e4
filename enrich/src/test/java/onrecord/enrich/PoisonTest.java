package onrecord.enrich;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import onrecord.enrich.quotes.QuoteModel;
import onrecord.enrich.text.Lexicon;
import onrecord.enrich.versions.ArticleState;
import onrecord.enrich.work.Budget;
import onrecord.events.ArticleBuilder;
import onrecord.events.ArticleStatus;
import onrecord.events.EnrichedArticle;
import onrecord.events.EventJson;
import onrecord.events.Rejection;
import onrecord.events.Revision;
import onrecord.events.Topic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Articles that the engine can't get over. The budget's clock, asked at each step, is the fault.
 */
class PoisonTest {
  private static final AtomicInteger DRIVERS = new AtomicInteger();

  @TempDir private static Path directory;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private LongSupplier clock = () -> 0;
  private TopologyTestDriver driver = driver(EnrichConfig.DEFAULT_WORK);

  private TopologyTestDriver driver(long budget) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "poison-" + DRIVERS.incrementAndGet());
    properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    Budget watched = new Budget(() -> clock.getAsLong());
    Engine engine = new Engine(Lexicon.load(), QuoteModel.shared(), watched);
    return new TopologyTestDriver(
        EnrichTopology.build(
            () -> new Enricher(engine, budget), new EnrichMeters(registry, Clock.systemUTC())),
        properties);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void whenTheLastStepFailsTooTheArticleIsSetAsideAndTheNextIsRead() {
    clock =
        () -> {
          throw new IllegalStateException("no step");
        };
    byte[] poison = send("a");
    clock = () -> 0;
    send("b");

    TestRecord<byte[], byte[]> rejected = output(Topic.REJECTED).readRecord();
    assertArrayEquals(poison, rejected.value());
    Rejection rejection = Rejection.readFrom(rejected.headers());
    assertEquals(Rejection.ANNOTATE, rejection.stage());
    assertEquals("no step", rejection.reason());
    assertEquals(List.of("b"), enriched().stream().map(EnrichedArticle::id).toList());
    assertEquals(List.of(ArticleStatus.REJECTED), verdicts("a"));
    assertEquals(List.of(Revision.NEW), verdicts("b"));
    assertEquals(1, counted("onrecord.articles.rejected", "stage", Rejection.ANNOTATE));
    assertEquals(1, registry.get("onrecord.articles.enriched").counter().count());
  }

  @Test
  void aStackThatOverflowsAtEachStepIsTheArticlesDoing() {
    clock = () -> overflow(1);

    send("a");

    Rejection rejection = Rejection.readFrom(output(Topic.REJECTED).readRecord().headers());
    assertEquals(Rejection.ANNOTATE, rejection.stage());
    assertTrue(rejection.reason().contains("StackOverflowError"), rejection.reason());
    assertEquals(List.of(), enriched());
  }

  @Test
  void aStackThatOverflowsOnceIsAStepDownAndCountedAsABug() {
    AtomicInteger asked = new AtomicInteger();
    clock = () -> asked.getAndIncrement() == 0 ? overflow(1) : 0;

    send("a");

    assertEquals(
        List.of("names and direct quotes only: the engine failed"), enriched().get(0).degraded());
    assertTrue(output(Topic.REJECTED).isEmpty());
    assertEquals(1, counted("onrecord.engine.bugs", "reason", "failure"));
    assertEquals(
        1,
        registry
            .get("onrecord.articles.degraded")
            .tag("left", "names-and-direct-quotes")
            .tag("reason", "failure")
            .counter()
            .count());
  }

  @Test
  void anyOtherErrorIsTheMachinesAndEndsTheService() {
    clock =
        () -> {
          throw new OutOfMemoryError("none left");
        };

    assertThrows(OutOfMemoryError.class, () -> send("a"));
    assertTrue(output(Topic.REJECTED).isEmpty());
  }

  @Test
  void theLeastBudgetLeavesTheBlocksAndSetsNothingAside() {
    driver.close();
    driver = driver(1);

    send("a");

    EnrichedArticle less = enriched().get(0);
    assertEquals(
        List.of(
            "names and direct quotes only: over the budget of work",
            "blocks only: over the budget of work"),
        less.degraded());
    assertEquals(1, less.blocks().size());
    assertTrue(output(Topic.REJECTED).isEmpty());
    assertTrue(output(Topic.QUOTES).isEmpty());
  }

  /** Goes deeper for as long as there is stack: an odd number is never 0. */
  private static long overflow(long odd) {
    return odd == 0 ? 0 : 1 + overflow(odd + 2);
  }

  private byte[] send(String id) {
    byte[] article =
        EventJson.write(
            new ArticleBuilder(id)
                .ingestedAt(Instant.EPOCH)
                .body("\"It is all closed now,\" said the mayor.")
                .build());
    driver
        .createInputTopic(
            Topic.ARTICLES.topicName(), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(id.getBytes(StandardCharsets.UTF_8), article);
    return article;
  }

  private List<EnrichedArticle> enriched() {
    return output(Topic.ENRICHED).readValuesToList().stream()
        .map(value -> EventJson.read(value, EnrichedArticle.class))
        .toList();
  }

  private List<String> verdicts(String id) {
    byte[] state =
        driver
            .<byte[], byte[]>getKeyValueStore(EnrichTopology.VERSIONS)
            .get(id.getBytes(StandardCharsets.UTF_8));
    return ArticleState.of(state).decisions().stream()
        .map(ArticleStatus.Decision::verdict)
        .toList();
  }

  private double counted(String counter, String tag, String value) {
    return registry.get(counter).tag(tag, value).counter().count();
  }

  private TestOutputTopic<byte[], byte[]> output(Topic topic) {
    return driver.createOutputTopic(
        topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
