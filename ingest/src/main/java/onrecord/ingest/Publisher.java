package onrecord.ingest;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import onrecord.events.Article;
import onrecord.events.CloudEvent;
import onrecord.events.EventJson;
import onrecord.events.Topic;
import onrecord.events.TraceContext;
import onrecord.service.KafkaClients;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Puts articles on their topic and tells when Kafka has them. Holds a bounded number of bytes that
 * wait. Safe to share between threads; futures complete on the producer's own thread, which must
 * not be held up.
 */
public final class Publisher implements AutoCloseable {
  /** What a record takes beside its value: key, headers, its future. */
  private static final int RECORD_OVERHEAD_BYTES = 1024;

  /** How long a send may wait for the topic's metadata or for buffers. */
  private static final Duration MAX_BLOCK = Duration.ofSeconds(5);

  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
  private static final int LINGER_MS = 5;

  private final Producer<String, byte[]> producer;
  private final Semaphore room;
  private final int capacity;

  /**
   * A publisher over a producer.
   *
   * @param producer closed with this
   * @param maxInFlightBytes how many bytes may wait
   */
  Publisher(Producer<String, byte[]> producer, int maxInFlightBytes) {
    this.producer = producer;
    // Fair, or a large article would wait for ever behind small ones.
    this.room = new Semaphore(maxInFlightBytes, true);
    this.capacity = maxInFlightBytes;
  }

  /**
   * A publisher with a producer of its own that loses and doubles nothing.
   *
   * @param deliveryTimeout within it Kafka must have an article, or its future fails
   */
  public static Publisher to(KafkaClients kafka, int maxInFlightBytes, Duration deliveryTimeout) {
    return new Publisher(producer(kafka, maxInFlightBytes, deliveryTimeout), maxInFlightBytes);
  }

  static Producer<String, byte[]> producer(
      KafkaClients kafka, int maxInFlightBytes, Duration deliveryTimeout) {
    Properties properties = kafka.producer("onrecord-ingest");
    int delivery = Math.toIntExact(deliveryTimeout.toMillis());
    int request = Math.min((int) REQUEST_TIMEOUT.toMillis(), delivery / 2);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, request);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
    properties.put(
        ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.min((int) MAX_BLOCK.toMillis(), delivery));
    // The bound on what waits must be met first: it refuses at once, the producer's own blocks.
    properties.put(
        ProducerConfig.BUFFER_MEMORY_CONFIG, (long) maxInFlightBytes + Topic.MAX_MESSAGE_BYTES);
    return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }

  /** Where Kafka keeps an article. */
  public record Place(String topic, int partition, long offset) {}

  /** There is no room for another article now; the caller should come again later. */
  public static final class Busy extends Exception {
    private static final long serialVersionUID = 1;

    Busy() {
      super("too many articles wait for Kafka; send this one again later");
    }
  }

  /**
   * Sends an article; the future completes when Kafka has it, or with what went wrong. After a
   * failure Kafka may have it all the same; it may be sent again, because its identity is the same.
   *
   * @param article with its time of arrival
   * @param patience how long to wait for room; zero not to wait
   * @throws Busy when there is no room in time
   */
  public CompletableFuture<Place> publish(Article article, Duration patience)
      throws Busy, InterruptedException {
    return publish(article, patience, TraceContext.random());
  }

  /**
   * As {@link #publish(Article, Duration)}.
   *
   * @param traceparent a valid {@link TraceContext}
   */
  // The callback tells what the producer's own future would.
  @SuppressWarnings("FutureReturnValueIgnored")
  public CompletableFuture<Place> publish(Article article, Duration patience, String traceparent)
      throws Busy, InterruptedException {
    byte[] value = EventJson.write(article);
    // An article larger than the whole room goes alone.
    int bytes = Math.min(value.length + RECORD_OVERHEAD_BYTES, capacity);
    if (!room.tryAcquire(bytes, patience.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new Busy();
    }
    CompletableFuture<Place> place = new CompletableFuture<>();
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            Topic.ARTICLES.topicName(),
            null,
            article.ingestedAt().toEpochMilli(),
            article.id(),
            value);
    CloudEvent.of(article).writeTo(record.headers());
    TraceContext.writeTo(record.headers(), traceparent);
    try {
      producer.send(record, (metadata, failure) -> end(place, bytes, metadata, failure));
    } catch (KafkaException | IllegalStateException e) {
      // What the producer throws itself it doesn't tell the callback.
      end(place, bytes, null, e);
    }
    return place;
  }

  private void end(
      CompletableFuture<Place> place, int bytes, RecordMetadata metadata, Exception failure) {
    // First, so that whoever learns of the end finds the room that it made.
    room.release(bytes);
    if (failure == null) {
      place.complete(new Place(metadata.topic(), metadata.partition(), metadata.offset()));
    } else {
      place.completeExceptionally(failure);
    }
  }

  /** Waits for what is on its way, at most so long. */
  void close(Duration patience) {
    producer.close(patience);
  }

  @Override
  public void close() {
    close(Duration.ofSeconds(20));
  }
}
