package onrecord.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import onrecord.train.quotes.QuoteTrainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord train quotes}: makes the model by which quotes are found. */
@Command(
    name = "quotes",
    description = {
      "Makes the model by which quotes are found.",
      "",
      "Leaves out what is held out. The same data gives the same bytes. docs/models/quotes.md says"
          + " what it is made of and how good it is."
    },
    exitCodeList = {"0:the model is written", "2:wrong arguments, or a file that can't be read"})
final class TrainQuotes implements Callable<Integer> {
  private static final String MODEL = "enrich/src/main/resources/onrecord/enrich/quotes/quotes.bin";

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "../shared/data/quotes/polnear-train.jsonl",
      description = "Articles with every attribution marked (default: ${DEFAULT-VALUE}).")
  private Path gold;

  @Option(
      names = "--lessons",
      paramLabel = "FOLDER",
      defaultValue = "seeds/lessons",
      description = "Articles with tags of our own (default: ${DEFAULT-VALUE}).")
  private Path lessons;

  @Option(
      names = "--clusters",
      paramLabel = "FILE",
      defaultValue = "../shared/data/vectors/glove6b-kmeans.tsv",
      description = "Words and their clusters (default: ${DEFAULT-VALUE}).")
  private Path clusters;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = MODEL,
      description = "Where the model goes (default: ${DEFAULT-VALUE}).")
  private Path out;

  TrainQuotes(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    for (Path file : new Path[] {gold, lessons, clusters}) {
      if (!Files.isReadable(file)) {
        terminal.err().println(file + " can't be read");
        return ExitCode.WRONG_USAGE;
      }
    }
    QuoteTrainer.train(gold, lessons, clusters, out, terminal.err());
    return 0;
  }
}
