package onrecord.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** The AsyncAPI file says what the code does: topics, headers, and schemas that are there. */
class AsyncApiTest {
  private static final String REDRIVEN = "#/components/schemas/redriven";
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Map<Topic, String> MESSAGES =
      Map.of(
          Topic.ARTICLES, "article",
          Topic.ENRICHED, "enrichedArticle",
          Topic.QUOTES, "quoteEvent",
          Topic.COPIES, "articleCopy",
          Topic.REJECTED, "rejectedRecord");

  private final JsonNode api = file("asyncapi.yaml");

  AsyncApiTest() throws IOException {}

  @Test
  void everyTopicHasAChannelThatKeepsItAsTheContractDoes() {
    Map<String, JsonNode> channels = new TreeMap<>();
    api.get("channels").forEach(channel -> channels.put(channel.get("address").asText(), channel));

    assertEquals(
        Arrays.stream(Topic.values()).map(Topic::topicName).sorted().toList(),
        List.copyOf(channels.keySet()));
    for (Topic topic : Topic.values()) {
      JsonNode kafka = channels.get(topic.topicName()).at("/bindings/kafka");
      assertEquals(topic.topicName(), kafka.get("topic").asText());
      assertEquals(Topic.PARTITIONS, kafka.get("partitions").asInt());
      Map<String, String> configs = new HashMap<>();
      kafka
          .get("topicConfiguration")
          .properties()
          .forEach(
              config ->
                  configs.put(
                      config.getKey(),
                      config.getValue().isArray()
                          ? config.getValue().get(0).asText()
                          : config.getValue().asText()));
      // AsyncAPI's binding has no field for it.
      configs.put("message.timestamp.type", "CreateTime");
      assertEquals(topic.configs(), configs, topic.topicName());
    }
  }

  @Test
  void everyChannelCarriesTheMessageOfItsTopic() {
    MESSAGES.forEach(
        (topic, message) -> {
          JsonNode described = api.at("/components/messages/" + message);
          assertEquals(topic.eventType(), described.get("name").asText());
          List<String> carried = new ArrayList<>();
          api.get("channels")
              .forEach(
                  channel -> {
                    if (channel.get("address").asText().equals(topic.topicName())) {
                      channel.get("messages").forEach(m -> carried.add(m.get("$ref").asText()));
                    }
                  });
          assertEquals(List.of("#/components/messages/" + message), carried);
        });
  }

  @Test
  void everyTopicIsWrittenAndReadBySomeone() {
    api.get("channels")
        .fieldNames()
        .forEachRemaining(
            channel -> {
              List<String> actions = new ArrayList<>();
              api.get("operations")
                  .forEach(
                      operation -> {
                        if (operation
                            .at("/channel/$ref")
                            .asText()
                            .equals("#/channels/" + channel)) {
                          actions.add(operation.get("action").asText());
                        }
                      });
              assertTrue(actions.contains("send") && actions.contains("receive"), channel);
            });
  }

  @Test
  void everyReferenceLeadsSomewhere() throws IOException {
    List<JsonNode> references = api.findValues("$ref");
    assertFalse(references.isEmpty());
    for (JsonNode reference : references) {
      String[] to = reference.asText().split("#", 2);
      JsonNode document = to[0].isEmpty() ? api : file(to[0]);
      assertFalse(document.at(to.length == 1 ? "" : to[1]).isMissingNode(), reference.asText());
    }
  }

  @Test
  void theHeadersOfTheExamplesAreThoseOfTheEvents() throws IOException {
    isExample(Topic.ARTICLES, headers(CloudEvent.of(Examples.article())));
    isExample(Topic.ENRICHED, headers(CloudEvent.of(Examples.enriched())));
    isExample(Topic.QUOTES, headers(CloudEvent.of(Examples.quoteEvent(), Examples.enriched())));
    isExample(
        Topic.COPIES, headers(CloudEvent.of(Examples.copy(), Examples.article().ingestedAt())));
    Headers rejected = new RecordHeaders();
    new Rejection(
            Rejection.VALIDATE,
            "body is missing",
            IllegalArgumentException.class.getName(),
            Topic.ARTICLES.topicName(),
            4,
            1207,
            "0.1.0",
            1)
        .writeTo(rejected);
    isExample(Topic.REJECTED, rejected);
  }

