package onrecord.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What the worst texts cost: nothing but one thing, one and ten million characters of it. Each in a
 * process of its own with a small heap, so that its memory is seen and a pass that isn't linear can
 * be ended; time must grow tenfold, not a hundredfold.
 */
public final class WorstCases {
  private static final int MILLION = 1_000_000;
  private static final int[] MILLIONS = {1, 10};
  private static final long PATIENCE_SECONDS = 120;

  private static final Pass[] PASSES = {Pass.TEXT, Pass.NAMES, Pass.ENTITIES, Pass.EVERYTHING};

  private WorstCases() {}

  private enum Kind {
    MARKS("\""),
    CURLY_MARKS("\u201c"),
    CLOSING_MARKS("\u201d"),
    MARKS_APART("\" "),
    APOSTROPHES("'"),
    BRACKETS(")"),
    HYPHENS("Spain-"),
    SENTENCE("she said he "),
    CAPITALS("A"),
    CAPITAL_WORDS("Ada Quill "),
    HEADLINE_WORDS("QUILL OF ARDEN "),
    QUOTES("\"We go,\" Ada Quill said. "),
    LINES("A\n"),
    POINTS("."),
    PROSE("The mayor said that she would go. ");

    private final String piece;

    Kind(String piece) {
      this.piece = piece;
    }

    String text(int length) {
      return piece.repeat(length / piece.length() + 1).substring(0, length);
    }
  }

  /** Without arguments all cases; with a kind and millions of characters that one, here. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 0) {
      one(Kind.valueOf(args[0]), Integer.parseInt(args[1]));
      return;
    }
    System.out.printf("%-16s %3s  milliseconds a pass, then memory%n", "", "MB");
    for (Kind kind : Kind.values()) {
      for (int millions : MILLIONS) {
        if (!apart(kind, millions)) {
          break;
        }
      }
    }
  }

  private static boolean apart(Kind kind, int millions) throws IOException, InterruptedException {
    System.out.printf(Locale.ROOT, "%-16s %3d ", kind, millions);
    System.out.flush();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-Xmx4g",
                    "-XX:+UseSerialGC",
                    "-cp",
                    classes,
                    WorstCases.class.getName(),
                    kind.name(),
                    String.valueOf(millions)))
            .inheritIO()
            .start();
    if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      return process.exitValue() == 0;
    }
    process.destroyForcibly().waitFor();
    System.out.println(" ended after " + PATIENCE_SECONDS + " s");
    return false;
  }

  private static void one(Kind kind, int millions) throws IOException {
    Passes passes = new Passes();
    String small = kind.text(MILLION / 100);
    for (int i = 0; i < 20; i++) {
      for (Pass pass : PASSES) {
        passes.read(pass, small);
      }
    }
    String text = kind.text(millions * MILLION);
    for (Pass pass : PASSES) {
      long begun = System.nanoTime();
      passes.read(pass, text);
      System.out.printf(Locale.ROOT, " %s %d", pass, (System.nanoTime() - begun) / MILLION);
      System.out.flush();
    }
    System.out.println("; " + PlainRun.resident());
  }
}
