package onrecord.train.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResolutionsTest {
  private final Resolutions resolutions = Resolutions.load();

  @Test
  void bracketsSayWhereNamesStandAndOfWhichTypeTheyAre() {
    assertEquals(List.of("O", "B-LOC"), resolutions.of(List.of("southern", "Afghanistan")));
    assertEquals(List.of("B-PER", "I-PER"), resolutions.of(List.of("Bashar", "al-Assad")));
  }

  @Test
  void aRunWithoutANameIsSettledToo() {
    assertEquals(List.of("O"), resolutions.of(List.of("AIDS")));
  }

  @Test
  void whatWasNotSettledIsNotKnown() {
    assertNull(resolutions.of(List.of("Zzyqx")));
  }

  @Test
  void everyLabelIsOneOfOurs() {
    assertTrue(resolutions.size() > 2_000);
    assertTrue(
        resolutions.all().stream()
            .flatMap(List::stream)
            .allMatch(label -> label.matches("O|[BI]-(PER|ORG|LOC)")));
  }
}
