package onrecord.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.events.Article;
import onrecord.events.Quote;
import onrecord.events.Speaker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeskPagesIT {
  private static Postgres postgres;
  private static DeskService desk;
  private static Visitor visitor;

  @BeforeAll
  static void open() throws Exception {
    postgres = Postgres.migrated();
    Rows.write(postgres.source(), Invented.lamps());
    Rows.write(postgres.source(), new Draft("gone", "Hidden.").pubStatus(Article.CANCELED).done());
    Rows.write(
        postgres.source(),
        new Draft("odd", "<i>A/B</i> said: \"<b>Go</b>\"")
            .headline("<u>odd</u>")
            .source("<s>\"&")
            .quote(Quote.DIRECT, "<b>Go</b>")
            .by(Speaker.PERSON, null, "<i>A/B</i>", null)
            .end()
            .done());
    for (int i = 0; i < 25; i++) {
      Rows.write(
          postgres.source(),
          new Draft("old" + i, "Old.")
              .headline("Old " + i + ".")
              .publishedAt("2020-01-01T00:00:00Z")
              .done());
    }
    desk = DeskService.start(postgres.config());
    visitor = new Visitor(desk);
  }

  @AfterAll
  static void close() throws IOException {
    desk.close();
    postgres.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?q=lamps&utm_source=x",
        "/?q=zzz",
        "/search?q=lamps",
        "/?source=%3Cs%3E%22%26",
        "/?speaker=Orla+Penhallow",
        "/articles/tern-gazette:lamps",
        "/articles/odd",
        "/quotes",
        "/quotes?q=promise",
        "/speakers",
        "/speakers?q=orla",
        "/speakers/orla%20penhallow",
        "/speakers/%3Ci%3EA%2FB%3C%2Fi%3E",
      })
  void noPageLetsAnArticlesMarkupThrough(String address) throws Exception {
    HttpResponse<String> answer = visitor.get(address);

    assertEquals(200, answer.statusCode());
    assertEquals("text/html;charset=utf-8", answer.headers().firstValue("Content-Type").orElse(""));
    assertFalse(answer.body().matches("(?s).*<(i>A/B|b>Go|u>odd|s>\").*"), answer.body());
  }

  @Test
  void anOlderPartOfTheListIsALinkAway() throws Exception {
    Matcher next =
        Pattern.compile("rel=\"next\" href=\"([^\"]*)\"").matcher(visitor.get("/").body());
    assertTrue(next.find());

    HttpResponse<String> older = visitor.get(next.group(1).replace("&amp;", "&"));

    assertTrue(older.body().contains("To the newest"), older.body());
  }

  @Test
  void aSearchThatNamesASpeakerLeadsToThem() throws Exception {
    assertTrue(visitor.get("/?q=penhallow").body().contains("href=\"/speakers/Orla%20Penhallow\""));
  }

  @Test
  void aSpeakerWithoutANameIsCalledWhatTheArticleCallsThem() throws Exception {
    String page = visitor.get("/quotes?q=asked").body();

    assertTrue(page.contains("<span>Residents</span></span> · group · Reported speech"), page);
  }

  @Test
  void aQuoteAllInMarksHasThemAgain() throws Exception {
    assertTrue(visitor.get("/quotes?q=promise").body().contains("“a promise kept.”"));
  }

  @Test
  void aSpeakersPageHasTheirQuotesWithRoleKindAndPlace() throws Exception {
    String page = visitor.get("/speakers/ORLA%20penhallow").body();

    assertTrue(page.contains("<h1>Orla Penhallow</h1>"), page);
    assertTrue(page.contains("“The lamps will burn until the ice goes."), page);
    assertTrue(page.contains("harbor master"), page);
    assertTrue(page.contains("84% sure"), page);
    assertTrue(page.contains("href=\"/articles/tern-gazette%3Alamps#quote-q"), page);
  }

  @ParameterizedTest
  @CsvSource({
    "/articles/gone, 410, withdrawn",
    "/articles/none, 404, no article",
    "/speakers/Nobody%20Such, 404, Nobody",
    "/nothing, 404, nothing at this address",
    "/?before=x, 400, before",
  })
  void whatCantBeShownIsAPageThatSaysWhy(String address, int status, String word) throws Exception {
    HttpResponse<String> answer = visitor.get(address);

    assertEquals(status, answer.statusCode());
    assertTrue(answer.body().startsWith("<!doctype html>"), answer.body());
    assertTrue(answer.body().contains(word), answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing", "/api/articles", "/articles/gone", "/assets/desk.css"})
  void everyAnswerForbidsWhatTheDeskDoesntServeItself(String address) throws Exception {
    HttpResponse<String> answer = visitor.get(address);

    assertTrue(
        answer
            .headers()
            .firstValue("Content-Security-Policy")
            .orElse("")
            .startsWith("default-src 'self'"));
    assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
    assertEquals("same-origin", answer.headers().firstValue("Referrer-Policy").orElse(""));
  }

  @Test
  void noPageHasAScriptOrAStyleInItself() throws Exception {
    String page = visitor.get("/articles/tern-gazette:lamps").body();

    assertFalse(page.matches("(?s).*(<style|<script(?! src)| style=| on[a-z]+=\").*"), page);
  }

  @ParameterizedTest
  @CsvSource({"desk.css, text/css", "desk.js, text/javascript", "icon.svg, image/svg+xml"})
  void anAssetMayBeKeptForGood(String name, String type) throws Exception {
    HttpResponse<String> answer = visitor.get("/assets/" + name);

    assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(type));
    assertTrue(answer.headers().firstValue("Cache-Control").orElse("").endsWith("immutable"));
  }

  @Test
  void aPageIsAskedForAnewEachTime() throws Exception {
    assertEquals("no-cache", visitor.get("/").headers().firstValue("Cache-Control").orElse(""));
  }

  @Test
  void requestsAreCountedByPath() throws Exception {
    visitor.get("/articles/none");

    assertTrue(
        visitor
            .get("/metrics")
            .body()
            .contains(
                "onrecord_desk_requests_seconds_count{path=\"/articles/<id>\",status=\"404\"}"));
  }
}
