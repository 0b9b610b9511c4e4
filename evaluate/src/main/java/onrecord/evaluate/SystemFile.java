package onrecord.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A system's output in the score format, by the id of the text. */
final class SystemFile implements SystemUnderTest {
  private final Map<String, SystemOutput> outputs = new HashMap<>();

  SystemFile(Path file) throws IOException {
    JsonLines.each(file, line -> outputs.put(JsonLines.required(line, "id").asText(), read(line)));
  }

  @Override
  public SystemOutput find(String id, String text) {
    return outputs.getOrDefault(id, SystemOutput.NOTHING);
  }

  private static SystemOutput read(JsonNode line) {
    List<SystemOutput.Name> names = new ArrayList<>();
    for (JsonNode entity : line.path("entities")) {
      names.add(
          new SystemOutput.Name(
              JsonLines.range(entity),
              entity.path(2).asText(),
              entity.hasNonNull(3) ? entity.get(3).asText() : null));
    }
    List<SystemOutput.Attributed> quotes = new ArrayList<>();
    line.path("quotes").forEach(quote -> quotes.add(quote(quote)));
    return new SystemOutput(names, quotes);
  }

  private static SystemOutput.Attributed quote(JsonNode quote) {
    List<Range> spans = JsonLines.ranges(quote.get("spans"));
    if (spans.isEmpty()) {
      spans = List.of(new Range(quote.path("start").asInt(), quote.path("end").asInt()));
    }
    int start = quote.path("speakerStart").asInt(-1);
    int end = quote.path("speakerEnd").asInt(-1);
    return new SystemOutput.Attributed(
        quote.path("kind").asText("direct"),
        spans,
        start >= 0 && end > start ? new Range(start, end) : null,
        JsonLines.string(quote, "speakerName"),
        quote.hasNonNull("group") ? quote.get("group").asText() : null,
        quote.path("confidence").asDouble(Double.NaN));
  }
}
