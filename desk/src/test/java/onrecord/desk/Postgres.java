package onrecord.desk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import onrecord.service.Database;
import onrecord.service.Settings;
import onrecord.sink.Migrations;

/**
 * A database for a test on a real PostgreSQL. One server is started for all tests of the JVM and
 * ends with it; it keeps nothing, so it may skip what makes a disk safe.
 */
final class Postgres implements AutoCloseable {
  private static final String USER = "postgres";
  private static final AtomicInteger databases = new AtomicInteger();
  private static EmbeddedPostgres shared;

  private final EmbeddedPostgres server;
  private final String name;

  private Postgres(EmbeddedPostgres server, String name) {
    this.server = server;
    this.name = name;
  }

  /** A server of its own on this port, without any table; it ends when it is closed. */
  static Postgres alone(int port) throws IOException {
    return new Postgres(server().setPort(port).start(), USER);
  }

  /** A fresh database with the storage's tables. */
  static Postgres migrated() throws IOException, SQLException {
    String name = "test" + databases.incrementAndGet();
    new Postgres(shared(), USER).run("create database " + name);
    Postgres postgres = new Postgres(shared(), name);
    Migrations.migrate(postgres.source());
    return postgres;
  }

  private static synchronized EmbeddedPostgres shared() throws IOException {
    if (shared == null) {
      shared = server().start();
    }
    return shared;
  }

  private static EmbeddedPostgres.Builder server() {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(Path.of("target", "postgres").toAbsolutePath().toFile())
        .setServerConfig("unix_socket_directories", "")
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8");
  }

  DataSource source() {
    return server.getDatabase(USER, name);
  }

  void run(String sql) throws SQLException {
    try (Connection connection = source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Settings of a desk on this database. */
  DeskConfig config() {
    return config(server.getJdbcUrl(USER, name), Duration.ofSeconds(5), Duration.ofSeconds(20));
  }

  static DeskConfig config(String url, Duration queryTimeout, Duration startTimeout) {
    return new DeskConfig(
        new Database(url, USER, new Settings.Secret("")),
        "127.0.0.1",
        0,
        4,
        queryTimeout,
        startTimeout);
  }

  @Override
  public void close() throws IOException {
    if (server != shared) {
      server.close();
    }
  }
}
