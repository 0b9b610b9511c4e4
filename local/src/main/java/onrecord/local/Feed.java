package onrecord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import onrecord.events.Article;
import onrecord.events.EventJson;
import onrecord.ingest.Incoming;

/**
 * Posts articles to ingest's door, several at once, as any sender would. Safe to share between
 * threads.
 */
public final class Feed {
  private static final ObjectMapper JSON = EventJson.mapper();
  private static final int AT_ONCE = 16;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final int ATTEMPTS = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI articles;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Semaphore room = new Semaphore(AT_ONCE);

  /** A feed to the door at an address such as http://localhost:18080. */
  public Feed(String ingest) {
    this.articles = URI.create(ingest + "/articles");
  }

  /**
   * What the door said of an article.
   *
   * @param accepted where it stands, or null when it wasn't accepted
   * @param problem why it wasn't accepted, or null
   */
  public record Answer(Accepted accepted, String problem) {}

  /**
   * An article that Kafka has.
   *
   * @param id see {@link Article#id}
   * @param version see {@link onrecord.events.EnrichedArticle#version}
   * @param contentHash see {@link Article#contentHash}
   * @param partition of its topic
   * @param offset in the partition
   */
  public record Accepted(String id, long version, String contentHash, int partition, long offset) {}

  /** Posts an article; waits while too many are under way. */
  public CompletableFuture<Answer> send(Incoming.Received received) throws InterruptedException {
    room.acquire();
    return post(request(received), 1).whenComplete((answer, failure) -> room.release());
  }

  private CompletableFuture<Answer> post(HttpRequest request, int attempt) {
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
        .thenCompose(
            response -> {
              int status = response.statusCode();
              if ((status == TOO_MANY || status == UNAVAILABLE) && attempt < ATTEMPTS) {
                long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
                Executor later = CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS);
                return CompletableFuture.supplyAsync(() -> request, later)
                    .thenCompose(again -> post(again, attempt + 1));
              }
              return CompletableFuture.completedFuture(answer(response));
            });
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    try {
      JsonNode json = JSON.readTree(response.body());
      if (json.path("status").asText().equals("accepted")) {
        return new Answer(
            new Accepted(
                json.required("id").asText(),
                json.required("version").asLong(),
                json.required("contentHash").asText(),
                json.required("partition").asInt(),
                json.required("offset").asLong()),
            null);
      }
      return new Answer(
          null, json.path("reason").asText("the door answered " + response.statusCode()));
    } catch (IOException | IllegalArgumentException e) {
      throw new CompletionException(
          "The door answered " + response.statusCode() + " with something else than JSON", e);
    }
  }

  /**
   * A text goes as the text it is, because what the door recognises in it is no part of the
   * article's identity, as it would be if it were sent as fields.
   */
  private HttpRequest request(Incoming.Received received) {
    HttpRequest.Builder request = HttpRequest.newBuilder(articles).timeout(PATIENCE);
    Article article = received.article();
    if (received.line() == 0) {
      String id = URLEncoder.encode(article.sourceId(), StandardCharsets.UTF_8);
      return request
          .header("Content-Type", "text/plain; charset=utf-8")
          .header("Article-Id", id.replace("+", "%20"))
          .POST(HttpRequest.BodyPublishers.ofString(article.body()))
          .build();
    }
    return request
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(fields(article)))
        .build();
  }

  /** The article as a sender gives it: without what the door adds, its id the source's own. */
  private static byte[] fields(Article article) {
    ObjectNode fields = JSON.valueToTree(article);
    fields.remove("ingestedAt");
    fields.remove("contentHash");
    fields.remove("sourceId");
    fields.remove("id");
    if (article.sourceId() != null) {
      fields.put("id", article.sourceId());
    }
    try {
      return JSON.writeValueAsBytes(fields);
    } catch (IOException e) {
      throw new IllegalStateException("An article can't be written as JSON", e);
    }
  }
}
