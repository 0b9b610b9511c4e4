package onrecord.desk;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.List;
import onrecord.desk.ArticlesPage.Asked;

/** The pages. Safe to share between threads. */
final class PageDoor {
  private static final int ARTICLES = 20;
  private static final int QUOTES = 30;
  private static final int SPEAKERS = 100;
  private static final int SPEAKERS_BESIDE_ARTICLES = 6;

  private final Archive archive;
  private final Layout layout;

  PageDoor(Archive archive, Layout layout) {
    this.archive = archive;
    this.layout = layout;
  }

  void addTo(JavalinConfig config) {
    config.routes.get("/", this::articles);
    config.routes.get("/search", this::articles);
    config.routes.get("/articles/<id>", this::article);
    config.routes.get("/quotes", this::quotes);
    config.routes.get("/speakers", this::speakers);
    config.routes.get("/speakers/<name>", this::speaker);
  }

  private void articles(Context ctx) throws SQLException {
    Parameters parameters = Parameters.lenient(ctx);
    Asked asked =
        new Asked(parameters.text("q"), parameters.text("source"), parameters.text("speaker"));
    Cursor before = parameters.before();
    Page<ArticleSummary> page =
        archive.articles(asked.search(), asked.source(), asked.speaker(), before, ARTICLES);
    List<SpeakerSummary> speakers =
        asked.search() == null || before != null
            ? List.of()
            : archive.speakers(asked.search(), SPEAKERS_BESIDE_ARTICLES);
    answer(ctx, ArticlesPage.render(layout, asked, page, speakers, before != null));
  }

  private void article(Context ctx) throws SQLException {
    Dossier found = ApiDoor.dossier(archive, ctx.pathParam("id"));
    if (found.usable()) {
      answer(ctx, ArticlePage.render(layout, found));
    } else {
      answer(ctx.status(410), WithdrawnPage.render(layout, found));
    }
  }

  private void quotes(Context ctx) throws SQLException {
    Parameters asked = Parameters.lenient(ctx);
    String search = asked.text("q");
    Cursor before = asked.before();
    Page<QuoteListing> page = archive.quotes(search, null, null, null, before, QUOTES);
    answer(ctx, QuotesPage.render(layout, search, page, before != null));
  }

  private void speakers(Context ctx) throws SQLException {
    String part = Parameters.lenient(ctx).text("q");
    answer(ctx, SpeakersPage.render(layout, part, archive.speakers(part, SPEAKERS), SPEAKERS));
  }

  private void speaker(Context ctx) throws SQLException {
    String name = ctx.pathParam("name");
    SpeakerPortrait speaker =
        name.length() > Addresses.MAX_NAME_CHARS || name.indexOf(0) >= 0
            ? null
            : archive.speaker(name);
    if (speaker == null) {
      throw Refusal.notFound("Nobody of this name is quoted.");
    }
    Cursor before = Parameters.lenient(ctx).before();
    Page<QuoteListing> page = archive.quotes(null, name, null, null, before, QUOTES);
    answer(ctx, SpeakerPage.render(layout, speaker, page, before != null));
  }

  static void answer(Context ctx, String page) {
    ctx.contentType("text/html; charset=utf-8").result(page);
  }
}
