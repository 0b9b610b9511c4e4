package onrecord.local.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import onrecord.events.ArticleStatus;
import onrecord.events.EventJson;

/** Asks ingest's door what enrich decided about an article. */
final class TracedStatus {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private TracedStatus() {}

  /** The door gave no answer to the question. */
  static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;

    Unanswered(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * The decisions, or null when no record of the article has come.
   *
   * @param uri of the article's status
   */
  static ArticleStatus ask(URI uri) throws Unanswered, InterruptedException {
    try {
      HttpResponse<byte[]> answer =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .build()
              .send(
                  HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
                  BodyHandlers.ofByteArray());
      return switch (answer.statusCode()) {
        case 200 -> EventJson.read(answer.body(), ArticleStatus.class);
        case 404 -> null;
        default ->
            throw new Unanswered(
                "status " + answer.statusCode() + " " + reason(answer.body()), null);
      };
    } catch (IOException | EventJson.UnreadableEvent | IllegalArgumentException e) {
      throw new Unanswered(e.toString(), e);
    }
  }

  private static String reason(byte[] body) {
    try {
      return EventJson.mapper().readTree(body).path("reason").asText();
    } catch (IOException e) {
      return "";
    }
  }
}
