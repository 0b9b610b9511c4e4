package onrecord.evaluate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * B-cubed: for each mention, which share of those that the system puts together with it belong
 * there (precision), and which share of those that belong there it puts together (recall). A
 * mention that the other side lacks counts as nought.
 */
final class Bcubed {
  private double precise;
  private double recalled;
  private int systemMentions;
  private int goldMentions;

  /**
   * Adds a text.
   *
   * @param gold the mentions of each entity
   * @param system the mentions of each entity
   */
  void add(List<Set<Range>> gold, List<Set<Range>> system) {
    Map<Range, Set<Range>> goldOf = byMention(gold);
    Map<Range, Set<Range>> systemOf = byMention(system);
    goldMentions += goldOf.size();
    systemMentions += systemOf.size();
    systemOf.forEach(
        (mention, together) -> {
          Set<Range> belong = goldOf.get(mention);
          if (belong != null) {
            Set<Range> both = new HashSet<>(together);
            both.retainAll(belong);
            precise += (double) both.size() / together.size();
            recalled += (double) both.size() / belong.size();
          }
        });
  }

  private static Map<Range, Set<Range>> byMention(List<Set<Range>> entities) {
    Map<Range, Set<Range>> byMention = new HashMap<>();
    for (Set<Range> entity : entities) {
      entity.forEach(mention -> byMention.putIfAbsent(mention, entity));
    }
    return byMention;
  }

  double precision() {
    return systemMentions == 0 ? 0 : precise / systemMentions;
  }

  double recall() {
    return goldMentions == 0 ? 0 : recalled / goldMentions;
  }

  double f1() {
    return Tally.harmonic(precision(), recall());
  }
}
