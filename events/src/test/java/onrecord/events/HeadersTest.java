package onrecord.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** What the headers say: {@link CloudEvent} and {@link Rejection}. */
class HeadersTest {
  private final Headers headers = new RecordHeaders();

  @Test
  void theAttributesOfAnEventReplaceThoseOfTheEventBefore() {
    headers.add("traceparent", "00".getBytes(UTF_8));
    CloudEvent.of(Examples.article()).writeTo(headers);
    CloudEvent.of(Examples.enriched()).writeTo(headers);

    assertEquals("onrecord.article.enriched", value("ce_type"));
    assertEquals(1, StreamSupport.stream(headers.headers("ce_id").spliterator(), false).count());
    assertEquals("00", value("traceparent"));
  }

  @Test
  void theTimeOfAnEventIsTheArticlesSoThatAReplayGivesTheSameBytes() {
    CloudEvent.of(Examples.quoteEvent(), Examples.enriched()).writeTo(headers);

    assertEquals(Examples.article().ingestedAt().toString(), value("ce_time"));
  }

  @Test
  void otherContentOfTheSameVersionIsAnotherEvent() {
    ArticleBuilder article = new ArticleBuilder("a").version(1L).ingestedAt(Instant.EPOCH);

    String one = CloudEvent.of(article.body("One.").build()).id();
    String other = CloudEvent.of(article.body("Two.").build()).id();

    assertTrue(one.startsWith("a@1."), one);
    assertEquals(2, List.of(one, other).stream().distinct().count());
  }

  @Test
  void anEventWithoutAnAttributeIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new CloudEvent("", "/s", "t", "a", Instant.EPOCH));
    assertThrows(
        IllegalArgumentException.class, () -> new CloudEvent("i", null, "t", "a", Instant.EPOCH));
    assertThrows(
        IllegalArgumentException.class, () -> new CloudEvent("i", "/s", " ", "a", Instant.EPOCH));
    assertThrows(
        IllegalArgumentException.class, () -> new CloudEvent("i", "/s", "t", null, Instant.EPOCH));
    assertThrows(IllegalArgumentException.class, () -> new CloudEvent("i", "/s", "t", "a", null));
  }

  @Test
  void aRejectionIsReadAsItWasWritten() {
    Rejection rejection = rejection("body is empty", "java.lang.Exception");
    rejection.writeTo(headers);

    assertEquals(rejection, Rejection.readFrom(headers));
  }

  @Test
  void aRejectionReplacesTheOneBefore() {
    rejection("first", "java.lang.Exception").writeTo(headers);
    Rejection second = rejection("second", null);
    second.writeTo(headers);

    assertEquals(second, Rejection.readFrom(headers));
    assertNull(headers.lastHeader("onrecord_reject_exception"));
    assertEquals(7, headers.toArray().length);
  }

  @Test
  void aRecordThatIsRefusedAgainCountsUp() {
    assertEquals(1, Rejection.nextAttempt(headers));
    rejection("x", null).writeTo(headers);

    assertEquals(2, Rejection.nextAttempt(headers));
  }

  @Test
  void anAttemptThatIsNoNumberCountsAsNone() {
    headers.add("onrecord_reject_attempt", "9999999999".getBytes(UTF_8));

    assertEquals(1, Rejection.nextAttempt(headers));
  }

  @Test
  void theRecordsOwnHeadersStay() {
    headers.add("ce_id", new byte[] {1, 2});
    rejection("x", null).writeTo(headers);

    assertArrayEquals(new byte[] {1, 2}, headers.lastHeader("ce_id").value());
  }

  @Test
  void aRecordSentAgainKeepsItsOwnHeadersAndSaysWhereItStoodAndHowOftenItWasRefused() {
    headers.add("ce_id", new byte[] {1, 2});
    headers.add("onrecord_redriven_from", "articles:0:7".getBytes(UTF_8));
    Rejection rejection = rejection("x", "java.lang.Exception");
    rejection.writeTo(headers);

    rejection.redrive(headers);

    assertEquals(
        List.of("ce_id", "onrecord_redriven_from", "onrecord_reject_attempt"),
        Arrays.stream(headers.toArray()).map(Header::key).sorted().toList());
    assertArrayEquals(new byte[] {1, 2}, headers.lastHeader("ce_id").value());
    assertEquals("articles:3:42", Rejection.redrivenFrom(headers));
    assertEquals(2, Rejection.nextAttempt(headers));
  }

  @Test
  void aRecordThatWasNeverSentAgainComesFromNowhere() {
    assertNull(Rejection.redrivenFrom(headers));
    headers.add("onrecord_redriven_from", null);
    assertNull(Rejection.redrivenFrom(headers));
  }

  @Test
  void aTopicIsFoundByItsName() {
    assertEquals(Optional.of(Topic.ENRICHED), Topic.named(Topic.ENRICHED.topicName()));
    assertEquals(Optional.empty(), Topic.named("elsewhere"));
  }

  @Test
  void aLongReasonIsCutBetweenCharacters() {
    assertEquals(2_000, rejection("x".repeat(3_000), null).reason().length());
    assertEquals("x".repeat(1_999), rejection("x".repeat(1_999) + "😀", null).reason());
    assertEquals("x".repeat(1_998) + "😀", rejection("x".repeat(1_998) + "😀😀", null).reason());
  }

  @Test
  void headersWithoutARejectionAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Rejection.readFrom(headers));
    for (String name : List.of("stage", "reason", "topic", "partition", "offset", "engine")) {
      rejection("x", null).writeTo(headers);
      headers.remove("onrecord_reject_" + name);
      IllegalArgumentException refusal =
          assertThrows(IllegalArgumentException.class, () -> Rejection.readFrom(headers), name);
      assertNotNull(refusal.getMessage());
    }
  }

  private static Rejection rejection(String reason, String exception) {
    return new Rejection(
        Rejection.VALIDATE, reason, exception, Topic.ARTICLES.topicName(), 3, 42, "0.1.0", 1);
  }

  private String value(String name) {
    return new String(headers.lastHeader(name).value(), UTF_8);
  }
}
