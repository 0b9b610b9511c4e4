package onrecord.enrich;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Properties;
import onrecord.enrich.text.Lexicon;
import onrecord.service.Health;
import onrecord.service.OperationsDoor;
import onrecord.service.StreamsService;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;

/** Enrich as a Kafka Streams app. */
public final class EnrichService {
  private EnrichService() {}

  /** Starts the app; it is ready when it has its partitions. */
  public static StreamsService start(EnrichConfig config) {
    Health health = StreamsService.starting();
    PrometheusMeterRegistry registry = OperationsDoor.metrics();
    StatusDoor status = new StatusDoor();
    OperationsDoor door =
        OperationsDoor.open(config.httpHost(), config.httpPort(), health, registry, status::addTo);
    HostInfo self = new HostInfo(config.advertisedHost(), door.port());
    Properties properties =
        StreamsService.properties(
            config.kafka(),
            "onrecord-enrich",
            config.applicationId(),
            config.threads(),
            config.stateDir(),
            config.sessionTimeout(),
            config.transactionTimeout());
    properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, self.host() + ":" + self.port());
    Lexicon lexicon = Lexicon.load();
    KafkaStreams streams =
        new KafkaStreams(
            EnrichTopology.build(
                () -> new Enricher(new Engine(lexicon), config.maxWork()),
                new EnrichMeters(registry, Clock.systemUTC())),
            properties);
    status.serve(streams, self);
    return StreamsService.start(streams, door, health, registry);
  }
}
