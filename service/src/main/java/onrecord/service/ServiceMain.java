package onrecord.service;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a service as a process: start, run until a signal or its own death, stop, and an exit
 * code that says which it was. Only a {@code main} calls it.
 */
public final class ServiceMain {
  /** Stopped by a signal, in time. */
  public static final int STOPPED = 0;

  /** The settings can't be used. */
  public static final int WRONG_SETTINGS = 64;

  /** The start failed. */
  public static final int FAILED_START = 69;

  /** It ran and died. */
  public static final int DIED = 70;

  /** It was asked to stop and was not done in time. */
  public static final int STOPPED_LATE = 75;

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Logger log = LoggerFactory.getLogger(ServiceMain.class);

  private ServiceMain() {}

  /** Starts the service, waits for its end and ends the process with the code that tells it. */
  public static void run(String name, Callable<? extends RunningService> start) {
    int code;
    try {
      RunningService service = start.call();
      AtomicBoolean signalled = new AtomicBoolean();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    signalled.set(true);
                    boolean inTime = service.stop(PATIENCE);
                    log.info("{} stopped{}", name, inTime ? "" : " late: it was not done in time");
                    // Halt, because System.exit would wait for this very hook.
                    Runtime.getRuntime().halt(inTime ? STOPPED : STOPPED_LATE);
                  },
                  name + "-stop"));
      log.info("{} runs", name);
      String death = service.awaitEnd();
      if (signalled.get() || death == null) {
        // The hook ends the process.
        return;
      }
      log.error("{} died: {}", name, death);
      code = DIED;
    } catch (Settings.WrongSettings e) {
      log.error("{} can't start: {}", name, e.getMessage());
      code = WRONG_SETTINGS;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      code = DIED;
    } catch (Exception e) {
      log.error("{} can't start", name, e);
      code = FAILED_START;
    }
    Runtime.getRuntime().halt(code);
  }
}
