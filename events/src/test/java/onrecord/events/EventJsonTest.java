package onrecord.events;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
  private static final ObjectMapper JSON = EventJson.mapper();
  private static final String SECRET = "Marlowe";

  @Test
  void fieldsThatTheReaderDoesNotKnowAreIgnored() throws IOException {
    ObjectNode event = (ObjectNode) JSON.readTree(EventJson.write(Examples.enriched()));
    event.putObject("tomorrow").put("a", 1);
    ((ObjectNode) event.at("/quotes/0/speaker")).put("gender", "x");

    assertEquals(
        Examples.enriched(), EventJson.read(JSON.writeValueAsBytes(event), EnrichedArticle.class));
  }

  @Test
  void wordsThatTheReaderDoesNotKnowArePassedThrough() throws IOException {
    ObjectNode event = (ObjectNode) JSON.readTree(EventJson.write(Examples.enriched()));
    event.put("pubStatus", "embargoed");
    ((ObjectNode) event.at("/blocks/0")).put("kind", "table");
    ((ObjectNode) event.at("/entities/0")).put("type", "SHIP");
    ((ObjectNode) event.at("/entities/0/mentions/0")).put("kind", "nickname");
    ((ObjectNode) event.at("/quotes/0")).put("kind", "sung");
    ((ObjectNode) event.at("/quotes/0/speaker")).put("kind", "choir");

    byte[] bytes = JSON.writeValueAsBytes(event);

    assertEquals(
        event, JSON.readTree(EventJson.write(EventJson.read(bytes, EnrichedArticle.class))));
  }

  @Test
  void nullsAreLeftOut() {
    byte[] bytes = EventJson.write(new ArticleBuilder("a").body("b").build());

    assertFalse(new String(bytes, UTF_8).contains("null"));
  }

  @Test
  void charactersAreWrittenAsTheyAre() {
    String body = "é “x” \u2028 😀";

    byte[] bytes = EventJson.write(new ArticleBuilder("a").body(body).build());

    assertTrue(new String(bytes, UTF_8).contains("é “x” "));
    assertTrue(new String(bytes, UTF_8).contains("😀"));
    assertEquals(body, EventJson.read(bytes, Article.class).body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T10:00:00Z",
        "2026-03-01T12:00:00+02:00",
        "2026-03-01T10:00:00.000Z",
        "2026-03-01T10:00Z"
      })
  void timesAreReadInAnyOffset(String time) {
    Article article = read("{\"id\":\"a\",\"body\":\"b\",\"publishedAt\":\"" + time + "\"}");

    assertEquals(Instant.parse("2026-03-01T10:00:00Z"), article.publishedAt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "7",
        "[]",
        "\"Marlowe\"",
        "Marlowe said so.",
        "{",
        "{\"id\":\"Marlowe\",",
        "{\"id\":\"a\",\"body\":\"Marlowe",
        "{\"id\":\"a\",\"body\":\"b\"} Marlowe",
        "{\"id\":\"a\",\"body\":\"b\"} {}",
        "{\"id\":\"a\",\"body\":\"b\",\"body\":\"Marlowe\"}",
        "{\"id\":\"a\",\"body\":[\"Marlowe\"]}",
        "{\"id\":\"a\",\"version\":\"Marlowe\"}",
        "{\"id\":\"a\",\"publishedAt\":\"Marlowe\"}",
        "{\"id\":\"a\",\"body\":\"Marlowe \\x\"}",
        "<html>Marlowe</html>",
        "'Marlowe'"
      })
  void whatIsNoEventIsRefusedWithoutQuotingIt(String json) {
    EventJson.UnreadableEvent refusal =
        assertThrows(EventJson.UnreadableEvent.class, () -> read(json));

    assertFalse(refusal.getMessage().contains(SECRET), refusal.getMessage());
    assertFalse(refusal.getMessage().isBlank());
  }

  @Test
  void brokenBytesAreRefused() {
    byte[] latin1 = "{\"id\":\"a\",\"body\":\"café.\"}".getBytes(ISO_8859_1);

    assertThrows(EventJson.UnreadableEvent.class, () -> EventJson.read(latin1, Article.class));
  }

  @Test
  void nestingWithoutEndIsRefused() {
    assertThrows(EventJson.UnreadableEvent.class, () -> read("{\"x\":" + "[".repeat(100_000)));
  }

  @Test
  void aMessageSaysWhichFieldAndWhere() {
    EventJson.UnreadableEvent refusal =
        assertThrows(
            EventJson.UnreadableEvent.class,
            () -> read("{\n \"id\": \"a\",\n \"version\": \"1\"}"));

    assertEquals("version must be a whole number (line 3, column 13)", refusal.getMessage());
  }

  @Test
  void aCopyOfTheMapperLeavesTheEventsAlone() {
    EventJson.mapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    assertTrue(new String(EventJson.write(Examples.article()), UTF_8).contains("\"contentHash\""));
  }

  private static Article read(String json) {
    return EventJson.read(json.getBytes(UTF_8), Article.class);
  }
}
