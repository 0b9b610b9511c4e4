package onrecord.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import onrecord.events.Article;
import onrecord.events.EventJson;

/** The query API: JSON under {@code /api}. Safe to share between threads. */
final class ApiDoor {
  static final ObjectMapper JSON =
      EventJson.mapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private final Archive archive;

  ApiDoor(Archive archive) {
    this.archive = archive;
  }

  void addTo(JavalinConfig config) {
    config.routes.get("/api/articles", this::articles);
    config.routes.get("/api/articles/<id>", this::article);
    config.routes.get("/api/quotes", this::quotes);
    config.routes.get("/api/speakers", this::speakers);
  }

  private void articles(Context ctx) throws SQLException, IOException {
    Parameters asked = Parameters.strict(ctx, "q", "source", "speaker", "limit", "before");
    answer(
        ctx,
        "articles",
        archive.articles(
            asked.text("q"),
            asked.text("source"),
            asked.text("speaker"),
            asked.before(),
            asked.limit()));
  }

  private void article(Context ctx) throws SQLException, IOException {
    Parameters.strict(ctx);
    Dossier found = dossier(archive, ctx.pathParam("id"));
    if (found.usable()) {
      answer(ctx, found);
      return;
    }
    Map<String, Object> gone = new LinkedHashMap<>();
    gone.put("error", WithdrawnPage.sentence(found.article().pubStatus()));
    gone.put("revisions", found.revisions());
    answer(ctx.status(410), gone);
  }

  private void quotes(Context ctx) throws SQLException, IOException {
    Parameters asked = Parameters.strict(ctx, "q", "speaker", "kind", "source", "limit", "before");
    answer(
        ctx,
        "quotes",
        archive.quotes(
            asked.text("q"),
            asked.text("speaker"),
            asked.text("kind"),
            asked.text("source"),
            asked.before(),
            asked.limit()));
  }

  private void speakers(Context ctx) throws SQLException, IOException {
    Parameters asked = Parameters.strict(ctx, "q", "limit");
    answer(ctx, Map.of("speakers", archive.speakers(asked.text("q"), asked.limit())));
  }

  /** The article whatever its status; refuses when there is none. */
  static Dossier dossier(Archive archive, String id) throws SQLException {
    Dossier found =
        id.length() > Article.MAX_ID_CHARS || id.indexOf(0) >= 0 ? null : archive.article(id);
    if (found == null) {
      throw Refusal.notFound("There is no article of this id.");
    }
    return found;
  }

  private static void answer(Context ctx, String name, Page<?> page) throws IOException {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(name, page.items());
    if (page.next() != null) {
      answer.put("next", page.next().word());
    }
    answer(ctx, answer);
  }

  private static void answer(Context ctx, Object answer) throws IOException {
    ctx.contentType("application/json").result(JSON.writeValueAsBytes(answer));
  }
}
