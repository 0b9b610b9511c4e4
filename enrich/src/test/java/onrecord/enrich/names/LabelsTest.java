package onrecord.enrich.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelsTest {
  @Test
  void eachPartOfEachTypeHasALabelOfItsOwn() {
    Set<Integer> labels = new HashSet<>(Set.of(Labels.OUTSIDE));
    for (int type = Names.PERSON; type <= Names.OTHER; type++) {
      labels.add(Labels.of(type, 0, 1));
      labels.add(Labels.of(type, 0, 3));
      labels.add(Labels.of(type, 1, 3));
      labels.add(Labels.of(type, 2, 3));
    }
    assertEquals(Labels.COUNT, labels.size());
  }

  @Test
  void aLabelKnowsItsType() {
    assertEquals(0, Labels.type(Labels.OUTSIDE));
    for (int type = Names.PERSON; type <= Names.OTHER; type++) {
      for (int offset = 0; offset < 3; offset++) {
        assertEquals(type, Labels.type(Labels.of(type, offset, 3)));
      }
    }
  }

  @Test
  void everyWayThroughThreeTokensIsWholeNames() {
    int ways = 0;
    List<Integer> openers = new ArrayList<>();
    for (int label = 0; label < Labels.COUNT; label++) {
      if (Labels.opens(label)) {
        openers.add(label);
      }
    }
    for (int third = 0; third < Labels.COUNT; third++) {
      for (int second : Labels.before(third)) {
        for (int first : Labels.before(second)) {
          if (openers.contains(first) && Labels.ends(third)) {
            ways++;
            assertTrue(Labels.ends(first) || Labels.type(first) == Labels.type(second));
          }
        }
      }
    }
    // Nothing or a name at each of three tokens, a name of two beside either, a name of three.
    assertEquals(5 * 5 * 5 + 2 * 4 * 5 + 4, ways);
  }
}
