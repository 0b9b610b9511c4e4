package onrecord.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedriveTest {
  private static final byte[] BYTES = {'{', (byte) 0xFF};

  private final Redrive redrive =
      new Redrive(Map.of(Topic.ARTICLES, 6, Topic.ENRICHED, 6, Topic.COPIES, 6));

  @ParameterizedTest
  @CsvSource({"ARTICLES", "ENRICHED", "COPIES"})
  void aRecordGoesToTheTopicItStoodOnAsItWas(Topic topic) throws Exception {
    ProducerRecord<byte[], byte[]> again = again("a", BYTES, topic.topicName(), 5);

    assertEquals(topic.topicName(), again.topic());
    assertArrayEquals("a".getBytes(UTF_8), again.key());
    assertArrayEquals(BYTES, again.value());
    assertEquals(1_000, again.timestamp());
    assertEquals(topic.topicName() + ":5:7", Rejection.redrivenFrom(again.headers()));
    assertEquals(
        List.of("ce_id", "onrecord_redriven_from", "onrecord_reject_attempt"),
        Arrays.stream(again.headers().toArray()).map(Header::key).sorted().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "the-maristow-courier:ferry-1", "新聞", "a\n\"b\""})
  void aKeyChoosesThePartitionThatItChoosesForEveryProducer(String key) throws Exception {
    assertEquals(
        BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), 6),
        again(key, BYTES, Topic.ARTICLES.topicName(), 5).partition());
  }

  @Test
  void withoutAKeyItGoesWhereItWas() throws Exception {
    ProducerRecord<byte[], byte[]> again = again(null, BYTES, Topic.ARTICLES.topicName(), 5);

    assertEquals(5, again.partition());
    assertNull(again.key());
  }

  @Test
  void noOtherTopicIsWrittenTo() {
    for (String topic :
        List.of(
            Topic.QUOTES.topicName(),
            Topic.REJECTED.topicName(),
            "__consumer_offsets",
            "elsewhere")) {
      refused("no stage reads", "a", BYTES, topic, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 6})
  void aPartitionThatIsNotThereIsNotWrittenTo(int partition) {
    refused("no partition", null, BYTES, Topic.ARTICLES.topicName(), partition);
  }

  @Test
  void whatTheSinkCouldNotWriteAgainIsNotSentWithoutItsBytes() {
    Redrive.Refused refusal =
        assertThrows(
            Redrive.Refused.class,
            () -> again("a", null, Topic.ENRICHED.topicName(), 5, Rejection.STORE));
    assertTrue(
        refusal.getMessage().contains(Topic.ENRICHED.topicName() + ":5:7"), refusal.getMessage());
  }

  @Test
  void aTombstoneThatEnrichRefusedIsSentAsOne() throws Exception {
    assertNull(again(null, null, Topic.ARTICLES.topicName(), 5).value());
  }

  @Test
  void whatIsTooLargeIsRefused() {
    refused("too large", "a", new byte[Topic.MAX_MESSAGE_BYTES], Topic.ARTICLES.topicName(), 0);
  }

  private void refused(String because, String key, byte[] value, String topic, int partition) {
    Redrive.Refused refusal =
        assertThrows(Redrive.Refused.class, () -> again(key, value, topic, partition));
    assertTrue(refusal.getMessage().contains(because), refusal.getMessage());
  }

  private ProducerRecord<byte[], byte[]> again(
      String key, byte[] value, String topic, int partition) throws Redrive.Refused {
    return again(key, value, topic, partition, Rejection.VALIDATE);
  }

  private ProducerRecord<byte[], byte[]> again(
      String key, byte[] value, String topic, int partition, String stage) throws Redrive.Refused {
    Rejection why =
        new Rejection(stage, "x", "java.lang.Exception", topic, partition, 7, "0.1.0", 2);
    Headers headers = new RecordHeaders();
    headers.add("ce_id", new byte[] {1});
    why.writeTo(headers);
    return redrive.record(
        new ConsumerRecord<>(
            Topic.REJECTED.topicName(),
            0,
            3,
            1_000,
            TimestampType.CREATE_TIME,
            0,
            0,
            key == null ? null : key.getBytes(UTF_8),
            value,
            headers,
            Optional.empty()),
        why);
  }
}
