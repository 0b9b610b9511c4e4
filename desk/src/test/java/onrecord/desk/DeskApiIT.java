package onrecord.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import onrecord.events.Article;
import onrecord.events.EnrichedArticle;
import onrecord.events.Entity;
import onrecord.events.EventJson;
import onrecord.events.Quote;
import onrecord.events.Speaker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskApiIT {
  private static Postgres postgres;
  private static DeskService desk;
  private static Visitor visitor;

  @BeforeAll
  static void open() throws Exception {
    postgres = Postgres.migrated();
    Rows.write(postgres.source(), Invented.lamps());
    Rows.write(
        postgres.source(),
        new Draft("tides", "Iria Lobón says: \"Tides rise.\" Tides rise.")
            .source("Almory Post")
            .headline("Tides")
            .publishedAt("2026-03-04T10:00:00Z")
            .entity(Entity.PERSON, "Iria Lobón", 0.5, "oceanographer", "Iria Lobón")
            .quote(Quote.DIRECT, "Tides rise.")
            .by(Speaker.PERSON, "e1", "Iria Lobón", "oceanographer")
            .end()
            .done());
    Rows.write(
        postgres.source(),
        new Draft("a/b c?ü", "Iria Lobon says tides 100%_sure fall.")
            .publishedAt("2026-03-04T10:00:00Z")
            .quote(Quote.INDIRECT, "tides 100%_sure fall")
            .by(Speaker.PERSON, null, "Iria Lobon", null)
            .end()
            .done());
    for (String status : List.of(Article.WITHHELD, Article.CANCELED)) {
      Rows.write(
          postgres.source(),
          new Draft(status, "Hidden Name says: \"Hidden lamps.\"")
              .pubStatus(status)
              .source("Hidden Post")
              .publishedAt("2026-03-05T10:00:00Z")
              .quote(Quote.DIRECT, "Hidden lamps.")
              .by(Speaker.PERSON, null, "Hidden Name", null)
              .end()
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

  @Test
  void anArticleIsAnsweredAsEnrichWroteIt() throws Exception {
    byte[] answer =
        visitor.get("/api/articles/" + Invented.ID).body().getBytes(StandardCharsets.UTF_8);

    assertEquals(Invented.lamps(), EventJson.read(answer, EnrichedArticle.class));
  }

  @Test
  void articlesComeTheNewestFirst() throws Exception {
    assertEquals(List.of("a/b c?ü", "tides", Invented.ID), ids(visitor.json("/api/articles")));
  }

  @Test
  void anArticleInAListHasItsCountsAndSpeakers() throws Exception {
    JsonNode lamps = visitor.json("/api/articles?source=Tern%20Gazette").get("articles").get(0);

    assertEquals(9, lamps.get("quotes").asInt());
    assertEquals(8, lamps.get("entities").asInt());
    assertEquals("[\"Orla Penhallow\",\"Bram Oyelaran\"]", lamps.get("speakers").toString());
    assertTrue(lamps.get("excerpt").get("text").asText().startsWith("The council voted on Monday"));
  }

  @Test
  void aListReadInPartsHasEveryArticleOnce() throws Exception {
    List<String> ids = new ArrayList<>();
    for (JsonNode part : visitor.parts("/api/articles?limit=1")) {
      ids.addAll(ids(part));
    }

    assertEquals(List.of("a/b c?ü", "tides", Invented.ID), ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "q=lamp+pier            | tern-gazette:lamps",
        "q=%22lights+pier%22    | ''",
        "q=lighting             | tern-gazette:lamps",
        "q=tides+-rise          | a/b c?ü",
        "q=iria+lobon           | 'a/b c?ü,tides'",
        "q=nothing+of+this      | ''",
        "q=the                  | ''",
        "q=hidden               | ''",
        "source=Almory+Post     | tides",
        "source=Hidden+Post     | ''",
        "speaker=iria+lobón     | 'a/b c?ü,tides'",
        "speaker=Hidden+Name    | ''",
        "q=tides&source=Almory+Post&speaker=Iria+Lob%C3%B3n | tides",
      })
  void aListHoldsWhatIsAskedFor(String query, String ids) throws Exception {
    String address = "/api/articles?" + query.strip().replace("ó", "%C3%B3");

    assertEquals(ids, String.join(",", ids(visitor.json(address))));
  }

  @Test
  void aSearchShowsWhereItFoundItsWords() throws Exception {
    JsonNode excerpt =
        visitor.json("/api/articles?q=institute").get("articles").get(0).get("excerpt");
    JsonNode hit = excerpt.get("hits").get(0);

    assertEquals(
        "Institute",
        excerpt.get("text").asText().substring(hit.get("start").asInt(), hit.get("end").asInt()));
  }

  @ParameterizedTest
  @CsvSource({"withheld, This article is withheld", "canceled, This article was withdrawn"})
  void anArticleThatIsNotUsableIsGone(String id, String sentence) throws Exception {
    HttpResponse<String> answer = visitor.get("/api/articles/" + id);

    assertEquals(410, answer.statusCode());
    assertTrue(answer.body().contains(sentence), answer.body());
    assertFalse(answer.body().contains("Hidden"), answer.body());
  }

  @ParameterizedTest
  @CsvSource({"none", "%00", "a%2F..%2Fb"})
  void anArticleThatIsntThereIsNotFound(String id) throws Exception {
    int status = visitor.get("/api/articles/" + id).statusCode();

    assertTrue(status == 404 || status == 400, "status " + status);
  }

  @Test
  void anIdMayHoldAnyCharacter() throws Exception {
    assertEquals("a/b c?ü", visitor.json("/api/articles/a%2Fb%20c%3F%C3%BC").get("id").asText());
  }

  @Test
  void quotesComeArticleByArticleInTheOrderOfEach() throws Exception {
    JsonNode quotes = visitor.json("/api/quotes?limit=4").get("quotes");

    assertEquals(
        List.of("tides 100%_sure fall", "Tides rise.", "a promise kept."),
        texts(quotes).subList(0, 3));
  }

  @Test
  void quotesReadInPartsAreEachThereOnceAndRepeatsNotAtAll() throws Exception {
    List<String> texts = new ArrayList<>();
    for (JsonNode part : visitor.parts("/api/quotes?limit=3")) {
      texts.addAll(texts(part.get("quotes")));
    }

    assertEquals(11, texts.size());
    assertEquals(texts.stream().distinct().toList(), texts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "speaker=iria+lob%C3%93n        | 'tides 100%_sure fall,Tides rise.'",
        "speaker=Hidden+Name            | ''",
        "q=promised                     | a promise kept.",
        "q=lamps+hidden                 | ''",
        "kind=indirect&q=accident       | lit piers halve the number of accidents",
        "kind=mixed                     | a promise kept.",
        "source=Almory+Post             | Tides rise.",
      })
  void quotesAreThoseAskedFor(String query, String expected) throws Exception {
    List<String> texts = texts(visitor.json("/api/quotes?" + query.strip()).get("quotes"));

    assertEquals(expected, String.join(",", texts));
  }

  @Test
  void aQuoteHasItsSpeakerAndArticle() throws Exception {
    JsonNode quote = visitor.json("/api/quotes?source=Almory+Post").get("quotes").get(0);

    assertEquals("oceanographer", quote.get("speaker").get("role").asText());
    assertEquals("tides", quote.get("articleId").asText());
    assertEquals("2026-03-04T10:00:00Z", quote.get("publishedAt").asText());
    assertEquals(0.97, quote.get("confidence").asDouble());
  }

  @Test
  void aQuotesMentionAndCueAreExactBehindAnEmojiToo() throws Exception {
    JsonNode quote = visitor.json("/api/quotes?q=eleven+winters").get("quotes").get(0);

    assertEquals("Penhallow", quote.get("mention").get("exact").asText());
    assertEquals("said", quote.get("cue").get("exact").asText());
  }

  @Test
  void speakersComeTheMostQuotedFirstWithTheirCounts() throws Exception {
    JsonNode speakers = visitor.json("/api/speakers").get("speakers");

    assertEquals("Orla Penhallow", speakers.get(0).get("name").asText());
    assertEquals(3, speakers.get(0).get("quotes").asInt());
    assertEquals(3, speakers.size());
  }

  @Test
  void twoSpellingsOfANameAreOneSpeaker() throws Exception {
    JsonNode speaker = visitor.json("/api/speakers?q=LOBON").get("speakers").get(0);

    assertEquals(2, speaker.get("quotes").asInt());
    assertEquals(2, speaker.get("articles").asInt());
    assertEquals("2026-03-04T10:00:00Z", speaker.get("newest").asText());
  }

  @ParameterizedTest
  @CsvSource({"%25", "_", "%5C", "%27"})
  void aPartOfANameIsTakenAtItsWord(String part) throws Exception {
    assertEquals(0, visitor.json("/api/speakers?q=" + part).get("speakers").size());
  }

  @ParameterizedTest
  @CsvSource({
    "/api/articles?limit=0, limit",
    "/api/articles?limit=101, limit",
    "/api/articles?limit=ten, limit",
    "/api/articles?limit=1&limit=2, limit",
    "/api/articles?before=yesterday, before",
    "/api/articles?q=%00, q",
    "/api/articles?sort=old, sort",
    "/api/articles/tides?full=1, full",
    "/api/quotes?before=eHg, before",
    "/api/quotes?speakers=x, speakers",
    "/api/speakers?before=x, before",
  })
  void aBadParameterIsNamed(String address, String parameter) throws Exception {
    HttpResponse<String> answer = visitor.get(address);

    assertEquals(400, answer.statusCode());
    assertEquals(parameter, EventJson.mapper().readTree(answer.body()).get("parameter").asText());
  }

  @Test
  void aSearchLongerThanAnyoneTypesIsRefused() throws Exception {
    assertEquals(400, visitor.get("/api/articles?q=" + "a".repeat(301)).statusCode());
  }

  @ParameterizedTest
  @CsvSource({"q", "source", "speaker"})
  void sqlInAParameterIsText(String parameter) throws Exception {
    String sql = "x%27%29%3B%20drop%20table%20quote%3B%20--";

    assertEquals(0, visitor.json("/api/articles?" + parameter + "=" + sql).get("articles").size());
    assertEquals(200, visitor.get("/api/quotes").statusCode());
  }

  @Test
  void theDeskCantBeWrittenTo() throws Exception {
    assertEquals(404, visitor.send("DELETE", "/api/articles/tides").statusCode());
  }

  @Test
  void anAddressUnderTheApiThatIsntThereIsAnsweredInJson() throws Exception {
    HttpResponse<String> answer = visitor.get("/api/nothing");

    assertEquals(404, answer.statusCode());
    assertEquals("{\"error\":\"There is nothing at this address.\"}", answer.body());
  }

  private static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.get("articles").forEach(article -> ids.add(article.get("id").asText()));
    return ids;
  }

  private static List<String> texts(JsonNode quotes) {
    List<String> texts = new ArrayList<>();
    quotes.forEach(quote -> texts.add(quote.get("text").asText()));
    return texts;
  }
}
