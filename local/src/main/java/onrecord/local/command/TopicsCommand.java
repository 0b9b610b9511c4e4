package onrecord.local.command;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import onrecord.events.Topic;
import onrecord.service.KafkaClients;
import onrecord.service.TopicSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code onrecord topics}: creates the topics where they are missing and verifies them. */
@Command(
    name = "topics",
    description = "Creates the topics where they are missing and verifies them. May be run twice.",
    exitCodeList = {
      "0:the topics are there",
      "2:wrong arguments",
      "69:the broker can't be reached",
      "70:a topic is there, but not as it must be"
    })
final class TopicsCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Surroundings around;

  @Mixin private final Broker broker = new Broker();

  @Option(
      names = "--replication",
      paramLabel = "N",
      description = "How many brokers keep each partition (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private short replication;

  TopicsCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws InterruptedException {
    KafkaClients kafka = broker.clients(around.home());
    Terminal terminal = around.terminal();
    try {
      TopicSetup.run(kafka, replication, PATIENCE);
    } catch (TimeoutException e) {
      terminal.err().println("Kafka at " + kafka.bootstrap() + " can't be reached.");
      return ExitCode.UNAVAILABLE;
    } catch (TopicSetup.WrongTopic e) {
      terminal.err().println(e.getMessage());
      return ExitCode.DIED;
    }
    Arrays.stream(Topic.values()).map(Topic::topicName).forEach(terminal.out()::println);
    return ExitCode.DONE;
  }
}
