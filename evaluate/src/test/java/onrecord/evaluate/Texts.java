package onrecord.evaluate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small texts and the places of words in them, and where the larger ones are. */
final class Texts {
  static final Path SEEDS = Path.of("..", "seeds");

  /** What lies beside a working copy and isn't part of it. */
  static final Path SHARED = Path.of("..", "..", "shared");

  private Texts() {}

  /** Skips a test, and says so where the build is read, unless what it needs is there. */
  static void need(boolean there, String otherwise) {
    if (!there) {
      System.out.println(otherwise);
    }
    assumeTrue(there, otherwise);
  }

  /** Where the words first stand in the text, in code points. */
  static Range at(String text, String words) {
    int start = text.indexOf(words);
    if (start < 0) {
      throw new IllegalArgumentException("There is no " + words + " in the text");
    }
    return new Range(text.codePointCount(0, start), text.codePointCount(0, start + words.length()));
  }

  /** A quote of one piece without a group. */
  static SystemOutput.Attributed quote(String kind, Range content, Range speaker, String name) {
    return new SystemOutput.Attributed(kind, List.of(content), speaker, name, null, Double.NaN);
  }

  /** The names of kinds of misses, in order. */
  static List<String> kinds(List<Miss> misses) {
    return misses.stream().map(miss -> miss.kind() + ": " + miss.detail()).toList();
  }

  /** A list that misses are put into. */
  static List<Miss> misses() {
    return new ArrayList<>();
  }
}
