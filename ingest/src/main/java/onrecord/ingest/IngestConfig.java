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
 * @param deliveryTimeout after which an article that Kafka hasn't acknowledged is not accepted
 */
public record IngestConfig(
    KafkaClients kafka,
    String httpHost,
    int httpPort,
    int maxInFlightBytes,
    int maxRequestBytes,
    Duration deliveryTimeout) {

  /** Reads the environment; an unknown variable with our prefix is refused. */
  public static IngestConfig from(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    IngestConfig config =
        new IngestConfig(
            KafkaClients.from(settings),
            settings.string("HTTP_HOST", "127.0.0.1"),
            settings.integer("HTTP_PORT", 8080, 0, 65_535),
            settings.integer("MAX_IN_FLIGHT_BYTES", 64 << 20, 8 << 20, 1 << 30),
            settings.integer("MAX_REQUEST_BYTES", 64 << 20, 1 << 20, 1 << 30),
            settings.duration("DELIVERY_TIMEOUT", Duration.ofSeconds(30)));
    settings.refuseUnknown();
    return config;
  }
}
