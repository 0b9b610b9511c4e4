package onrecord.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import onrecord.events.Article;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskCopiesIT {
  private static Postgres postgres;
  private static DeskService desk;
  private static Visitor visitor;

  @BeforeAll
  static void open() throws Exception {
    postgres = Postgres.migrated();
    article("pier", 1, "Coast Wire", "The pier.", Article.USABLE, null);
    article("pier-2", 2, "Tern Gazette", "The pier rebuilt.", Article.USABLE, "pier");
    article("pier-3", 3, "Tern Gazette", "The pier rebuilt.", Article.USABLE, "pier");
    article("pier-4", 4, "Almory Post", "The pier.", Article.USABLE, "pier");
    article("pier-5", 5, "Hidden Post", "The pier.", Article.CANCELED, "pier");
    article("lost-1", 6, "Coast Wire", "Lost.", Article.USABLE, "lost");
    article("lost-2", 7, "Almory Post", "Lost.", Article.USABLE, "lost");
    article("lost", 5, "Hidden Post", "Lost.", Article.WITHHELD, null);
    article("lone", 8, "Coast Wire", "Alone.", Article.USABLE, null);
    article("left", 9, "Left Post", "Left.", Article.USABLE, "right");
    article("right", 9, "Right Post", "Right.", Article.USABLE, "left");
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
        "                    | 'left,right,lone,lost-1,pier'",
        "source=Coast+Wire   | 'lone,lost-1,pier'",
        "source=Tern+Gazette | pier-2",
        "source=Almory+Post  | 'lost-2,pier-4'",
        "q=rebuilt           | pier-2",
        "q=pier              | pier",
      })
  void aStoryIsListedOnceAtTheEarliestOfItsArticlesThatMatch(String query, String expected)
      throws Exception {
    assertEquals(expected, String.join(",", ids("/api/articles?" + (query == null ? "" : query))));
  }

  @Test
  void aListReadInPartsHasEveryStoryOnce() throws Exception {
    List<String> ids = new ArrayList<>();
    for (JsonNode part : visitor.parts("/api/articles?limit=2")) {
      part.get("articles").forEach(article -> ids.add(article.get("id").asText()));
    }

    assertEquals(List.of("left", "right", "lone", "lost-1", "pier"), ids);
  }

  @Test
  void anEntryCountsTheOtherOutletsOfItsStory() throws Exception {
    String page = visitor.get("/?q=pier").body();

    assertTrue(page.contains("href=\"/articles/pier#copies\">also in 2\u00a0outlets</a>"), page);
    assertFalse(visitor.get("/?q=alone").body().contains("also in"));
  }

  @Test
  void anOriginalsPageListsItsCopiesThatCanBeRead() throws Exception {
    String page = visitor.get("/articles/pier").body();

    assertTrue(page.contains("<h2 id=\"copies\">The same story in other articles</h2>"), page);
    assertTrue(page.contains("<a href=\"/articles/pier-4\">Headline pier-4</a> · Almory Post"));
    assertFalse(page.contains("Hidden"), page);
    assertFalse(page.contains("the earliest"), page);
  }

  @Test
  void aCopySaysWhatItIsACopyOfAndWhatElseIs() throws Exception {
    JsonNode copy = visitor.json("/api/articles/pier-3");
    List<String> ids = new ArrayList<>();
    copy.get("copies").forEach(other -> ids.add(other.get("id").asText()));

    assertEquals("pier", copy.get("copyOf").asText());
    assertEquals(List.of("pier", "pier-2", "pier-4"), ids);
    assertTrue(visitor.get("/articles/pier-3").body().contains("the earliest"));
  }

  @Test
  void anArticleWithoutCopiesHasNoListOfThem() throws Exception {
    JsonNode lone = visitor.json("/api/articles/lone");

    assertEquals(0, lone.get("copies").size());
    assertFalse(lone.has("copyOf"));
    assertFalse(visitor.get("/articles/lone").body().contains("id=\"copies\""));
  }

  private static void article(
      String id, int day, String source, String text, String status, String original)
      throws Exception {
    Rows.write(
        postgres.source(),
        new Draft(id, text)
            .source(source)
            .headline("Headline " + id)
            .pubStatus(status)
            .publishedAt("2026-03-0" + day + "T10:00:00Z")
            .done());
    postgres.run(
        "insert into copy (article_id, sequence, original, engine_name, engine_version)"
            + " values ('%s', 1, %s, 'copies', '1')"
                .formatted(id, original == null ? "null" : "'" + original + "'"));
  }

  private static List<String> ids(String address) throws Exception {
    List<String> ids = new ArrayList<>();
    visitor.json(address).get("articles").forEach(article -> ids.add(article.get("id").asText()));
    return ids;
  }
}
