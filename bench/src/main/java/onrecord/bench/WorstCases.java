package onrecord.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import onrecord.enrich.Enricher;
import onrecord.events.Article;
import onrecord.events.ArticleBuilder;

/**
 * What the worst texts cost: nothing but one thing, one and ten million characters of it. Each in a
 * process of its own with a small heap, so that its memory is seen and a pass that isn't linear can
 * be ended; time must grow tenfold, not a hundredfold. Last a million characters as an article, on
 * its way down the ladder of steps; of texts whose work grows with the square only that.
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
    PROSE("The mayor said that she would go. "),
    NESTED_MARKS("\u201ca \u2018b "),
    OPEN_MARKS("'a "),
    CUES("said "),
    CUES_OF_CLAUSES("said that "),
    PRONOUNS("He saw her. "),
    INITIALS("A. "),
    TITLES("President Ada Quill met Mayor Quill. "),
    ROLES("Ada Quill, the mayor of Arden, met. The mayor sat. "),
    FIRST_PERSONS("\"We go there now.\" "),
    FAMILY("I and my uncle "),
    SCRIPT("HARLAN: we go there.\n"),
    ITEMS("\u2022 a\n"),
    BODIES("Arden Corp. said it met. The company sat. "),
    DATES("Nov. 24, 2026, "),
    EMOJI("\ud83d\ude00"),
    ACCENTS("e\u0301"),
    ONE_LETTERS_ACCENTS("A", "\u0301"),
    BODIES_THEN_PRONOUNS("Arden Corp. and ", "he "),
    BODIES_THEN_SENTENCES("Arden Corp. and ", "He sat. "),
    BODIES_THEN_FAMILY("Arden Corp. and ", "his lawyer and ");

    /** The text's first half; null when all of it is the piece. */
    private final String first;

    private final String piece;

    Kind(String piece) {
      this(null, piece);
    }

    /** A text whose work grows with the square. */
    Kind(String first, String piece) {
      this.first = first;
      this.piece = piece;
    }

    String text(int length) {
      return first == null
          ? text(piece, length)
          : text(first, first.length() == 1 ? 1 : length / 2) + text(piece, length / 2);
    }

    private static String text(String piece, int length) {
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
    for (Pass pass : kind.first == null ? PASSES : new Pass[0]) {
      long begun = System.nanoTime();
      passes.read(pass, text);
      System.out.printf(Locale.ROOT, " %s %d", pass, (System.nanoTime() - begun) / MILLION);
      System.out.flush();
    }
    if (millions == 1) {
      System.out.print(asArticle(capped(text)));
    }
    System.out.println("; " + PlainRun.resident());
  }

  /** As much of a text as the door takes, in whole characters. */
  private static String capped(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int end = Math.min(bytes.length, Article.MAX_BODY_BYTES);
    while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /** The whole ladder, within the budget that an article has. */
  private static String asArticle(String text) {
    Article article =
        new ArticleBuilder("a")
            .pubStatus(Article.USABLE)
            .ingestedAt(Instant.EPOCH)
            .body(text)
            .build();
    Enricher enricher = new Enricher();
    long begun = System.nanoTime();
    List<String> degraded = enricher.enrichToBytes(article, 0).article().degraded();
    long millis = (System.nanoTime() - begun) / MILLION;
    return " ARTICLE " + millis + " " + degraded;
  }
}
