package onrecord.local.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import onrecord.events.Article;
import onrecord.events.EventJson;

/**
 * What the bytes of an event say of it, read without making an event or keeping a text: anybody may
 * write to a topic, and an event may have 16 MB. Of bytes that are no JSON it has what stands
 * before the fault; a field that is longer than an id may be is left out.
 */
final class EventFacts {
  private static final JsonFactory JSON = EventJson.mapper().getFactory();
  private static final Set<String> OBJECTS = Set.of("revision", "quote");
  private static final Set<String> FACTS =
      Set.of(
          "id",
          "articleId",
          "version",
          "sequence",
          "pubStatus",
          "operation",
          "original",
          "revision.verdict",
          "quote.id");

  private final Map<String, String> facts = new HashMap<>();
  private boolean readable;

  private EventFacts() {}

  /**
   * Reads them.
   *
   * @param value a record's; may be null
   */
  static EventFacts of(byte[] value) {
    EventFacts of = new EventFacts();
    if (value == null) {
      return of;
    }
    try (JsonParser parser = JSON.createParser(value)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        of.read(parser, "");
        of.readable = parser.nextToken() == null;
      }
    } catch (IOException e) {
      // Said by the sign that it is not readable.
    }
    return of;
  }

  private void read(JsonParser parser, String prefix) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = prefix + parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT && OBJECTS.contains(name)) {
        read(parser, name + ".");
      } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL && FACTS.contains(name)) {
        String text = parser.getText();
        if (text.length() <= Article.MAX_ID_CHARS) {
          facts.put(name, text);
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  /** Whether all of it is one JSON object. */
  boolean readable() {
    return readable;
  }

  /** What a field holds, as text; null when it isn't there. */
  String get(String name) {
    return facts.get(name);
  }

  /** The article it is about, or null. */
  String article() {
    return facts.getOrDefault("articleId", facts.get("id"));
  }

  /** Its place in the order of versions, of a copy's event its sequence; null when it says none. */
  Long version() {
    String number = facts.getOrDefault("version", facts.get("sequence"));
    return number != null && number.matches("[0-9]{1,18}") ? Long.valueOf(number) : null;
  }
}
