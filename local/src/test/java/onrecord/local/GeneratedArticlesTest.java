package onrecord.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import onrecord.events.Article;
import org.junit.jupiter.api.Test;

class GeneratedArticlesTest {
  private static final Path SEEDS = Path.of("..", "seeds");

  @Test
  void theSameSeedGivesTheSameArticles() throws IOException {
    assertEquals(GeneratedArticles.of(SEEDS, 40, 7), GeneratedArticles.of(SEEDS, 40, 7));
  }

  @Test
  void anotherSeedGivesOthers() throws IOException {
    assertNotEquals(GeneratedArticles.of(SEEDS, 1, 7), GeneratedArticles.of(SEEDS, 1, 8));
  }

  @Test
  void noTwoArticlesAreTheSame() throws IOException {
    assertEquals(
        400,
        GeneratedArticles.of(SEEDS, 400, 7).values().stream()
            .map(Article::body)
            .distinct()
            .count());
  }
}
