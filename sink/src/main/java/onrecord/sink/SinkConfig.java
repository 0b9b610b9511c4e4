package onrecord.sink;

import java.time.Duration;
import java.util.Map;
import onrecord.service.Database;
import onrecord.service.KafkaClients;
import onrecord.service.Settings;

/**
 * What the sink must know.
 *
 * @param kafka where the events come from
 * @param database where they go
 * @param httpHost where health and metrics are answered
 * @param httpPort 0 for any free one
 * @param consumerGroup the group whose instances share the partitions; also the name under which
 *     the storage keeps their place, so another name reads everything anew
 * @param maxBatch the most records in a transaction
 * @param maxBatchBytes a transaction takes no further record once its records have this many bytes
 * @param pollTimeout how long a poll waits for records
 * @param startTimeout how long the start waits for the database
 * @param sessionTimeout after how long without a sign of life its partitions go to others
 * @param poolSize the most connections to the database
 */
public record SinkConfig(
    KafkaClients kafka,
    Database database,
    String httpHost,
    int httpPort,
    String consumerGroup,
    int maxBatch,
    int maxBatchBytes,
    Duration pollTimeout,
    Duration startTimeout,
    Duration sessionTimeout,
    int poolSize) {

  /** Reads the environment; a variable of ours that the sink doesn't know is refused. */
  public static SinkConfig from(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    SinkConfig config =
        new SinkConfig(
            KafkaClients.from(settings),
            Database.from(settings),
            settings.string("HTTP_HOST", "127.0.0.1"),
            settings.integer("HTTP_PORT", 8080, 0, 65_535),
            settings.string("CONSUMER_GROUP", "onrecord-sink"),
            settings.integer("MAX_BATCH", 500, 1, 10_000),
            settings.integer("MAX_BATCH_BYTES", 16 << 20, 1, 256 << 20),
            settings.duration("POLL_TIMEOUT", Duration.ofSeconds(1)),
            settings.duration("START_TIMEOUT", Duration.ofMinutes(1)),
            settings.duration("SESSION_TIMEOUT", Duration.ofSeconds(45)),
            settings.integer("POOL_SIZE", 2, 1, 100));
    settings.refuseUnknown();
    return config;
  }
}
