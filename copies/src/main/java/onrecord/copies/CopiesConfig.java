package onrecord.copies;

import java.time.Duration;
import java.util.Map;
import onrecord.service.KafkaClients;
import onrecord.service.Settings;

/**
 * The settings of copies.
 *
 * @param kafka where the broker is
 * @param applicationId the Kafka Streams application, the consumer group
 * @param threads how many threads work
 * @param window the most time between the publications of a pair, and how long an article is kept
 * @param stateDir where the signatures are kept; made anew from Kafka when it is lost
 * @param sessionTimeout after which a silent instance is given up
 * @param transactionTimeout after which the transaction of a dead instance is undone
 * @param httpHost of the door for health and metrics
 * @param httpPort 0 for any free one
 */
public record CopiesConfig(
    KafkaClients kafka,
    String applicationId,
    int threads,
    Duration window,
    String stateDir,
    Duration sessionTimeout,
    Duration transactionTimeout,
    String httpHost,
    int httpPort) {

  /** Reads the environment; an unknown variable with our prefix is refused. */
  public static CopiesConfig from(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    CopiesConfig config =
        new CopiesConfig(
            KafkaClients.from(settings),
            settings.string("APPLICATION_ID", "onrecord-copies"),
            settings.integer("THREADS", 1, 1, 256),
            settings.duration("COPY_WINDOW", Duration.ofDays(14)),
            settings.string("STATE_DIR", System.getProperty("java.io.tmpdir") + "/onrecord-copies"),
            settings.duration("SESSION_TIMEOUT", Duration.ofSeconds(45)),
            settings.duration("TRANSACTION_TIMEOUT", Duration.ofSeconds(10)),
            settings.string("HTTP_HOST", "127.0.0.1"),
            settings.integer("HTTP_PORT", 8080, 0, 65_535));
    settings.refuseUnknown();
    return config;
  }
}
