package onrecord.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Quoted segments with their speaker's full name as the article gives it. */
public final class GoldSpeakers {
  /** The segments in the file's order. */
  final List<Segment> segments;

  /** The texts that they stand in, by id. */
  final Map<String, CodePointText> texts;

  private GoldSpeakers(List<Segment> segments, Map<String, CodePointText> texts) {
    this.segments = segments;
    this.texts = texts;
  }

  /**
   * Words and who says them.
   *
   * @param id of the text
   * @param at where they stand
   * @param type person, organization, group, document or unnamed
   * @param speaker the full name, or null when the speaker is never named
   * @param note or null
   */
  record Segment(String id, Range at, String type, String speaker, String note) {
    boolean unnamedSpeech() {
      return speaker == null
          && type.equals("unnamed")
          && (note == null || !note.contains("not speech"));
    }
  }

  /** The segments of a file whose texts stand in another, those whose ids are asked for. */
  public static GoldSpeakers read(Path file, Path textFile, Predicate<String> ids)
      throws IOException {
    List<Segment> segments = new ArrayList<>();
    Set<String> wanted = new LinkedHashSet<>();
    JsonLines.each(
        file,
        line -> {
          Segment segment = segment(line);
          if (ids.test(segment.id)) {
            segments.add(segment);
            wanted.add(segment.id);
          }
        });
    Map<String, CodePointText> texts = new LinkedHashMap<>();
    JsonLines.each(
        textFile,
        line -> {
          String id = JsonLines.string(line, "id");
          if (wanted.contains(id)) {
            texts.put(id, new CodePointText(JsonLines.required(line, "text").asText()));
          }
        });
    wanted.removeAll(texts.keySet());
    if (!wanted.isEmpty()) {
      throw new IOException(
          textFile + ": has no text for " + wanted.size() + " ids of " + file + ", " + wanted);
    }
    return new GoldSpeakers(segments, texts);
  }

  private static Segment segment(JsonNode line) throws IOException {
    return new Segment(
        JsonLines.required(line, "id").asText(),
        new Range(
            JsonLines.required(line, "start").asInt(), JsonLines.required(line, "end").asInt()),
        JsonLines.required(line, "type").asText(),
        JsonLines.string(line, "speaker"),
        JsonLines.string(line, "note"));
  }
}
