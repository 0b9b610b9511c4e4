package onrecord.train.quotes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import onrecord.enrich.quotes.Attributions;
import onrecord.enrich.quotes.QuoteModel;

/**
 * How often each likelihood of a step came true on texts that its model wasn't trained on: a curve
 * that never falls, by pooling neighbours that do.
 */
final class Reliability {
  private final List<List<float[]>> seen = new ArrayList<>();

  Reliability() {
    for (int step = 0; step < Attributions.STEPS; step++) {
      seen.add(new ArrayList<>());
    }
  }

  /** Adds the attributions of a text: whether the source is right where the content is. */
  void add(Attributions found, Aligned gold) {
    for (Attributions.Attribution each : found.all) {
      if (each.step < 0 || each.within >= 0 || each.sourceFirst < 0) {
        continue;
      }
      BitSet content = gold.tokens(each.spans);
      double most = 0;
      Aligned.Attribution whose = null;
      for (Aligned.Attribution right : gold.all) {
        double likeness =
            right.content.intersects(content) ? gold.share(content, right.content) : 0;
        if (likeness > most) {
          most = likeness;
          whose = right;
        }
      }
      boolean marks = each.kind != Attributions.INDIRECT;
      if (marks && (whose == null || most < 0.5)) {
        // No speech: that is another question than whose.
        continue;
      }
      boolean right =
          whose != null && most >= 0.5 && gold.hits(whose, each.sourceFirst, each.sourceEnd);
      seen.get(each.step).add(new float[] {each.likelihood, right ? 1 : 0});
    }
  }

  /** The tables of {@link QuoteModel#reliable}. */
  float[] tables() {
    float[] tables = new float[Attributions.STEPS * QuoteModel.KNOTS];
    for (int step = 0; step < Attributions.STEPS; step++) {
      table(seen.get(step), tables, step * QuoteModel.KNOTS);
    }
    return tables;
  }

  private static void table(List<float[]> pairs, float[] into, int at) {
    pairs.sort(Comparator.comparingDouble((float[] pair) -> pair[0]));
    List<float[]> pools = new ArrayList<>();
    for (float[] pair : pairs) {
      // Sum of likelihoods, sum of what came true, how many.
      pools.add(new float[] {pair[0], pair[1], 1});
      while (pools.size() > 1 && falls(pools)) {
        float[] last = pools.remove(pools.size() - 1);
        float[] before = pools.get(pools.size() - 1);
        for (int i = 0; i < before.length; i++) {
          before[i] += last[i];
        }
      }
    }
    for (int knot = 0; knot < QuoteModel.KNOTS; knot++) {
      into[at + knot] = value(pools, (float) knot / (QuoteModel.KNOTS - 1));
    }
  }

  /** Whether the last pool must join the one before: it is no better, or still small. */
  private static boolean falls(List<float[]> pools) {
    float[] last = pools.get(pools.size() - 1);
    float[] before = pools.get(pools.size() - 2);
    return before[2] < 20 || last[1] * before[2] <= before[1] * last[2];
  }

  private static float value(List<float[]> pools, float likelihood) {
    if (pools.isEmpty()) {
      return likelihood;
    }
    float[] before = null;
    for (float[] pool : pools) {
      float mean = pool[0] / pool[2];
      float share = (pool[1] + 0.5f) / (pool[2] + 1);
      if (mean >= likelihood) {
        if (before == null) {
          return share;
        }
        float from = before[0] / before[2];
        float least = (before[1] + 0.5f) / (before[2] + 1);
        return least + (share - least) * (likelihood - from) / Math.max(1e-6f, mean - from);
      }
      before = pool;
    }
    return (before[1] + 0.5f) / (before[2] + 1);
  }
}
