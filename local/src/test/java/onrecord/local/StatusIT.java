package onrecord.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import onrecord.enrich.EnrichConfig;
import onrecord.enrich.EnrichService;
import onrecord.events.Article;
import onrecord.events.ArticleBuilder;
import onrecord.events.ArticleStatus;
import onrecord.events.EventJson;
import onrecord.events.Topic;
import onrecord.service.KafkaClients;
import onrecord.service.StreamsService;
import onrecord.service.TopicSetup;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of enrich share the articles; either tells the status of all. */
class StatusIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final List<String> IDS =
      List.of("a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "p:https://x.test/a b?c", "a\"b\nc");

  @TempDir Path directory;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void eachInstanceTellsTheStatusOfWhatTheOtherHasUntilItHasAllItself() throws Exception {
    try (LocalKafka broker = LocalKafka.start(directory.resolve("broker"), 0)) {
      KafkaClients kafka = new KafkaClients(broker.bootstrap(), Map.of());
      TopicSetup.run(kafka, (short) 1, PATIENCE);
      send(kafka);
      try (StreamsService one = enrich(broker, "one");
          StreamsService two = enrich(broker, "two")) {
        await()
            .atMost(PATIENCE)
            .until(() -> owned(one) > 0 && owned(two) > 0 && allKnown(one, two));

        assertEquals(IDS.size(), owned(one) + owned(two));
        for (String id : IDS) {
          HttpResponse<byte[]> answer = ask(one, id, false);
          ArticleStatus status = EventJson.read(answer.body(), ArticleStatus.class);
          assertEquals(id, status.id());
          assertEquals(1, status.decisions().size());
          assertEquals(
              new String(answer.body(), UTF_8), new String(ask(two, id, false).body(), UTF_8));
        }
        for (String unknown : List.of("b0", "b1", "b2", "b3", "b4", "b5")) {
          assertEquals(404, ask(one, unknown, false).statusCode());
          assertEquals(404, ask(two, unknown, false).statusCode());
        }

        two.stop(PATIENCE);
        TreeSet<Integer> seen = new TreeSet<>();
        await()
            .atMost(PATIENCE)
            .until(
                () -> {
                  for (String id : IDS) {
                    seen.add(ask(one, id, false).statusCode());
                  }
                  return owned(one) == IDS.size();
                });
        assertTrue(List.of(200, 503).containsAll(seen), "never unknown, but " + seen);
      }
    }
  }

  private boolean allKnown(StreamsService one, StreamsService two) throws Exception {
    for (String id : IDS) {
      if (ask(one, id, false).statusCode() != 200 || ask(two, id, false).statusCode() != 200) {
        return false;
      }
    }
    return true;
  }

  /** How many of the articles an instance has itself: a question that was forwarded stays there. */
  private int owned(StreamsService enrich) throws Exception {
    int owned = 0;
    for (String id : IDS) {
      owned += ask(enrich, id, true).statusCode() == 200 ? 1 : 0;
    }
    return owned;
  }

  private HttpResponse<byte[]> ask(StreamsService enrich, String id, boolean forwarded)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + enrich.port() + ArticleStatus.path(id)));
    if (forwarded) {
      request.header("Onrecord-Forwarded", "1");
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private StreamsService enrich(LocalKafka broker, String name) {
    return EnrichService.start(
        EnrichConfig.from(
            Map.of(
                "ONRECORD_KAFKA_BOOTSTRAP",
                broker.bootstrap(),
                "ONRECORD_STATE_DIR",
                directory.resolve(name).toString(),
                "ONRECORD_SESSION_TIMEOUT",
                "PT10S",
                "ONRECORD_HTTP_PORT",
                "0",
                "ONRECORD_ADVERTISED_HOST",
                "127.0.0.1")));
  }

  private static void send(KafkaClients kafka) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            kafka.producer("test"), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (String id : IDS) {
        Article article =
            new ArticleBuilder(id).ingestedAt(Instant.EPOCH).body("It rained.").build();
        producer
            .send(
                new ProducerRecord<>(
                    Topic.ARTICLES.topicName(), id.getBytes(UTF_8), EventJson.write(article)))
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
    }
  }
}
