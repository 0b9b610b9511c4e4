package onrecord.copies;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import onrecord.service.Health;
import onrecord.service.OperationsDoor;
import onrecord.service.StreamsService;
import org.apache.kafka.streams.KafkaStreams;

/** Copies as a Kafka Streams app. */
public final class CopiesService {
  private CopiesService() {}

  /** Starts the app; it is ready when it has its partitions. */
  public static StreamsService start(CopiesConfig config) {
    Health health = StreamsService.starting();
    PrometheusMeterRegistry registry = OperationsDoor.metrics();
    KafkaStreams streams =
        new KafkaStreams(
            CopiesTopology.build(config.window(), new CopiesMeters(registry)),
            StreamsService.properties(
                config.kafka(),
                "onrecord-copies",
                config.applicationId(),
                config.threads(),
                config.stateDir(),
                config.sessionTimeout(),
                config.transactionTimeout()));
    OperationsDoor door =
        OperationsDoor.open(config.httpHost(), config.httpPort(), health, registry);
    return StreamsService.start(streams, door, health, registry);
  }
}
