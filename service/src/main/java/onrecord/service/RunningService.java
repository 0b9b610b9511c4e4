package onrecord.service;

import java.time.Duration;

/** A service that was started and can be stopped. */
public interface RunningService extends AutoCloseable {
  /**
   * Waits until the service dies by itself or is closed.
   *
   * @return why it died, or null when it was closed
   */
  String awaitEnd() throws InterruptedException;

  /**
   * Stops gracefully: takes no more, finishes what it holds. May be called twice.
   *
   * @return false when it was not done in time
   */
  boolean stop(Duration patience);

  @Override
  default void close() {
    stop(Duration.ofSeconds(20));
  }
}
