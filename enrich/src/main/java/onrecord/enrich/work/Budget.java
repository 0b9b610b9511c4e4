package onrecord.enrich.work;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * What the passes may still do for the text in hand, in units of about a token's way through the
 * text passes: the same for the same text on every machine. Each loop that can grow spends before
 * it goes on. The clock only watches: it stops a pass whose units don't say how long it takes,
 * which is a bug. For one thread.
 */
public final class Budget {
  /** So many units pass between two looks at the clock. */
  static final int UNITS_BETWEEN_LOOKS = 1 << 16;

  /** Many times what a unit takes on a slow machine. */
  static final long NANOS_A_UNIT = 2_000;

  private final LongSupplier nanos;
  private long limit = Long.MAX_VALUE;
  private long spent;
  private long next = Long.MAX_VALUE;
  private long begun;
  private long patience;

  /** A budget with a clock of its own, in nanoseconds. */
  public Budget(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** A budget watched by the time that the thread itself has worked: a pause is no bug. */
  public Budget() {
    this(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  }

  /** Begins anew, with no end. */
  public void begin() {
    limit = Long.MAX_VALUE;
    spent = 0;
    next = Long.MAX_VALUE;
  }

  /** Begins anew, with so many units. */
  public void begin(long units) {
    limit = units;
    patience = units * NANOS_A_UNIT;
    spent = 0;
    begun = nanos.getAsLong();
    next = Math.min(limit, UNITS_BETWEEN_LOOKS);
  }

  /** How many units are spent since the beginning. */
  public long spent() {
    return spent;
  }

  /**
   * Spends units.
   *
   * @throws Exceeded when there aren't so many left
   */
  public void spend(long units) {
    spent += units;
    if (spent > next) {
      look();
    }
  }

  private void look() {
    if (spent > limit) {
      throw new Exceeded(false, "more than " + limit + " units of work");
    }
    if (nanos.getAsLong() - begun > patience) {
      throw new Exceeded(true, "more than " + patience / 1_000_000 + " ms for " + limit + " units");
    }
    next = Math.min(limit, spent + UNITS_BETWEEN_LOOKS);
  }

  /** A text is more work than it may be. */
  public static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean byClock;

    Exceeded(boolean byClock, String message) {
      super(message);
      this.byClock = byClock;
    }

    /** Whether the clock said so: a bug of the pass that took so long. */
    public boolean byClock() {
      return byClock;
    }
  }
}
