package onrecord.train.names;

import java.util.Arrays;
import java.util.Random;
import onrecord.enrich.names.Labels;
import onrecord.enrich.names.NameModel;

/**
 * Fits the weights of a conditional random field by gradients with steps of their own for each
 * weight (AdaGrad). An example that counts less takes smaller steps: to scale its gradient would do
 * nothing, as AdaGrad divides by it. In some visits the features that know the very word are
 * hidden, so that the others learn to do without. The same examples give the same weights.
 */
final class NameTrainer {
  private static final int COUNT = Labels.COUNT;

  /** A feature whose weights are all smaller is left out: fewer than half do as well. */
  private static final float LEAST = 5.5f / 32;

  private final Examples examples;
  private final Settings settings;
  private final int[] features;
  private final float[] weights;
  private final float[] squares;
  private final float[] follows = new float[COUNT * COUNT];
  private final float[] followSquares = new float[COUNT * COUNT];
  private final LabelChain chain = new LabelChain();
  private final double[] slope = new double[COUNT];
  private float[] scores = new float[64 * COUNT];

  /**
   * How to train.
   *
   * @param epochs how often each example is visited
   * @param step the first step's size
   * @param shrink how much of a weight each of its steps takes back
   * @param hide in which share of the visits the words are hidden
   * @param atLeast how often a feature must be seen
   */
  record Settings(int epochs, double step, double shrink, double hide, int atLeast) {}

  NameTrainer(Examples examples, Settings settings) {
    this.examples = examples;
    this.settings = settings;
    features = examples.number(settings.atLeast);
    weights = new float[features.length * COUNT];
    squares = new float[features.length * COUNT];
  }

  NameModel train() {
    float[] sums = new float[weights.length];
    float[] followSums = new float[follows.length];
    int summed = 0;
    int[] order = new int[examples.count()];
    Arrays.setAll(order, i -> i);
    Random random = new Random(7);
    for (int epoch = 0; epoch < settings.epochs; epoch++) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swap = order[i];
        order[i] = order[j];
        order[j] = swap;
      }
      double step = settings.step * (1 - 0.85 * epoch / settings.epochs);
      for (int stretch : order) {
        learn(stretch, step, random.nextDouble() < settings.hide);
      }
      // The last visits pull this way and that: their mean is steadier than the last of them.
      if (epoch >= settings.epochs / 2) {
        add(weights, sums);
        add(follows, followSums);
        summed++;
      }
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = sums[i] / summed;
    }
    for (int i = 0; i < follows.length; i++) {
      follows[i] = followSums[i] / summed;
    }
    return model();
  }

  private static void add(float[] some, float[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += some[i];
    }
  }

  private void learn(int stretch, double step, boolean hidden) {
    int first = examples.first(stretch);
    int length = examples.end(stretch) - first;
    if (scores.length < length * COUNT) {
      scores = new float[length * COUNT];
    }
    Arrays.fill(scores, 0, length * COUNT, 0);
    for (int i = 0; i < length; i++) {
      int at = i * COUNT;
      int end = examples.endFeature(first + i);
      for (int f = examples.firstFeature(first + i, hidden); f < end; f++) {
        int row = examples.feature(f) * COUNT;
        if (row >= 0) {
          for (int label = 0; label < COUNT; label++) {
            scores[at + label] += weights[row + label];
          }
        }
      }
    }
    chain.sum(scores, length, follows);
    float size = (float) step * examples.weight(stretch);
    for (int i = 0; i < length; i++) {
      int gold = examples.label(first + i);
      boolean right = true;
      for (int label = 0; label < COUNT; label++) {
        slope[label] = chain.likely[i * COUNT + label] - (label == gold ? 1 : 0);
        right &= Math.abs(slope[label]) < 0.002;
      }
      if (right) {
        continue;
      }
      int end = examples.endFeature(first + i);
      for (int f = examples.firstFeature(first + i, hidden); f < end; f++) {
        int row = examples.feature(f) * COUNT;
        if (row >= 0) {
          descend(row, size);
        }
      }
    }
    follow(first, length, size);
  }

  private void descend(int row, float size) {
    float shrink = (float) settings.shrink;
    for (int label = 0; label < COUNT; label++) {
      float g = (float) slope[label];
      int at = row + label;
      squares[at] += g * g;
      float rate = size / (float) Math.sqrt(squares[at] + 1e-4f);
      weights[at] -= rate * (g + shrink * weights[at]);
    }
  }

  private void follow(int first, int length, float size) {
    for (int i = 1; i < length; i++) {
      chain.likelyPairs[examples.label(first + i - 1) * COUNT + examples.label(first + i)]--;
    }
    if (length > 1) {
      for (int pair = 0; pair < follows.length; pair++) {
        float g = (float) chain.likelyPairs[pair];
        if (g != 0) {
          followSquares[pair] += g * g;
          follows[pair] -= size * g / (float) Math.sqrt(followSquares[pair] + 1e-4f);
        }
      }
    }
  }

  private NameModel model() {
    int[] kept = new int[features.length];
    float[] rows = new float[weights.length];
    int count = 0;
    for (int f = 0; f < features.length; f++) {
      boolean matters = false;
      for (int label = 0; label < COUNT; label++) {
        matters |= Math.abs(weights[f * COUNT + label]) >= LEAST;
      }
      if (matters) {
        kept[count] = features[f];
        System.arraycopy(weights, f * COUNT, rows, count * COUNT, COUNT);
        count++;
      }
    }
    return NameModel.of(Arrays.copyOf(kept, count), rows, follows);
  }
}
