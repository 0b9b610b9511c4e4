package onrecord.evaluate;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import onrecord.enrich.Enricher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every text of the shared data is read to its end: an evaluation throws what the engine throws,
 * where a service would publish a degraded event.
 */
class EveryTextTest {
  private static final Path DATA = Texts.SHARED.resolve("data");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quotes/polnear-train.jsonl",
        "names/train/uner-ewt-test.bio",
        "names/train/gum-open-other.bio",
        "names/train/crossner-politics.bio"
      })
  void isRead(String file) throws IOException {
    Texts.need(
        Files.isDirectory(DATA), "Skipped: the shared data doesn't lie beside this working copy");

    assertFalse(
        Evaluation.of(new Enricher(), id -> !HeldOut.holds(id))
            .evaluate(DATA.resolve(file))
            .isEmpty());
  }
}
