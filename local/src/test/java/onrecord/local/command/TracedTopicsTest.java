package onrecord.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TracedTopicsTest {

  @Test
  void theNewestOfEachTopicAreKeptAndTheOthersCounted() {
    TracedTopics.Newest newest =
        new TracedTopics.Newest("a", List.of(Topic.ARTICLES, Topic.ENRICHED), 2);
    // One that came later may bear an older time.
    for (long offset : new long[] {30, 10, 40, 20}) {
      newest.add(record(Topic.ARTICLES, "a", offset));
      newest.add(record(Topic.ARTICLES, "another", offset + 1));
    }
    newest.add(record(Topic.ENRICHED, "a", 5));
    TracedTopics topics = newest.with(List.of());
    assertEquals(
        List.of(5L, 30L, 40L), topics.records().stream().map(TracedRecord::offset).toList());
    assertEquals(Map.of(Topic.ARTICLES.topicName(), 2), topics.leftOut());
  }

  private static ConsumerRecord<byte[], byte[]> record(Topic topic, String key, long offset) {
    return new ConsumerRecord<>(
        topic.topicName(),
        0,
        offset,
        offset,
        TimestampType.CREATE_TIME,
        0,
        0,
        key.getBytes(UTF_8),
        "{}".getBytes(UTF_8),
        new RecordHeaders(),
        Optional.empty());
  }
}
