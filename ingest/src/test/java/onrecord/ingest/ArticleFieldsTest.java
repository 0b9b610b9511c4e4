package onrecord.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import onrecord.events.Article;
import onrecord.events.EventJson;
import org.junit.jupiter.api.Test;

class ArticleFieldsTest {
  /** What the door sets itself; the id that a sender gives becomes sourceId. */
  private static final Set<String> SET_AT_THE_DOOR =
      Set.of("sourceId", "ingestedAt", "contentHash");

  @Test
  void theDoorTakesTheFieldsOfTheSchemaButThoseItSets() throws IOException {
    Set<String> taken = new TreeSet<>();
    try (InputStream file = Article.class.getResourceAsStream("article.schema.json")) {
      JsonNode schema = EventJson.mapper().readTree(file);
      schema.get("properties").fieldNames().forEachRemaining(taken::add);
    }
    taken.removeAll(SET_AT_THE_DOOR);

    assertEquals(taken, new TreeSet<>(ArticleFields.NAMES));
  }
}
