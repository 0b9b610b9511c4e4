package onrecord.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import onrecord.events.EventJson;
import onrecord.service.KafkaClients;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
  /** Ids are kept whole: a longer one moves its reason to the right. */
  private static final int MAX_ID_COLUMNS = 40;

  private static final List<String> HEADING =
      List.of("PLACE", "TIME", "STAGE", "ATTEMPT", "ID", "REASON");
  private static final int ID = HEADING.indexOf("ID");

  private final Surroundings around;

  @Mixin private final Broker broker = new Broker();

  @Mixin private final RejectFilter filter = new RejectFilter();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "1000",
      description = "The first so many (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "JSON, one a line.")
  private boolean json;

  private final TreeSet<SetAside> found =
      new TreeSet<>(
          Comparator.comparing(SetAside::at)
              .thenComparing(one -> one.place().partition())
              .thenComparing(one -> one.place().offset()));
  private int more;
  private int unreadable;

  RejectsList(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    KafkaClients kafka = broker.clients(around.home());
    Terminal terminal = around.terminal();
    try (TopicReader reader = new TopicReader(kafka, "onrecord-rejects")) {
      new Rejects(reader).forEach(this::take);
    } catch (KafkaException e) {
      return RejectsCommand.failed(terminal, kafka, e);
    }
    if (json) {
      ObjectMapper mapper = EventJson.mapper();
      for (SetAside one : found) {
        terminal.out().println(mapper.writeValueAsString(one.fields()));
      }
    } else if (!found.isEmpty()) {
      lines(found).forEach(terminal.out()::println);
    }
    if (more > 0) {
      terminal.err().println(more + " more; --limit says how many are listed");
    }
    if (unreadable > 0) {
      terminal.err().println(unreadable + " have no headers that say why");
    }
    return ExitCode.DONE;
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    SetAside one;
    try {
      one = SetAside.of(record);
    } catch (IllegalArgumentException e) {
      unreadable++;
      return;
    }
    if (filter.wants(one)) {
      found.add(one);
      if (found.size() > limit) {
        found.pollLast();
        more++;
      }
    }
  }

  /** A heading and a line each, in columns. */
  static List<String> lines(Collection<SetAside> rejects) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADING);
    for (SetAside one : rejects) {
      rows.add(
          List.of(
              one.place().toString(),
              one.at().toString(),
              Terminal.escaped(one.why().stage()),
              Integer.toString(one.why().attempt()),
              one.id() == null ? "-" : Terminal.escaped(one.id()),
              Terminal.escaped(one.why().reason())));
    }
    int[] widths = new int[HEADING.size() - 1];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        int width = TextWidth.of(row.get(i));
        widths[i] = Math.max(widths[i], i == ID ? Math.min(width, MAX_ID_COLUMNS) : width);
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      line.append(cell).append(" ".repeat(Math.max(0, widths[i] - TextWidth.of(cell)) + 2));
    }
    return line.append(row.get(widths.length)).toString();
  }
}
