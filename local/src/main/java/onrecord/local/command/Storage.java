package onrecord.local.command;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import onrecord.local.Addresses;
import onrecord.service.Database;
import onrecord.service.Settings;
import picocli.CommandLine.Option;

/**
 * The options that say which PostgreSQL a command reads. The password has none, because everybody
 * on a machine sees the arguments of its processes; it is in {@code ONRECORD_JDBC_PASSWORD}.
 */
final class Storage {
  private static final String URL_BY_DEFAULT = "jdbc:postgresql://localhost:15432/onrecord";
  private static final String USER_BY_DEFAULT = "onrecord";
  private static final String CONNECT_SECONDS = "10";
  private static final String ANSWER_SECONDS = "60";

  @Option(
      names = "--jdbc-url",
      paramLabel = "URL",
      description =
          "The PostgreSQL to read. Without it $ONRECORD_JDBC_URL, that of a running \"onrecord"
              + " local\", or "
              + URL_BY_DEFAULT
              + ".")
  private String url;

  @Option(
      names = "--jdbc-user",
      paramLabel = "NAME",
      description =
          "The role to log in as. Without it $ONRECORD_JDBC_USER, or "
              + USER_BY_DEFAULT
              + ". Its password is $ONRECORD_JDBC_PASSWORD.")
  private String user;

  /**
   * Where it is.
   *
   * @throws Settings.WrongSettings when the url is none of PostgreSQL
   */
  Database database(Surroundings around) {
    Settings settings = new Settings(around.environment());
    Optional<Addresses> local = Addresses.find(around.home());
    String urlSet =
        settings.string("JDBC_URL", local.map(Addresses::jdbcUrl).orElse(URL_BY_DEFAULT));
    String userSet =
        settings.string("JDBC_USER", local.map(Addresses::jdbcUser).orElse(USER_BY_DEFAULT));
    return new Database(
        url != null ? url : urlSet,
        user != null ? user : userSet,
        settings.secret("JDBC_PASSWORD", new Settings.Secret("")));
  }

  /** Opens a connection that can't write and sees one state of the tables. */
  static Connection open(Database database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", database.user());
    properties.setProperty("password", database.password().value());
    properties.setProperty("connectTimeout", CONNECT_SECONDS);
    properties.setProperty("loginTimeout", CONNECT_SECONDS);
    properties.setProperty("socketTimeout", ANSWER_SECONDS);
    Connection connection = DriverManager.getConnection(database.url(), properties);
    try {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
