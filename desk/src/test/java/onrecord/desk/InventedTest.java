package onrecord.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import onrecord.events.OffsetCheck;
import org.junit.jupiter.api.Test;

class InventedTest {
  @Test
  void theInventedArticlesOffsetsAreRight() {
    assertEquals(List.of(), OffsetCheck.violations(Invented.lamps()));
  }
}
