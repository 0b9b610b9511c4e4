package onrecord.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onrecord.events.Topic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsumeLoopIT {
  private static final byte[] BROKEN = "{".getBytes(UTF_8);

  private Postgres postgres;
  private RunningLoop loop;

  @BeforeEach
  void start() throws SQLException {
    postgres = Postgres.migrated();
    loop = new RunningLoop(postgres.source());
  }

  @AfterEach
  void stop() throws Exception {
    loop.stop();
  }

  @Test
  void whatIsInTheLogIsStored() {
    append(0, "a", "b");
    loop.consumer.assignAtNextPoll(0);

    awaitStored("a", "b");
  }

  @Test
  void whatIsAppendedIsStored() {
    assigned(0);
    append(0, "a");
    awaitStored("a");
    append(0, "b");

    awaitStored("a", "b");
  }

  @Test
  void aPartitionGoesOnFromItsPlaceInTheStorage() throws SQLException {
    place(0, 1);
    append(0, "a", "b");
    loop.consumer.assignAtNextPoll(0);

    awaitStored("b");
  }

  @Test
  void theOffsetsAreCommittedToKafkaForLagTools() {
    assigned(0);
    append(0, "a", "b");

    TopicPartition partition = LogConsumer.partition(0);
    await()
        .until(
            () -> loop.consumer.committed(Set.of(partition)).get(partition),
            new OffsetAndMetadata(2)::equals);
  }

  @Test
  void wherePartitionsWereMovedByAnotherInstanceItGoesOnFromThere() throws SQLException {
    assigned(0);
    place(0, 2);
    append(0, "a", "b", "c");

    awaitStored("c");
  }

  @Test
  void aPartitionThatComesBackGoesOnFromWhereOthersBroughtIt() throws SQLException {
    assigned(0);
    append(0, "a");
    awaitStored("a");
    assigned(1);
    append(0, "b", "c");
    postgres.run("update consumed set next_offset = 2 where partition = 0");
    loop.consumer.assignAtNextPoll(0, 1);

    awaitStored("a", "c");
  }

  @Test
  void aPartitionThatStaysGoesOnWhenAnotherComes() {
    assigned(0);
    append(0, "a");
    awaitStored("a");
    assigned(0, 1);
    append(0, "b");
    append(1, "c");

    awaitStored("a", "b", "c");
  }

  @Test
  void aBrokerThatTakesNoRejectIsWaitedFor() {
    loop.producer.failNext(new TimeoutException("away"));
    loop.producer.failNext(new TimeoutException("away"));
    loop.consumer.append(0, "x", BROKEN);
    append(0, "a");
    loop.consumer.assignAtNextPoll(0);

    awaitStored("a");
    assertEquals(List.of(0L), loop.producer.rejectedOffsets());
  }

  @Test
  void aTroubleOfThePollIsWaitedOut() {
    assigned(0);
    loop.consumer.setPollException(new TimeoutException("away"));
    append(0, "a");

    awaitStored("a");
  }

  @Test
  void aSessionThatHoldsTheRowsIsWaitedFor() throws Exception {
    assigned(0);
    append(0, "a");
    awaitStored("a");
    try (var other = postgres.source().getConnection();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table article");
      loop.consumer.append(0, "b", new Draft("b").bytes());
      await()
          .until(
              () -> postgres.one("select count(*) from pg_locks where not granted"), "1"::equals);
      other.rollback();
    }

    awaitStored("a", "b");
  }

  @Test
  void whoHasNoPartitionsYetIsNotReady() {
    assertFalse(loop.health.ready());
  }

  @Test
  void whoHasItsPartitionsIsReady() {
    assigned(0);

    assertTrue(loop.health.ready());
  }

  @Test
  void aStopLeavesTheGroup() throws Exception {
    assigned(0);
    loop.stop();

    assertTrue(loop.consumer.closed());
  }

  @Test
  void aStopIsNoDeath() throws Exception {
    assigned(0);
    loop.stop();

    assertNull(loop.end.get());
  }

  @Test
  void aMissingTableEndsTheLoop() throws Exception {
    assigned(0);
    postgres.run("drop table article cascade");
    append(0, "a");

    Exception death = loop.end.get(20, TimeUnit.SECONDS);
    assertEquals("42P01", ((SQLException) death).getSQLState());
  }

  @Test
  void aMissingRightAtTheBrokerEndsTheLoop() throws Exception {
    TopicAuthorizationException refusal = new TopicAuthorizationException("no");
    loop.consumer.setPollException(refusal);

    assertEquals(refusal, loop.end.get(20, TimeUnit.SECONDS));
  }

  private void assigned(int... partitions) {
    Set<TopicPartition> wanted =
        IntStream.of(partitions).mapToObj(LogConsumer::partition).collect(Collectors.toSet());
    loop.consumer.assignAtNextPoll(partitions);
    await()
        .until(
            () ->
                loop.consumer.assignment().equals(wanted)
                    && loop.consumer.paused().isEmpty()
                    && loop.health.ready());
  }

  private void append(int partition, String... ids) {
    for (String id : ids) {
      loop.consumer.append(partition, id, new Draft(id).bytes());
    }
  }

  private void place(int partition, long offset) throws SQLException {
    postgres.run(
        "insert into consumed values ('sink', '%s', %d, %d)"
            .formatted(Topic.ENRICHED.topicName(), partition, offset));
  }

  private void awaitStored(String... ids) {
    await().until(() -> postgres.all("select id from article order by id"), List.of(ids)::equals);
  }
}
