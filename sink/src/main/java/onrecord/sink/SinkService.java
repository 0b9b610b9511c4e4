package onrecord.sink;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import onrecord.service.Database;
import onrecord.service.Health;
import onrecord.service.OperationsDoor;
import onrecord.service.RunningService;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sink's life: what it is made of, its start, its end. Its methods may be called from any
 * thread.
 */
public final class SinkService implements RunningService {
  private static final Logger log = LoggerFactory.getLogger(SinkService.class);

  /** How long a statement may take; far more than a batch needs. */
  private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(60);

  /** How long to wait for a row that another instance or a person's session holds. */
  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

  /** A server that is silent for so long, beyond its own statement timeout, is gone. */
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(90);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** How long the loop may wait for a reject to be written; below the patience of a stop. */
  private static final Duration REJECT_TIMEOUT = Duration.ofSeconds(15);

  private static final Duration MOST_BETWEEN_HEARTBEATS = Duration.ofSeconds(3);
  private static final int FETCH_MAX_BYTES = 32 << 20;

  private final Health health = new Health();
  private final CompletableFuture<String> ended = new CompletableFuture<>();

  /** What must be closed, the last opened first. */
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private OperationsDoor door;
  private ConsumeLoop loop;

  private SinkService() {}

  /**
   * Starts the sink: waits for the database, migrates it, begins to consume. The broker may come
   * later; health says so.
   *
   * @throws SQLException when the database can't be used; nothing is left running
   */
  public static SinkService start(SinkConfig config) throws SQLException {
    SinkService service = new SinkService();
    try {
      service.open(config);
      return service;
    } catch (SQLException | RuntimeException e) {
      service.closeParts();
      throw e;
    }
  }

  private void open(SinkConfig config) throws SQLException {
    PrometheusMeterRegistry registry = OperationsDoor.metrics();
    parts.push(registry::close);
    health.problem("start", "Waiting for the database at " + config.database().url());
    door = OperationsDoor.open(config.httpHost(), config.httpPort(), health, registry);
    parts.push(door);
    HikariDataSource pool = pool(config, registry);
    parts.push(pool);
    Migrations.migrate(unpooled(config.database()));

    Producer<byte[], byte[]> producer = producer(config);
    parts.push(() -> producer.close(CONNECT_TIMEOUT));
    // The loop closes it.
    Consumer<byte[], byte[]> consumer = consumer(config);
    KafkaClientMetrics producerMetrics = new KafkaClientMetrics(producer);
    producerMetrics.bindTo(registry);
    parts.push(producerMetrics);
    KafkaClientMetrics consumerMetrics = new KafkaClientMetrics(consumer);
    consumerMetrics.bindTo(registry);
    parts.push(consumerMetrics);

    SinkMeters meters = new SinkMeters(registry, Clock.systemUTC());
    Recorder recorder =
        new Recorder(
            new Storage(pool, config.consumerGroup()),
            new SetAside(producer),
            meters,
            config.maxBatchBytes());
    BrokerWatch brokerWatch =
        new BrokerWatch(BrokerWatch.heartbeatAge(consumer), health, config.kafka().bootstrap());
    loop =
        new ConsumeLoop(
            consumer, recorder, health, brokerWatch, System::nanoTime, config.pollTimeout());
    Thread thread = new Thread(this::consume, "sink");
    thread.start();
    health.well("start");
  }

  private void consume() {
    try {
      loop.run();
      ended.complete(null);
    } catch (SQLException | RuntimeException | Error e) {
      log.error("The sink can't go on", e);
      health.died(String.valueOf(e.getMessage()));
      ended.complete(e.toString());
    }
  }

  /** Where health and metrics are answered. */
  public int port() {
    return door.port();
  }

  @Override
  public String awaitEnd() throws InterruptedException {
    try {
      return ended.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The end is never told by an exception", e);
    }
  }

  @Override
  public boolean stop(Duration patience) {
    loop.stop();
    boolean inTime = true;
    try {
      ended.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      inTime = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      inTime = false;
    }
    closeParts();
    return inTime;
  }

  private synchronized void closeParts() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        log.warn("A part of the sink could not be closed", e);
      }
    }
  }

  static HikariDataSource pool(SinkConfig config, MeterRegistry registry) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("sink");
    pool.setJdbcUrl(config.database().url());
    pool.setUsername(config.database().user());
    pool.setPassword(config.database().password().value());
    pool.setMaximumPoolSize(config.poolSize());
    pool.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
    pool.setInitializationFailTimeout(config.startTimeout().toMillis());
    pool.setConnectionInitSql(
        "set statement_timeout = %d; set lock_timeout = %d; "
                .formatted(STATEMENT_TIMEOUT.toMillis(), LOCK_TIMEOUT.toMillis())
            + "set idle_in_transaction_session_timeout = "
            + SOCKET_TIMEOUT.toMillis());
    // The driver takes strings only; it would ignore numbers in silence.
    pool.addDataSourceProperty("connectTimeout", Long.toString(CONNECT_TIMEOUT.toSeconds()));
    pool.addDataSourceProperty("socketTimeout", Long.toString(SOCKET_TIMEOUT.toSeconds()));
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.addDataSourceProperty("ApplicationName", config.consumerGroup());
    // The detail of an error quotes the row, which holds an article's body.
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
    return new HikariDataSource(pool);
  }

  /** Without the pool's timeouts, because a migration may rebuild an index for an hour. */
  private static PGSimpleDataSource unpooled(Database database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(database.user());
    source.setPassword(database.password().value());
    source.setTcpKeepAlive(true);
    return source;
  }

  private static Consumer<byte[], byte[]> consumer(SinkConfig config) {
    Properties properties = config.kafka().consumer(config.consumerGroup());
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, config.consumerGroup());
    properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    long session = config.sessionTimeout().toMillis();
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, Math.toIntExact(session));
    properties.put(
        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
        Math.toIntExact(Math.min(MOST_BETWEEN_HEARTBEATS.toMillis(), session / 3)));
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.maxBatch());
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_MAX_BYTES);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static Producer<byte[], byte[]> producer(SinkConfig config) {
    Properties properties = config.kafka().producer(config.consumerGroup() + "-rejects");
    int third = Math.toIntExact(REJECT_TIMEOUT.toMillis() / 3);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, third);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, third);
    properties.put(
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(REJECT_TIMEOUT.toMillis()));
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
