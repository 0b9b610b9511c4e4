package onrecord.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas say what the records do: the same fields, of the same types, as much required. */
class SchemaTest {
  private static final ObjectMapper JSON = EventJson.mapper();

  /** A record and the schema that describes it. */
  record Described(Class<?> type, Node schema) {
    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  /** A schema within a file. */
  record Node(String file, JsonNode at) {}

  static Stream<Described> records() throws IOException {
    Node enriched = schema("enriched-article.schema.json");
    List<Described> all = new ArrayList<>();
    all.add(new Described(Article.class, schema("article.schema.json")));
    all.add(new Described(EnrichedArticle.class, enriched));
    all.add(new Described(QuoteEvent.class, schema("quote-event.schema.json")));
    all.add(new Described(ArticleCopy.class, schema("article-copy.schema.json")));
    Node status = schema("article-status.schema.json");
    all.add(new Described(ArticleStatus.class, status));
    all.add(
        new Described(
            ArticleStatus.Decision.class, new Node(status.file, status.at.at("/$defs/decision"))));
    all.add(
        new Described(
            Revision.Former.class, new Node(enriched.file, enriched.at.at("/$defs/former"))));
    all.add(
        new Described(
            Revision.Change.class, new Node(enriched.file, enriched.at.at("/$defs/change"))));
    Map.of(
            "block", Block.class,
            "entity", Entity.class,
            "mention", Mention.class,
            "quote", Quote.class,
            "span", Span.class,
            "speaker", Speaker.class,
            "candidate", Candidate.class,
            "engine", Engine.class,
            "revision", Revision.class)
        .forEach(
            (name, type) ->
                all.add(
                    new Described(
                        type, new Node(enriched.file, enriched.at.at("/$defs/" + name)))));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("records")
  void theSchemaHasTheFieldsOfTheRecordInItsOrder(Described described) {
    assertEquals(
        Arrays.stream(described.type.getRecordComponents()).map(RecordComponent::getName).toList(),
        names(described.schema.at.get("properties")));
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyFieldIsDescribedAndHasTheTypeOfTheRecord(Described described) throws IOException {
    for (RecordComponent component : described.type.getRecordComponents()) {
      Node field =
          new Node(
              described.schema.file,
              described.schema.at.get("properties").get(component.getName()));
      String name = described + "." + component.getName();
      assertTrue(resolved(field, "description") != null, name + " has no description");
      JsonNode type = resolved(field, "type");
      JsonNode words = resolved(field, "enum");
      String is = type == null ? "string" : type.isArray() ? type.get(0).asText() : type.asText();
      assertTrue(type != null || words != null, name + " has no type");
      assertEquals(jsonType(component.getType()), is, name);
      if (component.getType() == List.class) {
        Class<?> item =
            (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        Node items = new Node(field.file, resolved(field, "items"));
        assertEquals(jsonType(item), resolved(items, "type").asText(), name);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void theSchemaIsOpen(Described described) {
    assertFalse(described.schema.at.has("additionalProperties"));
    assertFalse(described.schema.at.has("unevaluatedProperties"));
  }

  @Test
  void whatTheSchemaRequiresTheReaderRequiresToo() throws IOException {
    for (Map.Entry<Class<? extends Record>, String> file : Schemas.FILES.entrySet()) {
      Class<? extends Record> type = file.getKey();
      String example = file.getValue().replace(".schema", "");
      requires(type, example, "", type, schema(file.getValue()).at);
    }
    JsonNode defs = schema("enriched-article.schema.json").at.get("$defs");
    Class<? extends Record> enriched = EnrichedArticle.class;
    String example = "enriched-article.json";
    requires(enriched, example, "/blocks/0", Block.class, defs.get("block"));
    requires(enriched, example, "/entities/2", Entity.class, defs.get("entity"));
    requires(enriched, example, "/entities/2/mentions/0", Mention.class, defs.get("mention"));
    requires(enriched, example, "/quotes/2", Quote.class, defs.get("quote"));
    requires(enriched, example, "/quotes/2/spans/0", Span.class, defs.get("span"));
    requires(enriched, example, "/quotes/0/speaker", Speaker.class, defs.get("speaker"));
    requires(enriched, example, "/quotes/2/candidates/0", Candidate.class, defs.get("candidate"));
    requires(enriched, example, "/engine", Engine.class, defs.get("engine"));
    requires(enriched, example, "/revision", Revision.class, defs.get("revision"));
    requires(enriched, example, "/revision/former", Revision.Former.class, defs.get("former"));
    requires(enriched, example, "/revision/changes/0", Revision.Change.class, defs.get("change"));
    requires(
        ArticleStatus.class,
        "article-status.json",
        "/decisions/0",
        ArticleStatus.Decision.class,
        schema("article-status.schema.json").at.at("/$defs/decision"));
  }

  /**
   * Leaves each field out in turn. The reader is milder in one thing: a list that is absent is
   * empty.
   */
  private static void requires(
      Class<? extends Record> event, String example, String at, Class<?> part, JsonNode schema)
      throws IOException {
    Set<String> required = new TreeSet<>();
    schema.get("required").forEach(name -> required.add(name.asText()));
    if (part == Article.class) {
      required.add("body");
    }
    for (RecordComponent component : part.getRecordComponents()) {
      JsonNode whole = JSON.readTree(ExamplesTest.committed(example));
      ObjectNode object = (ObjectNode) whole.at(at);
      object.remove(component.getName());
      if (part == Article.class) {
        // The hash of other content.
        object.remove("contentHash");
      }
      byte[] bytes = whole.toString().getBytes(UTF_8);
      String name = part.getSimpleName() + " without " + component.getName();
      boolean wanted = required.contains(component.getName());
      assertEquals(wanted, !Schemas.violations(event, whole).isEmpty(), name);
      boolean nonEmptyList = Set.of("mentions", "spans").contains(component.getName());
      if (wanted && (component.getType() != List.class || nonEmptyList)) {
        assertThrows(RuntimeException.class, () -> EventJson.read(bytes, event), name);
      } else {
        EventJson.read(bytes, event);
      }
    }
  }

  @Test
  void theSchemaNamesTheWordsThatTheRecordsHave() throws IOException {
    JsonNode enriched = schema("enriched-article.schema.json").at;
    assertEquals(constants(Block.class), words(enriched, "/$defs/block/properties/kind"));
    assertEquals(constants(Mention.class), words(enriched, "/$defs/mention/properties/kind"));
    assertEquals(constants(Quote.class), words(enriched, "/$defs/quote/properties/kind"));
    assertEquals(constants(Speaker.class), words(enriched, "/$defs/speaker/properties/kind"));
    assertEquals(constants(Entity.class), words(enriched, "/$defs/entity/properties/type"));
    Set<String> verdicts = constants(Revision.class);
    assertEquals(verdicts, words(enriched, "/$defs/revision/properties/verdict"));
    verdicts.addAll(constants(ArticleStatus.class));
    assertEquals(
        verdicts,
        words(schema("article-status.schema.json").at, "/$defs/decision/properties/verdict"));
    assertEquals(
        constants(Revision.Change.class), words(enriched, "/$defs/change/properties/what"));
    assertEquals(constants(Article.class), words(enriched, "/properties/pubStatus"));
    assertEquals(
        constants(QuoteEvent.class),
        words(schema("quote-event.schema.json").at, "/properties/operation"));
  }

  @Test
  void anArticleThatIsNotUsableNeedsNoBody() throws IOException {
    for (String json :
        List.of(
            "{\"id\":\"a\",\"pubStatus\":\"canceled\"}",
            "{\"id\":\"a\",\"pubStatus\":\"withheld\",\"body\":\"\"}",
            "{\"id\":\"a\",\"pubStatus\":null,\"body\":\"x\",\"url\":null}")) {
      assertEquals(List.of(), Schemas.violations(Article.class, JSON.readTree(json)), json);
      EventJson.read(json.getBytes(UTF_8), Article.class);
    }
  }

  private static Set<String> constants(Class<?> type) {
    Set<String> words = new TreeSet<>();
    Arrays.stream(type.getFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
        .forEach(
            field -> {
              try {
                words.add((String) field.get(null));
              } catch (IllegalAccessException e) {
                throw new AssertionError(e);
              }
            });
    return words;
  }

  private static Set<String> words(JsonNode schema, String pointer) {
    Set<String> words = new TreeSet<>();
    schema.at(pointer).get("examples").forEach(word -> words.add(word.asText()));
    return words;
  }

  private static String jsonType(Class<?> type) {
    if (type == List.class) {
      return "array";
    } else if (type == int.class || type == long.class || type == Long.class) {
      return "integer";
    } else if (type == double.class || type == Double.class) {
      return "number";
    } else if (type == boolean.class) {
      return "boolean";
    }
    return type.isRecord() ? "object" : "string";
  }

  /** A keyword of a schema, or of the one it refers to. */
  private static JsonNode resolved(Node schema, String keyword) throws IOException {
    if (schema.at.has(keyword)) {
      return schema.at.get(keyword);
    }
    if (!schema.at.has("$ref")) {
      return null;
    }
    String[] ref = schema.at.get("$ref").asText().split("#", 2);
    String file = ref[0].isEmpty() ? schema.file : ref[0];
    return resolved(new Node(file, schema(file).at.at(ref[1])), keyword);
  }

  private static Node schema(String file) throws IOException {
    try (InputStream in = Schemas.class.getResourceAsStream(file)) {
      return new Node(file, JSON.readTree(in));
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
