package onrecord.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import onrecord.local.Feed.Accepted;
import onrecord.service.KafkaClients;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Learns what becomes of accepted articles: stored, or set aside on the way. What is set aside it
 * sees from its own beginning on, so it must begin before the first article is sent. For one
 * thread.
 */
public final class Arrivals implements AutoCloseable {
  private final Connection storage;
  private final KafkaConsumer<String, byte[]> rejects;
  private final Set<Accepted> waiting = new LinkedHashSet<>();
  private final Set<Accepted> stored = new LinkedHashSet<>();
  private final Map<Accepted, String> rejected = new LinkedHashMap<>();

  /** Begins to watch. */
  public Arrivals(Addresses addresses) throws SQLException {
    this.storage = DriverManager.getConnection(addresses.jdbcUrl(), addresses.jdbcUser(), "");
    this.rejects =
        new KafkaConsumer<>(
            new KafkaClients(addresses.kafka(), Map.of()).consumer("onrecord-arrivals"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        IntStream.range(0, Topic.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topic.REJECTED.topicName(), partition))
            .toList();
    rejects.assign(partitions);
    rejects.seekToEnd(partitions);
    // Seeking is lazy: without this, the end would be the one at the first poll.
    partitions.forEach(rejects::position);
  }

  /** Waits for an article from now on. */
  public void expect(Accepted article) {
    waiting.add(article);
  }

  /** Looks which articles have arrived since the last time. */
  public void look() throws SQLException {
    if (!waiting.isEmpty()) {
      lookIntoStorage();
      lookAtRejects();
    }
  }

  /** Accepted and neither stored nor set aside. */
  public Set<Accepted> waiting() {
    return waiting;
  }

  /** Stored, this version of them or a higher one. */
  public Set<Accepted> stored() {
    return stored;
  }

  /** Set aside, and why. */
  public Map<Accepted, String> rejected() {
    return rejected;
  }

  @Override
  public void close() throws SQLException {
    rejects.close();
    storage.close();
  }

  private void lookIntoStorage() throws SQLException {
    Map<String, Row> rows = new HashMap<>();
    try (PreparedStatement question =
        storage.prepareStatement(
            "select id, version, content_hash from article where id = any (?)")) {
      question.setArray(
          1,
          storage.createArrayOf("text", waiting.stream().map(Accepted::id).distinct().toArray()));
      try (ResultSet found = question.executeQuery()) {
        while (found.next()) {
          rows.put(found.getString(1), new Row(found.getLong(2), found.getString(3)));
        }
      }
    }
    waiting.removeIf(
        article -> {
          Row row = rows.get(article.id());
          // The same content sent again needs no row of its own.
          boolean there =
              row != null
                  && (row.version >= article.version()
                      || row.contentHash.equals(article.contentHash()));
          return there && stored.add(article);
        });
  }

  private record Row(long version, String contentHash) {}

  private void lookAtRejects() {
    for (ConsumerRecord<String, byte[]> record : rejects.poll(Duration.ZERO)) {
      Rejection rejection = Rejection.readFrom(record.headers());
      boolean raw = rejection.topic().equals(Topic.ARTICLES.topicName());
      waiting.removeIf(
          article -> {
            boolean meant =
                raw
                    ? article.partition() == rejection.partition()
                        && article.offset() == rejection.offset()
                    : article.id().equals(record.key());
            if (meant) {
              rejected.put(article, rejection.stage() + ": " + rejection.reason());
            }
            return meant;
          });
    }
  }
}
