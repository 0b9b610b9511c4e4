package onrecord.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BcubedTest {
  private final Bcubed score = new Bcubed();

  @Test
  void theSameClustersAreOne() {
    score.add(clusters("1 2 3", "4"), clusters("4", "3 2 1"));
    assertEquals(1, score.f1());
  }

  @Test
  void twoEntitiesTakenForOneCostPrecision() {
    // 1 and 2 are right of three, 3 is right of three: (2/3 + 2/3 + 1/3) / 3.
    score.add(clusters("1 2", "3"), clusters("1 2 3"));
    assertEquals(5 / 9.0, score.precision(), 1e-12);
    assertEquals(1, score.recall());
  }

  @Test
  void oneEntityTakenForTwoCostsRecall() {
    score.add(clusters("1 2 3"), clusters("1 2", "3"));
    assertEquals(1, score.precision());
    assertEquals(5 / 9.0, score.recall(), 1e-12);
  }

  @Test
  void aMissedMentionAndAnInventedOneCountAsNought() {
    // Gold 1: half of what belongs to it is there. System 9: belongs nowhere.
    score.add(clusters("1 2"), clusters("1 9"));
    assertEquals(0.5 / 2, score.precision(), 1e-12);
    assertEquals(0.5 / 2, score.recall(), 1e-12);
  }

  private static List<Set<Range>> clusters(String... clusters) {
    return Arrays.stream(clusters)
        .map(
            mentions ->
                Arrays.stream(mentions.split(" "))
                    .map(number -> new Range(Integer.parseInt(number), 10))
                    .collect(Collectors.toSet()))
        .toList();
  }
}
