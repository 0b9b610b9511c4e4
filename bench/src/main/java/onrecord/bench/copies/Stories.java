package onrecord.bench.copies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onrecord.events.EventJson;

/** Reads articles to make copies of: {@code .txt} files, {@code .jsonl} files with id and text. */
final class Stories {
  /** A text with fewer words is no article that a paper would cut. */
  private static final int FEWEST_WORDS = 150;

  private Stories() {}

  /** The articles of files and folders, by id; of the same id the first. */
  static List<Story> read(List<Path> places) throws IOException {
    Map<String, Story> stories = new LinkedHashMap<>();
    for (Path place : places) {
      for (Path file : files(place)) {
        if (file.toString().endsWith(".jsonl")) {
          ObjectMapper json = EventJson.mapper();
          for (String line : Files.readAllLines(file)) {
            JsonNode fields = json.readTree(line);
            add(stories, fields.path("id").asText(), fields.path("text").asText());
          }
        } else {
          add(stories, file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return new ArrayList<>(stories.values());
  }

  private static List<Path> files(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(file -> file.toString().matches(".*\\.(txt|jsonl)")).sorted().toList();
    }
  }

  private static void add(Map<String, Story> stories, String id, String text) {
    Story story = Story.of(id.replaceFirst("\\.txt$", ""), text);
    if (story.words() >= FEWEST_WORDS) {
      stories.putIfAbsent(story.id(), story);
    }
  }
}
