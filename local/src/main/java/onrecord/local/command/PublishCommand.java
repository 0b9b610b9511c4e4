package onrecord.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import onrecord.events.Article;
import onrecord.ingest.ArticleFiles;
import onrecord.ingest.Incoming;
import onrecord.ingest.Publisher;
import onrecord.ingest.Refusal;
import onrecord.service.KafkaClients;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord publish}: articles out of files onto their topic. */
@Command(
    name = "publish",
    description = {
      "Publishes articles out of files and folders: .txt, .json, .ndjson, .jsonl.",
      "",
      "Says of each accepted article its id, version, partition and offset, and of each refused one"
          + " where it stands and why."
    },
    exitCodeList = {
      "0:all articles were accepted",
      "1:some were refused",
      "2:wrong arguments",
      "69:the broker can't be reached"
    })
final class PublishCommand implements Callable<Integer> {
  private static final int IN_FLIGHT_BYTES = 32 << 20;
  private static final int IN_FLIGHT_ARTICLES = 1_000;

  private final Surroundings around;
  private final Terminal terminal;

  @Mixin private final Broker broker = new Broker();

  @Parameters(
      paramLabel = "FILE|FOLDER|-",
      arity = "1..*",
      description = "Where articles are; - is the standard input.")
  private List<Path> named;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long Kafka may take to accept an article (default: ${DEFAULT-VALUE}).")
  private int timeout;

  // What was sent and isn't said yet, in order.
  private final Deque<Sent> sent = new ArrayDeque<>();
  private int accepted;
  private int refused;

  private record Sent(Article article, CompletableFuture<Publisher.Place> place) {}

  /** Kafka doesn't take articles. */
  private static final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unavailable(Throwable cause) {
      super(cause);
    }
  }

  PublishCommand(Surroundings around) {
    this.around = around;
    this.terminal = around.terminal();
  }

  @Override
  public Integer call() throws InterruptedException {
    KafkaClients kafka = broker.clients(around.home());
    ArticleFiles reader = new ArticleFiles(Clock.systemUTC());
    try (Publisher publisher = Publisher.to(kafka, IN_FLIGHT_BYTES, Duration.ofSeconds(timeout))) {
      for (ArticleInput input : ArticleInput.of(named, around.in())) {
        input.read(reader, incoming -> publish(incoming, publisher));
      }
      sayAllBut(0);
    } catch (IOException e) {
      terminal.err().println("The articles can't be read: " + e.getMessage());
      return ExitCode.WRONG_USAGE;
    } catch (Unavailable e) {
      terminal
          .err()
          .println(
              "Kafka at "
                  + kafka.bootstrap()
                  + " doesn't take articles: "
                  + e.getCause().getMessage()
                  + ". Publish again when it does: what was accepted isn't doubled");
      return ExitCode.UNAVAILABLE;
    }
    terminal.err().println(accepted + " accepted, " + refused + " refused");
    return refused == 0 ? ExitCode.DONE : ExitCode.SOME_REFUSED;
  }

  private void publish(Incoming incoming, Publisher publisher) {
    if (incoming instanceof Refusal refusal) {
      refused++;
      terminal
          .err()
          .println(
              "refused  "
                  + refusal.sentence()
                  + (refusal.field() == null ? "" : " (field " + refusal.field() + ")"));
      return;
    }
    Article article = ((Incoming.Received) incoming).article();
    try {
      sent.add(new Sent(article, publisher.publish(article, Duration.ofSeconds(timeout))));
      sayAllBut(IN_FLIGHT_ARTICLES);
    } catch (Publisher.Busy e) {
      throw new Unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable(e);
    }
  }

  /** Waits for the oldest until no more than so many are left. */
  private void sayAllBut(int left) {
    while (sent.size() > left) {
      Sent oldest = sent.remove();
      try {
        Publisher.Place place = oldest.place.get();
        accepted++;
        terminal
            .out()
            .println(
                "accepted  "
                    + oldest.article.id()
                    + "  version "
                    + oldest.article.order(0)
                    + "  partition "
                    + place.partition()
                    + "  offset "
                    + place.offset());
      } catch (ExecutionException e) {
        throw new Unavailable(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Unavailable(e);
      }
    }
  }
}
