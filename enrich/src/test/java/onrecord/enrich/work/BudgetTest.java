package onrecord.enrich.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BudgetTest {
  private long now;
  private final Budget budget = new Budget(() -> now);

  @Test
  void oneUnitMoreThanThereAreIsTooMuch() {
    budget.begin(10);
    budget.spend(10);

    Budget.Exceeded exceeded = assertThrows(Budget.Exceeded.class, () -> budget.spend(1));
    assertFalse(exceeded.byClock());
  }

  @Test
  void theClockStopsWhatTakesFarLongerThanItsUnitsSay() {
    budget.begin(10 * Budget.UNITS_BETWEEN_LOOKS);
    now = 10L * Budget.UNITS_BETWEEN_LOOKS * Budget.NANOS_A_UNIT + 1;

    Budget.Exceeded exceeded =
        assertThrows(Budget.Exceeded.class, () -> budget.spend(Budget.UNITS_BETWEEN_LOOKS + 1L));
    assertTrue(exceeded.byClock());
  }

  @Test
  void aSlowMachineWithinThePatienceChangesNothing() {
    budget.begin(10 * Budget.UNITS_BETWEEN_LOOKS);
    now = 10L * Budget.UNITS_BETWEEN_LOOKS * Budget.NANOS_A_UNIT;

    budget.spend(10 * Budget.UNITS_BETWEEN_LOOKS);

    assertEquals(10L * Budget.UNITS_BETWEEN_LOOKS, budget.spent());
  }

  @Test
  void withoutALimitNobodyLooksAtTheClock() {
    budget.begin();
    now = Long.MAX_VALUE;

    budget.spend(Integer.MAX_VALUE);

    assertEquals(Integer.MAX_VALUE, budget.spent());
  }
}
