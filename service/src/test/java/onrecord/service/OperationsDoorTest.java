package onrecord.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over real HTTP. */
class OperationsDoorTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Health health = new Health();
  private final PrometheusMeterRegistry metrics = OperationsDoor.metrics();
  private final OperationsDoor door = OperationsDoor.open("127.0.0.1", 0, health, metrics);

  @AfterEach
  void close() {
    door.close();
    metrics.close();
  }

  @Test
  void aServiceThatIsWellIsLiveAndReady() throws Exception {
    answers("/health/live", 200, "{\"status\":\"live\"}");
    answers("/health/ready", 200, "{\"status\":\"ready\"}");
  }

  @Test
  void aServiceThatIsNotReadySaysWhyAndIsLive() throws Exception {
    health.problem("broker", "no answer from \"kafka\"");

    answers(
        "/health/ready",
        503,
        "{\"status\":\"not ready\",\"because\":{\"broker\":\"no answer from \\\"kafka\\\"\"}}");
    answers("/health/live", 200, "{\"status\":\"live\"}");

    health.well("broker");
    answers("/health/ready", 200, "{\"status\":\"ready\"}");
  }

  @Test
  void aServiceThatDiedSaysSo() throws Exception {
    health.died("the stream stopped");

    String because = ",\"because\":{\"service\":\"the stream stopped\"}}";
    answers("/health/live", 503, "{\"status\":\"not live\"" + because);
    answers("/health/ready", 503, "{\"status\":\"not ready\"" + because);
  }

  @Test
  void metricsAreInPrometheusFormat() throws Exception {
    metrics.counter("articles", "outcome", "accepted").increment(3);

    HttpResponse<String> answer = get("/metrics");

    assertEquals(200, answer.statusCode());
    assertTrue(answer.headers().firstValue("content-type").orElse("").startsWith("text/plain"));
    assertTrue(answer.body().contains("articles_total{outcome=\"accepted\"} 3.0"), answer.body());
    assertTrue(answer.body().contains("jvm_memory_used_bytes"));
    assertTrue(answer.body().contains("process_uptime_seconds"));
  }

  @Test
  void otherAddressesAreNotFoundAndNoVersionIsTold() throws Exception {
    HttpResponse<String> answer = get("/");

    assertEquals(404, answer.statusCode());
    assertFalse(answer.headers().map().containsKey("server"));
  }

  @Test
  void aClosedDoorDoesNotAnswer() throws Exception {
    get("/health/live");
    int port = door.port();
    door.close();

    assertThrows(ConnectException.class, () -> get(port, "/health/live"));
  }

  private void answers(String path, int status, String body) throws Exception {
    HttpResponse<String> answer = get(path);
    assertEquals(body, answer.body());
    assertEquals(status, answer.statusCode());
    assertEquals("application/json", answer.headers().firstValue("content-type").orElse(""));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(door.port(), path);
  }

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
