package onrecord.evaluate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import onrecord.evaluate.Figures.Figure;
import onrecord.evaluate.Figures.Sense;

/**
 * What came out for a file or a folder.
 *
 * @param name of the file or folder
 * @param kind what was scored: answers, quotes, entities or speakers
 * @param documents how many texts
 * @param figures in order
 * @param calibration null where no confidence was scored
 * @param misses in the order of the texts
 */
public record Report(
    String name,
    Kind kind,
    int documents,
    Figures figures,
    Calibration calibration,
    List<Miss> misses) {

  /** What is scored. */
  public enum Kind {
    ANSWERS,
    QUOTES,
    ENTITIES,
    SPEAKERS
  }

  public Report {
    misses = List.copyOf(misses);
  }

  /** The misses by kind, kinds with the most first. */
  public List<Map.Entry<String, List<Miss>>> missesByKind() {
    Map<String, List<Miss>> byKind = new TreeMap<>();
    misses.forEach(
        miss -> byKind.computeIfAbsent(miss.kind(), kind -> new ArrayList<>()).add(miss));
    return byKind.entrySet().stream()
        .sorted((a, b) -> Integer.compare(b.getValue().size(), a.getValue().size()))
        .toList();
  }

  /**
   * All of it as JSON.
   *
   * @param missesOfAKind how many misses of each kind to give
   */
  public ObjectNode json(int missesOfAKind) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("name", name);
    report.put("kind", kind.name().toLowerCase(Locale.ROOT));
    report.put("documents", documents);
    ObjectNode values = report.putObject("figures");
    for (Figure figure : figures.all()) {
      if (figure.sense() == Sense.COUNT) {
        values.put(figure.name(), (int) figure.value());
      } else {
        values.put(figure.name(), figure.value());
      }
    }
    if (calibration != null && calibration.count() > 0) {
      calibration(report.putObject("calibration"));
    }
    ObjectNode kinds = report.putObject("misses");
    missesByKind().forEach(kind -> misses(kinds.putObject(kind.getKey()), kind, missesOfAKind));
    return report;
  }

  private void calibration(ObjectNode node) {
    node.put("error", calibration.error());
    node.put("count", calibration.count());
    ArrayNode bins = node.putArray("bins");
    for (Calibration.Bin bin : calibration.table()) {
      bins.addObject()
          .put("from", bin.from())
          .put("to", bin.to())
          .put("count", bin.count())
          .put("confidence", bin.confidence())
          .put("right", bin.right());
    }
  }

  private static void misses(
      ObjectNode node, Map.Entry<String, List<Miss>> kind, int missesOfAKind) {
    node.put("count", kind.getValue().size());
    ArrayNode first = node.putArray("first");
    kind.getValue().stream()
        .limit(missesOfAKind)
        .forEach(
            miss ->
                first
                    .addObject()
                    .put("id", miss.id())
                    .put("start", miss.at().start())
                    .put("end", miss.at().end())
                    .put("detail", miss.detail())
                    .put("gold", miss.gold())
                    .put("system", miss.system())
                    .put("context", miss.context()));
  }
}
