package onrecord.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import onrecord.train.names.NameSchool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code onrecord train names}: teaches the finder of names. */
@Command(
    name = "names",
    description = {
      "Teaches the finder of names: compiles the gazetteers and the clusters of word vectors, and"
          + " trains its weights on the labelled texts.",
      "",
      "Takes a few minutes and 3 GB of memory. docs/models/names.md says what it learns from."
    },
    exitCodeList = {"0:done", "2:wrong arguments", "69:the data is not there or can't be read"})
final class TrainNames implements Callable<Integer> {
  private final Surroundings around;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "Where names/train, gazetteers and vectors are (default: shared/data beside the working"
              + " copy).")
  private Path data;

  @Option(
      names = "--into",
      paramLabel = "FOLDER",
      description = "Where to write knowledge.bin and names.bin (default: where the engine is).")
  private Path into;

  @Option(
      names = "--lessons",
      paramLabel = "FOLDER",
      description = "Articles with tags of our own (default: seeds/lessons of the working copy).")
  private Path lessons;

  TrainNames(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Path from = data != null ? data : around.home().resolve("../shared/data").normalize();
    Path to =
        into != null
            ? into
            : around.home().resolve("enrich/src/main/resources/onrecord/enrich/names");
    if (!Files.isDirectory(from)) {
      around.terminal().err().println("There is no data in " + from + ": say where with --data");
      return ExitCode.UNAVAILABLE;
    }
    try {
      Path articles = lessons != null ? lessons : around.home().resolve("seeds/lessons");
      new NameSchool(from, articles, around.terminal().out()).train(to);
    } catch (IOException e) {
      around.terminal().err().println("The data can't be read: " + e);
      return ExitCode.UNAVAILABLE;
    }
    return ExitCode.DONE;
  }
}
