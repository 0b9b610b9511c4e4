package onrecord.train.quotes;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import onrecord.enrich.quotes.Features;

/**
 * Learns a weight for each feature from choices: candidates of which one or several are right, the
 * likelihood of the right ones made as great as can be, in steps that grow smaller for features
 * that were often seen. The same lessons in the same order give the same weights.
 */
final class Learner {
  private static final float RATE = 0.04f;
  private static final float DECAY = 1e-4f;

  private final float[] weights = new float[Features.PLACES];
  private final float[] squares = new float[Features.PLACES];

  /** Candidates of which some are right. */
  static final class Choice {
    private final int[][] features;
    private final boolean[] right;

    Choice(int[][] features, boolean[] right) {
      this.features = features;
      this.right = right;
    }

    /** A question with the answers no, which has no features, and yes. */
    static Choice yesOrNo(Features features, boolean yes) {
      return new Choice(new int[][] {{}, copy(features)}, new boolean[] {!yes, yes});
    }

    static int[] copy(Features features) {
      int[] copy = new int[features.count()];
      for (int i = 0; i < copy.length; i++) {
        copy[i] = features.at(i);
      }
      return copy;
    }
  }

  float[] weights() {
    return weights;
  }

  Learner copy() {
    Learner copy = new Learner();
    System.arraycopy(weights, 0, copy.weights, 0, weights.length);
    System.arraycopy(squares, 0, copy.squares, 0, squares.length);
    return copy;
  }

  /** Learns the choices; the weights are the mean over the last half of the epochs. */
  void learn(List<Choice> choices, int epochs, long seed) {
    int[] order = new int[choices.size()];
    Arrays.setAll(order, i -> i);
    Random random = new Random(seed);
    float[] sum = new float[weights.length];
    int summed = 0;
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swap = order[i];
        order[i] = order[j];
        order[j] = swap;
      }
      for (int i : order) {
        step(choices.get(i));
      }
      if (epoch >= epochs / 2) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] += weights[i];
        }
        summed++;
      }
    }
    if (summed > 0) {
      for (int i = 0; i < sum.length; i++) {
        weights[i] = sum[i] / summed;
      }
    }
  }

  private void step(Choice choice) {
    int[][] features = choice.features;
    int count = features.length;
    double[] scores = new double[count];
    double most = Double.NEGATIVE_INFINITY;
    double mostRight = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < count; c++) {
      float score = 0;
      for (int at : features[c]) {
        score += weights[at];
      }
      scores[c] = score;
      most = Math.max(most, score);
      if (choice.right[c]) {
        mostRight = Math.max(mostRight, score);
      }
    }
    double all = 0;
    double right = 0;
    for (int c = 0; c < count; c++) {
      all += Math.exp(scores[c] - most);
      if (choice.right[c]) {
        right += Math.exp(scores[c] - mostRight);
      }
    }
    for (int c = 0; c < count; c++) {
      double is = Math.exp(scores[c] - most) / all;
      double shouldBe = choice.right[c] ? Math.exp(scores[c] - mostRight) / right : 0;
      float slope = (float) (is - shouldBe);
      if (Math.abs(slope) < 1e-4f) {
        continue;
      }
      for (int at : features[c]) {
        float g = slope + DECAY * weights[at];
        squares[at] += g * g;
        weights[at] -= RATE * g / (float) Math.sqrt(squares[at] + 1f);
      }
    }
  }
}
