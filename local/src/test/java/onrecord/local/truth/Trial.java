package onrecord.local.truth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import onrecord.events.ArticleBuilder;
import onrecord.events.ArticleStatus;
import onrecord.events.EventJson;
import onrecord.events.Topic;
import onrecord.local.truth.Account.Subject;
import onrecord.service.KafkaClients;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Tells stories to a pipeline and holds what topics, storage and the status door say against the
 * model. For one thread.
 */
public final class Trial implements AutoCloseable {
  /** Long enough for a machine that does other things as well. */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Pipeline pipeline;
  private final Producer<byte[], byte[]> producer;
  private final Topics topics;
  private int tellings;

  /**
   * A pipeline that runs.
   *
   * @param kafka the broker's address
   * @param jdbcUrl the storage's address
   * @param jdbcUser who may read it
   * @param status the address of a door that answers {@code /articles/{id}/status}
   */
  public record Pipeline(String kafka, String jdbcUrl, String jdbcUser, String status) {}

  Trial(Pipeline pipeline) {
    this.pipeline = pipeline;
    KafkaClients kafka = new KafkaClients(pipeline.kafka(), Map.of());
    producer =
        new KafkaProducer<>(
            kafka.producer("teller"), new ByteArraySerializer(), new ByteArraySerializer());
    topics = new Topics(kafka);
  }

  /** The same stories, to be sent under ids of their own. */
  List<Told> prepare(List<Story> stories) {
    List<Told> prepared = new ArrayList<>();
    stories.forEach(story -> prepared.add(new Told(story, ++tellings)));
    return prepared;
  }

  /** Sends all steps, each story's in its order, the stories among each other at random. */
  void send(List<Told> stories, Random random) throws Exception {
    sendAround(stories, random, () -> {});
  }

  /** What happens in the middle of a sending. */
  interface Interruption {
    void happen() throws Exception;
  }

  /**
   * As {@link #send}; when a half of the steps is sent, something happens before the other half.
   */
  void sendAround(List<Told> stories, Random random, Interruption interruption) throws Exception {
    List<Told> left = new ArrayList<>();
    for (Told told : stories) {
      told.story().steps().forEach(step -> left.add(told));
    }
    Collections.shuffle(left, random);
    Map<Told, Integer> next = new LinkedHashMap<>();
    for (int i = 0; i < left.size(); i++) {
      if (i == left.size() / 2) {
        producer.flush();
        interruption.happen();
      }
      Told told = left.get(i);
      told.send(next.merge(told, 1, Integer::sum) - 1, producer);
    }
    producer.flush();
  }

  /**
   * Waits until the pipeline has taken all that was sent, and compares.
   *
   * @param settling how long links between copies may take after that
   * @return the stories of which something is told that is not so, and what
   */
  Map<Told, List<String>> judge(List<Told> stories, Duration settling) throws Exception {
    awaitTheEnd();
    long deadline = System.nanoTime() + settling.toNanos();
    Map<Told, List<String>> wrong;
    do {
      wrong = compare(stories);
    } while (!wrong.isEmpty() && System.nanoTime() < deadline);
    return wrong;
  }

  /**
   * The shortest of a story that is still told wrongly, found by leaving out step after step.
   *
   * @return a description, with what is wrong
   */
  String shrunk(Story story, List<String> wrong) throws Exception {
    Story shortest = story;
    List<String> why = wrong;
    boolean shorter = true;
    while (shorter && shortest.steps().size() > 1) {
      shorter = false;
      List<Story> candidates = new ArrayList<>();
      for (int step = 0; step < shortest.steps().size(); step++) {
        candidates.add(shortest.without(step));
      }
      List<Told> told = prepare(candidates);
      send(told, new Random(story.seed()));
      Map<Told, List<String>> still = judge(told, Duration.ofSeconds(10));
      if (!still.isEmpty()) {
        Map.Entry<Told, List<String>> first = still.entrySet().iterator().next();
        shortest = first.getKey().story();
        why = first.getValue();
        shorter = true;
      }
    }
    return shortest + "\n  " + String.join("\n  ", why);
  }

  private Map<Told, List<String>> compare(List<Told> stories) throws Exception {
    topics.catchUp();
    StoredRows rows = StoredRows.read(pipeline.jdbcUrl(), pipeline.jdbcUser());
    Map<Told, List<String>> wrong = new LinkedHashMap<>();
    for (Told told : stories) {
      Account truth = Truth.of(told);
      Account published = topics.account(told);
      Account stored = rows.account(told);
      List<String> differences = new ArrayList<>();
      differences.addAll(
          truth.differences(
              "the topics:",
              published,
              Subject.LATEST,
              Subject.REVISION,
              Subject.QUOTE,
              Subject.COPY,
              Subject.REJECT));
      differences.addAll(
          truth.differences(
              "the storage:",
              stored,
              Subject.LATEST,
              Subject.REVISION,
              Subject.QUOTE,
              Subject.COPY));
      // Which there are is for the engine to say; the storage must have them as published.
      differences.addAll(published.differences("the storage:", stored, Subject.ATTITUDE));
      differences.addAll(truth.differences("the status:", status(told), Subject.DECISION));
      if (!differences.isEmpty()) {
        wrong.put(told, differences);
      }
    }
    return wrong;
  }

  private Account status(Told told) throws IOException, InterruptedException {
    Account account = new Account();
    for (String id : told.ids()) {
      URI uri =
          URI.create(pipeline.status() + "/articles/" + URLEncoder.encode(id, UTF_8) + "/status");
      HttpResponse<byte[]> answer =
          http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() == 200) {
        List<ArticleStatus.Decision> decisions =
            EventJson.read(answer.body(), ArticleStatus.class).decisions();
        for (int i = decisions.size() - 1; i >= 0; i--) {
          account.decision(id, decisions.get(i).verdict());
        }
      }
    }
    return account;
  }

  /** An article at the end of each partition: when they are stored, all before them is. */
  private void awaitTheEnd() throws Exception {
    List<String> ends = new ArrayList<>();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
      String id = idIn(partition);
      ends.add(id);
      sent.add(
          producer.send(
              new ProducerRecord<>(
                  Topic.ARTICLES.topicName(),
                  null,
                  // No later than the stories, or it would end the window of their copies.
                  Story.BEGINNING.toEpochMilli(),
                  id.getBytes(UTF_8),
                  EventJson.write(new ArticleBuilder(id).body("The end.").build()))));
    }
    for (Future<RecordMetadata> each : sent) {
      each.get();
    }
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(() -> stored(ends) == ends.size());
  }

  private String idIn(int partition) {
    for (int i = 0; ; i++) {
      String id = "end-" + tellings + "-" + System.nanoTime() + "-" + i;
      if (Utils.toPositive(Utils.murmur2(id.getBytes(UTF_8))) % Topic.PARTITIONS == partition) {
        return id;
      }
    }
  }

  private int stored(List<String> ids) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(pipeline.jdbcUrl(), pipeline.jdbcUser(), "");
        PreparedStatement count =
            connection.prepareStatement("select count(*) from article where id = any (?)")) {
      count.setArray(1, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet rows = count.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  @Override
  public void close() {
    producer.close();
    topics.close();
  }
}
