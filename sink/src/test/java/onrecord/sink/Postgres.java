package onrecord.sink;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database for one test on a real PostgreSQL. The server is started once for all tests of the JVM
 * and ends with it.
 */
final class Postgres {
  private static final String USER = "postgres";
  private static final String MIGRATED = "migrated";
  private static final AtomicInteger databases = new AtomicInteger();
  private static EmbeddedPostgres shared;

  private final String url;
  private final PGSimpleDataSource source = new PGSimpleDataSource();

  Postgres(EmbeddedPostgres server, String name) {
    url = server.getJdbcUrl(USER, name);
    source.setUrl(url);
  }

  /** A fresh database with the storage's tables. */
  static Postgres migrated() throws SQLException {
    return copy(MIGRATED);
  }

  /** A fresh database without any table. */
  static Postgres empty() throws SQLException {
    return copy("template1");
  }

  /** A fresh database without any table, in another encoding than the server's. */
  static Postgres encoded(String encoding) throws SQLException {
    return copy("template0 encoding '" + encoding + "' locale_provider libc locale 'C'");
  }

  /** A server as the tests want it: one that keeps what it has committed. */
  static EmbeddedPostgres.Builder server() {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(Path.of("target", "postgres").toAbsolutePath().toFile())
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        // The library switches both off.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("unix_socket_directories", "");
  }

  private static Postgres copy(String template) throws SQLException {
    EmbeddedPostgres server = shared();
    String name = "test" + databases.incrementAndGet();
    new Postgres(server, USER).run("create database " + name + " template " + template);
    return new Postgres(server, name);
  }

  private static synchronized EmbeddedPostgres shared() throws SQLException {
    if (shared == null) {
      try {
        shared = server().start();
      } catch (IOException e) {
        throw new SQLException("PostgreSQL can't be started", e);
      }
      new Postgres(shared, USER).run("create database " + MIGRATED);
      Migrations.migrate(new Postgres(shared, MIGRATED).source());
    }
    return shared;
  }

  DataSource source() {
    return source;
  }

  String url() {
    return url;
  }

  void run(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The one value of a query's one row, as text. */
  String one(String query) throws SQLException {
    List<String> rows = all(query);
    if (rows.size() != 1) {
      throw new AssertionError(rows.size() + " rows: " + query);
    }
    return rows.get(0);
  }

  /** A query's rows, their values as text with a bar between. */
  List<String> all(String query) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          row.append(column > 1 ? "|" : "").append(rows.getString(column));
        }
        all.add(row.toString());
      }
      return all;
    }
  }
}
