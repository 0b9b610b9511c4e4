package onrecord.local.command;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;

/** Makes of a reject the record that is sent again. */
final class Redrive {
  /** What a stage of ours reads: only from these a record can have been set aside. */
  static final Set<Topic> TARGETS = Set.of(Topic.ARTICLES, Topic.ENRICHED, Topic.COPIES);

  // The most that Kafka's format adds to a record, and to each of its headers.
  private static final int RECORD_BYTES = 100;
  private static final int HEADER_BYTES = 10;

  private final Map<Topic, Integer> partitions;

  /** A reject that can't be sent again as it is; the message says why. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  /**
   * Ready to make records.
   *
   * @param partitions how many each of {@link #TARGETS} has
   */
  Redrive(Map<Topic, Integer> partitions) {
    this.partitions = Map.copyOf(partitions);
  }

  /**
   * The record with its own key, bytes, headers and time, so that its place in the order of
   * versions stays what it was.
   */
  ProducerRecord<byte[], byte[]> record(ConsumerRecord<byte[], byte[]> reject, Rejection why)
      throws Refused {
    TopicPartition target = target(reject.key(), why);
    if (reject.value() == null && why.stage().equals(Rejection.STORE)) {
      throw new Refused("its bytes aren't here: read them at " + why.origin());
    }
    Headers headers = new RecordHeaders(reject.headers().toArray());
    why.redrive(headers);
    long size = size(reject.key(), reject.value(), headers);
    if (size > Topic.MAX_MESSAGE_BYTES) {
      throw new Refused("it is too large for a record: " + size + " bytes");
    }
    return new ProducerRecord<>(
        target.topic(),
        target.partition(),
        reject.timestamp() < 0 ? null : (Long) reject.timestamp(),
        reject.key(),
        reject.value(),
        headers);
  }

  /**
   * Where a record goes: to the topic it was on, by its key, as every producer of ours sends it.
   */
  private TopicPartition target(byte[] key, Rejection why) throws Refused {
    Topic topic =
        Topic.named(why.topic())
            .filter(TARGETS::contains)
            .orElseThrow(
                () ->
                    new Refused("no stage reads from the topic that it stood on, " + why.topic()));
    int count = partitions.get(topic);
    if (why.partition() < 0 || why.partition() >= count) {
      throw new Refused(why.topic() + " has no partition " + why.partition());
    }
    return new TopicPartition(
        topic.topicName(),
        key == null ? why.partition() : Utils.toPositive(Utils.murmur2(key)) % count);
  }

  private static long size(byte[] key, byte[] value, Headers headers) {
    long size = RECORD_BYTES + length(key) + length(value);
    for (Header header : headers) {
      size +=
          HEADER_BYTES
              + length(header.key().getBytes(StandardCharsets.UTF_8))
              + length(header.value());
    }
    return size;
  }

  private static long length(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
