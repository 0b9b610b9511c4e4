package onrecord.service;

import java.util.Map;
import java.util.Properties;
import onrecord.events.Topic;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Where the broker is and how to talk to it.
 *
 * @param bootstrap host:port, several with commas
 * @param extra further client properties (security, mostly), passed to every client as they are
 */
public record KafkaClients(String bootstrap, Map<String, String> extra) {
  public KafkaClients {
    extra = Map.copyOf(extra);
  }

  /**
   * Reads {@code KAFKA_BOOTSTRAP} and {@code KAFKA_PROPERTIES}; the latter holds client properties,
   * {@code name=value}, separated by line ends or semicolons.
   */
  public static KafkaClients from(Settings settings) {
    String bootstrap = settings.string("KAFKA_BOOTSTRAP", "localhost:9092");
    Settings.Secret properties = settings.secret("KAFKA_PROPERTIES", new Settings.Secret(""));
    Map<String, String> extra = new java.util.TreeMap<>();
    for (String line : properties.value().split("[;\n]", -1)) {
      if (line.isBlank()) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals < 1) {
        throw new Settings.WrongSettings(
            "ONRECORD_KAFKA_PROPERTIES has a part without a name; write name=value;name=value");
      }
      extra.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
    return new KafkaClients(bootstrap, extra);
  }

  /** What every client needs. */
  public Properties common(String clientId) {
    Properties properties = new Properties();
    properties.putAll(extra);
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
    return properties;
  }

  /** A producer that loses and doubles nothing: idempotent, acks=all. */
  public Properties producer(String clientId) {
    Properties properties = common(clientId);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_MESSAGE_BYTES);
    return properties;
  }

  /** A consumer that sees only what was committed and commits nothing by itself. */
  public Properties consumer(String clientId) {
    Properties properties = common(clientId);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topic.MAX_MESSAGE_BYTES);
    return properties;
  }

  /** The properties may hold passwords. */
  @Override
  public String toString() {
    return "KafkaClients[bootstrap=" + bootstrap + ", extra=" + extra.keySet() + "]";
  }
}
