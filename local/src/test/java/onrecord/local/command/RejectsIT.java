package onrecord.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import onrecord.events.EventJson;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import onrecord.local.LocalKafka;
import onrecord.local.TestCache;
import onrecord.local.WholeWay;
import onrecord.service.KafkaClients;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code onrecord rejects} beside the whole way: what is set aside is seen, and sent again once.
 */
class RejectsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final byte[] POISON = {'{', '"', 'i', 'd', '"', ':', (byte) 0xFF, '\n', 0x1b, 0};

  @TempDir private static Path home;

  private static WholeWay way;
  private static KafkaClients kafka;

  @BeforeAll
  static void everythingStarts() throws Exception {
    way = WholeWay.start(new WholeWay.Plan(null, TestCache.DIRECTORY, 0, 0, 0, 0));
    way.addresses().write(home);
    kafka = new KafkaClients(way.addresses().kafka(), Map.of());
  }

  @AfterAll
  static void everythingStops() throws IOException {
    if (way != null) {
      way.close();
    }
  }

  @Test
  void aPoisonRecordIsListedAndShownAndItsBytesAreExact() throws Exception {
    String id = "poison\n\"1\"";
    send(article(null, id, POISON));
    String place = rejected(id, 1).get("place").asText();

    List<String> listed = rejects("list", "--id", id).out().lines().toList();
    assertEquals(2, listed.size(), listed.toString());
    assertTrue(listed.get(0).startsWith("PLACE "), listed.get(0));
    assertTrue(listed.get(1).startsWith(place + " "), listed.get(1));
    assertTrue(listed.get(1).contains("  poison\\n\"1\"  "), listed.get(1));

    JsonNode shown = json(rejects("show", place));
    assertEquals(id, shown.get("id").asText());
    assertEquals(POISON.length, shown.get("size").asInt());
    assertEquals(Topic.ARTICLES.topicName(), shown.at("/rejection/topic").asText());
    assertArrayEquals(POISON, Typed.bytes(home, "rejects", "show", place, "--body"));
  }

  @Test
  void aRejectIsSentOnceAndTheNextAttemptIsANewReject() throws Exception {
    send(article(null, "again-1", POISON));
    JsonNode first = rejected("again-1", 1);
    String place = first.get("place").asText();
    String origin = origin(first);

    Typed dry = rejects("redrive", "--id", "again-1");
    assertEquals(0, dry.code(), dry.err());
    assertTrue(dry.out().startsWith("would send  " + place + "  " + origin + "  "), dry.out());
    assertTrue(dry.err().contains("1 would be sent, 0 skipped, 0 refused"), dry.err());
    assertEquals(List.of(), sentAgain(Topic.ARTICLES, origin));

    Typed done = rejects("redrive", place, "--yes");
    assertEquals(0, done.code(), done.err());
    assertTrue(done.err().contains("1 sent, 0 skipped, 0 refused"), done.err());
    Typed twice = rejects("redrive", "--id", "again-1", "--attempt", "1", "--yes");
    assertEquals(0, twice.code(), twice.err());
    assertTrue(twice.err().contains("0 sent, 1 skipped, 0 refused"), twice.err());

    List<ConsumerRecord<byte[], byte[]>> sent = sentAgain(Topic.ARTICLES, origin);
    assertEquals(1, sent.size());
    assertArrayEquals(POISON, sent.get(0).value());
    assertEquals(first.get("time").asText(), rejected("again-1", 2).get("time").asText());

    assertEquals(0, rejects("redrive", "--id", "again-1", "--attempt", "2", "--yes").code());
    rejected("again-1", 3);
  }

  @Test
  void whatTheDatabaseRefusedIsStoredAndShownOnceItTakesIt() throws Exception {
    String id = "mended-1";
    sql("alter table article add constraint not_yet check (id <> '" + id + "')");
    send(article(null, id, "{\"id\":\"mended-1\",\"body\":\"Fog came in.\"}".getBytes(UTF_8)));
    String origin = origin(rejected(id, 1));
    assertTrue(origin.startsWith(Topic.ENRICHED.topicName() + ":"), origin);

    assertEquals(0, rejects("redrive", "--stage", "store", "--id", id, "--yes").code());
    JsonNode second = rejected(id, 2);
    assertEquals(404, desk(id).statusCode());

    sql("alter table article drop constraint not_yet");
    Typed done = rejects("redrive", second.get("place").asText(), "--yes");
    assertTrue(done.err().contains("1 sent"), done.err());
    await().atMost(PATIENCE).until(() -> desk(id).statusCode() == 200);
    assertTrue(desk(id).body().contains("Fog came in."), desk(id).body());
    assertEquals(1, sentAgain(Topic.ENRICHED, origin).size());
    assertEquals(1, sentAgain(Topic.ENRICHED, origin(second)).size());
  }

  @Test
  void aRecordWithoutAKeyGoesBackToItsPartition() throws Exception {
    send(article(4, null, POISON));
    JsonNode reject = rejected(null, 1);

    rejects("redrive", reject.get("place").asText(), "--yes");

    List<ConsumerRecord<byte[], byte[]>> sent = sentAgain(Topic.ARTICLES, origin(reject));
    assertEquals(List.of(4), sent.stream().map(ConsumerRecord::partition).toList());
    assertEquals(origin(rejected(null, 2)), place(sent.get(0)));
  }

  @Test
  void rejectsOfOneRecordAreSentAsOne() throws Exception {
    String origin = place(send(article(null, "two-1", POISON)));
    JsonNode reject = rejected("two-1", 1);
    send(reject("two-1", rejection(reject.at("/rejection"))));

    Typed done = rejects("redrive", "--id", "two-1", "--attempt", "1", "--yes");

    assertTrue(done.err().contains("1 sent, 1 skipped, 0 refused"), done.out() + done.err());
    assertEquals(1, sentAgain(Topic.ARTICLES, origin).size());
  }

  @Test
  void aTopicThatIsNotOursIsNeverWrittenTo() throws Exception {
    send(reject("stray-1", new Rejection("validate", "x", null, "elsewhere", 0, 0, "0.1.0", 1)));

    Typed done = rejects("redrive", "--id", "stray-1", "--yes");

    assertEquals(1, done.code());
    assertTrue(done.out().startsWith("refused  "), done.out());
    assertTrue(done.out().contains("elsewhere"), done.out());
  }

  @Test
  void aPlaceWithoutARejectIsSaidSoAndNothingIsSent() throws Exception {
    send(article(null, "gap-1", POISON));
    JsonNode reject = rejected("gap-1", 1);
    String place = reject.get("place").asText();
    int colon = place.indexOf(':');
    String partition = place.substring(0, colon);
    List<String> taken = places();
    // Behind each transaction of enrich stands its marker.
    long gap = Long.parseLong(place.substring(colon + 1)) + 1;
    while (taken.contains(partition + ":" + gap)) {
      gap++;
    }
    for (String none : List.of("99:0", partition + ":" + gap, partition + ":999999999999999999")) {
      Typed shown = rejects("show", none);
      assertEquals(1, shown.code(), none);
      assertTrue(shown.err().contains("none at " + none), shown.err());
      Typed redriven = rejects("redrive", place, none, "--yes");
      assertEquals(1, redriven.code(), none);
    }
    assertEquals(List.of(), sentAgain(Topic.ARTICLES, origin(reject)));
  }

  @Test
  void whatWasSentBehindSomebodysOpenTransactionIsSeen() throws Exception {
    String key = "open-1";
    String origin = place(send(article(null, key, POISON)));
    rejected(key, 1);
    try (KafkaProducer<byte[], byte[]> somebody = transactional("somebody")) {
      somebody.initTransactions();
      somebody.beginTransaction();
      RecordPlace open = place(somebody, article(null, key, POISON));
      Headers headers = new RecordHeaders();
      headers.add("onrecord_redriven_from", origin.getBytes(UTF_8));
      send(
          new ProducerRecord<>(
              open.topic(), open.partition(), key.getBytes(UTF_8), POISON, headers));

      // Waits until the broker ends the transaction, which nobody else does.
      Typed done = rejects("redrive", "--id", key, "--attempt", "1", "--yes");

      assertTrue(done.err().contains("0 sent, 1 skipped, 0 refused"), done.out() + done.err());
    }
  }

  @Test
  void whatACrashLeftOpenIsUndoneAndSentAnew() throws Exception {
    String key = "crash-1";
    String origin = place(send(article(null, key, POISON)));
    rejected(key, 1);
    try (KafkaProducer<byte[], byte[]> crashed = transactional("onrecord-redrive")) {
      crashed.initTransactions();
      crashed.beginTransaction();
      Headers headers = new RecordHeaders();
      headers.add("onrecord_redriven_from", origin.getBytes(UTF_8));
      place(
          crashed,
          new ProducerRecord<>(
              Topic.ARTICLES.topicName(), null, key.getBytes(UTF_8), POISON, headers));

      Typed done = rejects("redrive", "--id", key, "--attempt", "1", "--yes");

      assertTrue(done.err().contains("1 sent, 0 skipped, 0 refused"), done.out() + done.err());
      assertThrows(KafkaException.class, crashed::commitTransaction);
    }
    assertEquals(1, sentAgain(Topic.ARTICLES, origin).size());
  }

  @Test
  void aBrokerWithoutTheTopicIsSaidSo(@TempDir Path directory) throws Exception {
    try (LocalKafka empty = LocalKafka.start(directory, 0)) {
      for (String[] words :
          new String[][] {
            {"rejects", "list"}, {"rejects", "show", "0:0"}, {"rejects", "redrive", "--all"}
          }) {
        String[] all =
            Stream.concat(Stream.of(words), Stream.of("--bootstrap", empty.bootstrap()))
                .toArray(String[]::new);
        Typed typed = Typed.command(home, all);
        assertEquals(69, typed.code(), typed.err());
        assertTrue(typed.err().contains("onrecord topics"), typed.err());
      }
    }
  }

  private static Typed rejects(String... words) {
    return Typed.command(
        home, Stream.concat(Stream.of("rejects"), Stream.of(words)).toArray(String[]::new));
  }

  /** Waits for the reject of a key and attempt; one without a key when it is null. */
  private static JsonNode rejected(String key, int attempt) {
    List<JsonNode> found = new ArrayList<>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              for (String line :
                  rejects("list", "--json", "--attempt", Integer.toString(attempt))
                      .out()
                      .lines()
                      .toList()) {
                JsonNode one = EventJson.mapper().readTree(line);
                if (key == null ? one.get("id").isNull() : key.equals(one.get("id").asText())) {
                  found.add(one);
                }
              }
              return !found.isEmpty();
            });
    return found.get(0);
  }

  private static List<String> places() throws IOException {
    List<String> places = new ArrayList<>();
    for (String line : rejects("list", "--json").out().lines().toList()) {
      places.add(EventJson.mapper().readTree(line).get("place").asText());
    }
    return places;
  }

  private static JsonNode json(Typed typed) throws IOException {
    assertEquals(0, typed.code(), typed.err());
    return EventJson.mapper().readTree(typed.out());
  }

  private static Rejection rejection(JsonNode json) {
    return new Rejection(
        json.get("stage").asText(),
        json.get("reason").asText(),
        null,
        json.get("topic").asText(),
        json.get("partition").asInt(),
        json.get("offset").asLong(),
        json.get("engine").asText(),
        json.get("attempt").asInt());
  }

  private static String origin(JsonNode reject) {
    return rejection(reject.get("rejection")).origin();
  }

  /** The records on the topic that say that they stood at a place before. */
  private static List<ConsumerRecord<byte[], byte[]>> sentAgain(Topic topic, String origin) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (TopicReader reader = new TopicReader(kafka, "test")) {
      Map<TopicPartition, Long> all = new HashMap<>();
      reader.partitions(topic).forEach(partition -> all.put(partition, 0L));
      reader.read(
          reader.since(all),
          record -> {
            if (origin.equals(Rejection.redrivenFrom(record.headers()))) {
              found.add(record);
            }
          });
    }
    return found;
  }

  private static ProducerRecord<byte[], byte[]> article(
      Integer partition, String key, byte[] value) {
    return new ProducerRecord<>(
        Topic.ARTICLES.topicName(), partition, key == null ? null : key.getBytes(UTF_8), value);
  }

  private static ProducerRecord<byte[], byte[]> reject(String key, Rejection why) {
    ProducerRecord<byte[], byte[]> reject =
        new ProducerRecord<>(Topic.REJECTED.topicName(), key.getBytes(UTF_8), POISON);
    why.writeTo(reject.headers());
    return reject;
  }

  private record RecordPlace(String topic, int partition, long offset) {}

  /** Writes a record as anybody may. */
  private static RecordPlace send(ProducerRecord<byte[], byte[]> record) throws Exception {
    try (KafkaProducer<byte[], byte[]> anybody = producer(kafka.producer("anybody"))) {
      return place(anybody, record);
    }
  }

  private static RecordPlace place(
      KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record)
      throws Exception {
    var sent = producer.send(record).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return new RecordPlace(sent.topic(), sent.partition(), sent.offset());
  }

  private static String place(RecordPlace place) {
    return place.topic() + ":" + place.partition() + ":" + place.offset();
  }

  private static String place(ConsumerRecord<byte[], byte[]> record) {
    return place(new RecordPlace(record.topic(), record.partition(), record.offset()));
  }

  private static KafkaProducer<byte[], byte[]> transactional(String id) {
    Properties properties = kafka.producer(id);
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
    properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 5_000);
    return producer(properties);
  }

  private static KafkaProducer<byte[], byte[]> producer(Properties properties) {
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static void sql(String statement) throws SQLException {
    try (Connection storage =
            DriverManager.getConnection(way.addresses().jdbcUrl(), way.addresses().jdbcUser(), "");
        Statement one = storage.createStatement()) {
      one.execute(statement);
    }
  }

  private static HttpResponse<String> desk(String id) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(way.addresses().desk() + "/api/articles/" + id))
                .build(),
            BodyHandlers.ofString());
  }
}
