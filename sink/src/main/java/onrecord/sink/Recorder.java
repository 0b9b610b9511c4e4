package onrecord.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onrecord.events.ArticleCopy;
import onrecord.events.EnrichedArticle;
import onrecord.events.EventJson;
import onrecord.events.OffsetCheck;
import onrecord.events.Topic;
import onrecord.sink.SetAside.NotSetAside;
import onrecord.sink.Storage.Move;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the records of a poll on record: reads them, stores them in transactions of a bounded size,
 * sets aside those that can't be stored. Remembers how far each partition is stored, so that the
 * storage can tell when another instance went on with it. For one thread.
 */
final class Recorder {
  private static final Logger log = LoggerFactory.getLogger(Recorder.class);
  private static final String UNKNOWN_ENGINE = "unknown";
  private static final int VIOLATIONS_TOLD = 3;

  private final Storage storage;
  private final SetAside setAside;
  private final SinkMeters meters;
  private final int maxBatchBytes;

  /** How far each partition is stored, as far as this instance knows. */
  private final Map<TopicPartition, Long> stored = new HashMap<>();

  /**
   * The last record set aside; a batch that is stored anew after an outage sets none aside anew.
   */
  private final Map<TopicPartition, Long> lastSetAside = new HashMap<>();

  Recorder(Storage storage, SetAside setAside, SinkMeters meters, int maxBatchBytes) {
    this.storage = storage;
    this.setAside = setAside;
    this.meters = meters;
    this.maxBatchBytes = maxBatchBytes;
  }

  /**
   * Learns from the storage where partitions stand.
   *
   * @return the offset to go on from, {@link Storage#NOTHING_STORED} for the beginning
   */
  Map<TopicPartition, Long> begin(Collection<TopicPartition> partitions) throws SQLException {
    Map<TopicPartition, Long> places = storage.places(partitions);
    stored.putAll(places);
    return places;
  }

  /** The partitions are another instance's now. */
  void forget(Collection<TopicPartition> partitions) {
    stored.keySet().removeAll(partitions);
    lastSetAside.keySet().removeAll(partitions);
  }

