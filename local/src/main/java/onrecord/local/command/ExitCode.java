package onrecord.local.command;

/** What the end of a command says; each command's help lists those it uses. */
final class ExitCode {
  static final int DONE = 0;

  /** Done, but some of what was given was refused. */
  static final int SOME_REFUSED = 1;

  /** The arguments can't be used; picocli's own code. */
  static final int WRONG_USAGE = 2;

  /** The broker, the database or a file needed is not there. */
  static final int UNAVAILABLE = 69;

  /** Something that ran died, or never got done. */
  static final int DIED = 70;

  /** Ended by Ctrl-C before the work was done. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
