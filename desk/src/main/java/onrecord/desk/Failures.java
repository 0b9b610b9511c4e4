package onrecord.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the desk answers what it can't serve: a page for people, JSON under {@code /api}, always with
 * a sentence that says what to do. Safe to share between threads.
 */
final class Failures {
  private static final String RETRY_AFTER_SECONDS = "5";
  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  private final Layout layout;
  private final Duration queryTimeout;

  Failures(Layout layout, Duration queryTimeout) {
    this.layout = layout;
    this.queryTimeout = queryTimeout;
  }

  void addTo(JavalinConfig config) {
    config.routes.exception(
        Refusal.class, (e, ctx) -> answer(ctx, e.status, e.getMessage(), e.parameter));
    config.routes.exception(SQLException.class, (e, ctx) -> storage(ctx, e));
    config.routes.exception(
        HttpResponseException.class, (e, ctx) -> answer(ctx, e.getStatus(), ownWords(e), null));
    config.routes.exception(Exception.class, (e, ctx) -> bug(ctx, e));
  }

  private void storage(Context ctx, SQLException e) {
    StorageTrouble trouble = StorageTrouble.of(e);
    if (trouble == StorageTrouble.UNEXPECTED) {
      bug(ctx, e);
      return;
    }
    log.warn("{} {}: {}", ctx.method(), ctx.endpoint().path, e.getMessage());
    ctx.header("Retry-After", RETRY_AFTER_SECONDS);
    String sentence =
        trouble == StorageTrouble.SLOW
            ? trouble.sentence() + " (" + queryTimeout.toSeconds() + " s)."
            : trouble.sentence();
    answer(ctx, 503, sentence, null);
  }

  private void bug(Context ctx, Exception e) {
    log.error("{} {} failed", ctx.method(), ctx.endpoint().path, e);
    answer(ctx, 500, "This is a fault of the desk; its log says more.", null);
  }

  private void answer(Context ctx, int status, String sentence, String parameter) {
    ctx.status(status);
    if (ctx.path().startsWith("/api/")) {
      Map<String, String> answer = new LinkedHashMap<>();
      answer.put("error", sentence);
      if (parameter != null) {
        answer.put("parameter", parameter);
      }
      try {
        ctx.contentType("application/json").result(ApiDoor.JSON.writeValueAsBytes(answer));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("A map of strings can't be written as JSON", e);
      }
    } else {
      ctx.html(MessagePage.render(layout, status, sentence));
    }
  }

  private static String ownWords(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> "There is nothing at this address.";
      case 405 -> "The desk can only be read.";
      default -> e.getMessage();
    };
  }

  /** What can be the matter with the storage. */
  enum StorageTrouble {
    AWAY("The storage doesn't answer. The desk tries again by itself."),
    EMPTY("The storage has no tables yet. The sink makes them when it starts."),
    SLOW("The storage took too long for this. Ask for less, or later"),
    UNEXPECTED("The storage refuses what the desk asks.");

    private final String sentence;

    StorageTrouble(String sentence) {
      this.sentence = sentence;
    }

    String sentence() {
      return sentence;
    }

    static StorageTrouble of(SQLException e) {
      String state = e.getSQLState() == null ? "" : e.getSQLState();
      if (state.equals("57014")) {
        return SLOW;
      }
      if (state.equals("42P01")) {
        return EMPTY;
      }
      // Connections, resources, and a server going down or coming up.
      boolean away =
          e instanceof SQLTransientConnectionException
              || state.startsWith("08")
              || state.startsWith("53")
              || state.startsWith("57P");
      return away ? AWAY : UNEXPECTED;
    }
  }
}
