package onrecord.local.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.TreeMap;
import onrecord.events.Topic;
import onrecord.service.KafkaClients;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The records of an article on the topics, the newest of each.
 *
 * @param records in order of time
 * @param leftOut how many older ones of a topic are not among them, by its name; only of topics
 *     where some are
 * @param missing the topics that aren't there
 */
record TracedTopics(
    List<TracedRecord> records, Map<String, Integer> leftOut, List<String> missing) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(500);

  TracedTopics {
    records = List.copyOf(records);
    leftOut = Map.copyOf(leftOut);
    missing = List.copyOf(missing);
  }

  /** The partition that a record of this article is sent to when nobody says another one. */
  static int partition(String id, int partitions) {
    return BuiltInPartitioner.partitionForKey(id.getBytes(StandardCharsets.UTF_8), partitions);
  }

  /**
   * Reads the topics as far as they are written now.
   *
   * @param most how many records of each topic to keep
   * @throws KafkaException when the broker can't be reached, or stops answering
   */
  static TracedTopics read(KafkaClients kafka, String id, Collection<Topic> topics, int most) {
    Properties properties = kafka.consumer("onrecord-trace");
    properties.put(
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(PATIENCE.toMillis()));
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      List<String> missing = new ArrayList<>();
      for (Topic topic : topics) {
        int count = consumer.partitionsFor(topic.topicName()).size();
        if (count == 0) {
          missing.add(topic.topicName());
        }
        // The key of a quote is its speaker, and a reject may have none.
        boolean all = topic == Topic.QUOTES || topic == Topic.REJECTED;
        for (int partition = 0; partition < count; partition++) {
          if (all || partition == partition(id, count)) {
            partitions.add(new TopicPartition(topic.topicName(), partition));
          }
        }
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Newest newest = new Newest(id, topics, most);
      readAll(consumer, partitions, newest);
      return newest.with(missing);
    }
  }

  private static void readAll(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Newest to) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    long answered = System.nanoTime();
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      ConsumerRecords<byte[], byte[]> some = consumer.poll(POLL);
      some.forEach(to::add);
      // A poll that finds nothing says nothing of a broker that went away.
      if (!some.isEmpty()) {
        answered = System.nanoTime();
      } else if (System.nanoTime() - answered > PATIENCE.toNanos()) {
        throw new TimeoutException("it stopped answering");
      }
    }
  }

  /** Keeps the newest records of each topic. */
  static final class Newest {
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final Map<String, Topic> named = new TreeMap<>();
    private final Map<Topic, PriorityQueue<TracedRecord>> kept = new EnumMap<>(Topic.class);
    private final String id;
    private final int most;

    Newest(String id, Collection<Topic> topics, int most) {
      this.id = id;
      this.most = most;
      for (Topic topic : topics) {
        named.put(topic.topicName(), topic);
        kept.put(topic, new PriorityQueue<>(TracedRecord.BY_TIME));
      }
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
      Topic topic = named.get(record.topic());
      TracedRecord traced = TracedRecord.of(topic, record, id);
      if (traced == null) {
        return;
      }
      PriorityQueue<TracedRecord> queue = kept.get(topic);
      queue.add(traced);
      if (queue.size() > most) {
        queue.remove();
        leftOut.merge(record.topic(), 1, Integer::sum);
      }
    }

    TracedTopics with(List<String> missing) {
      return new TracedTopics(
          kept.values().stream()
              .flatMap(PriorityQueue::stream)
              .sorted(TracedRecord.BY_TIME)
              .toList(),
          leftOut,
          missing);
    }
  }
}
