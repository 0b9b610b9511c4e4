package onrecord.enrich;

import java.time.Duration;
import java.util.Map;
import onrecord.service.KafkaClients;
import onrecord.service.Settings;

/**
 * The settings of enrich.
 *
 * @param kafka where the broker is
 * @param applicationId the Kafka Streams application, the consumer group
 * @param threads how many threads work
 * @param stateDir where Kafka Streams keeps its lock files
 * @param sessionTimeout after which a silent instance is given up
 * @param transactionTimeout after which the transaction of a dead instance is undone
 * @param maxWork the units of work that an article may be before the engine does less, see {@link
 *     onrecord.enrich.work.Budget}
 * @param httpHost of the door for health, metrics and the status of articles
 * @param httpPort 0 for any free one
 * @param advertisedHost where the other instances find this one's door
 */
public record EnrichConfig(
    KafkaClients kafka,
    String applicationId,
    int threads,
    String stateDir,
    Duration sessionTimeout,
    Duration transactionTimeout,
    int maxWork,
    String httpHost,
    int httpPort,
    String advertisedHost) {

  /** Fifteen times the densest article of 100,000 characters, more than one of a million. */
  static final int DEFAULT_WORK = 10_000_000;

  /** Reads the environment; an unknown variable with our prefix is refused. */
  public static EnrichConfig from(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    EnrichConfig config =
        new EnrichConfig(
            KafkaClients.from(settings),
            settings.string("APPLICATION_ID", "onrecord-enrich"),
            settings.integer("THREADS", 1, 1, 256),
            settings.string("STATE_DIR", System.getProperty("java.io.tmpdir") + "/onrecord-enrich"),
            settings.duration("SESSION_TIMEOUT", Duration.ofSeconds(45)),
            settings.duration("TRANSACTION_TIMEOUT", Duration.ofSeconds(10)),
            settings.integer("MAX_WORK", DEFAULT_WORK, 1, Integer.MAX_VALUE),
            settings.string("HTTP_HOST", "127.0.0.1"),
            settings.integer("HTTP_PORT", 8080, 0, 65_535),
            // A container has a name of its own, and its environment says it.
            settings.string("ADVERTISED_HOST", environment.getOrDefault("HOSTNAME", "localhost")));
    settings.refuseUnknown();
    return config;
  }
}
