package onrecord.train.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import onrecord.enrich.names.Labels;
import org.junit.jupiter.api.Test;

class LabelChainTest {
  private static final int LENGTH = 3;

  private final Random random = new Random(5);
  private final float[] scores = numbers(LENGTH * Labels.COUNT);
  private final float[] follows = numbers(Labels.COUNT * Labels.COUNT);

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  @Test
  void whatIsLikelyIsTheSumOfAllWaysThroughIt() {
    double[] likely = new double[LENGTH * Labels.COUNT];
    double[] pairs = new double[Labels.COUNT * Labels.COUNT];
    double all = walk(new int[LENGTH], 0, likely, pairs);

    LabelChain chain = new LabelChain();
    chain.sum(scores, LENGTH, follows);
    for (int i = 0; i < likely.length; i++) {
      assertEquals(likely[i] / all, chain.likely[i], 1e-6);
    }
    for (int i = 0; i < pairs.length; i++) {
      assertEquals(pairs[i] / all, chain.likelyPairs[i], 1e-6);
    }
  }

  /** Walks every allowed way, one label after the other, and adds up what each weighs. */
  private double walk(int[] way, int at, double[] likely, double[] pairs) {
    if (at == LENGTH) {
      return Labels.ends(way[LENGTH - 1]) ? weigh(way, likely, pairs) : 0;
    }
    double all = 0;
    for (int label = 0; label < Labels.COUNT; label++) {
      int next = label;
      boolean allowed =
          at == 0
              ? Labels.opens(label)
              : Arrays.stream(Labels.before(next)).anyMatch(before -> before == way[at - 1]);
      if (allowed) {
        way[at] = label;
        all += walk(way, at + 1, likely, pairs);
      }
    }
    return all;
  }

  private double weigh(int[] way, double[] likely, double[] pairs) {
    double sum = 0;
    for (int i = 0; i < LENGTH; i++) {
      sum += scores[i * Labels.COUNT + way[i]];
      sum += i == 0 ? 0 : follows[way[i - 1] * Labels.COUNT + way[i]];
    }
    double weight = Math.exp(sum);
    for (int i = 0; i < LENGTH; i++) {
      likely[i * Labels.COUNT + way[i]] += weight;
      if (i > 0) {
        pairs[way[i - 1] * Labels.COUNT + way[i]] += weight;
      }
    }
    return weight;
  }
}
