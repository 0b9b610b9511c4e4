package onrecord.sink;

import java.util.concurrent.ExecutionException;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what can't be stored to {@link Topic#REJECTED}: key, bytes, headers and time as they came,
 * with the reason beside them. Safe to share between threads.
 *
 * <p>Here a crash may double, and so may an answer of the broker that gets lost: a record is set
 * aside before its offset is moved past, and set aside again when the move didn't happen. Its
 * headers say where it stood, so that who reads the rejects can tell.
 */
final class SetAside {
  private static final Logger log = LoggerFactory.getLogger(SetAside.class);

  private final Producer<byte[], byte[]> producer;

  /**
   * Writes with a producer that others may use, too.
   *
   * @param producer idempotent and acks=all, with a delivery timeout well below the consumer's
   *     max.poll.interval
   */
  SetAside(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Returns when the broker has the reject.
   *
   * @param engine the version of the engine that made the record, or "unknown"
   * @throws NotSetAside when it can't be written now but may be later
   * @throws KafkaException when it can't be written at all: rights, most likely
   */
  void send(ConsumerRecord<byte[], byte[]> record, Unstorable because, String engine)
      throws NotSetAside {
    try {
      write(record, record.value(), because.getMessage(), because, engine);
    } catch (RecordTooLargeException e) {
      // The headers can make a record that just fitted too large; the log it came from has it.
      String reason =
          because.getMessage() + "; too large to be written again, read it where it stood";
      write(record, null, reason, because, engine);
    }
    log.warn(
        "Set aside {}-{} at {}: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        because.getMessage());
  }

  private void write(
      ConsumerRecord<byte[], byte[]> record,
      byte[] value,
      String reason,
      Unstorable because,
      String engine)
      throws NotSetAside {
    Throwable thrown = because.getCause();
    ProducerRecord<byte[], byte[]> reject =
        new ProducerRecord<>(
            Topic.REJECTED.topicName(),
            null,
            record.timestamp() < 0 ? null : record.timestamp(),
            record.key(),
            value,
            record.headers());
    new Rejection(
            Rejection.STORE,
            reason,
            thrown == null ? null : thrown.getClass().getName(),
            record.topic(),
            record.partition(),
            record.offset(),
            engine,
            Rejection.nextAttempt(record.headers()))
        .writeTo(reject.headers());
    try {
      producer.send(reject).get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException) {
        throw new NotSetAside(e.getCause());
      }
      throw e.getCause() instanceof KafkaException cause
          ? cause
          : new KafkaException("A record can't be set aside", e.getCause());
    }
  }

  /** The broker didn't take a reject in time; it may later. */
  static final class NotSetAside extends Exception {
    private static final long serialVersionUID = 1;

    NotSetAside(Throwable cause) {
      super("A record can't be set aside: " + cause.getMessage(), cause);
    }
  }
}
