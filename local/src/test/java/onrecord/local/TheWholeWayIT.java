package onrecord.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import onrecord.events.EnrichedArticle;
import onrecord.events.EventJson;
import onrecord.events.OffsetCheck;
import onrecord.events.Topic;
import onrecord.service.KafkaClients;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of an article: posted over HTTP, through a real Kafka and a real Kafka Streams app,
 * into a real PostgreSQL, and onto a page. Read this first.
 */
class TheWholeWayIT {
  private static final String ARTICLE =
      "{\"id\":\"bridge-1\",\"source\":\"The Maristow Courier\",\"headline\":\"Bridge closed\","
          + "\"body\":\"Mayor Nora Vance closed the bridge. \\\"We will rebuild it all,\\\" Vance"
          + " said.\"}";

  @TempDir static Path cache;
  private static WholeWay way;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void startEverything() throws IOException, InterruptedException {
    way = WholeWay.start(new WholeWay.Plan(null, cache, 0, 0, 0, 0));
  }

  @AfterAll
  static void stopEverything() throws IOException {
    if (way != null) {
      way.close();
    }
  }

  @Test
  void anArticleBecomesAnEventARowAndAPage()
      throws IOException, InterruptedException, SQLException {
    HttpResponse<String> answer = post("application/json", ARTICLE);

    assertEquals(202, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"id\":\"the-maristow-courier:bridge-1\""), answer.body());

    EnrichedArticle event = enriched("the-maristow-courier:bridge-1");
    assertEquals(List.of(), OffsetCheck.violations(event));
    assertEquals("Nora Vance", event.quotes().get(0).speaker().name());

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertEquals(
                    "We will rebuild it all,",
                    stored("select text from quote where article_id = ?", event.id())));

    String page = page("/articles/" + event.id());
    assertTrue(page.contains("We will rebuild it all,"), page);
    assertTrue(page.contains("Nora Vance"), page);
  }

  @Test
  void oneBadArticleInABatchSpoilsNoOther() throws IOException, InterruptedException {
    String batch =
        """
        {"id":"one","body":"Rain fell."}
        {"id":"two","mood":"calm","body":"x"}
        {"id":"thr
        {"id":"four","body":"Snow fell."}
        """;

    String[] answers = post("application/x-ndjson", batch).body().split("\n", -1);

    assertTrue(answers[0].contains("\"status\":\"accepted\""), answers[0]);
    assertTrue(answers[1].contains("\"status\":\"refused\""), answers[1]);
    assertTrue(answers[1].contains("mood"), answers[1]);
    assertTrue(answers[2].contains("\"line\":3"), answers[2]);
    assertTrue(answers[3].contains("\"status\":\"accepted\""), answers[3]);
  }

  @Test
  void whatCanNotBeTakenIsRefusedWithAReason() throws IOException, InterruptedException {
    assertEquals(400, post("application/json", "{\"id\":").statusCode());
    assertEquals(415, post("text/html", "<p>Rain</p>").statusCode());
    assertEquals(422, post("application/json", "{\"id\":\"a\"}").statusCode());
    assertEquals(
        422,
        post("application/json", "{\"id\":\"a\",\"body\":\"x\",\"publishedAt\":\"soon\"}")
            .statusCode());
    assertEquals(413, post("text/plain", "x".repeat(2 << 20)).statusCode());
  }

  @Test
  void everyServiceSaysThatItIsReady() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(way.addresses().ingest() + "/health/ready")).build();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertEquals(
                    200, http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()));
  }

  private HttpResponse<String> post(String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(way.addresses().ingest() + "/articles"))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private String page(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(way.addresses().desk() + path)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static String stored(String sql, String id) throws SQLException {
    Addresses addresses = way.addresses();
    try (Connection connection =
            DriverManager.getConnection(addresses.jdbcUrl(), addresses.jdbcUser(), "");
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, id);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }

  private static EnrichedArticle enriched(String id) {
    KafkaClients kafka = new KafkaClients(way.addresses().kafka(), Map.of());
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            kafka.consumer("test"), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.ENRICHED.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (System.nanoTime() < deadline) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (record.key().equals(id)) {
            return EventJson.read(record.value(), EnrichedArticle.class);
          }
        }
      }
    }
    throw new AssertionError(id + " did not come out in time");
  }
}
