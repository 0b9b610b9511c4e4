package onrecord.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import onrecord.train.tags.TagTrainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord train tags}: makes the model by which parts of speech are found. */
@Command(
    name = "tags",
    description = {
      "Makes the model by which parts of speech are found, from texts that another tagger tagged.",
      "",
      "train/teacher/make-tags does all of it: writes the tokens, has them tagged, trains."
          + " docs/models/tags.md says what it is made of and how good it is."
    },
    exitCodeList = {"0:done", "2:wrong arguments, or a file that can't be read"})
final class TrainTags implements Callable<Integer> {
  private static final String MODEL = "enrich/src/main/resources/onrecord/enrich/tags/tags.bin";

  private final Terminal terminal;

  @Parameters(
      paramLabel = "TAGGED",
      arity = "0..1",
      description = "The tokens, a tab and a tag of the Penn Treebank behind each.")
  private Path tagged;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "../shared/data",
      description = "Where quotes, names and text are (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Option(
      names = "--write-tokens",
      paramLabel = "FILE",
      description = "Only writes the tokens that want tags.")
  private Path tokens;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = MODEL,
      description = "Where the model goes (default: ${DEFAULT-VALUE}).")
  private Path out;

  TrainTags(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if ((tokens == null) == (tagged == null)) {
      terminal.err().println("Name the tagged tokens, or say --write-tokens FILE");
      return ExitCode.WRONG_USAGE;
    }
    TagTrainer trainer = new TagTrainer(data, terminal.err());
    try {
      if (tokens != null) {
        trainer.writeTokens(tokens);
      } else {
        Files.createDirectories(out.toAbsolutePath().getParent());
        trainer.train(tagged, out);
      }
    } catch (IOException e) {
      terminal.err().println("This can't be read or written: " + e.getMessage());
      return ExitCode.WRONG_USAGE;
    }
    return ExitCode.DONE;
  }
}
