package onrecord.bench.copies;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CopyScoreTest {
  private static final Path ARTICLES = Path.of("../../shared/data/sample-articles");

  @Test
  void everyKindOfEditIsFoundAndLittleElse() throws IOException {
    assumeTrue(Files.isDirectory(ARTICLES), "the articles aren't beside the project");

    assertAll(
        CopyScore.score(List.of(ARTICLES), 11).stream()
            .flatMap(
                score ->
                    Stream.<Executable>of(
                        () -> assertTrue(score.recall() >= 0.95, score::toString),
                        () -> assertTrue(score.precision() >= 0.97, score::toString))));
  }
}
