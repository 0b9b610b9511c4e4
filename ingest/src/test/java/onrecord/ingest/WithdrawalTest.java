package onrecord.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import onrecord.events.Article;
import onrecord.events.ArticleStatus;
import onrecord.events.EventJson;
import onrecord.events.Revision;
import onrecord.events.TraceContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Withdrawals, the status of articles and their trace, over HTTP; a server stands for enrich. */
class WithdrawalTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer enrich;
  private DoorUnderTest door;
  private int enrichStatus = 404;
  private volatile CountDownLatch beforeAnswer = new CountDownLatch(0);
  private byte[] enrichBody = "{}".getBytes(UTF_8);

  @BeforeEach
  void open() throws Exception {
    enrich = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    enrich.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getRawPath());
          awaitLeave();
          exchange.sendResponseHeaders(enrichStatus, enrichBody.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(enrichBody);
          }
        });
    enrich.start();
    door =
        DoorUnderTest.open(
            true,
            Map.of("ONRECORD_ENRICH_URL", "http://localhost:" + enrich.getAddress().getPort()));
  }

  private void awaitLeave() {
    try {
      beforeAnswer.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() {
    door.close();
    enrich.stop(0);
  }

  @Test
  void anArticleIsWithdrawnFromNowOn() throws Exception {
    DoorUnderTest.Answer answer = door.delete("/articles/the-paper:1");

    assertEquals(202, answer.status(), answer.body());
    Article withdrawal = door.sent().get(0);
    assertEquals("the-paper:1", withdrawal.id());
    assertEquals(Article.CANCELED, withdrawal.pubStatus());
    assertEquals(DoorUnderTest.NOW.toEpochMilli(), answer.json().get("version").asLong());
  }

  @Test
  void aWithdrawalMayHaveAVersion() throws Exception {
    DoorUnderTest.Answer answer = door.delete("/articles/the-paper:1?version=7");

    assertEquals(202, answer.status(), answer.body());
    assertEquals(7L, door.sent().get(0).version());
    assertEquals(List.of(), asked);
  }

  @Test
  void aTimeDoesNotOutrankCountedVersions() throws Exception {
    know("the-paper:1", 4);

    DoorUnderTest.Answer answer = door.delete("/articles/the-paper:1");

    assertEquals(409, answer.status());
    assertTrue(answer.body().contains("?version=5"), answer.body());
    assertEquals(List.of(), door.sent());
  }

  @Test
  void wrongVersionsAndIdsAreRefused() throws Exception {
    for (String path :
        List.of(
            "/articles/a?version=-1",
            "/articles/a?version=9223372036854775808",
            "/articles/a?version=x",
            "/articles/a%00b",
            "/articles/" + "x".repeat(10_000))) {
      int status = door.delete(path).status();
      assertTrue(status == 422 || status == 400, path + " " + status);
    }
    assertEquals(List.of(), door.sent());
  }

  @Test
  void anyIdThatAnArticleMayHaveCanBeWithdrawn() throws Exception {
    assertEquals(202, door.delete("/articles/a%22b%0Ac%20d%2Fe").status());
    assertEquals("a\"b\nc d/e", door.sent().get(0).id());
  }

  @Test
  void theStatusOfAnIdWithASlashIsAskedUnderTheSamePath() throws Exception {
    String path = ArticleStatus.path("paper:https://paper.test/a b");

    assertEquals(404, door.get(path).status());
    assertEquals(List.of(path), asked);
  }

  @Test
  void theStatusIsWhatEnrichSays() throws Exception {
    know("the-paper:1", 4);

    DoorUnderTest.Answer answer = door.get("/articles/the-paper%3A1/status");

    assertEquals(200, answer.status());
    assertEquals(4, answer.json().at("/latest/version").asInt());
    assertEquals(List.of("/articles/the-paper%3A1/status"), asked);
  }

  @Test
  void stoppingLetsAQuestionUnderWayFinish() throws Exception {
    CountDownLatch answers = new CountDownLatch(1);
    beforeAnswer = answers;
    CompletableFuture<DoorUnderTest.Answer> status =
        CompletableFuture.supplyAsync(() -> get("/articles/a/status"));
    await().until(() -> asked.size() == 1);

    CompletableFuture<Boolean> stopped =
        CompletableFuture.supplyAsync(() -> door.service.stop(Duration.ofSeconds(20)));
    await().until(() -> door.post("text/plain", "No.").status() == 503);
    answers.countDown();

    assertEquals(404, status.get(20, TimeUnit.SECONDS).status());
    assertTrue(stopped.get(20, TimeUnit.SECONDS));
  }

  private DoorUnderTest.Answer get(String path) {
    try {
      return door.get(path);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whenEnrichIsAwayTheStatusIsToBeAskedAgainAndWithdrawalsGoOn() throws Exception {
    enrich.stop(0);

    DoorUnderTest.Answer status = door.get("/articles/a/status");
    assertEquals(503, status.status());
    assertNotNull(status.retryAfter());
    assertEquals(202, door.delete("/articles/a").status());
  }

  @Test
  void theTraceOfARequestTravelsWithItsArticles() throws Exception {
    String trace = "00-00000000000000000000000000000abc-0000000000000def-01";
    assertEquals(
        trace,
        door.post("application/json", "{\"body\":\"Rain fell.\"}", "traceparent", trace)
            .traceparent());
    assertEquals(trace, TraceContext.readFrom(door.kafka.history().get(0).headers()));

    String other =
        door.post("application/json", "{\"body\":\"Rain fell.\"}", "traceparent", "nonsense")
            .traceparent();
    assertNotEquals("nonsense", other);
    assertEquals(other, TraceContext.readFrom(door.kafka.history().get(1).headers()));
  }

  @Test
  void aCorrectionIsAField() throws Exception {
    door.post("application/json", "{\"body\":\"Rain.\",\"correction\":\"It was rain.\"}");
    door.post("text/plain", "Rain fell.", "Article-Correction", "It was rain.");
    assertEquals(
        List.of("It was rain.", "It was rain."),
        door.sent().stream().map(Article::correction).toList());
  }

  private void know(String id, long version) {
    enrichStatus = 200;
    enrichBody =
        EventJson.write(
            new ArticleStatus(
                id, new Revision.Former(version, "0".repeat(64), Article.USABLE), List.of()));
  }
}
