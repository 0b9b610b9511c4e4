package onrecord.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path directory;

  @Test
  void aCommitIsOnTheDiskBeforeItIsAnswered() throws Exception {
    try (LocalPostgres postgres = start(0)) {
      assertEquals(
          "on on",
          ask(
              postgres,
              "select current_setting('fsync') || ' ' || current_setting('synchronous_commit')"));
    }
  }

  @Test
  void lettersBeyondAsciiHaveCaseOnEveryMachine() throws Exception {
    try (LocalPostgres postgres = start(0)) {
      assertEquals("\u00f3", ask(postgres, "select lower('\u00d3')"));
    }
  }

  @Test
  void whatWasStoredIsThereAfterARestart() throws Exception {
    try (LocalPostgres postgres = start(0)) {
      ask(postgres, "create table kept as select 7 as number");
    }
    try (LocalPostgres postgres = start(0)) {
      assertEquals("7", ask(postgres, "select number from kept"));
    }
  }

  @Test
  void aTakenPortIsLeftToWhoHasIt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        LocalPostgres postgres = start(taken.getLocalPort())) {
      assertNotEquals(taken.getLocalPort(), postgres.port());
    }
  }

  @Test
  void theOrphanOfAKilledJvmIsStoppedAndItsDataKept() throws Exception {
    Path log = directory.resolveSibling(directory.getFileName() + ".log");
    try (ChildJvm jvm =
        ChildJvm.start(
            PostgresMain.class,
            Map.of(),
            log,
            directory.toString(),
            TestCache.DIRECTORY.toString())) {
      await().atMost(PATIENCE).until(() -> Files.readString(log).contains("PostgreSQL runs"));
      jvm.kill();
    } finally {
      Files.delete(log);
    }
    long orphan = postmaster();
    try (LocalPostgres postgres = start(0)) {
      assertEquals("7", ask(postgres, "select number from kept"));
    }
    assertTrue(ProcessHandle.of(orphan).isEmpty());
  }

  @Test
  void aFileThatNamesAnotherProgramStopsNothing() throws Exception {
    start(0).close();
    Process bystander = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(directory.resolve("postmaster.pid"), bystander.pid() + "\n" + directory);
      start(0).close();
      assertTrue(bystander.isAlive());
    } finally {
      bystander.destroy();
    }
  }

  @Test
  void aServerThatEndsByItselfIsNoticed() throws Exception {
    try (LocalPostgres postgres = start(0)) {
      assertFalse(postgres.death().isDone());
      ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
      await().atMost(PATIENCE).until(() -> postgres.death().isDone());
    }
  }

  private long postmaster() throws IOException {
    return Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid")).get(0));
  }

  private LocalPostgres start(int port) throws IOException {
    return LocalPostgres.start(directory, TestCache.DIRECTORY, port);
  }

  private static String ask(LocalPostgres postgres, String question) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), LocalPostgres.NAME, "");
        Statement statement = connection.createStatement()) {
      if (!statement.execute(question)) {
        return null;
      }
      try (ResultSet rows = statement.getResultSet()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}
