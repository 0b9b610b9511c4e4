package onrecord.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import onrecord.events.Article;
import onrecord.events.ArticleBuilder;
import onrecord.events.EnrichedArticle;
import onrecord.events.EventJson;
import onrecord.events.OffsetCheck;
import onrecord.events.Quote;
import onrecord.events.QuoteEvent;
import org.junit.jupiter.api.Test;

/** The events that the engine really makes keep to the contract's schemas and offsets. */
class ContractTest {
  private static final ObjectMapper JSON = EventJson.mapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final Schema articles = schema("article");
  private final Schema enrichedArticles = schema("enriched-article");
  private final Schema quotes = schema("quote-event");
  private final Enricher enricher = new Enricher();

  /** Fields of real events that their schema doesn't describe. */
  private final Set<String> undescribed = new TreeSet<>();

  @Test
  void theEventsOfTheSeedsKeepTheContract() throws IOException {
    assertTrue(check(Path.of("..", "seeds")) > 0, "no quote was checked");
  }

  @Test
  void theEventsOfTheSampleArticlesKeepTheContract() throws IOException {
    Path samples = Path.of("..", "..", "shared", "data", "sample-articles");
    assumeTrue(Files.isDirectory(samples), "the sample articles aren't here; skipped");

    assertTrue(check(samples) > 0, "no quote was checked");
  }

  @Test
  void theEventsOfAWithdrawalKeepTheContract() throws IOException {
    assertEquals(0, check(Article.withdrawal("a", Instant.EPOCH), "a withdrawal"));
  }

  @Test
  void aFieldThatNoSchemaDescribesIsSeen() throws IOException {
    JsonNode event = JSON.readTree("{\"id\":\"a\",\"engine\":{\"mood\":1}}");

    describe("", event, enrichedArticles.getSchemaNode(), enrichedArticles.getSchemaNode());

    assertEquals(Set.of("/engine/mood"), undescribed);
  }

  /** How many quotes were checked. */
  private int check(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    assertFalse(files.isEmpty());
    int checked = 0;
    for (Path file : files) {
      String name = file.getFileName().toString();
      Article article =
          new ArticleBuilder(name.replace(".txt", ""))
              .ingestedAt(Instant.parse("2026-03-01T12:00:00Z"))
              .body(Files.readString(file, StandardCharsets.UTF_8))
              .origin(name)
              .build();
      checked += check(article, name);
    }
    return checked;
  }

  private int check(Article article, String name) throws IOException {
    fits(articles, EventJson.write(article), name);
    Enricher.Enriched enriched = enricher.enrichToBytes(article, 0);
    fits(enrichedArticles, enriched.bytes(), name);
    assertEquals(
        List.of(),
        OffsetCheck.violations(EventJson.read(enriched.bytes(), EnrichedArticle.class)),
        name);
    for (Quote quote : enriched.article().quotes()) {
      QuoteEvent event = QuoteEvent.of(enriched.article(), quote, QuoteEvent.ADDED);
      fits(quotes, EventJson.write(event), name);
      assertEquals(event, EventJson.read(EventJson.write(event), QuoteEvent.class), name);
    }
    return enriched.article().quotes().size();
  }

  private void fits(Schema schema, byte[] bytes, String name) throws IOException {
    JsonNode event = JSON.readTree(bytes);
    List<String> violations =
        schema
            .validate(
                event,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
            .stream()
            .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
            .toList();
    assertEquals(List.of(), violations, name);
    describe("", event, schema.getSchemaNode(), schema.getSchemaNode());
    assertEquals(Set.of(), undescribed, name);
  }

  /**
   * Collects the fields of an event that its schema has no property for.
   *
   * @param root the document that the schema stands in
   */
  private void describe(String at, JsonNode event, JsonNode schema, JsonNode root) {
    if (schema.has("$ref")) {
      String[] ref = schema.get("$ref").asText().split("#", 2);
      JsonNode document = ref[0].isEmpty() ? root : enrichedArticles.getSchemaNode();
      describe(at, event, document.at(ref[1]), document);
    } else if (event.isArray()) {
      event.forEach(item -> describe(at, item, schema.get("items"), root));
    } else if (event.isObject()) {
      event
          .properties()
          .forEach(
              field -> {
                String place = at + "/" + field.getKey();
                JsonNode property = schema.path("properties").get(field.getKey());
                if (property == null) {
                  undescribed.add(place);
                } else {
                  describe(place, field.getValue(), property, root);
                }
              });
    }
  }

  private static Schema schema(String name) {
    return REGISTRY.getSchema(
        SchemaLocation.of("classpath:onrecord/events/" + name + ".schema.json"));
  }
}
