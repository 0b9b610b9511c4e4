package onrecord.local.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code onrecord train}: makes the engine's models anew, one subcommand a model. */
@Command(
    name = "train",
    description = "Makes the engine's models anew from texts that were marked by hand.")
final class TrainCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Which model? See --help.");
  }
}
