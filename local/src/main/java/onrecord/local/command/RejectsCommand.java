package onrecord.local.command;

import onrecord.service.KafkaClients;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onrecord rejects}: what no stage could take. */
@Command(
    name = "rejects",
    description = "Shows the records that no stage could take, and sends them again.")
final class RejectsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do with them");
  }

  /** Says why Kafka can't be talked to; returns the exit code. */
  static int failed(Terminal terminal, KafkaClients kafka, KafkaException e) {
    if (e instanceof InterruptException) {
      return ExitCode.INTERRUPTED;
    }
    Throwable cause = e.getCause() instanceof KafkaException inner ? inner : e;
    boolean fenced =
        cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException;
    terminal
        .err()
        .println(
            fenced
                ? "Another \"rejects redrive\" has begun meanwhile, so this one ends"
                : "Kafka at " + kafka.bootstrap() + ": " + cause.getMessage());
    return ExitCode.UNAVAILABLE;
  }
}
