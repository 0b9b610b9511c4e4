package onrecord.desk;

import java.time.Duration;
import java.util.Map;
import onrecord.service.Database;
import onrecord.service.Settings;

/**
 * The desk's settings.
 *
 * @param database the storage that sink fills; the desk only reads it
 * @param httpHost the address to listen on
 * @param httpPort 0 for any free one
 * @param poolSize the most connections to the database
 * @param queryTimeout the longest a question to the database may take
 * @param startTimeout how long a start waits for the storage before it goes on, alive and not ready
 */
public record DeskConfig(
    Database database,
    String httpHost,
    int httpPort,
    int poolSize,
    Duration queryTimeout,
    Duration startTimeout) {

  /** Reads and checks the settings; a variable with our prefix that the desk doesn't know fails. */
  public static DeskConfig from(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    DeskConfig config =
        new DeskConfig(
            Database.from(settings),
            settings.string("HTTP_HOST", "127.0.0.1"),
            settings.integer("HTTP_PORT", 8080, 0, 65_535),
            settings.integer("POOL_SIZE", 8, 1, 100),
            settings.duration("QUERY_TIMEOUT", Duration.ofSeconds(5)),
            settings.duration("START_TIMEOUT", Duration.ofSeconds(30)));
    settings.refuseUnknown();
    return config;
  }
}
