package onrecord.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import onrecord.events.EventJson;
import onrecord.service.KafkaClients;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord rejects show}. */
@Command(
    name = "show",
    description = "Shows all that is known of one of them, as JSON, or its bytes.",
    exitCodeList = {
      "0:done",
      "1:there is none at this place, or it has no bytes",
      "2:wrong arguments",
      "69:the broker can't be reached"
    })
final class RejectsShow implements Callable<Integer> {
  private final Surroundings around;

  @Mixin private final Broker broker = new Broker();

  @Parameters(
      paramLabel = "PARTITION:OFFSET",
      converter = RejectPlace.Converter.class,
      description = "Where \"rejects list\" says it is.")
  private RejectPlace place;

  @Option(
      names = "--body",
      description = "Its bytes as they came and nothing else, for a file or a pipe.")
  private boolean body;

  RejectsShow(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    Terminal terminal = around.terminal();
    if (body && terminal.outIsScreen()) {
      terminal.err().println("The bytes may be anything: send them to a file or a pipe");
      return ExitCode.WRONG_USAGE;
    }
    KafkaClients kafka = broker.clients(around.home());
    Optional<ConsumerRecord<byte[], byte[]>> found;
    try (TopicReader reader = new TopicReader(kafka, "onrecord-rejects")) {
      found = new Rejects(reader).at(place);
    } catch (KafkaException e) {
      return RejectsCommand.failed(terminal, kafka, e);
    }
    if (found.isEmpty()) {
      terminal.err().println("There is none at " + place);
      return ExitCode.SOME_REFUSED;
    }
    return body ? writeBytes(found.get()) : writeFields(found.get());
  }

  private int writeBytes(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      around.terminal().err().println("It has no bytes");
      return ExitCode.SOME_REFUSED;
    }
    around.terminal().out().write(record.value(), 0, record.value().length);
    around.terminal().out().flush();
    return ExitCode.DONE;
  }

  private int writeFields(ConsumerRecord<byte[], byte[]> record) throws JsonProcessingException {
    SetAside one;
    try {
      one = SetAside.of(record);
    } catch (IllegalArgumentException e) {
      around.terminal().err().println("It has no headers that say why");
      return ExitCode.SOME_REFUSED;
    }
    String json =
        EventJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(one.fields());
    around
        .terminal()
        .out()
        .println(json.lines().map(Terminal::escaped).collect(Collectors.joining("\n")));
    return ExitCode.DONE;
  }
}
