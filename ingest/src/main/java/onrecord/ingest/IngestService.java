package onrecord.ingest;

import io.javalin.Javalin;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import onrecord.service.Health;
import onrecord.service.OperationsDoor;
import onrecord.service.RunningService;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/** The HTTP door for articles, started. Safe to stop from any thread. */
public final class IngestService implements RunningService {
  private static final Duration PROBE_EVERY = Duration.ofSeconds(5);

  private final Javalin javalin;
  private final Publisher publisher;
  private final KafkaClientMetrics kafkaMetrics;
  private final ScheduledExecutorService prober;
  private final CountDownLatch ended = new CountDownLatch(1);

  private IngestService(
      Javalin javalin,
      Publisher publisher,
      KafkaClientMetrics kafkaMetrics,
      ScheduledExecutorService prober) {
    this.javalin = javalin;
    this.publisher = publisher;
    this.kafkaMetrics = kafkaMetrics;
    this.prober = prober;
  }

  /** Opens the door; it is ready when the broker answers. */
  // The probe reports by health; its future has nothing to say.
  @SuppressWarnings("FutureReturnValueIgnored")
  public static IngestService start(IngestConfig config) {
    Health health = new Health();
    health.problem("kafka", "not asked yet");
    PrometheusMeterRegistry metrics = OperationsDoor.metrics();
    Producer<String, byte[]> producer =
        Publisher.producer(config.kafka(), config.deliveryTimeout());
    KafkaClientMetrics kafkaMetrics = new KafkaClientMetrics(producer);
    kafkaMetrics.bindTo(metrics);
    Publisher publisher = new Publisher(producer, config.maxInFlightBytes());
    ArticlesDoor door = new ArticlesDoor(new ArticleReader(Clock.systemUTC()), publisher, metrics);
    Javalin javalin =
        Javalin.create(
            http -> {
              OperationsDoor.quiet(http);
              http.http.maxRequestSize = config.maxRequestBytes();
              OperationsDoor.addTo(http, health, metrics);
              http.routes.post("/articles", door::post);
            });
    ScheduledExecutorService prober =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "ingest-probe");
              thread.setDaemon(true);
              return thread;
            });
    IngestService service = new IngestService(javalin, publisher, kafkaMetrics, prober);
    try {
      javalin.start(config.httpHost(), config.httpPort());
      prober.scheduleWithFixedDelay(
          () -> probe(publisher, health), 0, PROBE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
      return service;
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
  }

  private static void probe(Publisher publisher, Health health) {
    try {
      publisher.probe();
      health.well("kafka");
    } catch (KafkaException e) {
      health.problem("kafka", "doesn't answer: " + e.getMessage());
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
    prober.shutdownNow();
    javalin.stop();
    kafkaMetrics.close();
    publisher.close();
    ended.countDown();
    return true;
  }
}
