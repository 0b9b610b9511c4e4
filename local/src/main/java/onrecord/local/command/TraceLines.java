package onrecord.local.command;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import onrecord.events.ArticleStatus;
import onrecord.events.Topic;
import onrecord.local.command.TracedRows.Version;

/** A {@link Trace} for people: a line a record in order of time, then its summary. */
final class TraceLines {
  private static final String NONE = "-";
  private static final String STORAGE = "storage";

  /** To the millisecond, so that the column is even. */
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** The columns that stand to the right: versions and bytes. */
  private static final Set<Integer> NUMBERS = Set.of(3, 4);

  private static final int TRACE_DIGITS = 8;
  private static final Row HEADING =
      new Row(null, "TIME", "WHERE", "PLACE", "VERSION", "BYTES", "TRACE", "WHAT");

  private final Trace trace;
  private final List<Row> rows = new ArrayList<>();

  private TraceLines(Trace trace) {
    this.trace = trace;
  }

  /** A line; all but the last field are aligned. */
  private record Row(
      Instant at,
      String time,
      String where,
      String place,
      String version,
      String bytes,
      String traceId,
      String what) {
    List<String> aligned() {
      return List.of(time, where, place, version, bytes, traceId);
    }
  }

  /** The lines, without ends; what is no printable character is escaped. */
  static List<String> of(Trace trace) {
    TraceLines lines = new TraceLines(trace);
    lines.records();
    lines.decisions();
    lines.stored();
    // What has one time stays as it was added: in the order of an article's way.
    lines.rows.sort(Comparator.comparing(Row::at));
    List<String> all = new ArrayList<>();
    all.add(trace.id());
    if (!lines.rows.isEmpty()) {
      lines.rows.add(0, HEADING);
      lines.align(all);
    }
    all.addAll(TraceSummary.of(trace));
    return all.stream().map(Terminal::escaped).toList();
  }

  private void records() {
    if (trace.topics() == null) {
      return;
    }
    for (TracedRecord record : trace.topics().records()) {
      ArticleStatus.Decision decision =
          record.topic() == Topic.ARTICLES
              ? trace.decision(record.partition(), record.offset())
              : null;
      boolean decided = decision != null && decision.version() != null;
      row(
          record.at(),
          record.topic().topicName(),
          record.place(),
          decided ? decision.version() : record.version(),
          record.bytes(),
          record.trace(),
          record.says() + (decision == null ? "" : "; " + verdict(decision)) + waits(record));
    }
  }

  /** Those whose record was not read: Kafka is away, or it stands in another partition. */
  private void decisions() {
    if (trace.status() == null) {
      return;
    }
    for (ArticleStatus.Decision decision : trace.status().decisions()) {
      boolean read =
          trace.topics() != null
              && trace.topics().records().stream()
                  .anyMatch(
                      record ->
                          record.topic() == Topic.ARTICLES
                              && record.partition() == decision.partition()
                              && record.offset() == decision.offset());
      if (!read) {
        row(
            decision.at(),
            Topic.ARTICLES.topicName(),
            decision.partition() + ":" + decision.offset(),
            decision.version(),
            null,
            null,
            verdict(decision) + " (the record itself was not read)");
      }
    }
  }

  private void stored() {
    if (trace.rows() == null) {
      return;
    }
    for (Version version : trace.rows().versions()) {
      row(
          version.storedAt(),
          STORAGE,
          version.partition() == null ? NONE : version.partition() + ":" + version.offset(),
          version.version(),
          null,
          version.traceId(),
          "stored"
              + (version.verdict() == null ? "" : " as " + version.verdict())
              + ", "
              + Trace.seconds(version.ingestedAt(), version.storedAt())
              + " after it came in");
    }
    TracedRows.Copy copy = trace.rows().copy();
    if (copy != null) {
      String what =
          copy.original() == null ? "stored as no copy" : "stored as a copy of " + copy.original();
      row(copy.storedAt(), STORAGE, NONE, copy.sequence(), null, null, what);
    }
  }

  private void row(
      Instant at, String where, String place, Long version, Integer bytes, String id, String what) {
    rows.add(
        new Row(
            at,
            TIME.format(at),
            where,
            place,
            version == null ? NONE : version.toString(),
            bytes == null ? NONE : bytes.toString(),
            id == null ? NONE : id.substring(0, TRACE_DIGITS),
            what));
  }

  private static String verdict(ArticleStatus.Decision decision) {
    return decision.verdict() + (decision.reason() == null ? "" : ": " + decision.reason());
  }

  /** Says so of an enriched event that no sink has read. */
  private String waits(TracedRecord record) {
    if (trace.rows() == null || record.topic() != Topic.ENRICHED) {
      return "";
    }
    boolean read =
        trace.rows().read().stream()
            .anyMatch(
                one ->
                    one.topic().equals(record.topic().topicName())
                        && one.partition() == record.partition()
                        && one.nextOffset() > record.offset());
    return read ? "" : "; waits for sink";
  }

  private void align(List<String> to) {
    int[] widths = new int[HEADING.aligned().size()];
    for (Row row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], TextWidth.of(row.aligned().get(i)));
      }
    }
    for (Row row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String field = row.aligned().get(i);
        String padding = " ".repeat(widths[i] - TextWidth.of(field));
        line.append(NUMBERS.contains(i) ? padding + field : field + padding).append("  ");
      }
      to.add(line + row.what());
    }
  }
}
