package onrecord.sink;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL of its own is stopped and started again while the sink consumes. */
class DatabaseOutageIT {
  @TempDir private static Path directory;

  private static EmbeddedPostgres server;
  private static int port;

  private Postgres postgres;
  private HikariDataSource pool;
  private RunningLoop loop;
  private int appended;

  @BeforeAll
  static void startServer() throws IOException {
    startServer(0);
    port = server.getPort();
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @BeforeEach
  void start() throws Exception {
    postgres = Postgres.migrated(server);
    SinkConfig config =
        SinkConfig.from(
            Map.of("ONRECORD_JDBC_URL", postgres.url(), "ONRECORD_JDBC_USER", Postgres.USER));
    pool = SinkService.pool(config, new SimpleMeterRegistry());
    loop = new RunningLoop(pool);
    loop.consumer.assignAtNextPoll(0);
    append(20);
    awaitStored();
  }

  @AfterEach
  void stop() throws Exception {
    loop.stop();
    pool.close();
  }

  @Test
  void nothingIsLostAndNothingIsRejectedWhenTheDatabaseComesBack() throws Exception {
    server.close();
    append(20);
    await().until(() -> loop.health.problems().containsKey("database"));
    startServer(port);
    append(10);

    awaitStored();
    assertEquals(List.of(), loop.producer.rejectedOffsets());
  }

  @Test
  void whileTheDatabaseIsAwayThePartitionsArePausedAndKept() throws Exception {
    server.close();
    append(1);

    await().until(() -> loop.consumer.paused(), Set.of(LogConsumer.partition(0))::equals);
    startServer(port);
    awaitStored();
  }

  @Test
  void whenTheDatabaseComesBackTheSinkIsReadyAgain() throws Exception {
    server.close();
    append(1);
    await().until(() -> loop.health.problems().containsKey("database"));
    startServer(port);

    awaitStored();
    assertTrue(loop.health.ready());
  }

  @Test
  void anInstanceThatLosesItsPartitionsMeanwhileIsReadyAgain() throws Exception {
    server.close();
    append(1);
    await().until(() -> loop.health.problems().containsKey("database"));
    loop.consumer.assignAtNextPoll();
    await().until(() -> loop.consumer.assignment().isEmpty());
    startServer(port);

    await().atMost(Duration.ofSeconds(30)).until(() -> loop.health.ready());
  }

  private static void startServer(int wantedPort) throws IOException {
    server =
        Postgres.server()
            .setDataDirectory(directory.resolve("data"))
            .setCleanDataDirectory(false)
            .setPort(wantedPort)
            .start();
  }

  private void append(int count) {
    for (int i = 0; i < count; i++) {
      String id = String.format("a%03d", appended++);
      loop.consumer.append(0, id, new Draft(id).person("e1", "Ana Roe").bytes());
    }
  }

  /** Each article once, with its findings, and the partition behind the last. */
  private void awaitStored() {
    String all = appended + "|" + appended + "|" + appended;
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(
            () ->
                postgres.one(
                    "select (select count(*) from article), (select count(*) from mention),"
                        + " next_offset from consumed"),
            all::equals);
  }
}
