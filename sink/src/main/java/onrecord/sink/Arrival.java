package onrecord.sink;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.events.EnrichedArticle;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A version of an article as it came.
 *
 * @param article the event
 * @param partition where the event stands
 * @param offset where the event stands
 * @param traceId of the W3C trace context in its header, or null
 */
record Arrival(EnrichedArticle article, int partition, long offset, String traceId) {
  private static final Pattern TRACE_PARENT =
      Pattern.compile("(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-.{2}.*");

  static Arrival of(EnrichedArticle article, ConsumerRecord<?, ?> record) {
    return new Arrival(article, record.partition(), record.offset(), traceId(record));
  }

  private static String traceId(ConsumerRecord<?, ?> record) {
    Header header = record.headers().lastHeader("traceparent");
    if (header == null || header.value() == null) {
      return null;
    }
    String value = new String(header.value(), StandardCharsets.US_ASCII);
    Matcher matcher = TRACE_PARENT.matcher(value);
    return matcher.matches() ? matcher.group(1) : null;
  }
}
