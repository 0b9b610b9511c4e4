package onrecord.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedFiguresTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeTheFile() throws IOException {
    file =
        Files.writeString(
            folder.resolve("some.figures"),
            "# For people.\n\nseeds/  quotes_f1  0.8000\nseeds/  calibration_error 0.1000\n");
  }

  @Test
  void halfAPointLessIsLetPassAndMoreIsNot() throws IOException {
    assertEquals(List.of(), compare(0.795, 0.105).worse());
    assertEquals(
        List.of("seeds/ quotes_f1: 0.8000 committed, 0.7900 now, 1.00 points worse"),
        compare(0.79, 0.1).worse());
  }

  @Test
  void anErrorThatGrowsIsWorse() throws IOException {
    assertEquals(
        List.of("seeds/ calibration_error: 0.1000 committed, 0.1200 now, 2.00 points worse"),
        compare(0.8, 0.12).worse());
  }

  @Test
  void morethanAPointBetterAsksToBeCommitted() throws IOException {
    assertEquals(List.of(), compare(0.809, 0.1).better());
    assertEquals(
        List.of(
            "seeds/ quotes_f1: 0.8000 committed, 0.8200 now, 2.00 points better",
            "seeds/ calibration_error: 0.1000 committed, 0.0500 now, 5.00 points better"),
        compare(0.82, 0.05).better());
  }

  @Test
  void renewedTheFileKeepsItsWordsAndTakesTheValues() throws IOException {
    new CommittedFigures(file).renew(reports(0.9, 0.05));
    assertEquals(
        "# For people.\n\nseeds/  quotes_f1  0.9000\nseeds/  calibration_error 0.0500\n",
        Files.readString(file));
  }

  @Test
  void aFigureThatIsNoneIsSaidSo() throws IOException {
    CommittedFigures committed = new CommittedFigures(file);
    assertThrows(IllegalStateException.class, () -> committed.compare(Map.of()));
  }

  private CommittedFigures.Comparison compare(double quotes, double error) throws IOException {
    return new CommittedFigures(file).compare(reports(quotes, error));
  }

  private static Map<String, Figures> reports(double quotes, double error) {
    Figures figures = new Figures();
    figures.share("quotes_f1", quotes);
    figures.error("calibration_error", error);
    return Map.of("seeds/", figures);
  }
}
