package onrecord.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.Optional;
import onrecord.events.CloudEvent;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import onrecord.events.TraceContext;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TracedRecordTest {
  private static final Instant TIME = Instant.parse("2026-11-24T10:00:00Z");
  private static final String TRACEPARENT =
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void aRecordOfTheArticleHasItsPlaceItsTimesItsSizeAndItsTrace() {
    Headers headers = event("a@7.0123456789ab", "a");
    TraceContext.writeTo(headers, TRACEPARENT);
    TracedRecord record = traced(Topic.ARTICLES, "a", "{\"id\":\"a\"}", headers);
    assertEquals("2:9", record.place());
    assertEquals(TIME, record.eventTime());
    assertEquals(10, record.bytes());
    assertEquals("4bf92f3577b34da6a3ce929d0e0e4736", record.trace());
  }

  @Test
  void anArticleWithoutAVersionHasThatOfItsEvent() {
    Headers headers = event("a@7.0123456789ab", "a");
    assertEquals(7L, traced(Topic.ARTICLES, "a", "{\"id\":\"a\"}", headers).version());
  }

  @Test
  void aRecordOfAnotherArticleIsNone() {
    assertNull(traced(Topic.ARTICLES, "b", "{\"id\":\"a\"}", new RecordHeaders()));
    assertNull(traced(Topic.ENRICHED, null, "{\"id\":\"a\"}", new RecordHeaders()));
    assertNull(traced(Topic.REJECTED, "b", "{\"id\":\"b\"}", new RecordHeaders()));
  }

  @Test
  void aQuoteIsFoundByItsArticleWhateverItsKeyIs() {
    String quote = "{\"articleId\":\"a\",\"operation\":\"added\",\"quote\":{\"id\":\"q1\"}}";
    assertEquals("added q1", traced(Topic.QUOTES, "ilse tarn", quote, new RecordHeaders()).says());
  }

  @Test
  void aQuoteOfASpeakerWhoseNameIsTheArticlesIdIsNotTheArticles() {
    assertNull(traced(Topic.QUOTES, "a", "{\"articleId\":\"b\"}", new RecordHeaders()));
  }

  @Test
  void aRejectIsFoundByItsKeyItsBytesOrItsSubject() {
    for (TracedRecord record :
        new TracedRecord[] {
          traced(Topic.REJECTED, "a", "no JSON", new RecordHeaders()),
          traced(Topic.REJECTED, null, "{\"id\":\"a\",\"bo", new RecordHeaders()),
          traced(Topic.REJECTED, null, "no JSON", event("x", "a"))
        }) {
      assertEquals("rejected; no headers say why", record.says());
    }
  }

  @Test
  void aRejectSaysWhereItStoodAndWhy() {
    Headers headers = new RecordHeaders();
    new Rejection("validate", "body is empty", null, "t", 1, 4, "0.2.0", 2).writeTo(headers);
    assertEquals(
        "rejected at validate, attempt 2, from t 1:4: body is empty",
        traced(Topic.REJECTED, "a", "{}", headers).says());
  }

  @Test
  void whatIsNoJsonIsSaidSo() {
    TracedRecord record = traced(Topic.ARTICLES, "a", "{\"id\":\"a\",\"bo", new RecordHeaders());
    assertEquals("can't be read", record.says());
  }

  @Test
  void aTombstoneIsSaidSo() {
    TracedRecord record = traced(Topic.ARTICLES, "a", null, new RecordHeaders());
    assertEquals("a tombstone", record.says());
    assertNull(record.bytes());
  }

  @Test
  void headersThatSayNothingAreNone() {
    Headers headers = new RecordHeaders();
    headers.add("ce_time", "soon".getBytes(UTF_8));
    headers.add("ce_id", null);
    headers.add("onrecord_reject_stage", null);
    headers.add(TraceContext.HEADER, "00-0-0-0".getBytes(UTF_8));
    TracedRecord record = traced(Topic.ARTICLES, "a", "{}", headers);
    assertNull(record.eventTime());
    assertNull(record.version());
    assertNull(record.trace());
    assertEquals("rejected; no headers say why", traced(Topic.REJECTED, "a", "{}", headers).says());
  }

  private static Headers event(String id, String subject) {
    Headers headers = new RecordHeaders();
    new CloudEvent(id, "/test", "test", subject, TIME).writeTo(headers);
    return headers;
  }

  private static TracedRecord traced(Topic topic, String key, String value, Headers headers) {
    return TracedRecord.of(
        topic,
        new ConsumerRecord<>(
            topic.topicName(),
            2,
            9,
            TIME.toEpochMilli(),
            TimestampType.CREATE_TIME,
            0,
            0,
            key == null ? null : key.getBytes(UTF_8),
            value == null ? null : value.getBytes(UTF_8),
            headers,
            Optional.empty()),
        "a");
  }
}
