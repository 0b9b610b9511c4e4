package onrecord.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import onrecord.events.Article;
import onrecord.events.ArticleBuilder;
import onrecord.events.ArticleCopy;
import onrecord.events.Block;
import onrecord.events.Engine;
import onrecord.events.EnrichedArticle;
import onrecord.events.EventJson;
import onrecord.events.Revision;
import onrecord.events.Topic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesTopologyTest {
  private static final Instant NOON = Instant.parse("2021-06-08T12:00:00Z");
  private static final Duration WINDOW = Duration.ofDays(14);

  @TempDir private Path state;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> enriched;
  private TestOutputTopic<byte[], byte[]> copies;

  @BeforeEach
  void open() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    driver =
        new TopologyTestDriver(
            CopiesTopology.build(WINDOW, new CopiesMeters(registry)), properties);
    enriched =
        driver.createInputTopic(
            Topic.ENRICHED.topicName(), new ByteArraySerializer(), new ByteArraySerializer());
    copies =
        driver.createOutputTopic(
            Topic.COPIES.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void theLaterOfTwoWithOneTextIsTheCopy() {
    send(article("a", NOON, text(1)));
    send(article("b", NOON.plusSeconds(1), text(1)));

    TestRecord<byte[], byte[]> record = copies.readRecord();
    assertEquals("b", new String(record.key(), StandardCharsets.UTF_8));
    assertEquals(
        new ArticleCopy("b", 1, "a", 1.0, LinkProcessor.ENGINE),
        EventJson.read(record.value(), ArticleCopy.class));
    assertEquals(
        Topic.COPIES.eventType(),
        new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8));
    assertTrue(copies.isEmpty());
  }

  @Test
  void anEarlierOneThatComesLateIsTheOriginalOfAll() {
    send(article("b", NOON.plusSeconds(1), text(1)));
    send(article("c", NOON.plusSeconds(2), text(1)));
    send(article("a", NOON, text(1)));

    assertEquals(Map.of("b", "a", "c", "a"), originals());
  }

  @Test
  void aResendIsNoCopyAndSaysNothing() {
    send(article("a", NOON, text(1)));
    send(article("a", NOON, text(1)));

    assertTrue(copies.isEmpty());
  }

  @Test
  void differentTextsAreNotLinked() {
    send(article("a", NOON, text(1)));
    send(article("b", NOON, text(2)));

    assertTrue(copies.isEmpty());
  }

  @Test
  void aPairOutsideOfTheWindowIsNotLinked() {
    send(article("a", NOON, text(1)));
    send(article("b", NOON.plus(WINDOW).plusMillis(1), text(1)));
    assertTrue(copies.isEmpty());

    send(article("c", NOON.plus(WINDOW), text(1)));
    assertEquals(Map.of("c", "a"), originals());
  }

  @Test
  void whenTheOriginalIsWithdrawnTheNextTakesItsPlace() {
    send(article("a", NOON, text(1)));
    send(article("b", NOON.plusSeconds(1), text(1)));
    send(article("c", NOON.plusSeconds(2), text(1)));

    send(
        enriched(
            new ArticleBuilder("a").version(2L).pubStatus(Article.CANCELED).publishedAt(NOON),
            true));

    Map<String, String> expected = new HashMap<>();
    expected.put("b", null);
    expected.put("c", "b");
    assertEquals(expected, originals());
  }

  @Test
  void aNewVersionWithAnotherTextIsNoCopyAnyMore() {
    send(article("a", NOON, text(1)));
    send(article("b", NOON, text(1)));

    send(enriched(new ArticleBuilder("b").version(2L).publishedAt(NOON).body(text(2)), true));

    assertEquals(Collections.singletonMap("b", null), originals());
  }

  @Test
  void whatIsHistoryIsIgnored() {
    send(article("a", NOON, text(1)));
    send(enriched(new ArticleBuilder("b").version(1L).publishedAt(NOON).body(text(1)), false));

    assertTrue(copies.isEmpty());
  }

  @Test
  void twoArticlesThatOneHoldsBothOfAreNotLinkedToEachOther() {
    send(article("a", NOON, text(1)));
    send(article("b", NOON.plusSeconds(1), text(2)));
    send(article("c", NOON.plusSeconds(2), text(1) + "\n\n" + text(2)));

    assertEquals(Map.of("c", "a"), originals());
  }

  @Test
  void theLinksAreTheSameInEveryOrderOfArrival() {
    List<EnrichedArticle> articles = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      // Cut to different lengths; four stories.
      String text = text(i % 4);
      articles.add(
          article(
              "id" + i, NOON.plusSeconds(i % 5), text.substring(0, text.length() - 200 * (i / 4))));
    }
    Map<String, String> first = null;
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(articles, new Random(seed));
      articles.forEach(this::send);
      Map<String, String> originals = originals();
      originals.values().removeIf(original -> original == null);
      first = first == null ? originals : first;
      assertEquals(first, originals, "seed " + seed);
      close();
      open();
    }
    assertEquals(8, first.size());
  }

  @Test
  void anArticleIsForgottenAWindowAfterItCame() {
    send(article("a", NOON, text(1)));
    send(article("b", NOON.plusSeconds(1), text(1)));
    copies.readRecordsToList();

    enriched.pipeInput(record(article("c", NOON, text(2)), NOON.plus(WINDOW).plusSeconds(7200)));

    assertEquals(2, registry.get("onrecord.copies.expired").counter().count());
    assertTrue(copies.isEmpty());
    long left = 0;
    try (var all =
        driver
            .<org.apache.kafka.common.utils.Bytes, byte[]>getKeyValueStore(LinkProcessor.PAIRS)
            .all()) {
      while (all.hasNext()) {
        all.next();
        left++;
      }
    }
    assertEquals(0, left);
  }

  @Test
  void aRecordFromTheFarFutureDoesNotEndTheWindowOfTheOthers() {
    send(article("a", NOON, text(1)));
    enriched.pipeInput(record(article("x", NOON, text(2)), Instant.parse("9999-12-31T00:00:00Z")));
    send(article("b", NOON.plusSeconds(1), text(1)));

    assertEquals(Map.of("b", "a"), originals());
    assertEquals(0, registry.get("onrecord.copies.expired").counter().count());
  }

  @Test
  void afterARecordFromTheFarFutureArticlesAreStillForgotten() {
    send(article("a", NOON, text(1)));
    enriched.pipeInput(record(article("x", NOON, text(2)), Instant.parse("9999-12-31T00:00:00Z")));

    enriched.pipeInput(record(article("c", NOON, text(1)), NOON.plus(WINDOW).plusSeconds(7200)));

    assertEquals(2, registry.get("onrecord.copies.expired").counter().count());
    assertTrue(copies.isEmpty());
  }

  @Test
  void moreArticlesThanAreForgottenAtOnceAreForgottenWithTheNextOnes() {
    int many = 2 * LinkProcessor.MOST_FORGOTTEN + 1;
    for (int i = 0; i < many; i++) {
      send(article("a" + i, NOON, "Brief."));
    }
    for (int i = 0; i < 3; i++) {
      enriched.pipeInput(
          record(article("b" + i, NOON, "Brief."), NOON.plus(WINDOW).plusSeconds(7200)));
    }

    assertEquals(many, registry.get("onrecord.copies.expired").counter().count());
  }

  @Test
  void theTopologyIsTheOneOnRecord() throws IOException {
    String described =
        CopiesTopology.build(WINDOW, new CopiesMeters(registry)).describe().toString();
    try (InputStream expected = getClass().getResourceAsStream("expected_topology.txt")) {
      assertEquals(
          new String(expected.readAllBytes(), StandardCharsets.UTF_8).strip(), described.strip());
    }
  }

  @Test
  void moreCopiesThanAKeyLeadsToAreLinkedToAnOriginalThatComesLast() {
    int many = 3 * LinkProcessor.MOST_OF_A_KEY;
    for (int i = 1; i <= many; i++) {
      send(article("b" + i, NOON.plusSeconds(i), text(1)));
    }
    send(article("a", NOON, text(1)));

    Map<String, String> originals = originals();
    assertEquals(many, originals.size());
    assertTrue(originals.values().stream().allMatch("a"::equals));
  }

  @Test
  void bytesThatAreNoArticleAreCountedAndLeftOut() {
    enriched.pipeInput(new byte[] {'a'}, new byte[] {'{'});

    assertEquals(1, registry.get("onrecord.copies.unreadable").counter().count());
  }

  /** Words that no two of these texts share three in a row of. */
  private static String text(int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append(Integer.toString(random.nextInt(10_000), 36)).append(' ');
    }
    return text.toString().strip();
  }

  private static EnrichedArticle article(String id, Instant publishedAt, String body) {
    return enriched(new ArticleBuilder(id).version(1L).publishedAt(publishedAt).body(body), true);
  }

  private static EnrichedArticle enriched(ArticleBuilder builder, boolean latest) {
    Article article = builder.ingestedAt(NOON).build();
    return EnrichedArticle.of(
            article,
            0,
            List.of(new Block(Block.PARAGRAPH, 0, article.body().length())),
            List.of(),
            List.of(),
            List.of(),
            new Engine("onrecord", "test", null),
            List.of())
        .as(new Revision(latest ? Revision.NEW : Revision.LATE, latest, null, List.of()));
  }

  private void send(EnrichedArticle article) {
    enriched.pipeInput(record(article, NOON));
  }

  private static TestRecord<byte[], byte[]> record(EnrichedArticle article, Instant time) {
    return new TestRecord<>(
        article.id().getBytes(StandardCharsets.UTF_8), EventJson.write(article), time);
  }

  /** What was said last of each article. */
  private Map<String, String> originals() {
    Map<String, String> originals = new TreeMap<>();
    copies
        .readValuesToList()
        .forEach(
            value -> {
              ArticleCopy copy = EventJson.read(value, ArticleCopy.class);
              originals.put(copy.articleId(), copy.original());
            });
    return originals;
  }
}
