package onrecord.ingest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import onrecord.events.Article;
import onrecord.events.Topic;
import onrecord.ingest.DoorUnderTest.Answer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ArticlesDoorTest {
  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";
  private static final String TEXT = "text/plain; charset=utf-8";

  @Test
  void anAcceptedArticleIsAnsweredWithWhereItStands() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      Answer answer = door.post(JSON, "{\"id\":\"a1\",\"source\":\"The Wire\",\"body\":\"Hi.\"}");

      assertEquals(202, answer.status());
      assertEquals(
          "{\"status\":\"accepted\",\"id\":\"the-wire:a1\",\"version\":1740830400123,\"contentHash\":\""
              + door.sent().get(0).contentHash()
              + "\",\"topic\":\""
              + Topic.ARTICLES.topicName()
              + "\",\"partition\":0,\"offset\":0}",
          answer.body());
    }
  }

  @Test
  void theRecordHasTheArticlesIdAsKeyItsTimeAndItsCloudEventHeaders() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      door.post(JSON, "{\"id\":\"a1\",\"body\":\"Hi.\"}");

      ProducerRecord<String, byte[]> record = door.kafka.history().get(0);
      assertEquals("a1", record.key());
      assertEquals(DoorUnderTest.NOW.toEpochMilli(), record.timestamp());
      assertEquals(
          Topic.ARTICLES.eventType(),
          new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void everyFieldArrives() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      door.post(
          JSON,
          """
          {"id":"a1","version":3,"pubStatus":"usable","url":"https://x.test/a","source":"S",
           "headline":"H","byline":"By B","language":"en-GB","firstCreated":"2021-06-08",
           "versionCreated":"2021-06-08T10:15:00+02:00","publishedAt":"2021-06-08T10:15Z",
           "body":"B.","origin":"cms"}
          """);

      Article article = door.sent().get(0);
      assertEquals("s:a1", article.id());
      assertEquals("a1", article.sourceId());
      assertEquals(3, article.version());
      assertEquals("https://x.test/a", article.url());
      assertEquals("H", article.headline());
      assertEquals("By B", article.byline());
      assertEquals("en-GB", article.language());
      assertEquals("2021-06-08T00:00:00Z", article.firstCreated().toString());
      assertEquals("2021-06-08T08:15:00Z", article.versionCreated().toString());
      assertEquals("2021-06-08T10:15:00Z", article.publishedAt().toString());
      assertEquals("cms", article.origin());
      assertEquals(DoorUnderTest.NOW, article.ingestedAt());
    }
  }

  @Test
  void aTextIsTheBodyAndItsHeadersAreTheFields() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      door.post(
          TEXT,
          "  Ein Text.\n",
          "Article-Id",
          "t1",
          "Article-Headline",
          "Stra%C3%9Fe, 100%25",
          "Article-Pub-Status",
          "withheld",
          "Article-Published-At",
          "2021-06-08T10:15:00+02:00");

      Article article = door.sent().get(0);
      assertEquals("  Ein Text.\n", article.body());
      assertEquals("Straße, 100%", article.headline());
      assertEquals("withheld", article.pubStatus());
      assertEquals("2021-06-08T08:15:00Z", article.publishedAt().toString());
    }
  }

  @Test
  void whatIsGivenBeatsWhatIsRecognised() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      door.post(
          TEXT,
          "Council Votes to Close Two Libraries\n\nBy Jane Roe\n\nThe council voted.",
          "Article-Byline",
          "By A. N. Other");

      Article article = door.sent().get(0);
      assertEquals("Council Votes to Close Two Libraries", article.headline());
      assertEquals("By A. N. Other", article.byline());
    }
  }

  @Test
  void anOutletThatIsOnlyRecognisedIsNoPartOfTheIdentity() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      door.post(TEXT, "Tide Rises Over Quay\n\nThe Ellery Courier\n\nIt rose.", "Article-Id", "t1");

      assertEquals("The Ellery Courier", door.sent().get(0).source());
      assertEquals("t1", door.sent().get(0).id());
    }
  }

  /**
   * The bad input, one a row: what is sent, the status, the field, a word of the reason.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"body\":\"x                              | 400 |             | column",
        "{\"body\":\"x\"} {}                        | 400 |             | more JSON",
        "{\"body\":\"x\",\"body\":\"y\"}            | 400 | body        | twice",
        "[{\"body\":\"x\"}]                         | 400 |             | array",
        "`\"x\"`                                    | 400 |             | object",
        "`null`                                     | 400 |             | object",
        "``                                         | 400 |             | empty",
        "{\"bdy\":\"x\"}                            | 422 | bdy         | no field",
        "{\"id\":\"x\"}                             | 422 | body        | missing",
        "{\"body\":\" \\n\"}                        | 422 | body        | missing",
        "{\"body\":\"a\\u0000\"}                    | 422 | body        | NUL character at offset 1",
        "{\"body\":\"a\\ud800b\"}                   | 422 | body        | surrogate",
        "{\"body\":\"<!DOCTYPE html><p>x\"}         | 422 | body        | HTML",
        "{\"body\":5}                               | 422 | body        | string",
        "{\"body\":\"x\",\"publishedAt\":\"soon\"}  | 422 | publishedAt | no date",
        "{\"body\":\"x\",\"publishedAt\":\"2021-02-30\"} | 422 | publishedAt | no date",
        "{\"body\":\"x\",\"publishedAt\":\"2021-06-08T10:15:00\"} | 422 | publishedAt | no date",
        "{\"body\":\"x\",\"publishedAt\":1623146100} | 422 | publishedAt | string",
        "{\"body\":\"x\",\"version\":1.0}           | 422 | version     | whole number",
        "{\"body\":\"x\",\"version\":\"1\"}         | 422 | version     | whole number",
        "{\"body\":\"x\",\"version\":0}             | 422 | version     | from 1",
        "{\"body\":\"x\",\"version\":9007199254740992} | 422 | version  | from 1",
        "{\"body\":\"x\",\"version\":1e400}         | 422 | version     | whole number",
        "{\"body\":\"x\",\"pubStatus\":\"gone\"}    | 422 | pubStatus   | usable",
        "{\"pubStatus\":\"canceled\"}               | 422 | id          | withdraw",
        "{\"body\":\"x\",\"url\":\"javascript:x\"}  | 422 | url         | http",
        "{\"body\":\"x\",\"language\":\"e n\"}      | 422 | language    | BCP 47",
        "{\"body\":\"x\",\"headline\":\"a\\u0000\"} | 422 | headline    | NUL",
        "{\"body\":\"x\",\"id\":\"\\udc00\"}        | 422 | id          | surrogate",
        "{\"body\":\"x\",\"\\udc00\":1}             | 400 |             | surrogate"
      })
  void badJsonIsRefusedWithWhatIsWrong(String body, int status, String field, String word)
      throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      Answer answer = door.post(JSON, body == null ? "" : body);

      assertEquals(status, answer.status(), answer.body());
      assertEquals("refused", answer.json().path("status").asText());
      assertEquals(field, answer.json().path("field").asText(null));
      assertTrue(answer.json().path("reason").asText().contains(word), answer.body());
      assertTrue(door.sent().isEmpty());
    }
  }

  @Test
  void jsonThatCantBeReadIsRefusedWithItsLine() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      Answer answer = door.post(JSON, "{\n\"body\": x}");

      assertEquals(400, answer.status());
      assertEquals(2, answer.json().path("line").asInt());
      assertTrue(answer.body().contains("line 2, column "), answer.body());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html                | HTML where text was expected",
        "application/xml          | application/xml",
        "application/x-www-form-urlencoded | send application/json",
        "text/plain; charset=nope | charset",
        "text/plain; charset=\"\" | charset"
      })
  void anotherMediaTypeIsRefusedByName(String type, String word) throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      Answer answer = door.post(type, "x");

      assertEquals(415, answer.status());
      assertTrue(answer.body().contains(word), answer.body());
    }
  }

  @Test
  void aRequestWithoutContentTypeIsRefused() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      assertEquals(415, door.post(null, "x").status());
    }
  }

  @Test
  void aCompressedRequestIsRefused() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      assertEquals(415, door.post(TEXT, "x", "Content-Encoding", "gzip").status());
    }
  }

  @Test
  void invalidUtf8IsRefusedWithItsOffset() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      Answer answer = door.post(TEXT, new byte[] {'a', 'b', (byte) 0xC3, '('});

      assertEquals(400, answer.status());
      assertTrue(answer.body().contains("offset 2"), answer.body());
    }
  }

  @Test
  void utf16WithAMarkIsRead() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      door.post("text/plain", "\uFEFFGrüße.".getBytes(StandardCharsets.UTF_16LE));

      assertEquals("Grüße.", door.sent().get(0).body());
    }
  }

  @Test
  void aTextThatIsHtmlIsRefused() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      Answer answer = door.post(TEXT, "\n<html lang=en><body>x");

      assertEquals(422, answer.status());
      assertTrue(answer.body().contains("HTML"), answer.body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\n"})
  void anEmptyTextIsRefused(String body) throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      Answer answer = door.post(TEXT, body);

      assertEquals(422, answer.status());
      assertTrue(answer.body().contains("empty"), answer.body());
    }
  }

  @Test
  void fiftyMegabytesOfTextAreRefused() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      assertEquals(413, door.post(TEXT, new byte[50 << 20]).status());
      assertEquals(202, door.post(TEXT, "Still here.").status());
    }
  }

  @Test
  void aBodyOfMoreThanTheMostIsRefused() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      Answer answer = door.post(TEXT, "é".repeat(Article.MAX_BODY_BYTES / 2 + 1));

      assertEquals(413, answer.status());
      assertEquals("body", answer.json().path("field").asText());
    }
  }

  @Test
  void aRequestThatSaysItIsTooLargeIsRefused() throws Exception {
    try (DoorUnderTest door = open("MAX_REQUEST_BYTES", "1048576")) {
      assertEquals(413, door.post(LINES, new byte[2 << 20]).status());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Article-Heading, x, Article-Heading",
    "Article-Body, x, Article-Body",
    "Article-Headline, 5% more, headline",
    "Article-Headline, %ff, headline",
    "Article-Version, 1.5, version"
  })
  void aBadHeaderIsRefusedByName(String header, String value, String field) throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      Answer answer = door.post(TEXT, "Text.", header, value);

      assertTrue(answer.status() == 400 || answer.status() == 422, answer.body());
      assertEquals(field, answer.json().path("field").asText());
    }
  }

  @Test
  void aHeaderThatStandsThereTwiceIsRefused() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      Answer answer = door.post(TEXT, "Text.", "Article-Id", "a", "Article-Id", "b");

      assertEquals(400, answer.status());
      assertEquals("id", answer.json().path("field").asText());
    }
  }

  @Test
  void oneBadLineSpoilsNoOther() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      Answer answer =
          door.post(
              LINES,
              """
              {"id":"a","body":"A."}

              {"id":"b","body":
              {"id":"c","bdy":"C."}
              {"id":"d","body":"D."}""");

      assertEquals(200, answer.status());
      assertEquals(
          List.of("1 accepted", "3 refused", "4 refused", "5 accepted"), linesAndStatus(answer));
      assertEquals("bdy", answer.lines().get(2).path("field").asText());
      assertEquals(List.of("a", "d"), door.sent().stream().map(Article::id).toList());
    }
  }

  @Test
  void aLineOfBadBytesSpoilsNoOther() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      byte[] lines = "{\"body\":\"?\"}\n{\"body\":\"ok\"}".getBytes(StandardCharsets.UTF_8);
      lines[9] = (byte) 0xFF;

      Answer answer = door.post(LINES, lines);

      assertEquals("refused", answer.lines().get(0).path("status").asText());
      assertEquals("accepted", answer.lines().get(1).path("status").asText());
    }
  }

  @Test
  void aLineThatIsTooLongSpoilsNoOther() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      String tooLong = "{\"body\":\"" + "x".repeat(ArticleReader.MAX_DOCUMENT_BYTES) + "\"}";

      Answer answer = door.post(LINES, tooLong + "\n{\"body\":\"ok\"}\n");

      assertEquals(200, answer.status());
      assertTrue(answer.lines().get(0).path("reason").asText().contains("bytes"));
      assertEquals("accepted", answer.lines().get(1).path("status").asText());
    }
  }

  @Test
  void aBatchWithoutArticlesIsRefused() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      assertEquals(400, door.post(LINES, "\n\n").status());
    }
  }

  @Test
  void aBatchThatIsTooLongIsTakenUpToItsBound() throws Exception {
    try (DoorUnderTest door = open("MAX_BATCH_LINES", "2")) {
      Answer answer = door.post(LINES, "{\"body\":\"1\"}\n".repeat(3));

      assertEquals(413, answer.status());
      assertEquals("accepted", answer.lines().get(1).path("status").asText());
      JsonNode last = answer.lines().get(2);
      assertEquals("later", last.path("status").asText());
      assertEquals(3, last.path("line").asInt());
      assertEquals(2, door.sent().size());
    }
  }

  @Test
  void aBatchThatIsCutInALineSaysThatThisLineMustComeAgain() throws Exception {
    try (DoorUnderTest door = open("MAX_REQUEST_BYTES", "1048576")) {
      String line = "{\"body\":\"" + "x".repeat(300_000) + "\"}\n";

      Answer answer = door.stream(LINES, line.repeat(5));

      assertEquals(413, answer.status());
      assertEquals(
          List.of("1 accepted", "2 accepted", "3 accepted", "4 later"), linesAndStatus(answer));
    }
  }

  @Test
  void anArticleIsNotAcceptedBeforeKafkaHasIt() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open(false, Map.of())) {
      CompletableFuture<Answer> answer = door.begin(JSON, "{\"body\":\"Hi.\"}");
      await().until(() -> door.kafka.history().size() == 1);
      assertFalse(answer.isDone());

      door.kafka.completeNext();

      assertEquals(202, answer.get(20, TimeUnit.SECONDS).status());
    }
  }

  @Test
  void whatKafkaDoesntTakeInTimeIsAnsweredWithComeAgain() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open(false, Map.of())) {
      CompletableFuture<Answer> answer = door.begin(JSON, "{\"body\":\"Hi.\"}");
      await().until(() -> door.kafka.history().size() == 1);

      door.kafka.errorNext(new TimeoutException("no broker"));

      assertEquals(503, answer.get(20, TimeUnit.SECONDS).status());
      assertEquals("5", answer.join().retryAfter());
      assertEquals("later", answer.join().json().path("status").asText());
    }
  }

  @Test
  void aBatchSaysWhichLinesKafkaDidntTake() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open(false, Map.of())) {
      CompletableFuture<Answer> answer = door.begin(LINES, "{\"body\":\"1\"}\n{\"body\":\"2\"}\n");
      await().until(() -> door.kafka.history().size() == 2);

      door.kafka.completeNext();
      door.kafka.errorNext(new TimeoutException("no broker"));

      assertEquals(503, answer.get(20, TimeUnit.SECONDS).status());
      assertEquals("accepted", answer.join().lines().get(0).path("status").asText());
      assertEquals("later", answer.join().lines().get(1).path("status").asText());
      assertEquals(2, answer.join().lines().get(1).path("line").asInt());
    }
  }

  @Test
  void moreThanMayBeInFlightIsAnsweredWithTooMany() throws Exception {
    try (DoorUnderTest door =
        DoorUnderTest.open(false, Map.of("ONRECORD_MAX_IN_FLIGHT_BYTES", "1048576"))) {
      CompletableFuture<Answer> first = door.begin(TEXT, "x".repeat(1_000_000));
      await().until(() -> door.kafka.history().size() == 1);

      Answer second = door.post(TEXT, "y".repeat(100_000));

      assertEquals(429, second.status());
      assertEquals("1", second.retryAfter());
      door.kafka.completeNext();
      assertEquals(202, first.get(20, TimeUnit.SECONDS).status());
      CompletableFuture<Answer> again = door.begin(TEXT, "y".repeat(100_000));
      await().until(() -> door.kafka.history().size() == 2);
      door.kafka.completeNext();
      assertEquals(202, again.get(20, TimeUnit.SECONDS).status());
    }
  }

  @Test
  void aBatchThatFindsNoRoomSaysFromWhichLineOnToComeAgain() throws Exception {
    try (DoorUnderTest door =
        DoorUnderTest.open(
            false,
            Map.of(
                "ONRECORD_MAX_IN_FLIGHT_BYTES", "1048576", "ONRECORD_DELIVERY_TIMEOUT", "PT1S"))) {
      String large = "{\"body\":\"" + "x".repeat(900_000) + "\"}\n";
      CompletableFuture<Answer> answer = door.begin(LINES, large + large + "{\"body\":\"3\"}\n");
      await().until(() -> door.kafka.history().size() == 1);
      // The second waits for room as long as Kafka may take, then the third isn't read any more.
      await().atMost(Duration.ofSeconds(10)).until(() -> counted(door, "delayed_total") >= 2);

      door.kafka.completeNext();

      assertEquals(429, answer.get(20, TimeUnit.SECONDS).status());
      assertEquals(List.of("1 accepted", "2 later", "3 later"), linesAndStatus(answer.join()));
    }
  }

  @Test
  void aRequestThatBreaksOffPublishesNothing() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      try (Socket socket = connect(door)) {
        send(socket, head(100) + "Half an article.");
      }

      await().until(() -> counted(door, "refused_total{reason=\"unreadable\"}") == 1);
      assertTrue(door.sent().isEmpty());
    }
  }

  @Test
  void aRequestThatTakesTooLongIsCutOff() throws Exception {
    try (DoorUnderTest door = open("REQUEST_TIMEOUT", "PT0.000001S");
        Socket socket = connect(door)) {
      send(socket, head(2) + "a");
      send(socket, "b");

      byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 408".length());
      assertEquals("HTTP/1.1 408", new String(status, StandardCharsets.US_ASCII));
    }
  }

  @Test
  void stoppingLetsARequestUnderWayFinish() throws Exception {
    DoorUnderTest door = DoorUnderTest.open(false, Map.of());
    CompletableFuture<Answer> answer = door.begin(JSON, "{\"body\":\"Hi.\"}");
    await().until(() -> door.kafka.history().size() == 1);
    CompletableFuture<Boolean> stopped =
        CompletableFuture.supplyAsync(() -> door.service.stop(Duration.ofSeconds(20)));

    await().until(() -> door.post(JSON, "{\"body\":\"No.\"}").status() == 503);
    door.kafka.completeNext();

    assertTrue(stopped.get(20, TimeUnit.SECONDS));
    assertEquals(202, answer.get(20, TimeUnit.SECONDS).status());
    assertNull(door.service.awaitEnd());
  }

  @Test
  void healthAndMetricsStandBesideTheDoor() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      door.post(JSON, "{\"body\":\"Hi.\"}");
      door.post(JSON, "{");

      assertEquals(200, door.get("/health/live").status());
      assertEquals(200, door.get("/health/ready").status());
      assertEquals(1, counted(door, "accepted_total"));
      assertEquals(1, counted(door, "refused_total{reason=\"unreadable\"}"));
      assertTrue(door.get("/metrics").body().contains("onrecord_article_acknowledgement_seconds"));
    }
  }

  @Test
  void aWithdrawalNeedsNoBody() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      assertEquals(202, door.post(JSON, "{\"id\":\"a1\",\"pubStatus\":\"canceled\"}").status());
      assertEquals(
          202, door.post(TEXT, "", "Article-Id", "a1", "Article-Pub-Status", "canceled").status());

      assertEquals(List.of("a1", "a1"), door.sent().stream().map(Article::id).toList());
    }
  }

  @Test
  void headersMayBeLongButNotEndless() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      String encoded = "%E8%AE%AE".repeat(2_000);
      assertEquals(202, door.post(TEXT, "Text.", "Article-Headline", encoded).status());
      assertEquals(431, door.post(TEXT, "Text.", "X", "x".repeat(70_000)).status());
    }
  }

  @Test
  void anotherMethodIsNotAllowed() throws Exception {
    try (DoorUnderTest door = DoorUnderTest.open()) {
      assertEquals(405, door.get("/articles").status());
    }
  }

  private static List<String> linesAndStatus(Answer answer) {
    return answer.lines().stream()
        .map(line -> line.path("line").asText() + " " + line.path("status").asText())
        .toList();
  }

  private static Socket connect(DoorUnderTest door) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), door.service.port());
  }

  private static String head(int length) {
    return String.join(
        "\r\n",
        "POST /articles HTTP/1.1",
        "Host: x",
        "Content-Type: text/plain",
        "Content-Length: " + length,
        "",
        "");
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static DoorUnderTest open(String setting, String value) throws InterruptedException {
    return DoorUnderTest.open(true, Map.of("ONRECORD_" + setting, value));
  }

  private static double counted(DoorUnderTest door, String counter)
      throws IOException, InterruptedException {
    String name = "onrecord_articles_" + counter + " ";
    return door.get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
        .sum();
  }
}
