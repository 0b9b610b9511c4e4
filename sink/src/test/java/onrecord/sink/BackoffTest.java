package onrecord.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE);
  private final Backoff backoff = new Backoff(now::get);

  @Test
  void theFirstAttemptIsDueAtOnce() {
    assertEquals(Duration.ZERO, backoff.left());
  }

  @Test
  void eachFailureDoublesTheWait() {
    backoff.failed();
    backoff.failed();

    assertEquals(Backoff.FIRST.multipliedBy(2), backoff.left());
  }

  @Test
  void theWaitHasACap() {
    for (int i = 0; i < 100; i++) {
      backoff.failed();
    }

    assertEquals(Backoff.CAP, backoff.left());
  }

  @Test
  void timeShortensTheWait() {
    backoff.failed();
    now.addAndGet(Duration.ofMillis(150).toNanos());

    assertEquals(Backoff.FIRST.minusMillis(150), backoff.left());
  }

  @Test
  void aSuccessBeginsAnew() {
    backoff.failed();
    backoff.failed();
    backoff.succeeded();
    backoff.failed();

    assertEquals(Backoff.FIRST, backoff.left());
  }
}
