package onrecord.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A text with every attribution marked by hand, as in the PolNeAR corpus.
 *
 * @param id of the text
 * @param text the text
 * @param attributions in the file's order
 * @param ignore where neither a hit nor a miss counts
 */
public record GoldQuotes(
    String id, CodePointText text, List<Attribution> attributions, List<Range> ignore) {
  public GoldQuotes {
    attributions = List.copyOf(attributions);
    ignore = List.copyOf(ignore);
  }

  /**
   * Words with their source.
   *
   * @param content the words
   * @param source who says them, empty when nobody is named
   * @param cue that it is said; may be empty
   * @param kind direct, mixed or indirect
   * @param sourceKind named, pronoun, nominal or none
   * @param sourceHead the last word of the source's head, or null
   */
  public record Attribution(
      List<Range> content,
      List<Range> source,
      List<Range> cue,
      String kind,
      String sourceKind,
      String sourceHead) {
    public Attribution {
      content = List.copyOf(content);
      source = List.copyOf(source);
      cue = List.copyOf(cue);
    }

    boolean hasSource() {
      return !source.isEmpty();
    }

    static Attribution of(
        CodePointText text, List<Range> content, List<Range> source, List<Range> cue, String kind) {
      SourceHead head = SourceHead.of(text, source);
      return new Attribution(content, source, cue, kind, head.kind(), head.head());
    }
  }

  /** The texts of a file whose ids are asked for. */
  public static List<GoldQuotes> read(Path file, Predicate<String> ids) throws IOException {
    List<GoldQuotes> all = new ArrayList<>();
    JsonLines.each(
        file,
        line -> {
          String id = JsonLines.required(line, "id").asText();
          if (ids.test(id)) {
            all.add(read(id, line));
          }
        });
    return all;
  }

  private static GoldQuotes read(String id, JsonNode line) throws IOException {
    CodePointText text = new CodePointText(JsonLines.required(line, "text").asText());
    List<Attribution> attributions = new ArrayList<>();
    for (JsonNode attribution : JsonLines.required(line, "attributions")) {
      List<Range> content = JsonLines.ranges(attribution.get("content"));
      List<Range> source = JsonLines.ranges(attribution.get("source"));
      List<Range> cue = JsonLines.ranges(attribution.get("cue"));
      String kind = JsonLines.required(attribution, "kind").asText();
      attributions.add(
          attribution.has("sourceKind")
              ? new Attribution(
                  content,
                  source,
                  cue,
                  kind,
                  JsonLines.string(attribution, "sourceKind"),
                  JsonLines.string(attribution, "sourceHead"))
              : Attribution.of(text, content, source, cue, kind));
    }
    return new GoldQuotes(id, text, attributions, JsonLines.ranges(line.get("ignore")));
  }
}
