package onrecord.local.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import onrecord.enrich.Enricher;
import onrecord.events.Article;
import onrecord.ingest.ArticleFiles;
import onrecord.ingest.Incoming;
import onrecord.ingest.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord enrich}: articles in, enriched events out, without Kafka. */
@Command(
    name = "enrich",
    description = {
      "Enriches articles without Kafka: the same engine, the same bytes as on the topic.",
      "",
      "Reads .txt, .json, .ndjson, .jsonl, folders of them, or the standard input; writes one event"
          + " a line. As these articles never came in, their ingestedAt is 1970-01-01, so that the"
          + " same articles give the same bytes.",
      "",
      "With --format score it reads lines {\"id\",\"text\"}, takes each text exactly as given, and"
          + " writes the findings with offsets in Unicode code points, in the same order."
    },
    exitCodeList = {
      "0:everything was enriched",
      "1:some of it couldn't be read and was left out",
      "2:wrong arguments, or a file that can't be read"
    })
final class EnrichCommand implements Callable<Integer> {
  private static final Clock NEVER = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final int BUFFER = 1 << 16;

  private final Surroundings around;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE|FOLDER|-",
      arity = "1..*",
      description = "Where articles are; - is the standard input.")
  private List<Path> named;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "events",
      description = "events, pretty or score (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Option(
      names = "--pretty",
      description = "For people: the text with its finds in colour. The same as --format pretty.")
  private boolean pretty;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "always, never, or auto: when a person reads and NO_COLOR isn't set (default:"
              + " ${DEFAULT-VALUE}).")
  private Color color;

  private boolean allRead = true;

  /** How the findings are written. */
  private enum Format {
    EVENTS,
    PRETTY,
    SCORE
  }

  /** When colours are used. */
  private enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  EnrichCommand(Surroundings around) {
    this.around = around;
    this.terminal = around.terminal();
  }

  @Override
  public Integer call() {
    // The terminal's own stream would write every line for itself.
    try (OutputStream out = new BufferedOutputStream(terminal.out(), BUFFER)) {
      if (format == Format.SCORE) {
        score(out);
      } else {
        enrich(out);
      }
    } catch (IOException | UncheckedIOException e) {
      terminal.err().println("The articles can't be read: " + e.getMessage());
      return ExitCode.WRONG_USAGE;
    }
    return allRead ? ExitCode.DONE : ExitCode.SOME_REFUSED;
  }

  private void score(OutputStream out) throws IOException {
    ScoreFormat score = new ScoreFormat(new Enricher()::find, out, terminal.err());
    for (Path path : named) {
      if (path.equals(ArticleInput.STANDARD)) {
        allRead &= score.answer(around.in(), path.toString());
      } else {
        try (InputStream in = Files.newInputStream(path)) {
          allRead &= score.answer(in, path.toString());
        }
      }
    }
  }

  private void enrich(OutputStream out) throws IOException {
    Enricher enricher = new Enricher();
    ArticleFiles reader = new ArticleFiles(NEVER);
    for (ArticleInput input : ArticleInput.of(named, around.in())) {
      input.read(reader, incoming -> write(incoming, enricher, out));
    }
  }

  private void write(Incoming incoming, Enricher enricher, OutputStream out) {
    if (incoming instanceof Refusal refusal) {
      terminal.err().println("refused  " + refusal.sentence());
      allRead = false;
      return;
    }
    Article article = ((Incoming.Received) incoming).article();
    Enricher.Enriched enriched = enricher.enrichToBytes(article, NEVER.millis());
    try {
      if (pretty || format == Format.PRETTY) {
        out.write(PrettyArticle.of(enriched.article(), colors()).getBytes(StandardCharsets.UTF_8));
      } else {
        out.write(enriched.bytes());
      }
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean colors() {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> terminal.colors() && terminal.outIsScreen();
    };
  }
}
