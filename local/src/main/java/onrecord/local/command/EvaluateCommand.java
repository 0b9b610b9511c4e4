package onrecord.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import onrecord.enrich.Enricher;
import onrecord.evaluate.Evaluation;
import onrecord.evaluate.HeldOut;
import onrecord.evaluate.Report;
import onrecord.evaluate.ReportText;
import onrecord.events.EventJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord evaluate}: how right the engine is, and where it isn't. */
@Command(
    name = "evaluate",
    description = {
      "Runs the engine over files that were marked by hand and says how right it is.",
      "",
      "Reads gold files of quotes, names or speakers (.jsonl), labelled tokens (.bio), articles with"
          + " NAME.answer.json beside them, and folders of such. docs/evaluation.md says what each"
          + " figure means."
    },
    exitCodeList = {
      "0:everything was scored",
      "2:wrong arguments, or a file that can't be read or is no gold file"
    })
final class EvaluateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE|FOLDER",
      arity = "1..*",
      description = "Gold files, articles with an answer beside them, or folders of such.")
  private List<Path> named;

  @Option(
      names = "--errors",
      paramLabel = "N",
      description = "The first N errors of each kind, the most frequent kinds first.")
  private int errors;

  @Option(
      names = "--of",
      paramLabel = "WORDS",
      defaultValue = "",
      description = "With --errors: only kinds of error whose name has these words.")
  private String only;

  @Option(names = "--json", description = "All figures, as JSON; with --errors those too.")
  private boolean json;

  @Option(
      names = "--held-out",
      description = "Only texts that training leaves out: dated " + HeldOut.FROM + " or later, …")
  private boolean heldOut;

  @Option(names = "--trained-on", description = "Only texts that training may use.")
  private boolean trainedOn;

  @Option(names = "--id", paramLabel = "PREFIX", description = "Only ids that begin so.")
  private List<String> prefixes = new ArrayList<>();

  @Option(names = "--ids", paramLabel = "FILE", description = "Only the ids in the file.")
  private Path idsFile;

  @Option(
      names = "--system",
      paramLabel = "FILE",
      description = "Score this output, as of enrich --format score, instead of the engine.")
  private Path systemFile;

  @Option(
      names = "--texts",
      paramLabel = "FILE",
      description = "Where the texts of a speakers' file stand (default: a gold file beside it).")
  private Path texts;

  EvaluateCommand(Surroundings around) {
    this.terminal = around.terminal();
  }

  @Override
  public Integer call() {
    List<Report> reports = new ArrayList<>();
    try {
      Evaluation evaluation = Evaluation.of(new Enricher(), ids(), systemFile, texts);
      for (Path path : named) {
        List<Report> some = evaluation.evaluate(path);
        reports.addAll(some);
        some.stream().filter(report -> report.documents() == 0).forEach(this::warn);
        if (!json) {
          some.forEach(this::print);
        }
      }
      if (json) {
        print(reports);
      }
    } catch (IOException e) {
      terminal.err().println("This can't be evaluated: " + e.getMessage());
      return ExitCode.WRONG_USAGE;
    }
    return ExitCode.DONE;
  }

  private Predicate<String> ids() throws IOException {
    Predicate<String> ids = id -> true;
    if (heldOut) {
      ids = ids.and(HeldOut::holds);
    }
    if (trainedOn) {
      ids = ids.and(Predicate.not(HeldOut::holds));
    }
    if (!prefixes.isEmpty()) {
      ids = ids.and(id -> prefixes.stream().anyMatch(id::startsWith));
    }
    if (idsFile != null) {
      Set<String> listed = new HashSet<>(List.of(Files.readString(idsFile).split("\\s+")));
      ids = ids.and(listed::contains);
    }
    return ids;
  }

  private void warn(Report report) {
    terminal.err().println(report.name() + ": none of its texts has an id that is asked for");
  }

  private void print(Report report) {
    PrintStream out = terminal.out();
    out.print(ReportText.figures(report));
    if (errors > 0) {
      out.print(ReportText.misses(report, errors, only));
    }
    out.println();
  }

  private void print(List<Report> reports) throws IOException {
    ObjectMapper mapper = EventJson.mapper();
    ArrayNode all = mapper.createArrayNode();
    reports.forEach(report -> all.add(report.json(errors)));
    terminal.out().println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(all));
  }
}
