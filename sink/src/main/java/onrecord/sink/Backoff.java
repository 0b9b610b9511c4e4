package onrecord.sink;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When to try again after failures in a row: later and later, up to a cap. For one thread. */
final class Backoff {
  static final Duration FIRST = Duration.ofMillis(200);
  static final Duration CAP = Duration.ofSeconds(10);

  private final LongSupplier nanoTime;
  private Duration next = FIRST;
  private long retryAt;

  /**
   * Ready at once.
   *
   * @param nanoTime a clock like {@link System#nanoTime}
   */
  Backoff(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    retryAt = nanoTime.getAsLong();
  }

  void failed() {
    retryAt = nanoTime.getAsLong() + next.toNanos();
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(CAP) < 0 ? doubled : CAP;
  }

  void succeeded() {
    next = FIRST;
  }

  /** How long until the next attempt; zero when it is due. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, retryAt - nanoTime.getAsLong()));
  }
}
