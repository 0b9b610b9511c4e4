package onrecord.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real process of its own that runs a main of ours, to be killed. For one thread. */
final class ChildJvm implements AutoCloseable {
  /** The Java that runs this. */
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Process process;
  private final Thread end;

  private ChildJvm(Process process) {
    this.process = process;
    this.end = new Thread(process::destroyForcibly);
    // No child outlives the test, however it ends.
    Runtime.getRuntime().addShutdownHook(end);
  }

  /** Starts a main with this JVM's class path. */
  static ChildJvm start(
      Class<?> main, Map<String, String> environment, Path log, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA,
                // Quick to start; none lives long enough to need more.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    return start(command, environment, log);
  }

  /** Starts a whole command; of our variables it sees none but those given. */
  static ChildJvm start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("ONRECORD_"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new ChildJvm(builder.start());
  }

  /** Waits for an end that comes by itself, and returns its exit code. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      kill();
    }
    return process.exitValue();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** kill -9, and gone when it returns. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    Runtime.getRuntime().removeShutdownHook(end);
  }

  /** Asks it to stop, and returns its exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      kill();
    }
    Runtime.getRuntime().removeShutdownHook(end);
    return process.exitValue();
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
