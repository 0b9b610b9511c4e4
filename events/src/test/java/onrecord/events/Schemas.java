package onrecord.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;

/** The schemas in the jar, as a consumer loads them. */
final class Schemas {
  static final Map<Class<? extends Record>, String> FILES =
      Map.of(
          Article.class, "article.schema.json",
          EnrichedArticle.class, "enriched-article.schema.json",
          QuoteEvent.class, "quote-event.schema.json",
          ArticleCopy.class, "article-copy.schema.json",
          ArticleStatus.class, "article-status.schema.json");

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Schemas() {}

  static Schema of(Class<? extends Record> type) {
    return REGISTRY.getSchema(SchemaLocation.of("classpath:onrecord/events/" + FILES.get(type)));
  }

  /** What the schema says against the event, a sentence each. */
  static List<String> violations(Class<? extends Record> type, JsonNode event) {
    return of(type)
        .validate(
            event,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }
}
