package onrecord.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.events.EventJson;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad input the whole way: each kind gets a clear answer at the door, or is set aside as it came
 * when it was written to the topic directly, and the good article behind it is stored.
 */
class BadInputIT {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String JSON = "application/json";

  private static WholeWay way;
  private static Onlooker on;
  private static int articles;

  @BeforeAll
  static void everythingStarts() throws Exception {
    way = WholeWay.start(new WholeWay.Plan(null, TestCache.DIRECTORY, 0, 0, 0, 0));
    on = new Onlooker(way.addresses());
  }

  @AfterAll
  static void everythingStops() throws IOException {
    if (way != null) {
      way.close();
    }
  }

  private static Arguments at(String kind, String type, byte[] body, int status, String says) {
    return Arguments.of(Named.of(kind, type), body, status, says);
  }

  static Stream<Arguments> refusedAtTheDoor() {
    byte[] fiftyMegabytes = new byte[50 << 20];
    Arrays.fill(fiftyMegabytes, (byte) 'a');
    return Stream.of(
        at("nothing", TEXT, new byte[0], 422, "empty"),
        at("50 MB of text", TEXT, fiftyMegabytes, 413, "1048576"),
        at("invalid UTF-8", TEXT, new byte[] {'R', 'a', 'i', (byte) 0xFF, 'n'}, 400, "3"),
        at("a NUL", TEXT, "Rain\0fell.".getBytes(UTF_8), 422, "NUL"),
        at("half a pair", JSON, "{\"body\":\"Rain \\uD83D fell.\"}".getBytes(UTF_8), 422, "pair"),
        at("HTML", TEXT, "<html><body><p>Rain</p></body></html>".getBytes(UTF_8), 422, "HTML"),
        at("HTML, said so", "text/html", "<p>Rain</p>".getBytes(UTF_8), 415, "HTML"),
        at("JSON cut in half", JSON, "{\"id\":\"1\",\"bo".getBytes(UTF_8), 400, "column"),
        at("an unknown field", JSON, "{\"bdy\":\"Rain.\"}".getBytes(UTF_8), 422, "bdy"),
        at("no body", JSON, "{\"id\":\"1\"}".getBytes(UTF_8), 422, "body"),
        at(
            "a date that is none",
            JSON,
            "{\"body\":\"Rain.\",\"publishedAt\":\"last Tuesday\"}".getBytes(UTF_8),
            422,
            "publishedAt"));
  }

  @ParameterizedTest
  @MethodSource
  void refusedAtTheDoor(String type, byte[] body, int status, String says) throws Exception {
    HttpResponse<String> answer = on.post(body, "Content-Type", type);
    assertEquals(status, answer.statusCode(), answer.body());
    JsonNode refusal = EventJson.mapper().readTree(answer.body());
    assertEquals("refused", refusal.path("status").asText());
    assertTrue(answer.body().contains(says), answer.body());
    theNextIsStored();
  }

  static Stream<Arguments> setAsideFromTheTopic() {
    return Stream.of(
        Arguments.of("nothing at all", new byte[0], Rejection.DESERIALIZE),
        Arguments.of("a text", "Rain fell.".getBytes(UTF_8), Rejection.DESERIALIZE),
        Arguments.of(
            "invalid UTF-8",
            new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'},
            Rejection.DESERIALIZE),
        Arguments.of("half", "{\"id\":\"h\",\"bo".getBytes(UTF_8), Rejection.DESERIALIZE),
        Arguments.of("no body", "{\"id\":\"n\"}".getBytes(UTF_8), Rejection.VALIDATE),
        Arguments.of(
            "a NUL", "{\"id\":\"z\",\"body\":\"Rain\\u0000\"}".getBytes(UTF_8), Rejection.VALIDATE),
        Arguments.of(
            "half a pair",
            "{\"id\":\"s\",\"body\":\"Rain \\uD83D\"}".getBytes(UTF_8),
            Rejection.VALIDATE),
        Arguments.of(
            "a date that is none",
            "{\"id\":\"d\",\"body\":\"Rain.\",\"publishedAt\":\"soon\"}".getBytes(UTF_8),
            Rejection.DESERIALIZE),
        Arguments.of(
            "a text over the limit",
            ("{\"id\":\"l\",\"body\":\"" + "rain ".repeat(250_000) + "\"}").getBytes(UTF_8),
            Rejection.VALIDATE));
  }

  @ParameterizedTest
  @MethodSource
  void setAsideFromTheTopic(String kind, byte[] value, String stage) throws Exception {
    String key = "topic: " + kind;
    on.send(0, key, value);
    ConsumerRecord<String, byte[]> rejected = on.record(Topic.REJECTED, key::equals);
    assertArrayEquals(value, rejected.value());
    Rejection why = Rejection.readFrom(rejected.headers());
    assertEquals(stage, why.stage(), why.reason());
    assertEquals(Topic.ARTICLES.topicName(), why.topic());
    theNextIsStored();
  }

  @Test
  void aReaderOfTheTopicIgnoresAnUnknownField() throws Exception {
    on.send(0, "open", "{\"id\":\"open\",\"body\":\"Rain.\",\"mood\":\"calm\"}".getBytes(UTF_8));
    on.awaitStored("open");
  }

  @Test
  void utf16WithAByteOrderMarkIsRead() throws Exception {
    byte[] rain = "\uFEFFRégen fell — “hard”.".getBytes(StandardCharsets.UTF_16LE);
    HttpResponse<String> answer = on.post(rain, "Content-Type", "text/plain");
    assertEquals(202, answer.statusCode(), answer.body());
    String id = EventJson.mapper().readTree(answer.body()).path("id").asText();
    on.awaitStored(id);
    assertEquals(
        Optional.of("Régen fell — “hard”."), on.ask("select text from article where id = ?", id));
  }

  private void theNextIsStored() throws Exception {
    String id = "good-" + ++articles;
    HttpResponse<String> answer =
        on.post(
            ("{\"id\":\"" + id + "\",\"body\":\"Fog came in.\"}").getBytes(UTF_8),
            "Content-Type",
            JSON);
    assertEquals(202, answer.statusCode(), answer.body());
    on.awaitStored(id);
  }
}
