package onrecord.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import onrecord.events.EventJson;
import onrecord.service.KafkaClients;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code onrecord rejects show}. */
@Command(
    name = "show",
    description = "Shows all that is known of one of them, as JSON; not its bytes.",
    exitCodeList = {
      "0:done",
      "1:there is none at this place",
      "2:wrong arguments",
      "69:the broker can't be reached"
    })
final class RejectsShow implements Callable<Integer> {
  private final Surroundings around;

  @Mixin private final Broker broker = new Broker();

  @Parameters(paramLabel = "PARTITION:OFFSET", description = "Where \"rejects list\" says it is.")
  private String place;

  RejectsShow(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    Terminal terminal = around.terminal();
    if (!place.matches("[0-9]{1,9}:[0-9]{1,18}")) {
      terminal.err().println(place + " is no place: write PARTITION:OFFSET");
      return ExitCode.WRONG_USAGE;
    }
    KafkaClients kafka = broker.clients(around.home());
    List<SetAside> found = new ArrayList<>();
    try {
      SetAside.read(
          kafka,
          one -> {
            if (one.where().equals(place)) {
              found.add(one);
            }
          });
    } catch (KafkaException e) {
      terminal.err().println("Kafka at " + kafka.bootstrap() + ": " + e.getMessage());
      return ExitCode.UNAVAILABLE;
    }
    if (found.isEmpty()) {
      terminal.err().println("There is none at " + place);
      return ExitCode.SOME_REFUSED;
    }
    terminal
        .out()
        .println(
            EventJson.mapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(found.get(0).fields()));
    return ExitCode.DONE;
  }
}
