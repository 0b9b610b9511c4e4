package onrecord.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ties things of the gold to things of the system one to one, the likest pair first. */
final class Matching {
  private static final Comparator<Pair> LIKEST_FIRST =
      Comparator.comparingDouble((Pair pair) -> -pair.likeness)
          .thenComparingInt(Pair::gold)
          .thenComparingInt(Pair::system);

  private final List<Pair> chosen = new ArrayList<>();
  private final Map<Integer, Integer> systemOf = new HashMap<>();
  private final Map<Integer, Integer> goldOf = new HashMap<>();

  /**
   * A pair that may be tied.
   *
   * @param likeness the higher the sooner
   * @param gold index of the gold
   * @param system index of the system's
   */
  record Pair(double likeness, int gold, int system) {}

  Matching(List<Pair> pairs) {
    for (Pair pair : pairs.stream().sorted(LIKEST_FIRST).toList()) {
      if (!systemOf.containsKey(pair.gold) && !goldOf.containsKey(pair.system)) {
        systemOf.put(pair.gold, pair.system);
        goldOf.put(pair.system, pair.gold);
        chosen.add(pair);
      }
    }
  }

  /** The pairs that were tied, the likest first. */
  List<Pair> chosen() {
    return chosen;
  }

  int size() {
    return chosen.size();
  }

  boolean hasGold(int gold) {
    return systemOf.containsKey(gold);
  }

  boolean hasSystem(int system) {
    return goldOf.containsKey(system);
  }

  /** What the gold is tied to, or -1. */
  int system(int gold) {
    return systemOf.getOrDefault(gold, -1);
  }

  /** What the system's is tied to, or -1. */
  int gold(int system) {
    return goldOf.getOrDefault(system, -1);
  }
}
