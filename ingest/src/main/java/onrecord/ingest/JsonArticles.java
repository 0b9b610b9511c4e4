package onrecord.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.Reader;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import onrecord.events.Article;

/**
 * Articles in a JSON document: one object, or an array of them. Reads as it goes, so that an array
 * may be of any length; what is wrong inside one object spoils no other, what is wrong with the
 * JSON ends the document. For one thread.
 */
final class JsonArticles implements ArticleSource {
  private static final JsonFactory FACTORY =
      ((JsonFactoryBuilder) JsonFactory.builder())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(ArticleReader.MAX_DOCUMENT_BYTES)
                  .build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          // Names come from senders; interned they would stay for good.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final JsonParser parser;
  private final boolean arrayAllowed;
  private final String origin;
  private final Clock clock;
  private boolean begun;
  private boolean array;
  private boolean ended;
  private int line;

  /** The first fault of the object that is being read. */
  private Refused fault;

  /**
   * Reads nothing yet.
   *
   * @param arrayAllowed whether there may be many
   * @param origin where an article comes from that doesn't say so itself, or null
   */
  JsonArticles(Reader text, boolean arrayAllowed, String origin, Clock clock) throws IOException {
    parser = FACTORY.createParser(text);
    this.arrayAllowed = arrayAllowed;
    this.origin = origin;
    this.clock = clock;
  }

  @Override
  public int line() {
    return line;
  }

  @Override
  public Article next() throws IOException, Refused {
    if (ended) {
      return null;
    }
    try {
      if (!begun) {
        begin();
      }
      JsonToken token = array ? parser.nextToken() : parser.currentToken();
      line = parser.currentTokenLocation().getLineNr();
      if (array && token == JsonToken.END_ARRAY) {
        end();
        return null;
      }
      if (token != JsonToken.START_OBJECT) {
        parser.skipChildren();
        if (!array) {
          end();
        }
        throw new Refused(Refusal.Kind.UNREADABLE, null, "an article must be a JSON object");
      }
      fault = null;
      ArticleFields fields = fields();
      if (!array) {
        end();
      }
      if (fault != null) {
        throw fault;
      }
      if (origin != null) {
        fields.putIfAbsent("origin", array ? origin + ":" + line : origin);
      }
      return fields.article(ArticleReader.now(clock));
    } catch (JsonProcessingException e) {
      ended = true;
      throw unreadable(e);
    } catch (StrictReader.Malformed e) {
      ended = true;
      throw e.refused();
    }
  }

  private void begin() throws IOException, Refused {
    begun = true;
    JsonToken first = parser.nextToken();
    if (first == null) {
      ended = true;
      throw new Refused(Refusal.Kind.UNREADABLE, null, "there is no article: the JSON is empty");
    }
    array = first == JsonToken.START_ARRAY;
    if (array && !arrayAllowed) {
      ended = true;
      throw new Refused(
          Refusal.Kind.UNREADABLE,
          null,
          "one article is a JSON object, not an array; send many as application/x-ndjson, one"
              + " object a line");
    }
  }

  private void end() throws IOException, Refused {
    ended = true;
    if (parser.nextToken() != null) {
      JsonLocation where = parser.currentTokenLocation();
      throw new Refused(
          Refusal.Kind.UNREADABLE,
          null,
          "more JSON follows the article "
              + place(where)
              + "; many articles, one a line, are NDJSON (application/x-ndjson, .ndjson, .jsonl)");
    }
  }

  /** Reads the object to its end, whatever is wrong with its fields. */
  private ArticleFields fields() throws IOException {
    ArticleFields fields = new ArticleFields();
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      Refused wrong = null;
      if (!ArticleFields.NAMES.contains(name)) {
        wrong =
            new Refused(
                Refusal.Kind.UNUSABLE,
                name,
                "\""
                    + name
                    + "\" is no field of an article; the fields are "
                    + String.join(", ", ArticleFields.NAMES));
      } else if (!seen.add(name)) {
        wrong = new Refused(Refusal.Kind.UNREADABLE, name, name + " stands there twice");
      } else if (token != JsonToken.VALUE_NULL) {
        boolean isVersion = name.equals("version");
        if (token == (isVersion ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_STRING)) {
          fields.put(name, parser.getText());
        } else {
          wrong =
              new Refused(
                  Refusal.Kind.UNUSABLE,
                  name,
                  name + " must be a " + (isVersion ? "whole number" : "string"));
        }
      }
      if (fault == null) {
        fault = wrong;
      }
      parser.skipChildren();
    }
    return fields;
  }

  private static Refused unreadable(JsonProcessingException e) {
    // Of a bound that was passed Jackson doesn't say where.
    JsonLocation where = e.getLocation();
    String reason =
        "the JSON can't be read: "
            + e.getOriginalMessage()
            + (where == null ? "" : " " + place(where));
    Refusal refusal = new Refusal(Refusal.Kind.UNREADABLE, null, reason);
    return new Refused(refusal.at(null, where == null ? 0 : where.getLineNr()), e);
  }

  private static String place(JsonLocation where) {
    String line = where.getLineNr() == 1 ? "" : "line " + where.getLineNr() + ", ";
    return "(" + line + "column " + where.getColumnNr() + ")";
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
