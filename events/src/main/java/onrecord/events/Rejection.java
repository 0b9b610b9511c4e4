package onrecord.events;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Why a record was set aside, in the headers of {@link Topic#REJECTED}; written by the stage that
 * could not take it.
 *
 * @param stage where: one of the constants here
 * @param reason what was wrong and what to do about it; never a body
 * @param exception the class of the exception, or null
 * @param topic where the record stood
 * @param partition where the record stood
 * @param offset where the record stood
 * @param engine the version of the engine that refused it
 * @param attempt which refusal of the record this is, from 1: more once it was sent again
 */
public record Rejection(
    String stage,
    String reason,
    String exception,
    String topic,
    int partition,
    long offset,
    String engine,
    int attempt) {
  public static final String DESERIALIZE = "deserialize";
  public static final String VALIDATE = "validate";
  public static final String ANNOTATE = "annotate";
  public static final String STORE = "store";

  private static final int MAX_REASON_CHARS = 2_000;
  private static final int MAX_ATTEMPT = 1_000_000;
  private static final String PREFIX = "onrecord_reject_";
  private static final String ATTEMPT = PREFIX + "attempt";
  private static final String REDRIVEN_FROM = "onrecord_redriven_from";

  public Rejection {
    Check.required("stage", stage, 100);
    Check.present("reason", reason);
    reason = shortened(reason);
    Check.required("topic", topic, 300);
    Check.required("engine", engine, 100);
    if (attempt < 1 || attempt > MAX_ATTEMPT) {
      throw new IllegalArgumentException("attempt is " + attempt + ", it must be 1 or more");
    }
  }

  /**
   * Which refusal of a record with these headers the next one is. Anybody may write headers, so
   * what is no number counts as none.
   */
  public static int nextAttempt(Headers headers) {
    Header header = headers.lastHeader(ATTEMPT);
    if (header == null || header.value() == null) {
      return 1;
    }
    String text = new String(header.value(), StandardCharsets.UTF_8);
    return text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) + 1 : 1;
  }

  /** Sets the headers, replacing those of an earlier rejection. */
  public void writeTo(Headers headers) {
    set(headers, "onrecord_reject_stage", stage);
    set(headers, "onrecord_reject_reason", reason);
    headers.remove("onrecord_reject_exception");
    if (exception != null) {
      set(headers, "onrecord_reject_exception", exception);
    }
    set(headers, "onrecord_reject_topic", topic);
    set(headers, "onrecord_reject_partition", Integer.toString(partition));
    set(headers, "onrecord_reject_offset", Long.toString(offset));
    set(headers, "onrecord_reject_engine", engine);
    set(headers, ATTEMPT, Integer.toString(attempt));
  }

  /** Reads the headers back; an absent one is an {@link IllegalArgumentException}. */
  public static Rejection readFrom(Headers headers) {
    return new Rejection(
        get(headers, "onrecord_reject_stage"),
        get(headers, "onrecord_reject_reason"),
        get(headers, "onrecord_reject_exception"),
        get(headers, "onrecord_reject_topic"),
        Integer.parseInt(get(headers, "onrecord_reject_partition")),
        Long.parseLong(get(headers, "onrecord_reject_offset")),
        get(headers, "onrecord_reject_engine"),
        // Rejects older than the header were refused for the first time.
        headers.lastHeader(ATTEMPT) == null ? 1 : Integer.parseInt(get(headers, ATTEMPT)));
  }

  /** Where the record stood, as TOPIC:PARTITION:OFFSET; it names the record for ever. */
  public String origin() {
    return topic + ":" + partition + ":" + offset;
  }

  /**
   * Makes the headers of a reject those of its record sent again: its own, which attempt it was,
   * and where it stood before.
   */
  public void redrive(Headers headers) {
    for (Header header : headers.toArray()) {
      if (header.key().startsWith(PREFIX)) {
        headers.remove(header.key());
      }
    }
    set(headers, ATTEMPT, Integer.toString(attempt));
    set(headers, REDRIVEN_FROM, origin());
  }

  /** The {@link #origin} of a record that was sent again, or null. */
  public static String redrivenFrom(Headers headers) {
    Header header = headers.lastHeader(REDRIVEN_FROM);
    return header == null || header.value() == null ? null : get(headers, REDRIVEN_FROM);
  }

  /** Cuts a reason that is too long, but no character in half. */
  private static String shortened(String reason) {
    if (reason.length() <= MAX_REASON_CHARS) {
      return reason;
    }
    boolean inside = Character.isHighSurrogate(reason.charAt(MAX_REASON_CHARS - 1));
    return reason.substring(0, inside ? MAX_REASON_CHARS - 1 : MAX_REASON_CHARS);
  }

  private static void set(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String get(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    // Anybody may write headers, also one without a value.
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
