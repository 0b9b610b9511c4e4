package onrecord.train.names;

import java.util.Arrays;
import onrecord.enrich.names.NameFeatures;

/**
 * Stretches to learn from: their tokens' features and labels, packed into three long arrays. A
 * token's features end where those of the next begin.
 */
final class Examples {
  private int[] features = new int[1 << 20];
  private int featureCount;
  private int[] tokenFeatures = new int[1 << 16];
  private byte[] labels = new byte[1 << 16];
  private int tokens;
  private int[] firstTokens = new int[1 << 14];
  private float[] weights = new float[1 << 14];
  private int count;

  /** Begins a stretch whose examples count so much. */
  void open(double weight) {
    if (count + 1 >= firstTokens.length) {
      firstTokens = Arrays.copyOf(firstTokens, count * 2 + 2);
      weights = Arrays.copyOf(weights, count * 2 + 2);
    }
    firstTokens[count] = tokens;
    weights[count] = (float) weight;
    count++;
    firstTokens[count] = tokens;
  }

  /** Adds a token to the stretch. */
  void add(int[] some, int someCount, int label) {
    if (tokens + 1 >= labels.length) {
      tokenFeatures = Arrays.copyOf(tokenFeatures, tokens * 2 + 2);
      labels = Arrays.copyOf(labels, tokens * 2 + 2);
    }
    if (featureCount + someCount > features.length) {
      features = Arrays.copyOf(features, features.length * 2);
    }
    tokenFeatures[tokens] = featureCount;
    System.arraycopy(some, 0, features, featureCount, someCount);
    featureCount += someCount;
    labels[tokens] = (byte) label;
    tokens++;
    tokenFeatures[tokens] = featureCount;
    firstTokens[count] = tokens;
  }

  /** Turns hashes into numbers; what has no number stays as -1. Returns the hashes kept. */
  int[] number(int atLeast) {
    FeatureIndex index = new FeatureIndex();
    for (int f = 0; f < featureCount; f++) {
      index.count(features[f]);
    }
    int[] kept = index.number(atLeast);
    for (int f = 0; f < featureCount; f++) {
      features[f] = index.of(features[f]);
    }
    return kept;
  }

  int count() {
    return count;
  }

  int tokens() {
    return tokens;
  }

  int first(int stretch) {
    return firstTokens[stretch];
  }

  int end(int stretch) {
    return firstTokens[stretch + 1];
  }

  float weight(int stretch) {
    return weights[stretch];
  }

  int label(int token) {
    return labels[token];
  }

  /** Where a token's features begin, those that know the very word left out or not. */
  int firstFeature(int token, boolean hidden) {
    return tokenFeatures[token] + (hidden ? NameFeatures.OF_THE_WORD : 0);
  }

  int endFeature(int token) {
    return tokenFeatures[token + 1];
  }

  int feature(int at) {
    return features[at];
  }
}
