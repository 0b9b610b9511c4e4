package onrecord.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Exit codes, of real processes: {@link ServiceMain} ends the JVM that it runs in. */
@Timeout(60)
class ServiceMainTest {
  @Test
  void wrongSettingsAreTold() throws Exception {
    Ended ended = run("wrong");

    assertEquals(ServiceMain.WRONG_SETTINGS, ended.code);
    assertTrue(ended.output.contains("lamp can't start: ONRECORD_X is \"y\""), ended.output);
    assertFalse(ended.output.contains("\tat "), "a typing slip needs no stack trace");
  }

  @Test
  void aFailedStartIsTold() throws Exception {
    Ended ended = run("failing");

    assertEquals(ServiceMain.FAILED_START, ended.code);
    assertTrue(ended.output.contains("no broker"), ended.output);
  }

  @Test
  void aServiceThatDiesIsTold() throws Exception {
    Ended ended = run("dying");

    assertEquals(ServiceMain.DIED, ended.code);
    assertTrue(ended.output.contains("lamp died: the stream stopped"), ended.output);
  }

  @Test
  void aSignalStopsInTime() throws Exception {
    Ended ended = signalled("steady");

    assertEquals(ServiceMain.STOPPED, ended.code);
    assertTrue(ended.output.contains("lamp stopped"), ended.output);
  }

  @Test
  void aStopThatIsNotDoneInTimeIsTold() throws Exception {
    Ended ended = signalled("slow");

    assertEquals(ServiceMain.STOPPED_LATE, ended.code);
    assertTrue(ended.output.contains("late"), ended.output);
  }

  @Test
  void theTopicsCommandTellsWrongSettings() throws Exception {
    ProcessBuilder builder = java(TopicsMain.class);
    builder.environment().put("ONRECORD_REPLICATION", "none");

    Ended ended = end(builder.start());

    assertEquals(ServiceMain.WRONG_SETTINGS, ended.code);
    assertTrue(ended.output.contains("ONRECORD_REPLICATION is \"none\""), ended.output);
  }

  @Test
  void theTopicsCommandFailsWhereThereIsNoBroker() throws Exception {
    ProcessBuilder builder = java(TopicsMain.class);
    // Port 1 is nobody's.
    builder.environment().put("ONRECORD_KAFKA_BOOTSTRAP", "127.0.0.1:1");
    builder.environment().put("ONRECORD_START_TIMEOUT", "PT0.1S");

    assertEquals(ServiceMain.FAILED_START, end(builder.start()).code);
  }

  /** A service that does nothing but end in a way of its own. */
  static final class Lamp implements RunningService {
    private final String manner;
    private final CountDownLatch out = new CountDownLatch(1);

    Lamp(String manner) {
      this.manner = manner;
    }

    public static void main(String[] args) {
      ServiceMain.run("lamp", () -> start(args[0]));
    }

    private static Lamp start(String manner) throws IOException {
      return switch (manner) {
        case "wrong" ->
            throw new Settings.WrongSettings("ONRECORD_X is \"y\", it must be a number");
        case "failing" -> throw new IOException("no broker");
        default -> new Lamp(manner);
      };
    }

    @Override
    public String awaitEnd() throws InterruptedException {
      if (manner.equals("dying")) {
        return "the stream stopped";
      }
      out.await();
      return null;
    }

    @Override
    public boolean stop(Duration patience) {
      out.countDown();
      return !manner.equals("slow");
    }
  }

  private static final class Ended {
    private final int code;
    private final String output;

    Ended(int code, String output) {
      this.code = code;
      this.output = output;
    }
  }

  private static Ended run(String manner) throws Exception {
    return end(java(Lamp.class, manner).start());
  }

  /** Waits until the service runs and sends SIGTERM. */
  private static Ended signalled(String manner) throws Exception {
    Process process = java(Lamp.class, manner).start();
    StringBuilder output = new StringBuilder();
    while (output.indexOf("lamp runs") < 0) {
      int c = process.getInputStream().read();
      assertTrue(c >= 0, output.toString());
      output.append((char) c);
    }
    // The handle, because Process.destroy closes the streams too.
    process.toHandle().destroy();
    Ended ended = end(process);
    return new Ended(ended.code, output + ended.output);
  }

  private static Ended end(Process process) throws Exception {
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), output);
      return new Ended(process.exitValue(), output);
    } finally {
      process.destroyForcibly();
    }
  }

  private static ProcessBuilder java(Class<?> main, String... arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            main.getName());
    builder.command().addAll(List.of(arguments));
    builder.environment().keySet().removeIf(name -> name.startsWith(Settings.PREFIX));
    return builder.redirectErrorStream(true);
  }
}
