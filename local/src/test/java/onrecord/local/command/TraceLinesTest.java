package onrecord.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import onrecord.events.ArticleStatus;
import onrecord.events.ArticleStatus.Decision;
import onrecord.events.Topic;
import onrecord.local.command.TracedRows.Read;
import onrecord.local.command.TracedRows.Version;
import org.junit.jupiter.api.Test;

class TraceLinesTest {
  private static final Instant TIME = Instant.parse("2026-11-24T10:00:00Z");
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final TracedRecord ARTICLE = record(Topic.ARTICLES, 4, "accepted");
  private static final TracedRecord ENRICHED = record(Topic.ENRICHED, 6, "new");
  private static final Decision TAKEN =
      new Decision("new", true, 1L, null, "usable", null, 3, 4, TIME);

  @Test
  void theLinesStandInOrderOfTimeAndOfTheWay() {
    Trace trace =
        new Trace("a", topics(ENRICHED, ARTICLE), status(TAKEN), rows(7, version()), List.of());
    assertEquals(
        List.of(
            "a",
            "TIME                      WHERE              PLACE  VERSION  BYTES  TRACE     WHAT",
            "2026-11-24T10:00:00.000Z  articles           3:4          1     10  4bf92f35"
                + "  accepted; new",
            "2026-11-24T10:00:00.000Z  articles.enriched  3:6          1     10  4bf92f35  new",
            "2026-11-24T10:00:01.500Z  storage            3:6          1      -  4bf92f35"
                + "  stored as new, 1.500 s after it came in",
            "trace "
                + TRACE
                + ": came in 2026-11-24T10:00:00.000Z, records 2, versions stored [1], the last"
                + " 1.500 s later",
            "storage: no article of this id",
            "sink: next of " + Topic.ENRICHED.topicName() + " is 3:7"),
        TraceLines.of(trace));
  }

  @Test
  void anEventThatNoSinkHasReadWaits() {
    Trace trace = new Trace("a", topics(ENRICHED), null, rows(6), List.of());
    assertTrue(TraceLines.of(trace).get(2).endsWith("new; waits for sink"));
  }

  @Test
  void withoutKafkaTheDecisionsTellTheWay() {
    Trace trace = new Trace("a", null, status(TAKEN), null, List.of());
    assertTrue(
        TraceLines.of(trace).get(2).endsWith("new (the record itself was not read)"),
        TraceLines.of(trace).toString());
  }

  @Test
  void nothingOfAnIdMovesACursorOrHides() {
    String id = "a\nb\u001b[2J\u202e\u2028\u0007\"c/d";
    Trace trace = new Trace(id, topics(ARTICLE), null, null, List.of());
    assertEquals("a\\nb\\u001b[2J\\u202e\\u2028\\u0007\"c/d", TraceLines.of(trace).get(0));
  }

  @Test
  void thatSomethingIsLeftOutIsSaid() {
    TracedTopics topics =
        new TracedTopics(List.of(ARTICLE), Map.of(Topic.ARTICLES.topicName(), 12), List.of());
    assertTrue(
        TraceLines.of(new Trace("a", topics, null, null, List.of()))
            .contains(Topic.ARTICLES.topicName() + ": 12 older records left out"));
  }

  @Test
  void whatNobodyKnowsIsNotFound() {
    assertFalse(new Trace("a", topics(), null, rows(7), List.of()).found());
    assertFalse(new Trace("a", null, null, null, List.of()).found());
    assertTrue(new Trace("a", topics(), status(TAKEN), null, List.of()).found());
  }

  private static TracedRecord record(Topic topic, long offset, String says) {
    return new TracedRecord(
        topic, 3, offset, TIME, TIME, 1L, 10, "00-" + TRACE + "-00f067aa0ba902b7-01", says);
  }

  private static Version version() {
    return new Version(1, "0", "new", true, "usable", TIME, TIME.plusMillis(1_500), TRACE, 3, 6L);
  }

  private static TracedTopics topics(TracedRecord... records) {
    return new TracedTopics(
        Arrays.stream(records).sorted(TracedRecord.BY_TIME).toList(), Map.of(), List.of());
  }

  private static ArticleStatus status(Decision decision) {
    return new ArticleStatus("a", null, List.of(decision));
  }

  private static TracedRows rows(long nextOffset, Version... versions) {
    return new TracedRows(
        null,
        List.of(versions),
        0,
        null,
        List.of(new Read("sink", Topic.ENRICHED.topicName(), 3, nextOffset)));
  }
}
