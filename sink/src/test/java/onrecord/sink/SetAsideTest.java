package onrecord.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class SetAsideTest {
  private final Unstorable because =
      new Unstorable(
          Unstorable.Reason.UNREADABLE, "No JSON", new IllegalArgumentException("inner"));

  private final FailingProducer producer = new FailingProducer();
  private final SetAside setAside = new SetAside(producer);

  @Test
  void aRejectHasItsKeyBytesAndTimeAsTheyCame() throws Exception {
    setAside.send(record(), because, "7");

    ProducerRecord<byte[], byte[]> reject = only();
    assertEquals(Topic.REJECTED.topicName(), reject.topic());
    assertArrayEquals("key".getBytes(UTF_8), reject.key());
    assertArrayEquals("{".getBytes(UTF_8), reject.value());
    assertEquals(1234, reject.timestamp());
  }

  @Test
  void aRejectSaysWhyAndWhereItStood() throws Exception {
    setAside.send(record(), because, "7");

    assertEquals(
        new Rejection(
            Rejection.STORE,
            "No JSON",
            IllegalArgumentException.class.getName(),
            Topic.ENRICHED.topicName(),
            3,
            42,
            "7",
            1),
        Rejection.readFrom(only().headers()));
  }

  @Test
  void aRejectKeepsTheHeadersItCameWith() throws Exception {
    setAside.send(record(), because, "7");

    assertArrayEquals("x".getBytes(UTF_8), only().headers().lastHeader("ce_id").value());
  }

  @Test
  void aRejectThatIsTooLargeIsNamedWithoutItsBytes() throws Exception {
    producer.failNext(new RecordTooLargeException("too large"));
    setAside.send(record(), because, "7");

    assertNull(only().value());
    String reason = Rejection.readFrom(only().headers()).reason();
    assertTrue(reason.startsWith("No JSON; too large"), reason);
  }

  @Test
  void aBrokerThatIsAwayIsSaidToBe() {
    producer.failNext(new TimeoutException("away"));

    assertThrows(SetAside.NotSetAside.class, () -> setAside.send(record(), because, "7"));
  }

  @Test
  void aMissingRightIsNoOutage() {
    producer.failNext(new TopicAuthorizationException("no"));

    assertThrows(KafkaException.class, () -> setAside.send(record(), because, "7"));
  }

  private ProducerRecord<byte[], byte[]> only() {
    List<ProducerRecord<byte[], byte[]>> sent = producer.history();
    assertEquals(1, sent.size());
    return sent.get(0);
  }

  private static ConsumerRecord<byte[], byte[]> record() {
    return new ConsumerRecord<>(
        Topic.ENRICHED.topicName(),
        3,
        42,
        1234,
        TimestampType.CREATE_TIME,
        3,
        1,
        "key".getBytes(UTF_8),
        "{".getBytes(UTF_8),
        new RecordHeaders(List.of(new RecordHeader("ce_id", "x".getBytes(UTF_8)))),
        Optional.empty());
  }
}
