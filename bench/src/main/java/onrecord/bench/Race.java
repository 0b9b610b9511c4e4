package onrecord.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Readers of the same texts, measured side by side. They take turns, so that a busy machine slows
 * all of them alike, and time is the thread's own: ratios are what counts. For one thread.
 */
final class Race {
  private static final int WARM_UP = 4;
  private static final int ROUNDS = 9;
  private static final long ROUND_NANOS = 700_000_000L;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final List<String> texts;
  private final List<Runner> runners = new ArrayList<>();

  /** Hangs on all that was found, so that nothing is left out as unused. */
  private int sum;

  Race(List<String> texts) {
    this.texts = texts;
  }

  private static final class Runner {
    private final String title;
    private final ToIntFunction<String> reader;
    private final double[] speeds = new double[ROUNDS];
    private long bytes;

    Runner(String title, ToIntFunction<String> reader) {
      this.title = title;
      this.reader = reader;
    }
  }

  /** Another reader; the first is the yardstick. */
  void add(String title, ToIntFunction<String> reader) {
    runners.add(new Runner(title, reader));
  }

  /** Measures all and prints a line each. */
  void run() {
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (Runner runner : runners) {
        double speed = round(runner);
        if (round >= 0) {
          runner.speeds[round] = speed;
        }
      }
    }
    print();
  }

  /** Reads all texts until the round is over; characters a second. */
  private double round(Runner runner) {
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    long begun = THREADS.getCurrentThreadCpuTime();
    long spent;
    int times = 0;
    do {
      for (String text : texts) {
        sum += runner.reader.applyAsInt(text);
      }
      times++;
      spent = THREADS.getCurrentThreadCpuTime() - begun;
    } while (spent < ROUND_NANOS);
    runner.bytes = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / times / texts.size();
    return Articles.characters(texts) * 1e9 * times / spent;
  }

  private void print() {
    System.out.printf(
        Locale.ROOT,
        "%-28s %14s %7s %13s %14s%n",
        "",
        "characters/s",
        "spread",
        "of the first",
        "bytes/article");
    double yardstick = 0;
    for (Runner runner : runners) {
      double[] all = runner.speeds;
      Arrays.sort(all);
      double speed = all[ROUNDS / 2];
      yardstick = yardstick == 0 ? speed : yardstick;
      System.out.printf(
          Locale.ROOT,
          "%-28s %,14.0f %6.0f%% %13s %,14d%n",
          runner.title,
          speed,
          100 * (all[ROUNDS - 1] - all[0]) / speed,
          String.format(Locale.ROOT, "1/%.1f", yardstick / speed),
          runner.bytes);
    }
    System.out.printf(Locale.ROOT, "(found: %08x)%n", sum);
  }
}
