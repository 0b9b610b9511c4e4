package onrecord.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import onrecord.events.Topic;
import onrecord.service.Health;
import onrecord.sink.SetAside.NotSetAside;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls {@link Topic#ENRICHED} and {@link Topic#COPIES} and has the records stored. One thread
 * calls {@link #run}; any thread may call {@link #stop}.
 *
 * <p>A partition is paused from the moment it is assigned until its place has been read from the
 * storage. Whatever goes wrong while storing has one remedy: all partitions are paused, and when
 * the storage answers again, each goes on from the place it says. In between polling continues, so
 * that the group doesn't give the partitions away.
 */
final class ConsumeLoop {
  private static final Logger log = LoggerFactory.getLogger(ConsumeLoop.class);
  private static final Duration INFORM_AFTER = Duration.ofSeconds(1);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
  private static final String DATABASE = "database";
  private static final String REJECTS = "rejects";

  private final Consumer<byte[], byte[]> consumer;
  private final Recorder recorder;
  private final Health health;
  private final BrokerWatch brokerWatch;
  private final LongSupplier nanoTime;
  private final Duration pollTimeout;
  private final Backoff backoff;
  private final Set<TopicPartition> unplaced = new HashSet<>();
  private boolean databaseAway;
  private boolean informDue;
  private long informAt;
  private volatile boolean stopping;

  /**
   * A loop that is not running yet.
   *
   * @param consumer the loop's own; closed by it
   * @param nanoTime a clock like {@link System#nanoTime}
   */
  ConsumeLoop(
      Consumer<byte[], byte[]> consumer,
      Recorder recorder,
      Health health,
      BrokerWatch brokerWatch,
      LongSupplier nanoTime,
      Duration pollTimeout) {
    this.consumer = consumer;
    this.recorder = recorder;
    this.health = health;
    this.brokerWatch = brokerWatch;
    this.nanoTime = nanoTime;
    this.pollTimeout = pollTimeout;
    backoff = new Backoff(nanoTime);
  }

  /** Asks {@link #run} to finish the batch it is storing and return. */
  void stop() {
    stopping = true;
    consumer.wakeup();
  }

  /**
   * Runs until {@link #stop}; then leaves the group.
   *
   * @throws SQLException when the program or its rights in the database are wrong
   * @throws org.apache.kafka.common.KafkaException when its rights at the broker are
   */
  void run() throws SQLException {
    try {
      consumer.subscribe(
          List.of(Topic.ENRICHED.topicName(), Topic.COPIES.topicName()), new Placement());
      while (!stopping) {
        turn();
      }
    } finally {
      consumer.close(
          CloseOptions.timeout(CLOSE_TIMEOUT)
              .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }
  }

  private void turn() throws SQLException {
    try {
      place();
      ConsumerRecords<byte[], byte[]> records = consumer.poll(patience());
      brokerWatch.look();
      if (!records.isEmpty()) {
        recorder.record(records);
        recorded();
      }
      inform();
    } catch (WakeupException e) {
      // Sent by stop; the loop's condition sees to it.
      log.debug("Woken up");
    } catch (Fenced e) {
      log.warn("{}; reading anew where it stands", e.getMessage());
      startOver();
    } catch (NotSetAside e) {
      outage(REJECTS, e);
    } catch (RetriableException e) {
      outage(BrokerWatch.PART, e);
    } catch (SQLException e) {
      if (Failure.of(e) == Failure.BUG) {
        throw e;
      }
      databaseAway = true;
      outage(DATABASE, e);
    }
  }

  /** Lets the partitions that aren't placed go on from where the storage says that they stand. */
  private void place() throws SQLException {
    boolean nothingToAsk = unplaced.isEmpty() && !databaseAway;
    if (nothingToAsk || !backoff.left().isZero()) {
      return;
    }
    Map<TopicPartition, Long> places = recorder.begin(unplaced);
    places.forEach(
        (partition, place) -> {
          if (place == Storage.NOTHING_STORED) {
            consumer.seekToBeginning(List.of(partition));
          } else {
            consumer.seek(partition, place);
          }
        });
    consumer.resume(unplaced);
    unplaced.clear();
    databaseAway = false;
    health.well(DATABASE);
    if (!places.isEmpty()) {
      log.info("Going on from {}", places);
    }
  }

  private Duration patience() {
    Duration left = backoff.left();
    boolean waiting = databaseAway || !unplaced.isEmpty();
    boolean retrySoon = waiting && left.compareTo(pollTimeout) < 0;
    return retrySoon ? left : pollTimeout;
  }

  private void recorded() {
    backoff.succeeded();
    health.well(REJECTS);
    if (!informDue) {
      informDue = true;
      informAt = nanoTime.getAsLong() + INFORM_AFTER.toNanos();
    }
  }

  /**
   * Commits the offsets to Kafka, only for tools that show lag: nothing reads them back, so a
   * failure is of no consequence.
   */
  private void inform() {
    if (informDue && nanoTime.getAsLong() - informAt >= 0) {
      informDue = false;
      consumer.commitAsync(
          (offsets, failure) -> {
            if (failure != null) {
              log.debug("The offsets for lag tools were not committed", failure);
            }
          });
    }
  }

  private void outage(String part, Exception because) {
    backoff.failed();
    String sentence = because.getMessage();
    if (because instanceof SQLException e) {
      sentence += " (SQLSTATE " + e.getSQLState() + ")";
    }
    health.problem(part, "Waiting, then trying again: " + sentence);
    log.warn(
        "Waiting for {}, next attempt in {} ms: {}", part, backoff.left().toMillis(), sentence);
    startOver();
  }

  private void startOver() {
    Set<TopicPartition> assigned = consumer.assignment();
    consumer.pause(assigned);
    unplaced.addAll(assigned);
  }

  /** What a rebalance does; called inside poll, on the loop's thread. */
  private final class Placement implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      // No look into the storage here: an outage must not break the rebalance.
      consumer.pause(partitions);
      unplaced.addAll(partitions);
      brokerWatch.joined();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      // Nothing to hand over: every record polled so far is stored.
      unplaced.removeAll(partitions);
      recorder.forget(partitions);
      // What could not be set aside may be another's now; if it is still ours it is told again.
      health.well(REJECTS);
    }
  }
}