  /**
   * Stores records of partitions that were begun. After an exception some may be stored and some
   * not: {@link #begin} them anew and go on from there.
   *
   * @throws SQLException when the database is away, or the program is wrong ({@link Failure})
   * @throws Fenced when another instance went on with a partition
   * @throws NotSetAside when a record has to be set aside and the broker is away
   */
  void record(ConsumerRecords<byte[], byte[]> records) throws SQLException, Fenced, NotSetAside {
    records.partitions().forEach(partition -> noteStepBack(partition, records));
    List<Item> batch = new ArrayList<>();
    long bytes = 0;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      batch.add(read(record));
      bytes += record.value() == null ? 0 : record.value().length;
      if (bytes >= maxBatchBytes) {
        store(batch);
        batch.clear();
        bytes = 0;
      }
    }
    if (!batch.isEmpty()) {
      store(batch);
    }
  }

  private void noteStepBack(TopicPartition partition, ConsumerRecords<byte[], byte[]> records) {
    long first = records.records(partition).get(0).offset();
    if (first < stored.get(partition)) {
      log.warn(
          "{} has no offset {} and is read from {} on: was the topic made anew?",
          partition,
          stored.get(partition),
          first);
      lastSetAside.remove(partition);
    }
  }

  /**
   * A record on its way.
   *
   * @param article null when it is none
   * @param copy null when it is none; without either the record was set aside
   */
  private record Item(
      ConsumerRecord<byte[], byte[]> record, EnrichedArticle article, ArticleCopy copy) {
    TopicPartition partition() {
      return new TopicPartition(record.topic(), record.partition());
    }

    boolean setAside() {
      return article == null && copy == null;
    }

    Arrival arrival() {
      return Arrival.of(article, record);
    }

    String engine() {
      return article != null ? article.engine().version() : copy.engine().version();
    }
  }

  private Item read(ConsumerRecord<byte[], byte[]> record) throws NotSetAside {
    EnrichedArticle article = null;
    try {
      if (record.topic().equals(Topic.COPIES.topicName())) {
        return new Item(record, null, readable(record.value(), ArticleCopy.class));
      }
      article = readable(record.value(), EnrichedArticle.class);
      requireOffsets(article);
      return new Item(record, article, null);
    } catch (Unstorable e) {
      setAside(record, e, article == null ? UNKNOWN_ENGINE : article.engine().version());
      return new Item(record, null, null);
    }
  }

  private static <E extends Record> E readable(byte[] value, Class<E> type) throws Unstorable {
    String what = type == ArticleCopy.class ? "link of a copy" : "enriched article";
    if (value == null) {
      // It has no place in the order of versions; enrich writes a withdrawal for a tombstone.
      throw new Unstorable(
          Unstorable.Reason.UNREADABLE,
          "The record has no value; an article is withdrawn by its pubStatus",
          null);
    }
    try {
      return EventJson.read(value, type);
    } catch (EventJson.UnreadableEvent | IllegalArgumentException e) {
      throw new Unstorable(Unstorable.Reason.UNREADABLE, "No " + what + ": " + e.getMessage(), e);
    }
  }

  private static void requireOffsets(EnrichedArticle article) throws Unstorable {
    List<String> violations = OffsetCheck.violations(article);
    if (!violations.isEmpty()) {
      int told = Math.min(VIOLATIONS_TOLD, violations.size());
      throw new Unstorable(
          Unstorable.Reason.WRONG_OFFSETS,
          violations.size() + " wrong: " + String.join("; ", violations.subList(0, told)),
          null);
    }
  }

  private void store(List<Item> batch) throws SQLException, Fenced, NotSetAside {
    try {
      transact(batch);
    } catch (SQLException e) {
      if (Failure.of(e) != Failure.DATA) {
        throw e;
      }
      log.info("A batch of {} can't be stored, storing one by one: {}", batch.size(), e.toString());
      for (Item item : batch) {
        storeAlone(item);
      }
    }
  }

  private void storeAlone(Item item) throws SQLException, Fenced, NotSetAside {
    try {
      transact(List.of(item));
    } catch (SQLException e) {
      if (Failure.of(e) != Failure.DATA || item.setAside()) {
        throw e;
      }
      Unstorable because =
          new Unstorable(
              Unstorable.Reason.REFUSED_BY_DATABASE,
              "PostgreSQL refuses it: " + e.getMessage() + " (SQLSTATE " + e.getSQLState() + ")",
              e);
      setAside(item.record(), because, item.engine());
      transact(List.of(new Item(item.record(), null, null)));
    }
  }

  private void transact(List<Item> items) throws SQLException, Fenced {
    Map<TopicPartition, Move> moves = new HashMap<>();
    for (Item item : items) {
      long from = stored.get(item.partition());
      moves.put(item.partition(), new Move(from, item.record().offset() + 1));
    }
    List<Arrival> arrivals =
        items.stream().filter(item -> item.article() != null).map(Item::arrival).toList();
    List<ArticleCopy> copies = items.stream().map(Item::copy).filter(Objects::nonNull).toList();
    long start = System.nanoTime();
    List<EnrichedArticle> storedNow;
    try {
      storedNow = storage.store(arrivals, copies, moves);
    } catch (SQLException | Fenced e) {
      meters.failedBatch(Duration.ofNanos(System.nanoTime() - start));
      throw e;
    }
    moves.forEach((partition, move) -> stored.put(partition, move.to()));
    meters.batch(
        storedNow, arrivals.size() - storedNow.size(), Duration.ofNanos(System.nanoTime() - start));
  }

  private void setAside(ConsumerRecord<byte[], byte[]> record, Unstorable because, String engine)
      throws NotSetAside {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    Long last = lastSetAside.get(partition);
    if (last != null && record.offset() <= last) {
      return;
    }
    setAside.send(record, because, engine);
    lastSetAside.put(partition, record.offset());
    meters.rejected(because.reason());
  }
}
