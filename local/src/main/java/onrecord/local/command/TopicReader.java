package onrecord.local.command;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import onrecord.events.Topic;
import onrecord.service.KafkaClients;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads stretches of topics, only what was committed, and ends in time: nothing here waits for
 * records to come. Each method may throw a {@link KafkaException}. For one thread.
 */
final class TopicReader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Longer than a dead producer's transaction stays open. */
  private static final Duration TRANSACTION_PATIENCE = Duration.ofSeconds(70);

  private static final Duration POLL = Duration.ofMillis(500);

  private static final CloseOptions AT_ONCE = CloseOptions.timeout(Duration.ZERO);

  private final Properties properties;
  private final Properties admin;

  /** Asks where topics begin and end. */
  private final KafkaConsumer<byte[], byte[]> consumer;

  /** From an offset on, and up to another one that is not in it. */
  record Stretch(long from, long to) {}

  TopicReader(KafkaClients kafka, String clientId) {
    String patience = Long.toString(PATIENCE.toMillis());
    properties = kafka.consumer(clientId);
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    admin = kafka.common(clientId);
    admin.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
    admin.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
    consumer = consumer();
  }

  /** The topic's partitions; a topic that isn't there is an error that says what to do. */
  List<TopicPartition> partitions(Topic topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.topicName()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new UnknownTopicOrPartitionException(
          "There is no topic " + topic.topicName() + "; \"onrecord topics\" creates it");
    }
    return partitions;
  }

  /** All that is committed of the topic now. */
  Map<TopicPartition, Stretch> committed(Topic topic) {
    List<TopicPartition> partitions = partitions(topic);
    Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
    Map<TopicPartition, Stretch> all = new HashMap<>();
    partitions.forEach(p -> all.put(p, new Stretch(begin.get(p), end.get(p))));
    return all;
  }

  /**
   * From the first record that isn't older than the partition's time, up to the last one there is,
   * committed or not.
   *
   * @param since milliseconds
   */
  Map<TopicPartition, Stretch> since(Map<TopicPartition, Long> since) {
    Map<TopicPartition, OffsetSpec> first = new HashMap<>();
    Map<TopicPartition, OffsetSpec> last = new HashMap<>();
    since.forEach(
        (partition, time) -> {
          first.put(partition, OffsetSpec.forTimestamp(time));
          last.put(partition, OffsetSpec.latest());
        });
    // The consumer's own answers end before the first open transaction, whoever's it is.
    try (Admin client = Admin.create(admin)) {
      Map<TopicPartition, ListOffsetsResultInfo> from = client.listOffsets(first).all().get();
      Map<TopicPartition, ListOffsetsResultInfo> to = client.listOffsets(last).all().get();
      Map<TopicPartition, Stretch> stretches = new HashMap<>();
      from.forEach(
          (partition, info) -> {
            long end = to.get(partition).offset();
            stretches.put(partition, new Stretch(info.offset() < 0 ? end : info.offset(), end));
          });
      return stretches;
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    }
  }

  /** Reads the stretches to their ends, each in order, the partitions in none. */
  void read(Map<TopicPartition, Stretch> stretches, Consumer<ConsumerRecord<byte[], byte[]>> to) {
    Map<TopicPartition, Stretch> left = new HashMap<>(stretches);
    left.values().removeIf(stretch -> stretch.from() >= stretch.to());
    if (left.isEmpty()) {
      return;
    }
    // Of its own, so that no answer to an earlier question comes in between.
    KafkaConsumer<byte[], byte[]> reader = consumer();
    try {
      reader.assign(left.keySet());
      left.forEach((partition, stretch) -> reader.seek(partition, stretch.from()));
      long positions = -1;
      long moved = System.nanoTime();
      while (!left.isEmpty()) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          // A poll may bring more than was asked for.
          TopicPartition partition = new TopicPartition(record.topic(), record.partition());
          if (record.offset() < stretches.get(partition).to()) {
            to.accept(record);
          }
        }
        long now = reader.assignment().stream().mapToLong(reader::position).sum();
        if (now != positions) {
          positions = now;
          moved = System.nanoTime();
        } else if (System.nanoTime() - moved > TRANSACTION_PATIENCE.toNanos()) {
          throw new TimeoutException(
              "Nothing more of "
                  + left.keySet()
                  + " could be read: no answer, or somebody's transaction stays open");
        }
        left.entrySet().removeIf(e -> reader.position(e.getKey()) >= e.getValue().to());
        reader.pause(
            reader.assignment().stream()
                .filter(partition -> !left.containsKey(partition))
                .toList());
      }
    } finally {
      reader.close(AT_ONCE);
    }
  }

  @Override
  public void close() {
    consumer.close(AT_ONCE);
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
