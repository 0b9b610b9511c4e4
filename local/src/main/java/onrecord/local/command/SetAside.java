package onrecord.local.command;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What is told of a record of {@link Topic#REJECTED}, its bytes left out.
 *
 * @param place where it stands there
 * @param at its timestamp, which is that of the record that was set aside
 * @param id its key, or null when it has none
 * @param why its headers
 * @param size how many bytes it has; null for a tombstone
 */
record SetAside(RejectPlace place, Instant at, String id, Rejection why, Integer size) {

  /** Headers that say no reason are an {@link IllegalArgumentException}. */
  static SetAside of(ConsumerRecord<byte[], byte[]> record) {
    return new SetAside(
        new RejectPlace(record.partition(), record.offset()),
        Instant.ofEpochMilli(record.timestamp()),
        record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
        Rejection.readFrom(record.headers()),
        record.value() == null ? null : record.value().length);
  }

  /** For JSON. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("place", place.toString());
    fields.put("time", at);
    fields.put("id", id);
    fields.put("rejection", why);
    fields.put("size", size);
    return fields;
  }
}
