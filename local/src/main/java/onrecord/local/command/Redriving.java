package onrecord.local.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Sends rejects again, none twice: a record that was sent again says in a header where it stood
 * before, and that is looked for first. Holds a hundred bytes for each record that was sent again
 * since the oldest of the rejects came, and the records of one transaction. For one thread.
 */
final class Redriving {
  private static final int BATCH_RECORDS = 500;
  private static final long BATCH_BYTES = 8 << 20;
  private static final int MAX_ORIGIN_CHARS = 200;

  private final Chosen chosen;
  private final Producer<byte[], byte[]> producer;
  private final Terminal terminal;
  private final Redrive redrive;
  private final TopicReader reader;

  private final Set<String> sentOrigins = new HashSet<>();
  private final List<String> openLines = new ArrayList<>();
  private long openBytes;
  private int sent;
  private int skipped;
  private int refused;

  /** The rejects that were asked for; may be read more than once, and gives the same then. */
  interface Chosen {
    void forEach(Consumer<ConsumerRecord<byte[], byte[]>> to);
  }

  /**
   * Ready to begin.
   *
   * @param chosen rejects whose headers can be read
   * @param producer with a transactional id, or null to send nothing and only say what would be
   * @param terminal where each reject gets a line
   */
  Redriving(
      TopicReader reader, Chosen chosen, Producer<byte[], byte[]> producer, Terminal terminal) {
    this.reader = reader;
    this.chosen = chosen;
    this.producer = producer;
    this.terminal = terminal;
    Map<Topic, Integer> partitions = new HashMap<>();
    Redrive.TARGETS.forEach(topic -> partitions.put(topic, reader.partitions(topic).size()));
    this.redrive = new Redrive(partitions);
  }

  /** Sends what wasn't sent yet; a {@link KafkaException} leaves the last transaction undone. */
  void run() {
    if (producer != null) {
      // Before looking: from here on no other redrive can send what this one doesn't see.
      producer.initTransactions();
    }
    findSent();
    try {
      chosen.forEach(this::take);
      commit();
    } catch (KafkaException e) {
      abort();
      throw e;
    }
  }

  /** How many were sent, or would be. */
  int sent() {
    return sent;
  }

  /** How many were sent already. */
  int skipped() {
    return skipped;
  }

  /** How many can't be sent. */
  int refused() {
    return refused;
  }

  /** Learns what was sent again before, from the places where that would stand. */
  private void findSent() {
    Map<TopicPartition, Long> since = new HashMap<>();
    chosen.forEach(
        reject -> {
          try {
            ProducerRecord<byte[], byte[]> again = record(reject);
            // It keeps its time, so it isn't before the first record of that time.
            since.merge(
                new TopicPartition(again.topic(), again.partition()),
                Math.max(0, reject.timestamp()),
                Math::min);
          } catch (Redrive.Refused e) {
            // Told when its turn comes.
          }
        });
    reader.read(
        reader.since(since),
        record -> {
          String origin = Rejection.redrivenFrom(record.headers());
          if (origin != null && origin.length() <= MAX_ORIGIN_CHARS) {
            sentOrigins.add(origin);
          }
        });
  }

  @SuppressWarnings("FutureReturnValueIgnored") // A failure to send comes out of the commit.
  private void take(ConsumerRecord<byte[], byte[]> reject) {
    SetAside one = SetAside.of(reject);
    ProducerRecord<byte[], byte[]> again;
    try {
      again = record(reject);
    } catch (Redrive.Refused e) {
      refused++;
      terminal.out().println(line("refused", one, e.getMessage()));
      return;
    }
    if (!sentOrigins.add(one.why().origin())) {
      skipped++;
      terminal.out().println(line("skipped", one, "was sent again already"));
      return;
    }
    sent++;
    String where = "to " + again.topic() + " partition " + again.partition();
    if (producer == null) {
      terminal.out().println(line("would send", one, where));
      return;
    }
    if (openLines.isEmpty()) {
      producer.beginTransaction();
    }
    producer.send(again);
    openLines.add(line("sent", one, where));
    openBytes += one.size() == null ? 0 : one.size();
    if (openLines.size() >= BATCH_RECORDS || openBytes >= BATCH_BYTES) {
      commit();
    }
  }

  private void commit() {
    if (openLines.isEmpty()) {
      return;
    }
    producer.commitTransaction();
    openLines.forEach(terminal.out()::println);
    openLines.clear();
    openBytes = 0;
  }

  /** Lets no reader wait for the open transaction. */
  private void abort() {
    if (openLines.isEmpty()) {
      return;
    }
    try {
      producer.abortTransaction();
    } catch (KafkaException | IllegalStateException e) {
      // The broker undoes it when its time is over, or has committed it: the next run sees which.
    }
  }

  private ProducerRecord<byte[], byte[]> record(ConsumerRecord<byte[], byte[]> reject)
      throws Redrive.Refused {
    return redrive.record(reject, Rejection.readFrom(reject.headers()));
  }

  private static String line(String what, SetAside one, String then) {
    return String.join(
        "  ",
        what,
        one.place().toString(),
        Terminal.escaped(one.why().origin()),
        "attempt " + one.why().attempt(),
        one.id() == null ? "-" : Terminal.escaped(one.id()),
        Terminal.escaped(then));
  }
}
