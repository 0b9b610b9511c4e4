package onrecord.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private final Calibration calibration = new Calibration();

  @Test
  void theErrorIsTheMeanDistanceOfTheBins() {
    // Bin .9: says .95, right half of the time; bin .5: says .5, right half of the time.
    calibration.add(0.95, true);
    calibration.add(0.95, false);
    calibration.add(0.5, true);
    calibration.add(0.5, false);
    assertEquals((2 * 0.45 + 2 * 0) / 4, calibration.error(), 1e-12);
    assertEquals(
        List.of(
            new Calibration.Bin(0.5, 0.6, 2, 0.5, 0.5), new Calibration.Bin(0.9, 1, 2, 0.95, 0.5)),
        calibration.table());
  }

  @Test
  void fullConfidenceBelongsToTheLastBin() {
    calibration.add(1, true);
    assertEquals(0.9, calibration.table().get(0).from());
    assertEquals(0, calibration.error());
  }

  @Test
  void anAnswerWithoutConfidenceIsLeftOut() {
    calibration.add(Double.NaN, true);
    assertEquals(0, calibration.count());
    assertEquals(0, calibration.error());
  }
}
