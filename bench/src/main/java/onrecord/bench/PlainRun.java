package onrecord.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import onrecord.enrich.Enricher;

/**
 * One run, everything side by side: how long until the engine is ready, characters a second of each
 * pass, how many times the yardstick that is, bytes allocated an article, and resident memory.
 *
 * <p>Passes take turns, so that a busy machine slows all of them alike, and time is the thread's
 * own: ratios are what counts.
 */
public final class PlainRun {
  private static final int WARM_UP = 4;
  private static final int ROUNDS = 9;
  private static final long ROUND_NANOS = 700_000_000L;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final List<String> texts;
  private final long characters;
  private final Passes passes = new Passes();
  private final Map<Pass, double[]> speeds = new EnumMap<>(Pass.class);
  private final Map<Pass, Long> bytes = new EnumMap<>(Pass.class);

  /** Hangs on all that was found, so that nothing is left out as unused. */
  private int sum;

  private PlainRun(List<String> texts) {
    this.texts = texts;
    characters = Articles.characters(texts);
  }

  /** Measures by the folder that is named, or by the usual one. */
  public static void main(String[] args) throws IOException {
    System.out.println(coldStart());
    Path folder = args.length == 0 ? Articles.usualFolder() : Path.of(args[0]);
    PlainRun run = new PlainRun(Articles.read(folder));
    System.out.printf(
        Locale.ROOT,
        "%d articles, %,d characters: %s%n%n",
        run.texts.size(),
        run.characters,
        folder);
    run.measure();
    run.print();
    System.out.println("resident memory: " + resident());
  }

  private static String coldStart() {
    long begun = System.nanoTime();
    Enricher enricher = new Enricher();
    long loaded = System.nanoTime();
    int found = enricher.find("\"We are ready,\" Ada Quill said.").quotes().size();
    long read = System.nanoTime();
    long process = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    return String.format(
        Locale.ROOT,
        "cold start: engine loaded in %d ms, first text read in %d ms (%d quote); %d ms since the"
            + " process began",
        (loaded - begun) / 1_000_000,
        (read - loaded) / 1_000_000,
        found,
        process);
  }

  private void measure() {
    for (Pass pass : Pass.values()) {
      speeds.put(pass, new double[ROUNDS]);
    }
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (Pass pass : Pass.values()) {
        double speed = round(pass);
        if (round >= 0) {
          speeds.get(pass)[round] = speed;
        }
      }
    }
  }

  /** Reads all texts until the round is over; characters a second. */
  private double round(Pass pass) {
    long begun = THREADS.getCurrentThreadCpuTime();
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    long spent;
    int times = 0;
    do {
      for (String text : texts) {
        sum += passes.read(pass, text);
      }
      times++;
      spent = THREADS.getCurrentThreadCpuTime() - begun;
    } while (spent < ROUND_NANOS);
    allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
    bytes.put(pass, allocated / times / texts.size());
    return characters * 1e9 * times / spent;
  }

  private void print() {
    System.out.printf(
        Locale.ROOT,
        "%-28s %16s %10s %12s %14s%n",
        "",
        "characters/s",
        "spread",
        "yardsticks",
        "bytes/article");
    double yardstick = median(speeds.get(Pass.YARDSTICK));
    for (Pass pass : Pass.values()) {
      double[] all = speeds.get(pass);
      double speed = median(all);
      System.out.printf(
          Locale.ROOT,
          "%-28s %,16.0f %9.0f%% %12.1f %,14d%n",
          pass.title(),
          speed,
          100 * (all[ROUNDS - 1] - all[0]) / speed,
          yardstick / speed,
          bytes.get(pass));
    }
    System.out.printf(Locale.ROOT, "(found: %08x)%n", sum);
  }

  /** The middle one; leaves them sorted. */
  private static double median(double[] all) {
    Arrays.sort(all);
    return all[all.length / 2];
  }

  /** What the process holds now and held at most, where the system says so. */
  static String resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "not said by this system";
    }
    StringBuilder said = new StringBuilder();
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM") || line.startsWith("VmRSS")) {
        String[] words = line.split("\\s+", -1);
        said.append(line.startsWith("VmHWM") ? "at most " : "; now ");
        said.append(Long.parseLong(words[1]) >> 10).append(" MB");
      }
    }
    return said.toString();
  }
}
