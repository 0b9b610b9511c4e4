package onrecord.local;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import onrecord.events.Topic;
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

/** How a test feeds the whole way and looks at its parts: the doors, the topics, the storage. */
final class Onlooker {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Addresses addresses;

  Onlooker(Addresses addresses) {
    this.addresses = addresses;
  }

  /** Posts to ingest; the headers are names and values in turn. */
  HttpResponse<String> post(byte[] body, String... headers) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(addresses.ingest() + "/articles"))
            .headers(headers)
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** What the desk answers. */
  String get(String path) throws Exception {
    return http.send(
            HttpRequest.newBuilder(URI.create(addresses.desk() + path)).build(),
            BodyHandlers.ofString())
        .body();
  }

  /** Writes a record to the topic of articles past the door, as anybody may. */
  void send(int partition, String key, byte[] value) throws Exception {
    try (KafkaProducer<String, byte[]> anybody =
        new KafkaProducer<>(
            kafka().producer("anybody"), new StringSerializer(), new ByteArraySerializer())) {
      anybody
          .send(new ProducerRecord<>(Topic.ARTICLES.topicName(), partition, key, value))
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** The first record of the topic with such a key, as a reader of what is committed sees it. */
  ConsumerRecord<String, byte[]> record(Topic topic, Predicate<String> key) {
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
    throw new AssertionError("No such record came to " + topic);
  }

  void awaitStored(String id) {
    await()
        .atMost(PATIENCE)
        .until(() -> ask("select id from article where id = ?", id).isPresent());
  }

  /** The first column of the first row. */
  Optional<String> ask(String question, String... parameters) throws SQLException {
    try (Connection storage =
            DriverManager.getConnection(addresses.jdbcUrl(), addresses.jdbcUser(), "");
        PreparedStatement statement = storage.prepareStatement(question)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }

  private KafkaClients kafka() {
    return new KafkaClients(addresses.kafka(), Map.of());
  }
}
