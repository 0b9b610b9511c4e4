package onrecord.ingest;

import java.time.Duration;
import java.util.Map;
import onrecord.service.KafkaClients;
import onrecord.service.Settings;

/**
 * The settings of ingest.
 *
 * @param kafka where the broker is
 * @param httpHost of the door
 * @param httpPort 0 for any free one
 * @param maxInFlightBytes how many bytes of articles may wait for Kafka; more is asked to come
 *     later
 * @param maxRequestBytes the largest request
 * @param maxRequests how many requests may be read at a time
 * @param maxBatchLines the most articles in one request
 * @param requestTimeout within it a request must have come in
 * @param idleTimeout how long a sender may send nothing
 * @param deliveryTimeout after which an article that Kafka hasn't acknowledged is not accepted
 * @param enrichUrl where enrich tells the status of articles, or empty
 * @param startTimeout how long the start waits for the broker before it goes on without
 */
public record IngestConfig(
    KafkaClients kafka,
    String httpHost,
    int httpPort,
    int maxInFlightBytes,
    int maxRequestBytes,
    int maxRequests,
    int maxBatchLines,
    Duration requestTimeout,
    Duration idleTimeout,
    Duration deliveryTimeout,
    String enrichUrl,
    Duration startTimeout) {
  private static final Duration MIN_DELIVERY_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration MAX_DELIVERY_TIMEOUT = Duration.ofHours(1);

  public IngestConfig {
    if (deliveryTimeout.compareTo(MIN_DELIVERY_TIMEOUT) < 0
        || deliveryTimeout.compareTo(MAX_DELIVERY_TIMEOUT) > 0) {
      throw new Settings.WrongSettings(
          "ONRECORD_DELIVERY_TIMEOUT is \""
              + deliveryTimeout
              + "\", it must be from "
              + MIN_DELIVERY_TIMEOUT
              + " to "
              + MAX_DELIVERY_TIMEOUT);
    }
  }

  /** Reads the environment; an unknown variable with our prefix is refused. */
  public static IngestConfig from(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    IngestConfig config =
        new IngestConfig(
            KafkaClients.from(settings),
            settings.string("HTTP_HOST", "127.0.0.1"),
            settings.integer("HTTP_PORT", 8080, 0, 65_535),
            settings.integer("MAX_IN_FLIGHT_BYTES", 64 << 20, 1 << 20, 1 << 30),
            settings.integer("MAX_REQUEST_BYTES", 64 << 20, 1 << 20, 1 << 30),
            settings.integer("MAX_REQUESTS", 16, 1, 256),
            settings.integer("MAX_BATCH_LINES", 10_000, 1, 1_000_000),
            settings.duration("REQUEST_TIMEOUT", Duration.ofMinutes(5)),
            settings.duration("IDLE_TIMEOUT", Duration.ofSeconds(30)),
            settings.duration("DELIVERY_TIMEOUT", Duration.ofSeconds(30)),
            settings.string("ENRICH_URL", ""),
            settings.duration("START_TIMEOUT", Duration.ofSeconds(30)));
    settings.refuseUnknown();
    return config;
  }
}
