package onrecord.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import onrecord.enrich.Enricher;
import onrecord.events.Entity;
import onrecord.events.Mention;
import onrecord.events.Quote;
import onrecord.events.Span;
import onrecord.events.Speaker;
import org.junit.jupiter.api.Test;

class ScoreFormatTest {
  private static final Enricher.Findings NOTHING =
      new Enricher.Findings(List.of(), List.of(), List.of());

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private boolean all;

  @Test
  void everyLineHasItsAnswerInOrder() throws IOException {
    answer(
        text -> NOTHING,
        "{\"id\":\"a\",\"text\":\"One.\"}\n{\"text\":\"Two.\",\"more\":{\"x\":[1]},\"id\":2}\n");
    assertEquals(
        "{\"id\":\"a\",\"entities\":[],\"quotes\":[]}\n{\"id\":2,\"entities\":[],\"quotes\":[]}\n",
        out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void theTextIsTakenAsGivenButForWhatNoEventMayHold() throws IOException {
    StringBuilder seen = new StringBuilder();
    answer(
        text -> {
          seen.append(text);
          return NOTHING;
        },
        "{\"id\":\"a\",\"text\":\" \\u0000\\ud800 x\\r\\n \"}");
    assertEquals(" \ufffd\ufffd x\r\n ", seen.toString());
  }

  @Test
  void offsetsAreCodePoints() throws IOException {
    answer(
        ScoreFormatTest::anaSpeaks,
        "{\"id\":\"a\",\"text\":\"\ud83d\ude00 \\\"No\\\", Ana said.\"}");
    assertEquals(
        "{\"id\":\"a\",\"entities\":[[8,11,\"PER\",\"Ana\"]],\"quotes\":[{\"start\":3,\"end\":5,"
            + "\"kind\":\"direct\",\"speakerStart\":8,\"speakerEnd\":11,\"speakerName\":\"Ana\","
            + "\"group\":0}]}\n",
        out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aLineThatCannotBeReadIsNamedAndTheOthersAreAnswered() throws IOException {
    answer(
        text -> NOTHING,
        "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\n\n[]\n{\"id\":\"c\",\"text\":\"Three.\"}\n");
    assertEquals(2, out.toString(StandardCharsets.UTF_8).lines().count());
    assertEquals(
        List.of("lines:2:", "lines:4:"),
        err.toString(StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.substring(0, "lines:2:".length()))
            .toList());
    assertFalse(all);
  }

  @Test
  void halfASurrogatePairInANameIsAnsweredAsAnEscape() throws IOException {
    answer(
        text ->
            new Enricher.Findings(
                List.of(
                    new Entity(
                        "e1",
                        "PERSON",
                        "A",
                        List.of(),
                        List.of(),
                        List.of(name(text, 0, 1)),
                        1,
                        "x")),
                List.of(),
                List.of()),
        "{\"id\":\"\\ud800\",\"text\":\"A\"}");
    assertTrue(all);
    assertEquals(
        "{\"id\":\"\\uD800\",\"entities\":[[0,1,\"PER\",\"A\"]],\"quotes\":[]}\n",
        out.toString(StandardCharsets.UTF_8));
  }

  private static Enricher.Findings anaSpeaks(String text) {
    int ana = text.indexOf("Ana");
    int words = text.indexOf("No");
    Span said = Span.of(text, words, words + 2);
    return new Enricher.Findings(
        List.of(
            new Entity(
                "e1",
                Entity.PERSON,
                "Ana",
                List.of("Ana"),
                List.of(),
                List.of(name(text, ana, ana + 3)),
                1,
                "name")),
        List.of(
            new Quote(
                "q1",
                Quote.DIRECT,
                List.of(said),
                List.of(said),
                "No",
                null,
                new Speaker(Speaker.PERSON, "e1", "Ana", null),
                Span.of(text, ana, ana + 3),
                null,
                null,
                1,
                "cue",
                List.of(),
                null)),
        List.of());
  }

  private static Mention name(String text, int start, int end) {
    return new Mention(Mention.NAME, start, end, text.substring(start, end));
  }

  private void answer(Function<String, Enricher.Findings> finder, String lines) throws IOException {
    ScoreFormat format =
        new ScoreFormat(finder, out, new PrintStream(err, true, StandardCharsets.UTF_8));
    all = format.answer(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), "lines");
  }
}
