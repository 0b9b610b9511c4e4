package onrecord.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onrecord.copies.CopiesConfig;
import onrecord.copies.CopiesService;
import onrecord.desk.DeskConfig;
import onrecord.desk.DeskService;
import onrecord.enrich.EnrichConfig;
import onrecord.enrich.EnrichService;
import onrecord.ingest.IngestConfig;
import onrecord.ingest.IngestService;
import onrecord.service.KafkaClients;
import onrecord.service.RunningService;
import onrecord.service.StreamsService;
import onrecord.service.TopicSetup;
import onrecord.sink.SinkConfig;
import onrecord.sink.SinkService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole way of an article in this JVM: Kafka, PostgreSQL and the five services between them.
 * Started and closed by one thread; what it tells may be asked by any.
 */
public final class WholeWay implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WholeWay.class);
  private static final Duration TOPICS_PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final short ONE_BROKER = 1;

  private final DataDirectory data;

  // Each is set by the one step that starts it, and read after that step has ended.
  private volatile LocalKafka kafka;
  private volatile LocalPostgres postgres;
  private volatile IngestService ingest;
  private volatile StreamsService enrich;
  private volatile StreamsService copies;
  private volatile SinkService sink;
  private volatile DeskService desk;

  private CompletableFuture<String> death;

  private WholeWay(DataDirectory data) {
    this.data = data;
  }

  /**
   * How to start.
   *
   * @param data where everything is kept, or null for a temporary directory
   * @param cache a directory of this user's own, where PostgreSQL's program is unpacked once
   * @param kafkaPort preferred, 0 for any free one
   * @param postgresPort preferred, 0 for any free one
   * @param ingestPort preferred, 0 for any free one
   * @param deskPort preferred, 0 for any free one
   */
  public record Plan(
      Path data, Path cache, int kafkaPort, int postgresPort, int ingestPort, int deskPort) {}

  /**
   * Starts everything; when it returns, articles can be posted.
   *
   * @throws IOException when a part can't start; whatever had started is stopped again
   */
  public static WholeWay start(Plan plan) throws IOException, InterruptedException {
    WholeWay way =
        new WholeWay(
            plan.data() == null
                ? DataDirectory.temporary(
                    Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC())
                : DataDirectory.kept(plan.data()));
    try {
      way.startServers(plan);
      way.startServices(plan);
      way.death = way.watch();
      return way;
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      way.close();
      throw e;
    }
  }

  private void startServers(Plan plan) throws IOException, InterruptedException {
    inParallel(
        () -> {
          kafka = LocalKafka.start(data.kafka(), plan.kafkaPort());
          TopicSetup.run(
              new KafkaClients(kafka.bootstrap(), Map.of()), ONE_BROKER, TOPICS_PATIENCE);
          return null;
        },
        () -> {
          postgres = LocalPostgres.start(data.postgres(), plan.cache(), plan.postgresPort());
          return null;
        });
  }

  private void startServices(Plan plan) throws IOException, InterruptedException {
    Map<String, String> broker = Map.of("ONRECORD_KAFKA_BOOTSTRAP", kafka.bootstrap());
    Map<String, String> storage =
        Map.of("ONRECORD_JDBC_URL", postgres.jdbcUrl(), "ONRECORD_JDBC_USER", LocalPostgres.NAME);
    int enrichPort = Ports.free(0);
    inParallel(
        () -> {
          enrich =
              EnrichService.start(
                  EnrichConfig.from(
                      settings(
                          broker,
                          httpPort(enrichPort),
                          Map.of(
                              "ONRECORD_STATE_DIR",
                              data.streams().toString(),
                              // A killed run is started anew within seconds.
                              "ONRECORD_SESSION_TIMEOUT",
                              "PT10S"))));
          return null;
        },
        () -> {
          copies =
              CopiesService.start(
                  CopiesConfig.from(
                      settings(
                          broker,
                          Map.of(
                              "ONRECORD_HTTP_PORT", "0",
                              "ONRECORD_STATE_DIR", data.streams().toString(),
                              "ONRECORD_SESSION_TIMEOUT", "PT10S"))));
          return null;
        },
        () -> {
          sink =
              SinkService.start(
                  SinkConfig.from(
                      settings(
                          broker,
                          storage,
                          Map.of(
                              "ONRECORD_HTTP_PORT", "0",
                              "ONRECORD_SESSION_TIMEOUT", "PT10S"))));
          return null;
        },
        () -> {
          ingest =
              IngestService.start(
                  IngestConfig.from(
                      settings(
                          broker,
                          httpPort(Ports.free(plan.ingestPort())),
                          Map.of("ONRECORD_ENRICH_URL", "http://localhost:" + enrichPort))));
          return null;
        },
        () -> {
          desk =
              DeskService.start(
                  DeskConfig.from(settings(storage, httpPort(Ports.free(plan.deskPort())))));
          return null;
        });
  }

  /** Learns of the first part that dies by itself. */
  private CompletableFuture<String> watch() {
    List<CompletableFuture<String>> deaths = new ArrayList<>();
    deaths.add(kafka.death());
    deaths.add(postgres.death());
    services()
        .forEach(
            (name, service) -> {
              CompletableFuture<String> death = new CompletableFuture<>();
              Thread thread = new Thread(() -> watch(name, service, death), name + "-watch");
              thread.setDaemon(true);
              thread.start();
              deaths.add(death);
            });
    return CompletableFuture.anyOf(deaths.toArray(CompletableFuture<?>[]::new))
        .thenApply(String.class::cast);
  }

  private static void watch(String name, RunningService service, CompletableFuture<String> death) {
    try {
      String reason = service.awaitEnd();
      if (reason != null) {
        death.complete(name + " died: " + reason);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where everything listens. */
  public Addresses addresses() {
    return new Addresses(
        ProcessHandle.current().pid(),
        kafka.bootstrap(),
        postgres.jdbcUrl(),
        LocalPostgres.NAME,
        "http://localhost:" + ingest.port(),
        "http://localhost:" + desk.port());
  }

  /** Completed with the reason when a part dies by itself. */
  public CompletableFuture<String> death() {
    return death;
  }

  /** Stops everything in the order in which an article meets it, so that nothing is cut short. */
  @Override
  public void close() throws IOException {
    // Whoever was told to stop stops in order all the same.
    boolean interrupted = Thread.interrupted();
    try {
      services()
          .forEach(
              (name, service) -> {
                if (!service.stop(STOP_PATIENCE)) {
                  log.warn("{} was not done in time", name);
                }
              });
      if (kafka != null) {
        kafka.close();
      }
      if (postgres != null) {
        postgres.close();
      }
      data.close();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What runs, by name, in the order in which an article meets it. */
  private Map<String, RunningService> services() {
    Map<String, RunningService> services = new LinkedHashMap<>();
    services.put("ingest", ingest);
    services.put("enrich", enrich);
    services.put("copies", copies);
    services.put("sink", sink);
    services.put("desk", desk);
    services.values().removeIf(Objects::isNull);
    return services;
  }

  private static Map<String, String> httpPort(int port) {
    return Map.of("ONRECORD_HTTP_PORT", Integer.toString(port));
  }

  @SafeVarargs
  private static Map<String, String> settings(Map<String, String>... parts) {
    Map<String, String> all = new HashMap<>();
    for (Map<String, String> part : parts) {
      all.putAll(part);
    }
    return all;
  }

  /**
   * Takes all steps at once and returns when each has ended, also when one fails or this thread is
   * interrupted: what a step has started must be known to whoever stops it.
   */
  @SafeVarargs
  private static void inParallel(Callable<Void>... steps) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(steps.length);
    List<Future<Void>> running = new ArrayList<>();
    for (Callable<Void> step : steps) {
      running.add(threads.submit(step));
    }
    threads.shutdown();
    boolean interrupted = false;
    Throwable failure = null;
    for (Future<Void> step : running) {
      while (true) {
        try {
          step.get();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (failure == null) {
            failure = e.getCause();
          } else {
            failure.addSuppressed(e.getCause());
          }
          break;
        }
      }
    }
    if (interrupted) {
      throw new InterruptedException();
    }
    if (failure != null) {
      throw new IOException(failure.getMessage(), failure);
    }
  }
}
