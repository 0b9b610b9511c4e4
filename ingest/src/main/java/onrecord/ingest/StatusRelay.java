package onrecord.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import onrecord.events.ArticleStatus;
import onrecord.events.EventJson;

/** Asks enrich what became of an article. Safe to share between threads. */
final class StatusRelay {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String enrichUrl;

  /**
   * A relay.
   *
   * @param enrichUrl the address of enrich's door, or empty when nobody gave it
   */
  StatusRelay(String enrichUrl) {
    this.enrichUrl = enrichUrl.replaceFirst("/+$", "");
  }

  /** Enrich does not answer. */
  static final class Away extends Exception {
    private static final long serialVersionUID = 1;

    Away(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** What enrich answers, as it is. */
  HttpResponse<byte[]> ask(String id) throws Away, InterruptedException {
    if (enrichUrl.isEmpty()) {
      throw new Away("nobody said where enrich is: set ONRECORD_ENRICH_URL", null);
    }
    try {
      URI uri = URI.create(enrichUrl + ArticleStatus.path(id));
      return http.send(
          HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new Away("enrich does not answer; ask again", e);
    }
  }

  /** The status, or null when enrich knows none or doesn't answer. */
  ArticleStatus find(String id) throws InterruptedException {
    try {
      HttpResponse<byte[]> answer = ask(id);
      return answer.statusCode() == 200 ? EventJson.read(answer.body(), ArticleStatus.class) : null;
    } catch (Away | EventJson.UnreadableEvent e) {
      return null;
    }
  }
}
