package onrecord.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectsListTest {

  @Test
  void theColumnsStandUnderTheirHeadings() {
    assertEquals(
        List.of(
            "PLACE   TIME                  STAGE     ATTEMPT  ID    REASON",
            "2:0     1970-01-01T00:00:00Z  validate  1        a     body is missing",
            "3:1207  1970-01-01T00:00:00Z  store     12       新聞  too long",
            "0:1     1970-01-01T00:00:00Z  validate  1        -     no id"),
        RejectsList.lines(
            List.of(
                one(2, 0, "a", Rejection.VALIDATE, 1, "body is missing"),
                one(3, 1207, "新聞", Rejection.STORE, 12, "too long"),
                one(0, 1, null, Rejection.VALIDATE, 1, "no id"))));
  }

  @Test
  void aLongIdStaysWholeAndMovesNoOthers() {
    String id = "i".repeat(300);
    List<String> lines =
        RejectsList.lines(
            List.of(one(0, 0, id, "validate", 1, "x"), one(0, 1, "a", "validate", 1, "x")));
    assertEquals(lines.get(0).indexOf("REASON"), lines.get(2).indexOf("x"));
    assertTrue(lines.get(1).endsWith(id + "  x"));
  }

  @Test
  void nobodysTextBreaksALineOrTalksToTheTerminal() {
    String line =
        RejectsList.lines(List.of(one(0, 0, "a\n\"b\"", "validate", 1, "\u001b[2J\r\u009bx")))
            .get(1);
    assertTrue(line.contains("  a\\n\"b\"  "), line);
    assertTrue(line.endsWith("\\u001b[2J\\r\\u009bx"), line);
  }

  @ParameterizedTest
  @CsvSource({
    "é新😀, é新😀",
    "'a\tb', a\\tb",
    "a\u202Eb, a\\u202eb",
    "a\u2028b, a\\u2028b",
    "a\uD83D, a\\ud83d",
    "a\uDB40\uDC01b, a\\udb40\\udc01b"
  })
  void whatATerminalObeysIsEscaped(String text, String shown) {
    assertEquals(shown, Terminal.escaped(text));
  }

  private static SetAside one(
      int partition, long offset, String id, String stage, int attempt, String reason) {
    return new SetAside(
        new RejectPlace(partition, offset),
        Instant.EPOCH,
        id,
        new Rejection(stage, reason, null, Topic.ARTICLES.topicName(), 0, 0, "0.1.0", attempt),
        1);
  }
}
