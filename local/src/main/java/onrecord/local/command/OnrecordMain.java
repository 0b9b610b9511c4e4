package onrecord.local.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** The command line: {@code onrecord COMMAND …}. */
@Command(
    name = "onrecord",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = OnrecordMain.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    description = "Puts the news on record: articles in, entities and attributed quotes out.",
    exitCodeList = {"0:done", "2:wrong arguments", ">2:see the command's own help"},
    sortOptions = false)
public final class OnrecordMain {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(90);

  private OnrecordMain() {}

  public static void main(String[] args) {
    Stopping stopping = new Stopping(Thread.currentThread());
    int code = commandLine(surroundings(), stopping::onSignal).execute(args);
    stopping.done(code);
    System.exit(code);
  }

  /**
   * The commands.
   *
   * @param stopInOrder called by a command that has something to stop in order: from then on a
   *     signal interrupts its thread and the process lives until it is done
   */
  static CommandLine commandLine(Surroundings around, Runnable stopInOrder) {
    Terminal terminal = around.terminal();
    CommandLine commands = new CommandLine(new OnrecordMain());
    commands
        .getCommandSpec()
        .usageMessage()
        .footer("", "\"onrecord COMMAND --help\" tells more. Begin with: onrecord local");
    return commands
        .addSubcommand(new LocalCommand(around, stopInOrder))
        .addSubcommand(new EnrichCommand(around))
        .addSubcommand(new EvaluateCommand(around))
        .addSubcommand(
            new CommandLine(new TrainCommand())
                .addSubcommand(new TrainNames(around))
                .addSubcommand(new TrainTags(terminal))
                .addSubcommand(new TrainQuotes(terminal)))
        .addSubcommand(new PublishCommand(around))
        .addSubcommand(new WithdrawCommand(around))
        .addSubcommand(new TailCommand(around))
        .addSubcommand(new TraceCommand(around))
        .addSubcommand(
            new CommandLine(new RejectsCommand())
                .addSubcommand(new RejectsList(around))
                .addSubcommand(new RejectsShow(around))
                .addSubcommand(new RejectsRedrive(around)))
        .addSubcommand(new TopicsCommand(around))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(writer(terminal.out()))
        .setErr(writer(terminal.err()))
        .setUsageHelpWidth(Math.min(terminal.columns(), 100))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                terminal.colors() && terminal.outIsScreen()
                    ? CommandLine.Help.Ansi.ON
                    : CommandLine.Help.Ansi.OFF))
        .setExecutionExceptionHandler(
            (exception, command, parsed) -> {
              if (exception instanceof InterruptedException) {
                return ExitCode.INTERRUPTED;
              }
              terminal.err().println("onrecord " + command.getCommandName() + " failed:");
              exception.printStackTrace(terminal.err());
              return ExitCode.DIED;
            });
  }

  private static Surroundings surroundings() {
    Map<String, String> environment = System.getenv();
    boolean outIsScreen = Boolean.getBoolean("onrecord.terminal.out");
    Terminal terminal =
        new Terminal(
            utf8(FileDescriptor.out),
            utf8(FileDescriptor.err),
            outIsScreen,
            Boolean.getBoolean("onrecord.terminal.err"),
            environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM")),
            Integer.getInteger("onrecord.terminal.columns", Terminal.COLUMNS_BY_DEFAULT));
    return new Surroundings(
        terminal,
        System.in,
        Path.of(System.getProperty("onrecord.home", "")).toAbsolutePath(),
        cache(environment),
        environment,
        Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
  }

  /** UTF-8 whatever the locale is: it is what the events are written in. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static PrintWriter writer(PrintStream to) {
    return new PrintWriter(to, true, StandardCharsets.UTF_8);
  }

  private static Path cache(Map<String, String> environment) {
    String named = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path caches =
        named.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(named);
    return caches.resolve("onrecord");
  }

  /** Lets a command's thread stop in order when a signal comes, and ends with its code then. */
  private static final class Stopping {
    private final Thread command;
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicInteger code = new AtomicInteger(ExitCode.DIED);

    Stopping(Thread command) {
      this.command = command;
    }

    void onSignal() {
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    if (done.getCount() == 0) {
                      return;
                    }
                    command.interrupt();
                    try {
                      done.await(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                      // Nobody interrupts a hook; were it so, the process would end at once.
                    }
                    Runtime.getRuntime().halt(code.get());
                  },
                  "stop"));
    }

    void done(int endedWith) {
      code.set(endedWith);
      done.countDown();
    }
  }

  /** The version of the build. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = OnrecordMain.class.getPackage().getImplementationVersion();
      return new String[] {"onrecord " + (version == null ? "(not packaged)" : version)};
    }
  }
}
