package onrecord.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {
  @Test
  void anIdIsTheSameOnEveryMachineAndInEveryVersion() {
    // Written down: an id that changes orphans what others have stored under it.
    assertEquals("qc8605b4eecffda06ae51", Examples.quoteEvent().quote().id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The bridge is closed,|the bridge is closed",
        "The bridge — is closed.|the bridge is closed",
        "“The bridge” is closed|the bridge is closed",
        "It’s closed|its closed",
        "It's closed|its closed",
        "…closed|closed",
        "Route 9-A|route 9 a",
        "ÉTÉ|été",
        "𐐀|𐐨",
        "?!|''"
      })
  void wordsAreComparedByTheirLettersAndDigits(String text, String normalized) {
    assertEquals(normalized.equals("''") ? "" : normalized, Quote.normalized(text));
  }

  @Test
  void punctuationDoesNotChangeAnId() {
    assertEquals(
        Quote.id("a", "The bridge is closed,", 0), Quote.id("a", "the bridge is closed.", 0));
  }

  @Test
  void articleWordsAndOccurrenceTellQuotesApart() {
    String id = Quote.id("a", "Closed.", 0);

    assertTrue(id.matches("q[0-9a-f]{20}"), id);
    assertNotEquals(id, Quote.id("b", "Closed.", 0));
    assertNotEquals(id, Quote.id("a", "Open.", 0));
    assertNotEquals(id, Quote.id("a", "Closed.", 1));
  }
}
