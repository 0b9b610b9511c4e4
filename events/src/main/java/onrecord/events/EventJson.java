package onrecord.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * The bytes of the events: JSON in UTF-8, fields in the order of the records, nulls left out. Safe
 * to share between threads.
 */
public final class EventJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  // A token that is none may be the beginning of an article.
                  .errorReportConfiguration(
                      ErrorReportConfiguration.builder().maxErrorTokenLength(0).build())
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxStringLength(Topic.MAX_MESSAGE_BYTES)
                          .maxDocumentLength(2L * Topic.MAX_MESSAGE_BYTES)
                          .build())
                  // A message about bad bytes must not quote an article's body.
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  // An emoji is four bytes of UTF-8, not twelve of escapes.
                  .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                  .build())
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantReader()))
          // A field of another type than the schema's is a fault, not a value to be converted.
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
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
    } catch (MismatchedInputException e) {
      // Jackson's own message would quote the value, which may be an article's body.
      throw new UnreadableEvent(
          path(e) + " must be " + wanted(e.getTargetType()) + place(e.getLocation()), e);
    } catch (JsonProcessingException e) {
      throw new UnreadableEvent(e.getOriginalMessage() + place(e.getLocation()), e);
    } catch (IOException e) {
      throw new UnreadableEvent(String.valueOf(e.getMessage()), e);
    }
  }

  /** The field as in {@code quotes[0].speaker.name}. */
  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.isEmpty() ? "the value" : path.toString();
  }

  private static String wanted(Class<?> type) {
    if (type == String.class) {
      return "a string";
    } else if (type == int.class || type == long.class || type == Long.class) {
      return "a whole number";
    } else if (type == double.class) {
      return "a number";
    } else if (type == Instant.class) {
      return "a date and time such as 2021-06-08T10:15:00Z";
    }
    return type != null && List.class.isAssignableFrom(type) ? "an array" : "an object";
  }

  private static String place(JsonLocation location) {
    return location == null
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }

  /** Takes RFC 3339 strings only: a number might be seconds or milliseconds. */
  private static final class InstantReader extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1;

    InstantReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return (Instant) context.handleUnexpectedToken(Instant.class, parser);
      }
      try {
        return OffsetDateTime.parse(parser.getText()).toInstant();
      } catch (DateTimeParseException e) {
        return (Instant)
            context.handleWeirdStringValue(Instant.class, parser.getText(), "no date and time");
      }
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
