package onrecord.bench.copies;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyScoreTest {
  private static final Path ARTICLES = Path.of("../../shared/data/sample-articles");

  @Test
  void everyKindOfEditIsFoundAndLittleElse() throws IOException {
    assumeTrue(Files.isDirectory(ARTICLES), "the articles aren't beside the project");

    assertAll(
        CopyScore.score(List.of(ARTICLES), 11).stream()
            .map(
                score ->
                    () -> {
                      // All six edits at once leave too little: held where it stands.
                      boolean all = score.kind().equals("all of them");
                      assertTrue(score.recall() >= (all ? 0.88 : 0.95), score::toString);
                      assertTrue(score.precision() >= (all ? 0.94 : 0.97), score::toString);
                    }));
  }
}
