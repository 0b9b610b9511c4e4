package onrecord.service;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import onrecord.events.EventJson;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The door for who runs the service: {@code GET /health/live}, {@code /health/ready}, {@code
 * /metrics} (Prometheus). A service that has pages of its own adds the three to them ({@link
 * #addTo}); the others open a door of their own ({@link #open}).
 */
public final class OperationsDoor implements AutoCloseable {
  private static final int MAX_THREADS = 16;

  private final Javalin javalin;

  private OperationsDoor(Javalin javalin) {
    this.javalin = javalin;
  }

  /** A registry that already counts memory, collections, threads, processor and uptime. */
  public static PrometheusMeterRegistry metrics() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    // Listens to the JVM for as long as it lives; closing it is the JVM's end.
    @SuppressWarnings("resource")
    JvmGcMetrics collections = new JvmGcMetrics();
    collections.bindTo(registry);
    return registry;
  }

  /**
   * Opens a door that has only health and metrics.
   *
   * @param port 0 for any free one
   */
  public static OperationsDoor open(
      String host, int port, Health health, PrometheusMeterRegistry metrics) {
    return open(host, port, health, metrics, config -> {});
  }

  /**
   * Opens a door that has health and metrics, and more.
   *
   * @param port 0 for any free one
   * @param more adds routes
   */
  public static OperationsDoor open(
      String host,
      int port,
      Health health,
      PrometheusMeterRegistry metrics,
      Consumer<JavalinConfig> more) {
    Javalin javalin =
        Javalin.create(
            config -> {
              quiet(config);
              addTo(config, health, metrics);
              more.accept(config);
            });
    return new OperationsDoor(javalin.start(host, port));
  }

  /**
   * What every HTTP server of ours has in common: no banner, few threads, no version in headers.
   */
  public static void quiet(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 2);
    threads.setName("http");
    threads.setDaemon(true);
    config.jetty.threadPool = threads;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
  }

  /** Adds the three addresses to a server that is being configured. */
  public static void addTo(JavalinConfig config, Health health, PrometheusMeterRegistry metrics) {
    config.routes.get("/health/live", ctx -> answer(ctx, health.live(), "live", health));
    config.routes.get("/health/ready", ctx -> answer(ctx, health.ready(), "ready", health));
    config.routes.get(
        "/metrics",
        ctx ->
            ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape()));
  }

  private static void answer(Context ctx, boolean well, String word, Health health)
      throws com.fasterxml.jackson.core.JsonProcessingException {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("status", well ? word : "not " + word);
    if (!well) {
      answer.put("because", health.problems());
    }
    ctx.status(well ? 200 : 503)
        .contentType("application/json")
        .result(EventJson.mapper().writeValueAsBytes(answer));
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
