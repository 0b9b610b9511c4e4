package onrecord.local.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import onrecord.events.ArticleStatus;

/**
 * Where an article is and was.
 *
 * @param id the article's
 * @param topics null when Kafka is away
 * @param status what enrich decided; null when it has none, or the door gave no answer
 * @param rows null when the storage is away
 * @param away the parts that could not be asked
 */
record Trace(
    String id, TracedTopics topics, ArticleStatus status, TracedRows rows, List<Away> away) {
  Trace {
    away = List.copyOf(away);
  }

  /**
   * A part that could not be asked.
   *
   * @param part which
   * @param reason why not
   * @param remedy what to do
   */
  record Away(String part, String reason, String remedy) {}

  /**
   * What came of one request: all that has its trace id.
   *
   * @param traceId 32 hex digits
   * @param records how many there are on the topics
   * @param versions the stored ones
   * @param acceptedAt when the first of it came in
   * @param storedAt when the last of it was stored; null when nothing is
   */
  record Way(
      String traceId, int records, List<Long> versions, Instant acceptedAt, Instant storedAt) {
    Way {
      versions = List.copyOf(versions);
    }

    private Way and(int moreRecords, List<Long> more, Instant accepted, Instant stored) {
      List<Long> all = new ArrayList<>(versions);
      all.addAll(more);
      return new Way(
          traceId,
          records + moreRecords,
          all,
          accepted.isBefore(acceptedAt) ? accepted : acceptedAt,
          storedAt == null || (stored != null && stored.isAfter(storedAt)) ? stored : storedAt);
    }
  }

  /** Whether there is anything of the article anywhere. */
  boolean found() {
    return (topics != null && !topics.records().isEmpty())
        || status != null
        || (rows != null && rows.known());
  }

  /** What enrich decided about a record of the articles, or null. */
  ArticleStatus.Decision decision(int partition, long offset) {
    if (status == null) {
      return null;
    }
    return status.decisions().stream()
        .filter(decision -> decision.partition() == partition && decision.offset() == offset)
        .findFirst()
        .orElse(null);
  }

  /** The requests, the oldest first. */
  List<Way> ways() {
    Map<String, Way> ways = new TreeMap<>();
    if (topics != null) {
      for (TracedRecord record : topics.records()) {
        if (record.trace() != null) {
          add(ways, record.trace(), 1, List.of(), record.at(), null);
        }
      }
    }
    if (rows != null) {
      for (TracedRows.Version version : rows.versions()) {
        if (version.traceId() != null) {
          List<Long> one = List.of(version.version());
          add(ways, version.traceId(), 0, one, version.ingestedAt(), version.storedAt());
        }
      }
    }
    return ways.values().stream()
        .sorted(Comparator.comparing(Way::acceptedAt).thenComparing(Way::traceId))
        .toList();
  }

  private static void add(
      Map<String, Way> ways,
      String traceId,
      int records,
      List<Long> versions,
      Instant accepted,
      Instant stored) {
    ways.compute(
        traceId,
        (key, way) ->
            way == null
                ? new Way(traceId, records, versions, accepted, stored)
                : way.and(records, versions, accepted, stored));
  }

  /** For JSON; what could not be asked is absent. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", id);
    fields.put("found", found());
    if (topics != null) {
      fields.put("records", topics.records().stream().map(TracedRecord::fields).toList());
      fields.put("recordsLeftOut", topics.leftOut());
    }
    if (status != null) {
      fields.put("status", status);
    }
    if (rows != null) {
      fields.put("storage", rows);
    }
    fields.put("traces", ways());
    fields.put("away", away);
    return fields;
  }

  /** How long something took, as 0.804 s. */
  static String seconds(Instant from, Instant to) {
    return String.format(Locale.ROOT, "%.3f s", Duration.between(from, to).toMillis() / 1000.0);
  }
}
