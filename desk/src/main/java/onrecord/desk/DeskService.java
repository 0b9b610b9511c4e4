package onrecord.desk;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.javalin.Javalin;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import onrecord.service.Health;
import onrecord.service.OperationsDoor;
import onrecord.service.RunningService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk: a web server over a storage that it only reads. A storage that is away is an outage:
 * the desk stays, says so on every page and in its health, and goes on when the storage is back.
 * Safe to share between threads; one thread of its own watches the storage.
 */
public final class DeskService implements RunningService {
  private static final Duration WATCH = Duration.ofSeconds(1);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final String STORAGE = "storage";
  private static final Logger log = LoggerFactory.getLogger(DeskService.class);

  private final Health health = new Health();
  private final CountDownLatch answered = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final HikariDataSource database;
  private final Archive archive;
  private final Thread watch = new Thread(this::watchStorage, "storage-watch");
  private final Javalin javalin;

  private DeskService(DeskConfig config) {
    health.problem(STORAGE, "not asked yet");
    PrometheusMeterRegistry metrics = OperationsDoor.metrics();
    database = database(config, metrics);
    archive = new Archive(database);
    watch.setDaemon(true);
    javalin = server(metrics);
  }

  /**
   * Opens the desk and waits a while for its storage; one that stays away fails no start.
   *
   * @throws RuntimeException when the address can't be listened on
   */
  public static DeskService start(DeskConfig config) throws InterruptedException {
    DeskService service = new DeskService(config);
    try {
      service.javalin.start(config.httpHost(), config.httpPort());
      service.watch.start();
      if (!service.answered.await(config.startTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("The desk is open without its storage: {}", service.health.problems());
      }
      log.info("The desk is at http://{}:{}/", config.httpHost(), service.port());
      return service;
    } catch (RuntimeException | InterruptedException e) {
      service.close();
      throw e;
    }
  }

  /** Where it listens. */
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
    ended.countDown();
    javalin.stop();
    database.close();
    return true;
  }

  private static HikariDataSource database(DeskConfig config, PrometheusMeterRegistry metrics) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("desk");
    pool.setJdbcUrl(config.database().url());
    pool.setUsername(config.database().user());
    pool.setPassword(config.database().password().value());
    pool.setMaximumPoolSize(config.poolSize());
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(CONNECT.toMillis());
    pool.setInitializationFailTimeout(-1);
    pool.setReadOnly(true);
    // Together: what one question reads is one snapshot.
    pool.setAutoCommit(false);
    pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    // As the connection's own default: what a statement sets is undone with its transaction.
    pool.addDataSourceProperty(
        "options", "-c statement_timeout=" + Math.max(1, config.queryTimeout().toMillis()));
    pool.addDataSourceProperty("ApplicationName", "onrecord-desk");
    // As strings: of other values the driver hears nothing.
    pool.addDataSourceProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
    // A server that vanished without a word: later than its own timeout would have answered.
    pool.addDataSourceProperty(
        "socketTimeout", Long.toString(config.queryTimeout().toSeconds() + 5));
    // Its details quote values, and a log names ids only.
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    pool.setMetricRegistry(metrics);
    return new HikariDataSource(pool);
  }

  private Javalin server(PrometheusMeterRegistry metrics) {
    Layout layout = new Layout(new Assets());
    return Javalin.create(
        javalin -> {
          OperationsDoor.quiet(javalin);
          OperationsDoor.addTo(javalin, health, metrics);
          javalin.routes.before(SecurityHeaders::set);
          layout.assets.addTo(javalin);
          new ApiDoor(archive).addTo(javalin);
          new PageDoor(archive, layout).addTo(javalin);
          new Failures(layout).addTo(javalin);
          javalin.requestLogger.http(
              (ctx, milliseconds) ->
                  Timer.builder("onrecord.desk.requests")
                      .description("Requests answered and how long they took")
                      .tag("path", ctx.endpoint().path)
                      .tag("status", Integer.toString(ctx.statusCode()))
                      .register(metrics)
                      .record((long) (milliseconds * 1_000), TimeUnit.MICROSECONDS));
        });
  }

  private void watchStorage() {
    try {
      do {
        lookAtStorage();
      } while (!ended.await(WATCH.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookAtStorage() {
    String before = health.problems().get(STORAGE);
    try {
      archive.check();
      health.well(STORAGE);
      answered.countDown();
      if (before != null) {
        log.info("The storage answers");
      }
    } catch (SQLException e) {
      if (ended.getCount() == 0) {
        return;
      }
      StorageTrouble trouble = StorageTrouble.of(e);
      health.problem(STORAGE, trouble.sentence());
      if (before == null) {
        log.warn("The storage doesn't answer: {}", e.getMessage());
      }
    }
  }
}
