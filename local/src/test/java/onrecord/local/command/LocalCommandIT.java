package onrecord.local.command;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import onrecord.local.Addresses;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code onrecord local} with a good article and an empty one; while it stays up, the other
 * commands beside it; then Ctrl-C.
 */
class LocalCommandIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private static Path home;

  private static Typed local;
  private static Typed topics;
  private static Typed publish;
  private static Typed tail;
  private static Optional<Addresses> addressesAfterwards;

  @BeforeAll
  static void everythingRunsAndIsStopped() throws Exception {
    Path articles = Files.createDirectory(home.resolve("articles"));
    Files.writeString(articles.resolve("ferry.txt"), "“We stay,” Mayor Ilse Tarn said.\n");
    Files.writeString(articles.resolve("empty.txt"), "");
    CompletableFuture<Typed> ended = new CompletableFuture<>();
    Thread command =
        new Thread(
            () ->
                ended.complete(
                    Typed.command(
                        home,
                        "local",
                        "--kafka-port=0",
                        "--postgres-port=0",
                        "--ingest-port=0",
                        "--desk-port=0",
                        articles.toString())));
    command.start();
    AtomicReference<Optional<Addresses>> found = new AtomicReference<>(Optional.empty());
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              found.set(Addresses.find(home));
              return found.get().isPresent();
            });
    // Waits for the quote of the article that local sends, so that the article is on its way.
    tail = Typed.command(home, "tail", "quotes", "--from-beginning", "--count", "1");
    topics = Typed.command(home, "topics");
    publish = Typed.withInput("Rain fell on Maristow.", home, "publish", "-");
    // What Ctrl-C does to the command.
    await().atMost(PATIENCE).until(() -> command.getState() == Thread.State.WAITING);
    command.interrupt();
    local = ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    addressesAfterwards = Addresses.find(home);
  }

  @Test
  void theTableSaysWhoSpeaks() {
    assertTrue(local.out().contains("Ilse Tarn"), local.out());
  }

  @Test
  void theRefusedArticleIsNamedAndInTheExitCode() {
    assertTrue(local.err().contains("empty.txt"), local.err());
    assertEquals(1, local.code());
  }

  @Test
  void theFirstArticlesTimeIsSaid() {
    assertTrue(local.out().contains("The first was stored "), local.out());
  }

  @Test
  void theOtherCommandsFindTheTopics() {
    assertEquals(0, topics.code(), topics.err());
    assertEquals(5, topics.out().lines().count());
  }

  @Test
  void tailShowsTheQuote() {
    assertEquals("+ Ilse Tarn (Mayor): “We stay,” ferry\n", tail.out());
  }

  @Test
  void publishSaysWhereTheArticleStands() {
    assertTrue(publish.out().startsWith("accepted  text~"), publish.out() + publish.err());
    assertEquals(0, publish.code());
  }

  @Test
  void afterwardsNothingIsFoundAnyMore() {
    assertEquals(Optional.empty(), addressesAfterwards);
  }
}
