package onrecord.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import onrecord.events.EnrichedArticle;
import onrecord.events.EventJson;
import onrecord.events.OffsetCheck;
import onrecord.events.Quote;
import onrecord.events.QuoteEvent;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import onrecord.ingest.ArticleFiles;
import onrecord.service.KafkaClients;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The whole way of an article. Read this first.
 *
 * <p>A real Kafka, a real PostgreSQL and the four services run, as {@code ./onrecord local} starts
 * them. An article about a ferry is posted to ingest's door. Enrich reads it off its topic and
 * finds who is in it and who said what; its events go to two topics. Sink puts the one about the
 * article into the storage, desk shows it on a page, and a browser reads the page.
 */
class TheWholeWayIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The article. Everybody in it is invented. */
  private static final String FERRY =
      """
      Night Ferry to Quill Island Stays, Council Decides

      The harbor council of Maristow voted on Tuesday to keep the night ferry to Quill Island.

      “The ferry stays, and so do its lights,” Mayor Ilse Tarn said after the vote.
      """;

  private static final String ID = "the-maristow-courier:ferry-1";
  private static final String WORDS = "The ferry stays, and so do its lights,";
  private static final String SPEAKER = "Ilse Tarn";

  private static WholeWay way;
  private static HttpResponse<String> answer;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void everythingStartsAndTheArticleIsPosted() throws Exception {
    way = WholeWay.start(new WholeWay.Plan(null, TestCache.DIRECTORY, 0, 0, 0, 0));
    answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(way.addresses().ingest() + "/articles"))
                    .header("Content-Type", "text/plain; charset=utf-8")
                    .header("Article-Source", "The Maristow Courier")
                    .header("Article-Id", "ferry-1")
                    .POST(HttpRequest.BodyPublishers.ofString(FERRY))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
  }

  @AfterAll
  static void everythingStops() throws IOException {
    if (way != null) {
      way.close();
    }
  }

  // 1. The door.

  @Test
  void theDoorSaysThatKafkaHasTheArticleAndWhere() throws IOException {
    assertEquals(202, answer.statusCode(), answer.body());
    JsonNode accepted = EventJson.mapper().readTree(answer.body());
    assertEquals("accepted", accepted.path("status").asText());
    assertEquals(ID, accepted.path("id").asText());
    assertTrue(accepted.path("offset").isIntegralNumber(), answer.body());
  }

  // 2. The events.

  @Test
  void theEnrichedEventSaysWhoSaidWhat() {
    Quote quote = enriched().quotes().get(0);
    assertEquals(WORDS, quote.text());
    assertEquals(SPEAKER, quote.speaker().name());
  }

  @Test
  void everySpanOfTheEventHasItsExactWordsAtItsPlace() {
    assertEquals(List.of(), OffsetCheck.violations(enriched()));
  }

  @Test
  void theQuoteTravelsByItselfKeyedByItsSpeaker() {
    ConsumerRecord<String, byte[]> record = event(Topic.QUOTES, key -> key.equals("ilse tarn"));
    QuoteEvent event = EventJson.read(record.value(), QuoteEvent.class);
    assertEquals(ID, event.articleId());
    assertEquals(WORDS, event.quote().text());
  }

  // 3. The storage.

  @Test
  void theStorageHoldsTheQuoteWithItsSpeaker() {
    awaitStored(ID);
    assertEquals(
        Optional.of(SPEAKER),
        ask("select speaker_name from quote where article_id = ? and text = ?", ID, WORDS));
  }

  // 4. The page.

  @Test
  void theApiAnswersWithTheArticle() throws Exception {
    awaitStored(ID);
    String article = get("/api/articles/" + ID);
    assertTrue(article.contains(WORDS) && article.contains(SPEAKER), article);
  }

  @Test
  void aReaderFindsTheArticleAndSeesWhoSpeaks() {
    assumeTrue(Browser.isHere(), "No Chromium here: the page isn't read in a browser");
    awaitStored(ID);
    ChromeDriver browser = Browser.open();
    try {
      browser.get(way.addresses().desk() + "/");
      browser.findElement(By.partialLinkText("Night Ferry to Quill Island Stays")).click();
      assertEquals(WORDS, browser.findElement(By.cssSelector("mark.quote")).getText());
      String note = browser.findElement(By.cssSelector(".note")).getText();
      assertTrue(note.contains(SPEAKER), note);
    } finally {
      browser.quit();
    }
  }

  // What else may come.

  @Test
  void anArticleWithoutABodyIsRefusedAndTheFieldNamed() throws Exception {
    HttpResponse<String> refused = post("application/json", "{\"id\":\"empty-1\"}");
    assertEquals(422, refused.statusCode());
    assertEquals("body", EventJson.mapper().readTree(refused.body()).path("field").asText());
  }

  @Test
  void oneBadArticleInABatchSpoilsNoOther() throws Exception {
    String batch =
        """
        {"id":"batch-1","body":"Rain fell on Maristow."}
        {"id":"batch-2","body":"Snow fell.","mood":"calm"}
        {"id":"batch-3","body":"Fog came in."}
        """;
    List<String> statuses = new ArrayList<>();
    for (String line : post("application/x-ndjson", batch).body().split("\n", -1)) {
      if (!line.isBlank()) {
        statuses.add(EventJson.mapper().readTree(line).path("status").asText());
      }
    }
    assertEquals(List.of("accepted", "refused", "accepted"), statuses);
    awaitStored("batch-3");
  }

  @Test
  void aBrokenRecordOnTheTopicIsSetAsideAsItCameAndTheNextIsStored() throws Exception {
    byte[] broken = "{\"id\":\"broken-1\",\"bo".getBytes(StandardCharsets.UTF_8);
    try (KafkaProducer<String, byte[]> anybody =
        new KafkaProducer<>(
            kafka().producer("anybody"), new StringSerializer(), new ByteArraySerializer())) {
      anybody
          .send(new ProducerRecord<>(Topic.ARTICLES.topicName(), 0, "broken-1", broken))
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      anybody
          .send(
              new ProducerRecord<>(
                  Topic.ARTICLES.topicName(),
                  0,
                  "behind-1",
                  "{\"id\":\"behind-1\",\"body\":\"All is calm.\"}"
                      .getBytes(StandardCharsets.UTF_8)))
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    ConsumerRecord<String, byte[]> rejected = event(Topic.REJECTED, key -> key.equals("broken-1"));
    assertEquals(
        new String(broken, StandardCharsets.UTF_8),
        new String(rejected.value(), StandardCharsets.UTF_8));
    assertEquals(Rejection.DESERIALIZE, Rejection.readFrom(rejected.headers()).stage());
    awaitStored("behind-1");
  }

  @Test
  void aWithdrawnArticleLosesItsQuotes() throws Exception {
    post(
        "application/json",
        "{\"id\":\"gone-1\",\"version\":1,\"body\":\"“We left,” Ilse Tarn said.\"}");
    awaitStored("gone-1");
    post("application/json", "{\"id\":\"gone-1\",\"version\":2,\"pubStatus\":\"canceled\"}");
    await()
        .atMost(PATIENCE)
        .until(
            () -> ask("select pub_status from article where id = ?", "gone-1"),
            Optional.of("canceled")::equals);
    assertEquals(
        Optional.of("0"), ask("select count(*)::text from quote where article_id = ?", "gone-1"));
  }

  @Test
  void everySeedComesThrough() throws Exception {
    List<Path> seeds = ArticleFiles.find(List.of(Path.of("..", "seeds")));
    try (Delivery delivery = Delivery.begin(seeds, way.addresses(), Clock.systemUTC())) {
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                delivery.look();
                return delivery.done();
              });
      assertEquals(List.of(), delivery.problems());
      assertEquals(seeds.size(), delivery.stored());
    }
  }

  // How the tests look at the parts.

  private static EnrichedArticle enriched() {
    return EventJson.read(event(Topic.ENRICHED, ID::equals).value(), EnrichedArticle.class);
  }

  /** The first event of the topic with such a key, as a reader of what is committed sees it. */
  private static ConsumerRecord<String, byte[]> event(Topic topic, Predicate<String> key) {
    try (KafkaConsumer<String, byte[]> reader =
        new KafkaConsumer<>(
            kafka().consumer("reader"), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          reader.partitionsFor(topic.topicName()).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < deadline) {
        for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofMillis(100))) {
          if (key.test(record.key())) {
            return record;
          }
        }
      }
    }
    throw new AssertionError("No such event came to " + topic);
  }

  private static KafkaClients kafka() {
    return new KafkaClients(way.addresses().kafka(), Map.of());
  }

  private static void awaitStored(String id) {
    await()
        .atMost(PATIENCE)
        .until(() -> ask("select id from article where id = ?", id).isPresent());
  }

  private static Optional<String> ask(String question, String... parameters) {
    Addresses addresses = way.addresses();
    try (Connection storage =
            DriverManager.getConnection(addresses.jdbcUrl(), addresses.jdbcUser(), "");
        PreparedStatement statement = storage.prepareStatement(question)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> post(String type, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(way.addresses().ingest() + "/articles"))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String get(String path) throws Exception {
    return http.send(
            HttpRequest.newBuilder(URI.create(way.addresses().desk() + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
