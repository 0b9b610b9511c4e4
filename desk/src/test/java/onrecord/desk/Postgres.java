package onrecord.desk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import onrecord.service.Database;
import onrecord.service.Settings;
import onrecord.sink.Migrations;

/**
 * A real PostgreSQL for the tests of one class. It keeps nothing, so it may skip what makes a disk
 * safe.
 */
final class Postgres implements AutoCloseable {
  private static final String USER = "postgres";

  private final EmbeddedPostgres server;

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /** A server without any table. */
  static Postgres empty(int port) throws IOException {
    return new Postgres(
        EmbeddedPostgres.builder()
            .setPort(port)
            .setOverrideWorkingDirectory(Path.of("target", "postgres").toAbsolutePath().toFile())
            .setServerConfig("unix_socket_directories", "")
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .start());
  }

  /** A server with the storage's tables. */
  static Postgres migrated() throws IOException, SQLException {
    Postgres postgres = empty(0);
    Migrations.migrate(postgres.source());
    return postgres;
  }

  DataSource source() {
    return server.getPostgresDatabase();
  }

  void run(String sql) throws SQLException {
    try (Connection connection = source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Settings of a desk on this server. */
  DeskConfig config() {
    return config(server.getJdbcUrl(USER, USER), Duration.ofSeconds(5));
  }

  static DeskConfig config(String url, Duration queryTimeout) {
    return new DeskConfig(
        new Database(url, USER, new Settings.Secret("")),
        "127.0.0.1",
        0,
        4,
        queryTimeout,
        Duration.ofSeconds(20));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
