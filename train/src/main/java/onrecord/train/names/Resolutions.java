package onrecord.train.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the words are on which two labellings of one text differ, settled by reading: for each run
 * of words its labels, a token each. Runs that depend on their place aren't listed.
 */
final class Resolutions {
  private final Map<String, List<String>> labels = new HashMap<>();

  /** Reads the list beside this class: one run a line, its names in brackets by type. */
  static Resolutions load() {
    Resolutions resolutions = new Resolutions();
    InputStream stream = Resolutions.class.getResourceAsStream("resolutions.txt");
    if (stream == null) {
      throw new IllegalStateException("resolutions.txt is missing from the class path");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          resolutions.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("resolutions.txt can't be read", e);
    }
    return resolutions;
  }

  /** The labels of a run of words, or null when it isn't listed. */
  List<String> of(List<String> words) {
    return labels.get(String.join(" ", words));
  }

  int size() {
    return labels.size();
  }

  Collection<List<String>> all() {
    return labels.values();
  }

  private void add(String line) {
    List<String> words = new ArrayList<>();
    List<String> some = new ArrayList<>();
    String type = null;
    boolean begun = false;
    for (String part : line.split(" ", -1)) {
      if (part.startsWith("[") && part.length() == 4) {
        type = part.substring(1);
        begun = false;
        continue;
      }
      boolean closes = type != null && part.endsWith("]");
      words.add(closes ? part.substring(0, part.length() - 1) : part);
      some.add(type == null ? "O" : (begun ? "I-" : "B-") + type);
      begun = true;
      if (closes) {
        type = null;
      }
    }
    labels.put(String.join(" ", words), List.copyOf(some));
  }
}
