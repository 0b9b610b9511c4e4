package onrecord.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import onrecord.events.Article;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskHistoryIT {
  private static Postgres postgres;
  private static DeskService desk;
  private static Visitor visitor;

  @BeforeAll
  static void open() throws Exception {
    postgres = Postgres.migrated();
    Rows.write(postgres.source(), Invented.lamps());
    Rows.write(postgres.source(), new Draft("once", "One.").headline("One").done());
    Rows.write(
        postgres.source(),
        new Draft("gone", "Hidden.").headline("Hidden").pubStatus(Article.CANCELED).done());
    version(Invented.ID, 5, "new", "usable", null, "[]");
    version(
        Invented.ID,
        6,
        "newer",
        "usable",
        null,
        """
        [{"operation":"added","what":"quote","id":"q1","text":"No <more>.","speaker":"Orla"},
         {"operation":"withdrawn","what":"entity","text":"Far Bay"}]
        """);
    version(
        Invented.ID,
        7,
        "corrected",
        "usable",
        "The lamps are blue & new.",
        """
        [{"operation":"changed","what":"quote","id":"q1","text":"No more.","speaker":"Orla",
          "before":"Bram"}]
        """);
    version("once", 7, "new", "usable", null, "[]");
    version("gone", 6, "corrected", "usable", "Hidden note.", "[]");
    version(
        "gone",
        7,
        "withdrawn",
        "canceled",
        null,
        "[{\"operation\":\"withdrawn\",\"what\":\"quote\",\"id\":\"q1\",\"text\":\"Hidden.\"}]");
    desk = DeskService.start(postgres.config());
    visitor = new Visitor(desk);
  }

  @AfterAll
  static void close() throws IOException {
    desk.close();
    postgres.close();
  }

  @Test
  void anArticlesVersionsAreListedTheHighestFirstWithWhatEachChanged() throws Exception {
    String history = words(history(visitor.get("/articles/" + Invented.ID).body()));

    assertEquals(
        "Versions"
            + " Corrected version · 7 March 2026 , 08:00 UTC The lamps are blue &amp; new."
            + " Changed quote: No more. · Orla , was attributed to Bram"
            + " Newer version · 6 March 2026 , 08:00 UTC"
            + " New quote: No &lt;more&gt;. · Orla Removed name: Far Bay"
            + " First version · 5 March 2026 , 08:00 UTC",
        history);
  }

  @Test
  void anArticleOfOneVersionHasNoHistory() throws Exception {
    assertFalse(visitor.get("/articles/once").body().contains("class=\"history\""));
  }

  @Test
  void theApiHasEveryVersionWithItsChanges() throws Exception {
    JsonNode revisions = visitor.json("/api/articles/" + Invented.ID).get("revisions");

    assertEquals(3, revisions.size());
    assertEquals("corrected", revisions.get(0).get("verdict").asText());
    assertEquals("Bram", revisions.get(0).get("changes").get(0).get("before").asText());
    assertEquals("2026-03-07T08:00:00Z", revisions.get(0).get("ingestedAt").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/articles/gone", "/api/articles/gone"})
  void ofAWithdrawnArticleNothingIsToldButThatAndWhen(String address) throws Exception {
    HttpResponse<String> answer = visitor.get(address);

    assertEquals(410, answer.statusCode());
    assertFalse(answer.body().contains("Hidden"), answer.body());
    assertTrue(answer.body().contains("This article was withdrawn by its source."), answer.body());
    assertTrue(answer.body().contains("2026-03-07T08:00:00Z"), answer.body());
  }

  private static void version(
      String id, int version, String verdict, String status, String correction, String changes)
      throws Exception {
    postgres.run(
        "insert into revision (article_id, version, content_hash, verdict, latest, pub_status,"
            + " headline, correction, ingested_at, changes, engine_version) values ('%s', %d, '%s',"
                .formatted(id, version, "a".repeat(64))
            + " '%s', true, '%s', 'Hidden', %s, '2026-03-0%dT08:00:00Z', '%s', '1')"
                .formatted(
                    verdict,
                    status,
                    correction == null ? "null" : "'" + correction + "'",
                    version,
                    changes));
  }

  private static String history(String page) {
    int start = page.indexOf("<section class=\"history\"");
    return page.substring(start, page.indexOf("</section>", start));
  }

  private static String words(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
  }
}