  @Test
  void theHeadersOfARecordSentAgainAreDescribedOnEveryTopicThatAStageRejectsFrom() {
    Headers headers = new RecordHeaders();
    new Rejection("validate", "x", null, Topic.ARTICLES.topicName(), 4, 1207, "0.1.0", 1)
        .redrive(headers);
    Map<String, String> sent = values(headers);

    JsonNode schema = api.at(REDRIVEN.substring(1));
    assertEquals(
        List.copyOf(sent.keySet()),
        schema.get("properties").properties().stream().map(Map.Entry::getKey).sorted().toList());
    assertEquals(List.of(), violations(schema, sent));
    assertEquals(YAML.valueToTree(sent), api.at("/components/messages/article/examples/1/headers"));
    for (Topic topic : List.of(Topic.ARTICLES, Topic.ENRICHED, Topic.COPIES)) {
      assertTrue(
          api.at("/components/messages/" + MESSAGES.get(topic) + "/headers/allOf")
              .findValuesAsText("$ref")
              .contains(REDRIVEN),
          topic.topicName());
    }
  }

  @Test
  void theExamplesNameTheirValues() throws IOException {
    for (Topic topic : List.of(Topic.ARTICLES, Topic.ENRICHED, Topic.QUOTES, Topic.COPIES)) {
      JsonNode example = example(topic);
      String name = "examples/" + example.get("name").asText() + ".json";
      assertTrue(example.get("summary").asText().endsWith(name + "."));
      assertFalse(file(name).isEmpty());
    }
  }

  private void isExample(Topic topic, Headers headers) throws IOException {
    Map<String, String> sent = values(headers);
    Map<String, String> described = new TreeMap<>();
    example(topic)
        .get("headers")
        .properties()
        .forEach(header -> described.put(header.getKey(), header.getValue().asText()));
    assertEquals(sent, described);

    JsonNode schema = api.at("/components/messages/" + MESSAGES.get(topic) + "/headers");
    List<JsonNode> parts = new ArrayList<>();
    if (schema.has("allOf")) {
      schema.get("allOf").forEach(parts::add);
    } else {
      parts.add(schema);
    }
    List<String> properties = new ArrayList<>();
    for (JsonNode part : parts) {
      if (part.path("$ref").asText().equals(REDRIVEN)) {
        continue;
      }
      JsonNode resolved = part.has("$ref") ? api.at(part.get("$ref").asText().substring(1)) : part;
      resolved.get("properties").fieldNames().forEachRemaining(properties::add);
      assertEquals(List.of(), violations(resolved, sent));
    }
    assertEquals(List.copyOf(sent.keySet()), properties.stream().distinct().sorted().toList());
  }

  private static List<?> violations(JsonNode schema, Map<String, String> headers) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(schema)
        .validate(YAML.valueToTree(headers));
  }

  private static Map<String, String> values(Headers headers) {
    Map<String, String> values = new TreeMap<>();
    for (Header header : headers) {
      values.put(header.key(), new String(header.value(), UTF_8));
    }
    return values;
  }

  private JsonNode example(Topic topic) {
    return api.at("/components/messages/" + MESSAGES.get(topic) + "/examples/0");
  }

  private static Headers headers(CloudEvent event) {
    Headers headers = new RecordHeaders();
    event.writeTo(headers);
    TraceContext.writeTo(headers, "00-3b1e0f6c52a94d7788c1d2e3f4a5b6c7-91a2b3c4d5e6f708-01");
    return headers;
  }

  private static JsonNode file(String name) throws IOException {
    try (InputStream in = Topic.class.getResourceAsStream(name)) {
      return YAML.readTree(in);
    }
  }
}
