package onrecord.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

/** A JVM that starts a PostgreSQL, keeps a row in it and waits to be killed. */
final class PostgresMain {
  private PostgresMain() {}

  public static void main(String[] args) throws Exception {
    LocalPostgres postgres = LocalPostgres.start(Path.of(args[0]), Path.of(args[1]), 0);
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), LocalPostgres.NAME, "");
        Statement statement = connection.createStatement()) {
      statement.execute("create table kept as select 7 as number");
    }
    System.out.println("PostgreSQL runs");
    new CountDownLatch(1).await();
  }
}
