package onrecord.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import onrecord.events.Article;
import onrecord.events.ArticleStatus;
import onrecord.service.Health;
import onrecord.service.OperationsDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door before there is a store; StatusIT in local has it with stores. */
class StatusDoorTest {
  private final OperationsDoor door =
      OperationsDoor.open(
          "127.0.0.1", 0, new Health(), OperationsDoor.metrics(), new StatusDoor()::addTo);

  @AfterEach
  void close() {
    door.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "https://paper.test/a?b=c#d", "a\nb", "a\"b'c", "a b+c", "é😀", "%2F"})
  void anyIdMayBeAskedForAndIsToBeAskedAgainWhileThereIsNoStore(String id) throws Exception {
    HttpResponse<String> answer = ask(id);

    assertEquals(503, answer.statusCode(), answer.body());
    assertEquals("5", answer.headers().firstValue("Retry-After").orElse(null));
    assertTrue(answer.body().contains("ask again"), answer.body());
  }

  @Test
  void whatCanBeNoIdIsUnknown() throws Exception {
    String longest = "x".repeat(Article.MAX_ID_CHARS);

    assertEquals(503, ask(longest).statusCode());
    assertEquals(404, ask(longest + "x").statusCode());
    assertEquals(404, ask(" ").statusCode());
  }

  @Test
  void aPathThatIsTooLongIsRefused() throws Exception {
    int status = ask("x".repeat(10_000)).statusCode();

    assertTrue(status == 414 || status == 431, "" + status);
  }

  private HttpResponse<String> ask(String id) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + door.port() + ArticleStatus.path(id)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
