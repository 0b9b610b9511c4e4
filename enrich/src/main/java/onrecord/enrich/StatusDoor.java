package onrecord.enrich;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import onrecord.enrich.versions.ArticleState;
import onrecord.events.Article;
import onrecord.events.ArticleStatus;
import onrecord.events.EventJson;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/**
 * {@code GET /articles/{id}/status}: what became of an article's records, from the store of
 * versions; asked of the instance that has it. Safe to share between threads.
 */
final class StatusDoor {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Says that an instance asks for another's client, so that none asks in a circle. */
  private static final String FORWARDED = "Onrecord-Forwarded";

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final AtomicReference<KafkaStreams> streams = new AtomicReference<>();
  private final AtomicReference<HostInfo> self = new AtomicReference<>();

  void addTo(JavalinConfig config) {
    config.routes.get("/articles/{id}/status", this::answer);
  }

  /**
   * From now on there is something to ask.
   *
   * @param at where the others find this instance
   */
  void serve(KafkaStreams asked, HostInfo at) {
    self.set(at);
    streams.set(asked);
  }

  private void answer(Context ctx) throws InterruptedException {
    String id = ctx.pathParam("id");
    if (id.isBlank() || id.length() > Article.MAX_ID_CHARS || id.indexOf(0) >= 0) {
      say(ctx, 404, "an article's id has 1 to " + Article.MAX_ID_CHARS + " characters, none NUL");
      return;
    }
    KafkaStreams asked = streams.get();
    if (asked == null) {
      notNow(ctx);
      return;
    }
    try {
      KeyQueryMetadata place =
          asked.queryMetadataForKey(
              EnrichTopology.VERSIONS,
              id.getBytes(StandardCharsets.UTF_8),
              new ByteArraySerializer());
      if (place.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
        notNow(ctx);
      } else if (place.activeHost().equals(self.get())) {
        fromHere(ctx, asked, place.partition(), id);
      } else if (ctx.header(FORWARDED) != null) {
        notNow(ctx);
      } else {
        fromThere(ctx, place.activeHost(), id);
      }
    } catch (InvalidStateStoreException | IllegalStateException e) {
      // Starting, stopping or between two owners of the partition.
      notNow(ctx);
    }
  }

  private static void fromHere(Context ctx, KafkaStreams asked, int partition, String id) {
    byte[] state =
        asked
            .store(
                // Of a partition that has just gone "not now", not "unknown".
                StoreQueryParameters.fromNameAndType(
                        EnrichTopology.VERSIONS,
                        QueryableStoreTypes.<byte[], byte[]>keyValueStore())
                    .withPartition(partition))
            .get(id.getBytes(StandardCharsets.UTF_8));
    if (state == null) {
      say(ctx, 404, "no record of this article has come; give the id that the door answered");
      return;
    }
    ctx.contentType("application/json").result(EventJson.write(ArticleState.of(state).status(id)));
  }

  private void fromThere(Context ctx, HostInfo there, String id) throws InterruptedException {
    URI uri = URI.create("http://" + there.host() + ":" + there.port() + ArticleStatus.path(id));
    try {
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(uri).timeout(PATIENCE).header(FORWARDED, "1").build(),
              BodyHandlers.ofByteArray());
      ctx.status(answer.statusCode()).contentType("application/json").result(answer.body());
    } catch (IOException e) {
      notNow(ctx);
    }
  }

  private static void notNow(Context ctx) {
    ctx.header("Retry-After", "5");
    say(ctx, 503, "the store of versions is starting or moving; ask again");
  }

  private static void say(Context ctx, int status, String reason) {
    ctx.status(status).contentType("application/json");
    try {
      ctx.result(EventJson.mapper().writeValueAsBytes(Map.of("status", status, "reason", reason)));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException("A map of words is always JSON", e);
    }
  }
}
