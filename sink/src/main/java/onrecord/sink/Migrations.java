package onrecord.sink;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The storage's tables, made and changed step by step. */
public final class Migrations {
  private Migrations() {}

  /**
   * Brings a database to the newest state; does nothing where it is there already. Instances that
   * start at once wait for each other.
   *
   * @throws IllegalStateException when the database can't hold every article's letters
   * @throws org.flywaydb.core.api.FlywayException when a step fails; it is undone
   */
  public static void migrate(DataSource database) throws SQLException {
    refuseOtherEncodings(database);
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:onrecord/sink/migrations")
        .load()
        .migrate();
  }

  private static void refuseOtherEncodings(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show server_encoding")) {
      row.next();
      String encoding = row.getString(1);
      if (!encoding.equals("UTF8")) {
        throw new IllegalStateException(
            "The database's encoding is "
                + encoding
                + ", articles need UTF8; create it with: create database … encoding 'UTF8' template"
                + " template0");
      }
    }
  }
}
