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
import onrecord.service.KafkaClients;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Puts articles on their topic and tells when Kafka has them. Holds a bounded number of bytes that
 * wait. Safe to share between threads.
 */
public final class Publisher implements AutoCloseable {
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
    this.room = new Semaphore(maxInFlightBytes);
    this.capacity = maxInFlightBytes;
  }

  /** A publisher with a producer of its own that loses and doubles nothing. */
  public static Publisher to(KafkaClients kafka, int maxInFlightBytes, Duration deliveryTimeout) {
    return new Publisher(producer(kafka, deliveryTimeout), maxInFlightBytes);
  }

  static Producer<String, byte[]> producer(KafkaClients kafka, Duration deliveryTimeout) {
    Properties properties = kafka.producer("onrecord-ingest");
    int delivery = Math.toIntExact(deliveryTimeout.toMillis());
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, delivery / 3));
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.max(1, delivery / 3));
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
   * Sends an article; the future completes when Kafka has it, or with what went wrong.
   *
   * @param patience how long to wait for room
   * @throws Busy when there is no room in time
   */
  // The producer's own future says what the callback says.
  @SuppressWarnings("FutureReturnValueIgnored")
  public CompletableFuture<Place> publish(Article article, Duration patience)
      throws Busy, InterruptedException {
    byte[] value = EventJson.write(article);
    int bytes = Math.min(value.length, capacity);
    if (!room.tryAcquire(bytes, patience.toMillis(), TimeUnit.MILLISECONDS)) {
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
    try {
      producer.send(
          record,
          (metadata, failure) -> {
            room.release(bytes);
            if (failure == null) {
              place.complete(new Place(metadata.topic(), metadata.partition(), metadata.offset()));
            } else {
              place.completeExceptionally(failure);
            }
          });
    } catch (KafkaException e) {
      // The producer gave up before it took the record, so its callback may not come.
      if (place.completeExceptionally(e)) {
        room.release(bytes);
      }
    }
    return place;
  }

  /** Asks the broker where the topic is; throws when it doesn't answer. */
  void probe() {
    producer.partitionsFor(Topic.ARTICLES.topicName());
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(20));
  }
}
