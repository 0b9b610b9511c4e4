package onrecord.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onrecord train}: teaches the engine; each part of it is a command of its own. */
@Command(
    name = "train",
    description = {
      "Teaches the engine from labelled texts, and writes what it learned where the engine reads it.",
      "",
      "The data isn't part of this repository; docs/models says what it is. The same data gives the"
          + " same files, byte for byte."
    })
final class TrainCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to train");
  }
}
