package onrecord.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import onrecord.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka Streams app with its door, started. Safe to stop from any thread. Kafka Streams itself is
 * brought by the services that are such an app.
 */
public final class StreamsService implements RunningService {
  private static final Logger log = LoggerFactory.getLogger(StreamsService.class);

  private final KafkaStreams streams;
  private final OperationsDoor door;
  private final KafkaStreamsMetrics kafkaMetrics;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<String> death = new AtomicReference<>();

  private StreamsService(
      KafkaStreams streams, OperationsDoor door, KafkaStreamsMetrics kafkaMetrics) {
    this.streams = streams;
    this.door = door;
    this.kafkaMetrics = kafkaMetrics;
  }

  /** Health of an app that isn't ready until it has its partitions. */
  public static Health starting() {
    Health health = new Health();
    health.problem("streams", "starting");
    return health;
  }

  /**
   * Starts the app.
   *
   * @param streams not started yet; closed with this, as is the door
   * @param health made by {@link #starting}, shown by the door
   */
  public static StreamsService start(
      KafkaStreams streams, OperationsDoor door, Health health, MeterRegistry registry) {
    KafkaStreamsMetrics kafkaMetrics = new KafkaStreamsMetrics(streams);
    kafkaMetrics.bindTo(registry);
    StreamsService service = new StreamsService(streams, door, kafkaMetrics);
    streams.setUncaughtExceptionHandler(
        e -> {
          log.error("A stream thread died", e);
          service.death.compareAndSet(null, String.valueOf(e.getMessage()));
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    streams.setStateListener(
        (now, before) -> {
          if (now == KafkaStreams.State.RUNNING) {
            health.well("streams");
          } else if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
            String reason = String.valueOf(service.death.get());
            health.died(reason);
            service.ended.countDown();
          } else {
            health.problem("streams", now.toString());
          }
        });
    try {
      streams.start();
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
    return service;
  }

  /** What every app of ours has in common: exactly once, large records, named stores. */
  public static Properties properties(
      KafkaClients kafka,
      String clientId,
      String applicationId,
      int threads,
      String stateDir,
      Duration sessionTimeout,
      Duration transactionTimeout) {
    Properties properties = kafka.common(clientId);
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir);
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
        Topic.MAX_MESSAGE_BYTES);
    int session = Math.toIntExact(sessionTimeout.toMillis());
    properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), session);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
        Math.min(3_000, session / 3));
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        Math.toIntExact(transactionTimeout.toMillis()));
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topic.MAX_MESSAGE_BYTES);
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    // A transaction's first batches to a partition can overtake one another (KAFKA-15591): seen as
    // OutOfOrderSequenceException on a fresh broker with the default of five.
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
    return properties;
  }

  /** The port of the door for health and metrics. */
  public int port() {
    return door.port();
  }

  @Override
  public String awaitEnd() throws InterruptedException {
    ended.await();
    return death.get();
  }

  @Override
  public boolean stop(Duration patience) {
    boolean inTime =
        streams.close(
            CloseOptions.timeout(patience)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    kafkaMetrics.close();
    door.close();
    ended.countDown();
    return inTime;
  }
}
