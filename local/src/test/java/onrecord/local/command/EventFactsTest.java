package onrecord.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EventFactsTest {
  private static final String EVENT =
      """
      {"articleId":"a","version":3,"body":"Rain fell.","quote":{"id":"q1","text":"We stay"},
       "revision":{"verdict":"new","former":{"version":2}},"operation":"added"}""";

  @Test
  void anEventSaysWhatItIs() {
    EventFacts facts = EventFacts.of(EVENT.getBytes(UTF_8));
    assertTrue(facts.readable());
    assertEquals("a", facts.article());
    assertEquals(3L, facts.version());
    assertEquals("new", facts.get("revision.verdict"));
    assertEquals("q1", facts.get("quote.id"));
  }

  @Test
  void noTextIsKept() {
    EventFacts facts = EventFacts.of(EVENT.getBytes(UTF_8));
    assertNull(facts.get("body"));
    assertNull(facts.get("quote.text"));
  }

  @Test
  void ofHalfAnEventItHasWhatStandsBeforeTheCut() {
    EventFacts facts = EventFacts.of("{\"id\":\"a\",\"bo".getBytes(UTF_8));
    assertFalse(facts.readable());
    assertEquals("a", facts.article());
  }

  @Test
  void aSecondDocumentBehindTheFirstIsAFault() {
    assertFalse(EventFacts.of("{\"id\":\"a\"} {}".getBytes(UTF_8)).readable());
  }

  @Test
  void anIdThatIsTooLongForOneIsNotKept() {
    String event = "{\"id\":\"" + "a".repeat(513) + "\"}";
    assertNull(EventFacts.of(event.getBytes(UTF_8)).article());
  }

  @Test
  void aVersionThatIsNoNumberIsNone() {
    for (String version : new String[] {"\"soon\"", "-1", "1.5", "99999999999999999999", "{}"}) {
      String event = "{\"version\":" + version + "}";
      assertNull(EventFacts.of(event.getBytes(UTF_8)).version(), version);
    }
  }

  @Test
  void noBytesAreAFailure() {
    long seed = 20_261_124;
    Random random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = EVENT.getBytes(UTF_8);
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      EventFacts.of(bytes).version();
      byte[] cut = new byte[random.nextInt(bytes.length)];
      System.arraycopy(bytes, 0, cut, 0, cut.length);
      assertFalse(EventFacts.of(cut).readable(), "seed " + seed + ", round " + round);
    }
  }
}
