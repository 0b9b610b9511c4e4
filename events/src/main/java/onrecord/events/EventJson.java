package onrecord.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * The bytes of the events: JSON in UTF-8, fields in the order of the records, nulls left out. Safe
 * to share between threads.
 */
public final class EventJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxStringLength(Topic.MAX_MESSAGE_BYTES)
                          .maxDocumentLength(2L * Topic.MAX_MESSAGE_BYTES)
                          .build())
                  // A message about bad bytes must not quote an article's body.
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private EventJson() {}

  /** A mapper that doors and pages may build on; a copy, so it can be configured further. */
  public static ObjectMapper mapper() {
    return MAPPER.copy();
  }

  /** The event's bytes. */
  public static byte[] write(Record event) {
    try {
      return MAPPER.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "A " + event.getClass().getSimpleName() + " can't be written as JSON", e);
    }
  }

  /**
   * Reads an event, ignoring fields it doesn't know.
   *
   * @throws UnreadableEvent when the bytes are no JSON of such an event; its message says where and
   *     why, and quotes nothing of them
   * @throws IllegalArgumentException when they are, but a field holds what must not travel
   */
  public static <T extends Record> T read(byte[] bytes, Class<T> type) {
    try {
      T event = MAPPER.readValue(bytes, type);
      if (event == null) {
        throw new UnreadableEvent("the value is null", null);
      }
      return event;
    } catch (ValueInstantiationException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        throw refusal;
      }
      throw new UnreadableEvent(e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " (line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr()
                  + ")";
      throw new UnreadableEvent(e.getOriginalMessage() + where, e);
    } catch (IOException e) {
      throw new UnreadableEvent(String.valueOf(e.getMessage()), e);
    }
  }

  /** Bytes that are no JSON of the event they should be. */
  public static final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableEvent(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
