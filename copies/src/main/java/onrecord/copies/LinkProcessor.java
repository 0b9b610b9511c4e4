package onrecord.copies;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import onrecord.events.ArticleCopy;
import onrecord.events.CloudEvent;
import onrecord.events.Engine;
import onrecord.events.EventJson;
import onrecord.events.Topic;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Links copies. Two articles are a pair when their signatures are alike and they were published
 * within the window. In the order of (publishedAt, id) an article is a copy of the earliest
 * original that it makes a pair with, and an original where there is none: so each copy is like its
 * original itself, no chain of likenesses joins different articles, and the links depend on the
 * pairs alone, not on the order of arrival. A change settles the article and then, in that order,
 * those later ones whose answer hung on it.
 */
final class LinkProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  static final String MEMBERS = "copies-members";
  static final String KEYS = "copies-keys";
  static final String PAIRS = "copies-pairs";
  static final String ARRIVALS = "copies-arrivals";

  /** What found the links. */
  static final Engine ENGINE = new Engine("onrecord", "copies-1", null);

  /** How many articles a key may lead to: the earliest of the window. */
  static final int MOST_OF_A_KEY = 32;

  /** How many articles are compared with a new one: those that share the most keys. */
  static final int MOST_COMPARED = 64;

  /** A record from later than so long after now says nothing about what time it is. */
  private static final Duration MOST_AHEAD = Duration.ofDays(1);

  private static final Duration BETWEEN_EXPIRIES = Duration.ofHours(1);

  /** How many are forgotten at once, for a transaction may not take long. */
  static final int MOST_FORGOTTEN = 256;

  private static final byte[] NOTHING = {};

  private final Duration window;
  private final CopiesMeters meters;
  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<Bytes, byte[]> members;
  private KeyValueStore<Bytes, byte[]> keys;
  private KeyValueStore<Bytes, byte[]> pairs;
  private KeyValueStore<Bytes, byte[]> arrivals;

  /**
   * The time by which articles are forgotten, milliseconds. Not Kafka's stream time: that follows
   * any record, and one that claims to be of the year 9999 would end the window of all others.
   */
  private long clock;

  private long nextExpiry;

  /** All up to it are forgotten: a search from the start would pass what deleted keys leave. */
  private Bytes forgotten;

  LinkProcessor(Duration window, CopiesMeters meters) {
    this.window = window;
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> processorContext) {
    context = processorContext;
    members = context.getStateStore(MEMBERS);
    keys = context.getStateStore(KEYS);
    pairs = context.getStateStore(PAIRS);
    arrivals = context.getStateStore(ARRIVALS);
    try (KeyValueIterator<Bytes, byte[]> latest = arrivals.reverseAll()) {
      clock = latest.hasNext() ? ByteBuffer.wrap(latest.next().key.get()).getLong() : 0;
    }
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    if (record.timestamp() <= context.currentSystemTimeMs() + MOST_AHEAD.toMillis()) {
      clock = Math.max(clock, record.timestamp());
    }
    if (clock >= nextExpiry) {
      expire();
    }
    meters.linking.record(() -> link(Member.read(record.value()), record));
  }

  private void link(Member arrived, Record<byte[], byte[]> cause) {
    Member before = member(arrived.id());
    if (before != null && !arrived.isNewerThan(before)) {
      return;
    }
    TreeSet<Member> unsettled = new TreeSet<>(Member.ORDER);
    Map<String, Member> partners = new HashMap<>();
    if (before != null) {
      for (String id : partners(before.id())) {
        Member partner = member(id);
        if (partner != null) {
          partners.put(id, partner);
          unsettled.add(partner);
        }
      }
      forget(before);
    }
    // One that was forgotten may have had events: its new ones must outrank them.
    long sequence = before != null ? before.sequence() : arrived.known() ? cause.timestamp() : 0;
    Member now =
        arrived.after(
            Math.max(0, sequence),
            before == null ? null : before.original(),
            before == null ? 0 : before.similarity(),
            clock);
    candidates(now).forEach(candidate -> partners.putIfAbsent(candidate.id(), candidate));
    put(now);
    arrivals.put(arrivalKey(now), NOTHING);
    for (int k = 0; k < now.signature().keys(); k++) {
      keys.put(bucketKey(now, k), NOTHING);
    }
    for (Member partner : partners.values()) {
      pair(now, partner);
    }
    unsettled.add(now);
    partners(now.id()).stream().map(this::member).forEach(unsettled::add);
    while (!unsettled.isEmpty()) {
      settle(member(unsettled.pollFirst().id()), unsettled, cause);
    }
  }

  /** Those that share keys, the most first. */
  private List<Member> candidates(Member of) {
    Map<String, Integer> shared = new HashMap<>();
    long from = of.publishedAt().toEpochMilli() - window.toMillis();
    long to = of.publishedAt().toEpochMilli() + window.toMillis();
    for (int k = 0; k < of.signature().keys(); k++) {
      int key = of.signature().key(k);
      try (KeyValueIterator<Bytes, byte[]> found =
          keys.range(bucketKey(key, from, NOTHING), bucketKey(key, to + 1, NOTHING))) {
        for (int i = 0; i < MOST_OF_A_KEY && found.hasNext(); i++) {
          byte[] bytes = found.next().key.get();
          int start = Integer.BYTES + Long.BYTES;
          String id = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
          shared.merge(id, 1, Integer::sum);
        }
      }
    }
    shared.remove(of.id());
    return shared.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_COMPARED)
        .map(entry -> member(entry.getKey()))
        .toList();
  }

  /** Stores the pair when it is one, and says whether. */
  private boolean pair(Member one, Member other) {
    if (Duration.between(one.publishedAt(), other.publishedAt()).abs().compareTo(window) > 0) {
      return false;
    }
    double similarity = one.signature().similarity(other.signature());
    if (similarity < 0) {
      return false;
    }
    byte[] value = ByteBuffer.allocate(Double.BYTES).putDouble(similarity).array();
    pairs.put(pairKey(one.id(), other.id()), value);
    pairs.put(pairKey(other.id(), one.id()), value);
    return true;
  }

  private void settle(Member member, SortedSet<Member> unsettled, Record<byte[], byte[]> cause) {
    Member original = null;
    String forgotten = null;
    List<Member> later = new ArrayList<>();
    for (String id : partners(member.id())) {
      Member partner = member(id);
      if (partner == null) {
        // Forgotten, not withdrawn: what was said of it still holds.
        forgotten = id.equals(member.original()) ? id : forgotten;
      } else if (member.isBefore(partner)) {
        later.add(partner);
      } else {
        Member first = partner.original() == null ? partner : member(partner.original());
        // What its partner is a copy of it may be too, though no key led there.
        if (first != null
            && (paired(member, first) || pair(member, first))
            && (original == null || first.isBefore(original))) {
          original = first;
        }
      }
    }
    String id = forgotten != null ? forgotten : original == null ? null : original.id();
    double similarity = id == null ? 0 : similarity(member.id(), id);
    if (Objects.equals(id, member.original()) && similarity == member.similarity()) {
      return;
    }
    boolean moved = !Objects.equals(id, member.original());
    Member settled = member.after(member.sequence() + 1, id, similarity, member.arrived());
    put(settled);
    announce(settled, cause);
    if (moved) {
      unsettled.addAll(later);
    }
  }

  private void announce(Member member, Record<byte[], byte[]> cause) {
    boolean copy = member.original() != null;
    ArticleCopy event =
        new ArticleCopy(
            member.id(),
            member.sequence(),
            member.original(),
            copy ? member.similarity() : null,
            ENGINE);
    Headers headers = new RecordHeaders();
    Header trace = cause.headers().lastHeader("traceparent");
    if (trace != null) {
      headers.add(trace);
    }
    new CloudEvent(
            member.id() + "@copy." + member.sequence(),
            "/onrecord/copies",
            Topic.COPIES.eventType(),
            member.id(),
            member.ingestedAt())
        .writeTo(headers);
    context.forward(
        new Record<>(utf8(member.id()), EventJson.write(event), cause.timestamp(), headers));
    (copy ? meters.linked : meters.unlinked).increment();
  }

  /** Forgets those that came in a window ago; what was said of them and their copies stays. */
  private void expire() {
    List<Bytes> old = new ArrayList<>();
    long end = Math.max(0, clock - window.toMillis());
    try (KeyValueIterator<Bytes, byte[]> found =
        arrivals.range(
            forgotten, Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(end).array()))) {
      while (old.size() < MOST_FORGOTTEN && found.hasNext()) {
        old.add(found.next().key);
      }
    }
    for (Bytes arrival : old) {
      byte[] key = arrival.get();
      Member member =
          member(new String(key, Long.BYTES, key.length - Long.BYTES, StandardCharsets.UTF_8));
      for (String partner : partners(member.id())) {
        pairs.delete(pairKey(member.id(), partner));
        Member other = member(partner);
        if (other == null || !member.id().equals(other.original())) {
          pairs.delete(pairKey(partner, member.id()));
        }
      }
      forgetPlaces(member);
      members.delete(Bytes.wrap(utf8(member.id())));
      forgotten = arrival;
    }
    if (old.size() < MOST_FORGOTTEN) {
      nextExpiry = clock + BETWEEN_EXPIRIES.toMillis();
    }
    meters.expired.increment(old.size());
  }

  private void forget(Member member) {
    for (String partner : partners(member.id())) {
      pairs.delete(pairKey(member.id(), partner));
      pairs.delete(pairKey(partner, member.id()));
    }
    forgetPlaces(member);
  }

  private void forgetPlaces(Member member) {
    for (int k = 0; k < member.signature().keys(); k++) {
      keys.delete(bucketKey(member, k));
    }
    arrivals.delete(arrivalKey(member));
  }

  private Member member(String id) {
    byte[] bytes = members.get(Bytes.wrap(utf8(id)));
    return bytes == null ? null : Member.read(bytes);
  }

  private void put(Member member) {
    members.put(Bytes.wrap(utf8(member.id())), member.bytes());
  }

  private boolean paired(Member one, Member other) {
    return pairs.get(pairKey(one.id(), other.id())) != null;
  }

  private double similarity(String one, String other) {
    return ByteBuffer.wrap(pairs.get(pairKey(one, other))).getDouble();
  }

  private List<String> partners(String id) {
    List<String> partners = new ArrayList<>();
    // No id holds a character as low as those that part here.
    try (KeyValueIterator<Bytes, byte[]> found =
        pairs.range(Bytes.wrap(utf8(id + '\0')), Bytes.wrap(utf8(id + '\1')))) {
      while (found.hasNext()) {
        KeyValue<Bytes, byte[]> next = found.next();
        String key = new String(next.key.get(), StandardCharsets.UTF_8);
        if (key.charAt(id.length()) == '\0') {
          partners.add(key.substring(id.length() + 1));
        }
      }
    }
    return partners;
  }

  private static Bytes pairKey(String one, String other) {
    return Bytes.wrap(utf8(one + '\0' + other));
  }

  private static Bytes bucketKey(Member member, int k) {
    return bucketKey(
        member.signature().key(k), member.publishedAt().toEpochMilli(), utf8(member.id()));
  }

  /** Of a key the articles stand in the order of their publication. */
  private static Bytes bucketKey(int key, long time, byte[] id) {
    return Bytes.wrap(
        ByteBuffer.allocate(Integer.BYTES + Long.BYTES + id.length)
            .putInt(key)
            .putLong(time ^ Long.MIN_VALUE)
            .put(id)
            .array());
  }

  private static Bytes arrivalKey(Member member) {
    byte[] id = utf8(member.id());
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES + id.length).putLong(member.arrived()).put(id).array());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
