package onrecord.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import onrecord.events.Article;
import onrecord.events.EventJson;

/**
 * What the door answers about one article. Holds no article, so that many may wait.
 *
 * @param httpStatus the status when it is the whole answer
 * @param json the answer as a JSON object
 */
record Outcome(int httpStatus, String json) {
  static final int ACCEPTED = 202;
  static final int TOO_MANY = 429;
  static final int UNAVAILABLE = 503;

  private static final ObjectMapper MAPPER = EventJson.mapper();

  /**
   * Kafka has it.
   *
   * @param line in a batch, else 0
   */
  static Outcome accepted(Article article, Publisher.Place place, int line) {
    Map<String, Object> fields = fields("accepted", line);
    fields.put("id", article.id());
    fields.put("version", article.order(article.ingestedAt().toEpochMilli()));
    fields.put("contentHash", article.contentHash());
    fields.put("topic", place.topic());
    fields.put("partition", place.partition());
    fields.put("offset", place.offset());
    return of(ACCEPTED, fields);
  }

  /** It is not taken, and sending it again would change nothing. */
  static Outcome refused(Refusal refusal) {
    Map<String, Object> fields = fields("refused", refusal.line());
    if (refusal.field() != null) {
      fields.put("field", refusal.field());
    }
    fields.put("reason", refusal.reason());
    return of(refusal.kind().httpStatus, fields);
  }

  /**
   * It is not taken, and should be sent again.
   *
   * @param line in a batch, else 0
   */
  static Outcome later(int httpStatus, int line, String reason) {
    Map<String, Object> fields = fields("later", line);
    fields.put("reason", reason);
    return of(httpStatus, fields);
  }

  /** Whether the sender should come again. */
  boolean isLater() {
    return httpStatus == TOO_MANY || httpStatus == UNAVAILABLE;
  }

  private static Map<String, Object> fields(String status, int line) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("status", status);
    if (line > 0) {
      fields.put("line", line);
    }
    return fields;
  }

  private static Outcome of(int httpStatus, Map<String, Object> fields) {
    try {
      return new Outcome(httpStatus, MAPPER.writeValueAsString(fields));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A map of strings and numbers can't be written as JSON", e);
    }
  }
}
