package onrecord.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onrecord.events.EventJson;

/** The fields of gold files and system files, an object a line, as JSON has them. */
final class JsonLines {
  private static final ObjectMapper JSON = EventJson.mapper();

  private JsonLines() {}

  /** Takes an object that was read. */
  interface Taker {
    void take(JsonNode line) throws IOException;
  }

  /** Hands on each object of the file. */
  static void each(Path file, Taker taker) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          try {
            taker.take(JSON.readTree(line));
          } catch (JsonProcessingException e) {
            throw new IOException(file + ":" + number + ": " + e.getOriginalMessage(), e);
          } catch (UnreadableGold e) {
            throw new IOException(file + ":" + number + ": " + e.getMessage(), e);
          }
        }
      }
    }
  }

  /** The first object of the file, or null. */
  static JsonNode first(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          return JSON.readTree(line);
        }
      }
      return null;
    } catch (JsonProcessingException e) {
      throw new IOException(file + ": " + e.getOriginalMessage(), e);
    }
  }

  /** A whole file that is one object. */
  static JsonNode whole(Path file) throws IOException {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new IOException(file + ": " + e.getOriginalMessage(), e);
    }
  }

  /** A line that lacks what it must have. */
  static final class UnreadableGold extends IOException {
    private static final long serialVersionUID = 1;

    UnreadableGold(String message) {
      super(message);
    }
  }

  /** The field of a line, which must be there. */
  static JsonNode required(JsonNode line, String field) throws UnreadableGold {
    JsonNode value = line.get(field);
    if (value == null || value.isNull()) {
      throw new UnreadableGold("the field \"" + field + "\" is missing");
    }
    return value;
  }

  /** A string, or null. */
  static String string(JsonNode line, String field) {
    JsonNode value = line.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }

  /** A pair of numbers. */
  static Range range(JsonNode pair) {
    return new Range(pair.path(0).asInt(), pair.path(1).asInt());
  }

  /** Pairs of numbers; empty where there are none. */
  static List<Range> ranges(JsonNode pairs) {
    List<Range> ranges = new ArrayList<>();
    if (pairs != null) {
      pairs.forEach(pair -> ranges.add(range(pair)));
    }
    return ranges;
  }
}
