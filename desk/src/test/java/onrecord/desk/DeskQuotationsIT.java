package onrecord.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import onrecord.events.Article;
import onrecord.events.Quote;
import onrecord.events.Speaker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskQuotationsIT {
  private static final String NAME = "Orla Penhallow";
  private static final int WHOLE = 1;
  private static final int PART = 2;
  private static final int OTHER = 3;
  private static final int LOOSE = 4;

  private static Postgres postgres;
  private static DeskService desk;
  private static Visitor visitor;

  @BeforeAll
  static void open() throws Exception {
    postgres = Postgres.migrated();
    wording(WHOLE, WHOLE, false);
    wording(PART, WHOLE, false);
    wording(OTHER, OTHER, false);
    wording(LOOSE, LOOSE, true);
    said("a1", 1, "Coast Wire", "We light the pier", NAME, PART);
    said("a2", 2, "Tern Gazette", "We light the pier before winter", NAME, WHOLE);
    said("a3", 3, "Tern Gazette", "We light the pier before winter", NAME, WHOLE);
    said("a4", 4, "Almory Post", "We light the <pier>", "O. Penhallow", PART);
    said("hidden", 1, "Hidden Post", "We light the pier", NAME, PART);
    postgres.run("update article set pub_status = '" + Article.CANCELED + "' where id = 'hidden'");
    said("b", 5, "Coast Wire", "Boats come back", NAME, OTHER);
    said("c", 5, "Coast Wire", "Stored before", NAME, null);
    said("d", 5, "Coast Wire", "Stored before", NAME, null);
    said("e1", 6, "Coast Wire", "No more", null, LOOSE);
    said("e2", 6, "Almory Post", "No more", null, LOOSE);
    said("e3", 6, "Tern Gazette", "No more", null, LOOSE);
    postgres.run(
        "insert into copy (article_id, sequence, original, engine_name, engine_version)"
            + " values ('e2', 1, 'e1', 'copies', '1')");
    desk = DeskService.start(postgres.config());
    visitor = new Visitor(desk);
  }

  @AfterAll
  static void close() throws IOException {
    desk.close();
    postgres.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                       | 'e1,e3,b,c,d,a1'",
        "source=Tern+Gazette    | 'e3,a2'",
        "q=winter               | a2",
        "speaker=Orla+Penhallow | 'b,c,d,a1'",
        "speaker=O.+Penhallow   | a4",
      })
  void aQuotationIsListedOnceAtTheEarliestOccurrenceThatMatches(String query, String expected)
      throws Exception {
    JsonNode answer = visitor.json("/api/quotes?" + (query == null ? "" : query));

    assertEquals(expected, String.join(",", articles(answer)));
  }

  @Test
  void quotationsReadInPartsAreEachThereOnce() throws Exception {
    List<String> ids = new ArrayList<>();
    for (JsonNode part : visitor.parts("/api/quotes?limit=2")) {
      ids.addAll(articles(part));
    }

    assertEquals(List.of("e1", "e3", "b", "c", "d", "a1"), ids);
  }

  @Test
  void aQuotationHasItsVariantsInOtherArticles() throws Exception {
    JsonNode quote = visitor.json("/api/quotes?q=light&source=Coast+Wire").get("quotes").get(0);

    assertEquals(3, quote.get("alsoIn").asInt());
    assertEquals(3, quote.get("variants").size());
    assertEquals("a2", quote.get("variants").get(0).get("articleId").asText());
    assertEquals(
        "We light the pier before winter", quote.get("variants").get(0).get("text").asText());
  }

  @Test
  void aPageShowsHowOthersQuoteIt() throws Exception {
    String page = visitor.get("/quotes?q=light").body();

    assertTrue(page.contains("<summary>also quoted in 3\u00a0articles</summary>"), page);
    assertTrue(page.contains("“We light the pier before winter”"), page);
    assertTrue(page.contains("“We light the &lt;pier&gt;”</span> · O. Penhallow"), page);
    assertFalse(page.contains("Hidden"), page);
    assertFalse(visitor.get("/quotes?q=boats").body().contains("also quoted"));
  }

  @Test
  void aSpeakersCountsCountQuotations() throws Exception {
    JsonNode speaker = visitor.json("/api/speakers?q=orla").get("speakers").get(0);

    assertEquals(4, speaker.get("quotes").asInt());
    assertEquals(6, speaker.get("articles").asInt());
    assertTrue(
        visitor
            .get("/speakers/Orla%20Penhallow")
            .body()
            .contains("4\u00a0quotes in 6\u00a0articles"));
  }

  private static void wording(long id, long quotation, boolean loose) throws Exception {
    postgres.run(
        "insert into wording (id, pairs, quotation, quotation_size, loose)"
            + " values (%d, '{}', %d, 9, %b)".formatted(id, quotation, loose));
  }

  private static void said(
      String id, int day, String source, String words, String name, Integer wording)
      throws Exception {
    Draft.QuoteDraft quote =
        new Draft(id, "“" + words + "”")
            .source(source)
            .publishedAt("2026-03-0" + day + "T10:00:00Z")
            .quote(Quote.DIRECT, words);
    if (name != null) {
      quote.by(Speaker.PERSON, null, name, null);
    }
    Rows.write(postgres.source(), quote.end().done());
    postgres.run("update quote set wording = " + wording + " where article_id = '" + id + "'");
  }

  private static List<String> articles(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.get("quotes").forEach(quote -> ids.add(quote.get("articleId").asText()));
    return ids;
  }
}
