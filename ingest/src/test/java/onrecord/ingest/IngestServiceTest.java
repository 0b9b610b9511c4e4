package onrecord.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import onrecord.service.Health;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IngestServiceTest {
  @Test
  void withoutABrokerItLivesAndIsNotReadyAndSaysComeAgain() throws Exception {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    try (IngestService service =
        IngestService.start(
            IngestConfig.from(
                Map.of(
                    "ONRECORD_KAFKA_BOOTSTRAP", "127.0.0.1:" + nobody,
                    "ONRECORD_HTTP_PORT", "0",
                    "ONRECORD_DELIVERY_TIMEOUT", "PT1S",
                    "ONRECORD_START_TIMEOUT", "PT0.1S")))) {
      assertEquals(200, get(service, "/health/live").statusCode());
      HttpResponse<String> ready = get(service, "/health/ready");
      assertEquals(503, ready.statusCode());
      assertTrue(ready.body().contains("kafka"), ready.body());
      HttpResponse<String> answer = post(service);
      assertEquals(503, answer.statusCode(), answer.body());
      assertTrue(answer.headers().firstValue("Retry-After").isPresent());
      assertTrue(service.stop(Duration.ofSeconds(20)));
    }
  }

  @Test
  void aPortThatIsTakenFailsTheStart() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      IngestConfig config =
          IngestConfig.from(Map.of("ONRECORD_HTTP_PORT", Integer.toString(taken.getLocalPort())));
      assertThrows(RuntimeException.class, () -> IngestService.start(config));
    }
  }

  @Test
  void readinessFollowsTheBroker() throws Exception {
    AtomicBoolean away = new AtomicBoolean(true);
    CountDownLatch asked = new CountDownLatch(2);
    Health health = new Health();
    BrokerWatch.Question question =
        new BrokerWatch.Question() {
          @Override
          public void ask() throws TimeoutException {
            asked.countDown();
            if (away.get()) {
              throw new TimeoutException("no answer");
            }
          }

          @Override
          public void close() {}
        };
    try (BrokerWatch watch = new BrokerWatch(question, health)) {
      assertTrue(asked.await(20, TimeUnit.SECONDS));
      assertEquals("TimeoutException: no answer", health.problems().get("kafka"));

      away.set(false);

      assertTrue(watch.awaitAnswer(Duration.ofSeconds(20)));
      assertTrue(health.ready());
    }
  }

  private static HttpResponse<String> get(IngestService service, String path)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(service, path)).build());
  }

  private static HttpResponse<String> post(IngestService service)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(service, "/articles"))
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString("Hi."))
            .build());
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static URI uri(IngestService service, String path) {
    return URI.create("http://127.0.0.1:" + service.port() + path);
  }
}
