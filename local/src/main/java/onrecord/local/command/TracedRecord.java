package onrecord.local.command;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import onrecord.events.TraceContext;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A record of an article, without its bytes.
 *
 * @param topic where it stands
 * @param partition where it stands
 * @param offset where it stands
 * @param at its timestamp; of what enrich and copies write that of the article it came of
 * @param eventTime its CloudEvents time, when the article came in; null when it has none
 * @param version its place in the order of versions, of a copy's event its sequence; null when
 *     nothing says it
 * @param bytes the length of its value; null for a tombstone
 * @param traceparent or null
 * @param says what it is in a few words; never a text of the article
 */
record TracedRecord(
    Topic topic,
    int partition,
    long offset,
    Instant at,
    Instant eventTime,
    Long version,
    Integer bytes,
    String traceparent,
    String says) {
  /** The oldest first; of one time in the order of an article's way. */
  static final Comparator<TracedRecord> BY_TIME =
      Comparator.comparing(TracedRecord::at)
          .thenComparing(TracedRecord::topic)
          .thenComparing(TracedRecord::partition)
          .thenComparing(TracedRecord::offset);

  /** See {@link onrecord.events.CloudEvent}: article, version, beginning of the hash. */
  private static final Pattern EVENT_ID = Pattern.compile("@([0-9]{1,18})\\.[0-9a-f]{12}$");

  /** The record as one of the article's, or null when it is another's. */
  static TracedRecord of(Topic topic, ConsumerRecord<byte[], byte[]> record, String id) {
    boolean keyed = record.key() != null && text(record.key()).equals(id);
    EventFacts facts = null;
    switch (topic) {
      case ARTICLES, ENRICHED, COPIES -> {
        if (!keyed) {
          return null;
        }
        facts = EventFacts.of(record.value());
      }
      case QUOTES, REJECTED -> {
        facts = EventFacts.of(record.value());
        String subject = facts.article();
        if (subject == null) {
          subject = header(record.headers(), "ce_subject");
        }
        // A reject's bytes may say anything, so of those the key counts too.
        if (!id.equals(subject) && !(keyed && topic == Topic.REJECTED)) {
          return null;
        }
      }
    }
    return new TracedRecord(
        topic,
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        time(header(record.headers(), "ce_time")),
        facts.version() != null ? facts.version() : version(header(record.headers(), "ce_id")),
        record.value() == null ? null : record.value().length,
        TraceContext.readFrom(record.headers()),
        says(topic, record, facts));
  }

  /** PARTITION:OFFSET. */
  String place() {
    return partition + ":" + offset;
  }

  /** The trace's id out of {@link #traceparent}, or null. */
  String trace() {
    return traceparent == null ? null : traceparent.split("-", -1)[1];
  }

  /** For JSON. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("topic", topic.topicName());
    fields.put("partition", partition);
    fields.put("offset", offset);
    fields.put("time", at);
    fields.put("eventTime", eventTime);
    fields.put("version", version);
    fields.put("bytes", bytes);
    fields.put("traceparent", traceparent);
    fields.put("says", says);
    return fields;
  }

  private static String says(Topic topic, ConsumerRecord<byte[], byte[]> record, EventFacts facts) {
    if (topic == Topic.REJECTED) {
      return rejected(record.headers());
    } else if (record.value() == null) {
      return "a tombstone";
    } else if (!facts.readable()) {
      return "can't be read";
    }
    return switch (topic) {
      case ARTICLES -> "accepted" + unlessUsable(facts.get("pubStatus"));
      case ENRICHED ->
          facts.get("revision.verdict") == null
              ? "enriched" + unlessUsable(facts.get("pubStatus"))
              : facts.get("revision.verdict");
      case QUOTES -> facts.get("operation") + " " + facts.get("quote.id");
      case COPIES ->
          facts.get("original") == null ? "is no copy" : "is a copy of " + facts.get("original");
      case REJECTED -> throw new IllegalStateException("Said before");
    };
  }

  private static String unlessUsable(String pubStatus) {
    return pubStatus == null || pubStatus.equals("usable") ? "" : ", " + pubStatus;
  }

  private static String rejected(Headers headers) {
    try {
      Rejection why = Rejection.readFrom(headers);
      return "rejected at "
          + why.stage()
          + ", attempt "
          + why.attempt()
          + ", from "
          + why.topic()
          + " "
          + why.partition()
          + ":"
          + why.offset()
          + ": "
          + why.reason();
    } catch (IllegalArgumentException e) {
      return "rejected; no headers say why";
    }
  }

  private static Instant time(String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static Long version(String eventId) {
    Matcher matcher = EVENT_ID.matcher(eventId == null ? "" : eventId);
    return matcher.find() ? Long.valueOf(matcher.group(1)) : null;
  }

  private static String header(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null ? null : text(header.value());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
