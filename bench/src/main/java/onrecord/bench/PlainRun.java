package onrecord.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import onrecord.enrich.Enricher;

/**
 * One run, everything side by side: how long until the engine is ready, characters a second of each
 * pass and what part of the yardstick that is, bytes allocated an article, and resident memory.
 */
public final class PlainRun {
  private PlainRun() {}

  /** Measures by the folder that is named, or by the usual one. */
  public static void main(String[] args) throws IOException {
    System.out.println(coldStart());
    Path folder = args.length == 0 ? Articles.usualFolder() : Path.of(args[0]);
    List<String> texts = Articles.read(folder);
    System.out.printf(
        Locale.ROOT,
        "%d articles, %,d characters: %s%n%n",
        texts.size(),
        Articles.characters(texts),
        folder);
    Passes passes = new Passes();
    Race race = new Race(texts);
    for (Pass pass : Pass.values()) {
      race.add(pass.title(), text -> passes.read(pass, text));
    }
    race.run();
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

  /** What the process held at most and holds now, where the system says so. */
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
