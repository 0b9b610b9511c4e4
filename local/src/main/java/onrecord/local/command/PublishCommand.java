package onrecord.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import onrecord.events.Article;
import onrecord.ingest.ArticleFiles;
import onrecord.ingest.Incoming;
import onrecord.ingest.Publisher;
import onrecord.ingest.Refusal;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code onrecord publish}: articles out of files to their topic. */
@Command(
    name = "publish",
    description = "Puts the articles of files and folders on their topic.",
    exitCodeList = {
      "0:Kafka has every article",
      "1:some were refused, each named on stderr",
      "2:wrong arguments",
      "69:Kafka can't be reached, or a file isn't there"
    })
final class PublishCommand implements Callable<Integer> {
  private static final int MAX_IN_FLIGHT_BYTES = 64 << 20;
  private static final Duration DELIVERY = Duration.ofSeconds(30);

  private final Surroundings around;

  @Mixin private final Broker broker = new Broker();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files and folders (.txt, .json, .ndjson, .jsonl); - is standard input.")
  private List<Path> files;

  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();

  PublishCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    PrintStream err = around.terminal().err();
    ArticleFiles reader = new ArticleFiles(Clock.systemUTC());
    // Closing waits for what is on its way.
    try (Publisher publisher =
        Publisher.to(broker.clients(around.home()), MAX_IN_FLIGHT_BYTES, DELIVERY)) {
      for (Path file : files) {
        if (file.toString().equals("-")) {
          reader.read(around.in(), "standard input", incoming -> take(incoming, publisher));
        } else {
          for (Path found : ArticleFiles.find(List.of(file))) {
            reader.read(found, incoming -> take(incoming, publisher));
          }
        }
      }
    } catch (IOException | KafkaException e) {
      err.println(e.getMessage());
      return ExitCode.UNAVAILABLE;
    }
    if (lost.get() > 0) {
      err.println(lost.get() + " articles did not reach Kafka; publish them again");
      return ExitCode.UNAVAILABLE;
    }
    return refused.get() > 0 ? ExitCode.SOME_REFUSED : ExitCode.DONE;
  }

  // What the future tells is told by its callback; closing the publisher waits for it.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void take(Incoming incoming, Publisher publisher) {
    Terminal terminal = around.terminal();
    if (incoming instanceof Refusal refusal) {
      terminal.err().println("refused: " + refusal.sentence());
      refused.incrementAndGet();
      return;
    }
    Article article = ((Incoming.Received) incoming).article();
    try {
      publisher
          .publish(article, DELIVERY)
          .whenComplete(
              (place, failure) -> {
                if (failure == null) {
                  terminal
                      .out()
                      .println(
                          "accepted "
                              + article.id()
                              + " version "
                              + article.order(0)
                              + " at "
                              + place.topic()
                              + " "
                              + place.partition()
                              + " "
                              + place.offset());
                } else {
                  terminal
                      .err()
                      .println("not accepted " + article.id() + ": " + failure.getMessage());
                  lost.incrementAndGet();
                }
              });
    } catch (Publisher.Busy e) {
      terminal.err().println("not accepted " + article.id() + ": " + e.getMessage());
      lost.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
