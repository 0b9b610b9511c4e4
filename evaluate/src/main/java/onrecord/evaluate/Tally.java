package onrecord.evaluate;

import java.util.Set;

/** Hits, inventions and misses, counted. */
final class Tally {
  private int right;
  private int invented;
  private int missed;

  void add(int moreRight, int moreInvented, int moreMissed) {
    right += moreRight;
    invented += moreInvented;
    missed += moreMissed;
  }

  /** Counts what both sides have as hits, the rest as inventions and misses. */
  <T> void add(Set<T> gold, Set<T> system) {
    int both = (int) gold.stream().filter(system::contains).count();
    add(both, system.size() - both, gold.size() - both);
  }

  int gold() {
    return right + missed;
  }

  int system() {
    return right + invented;
  }

  double precision() {
    return Figures.share(right, system());
  }

  double recall() {
    return Figures.share(right, gold());
  }

  double f1() {
    return harmonic(precision(), recall());
  }

  static double harmonic(double precision, double recall) {
    double sum = precision + recall;
    return sum == 0 ? 0 : 2 * precision * recall / sum;
  }
}
