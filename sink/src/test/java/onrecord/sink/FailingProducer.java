package onrecord.sink;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import onrecord.events.Rejection;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's mock of a producer; the failures that a test puts into it come first. */
final class FailingProducer extends MockProducer<byte[], byte[]> {
  private final Deque<Exception> failures = new ArrayDeque<>();

  FailingProducer() {
    super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  }

  synchronized void failNext(Exception failure) {
    failures.add(failure);
  }

  /** Where the records that were set aside stood. */
  List<Long> rejectedOffsets() {
    return history().stream().map(reject -> Rejection.readFrom(reject.headers()).offset()).toList();
  }

  @Override
  public synchronized Future<RecordMetadata> send(
      ProducerRecord<byte[], byte[]> record, Callback callback) {
    Exception failure = failures.poll();
    return failure == null ? super.send(record, callback) : CompletableFuture.failedFuture(failure);
  }
}
