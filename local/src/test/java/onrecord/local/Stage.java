package onrecord.local;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import onrecord.copies.CopiesMain;
import onrecord.enrich.EnrichMain;
import onrecord.events.Article;
import onrecord.events.Topic;
import onrecord.ingest.Publisher;
import onrecord.local.truth.Trial;
import onrecord.service.KafkaClients;
import onrecord.service.TopicSetup;
import onrecord.sink.SinkMain;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Broker, enrich and sink as processes of their own, a PostgreSQL beside them, and a test that
 * takes them away and gives them back. For one thread.
 */
public final class Stage implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int MUCH = 256 << 20;
  private static final List<String> TABLES =
      List.of("article", "entity", "mention", "quote", "attitude");

  private final Path directory;
  private final Path cache;
  private final int kafkaPort;
  private final int postgresPort;
  private final int statusPort;
  private final KafkaClients kafka;
  private ChildJvm broker;
  private ChildJvm enrich;
  private ChildJvm copies;
  private ChildJvm sink;
  private LocalPostgres postgres;

  private Stage(Path directory, Path cache) throws IOException {
    this.directory = Files.createDirectories(directory);
    this.cache = cache;
    this.kafkaPort = Ports.free(0);
    this.postgresPort = Ports.free(0);
    this.statusPort = Ports.free(0);
    this.kafka = new KafkaClients("localhost:" + kafkaPort, Map.of());
  }

  /** Everything runs, the topics are there, no article has come. */
  public static Stage set(Path directory, Path cache) throws Exception {
    Stage stage = new Stage(directory, cache);
    try {
      stage.startBroker();
      stage.startPostgres();
      TopicSetup.run(stage.kafka, (short) 1, PATIENCE);
      stage.startEnrich();
      stage.startCopies();
      stage.startSink();
      return stage;
    } catch (Exception | Error e) {
      stage.close();
      throw e;
    }
  }

  /** Where a test may look. */
  public Trial.Pipeline pipeline() {
    return new Trial.Pipeline(
        kafka.bootstrap(),
        postgres.jdbcUrl(),
        LocalPostgres.NAME,
        "http://localhost:" + statusPort);
  }

  void startBroker() throws IOException {
    broker =
        ChildJvm.start(
            BrokerMain.class,
            Map.of(),
            directory.resolve("broker.log"),
            directory.resolve("kafka").toString(),
            Integer.toString(kafkaPort));
  }

  void startEnrich() throws IOException {
    enrich =
        ChildJvm.start(
            EnrichMain.class,
            environment(
                Map.of(
                    "ONRECORD_STATE_DIR",
                    directory.resolve("streams").toString(),
                    "ONRECORD_HTTP_PORT",
                    Integer.toString(statusPort))),
            directory.resolve("enrich.log"));
  }

  void startCopies() throws IOException {
    copies =
        ChildJvm.start(
            CopiesMain.class,
            environment(Map.of("ONRECORD_STATE_DIR", directory.resolve("copies-state").toString())),
            directory.resolve("copies.log"));
  }

  void startSink() throws IOException {
    sink =
        ChildJvm.start(
            SinkMain.class,
            environment(
                Map.of(
                    "ONRECORD_JDBC_URL",
                    "jdbc:postgresql://localhost:" + postgresPort + "/" + LocalPostgres.NAME,
                    // Small transactions, so that a kill meets one.
                    "ONRECORD_MAX_BATCH",
                    "10")),
            directory.resolve("sink.log"));
  }

  void startPostgres() throws IOException {
    postgres = LocalPostgres.start(directory.resolve("postgres"), cache, postgresPort);
    if (postgres.port() != postgresPort) {
      throw new IOException("Somebody else took the port meanwhile");
    }
  }

  void killBroker() throws InterruptedException {
    broker.kill();
  }

  void stopBroker() throws InterruptedException {
    broker.stop();
  }

  void killEnrich() throws InterruptedException {
    enrich.kill();
  }

  void killCopies() throws InterruptedException {
    copies.kill();
  }

  void killSink() throws InterruptedException {
    sink.kill();
  }

  void stopPostgres() throws IOException {
    postgres.close();
  }

  /** Sends articles and returns at once; completed when the broker has them all. */
  CompletableFuture<Void> send(Collection<Article> articles) throws Exception {
    Publisher publisher = Publisher.to(kafka, MUCH, PATIENCE);
    List<CompletableFuture<Publisher.Place>> places = new ArrayList<>();
    for (Article article : articles) {
      places.add(publisher.publish(article, PATIENCE));
    }
    // Not on the producer's own thread, which would wait for itself.
    return CompletableFuture.allOf(places.toArray(CompletableFuture<?>[]::new))
        .whenCompleteAsync((done, failure) -> publisher.close());
  }

  /** Waits until the storage has so many of the articles. */
  void awaitStored(Collection<String> ids, int atLeast) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(() -> stored(ids) >= atLeast);
  }

  /** How many of the articles the storage has. */
  int stored(Collection<String> ids) throws SQLException {
    try (Connection connection = connection();
        PreparedStatement count =
            connection.prepareStatement("select count(*) from article where id = any (?)")) {
      Array array = connection.createArrayOf("text", ids.toArray());
      count.setArray(1, array);
      try (ResultSet rows = count.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  /** Every row of every table, as one sorted list a table; the time of storing is left out. */
  Map<String, List<String>> rows() throws SQLException {
    Map<String, List<String>> tables = new TreeMap<>();
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        List<String> rows = new ArrayList<>();
        try (ResultSet found =
            statement.executeQuery(
                "select (to_jsonb(t) - 'stored_at')::text as line from "
                    + table
                    + " t order by line")) {
          while (found.next()) {
            rows.add(found.getString(1));
          }
        }
        tables.put(table, rows);
      }
    }
    return tables;
  }

  /** How often each key stands on the topic, as a reader of what is committed sees it. */
  Map<String, Integer> keysOn(Topic topic) {
    Map<String, Integer> keys = new TreeMap<>();
    Properties properties = kafka.consumer("stage-reader");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
        partitions.add(new TopicPartition(topic.topicName(), partition));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          keys.merge(record.key(), 1, Integer::sum);
        }
      }
    }
    return keys;
  }

  @Override
  public void close() throws IOException {
    for (ChildJvm child : new ChildJvm[] {sink, copies, enrich, broker}) {
      if (child != null && child.isAlive()) {
        child.close();
      }
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), LocalPostgres.NAME, "");
  }

  private Map<String, String> environment(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(Map.of("ONRECORD_HTTP_PORT", "0"));
    environment.putAll(more);
    environment.put("ONRECORD_KAFKA_BOOTSTRAP", kafka.bootstrap());
    environment.put("ONRECORD_SESSION_TIMEOUT", "PT10S");
    return environment;
  }
}
