package onrecord.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onrecord rejects}: what no stage could take. */
@Command(name = "rejects", description = "Shows the records that no stage could take.")
final class RejectsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do with them");
  }
}
