package onrecord.local.command;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import onrecord.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What is on {@link Topic#REJECTED} when this is made. For one thread. */
final class Rejects {
  private final TopicReader reader;
  private final Map<TopicPartition, TopicReader.Stretch> all;

  Rejects(TopicReader reader) {
    this.reader = reader;
    this.all = reader.committed(Topic.REJECTED);
  }

  /** Reads all, each partition in order. */
  void forEach(Consumer<ConsumerRecord<byte[], byte[]>> to) {
    reader.read(all, to);
  }

  /** The record at a place; no place between the first and the last need hold one. */
  Optional<ConsumerRecord<byte[], byte[]>> at(RejectPlace place) {
    TopicPartition partition = new TopicPartition(Topic.REJECTED.topicName(), place.partition());
    TopicReader.Stretch stretch = all.get(partition);
    if (stretch == null || place.offset() < stretch.from() || place.offset() >= stretch.to()) {
      return Optional.empty();
    }
    AtomicReference<ConsumerRecord<byte[], byte[]>> found = new AtomicReference<>();
    reader.read(
        Map.of(partition, new TopicReader.Stretch(place.offset(), place.offset() + 1)), found::set);
    return Optional.ofNullable(found.get());
  }
}
