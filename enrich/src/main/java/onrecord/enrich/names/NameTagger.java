package onrecord.enrich.names;

import java.util.Arrays;

/**
 * Finds the best labels of a stretch by a {@link NameModel}: the sum of what its features and the
 * labels before say (Viterbi). For one thread.
 */
final class NameTagger {
  private final int[] rowScores = new int[Labels.ROW];
  private final int[] features = new int[NameFeatures.MAX];
  private final int[] scores = new int[64 * Labels.ROW];
  private final float[] best = new float[64 * Labels.COUNT];
  private final byte[] from = new byte[64 * Labels.COUNT];

  /** Writes the best labels of the tokens of all stretches into {@code labels}. */
  void tag(NameModel model, NameView view, byte[] labels) {
    for (int s = 0; s < view.stretches(); s++) {
      view.enter(s);
      tag(model, view, view.first(s), view.end(s), labels);
      view.leave();
    }
  }

  private void tag(NameModel model, NameView view, int first, int end, byte[] labels) {
    int length = end - first;
    for (int i = 0; i < length; i++) {
      int count = view.features(first + i, features);
      Arrays.fill(rowScores, 0);
      model.add(features, count, rowScores);
      System.arraycopy(rowScores, 0, scores, i * Labels.ROW, Labels.ROW);
    }
    for (int label = 0; label < Labels.COUNT; label++) {
      best[label] = Labels.opens(label) ? scores[label] : Float.NEGATIVE_INFINITY;
    }
    for (int i = 1; i < length; i++) {
      step(model, i);
    }
    int label = Labels.OUTSIDE;
    int last = (length - 1) * Labels.COUNT;
    for (int candidate = 1; candidate < Labels.COUNT; candidate++) {
      if (Labels.ends(candidate) && best[last + candidate] > best[last + label]) {
        label = candidate;
      }
    }
    for (int i = length - 1; i >= 0; i--) {
      labels[first + i] = (byte) label;
      label = from[i * Labels.COUNT + label];
    }
  }

  private void step(NameModel model, int i) {
    int here = i * Labels.COUNT;
    int before = here - Labels.COUNT;
    for (int label = 0; label < Labels.COUNT; label++) {
      float most = Float.NEGATIVE_INFINITY;
      int whence = 0;
      for (int candidate : Labels.before(label)) {
        float score = best[before + candidate] + model.follows(candidate, label);
        if (score > most) {
          most = score;
          whence = candidate;
        }
      }
      best[here + label] = most + scores[i * Labels.ROW + label];
      from[here + label] = (byte) whence;
    }
  }
}
