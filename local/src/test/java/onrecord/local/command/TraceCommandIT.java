package onrecord.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import onrecord.events.ArticleCopy;
import onrecord.events.Engine;
import onrecord.events.EventJson;
import onrecord.events.Topic;
import onrecord.local.Addresses;
import onrecord.local.TestCache;
import onrecord.local.WholeWay;
import onrecord.service.Database;
import onrecord.service.KafkaClients;
import onrecord.service.Settings;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code onrecord trace} beside the whole way: of an article that was corrected and withdrawn. */
class TraceCommandIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ID = "the-maristow-courier:ferry-1";
  private static final String STRANGE = "a\n\"b'/c d";
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String NOWHERE = "http://localhost:1";
  private static final String NO_DATABASE = "jdbc:postgresql://localhost:1/onrecord";

  @TempDir private static Path home;

  private static WholeWay way;
  private static Typed lines;
  private static JsonNode document;

  @BeforeAll
  static void anArticleIsPublishedCorrectedAndWithdrawn() throws Exception {
    way = WholeWay.start(new WholeWay.Plan(null, TestCache.DIRECTORY, 0, 0, 0, 0));
    way.addresses().write(home);
    publish("\"version\": 1, \"body\": \"“We stay,” Mayor Ilse Tarn said on Friday.\"");
    publish(
        "\"version\": 2, \"correction\": \"The day was wrong.\","
            + " \"body\": \"“We stay,” Mayor Ilse Tarn said on Monday.\"");
    ask(HttpRequest.newBuilder(URI.create(articles() + "/" + ID + "?version=3")).DELETE());
    send(Topic.ARTICLES, STRANGE, "{\"id\":\"a\\n\\\"b'/c d\",\"body\":\"Rain fell.\"}");
    send(Topic.ARTICLES, "broken-1", "{\"id\":\"broken-1\",\"bo");
    send(Topic.ARTICLES, null, "{\"id\":\"keyless-1\",\"body\":\"Rain fell.\"}");
    ArticleCopy copy = new ArticleCopy("copy-1", 1, "original-1", 0.9, new Engine("e", "1", null));
    send(Topic.COPIES, "copy-1", new String(EventJson.write(copy), UTF_8));
    awaitStored(ID, 3);
    awaitStored(STRANGE, 1);
    await().atMost(PATIENCE).until(() -> trace("keyless-1").code() == 0);
    await().atMost(PATIENCE).until(() -> trace("copy-1").out().contains("storage "));
    lines = trace(ID, "--quotes");
    document = EventJson.mapper().readTree(trace(ID, "--quotes", "--json").out());
  }

  @AfterAll
  static void everythingStops() throws IOException {
    if (way != null) {
      way.close();
    }
  }

  @Test
  void eachRecordOfEachVersionIsThere() {
    assertEquals(List.of(1L, 2L, 3L), versionsOn(Topic.ARTICLES));
    assertEquals(List.of(1L, 2L, 3L), versionsOn(Topic.ENRICHED));
    assertEquals(List.of(1L, 3L), versionsOn(Topic.QUOTES));
  }

  @Test
  void eachVerdictIsThere() {
    List<String> verdicts = new ArrayList<>();
    document.at("/status/decisions").forEach(one -> verdicts.add(one.path("verdict").asText()));
    assertEquals(List.of("withdrawn", "corrected", "new"), verdicts);
  }

  @Test
  void theStorageHasEachVersionAndNoFindingsOfAWithdrawnOne() {
    assertEquals(3, document.at("/storage/versions").size());
    assertEquals("canceled", document.at("/storage/face/pubStatus").asText());
    assertEquals(0, document.at("/storage/face/quotes").asInt(-1));
    assertEquals(0, document.at("/storage/face/attitudes").asInt(-1));
  }

  @Test
  void oneTraceTiesThemAllAndHasTheTimes() {
    JsonNode traces = document.path("traces");
    assertEquals(1, traces.size(), traces.toString());
    assertEquals(TRACE, traces.at("/0/traceId").asText());
    assertEquals(8, traces.at("/0/records").asInt());
    assertTrue(
        traces.at("/0/acceptedAt").asText().compareTo(traces.at("/0/storedAt").asText()) < 0,
        traces.toString());
  }

  @Test
  void forPeopleEachRecordHasItsLineInOrderOfTime() {
    assertEquals(0, lines.code(), lines.err());
    List<String> times =
        lines
            .out()
            .lines()
            .filter(line -> line.startsWith("20"))
            .map(TraceCommandIT::time)
            .toList();
    assertEquals(11, times.size(), lines.out());
    assertEquals(times.stream().sorted().toList(), times);
    assertTrue(lines.out().contains("accepted; corrected"), lines.out());
    assertFalse(lines.out().contains("waits for sink"), lines.out());
  }

  @Test
  void noWordOfTheArticleIsShown() {
    assertFalse(lines.out().contains("stay") || lines.out().contains("Tarn"), lines.out());
    assertFalse(document.toString().contains("stay") || document.toString().contains("Tarn"));
  }

  @Test
  void theOutletsOwnNumberOfTheArticleWillDo() {
    Typed typed = trace("ferry-1", "--source", "The Maristow Courier");
    assertTrue(typed.out().startsWith(ID + "\n"), typed.out());
  }

  @Test
  void aRejectIsFoundByItsKey() {
    Typed typed = trace("broken-1");
    assertTrue(typed.out().contains("can't be read; rejected"), typed.out());
    assertTrue(typed.out().contains("rejected at deserialize, attempt 1"), typed.out());
  }

  @Test
  void aRejectWithoutAKeyIsFoundByItsBytes() {
    Typed typed = trace("keyless-1");
    assertTrue(typed.out().contains("rejected at validate, attempt 1"), typed.out());
  }

  @Test
  void aLinkToAnOriginalIsFoundOnItsTopicAndInTheStorage() {
    Typed typed = trace("copy-1");
    assertTrue(typed.out().contains("  is a copy of original-1"), typed.out());
    assertTrue(typed.out().contains("stored as a copy of original-1"), typed.out());
  }

  @Test
  void anIdWithALineEndQuotesAndASlashIsAsGoodAsAny() throws IOException {
    Typed typed = trace(STRANGE);
    assertEquals("a\\n\"b'/c d", typed.out().lines().findFirst().orElseThrow());
    assertTrue(typed.out().contains("accepted; new"), typed.out());
    JsonNode json = EventJson.mapper().readTree(trace(STRANGE, "--json").out());
    assertEquals(STRANGE, json.at("/status/id").asText());
    assertEquals(1, json.at("/storage/versions").size());
  }

  @Test
  void ofWhatNeverCameThereIsNothing() throws IOException {
    Typed typed = trace("never-came", "--json");
    assertEquals(1, typed.code(), typed.err());
    assertFalse(EventJson.mapper().readTree(typed.out()).path("found").asBoolean(true));
  }

  @Test
  void aDoorThatIsAwayIsNamedAndTheRestIsShown() {
    Typed typed = trace(ID, "--ingest", NOWHERE);
    assertEquals(0, typed.code());
    assertTrue(typed.err().contains("ingest at " + NOWHERE), typed.err());
    assertTrue(typed.out().contains("stored as withdrawn"), typed.out());
  }

  @Test
  void aDatabaseThatIsAwayIsNamedAndTheRestIsShown() {
    Typed typed = trace(ID, "--jdbc-url", NO_DATABASE);
    assertEquals(0, typed.code());
    assertTrue(typed.err().contains("PostgreSQL at " + NO_DATABASE), typed.err());
    assertTrue(typed.out().contains("accepted; corrected"), typed.out());
  }

  @Test
  void withoutKafkaTheDecisionsAndTheStorageTellTheWay() {
    Typed typed = trace(ID, "--bootstrap", "localhost:1");
    assertEquals(0, typed.code());
    assertTrue(typed.err().contains("Kafka at localhost:1"), typed.err());
    assertTrue(typed.out().contains("corrected (the record itself was not read)"), typed.out());
    assertTrue(typed.out().contains("stored as corrected"), typed.out());
  }

  @Test
  void whatIsNotFoundWhileAPartIsAwayIsNotSaidToBeNowhere() {
    Typed typed = trace("never-came", "--ingest", NOWHERE);
    assertEquals(69, typed.code(), typed.err());
  }

  @Test
  void theStorageIsOnlyRead() throws SQLException {
    Addresses addresses = way.addresses();
    Database database =
        new Database(addresses.jdbcUrl(), addresses.jdbcUser(), new Settings.Secret(""));
    try (Connection storage = Storage.open(database);
        Statement statement = storage.createStatement()) {
      SQLException refused =
          assertThrows(SQLException.class, () -> statement.execute("delete from article"));
      assertEquals("25006", refused.getSQLState());
    }
  }

  private static Typed trace(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add(0, "trace");
    return Typed.command(home, all.toArray(String[]::new));
  }

  private static String time(String line) {
    return line.substring(0, "2026-11-24T10:00:00.000Z".length());
  }

  private static List<Long> versionsOn(Topic topic) {
    List<Long> versions = new ArrayList<>();
    for (JsonNode record : document.path("records")) {
      if (record.path("topic").asText().equals(topic.topicName())) {
        versions.add(record.path("version").asLong());
      }
    }
    return versions;
  }

  private static String articles() {
    return way.addresses().ingest() + "/articles";
  }

  private static void publish(String fields) throws Exception {
    ask(
        HttpRequest.newBuilder(URI.create(articles()))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"id\": \"ferry-1\", \"source\": \"The Maristow Courier\", "
                        + fields
                        + "}")));
  }

  private static void ask(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                request.header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01").build(),
                BodyHandlers.ofString());
    assertEquals(202, answer.statusCode(), answer.body());
  }

  private static void send(Topic topic, String key, String value) throws Exception {
    KafkaClients kafka = new KafkaClients(way.addresses().kafka(), Map.of());
    try (KafkaProducer<String, byte[]> anybody =
        new KafkaProducer<>(
            kafka.producer("anybody"), new StringSerializer(), new ByteArraySerializer())) {
      anybody
          .send(new ProducerRecord<>(topic.topicName(), key, value.getBytes(UTF_8)))
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private static void awaitStored(String id, int versions) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                EventJson.mapper()
                        .readTree(trace(id, "--json").out())
                        .at("/storage/versions")
                        .size()
                    == versions);
  }
}
