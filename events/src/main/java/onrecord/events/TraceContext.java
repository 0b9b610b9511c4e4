package onrecord.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The W3C trace context of a record: the header {@code traceparent}, by which all that came of one
 * request can be found. It travels from an article to every record that comes of it.
 */
public final class TraceContext {
  public static final String HEADER = "traceparent";

  private static final Pattern VALID =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private TraceContext() {}

  /** The value when it is a valid one, else null. */
  public static String valid(String traceparent) {
    return traceparent != null && VALID.matcher(traceparent).matches() ? traceparent : null;
  }

  /** The record's, or null when it has none that is valid. */
  public static String readFrom(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    return header == null || header.value() == null
        ? null
        : valid(new String(header.value(), StandardCharsets.UTF_8));
  }

  /** Sets the header, replacing one before it. */
  public static void writeTo(Headers headers, String traceparent) {
    headers.remove(HEADER);
    headers.add(HEADER, traceparent.getBytes(StandardCharsets.UTF_8));
  }

  /** One that is nobody else's. */
  public static String random() {
    byte[] bytes = new byte[24];
    ThreadLocalRandom.current().nextBytes(bytes);
    return of(bytes);
  }

  /** The one of a record that came without: the same whenever it is read. */
  public static String of(String topic, int partition, long offset) {
    MessageDigest sha = Article.sha256();
    sha.update((topic + "-" + partition + "-" + offset).getBytes(StandardCharsets.UTF_8));
    return of(sha.digest());
  }

  private static String of(byte[] bytes) {
    // All zeros would be invalid.
    bytes[0] |= 1;
    bytes[16] |= 1;
    HexFormat hex = HexFormat.of();
    return "00-" + hex.formatHex(bytes, 0, 16) + "-" + hex.formatHex(bytes, 16, 24) + "-01";
  }
}
