package onrecord.ingest;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import onrecord.service.Health;
import onrecord.service.OperationsDoor;
import onrecord.service.RunningService;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP door for articles, started. Safe to stop from any thread. */
public final class IngestService implements RunningService {
  private static final Logger log = LoggerFactory.getLogger(IngestService.class);

  /** Beside the threads that read requests: for answers, health, metrics and Jetty itself. */
  private static final int MORE_THREADS = 8;

  /** A headline in a header, percent-encoded, is nine times as long. */
  private static final int MAX_HEADER_BYTES = 64 << 10;

  private final Javalin javalin;
  private final ArticlesDoor door;
  private final OpenRequests requests = new OpenRequests();
  private final Publisher publisher;
  private final KafkaClientMetrics kafkaMetrics;
  private final BrokerWatch watch;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean inTime;

  private IngestService(
      IngestConfig config,
      Producer<String, byte[]> producer,
      BrokerWatch.Question question,
      Clock clock) {
    Health health = new Health();
    PrometheusMeterRegistry metrics = OperationsDoor.metrics();
    QueuedThreadPool threads = new QueuedThreadPool(config.maxRequests() + MORE_THREADS, 2);
    threads.setName("http");
    threads.setDaemon(true);
    publisher = new Publisher(producer, config.maxInFlightBytes());
    kafkaMetrics = new KafkaClientMetrics(producer);
    kafkaMetrics.bindTo(metrics);
    door = new ArticlesDoor(config, new ArticleReader(clock), publisher, threads, metrics);
    watch = new BrokerWatch(question, health);
    javalin =
        Javalin.create(
            http -> {
              OperationsDoor.quiet(http);
              configure(http, config, threads);
              http.jetty.modifyServer(server -> server.insertHandler(requests));
              OperationsDoor.addTo(http, health, metrics);
              http.routes.post("/articles", door::post);
              http.routes.delete("/articles/{id}", door::delete);
              http.routes.get("/articles/{id}/status", door::status);
            });
  }

  private static void configure(JavalinConfig http, IngestConfig config, QueuedThreadPool threads) {
    http.jetty.threadPool = threads;
    http.http.prefer405over404 = true;
    http.jetty.modifyHttpConfiguration(
        jetty -> {
          jetty.setIdleTimeout(config.idleTimeout().toMillis());
          jetty.setRequestHeaderSize(MAX_HEADER_BYTES);
        });
  }

  /**
   * Opens the door, then waits for the broker as long as the settings say. Without it the service
   * runs and is not ready, as in an outage later on.
   */
  public static IngestService start(IngestConfig config) throws InterruptedException {
    return start(
        config,
        Publisher.producer(config.kafka(), config.maxInFlightBytes(), config.deliveryTimeout()),
        BrokerWatch.writable(config.kafka()),
        Clock.systemUTC());
  }

  static IngestService start(
      IngestConfig config,
      Producer<String, byte[]> producer,
      BrokerWatch.Question question,
      Clock clock)
      throws InterruptedException {
    IngestService service = new IngestService(config, producer, question, clock);
    try {
      service.javalin.start(config.httpHost(), config.httpPort());
      log.info("POST articles to http://{}:{}/articles", config.httpHost(), service.port());
      if (!service.watch.awaitAnswer(config.startTimeout())) {
        log.warn("Kafka at {} has not answered yet", config.kafka().bootstrap());
      }
      return service;
    } catch (InterruptedException | RuntimeException e) {
      service.close();
      throw e;
    }
  }

  /** Where the door is. */
  public int port() {
    return javalin.port();
  }

  @Override
  public String awaitEnd() throws InterruptedException {
    ended.await();
    return null;
  }

  @Override
  public boolean stop(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    boolean first = stopping.compareAndSet(false, true);
    // An interrupted thread is to stop too, but must leave nothing open.
    boolean interrupted = Thread.interrupted();
    try {
      if (!first) {
        return ended.await(patience.toNanos(), TimeUnit.NANOSECONDS) && inTime;
      }
      door.close();
      inTime = requests.awaitNone(patience);
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (first) {
        javalin.stop();
        watch.close();
        kafkaMetrics.close();
        publisher.close(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        ended.countDown();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return inTime;
  }
}
