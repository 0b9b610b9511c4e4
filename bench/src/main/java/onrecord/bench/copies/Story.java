package onrecord.bench.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An article as an editor has it before them.
 *
 * @param id of the article it was made from
 * @param headline or null
 * @param paragraphs of the body, without line ends
 */
record Story(String id, String headline, List<String> paragraphs) {
  private static final int LONGEST_HEADLINE = 120;

  Story {
    paragraphs = List.copyOf(paragraphs);
  }

  /** Takes a first line that is short and ends without a full stop as the headline. */
  static Story of(String id, String text) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.size() > 1
        && lines.get(0).length() <= LONGEST_HEADLINE
        && ".\"\u201d".indexOf(lines.get(0).charAt(lines.get(0).length() - 1)) < 0) {
      return new Story(id, lines.get(0), lines.subList(1, lines.size()));
    }
    return new Story(id, null, lines);
  }

  /** The same article with another body. */
  Story with(List<String> body) {
    return new Story(id, headline, body);
  }

  /** How many words the body has. */
  int words() {
    return paragraphs.stream().mapToInt(Story::words).sum();
  }

  static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  /** The sentences of a paragraph, roughly: enough for where an editor would cut. */
  static List<String> sentences(String paragraph) {
    return new ArrayList<>(
        Arrays.asList(paragraph.split("(?<=[.!?][\"\u201d]?)\\s+(?=[\"\u201c]?\\p{Lu})")));
  }

  String body() {
    return String.join("\n\n", paragraphs);
  }
}
