package onrecord.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import onrecord.events.ArticleCopy;
import onrecord.events.Engine;
import onrecord.events.EventJson;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import onrecord.sink.Storage.Move;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecorderIT {
  private static final TopicPartition PARTITION = LogConsumer.partition(0);
  private static final Duration LATENCY = Duration.ofSeconds(5);
  private static final byte[] BROKEN = "{\"id\":".getBytes(UTF_8);

  private final FailingProducer producer = new FailingProducer();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private Postgres postgres;
  private Storage storage;
  private Recorder recorder;

  @BeforeEach
  void freshDatabase() throws SQLException {
    postgres = Postgres.migrated();
    recorder = recorder(postgres.source(), Integer.MAX_VALUE);
    recorder.begin(List.of(PARTITION));
  }

  @Test
  void articlesAreStoredAndTheirPartitionMoves() throws Exception {
    record(new Draft("a").bytes(), new Draft("b").bytes());

    assertEquals(
        List.of("a|2", "b|2"),
        postgres.all("select id, next_offset from article, consumed order by id"));
  }

  @Test
  void theNextRecordsGoOnFromThere() throws Exception {
    record(new Draft("a").bytes());
    recorder.record(records(1, new Draft("b").bytes()));

    assertEquals("2", postgres.one("select next_offset from consumed"));
  }

  @Test
  void bytesThatAreNoArticleAreSetAsideAsTheyCame() throws Exception {
    record(BROKEN);

    assertArrayEquals(BROKEN, producer.history().get(0).value());
  }

  @Test
  void theArticlesAroundBrokenBytesAreStored() throws Exception {
    record(new Draft("a").bytes(), BROKEN, new Draft("b").bytes());

    assertEquals(
        List.of("a|3", "b|3"),
        postgres.all("select id, next_offset from article, consumed order by id"));
  }

  @Test
  void aRecordWithoutAValueIsSetAside() throws Exception {
    record((byte[]) null);

    assertEquals(List.of(0L), producer.rejectedOffsets());
  }

  @Test
  void anArticleWithAFieldThatMustNotTravelIsSetAside() throws Exception {
    record(
        new String(new Draft("a").bytes(), UTF_8)
            .replace("\"id\":\"a\"", "\"id\":\"\"")
            .getBytes(UTF_8));

    assertEquals("No enriched article: id is missing", reason());
  }

  @Test
  void anArticleWhoseOffsetsAreWrongIsSetAside() throws Exception {
    record(new Draft("a").text("Ana.").person("e1", "Ana").text("Eva.").bytes());

    assertEquals("1 wrong: mention of e1: the text from 0 to 3 isn't its exact words", reason());
  }

  @Test
  void anArticleThatTheDatabaseRefusesIsSetAside() throws Exception {
    refusePoison();
    record(new Draft("a").bytes(), new Draft("b").text("Poison.").bytes());

    assertEquals(List.of(1L), producer.rejectedOffsets());
  }

  @Test
  void theArticlesAroundARefusedOneAreStored() throws Exception {
    refusePoison();
    record(
        new Draft("a").bytes(),
        new Draft("b").text("Poison.").bytes(),
        new Draft("c").text("Poison.").bytes(),
        new Draft("d").bytes());

    assertEquals(
        List.of("a|4", "d|4"),
        postgres.all("select id, next_offset from article, consumed order by id"));
  }

  @Test
  void aRefusedArticleTellsTheEngineThatMadeIt() throws Exception {
    refusePoison();
    record(new Draft("a").engineVersion("0.3").text("Poison.").bytes());

    assertEquals("0.3", Rejection.readFrom(producer.history().get(0).headers()).engine());
  }

  @Test
  void theReasonOfARefusalDoesNotQuoteTheArticle() throws Exception {
    refusePoison();
    SinkConfig config =
        SinkConfig.from(
            Map.of("ONRECORD_JDBC_URL", postgres.url(), "ONRECORD_JDBC_USER", Postgres.USER));
    try (HikariDataSource pool = SinkService.pool(config, registry)) {
      recorder = recorder(pool, Integer.MAX_VALUE);
      recorder.begin(List.of(PARTITION));
      record(new Draft("a").text("Poison.").bytes());
    }

    assertFalse(reason().contains("Poison."), reason());
  }

  @Test
  void aPartitionDoesNotMovePastARecordThatCannotBeSetAside() {
    producer.failNext(new TimeoutException("away"));

    assertThrows(SetAside.NotSetAside.class, () -> record(BROKEN));
    assertEquals(Storage.NOTHING_STORED, place());
  }

  @Test
  void aBatchThatIsStoredAnewSetsNothingAsideAnew() throws Exception {
    postgres.run("alter table article rename to away");
    assertThrows(SQLException.class, () -> record(BROKEN, new Draft("a").bytes()));
    postgres.run("alter table away rename to article");
    recorder.begin(List.of(PARTITION));
    record(BROKEN, new Draft("a").bytes());

    assertEquals(List.of(0L), producer.rejectedOffsets());
  }

  @Test
  void aTopicMadeAnewIsStoredFromItsBeginning() throws Exception {
    storage.store(List.of(), List.of(), Map.of(PARTITION, new Move(Storage.NOTHING_STORED, 50)));
    recorder.begin(List.of(PARTITION));
    record(new Draft("a").bytes());

    assertEquals(1, place());
  }

  @Test
  void aTopicMadeAnewHasItsRejectsSetAside() throws Exception {
    recorder.record(records(7, BROKEN));
    record(BROKEN);

    assertEquals(List.of(7L, 0L), producer.rejectedOffsets());
  }

  @Test
  void whatAnotherInstanceStoredIsNotStoredAgain() throws Exception {
    storage.store(List.of(), List.of(), Map.of(PARTITION, new Move(Storage.NOTHING_STORED, 1)));

    assertThrows(Fenced.class, () -> record(new Draft("a").bytes()));
    assertEquals("0", postgres.one("select count(*) from article"));
  }

  @Test
  void anInstanceThatWasPausedAndReplacedIsFencedWhenItWakes() throws Exception {
    record(new Draft("a").bytes());
    Recorder replacement = recorder(postgres.source(), Integer.MAX_VALUE);
    replacement.begin(List.of(PARTITION));
    replacement.record(records(1, new Draft("b").bytes(), new Draft("c").bytes()));

    assertThrows(Fenced.class, () -> recorder.record(records(1, new Draft("z").bytes())));
    assertEquals(List.of("a", "b", "c"), postgres.all("select id from article order by id"));
    assertEquals(Map.of(PARTITION, 3L), recorder.begin(List.of(PARTITION)));
  }

  @Test
  void anInstanceThatWasPausedInsideItsTransactionStoresNothingWhenItWakes() throws Exception {
    record(new Draft("a").bytes());
    HeldCommit held = new HeldCommit(postgres.source("-c idle_in_transaction_session_timeout=100"));
    Recorder zombie = recorder(held.source(), Integer.MAX_VALUE);
    zombie.begin(List.of(PARTITION));
    FutureTask<Void> paused =
        new FutureTask<>(
            () -> {
              zombie.record(records(1, new Draft("z").bytes(), BROKEN));
              return null;
            });
    new Thread(paused, "zombie").start();
    held.awaitReached();

    // Waits for the open transaction until the server ends its session.
    Recorder replacement = recorder(postgres.source(), Integer.MAX_VALUE);
    replacement.begin(List.of(PARTITION));
    replacement.record(records(1, new Draft("b").bytes(), new Draft("c").bytes()));
    held.letGo();

    ExecutionException died = assertThrows(ExecutionException.class, paused::get);
    assertInstanceOf(SQLException.class, died.getCause());
    assertEquals(List.of("a", "b", "c"), postgres.all("select id from article order by id"));
    assertEquals(
        List.of("a", "b", "c"),
        postgres.all("select article_id from revision order by article_id"));
    assertEquals(Map.of(PARTITION, 3L), zombie.begin(List.of(PARTITION)));
  }

  @Test
  void linksOfCopiesAreStoredAndTheirPartitionMoves() throws Exception {
    TopicPartition copies = new TopicPartition(Topic.COPIES.topicName(), 0);
    recorder.begin(List.of(copies));
    byte[] link =
        EventJson.write(new ArticleCopy("a", 1, "b", 0.9, new Engine("copies", "1", null)));
    recorder.record(
        new ConsumerRecords<>(
            Map.of(
                copies,
                List.of(
                    new ConsumerRecord<>(copies.topic(), 0, 0, "a".getBytes(UTF_8), link),
                    new ConsumerRecord<>(copies.topic(), 0, 1, "a".getBytes(UTF_8), BROKEN))),
            Map.of()));

    assertEquals(
        "a|b|" + copies.topic() + "|2",
        postgres.one("select article_id, original, topic, next_offset from copy, consumed"));
    assertEquals(List.of(1L), producer.rejectedOffsets());
  }

  @Test
  void theTraceOfARecordIsKeptWithItsVersionAndPlace() throws Exception {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    ConsumerRecords<byte[], byte[]> records = records(5, new Draft("a").bytes());
    records
        .iterator()
        .next()
        .headers()
        .add("traceparent", ("00-" + trace + "-b7ad6b7169203331-01").getBytes(UTF_8));
    recorder.record(records);

    assertEquals(
        trace + "|0|5", postgres.one("select trace_id, partition, \"offset\" from revision"));
  }

  @Test
  void aTransactionTakesNoMoreThanItsBytes() throws Exception {
    recorder = recorder(postgres.source(), 1);
    recorder.begin(List.of(PARTITION));
    record(new Draft("a").bytes(), new Draft("b").bytes(), new Draft("c").bytes());

    assertEquals(
        3, registry.get("onrecord.sink.batch").tag("outcome", "committed").timer().count());
  }

  @Test
  void storedAndSupersededVersionsAreCounted() throws Exception {
    record(
        new Draft("a").version(2).bytes(),
        new Draft("a").version(1).bytes(),
        new Draft("b").bytes());

    assertEquals(2, registry.get("onrecord.articles.stored").counter().count());
    assertEquals(1, registry.get("onrecord.articles.superseded").counter().count());
  }

  @Test
  void rejectsAreCountedByReason() throws Exception {
    record(BROKEN);

    assertEquals(
        1,
        registry
            .get("onrecord.articles.rejected")
            .tags("stage", "store", "reason", "unreadable")
            .counter()
            .count());
  }

  @Test
  void theLatencyIsFromTheDoorToTheStorage() throws Exception {
    record(new Draft("a").bytes());

    assertEquals(
        (double) LATENCY.toSeconds(),
        registry.get("onrecord.article.latency").timer().totalTime(TimeUnit.SECONDS));
  }

  private Recorder recorder(DataSource source, int maxBatchBytes) {
    storage = new Storage(source, "sink");
    Clock clock = Clock.fixed(Draft.INGESTED.plus(LATENCY), ZoneOffset.UTC);
    return new Recorder(
        storage, new SetAside(producer), new SinkMeters(registry, clock), maxBatchBytes);
  }

  private void refusePoison() throws SQLException {
    postgres.run("alter table article add check (text <> 'Poison.')");
  }

  private long place() {
    try {
      return storage.places(List.of(PARTITION)).get(PARTITION);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private String reason() {
    return Rejection.readFrom(producer.history().get(0).headers()).reason();
  }

  private void record(byte[]... values) throws Exception {
    recorder.record(records(0, values));
  }

  private static ConsumerRecords<byte[], byte[]> records(long from, byte[]... values) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (byte[] value : values) {
      records.add(
          new ConsumerRecord<>(
              PARTITION.topic(),
              PARTITION.partition(),
              from + records.size(),
              "key".getBytes(UTF_8),
              value));
    }
    return new ConsumerRecords<>(Map.of(PARTITION, records), Map.of());
  }
}
