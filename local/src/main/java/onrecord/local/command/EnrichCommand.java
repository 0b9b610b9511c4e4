package onrecord.local.command;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
    description = "Reads articles and writes their enriched events, one a line, without Kafka.",
    exitCodeList = {
      "0:every article was enriched",
      "1:some were refused, each named on stderr",
      "2:wrong arguments",
      "69:a file isn't there or can't be read"
    })
final class EnrichCommand implements Callable<Integer> {
  /**
   * The time of arrival of an article that is only looked at: always the same, so that the same
   * article gives the same bytes.
   */
  private static final Clock NO_TIME = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private static final int BUFFER_BYTES = 1 << 16;

  /** What is written. */
  enum Format {
    EVENT,
    SCORE
  }

  private final Surroundings around;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files and folders (.txt, .json, .ndjson, .jsonl); - is standard input.")
  private List<Path> files;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "event",
      description =
          "event: as on the topic. score: lines of id and text in, lines for scorers out (default:"
              + " ${DEFAULT-VALUE}).")
  private Format format;

  @Option(names = "--pretty", description = "For people: the text with its finds in colour.")
  private boolean pretty;

  private Enricher enricher;
  private OutputStream out;
  private boolean refused;

  EnrichCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    enricher = new Enricher();
    try (OutputStream stream = new BufferedOutputStream(around.terminal().out(), BUFFER_BYTES)) {
      out = stream;
      for (Path file : files) {
        boolean standard = file.toString().equals("-");
        if (format == Format.SCORE) {
          score(standard, file);
        } else if (standard) {
          new ArticleFiles(NO_TIME).read(around.in(), "standard input", this::take);
        } else {
          for (Path found : ArticleFiles.find(List.of(file))) {
            new ArticleFiles(NO_TIME).read(found, this::take);
          }
        }
      }
    } catch (IOException e) {
      around.terminal().err().println(e.getMessage());
      return ExitCode.UNAVAILABLE;
    }
    return refused ? ExitCode.SOME_REFUSED : ExitCode.DONE;
  }

  private void score(boolean standard, Path file) throws IOException {
    try (InputStream in =
        new BufferedInputStream(
            standard ? around.in() : Files.newInputStream(file), BUFFER_BYTES)) {
      ScoreFormat lines =
          new ScoreFormat(
              text -> {
                Enricher.Findings findings = enricher.find(text);
                return new ScoreFormat.Findings(findings.entities(), findings.quotes());
              },
              out,
              around.terminal().err());
      refused |= !lines.answer(in, standard ? "standard input" : file.toString());
    }
  }

  private void take(Incoming incoming) {
    if (incoming instanceof Refusal refusal) {
      around.terminal().err().println("refused: " + refusal.sentence());
      refused = true;
      return;
    }
    Article article = ((Incoming.Received) incoming).article();
    Enricher.Enriched enriched = enricher.enrichToBytes(article, 0);
    try {
      if (pretty) {
        boolean colors = around.terminal().colors();
        out.write(
            PrettyArticle.of(enriched.article(), colors)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      } else {
        out.write(enriched.bytes());
      }
      out.write('\n');
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
