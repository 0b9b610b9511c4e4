package onrecord.train.names;

import java.util.Arrays;
import onrecord.enrich.names.Labels;

/**
 * How likely each label of each token of a stretch is, all ways through it taken together (forward
 * and backward sums of a conditional random field). Sums are kept as they are, scaled token by
 * token. For one thread.
 */
final class LabelChain {
  private static final int COUNT = Labels.COUNT;

  private double[] local = new double[64 * COUNT];
  private double[] forward = new double[64 * COUNT];
  private double[] backward = new double[64 * COUNT];

  /** By token and label; what {@link #sum} found. */
  double[] likely = new double[64 * COUNT];

  /** By label before and label, summed over the stretch. */
  final double[] likelyPairs = new double[COUNT * COUNT];

  private final double[] follows = new double[COUNT * COUNT];

  /**
   * Sums over all ways.
   *
   * @param scores by token and label
   * @param follow the weights of a label behind another
   */
  void sum(float[] scores, int length, float[] follow) {
    room(length);
    for (int i = 0; i < follow.length; i++) {
      follows[i] = Math.exp(follow[i]);
    }
    for (int i = 0; i < length; i++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int label = 0; label < COUNT; label++) {
        most = Math.max(most, scores[i * COUNT + label]);
      }
      for (int label = 0; label < COUNT; label++) {
        local[i * COUNT + label] = Math.exp(scores[i * COUNT + label] - most);
      }
    }
    forward(length);
    backward(length);
    Arrays.fill(likelyPairs, 0);
    for (int i = 0; i < length; i++) {
      double all = 0;
      for (int label = 0; label < COUNT; label++) {
        likely[i * COUNT + label] = forward[i * COUNT + label] * backward[i * COUNT + label];
        all += likely[i * COUNT + label];
      }
      for (int label = 0; label < COUNT; label++) {
        likely[i * COUNT + label] /= all;
      }
      if (i > 0) {
        pairs(i);
      }
    }
  }

  private void pairs(int i) {
    int here = i * COUNT;
    int before = here - COUNT;
    double all = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int label = 0; label < COUNT; label++) {
        double behind = local[here + label] * backward[here + label];
        for (int from : Labels.before(label)) {
          double p = forward[before + from] * follows[from * COUNT + label] * behind;
          if (pass == 0) {
            all += p;
          } else {
            likelyPairs[from * COUNT + label] += p / all;
          }
        }
      }
    }
  }

  private void forward(int length) {
    for (int label = 0; label < COUNT; label++) {
      forward[label] = Labels.opens(label) ? local[label] : 0;
    }
    for (int i = 1; i < length; i++) {
      int here = i * COUNT;
      double all = 0;
      for (int label = 0; label < COUNT; label++) {
        double sum = 0;
        for (int from : Labels.before(label)) {
          sum += forward[here - COUNT + from] * follows[from * COUNT + label];
        }
        forward[here + label] = sum * local[here + label];
        all += forward[here + label];
      }
      for (int label = 0; label < COUNT; label++) {
        forward[here + label] /= all;
      }
    }
  }

  private void backward(int length) {
    int last = (length - 1) * COUNT;
    for (int label = 0; label < COUNT; label++) {
      backward[last + label] = Labels.ends(label) ? 1 : 0;
    }
    for (int i = length - 2; i >= 0; i--) {
      int here = i * COUNT;
      Arrays.fill(backward, here, here + COUNT, 0);
      double all = 0;
      for (int label = 0; label < COUNT; label++) {
        double behind = local[here + COUNT + label] * backward[here + COUNT + label];
        for (int from : Labels.before(label)) {
          backward[here + from] += follows[from * COUNT + label] * behind;
        }
      }
      for (int label = 0; label < COUNT; label++) {
        all += backward[here + label];
      }
      for (int label = 0; label < COUNT; label++) {
        backward[here + label] /= all;
      }
    }
  }

  private void room(int length) {
    if (local.length < length * COUNT) {
      local = new double[length * COUNT];
      forward = new double[length * COUNT];
      backward = new double[length * COUNT];
      likely = new double[length * COUNT];
    }
  }
}
