package onrecord.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import onrecord.events.Article;
import onrecord.events.Topic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is killed or taken away in the middle, the storage ends up as if nothing had been: each
 * article once, with the same content.
 *
 * <p>Real processes, real {@code kill -9}, articles made of {@code seeds/}. They go the whole way
 * twice: once undisturbed, and once in parts, each of which meets a disturbance of its own. The
 * Maven profile {@code long} makes it thousands of articles and several rounds.
 */
class KillIT {
  private static final Path SEEDS = Path.of("..", "seeds");
  private static final int ARTICLES = Integer.getInteger("onrecord.kill.articles", 200);
  private static final int ROUNDS = Integer.getInteger("onrecord.kill.rounds", 1);
  private static final long SEED = 20261124;

  @TempDir private static Path directory;

  private static Map<String, Article> articles;
  private static Map<String, List<String>> undisturbed;
  private static Map<String, List<String>> disturbed;
  private static Map<String, Integer> events;

  @BeforeAll
  static void sendTheArticlesTheWholeWayTwice() throws Exception {
    Path cache = TestCache.DIRECTORY;
    articles = GeneratedArticles.of(SEEDS, ARTICLES, SEED);
    try (Stage stage = Stage.set(directory.resolve("undisturbed"), cache)) {
      stage.send(articles.values()).get(60, TimeUnit.SECONDS);
      stage.awaitStored(articles.keySet(), ARTICLES);
      undisturbed = stage.rows();
    }
    try (Stage stage = Stage.set(directory.resolve("disturbed"), cache)) {
      List<Article> left = new ArrayList<>(articles.values());
      int strikes = ROUNDS * Disturbance.values().length;
      for (int strike = 0; strike < strikes; strike++) {
        int size = left.size() / (strikes - strike);
        List<Article> part = left.subList(0, size);
        disturb(stage, part, Disturbance.inTurn(strike));
        part.clear();
      }
      disturbed = stage.rows();
      events = stage.keysOn(Topic.ENRICHED);
    }
  }

  /** Strikes while some of the articles are stored and others are on their way. */
  private static void disturb(Stage stage, List<Article> part, Disturbance disturbance)
      throws Exception {
    List<String> ids = part.stream().map(Article::id).toList();
    CompletableFuture<Void> first = stage.send(part.subList(0, part.size() / 2));
    stage.awaitStored(ids, 1);
    CompletableFuture<Void> second = stage.send(part.subList(part.size() / 2, part.size()));
    disturbance.strike(stage);
    int then = stage.stored(ids);
    System.err.println(disturbance + " met " + then + " of " + part.size() + " articles stored");
    first.get(120, TimeUnit.SECONDS);
    second.get(120, TimeUnit.SECONDS);
    stage.awaitStored(ids, part.size());
  }

  @Test
  void everyArticleIsStored() {
    assertEquals(ARTICLES, disturbed.get("article").size());
  }

  @Test
  void articlesAreAsInAnUndisturbedRun() {
    assertEquals(undisturbed.get("article"), disturbed.get("article"));
  }

  @Test
  void entitiesAreAsInAnUndisturbedRun() {
    assertEquals(undisturbed.get("entity"), disturbed.get("entity"));
  }

  @Test
  void mentionsAreAsInAnUndisturbedRun() {
    assertEquals(undisturbed.get("mention"), disturbed.get("mention"));
  }

  @Test
  void quotesAreAsInAnUndisturbedRun() {
    assertEquals(undisturbed.get("quote"), disturbed.get("quote"));
  }

  @Test
  void attitudesAreAsInAnUndisturbedRun() {
    assertEquals(undisturbed.get("attitude"), disturbed.get("attitude"));
  }

  @Test
  void everyArticleHasOneEnrichedEvent() {
    Map<String, Integer> once = new TreeMap<>();
    articles.keySet().forEach(id -> once.put(id, 1));
    assertEquals(once, events);
  }
}
