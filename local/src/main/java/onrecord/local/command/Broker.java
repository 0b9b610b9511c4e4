package onrecord.local.command;

import java.nio.file.Path;
import java.util.Map;
import onrecord.local.Addresses;
import onrecord.service.KafkaClients;
import picocli.CommandLine.Option;

/** The option that says which Kafka a command talks to. */
final class Broker {
  private static final String BY_DEFAULT = "localhost:9092";

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description =
          "The Kafka to talk to. Without it, that of a running \"onrecord local\", else "
              + BY_DEFAULT
              + ".")
  private String bootstrap;

  /** How to reach it. */
  KafkaClients clients(Path home) {
    return new KafkaClients(
        bootstrap != null
            ? bootstrap
            : Addresses.find(home).map(Addresses::kafka).orElse(BY_DEFAULT),
        Map.of());
  }
}
