package onrecord.service;

/**
 * Where the storage is.
 *
 * @param url jdbc:postgresql://host:port/database
 * @param user the role to log in as
 * @param password its password; printed as ***
 */
public record Database(String url, String user, Settings.Secret password) {
  public Database {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new Settings.WrongSettings(
          "ONRECORD_JDBC_URL is \"" + url + "\", it must start with jdbc:postgresql:");
    }
    if (url.contains("password=")) {
      throw new Settings.WrongSettings(
          "ONRECORD_JDBC_URL holds a password; put it into ONRECORD_JDBC_PASSWORD");
    }
  }

  /** Reads {@code JDBC_URL}, {@code JDBC_USER}, {@code JDBC_PASSWORD}. */
  public static Database from(Settings settings) {
    return new Database(
        settings.string("JDBC_URL", "jdbc:postgresql://localhost:5432/onrecord"),
        settings.string("JDBC_USER", "onrecord"),
        settings.secret("JDBC_PASSWORD", new Settings.Secret("")));
  }
}
