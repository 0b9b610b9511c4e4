package onrecord.evaluate;

import java.util.ArrayList;
import java.util.List;

/** Whether a system is right as often as it says it is, in ten bins of confidence. */
public final class Calibration {
  private static final int BINS = 10;

  private final int[] counts = new int[BINS];
  private final int[] right = new int[BINS];
  private final double[] confidence = new double[BINS];

  /**
   * A bin of the reliability table.
   *
   * @param from the least confidence in it
   * @param to the confidence where the next begins
   * @param count how many answers
   * @param confidence their mean confidence
   * @param right which share of them is right
   */
  public record Bin(double from, double to, int count, double confidence, double right) {}

  /** Adds an answer; one without a confidence is left out. */
  void add(double said, boolean isRight) {
    if (Double.isNaN(said)) {
      return;
    }
    int bin = Math.min(BINS - 1, (int) (said * BINS));
    counts[bin]++;
    confidence[bin] += said;
    if (isRight) {
      right[bin]++;
    }
  }

  /** How many answers there are. */
  public int count() {
    int all = 0;
    for (int count : counts) {
      all += count;
    }
    return all;
  }

  /** The expected calibration error: how far confidence and truth are apart, in the mean. */
  public double error() {
    double apart = 0;
    for (int bin = 0; bin < BINS; bin++) {
      apart += Math.abs(confidence[bin] - right[bin]);
    }
    return count() == 0 ? 0 : apart / count();
  }

  /** The reliability table: the bins that hold answers. */
  public List<Bin> table() {
    List<Bin> table = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        table.add(
            new Bin(
                (double) bin / BINS,
                (double) (bin + 1) / BINS,
                counts[bin],
                confidence[bin] / counts[bin],
                (double) right[bin] / counts[bin]));
      }
    }
    return table;
  }
}
