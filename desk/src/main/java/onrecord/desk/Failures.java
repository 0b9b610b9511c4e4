package onrecord.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.sql.SQLException;
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

  Failures(Layout layout) {
    this.layout = layout;
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
    // That it is away is logged by the one who watches it, once.
    if (trouble == StorageTrouble.SLOW) {
      log.warn("{} {}: {}", ctx.method(), ctx.endpoint().path, e.getMessage());
    }
    ctx.header("Retry-After", RETRY_AFTER_SECONDS);
    answer(ctx, 503, trouble.sentence(), null);
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
      PageDoor.answer(ctx, MessagePage.render(layout, status, sentence));
    }
  }

  private static String ownWords(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> "There is nothing at this address.";
      case 405 -> "The desk can only be read.";
      default -> e.getMessage();
    };
  }
}
