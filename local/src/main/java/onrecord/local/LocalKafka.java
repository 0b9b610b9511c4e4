package onrecord.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import onrecord.events.Topic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker inside this JVM: one KRaft node on the loopback address, its log in a
 * directory that a later start continues. Its methods may be called from any thread; one JVM runs
 * one at a time.
 *
 * <p>Whoever starts it must own the directory alone: a second broker damages its log before it
 * notices the first.
 */
public final class LocalKafka implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LocalKafka.class);
  private static final int ATTEMPTS = 2;
  private static final String CONTROLLER = "CONTROLLER";

  private final KafkaRaftServer server;
  private final int port;
  private final CompletableFuture<String> death;

  private LocalKafka(KafkaRaftServer server, int port, CompletableFuture<String> death) {
    this.server = server;
    this.port = port;
    this.death = death;
  }

  /**
   * Starts a broker on what the directory holds, an empty log the first time.
   *
   * @param preferredPort taken when it is free; 0 for any free one
   */
  public static LocalKafka start(Path directory, int preferredPort) throws IOException {
    CompletableFuture<String> death = new CompletableFuture<>();
    surviveFatalFaults(death);
    format(directory);
    for (int attempt = 1; ; attempt++) {
      // A port found free may be taken before the broker binds it.
      int port = Ports.free(preferredPort);
      KafkaRaftServer server =
          new KafkaRaftServer(
              new KafkaConfig(settings(directory, port, Ports.free(0))), Time.SYSTEM);
      try {
        server.startup();
        return new LocalKafka(server, port, death);
      } catch (RuntimeException e) {
        stop(server);
        if (attempt == ATTEMPTS) {
          throw new IOException(
              "Kafka can't start on port " + port + " with its log in " + directory + ": " + e, e);
        }
      }
    }
  }

  /** Where clients connect, host:port. */
  public String bootstrap() {
    return "localhost:" + port;
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** Completed with the reason when the broker dies by itself. */
  public CompletableFuture<String> death() {
    return death;
  }

  @Override
  public void close() {
    stop(server);
    Exit.resetHaltProcedure();
    Exit.resetExitProcedure();
  }

  /** Kafka ends its JVM when it meets a fault; this JVM holds a database that must be stopped. */
  private static void surviveFatalFaults(CompletableFuture<String> death) {
    Exit.Procedure procedure =
        (status, message) -> {
          String reason = "Kafka wanted to end with code " + status + ": " + message;
          log.error(reason);
          death.complete(reason);
          throw new IllegalStateException(reason);
        };
    Exit.setHaltProcedure(procedure);
    Exit.setExitProcedure(procedure);
  }

  private static void stop(KafkaRaftServer server) {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path directory) throws IOException {
    Files.createDirectories(directory);
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    try (PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(nowhere)
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setUnstableFeatureVersionsEnabled(false)
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(1)
          .setControllerListenerName(CONTROLLER)
          .setMetadataLogDirectory(directory.toString())
          .addDirectory(directory.toString())
          .setIgnoreFormatted(true)
          .run();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("Kafka can't prepare " + directory + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> settings(Path directory, int port, int controllerPort) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    // Static voters, because the ports may differ at every start.
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
    settings.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
    settings.put("log.dirs", directory.toString());

    settings.put("auto.create.topics.enable", "false");
    settings.put("message.max.bytes", Integer.toString(Topic.MAX_MESSAGE_BYTES));
    settings.put("replica.fetch.max.bytes", Integer.toString(Topic.MAX_MESSAGE_BYTES));
    settings.put("log.retention.ms", "-1");

    for (String inner : new String[] {"offsets.topic", "transaction.state.log"}) {
      settings.put(inner + ".replication.factor", "1");
      settings.put(inner + ".num.partitions", "4");
    }
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "4");

    // A broker that was killed is let in again when the session of its dead self ends.
    settings.put("broker.heartbeat.interval.ms", "500");
    settings.put("broker.session.timeout.ms", "3000");
    // At 0 a Kafka Streams thread that leaves while another joins can spin until its session ends.
    settings.put("group.initial.rebalance.delay.ms", "300");
    // An open transaction of a killed producer holds back every reader of what is committed.
    settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    // The default takes 128 MB of the heap before anything is there to clean.
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
    return settings;
  }
}
