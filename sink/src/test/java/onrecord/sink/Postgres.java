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
 * A schema for one test on a real PostgreSQL; a schema, because a database each would be hundreds
 * of megabytes. The server is started once for all tests of the JVM and ends with it.
 */
final class Postgres {
  static final String USER = "postgres";

  private static final AtomicInteger schemas = new AtomicInteger();
  private static EmbeddedPostgres shared;

  private final String url;
  private final PGSimpleDataSource source = new PGSimpleDataSource();

  private Postgres(String url) {
    this.url = url;
    source.setUrl(url);
  }

  /** A fresh schema with the storage's tables. */
  static Postgres migrated() throws SQLException {
    return migrated(shared());
  }

  /** A fresh schema with the storage's tables on a server of the test's own. */
  static Postgres migrated(EmbeddedPostgres server) throws SQLException {
    Postgres postgres = empty(server);
    Migrations.migrate(postgres.source());
    return postgres;
  }

  /** A fresh schema without any table. */
  static Postgres empty() throws SQLException {
    return empty(shared());
  }

  private static Postgres empty(EmbeddedPostgres server) throws SQLException {
    String name = "test" + schemas.incrementAndGet();
    String url = server.getJdbcUrl(USER, USER);
    new Postgres(url).run("create schema " + name);
    return new Postgres(url + "&currentSchema=" + name);
  }

  /** A fresh database in another encoding than the server's. */
  static Postgres encoded(String encoding) throws SQLException {
    new Postgres(shared().getJdbcUrl(USER, USER))
        .run(
            "create database "
                + encoding
                + " template template0 locale_provider libc locale 'C' encoding '"
                + encoding
                + "'");
    return new Postgres(shared().getJdbcUrl(USER, encoding));
  }

  /** A server that keeps what it has committed; the library switches that off. */
  static EmbeddedPostgres.Builder server() {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(Path.of("target", "postgres").toAbsolutePath().toFile())
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("unix_socket_directories", "");
  }

  private static synchronized EmbeddedPostgres shared() throws SQLException {
    if (shared == null) {
      try {
        shared = server().start();
      } catch (IOException e) {
        throw new SQLException("PostgreSQL can't be started", e);
      }
    }
    return shared;
  }

  DataSource source() {
    return source;
  }

  /**
   * Connections with settings of their own.
   *
   * @param options as PostgreSQL's command line has them: {@code -c name=value}
   */
  DataSource source(String options) {
    PGSimpleDataSource other = new PGSimpleDataSource();
    other.setUrl(url);
    other.setOptions(options);
    return other;
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
