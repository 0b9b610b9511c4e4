package onrecord.enrich;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import onrecord.enrich.text.Lexicon;
import onrecord.events.Topic;
import onrecord.service.Health;
import onrecord.service.OperationsDoor;
import onrecord.service.RunningService;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Kafka Streams app, started. Safe to stop from any thread. */
public final class EnrichService implements RunningService {
  private static final Logger log = LoggerFactory.getLogger(EnrichService.class);

  private final KafkaStreams streams;
  private final OperationsDoor door;
  private final KafkaStreamsMetrics kafkaMetrics;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<String> death = new AtomicReference<>();

  private EnrichService(
      KafkaStreams streams, OperationsDoor door, KafkaStreamsMetrics kafkaMetrics) {
    this.streams = streams;
    this.door = door;
    this.kafkaMetrics = kafkaMetrics;
  }

  /** Starts the app; it is ready when it has its partitions. */
  public static EnrichService start(EnrichConfig config) {
    Health health = new Health();
    health.problem("streams", "starting");
    PrometheusMeterRegistry registry = OperationsDoor.metrics();
    StatusDoor status = new StatusDoor();
    OperationsDoor door =
        OperationsDoor.open(config.httpHost(), config.httpPort(), health, registry, status::addTo);
    HostInfo self = new HostInfo(config.advertisedHost(), door.port());
    Properties properties = properties(config);
    properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, self.host() + ":" + self.port());
    KafkaStreams streams =
        new KafkaStreams(
            EnrichTopology.build(
                Lexicon.load(), config.maxWork(), new EnrichMeters(registry, Clock.systemUTC())),
            properties);
    status.serve(streams, self);
    KafkaStreamsMetrics kafkaMetrics = new KafkaStreamsMetrics(streams);
    kafkaMetrics.bindTo(registry);
    EnrichService service = new EnrichService(streams, door, kafkaMetrics);
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

  static Properties properties(EnrichConfig config) {
    Properties properties = config.kafka().common("onrecord-enrich");
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
    properties.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir());
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
        Topic.MAX_MESSAGE_BYTES);
    int session = Math.toIntExact(config.sessionTimeout().toMillis());
    properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), session);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
        Math.min(3_000, session / 3));
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        Math.toIntExact(config.transactionTimeout().toMillis()));
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
