package onrecord.local.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import onrecord.service.KafkaClients;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A record of {@link Topic#REJECTED}.
 *
 * @param partition where it stands there
 * @param offset where it stands there
 * @param at its timestamp
 * @param id its key, or null when it has none
 * @param why its headers
 * @param size how many bytes it has; null for a tombstone
 */
record SetAside(int partition, long offset, Instant at, String id, Rejection why, Integer size) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(500);

  /**
   * Reads all there are now, partition by partition in no order; what has no headers of ours is
   * passed over and counted.
   *
   * @return how many could not be read
   */
  static int read(KafkaClients kafka, Consumer<SetAside> to) {
    Properties properties = kafka.consumer("onrecord-rejects");
    properties.put(
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(PATIENCE.toMillis()));
    int unreadable = 0;
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      consumer
          .partitionsFor(Topic.REJECTED.topicName())
          .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          try {
            to.accept(of(record));
          } catch (IllegalArgumentException e) {
            unreadable++;
          }
        }
      }
    }
    return unreadable;
  }

  private static SetAside of(ConsumerRecord<byte[], byte[]> record) {
    return new SetAside(
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
        Rejection.readFrom(record.headers()),
        record.value() == null ? null : record.value().length);
  }

  /** PARTITION:OFFSET, as the commands take it. */
  String where() {
    return partition + ":" + offset;
  }

  /** For JSON. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("place", where());
    fields.put("time", at);
    fields.put("id", id);
    fields.put("rejection", why);
    fields.put("size", size);
    return fields;
  }
}
