package onrecord.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What must not travel is refused by the records, whoever wrote it, with a message that names the
 * field; and by the schemas, wherever a schema can say it. Each line puts one bad value into a good
 * event: where, the value ({@code x*5} is five x), the message, and "record only" where JSON Schema
 * has no word for it.
 */
class RefusalsTest {
  private static final ObjectMapper JSON = EventJson.mapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /id             | null              | id is missing
          /id             | " "               | id is missing
          /id             | x*513             | id has 513 characters, the most is 512
          /id             | "a\\u0000"        | id has a NUL character at offset 1
          /id             | "a\\ud800"        | id has half a surrogate pair at offset 1     | record only
          /id             | "\\ude00a"        | id has half a surrogate pair at offset 0     | record only
          /id             | 7                 | id must be a string
          /sourceId       | x*2001            | sourceId has 2001 characters
          /version        | 0                 | version is 0, it must be from 1 to
          /version        | -3                | version is -3
          /version        | 9007199254740992  | version is 9007199254740992
          /version        | 1.5               | version must be a whole number
          /version        | "2"               | version must be a whole number
          /pubStatus      | "deleted"         | pubStatus is "deleted", it must be usable, withheld or
          /url            | x*2001            | url has 2001 characters
          /url            | true              | url must be a string
          /source         | "a\\u0000b"       | source has a NUL character
          /headline       | x*2001            | headline has 2001 characters
          /byline         | x*2001            | byline has 2001 characters
          /language       | x*101             | language has 101 characters
          /firstCreated   | "yesterday"       | firstCreated must be a date and time
          /versionCreated | "0000-01-01T00:00:00Z" | versionCreated is 0000-01-01T00:00:00Z, it must
          /publishedAt    | 1615420800        | publishedAt must be a date and time
          /publishedAt    | "+10000-01-01T00:00:00Z" | publishedAt is +10000-01-01T00:00:00Z
          /ingestedAt     | {}                | ingestedAt must be a date and time
          /body           | null              | body is missing
          /body           | ""                | body is empty
          /body           | "\\n "            | body is empty
          /body           | x*1048577         | body has 1048577 bytes of UTF-8
          /body           | é*524289          | body has 1048578 bytes of UTF-8              | record only
          /body           | 😀*262145         | body has 1048580 bytes of UTF-8              | record only
          /body           | "a\\u0000"        | body has a NUL character at offset 1
          /origin         | x*2001            | origin has 2001 characters
          /contentHash    | "00"              | contentHash is not that of the content
          /contentHash    | 0*64              | contentHash is not that of the content       | record only
          """)
  void anArticleRefuses(ArgumentsAccessor line) throws IOException {
    refuses(Article.class, "article.json", line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /id                         | ""       | id is missing
          /id                         | x*513    | id has 513 characters
          /version                    | null     | version must be a whole number
          /version                    | 9007199254740992 | version is 9007199254740992
          /version                    | -9007199254740992 | version is -9007199254740992
          /contentHash                | "abc"    | contentHash is no SHA-256
          /contentHash                | A*64     | contentHash is no SHA-256
          /pubStatus                  | ""       | pubStatus is missing
          /sourceId                   | x*2001   | sourceId has 2001 characters
          /url                        | x*2001   | url has 2001 characters
          /source                     | "\\u0000" | source has a NUL
          /headline                   | x*2001   | headline has 2001 characters
          /byline                     | x*2001   | byline has 2001 characters
          /language                   | x*101    | language has 101 characters
          /firstCreated               | "0000-06-01T00:00:00Z" | firstCreated is
          /versionCreated             | "today"  | versionCreated must be a date and time
          /publishedAt                | "+10000-01-01T00:00:00Z" | publishedAt is
          /ingestedAt                 | null     | ingestedAt is missing
          /origin                     | x*2001   | origin has 2001 characters
          /text                       | null     | text is missing
          /text                       | "\\u0000" | text has a NUL
          /bodyStart                  | -1       | body runs from -1
          /bodyStart                  | 9999     | body runs from 9999                | record only
          /blocks                     | {}       | blocks must be an array
          /blocks/0                   | null     | blocks holds a null
          /blocks/0/kind              | ""       | block.kind is missing
          /blocks/0/kind              | x*101    | block.kind has 101 characters
          /blocks/0/start             | -1       | block runs from -1
          /blocks/0/start             | 99       | block runs from 99 to 56           | record only
          /blocks/0/end               | "56"     | blocks[0].end must be a whole number
          /entities/0                 | null     | entities holds a null
          /entities/0/id              | " "      | entity.id is missing
          /entities/0/id              | x*101    | entity.id has 101 characters
          /entities/0/type            | null     | entity.type is missing
          /entities/0/name            | ""       | entity.name is missing
          /entities/0/names/0         | null     | entity.names holds a null
          /entities/0/names/0         | "\\u0000" | entity.names has a NUL
          /entities/2/roles/0         | "\\udc00" | entity.roles has half a surrogate pair | record only
          /entities/0/mentions        | []       | entity e1 has no mention
          /entities/0/mentions/0      | null     | entity.mentions holds a null
          /entities/0/mentions/0/kind | ""       | mention.kind is missing
          /entities/0/mentions/0/start | -1      | mention runs from -1
          /entities/0/mentions/0/end  | 15       | exact has 16 characters, the mention has 15 | record only
          /entities/0/mentions/0/exact | null    | exact is missing
          /entities/0/salience        | 1.01     | entity.salience is 1.01
          /entities/0/salience        | -0.1     | entity.salience is -0.1
          /entities/0/salience        | "1"      | entities[0].salience must be a number
          /entities/0/resolvedBy      | null     | entity.resolvedBy is missing
          /entities/0/resolvedBy      | x*201    | entity.resolvedBy has 201 characters
          /quotes/0                   | null     | quotes holds a null
          /quotes/0                   | "x"      | quotes[0] must be an object
          /quotes/0/id                | null     | quote.id is missing
          /quotes/0/kind              | ""       | quote.kind is missing
          /quotes/0/spans             | []       | has no span
          /quotes/0/spans/0           | null     | quote.spans holds a null
          /quotes/0/spans/0/start     | -1       | span runs from -1
          /quotes/0/spans/0/end       | 150      | exact has 37 characters, the span has 42 | record only
          /quotes/0/spans/0/exact     | null     | exact is missing
          /quotes/0/quoted/0          | null     | quote.quoted holds a null
          /quotes/0/text              | " "      | quote.text is missing
          /quotes/0/text              | x*1048577 | quote.text has 1048577 characters
          /quotes/0/within            | x*101    | quote.within has 101 characters
          /quotes/0/speaker           | []       | quotes[0].speaker must be an object
          /quotes/0/speaker/kind      | null     | speaker.kind is missing
          /quotes/0/speaker/entity    | x*101    | speaker.entity has 101 characters
          /quotes/0/speaker/name      | "\\u0000" | speaker.name has a NUL
          /quotes/0/speaker/role      | "\\u0000" | speaker.role has a NUL
          /quotes/0/confidence        | 1.5      | quote.confidence is 1.5
          /quotes/0/confidence        | null     | quotes[0].confidence must be a number
          /quotes/0/decidedBy         | ""       | quote.decidedBy is missing
          /quotes/2/candidates/0      | null     | quote.candidates holds a null
          /quotes/2/candidates/0/entity | x*101  | candidate.entity has 101 characters
          /quotes/2/candidates/0/name | "\\u0000" | candidate.name has a NUL
          /quotes/2/candidates/0/confidence | 2  | candidate.confidence is 2.0
          /quotes/0/sameAs            | x*101    | quote.sameAs has 101 characters
          /engine                     | null     | engine is missing
          /engine/name                | ""       | engine.name is missing
          /engine/version             | null     | engine.version is missing
          /engine/model               | x*1001   | engine.model has 1001 characters
          /degraded                   | [null]   | degraded holds a null
          /degraded                   | ["\\u0000"] | degraded has a NUL
          """)
  void anEnrichedArticleRefuses(ArgumentsAccessor line) throws IOException {
    refuses(EnrichedArticle.class, "enriched-article.json", line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /articleId        | null     | articleId is missing
          /articleId        | x*513    | articleId has 513 characters
          /version          | null     | version must be a whole number
          /version          | 9007199254740992 | version is 9007199254740992
          /contentHash      | "abc"    | contentHash is no SHA-256
          /operation        | ""       | operation is missing
          /operation        | x*101    | operation has 101 characters
          /source           | x*2001   | source has 2001 characters
          /url              | x*2001   | url has 2001 characters
          /headline         | "\\u0000" | headline has a NUL
          /publishedAt      | "+10000-01-01T00:00:00Z" | publishedAt is
          /quote            | null     | quote is missing
          /quote/confidence | -1       | quote.confidence is -1.0
          /engine           | null     | engine is missing
          """)
  void aQuoteEventRefuses(ArgumentsAccessor line) throws IOException {
    refuses(QuoteEvent.class, "quote-event.json", line);
  }

  @Test
  void aShareThatIsNoNumberIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Candidate(null, null, Double.NaN));
  }

  @Test
  void aTimeBeyondTheCalendarIsRefused() {
    ArticleBuilder article = new ArticleBuilder("a").body("x").publishedAt(Instant.MAX);

    assertThrows(IllegalArgumentException.class, article::build);
  }

  @Test
  void theLongestBodyIsTaken() {
    String body = "😀".repeat(Article.MAX_BODY_BYTES / 4);

    assertEquals(body, new ArticleBuilder("a").body(body).build().body());
  }

  @Test
  void listsCannotBeChangedAfterwards() {
    List<String> names = new ArrayList<>(List.of("Ana"));
    Entity entity =
        new Entity(
            "e1",
            Entity.PERSON,
            "Ana",
            names,
            null,
            List.of(new Mention(Mention.NAME, 0, 3, "Ana")),
            1,
            "test");
    names.set(0, "Eve");

    assertEquals(List.of("Ana"), entity.names());
    assertEquals(List.of(), entity.roles());
  }

  private static void refuses(Class<? extends Record> type, String example, ArgumentsAccessor line)
      throws IOException {
    String at = line.getString(0);
    String value = line.getString(1);
    String message = line.getString(2);
    boolean recordOnly = line.size() > 3;
    JsonNode event = JSON.readTree(ExamplesTest.committed(example));
    JsonPointer pointer = JsonPointer.compile(at);
    JsonNode parent = event.at(pointer.head());
    String field = pointer.last().getMatchingProperty();
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(field), parsed(value));
    } else {
      ((ObjectNode) parent).set(field, parsed(value));
      if (type == Article.class && !field.equals("contentHash")) {
        ((ObjectNode) parent).remove("contentHash");
      }
    }
    // As escapes, because half a surrogate pair has no bytes of UTF-8.
    byte[] bytes = escaped(event.toString()).getBytes(UTF_8);

    RuntimeException refusal =
        assertThrows(RuntimeException.class, () -> EventJson.read(bytes, type));

    assertTrue(
        refusal instanceof IllegalArgumentException || refusal instanceof EventJson.UnreadableEvent,
        refusal.toString());
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    assertEquals(recordOnly, Schemas.violations(type, event).isEmpty());
  }

  private static JsonNode parsed(String value) throws IOException {
    String[] repeated = value.split("\\*", 2);
    return repeated.length == 2
        ? TextNode.valueOf(repeated[0].repeat(Integer.parseInt(repeated[1])))
        : JSON.readTree(value);
  }

  private static String escaped(String json) {
    StringBuilder ascii = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      ascii.append(Character.isSurrogate(c) ? String.format("\\u%04x", (int) c) : c);
    }
    return ascii.toString();
  }
}
