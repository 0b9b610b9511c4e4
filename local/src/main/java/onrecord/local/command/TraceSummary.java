package onrecord.local.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onrecord.events.ArticleStatus;

/** What is true now by a {@link Trace}, and what of it was left out, a line each. */
final class TraceSummary {
  private TraceSummary() {}

  /** The lines, without ends. */
  static List<String> of(Trace trace) {
    List<String> lines = new ArrayList<>();
    if (trace.topics() != null) {
      for (Map.Entry<String, Integer> topic : trace.topics().leftOut().entrySet()) {
        lines.add(topic.getKey() + ": " + topic.getValue() + " older records left out");
      }
    }
    trace.ways().forEach(way -> lines.add(line(trace, way)));
    ArticleStatus status = trace.status();
    if (status != null && status.latest() != null) {
      lines.add(
          "enrich: the truth is version "
              + status.latest().version()
              + ", "
              + status.latest().pubStatus());
    }
    if (trace.rows() != null) {
      addTo(lines, trace.rows());
    }
    return lines;
  }

  private static String line(Trace trace, Trace.Way way) {
    return "trace "
        + way.traceId()
        + ": came in "
        + TraceLines.TIME.format(way.acceptedAt())
        + (trace.topics() == null ? "" : ", records " + way.records())
        + (trace.rows() == null ? "" : ", versions stored " + way.versions())
        + (way.storedAt() == null
            ? ""
            : ", the last " + Trace.seconds(way.acceptedAt(), way.storedAt()) + " later");
  }

  private static void addTo(List<String> lines, TracedRows rows) {
    TracedRows.Face face = rows.face();
    if (face == null) {
      lines.add("storage: no article of this id");
    } else {
      lines.add(
          "storage: version "
              + face.version()
              + ", "
              + face.pubStatus()
              + "; entities "
              + face.entities()
              + ", mentions "
              + face.mentions()
              + ", quotes "
              + face.quotes()
              + ", attitudes "
              + face.attitudes()
              + ", copies of it "
              + face.copies()
              + ", engine "
              + face.engineVersion());
      face.degraded().forEach(step -> lines.add("storage: degraded: " + step));
    }
    if (rows.versionsLeftOut() > 0) {
      lines.add("storage: " + rows.versionsLeftOut() + " older versions left out");
    }
    for (TracedRows.Read read : rows.read()) {
      String next = read.partition() + ":" + read.nextOffset();
      lines.add(read.consumer() + ": next of " + read.topic() + " is " + next);
    }
  }
}
