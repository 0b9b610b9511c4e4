package onrecord.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import onrecord.events.EventJson;
import onrecord.service.KafkaClients;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code onrecord rejects list}. */
@Command(
    name = "list",
    description = "Lists them in order of time: place, time, stage, attempt, id, reason.",
    exitCodeList = {"0:done", "2:wrong arguments", "69:the broker can't be reached"})
final class RejectsList implements Callable<Integer> {
  private final Surroundings around;

  @Mixin private final Broker broker = new Broker();

  @Option(names = "--id", paramLabel = "ID", description = "Only those of this article.")
  private String id;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Only with this in the reason.")
  private String reason;

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description = "Only of this stage: deserialize, validate, annotate, store.")
  private String stage;

  @Option(names = "--since", paramLabel = "TIME", description = "As 2021-06-08T10:15:00Z.")
  private Instant since;

  @Option(names = "--until", paramLabel = "TIME", description = "Before this time.")
  private Instant until;

  @Option(names = "--limit", paramLabel = "N", description = "The first so many.")
  private Integer limit;

  @Option(names = "--json", description = "JSON, one a line.")
  private boolean json;

  RejectsList(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    KafkaClients kafka = broker.clients(around.home());
    Terminal terminal = around.terminal();
    List<SetAside> found = new ArrayList<>();
    int unreadable;
    try {
      unreadable =
          SetAside.read(
              kafka,
              one -> {
                if (wanted(one)) {
                  found.add(one);
                }
              });
    } catch (KafkaException e) {
      terminal.err().println("Kafka at " + kafka.bootstrap() + ": " + e.getMessage());
      return ExitCode.UNAVAILABLE;
    }
    found.sort(Comparator.comparing(SetAside::at).thenComparing(SetAside::offset));
    ObjectMapper mapper = EventJson.mapper();
    for (SetAside one : limit == null ? found : found.subList(0, Math.min(limit, found.size()))) {
      terminal.out().println(json ? mapper.writeValueAsString(one.fields()) : line(one));
    }
    if (unreadable > 0) {
      terminal.err().println(unreadable + " have no headers that say why");
    }
    return ExitCode.DONE;
  }

  private boolean wanted(SetAside one) {
    return (id == null || id.equals(one.id()))
        && (reason == null || one.why().reason().contains(reason))
        && (stage == null || stage.equals(one.why().stage()))
        && (since == null || !one.at().isBefore(since))
        && (until == null || one.at().isBefore(until));
  }

  private static String line(SetAside one) {
    return String.format(
        Locale.ROOT,
        "%-8s  %s  %-11s  %d  %s  %s",
        one.where(),
        one.at(),
        one.why().stage(),
        one.why().attempt(),
        one.id() == null ? "-" : one.id(),
        one.why().reason());
  }
}
