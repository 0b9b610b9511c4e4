package onrecord.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthTest {
  private final Health health = new Health();

  @Test
  void aProblemThatPassesLeavesTheServiceAlive() {
    health.problem("broker", "no answer");
    health.problem("database", "no answer");
    health.well("broker");

    assertTrue(health.live());
    assertFalse(health.ready());
    assertEquals(Map.of("database", "no answer"), health.problems());

    health.well("database");
    assertTrue(health.ready());
    assertEquals(Map.of(), health.problems());
  }

  @Test
  void theDeadAreNeitherLiveNorReadyWhateverElseIsWell() {
    health.problem("broker", "no answer");
    health.died("out of memory");
    health.well("broker");

    assertFalse(health.live());
    assertFalse(health.ready());
    assertEquals(Map.of("service", "out of memory"), health.problems());
  }
}
