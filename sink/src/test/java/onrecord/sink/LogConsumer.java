package onrecord.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import onrecord.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Kafka's mock of a consumer with a log behind it: what was polled once is there again after a
 * seek, as on a broker. The test appends and rebalances, the loop's thread polls.
 */
final class LogConsumer extends MockConsumer<byte[], byte[]> {
  private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> log = new HashMap<>();

  LogConsumer() {
    super("earliest");
  }

  static TopicPartition partition(int number) {
    return new TopicPartition(Topic.ENRICHED.topicName(), number);
  }

  /** Writes a record behind the partition's last. */
  synchronized void append(int partition, String key, byte[] value) {
    TopicPartition at = partition(partition);
    List<ConsumerRecord<byte[], byte[]>> records =
        log.computeIfAbsent(at, absent -> new ArrayList<>());
    records.add(
        new ConsumerRecord<>(at.topic(), partition, records.size(), key.getBytes(UTF_8), value));
  }

  /** Gives the consumer these partitions and no others, at its next poll. */
  void assignAtNextPoll(int... partitions) {
    schedulePollTask(
        () -> {
          List<TopicPartition> all = new ArrayList<>();
          for (int partition : partitions) {
            all.add(partition(partition));
            updateBeginningOffsets(Map.of(partition(partition), 0L));
          }
          rebalance(all);
        });
  }

  // The mock guards itself; waiting must not keep the appending threads out.
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    // Rebalances, exceptions and wake-ups are the mock's; it holds no records.
    super.poll(timeout);
    ConsumerRecords<byte[], byte[]> records = read();
    if (records.isEmpty()) {
      // The mock returns at once, which would keep a processor busy.
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    }
    return records;
  }

  private synchronized ConsumerRecords<byte[], byte[]> read() {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> read = new HashMap<>();
    for (TopicPartition partition : assignment()) {
      List<ConsumerRecord<byte[], byte[]>> records = log.getOrDefault(partition, List.of());
      if (!paused().contains(partition) && position(partition) < records.size()) {
        int position = (int) position(partition);
        read.put(partition, List.copyOf(records.subList(position, records.size())));
        seek(partition, records.size());
      }
    }
    return new ConsumerRecords<>(read, Map.of());
  }
}
