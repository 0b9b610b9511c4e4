package onrecord.enrich.people;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Who may be meant by a word: surnames, given names, short forms and acronyms with the entities
 * that carry them. For one thread.
 */
final class EntityIndex {
  /** More bearers than any article tells apart; the rest is left out to bound the work. */
  private static final int MOST_BEARERS = 8;

  private static final int[] NOBODY = {};

  private final Map<String, int[]> bearers = new HashMap<>();

  void clear() {
    bearers.clear();
  }

  void add(String word, int entity) {
    int[] known = bearers.get(word);
    if (known == null) {
      bearers.put(word, new int[] {entity});
      return;
    }
    for (int each : known) {
      if (each == entity) {
        return;
      }
    }
    if (known.length < MOST_BEARERS) {
      int[] more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = entity;
      bearers.put(word, more);
    }
  }

  /** Not to be changed. */
  int[] of(String word) {
    return bearers.getOrDefault(word, NOBODY);
  }

  boolean has(String word) {
    return bearers.containsKey(word);
  }
}
