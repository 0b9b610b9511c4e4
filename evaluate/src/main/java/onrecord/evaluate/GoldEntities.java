package onrecord.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A text with every name marked by hand.
 *
 * @param id of the text
 * @param text the text
 * @param entities in the file's order
 */
public record GoldEntities(String id, CodePointText text, List<Marked> entities) {
  public GoldEntities {
    entities = List.copyOf(entities);
  }

  /**
   * A name.
   *
   * @param at where it stands
   * @param type PER, ORG, LOC, or one that isn't scored
   */
  public record Marked(Range at, String type) {}

  /** The texts of a file, {@code .jsonl} or {@code .bio}, whose ids are asked for. */
  public static List<GoldEntities> read(Path file, Predicate<String> ids) throws IOException {
    if (file.toString().endsWith(BioFile.ENDING)) {
      return BioFile.read(file).stream().filter(text -> ids.test(text.id())).toList();
    }
    List<GoldEntities> all = new ArrayList<>();
    JsonLines.each(
        file,
        line -> {
          String id = JsonLines.required(line, "id").asText();
          if (ids.test(id)) {
            List<Marked> entities = new ArrayList<>();
            for (JsonNode entity : JsonLines.required(line, "entities")) {
              entities.add(new Marked(JsonLines.range(entity), entity.path(2).asText()));
            }
            String text = JsonLines.required(line, "text").asText();
            all.add(new GoldEntities(id, new CodePointText(text), entities));
          }
        });
    return all;
  }
}
