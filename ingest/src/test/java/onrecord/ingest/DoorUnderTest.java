package onrecord.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import onrecord.events.Article;
import onrecord.events.EventJson;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The service over real HTTP with Kafka's own mock of a producer behind it. */
final class DoorUnderTest implements AutoCloseable {
  static final Instant NOW = Instant.parse("2025-03-01T12:00:00.123Z");
  private static final ObjectMapper JSON = EventJson.mapper();

  final MockProducer<String, byte[]> kafka;
  final IngestService service;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Kafka takes everything at once. */
  static DoorUnderTest open() throws InterruptedException {
    return open(true, Map.of());
  }

  static DoorUnderTest open(boolean kafkaAnswers, Map<String, String> settings)
      throws InterruptedException {
    return new DoorUnderTest(kafkaAnswers, settings);
  }

  private DoorUnderTest(boolean kafkaAnswers, Map<String, String> settings)
      throws InterruptedException {
    kafka =
        new MockProducer<>(kafkaAnswers, null, new StringSerializer(), new ByteArraySerializer());
    Map<String, String> environment = new TreeMap<>(settings);
    environment.put("ONRECORD_HTTP_PORT", "0");
    service =
        IngestService.start(
            IngestConfig.from(environment),
            kafka,
            new BrokerWatch.Question() {
              @Override
              public void ask() {}

              @Override
              public void close() {}
            },
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** The answer to a request. */
  record Answer(int status, String body, String retryAfter, String traceparent) {
    JsonNode json() {
      return read(body);
    }

    /** The answers to a batch. */
    List<JsonNode> lines() {
      return body.lines().map(Answer::read).toList();
    }

    private static JsonNode read(String json) {
      try {
        return JSON.readTree(json);
      } catch (IOException e) {
        throw new AssertionError("No JSON: " + json, e);
      }
    }
  }

  Answer post(String contentType, String body, String... headers)
      throws IOException, InterruptedException {
    return post(contentType, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  Answer post(String contentType, byte[] body, String... headers)
      throws IOException, InterruptedException {
    return answer(http.send(request(contentType, body, headers), ofString()));
  }

  /** Posts without saying beforehand how much it is. */
  Answer stream(String contentType, String body) throws IOException, InterruptedException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return answer(
        http.send(
            HttpRequest.newBuilder(uri("/articles"))
                .header("Content-Type", contentType)
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build(),
            ofString()));
  }

  /** Posts without waiting for the answer. */
  CompletableFuture<Answer> begin(String contentType, String body) {
    return http.sendAsync(request(contentType, body.getBytes(StandardCharsets.UTF_8)), ofString())
        .thenApply(DoorUnderTest::answer);
  }

  Answer get(String path) throws IOException, InterruptedException {
    return answer(http.send(HttpRequest.newBuilder(uri(path)).build(), ofString()));
  }

  Answer delete(String path) throws IOException, InterruptedException {
    // On a connection of its own: the server closes one on which it couldn't read a path.
    HttpClient once = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return answer(once.send(HttpRequest.newBuilder(uri(path)).DELETE().build(), ofString()));
  }

  /** The articles that Kafka got. */
  List<Article> sent() {
    return kafka.history().stream()
        .map(record -> EventJson.read(record.value(), Article.class))
        .toList();
  }

  private HttpRequest request(String contentType, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri("/articles")).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + service.port() + path);
  }

  private static HttpResponse.BodyHandler<String> ofString() {
    return HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
  }

  private static Answer answer(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(),
        response.body(),
        response.headers().firstValue("Retry-After").orElse(null),
        response.headers().firstValue("traceparent").orElse(null));
  }

  @Override
  public void close() {
    service.close();
  }
}
