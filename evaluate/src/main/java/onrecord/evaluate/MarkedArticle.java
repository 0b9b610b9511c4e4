package onrecord.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.evaluate.GoldQuotes.Attribution;

/**
 * An article written for this project with its answer as tags in the running text: {@code <per>},
 * {@code <org>} and {@code <loc>} around names; {@code <s1>}, {@code <c1>} and {@code <q1>} around
 * the source, the cue and the content of the article's first attribution, {@code <q1>} once for
 * each stretch; {@code <no>} around marks that quote nobody. Attributions within others have a
 * number with a dot, {@code <q1.1>}. Tags may overlap.
 *
 * @param id the file's name without its ending
 * @param quotes every outermost attribution
 * @param names every name
 */
public record MarkedArticle(String id, GoldQuotes quotes, GoldEntities names) {
  /** How the names of such files end. */
  public static final String ENDING = ".marked";

  private static final Pattern TAG =
      Pattern.compile("<(/?)(?:(per|org|loc|no)|([scq])(\\d+(?:\\.\\d+)?))>");

  /** Up to the last mark that may close: of "the drivers’ bridge", none does. */
  private static final Pattern SINGLE_MARKS = Pattern.compile("\u2018[^\u2018\n]*\u2019(?!\\w)");

  private static final Pattern STRAIGHT_SINGLE_MARKS =
      Pattern.compile("(?<![\\w.])'(?=\\w)(?:[^'\\n]|(?<=\\w)'(?=\\w))*'(?!\\w)");

  /** The articles of a folder whose ids are asked for, by name. */
  public static List<MarkedArticle> readAll(Path folder, Predicate<String> ids) throws IOException {
    List<MarkedArticle> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.toString().endsWith(ENDING) && ids.test(id(file))) {
          all.add(read(file));
        }
      }
    }
    return all;
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it can't be read, or a tag doesn't fit
   */
  public static MarkedArticle read(Path file) throws IOException {
    try {
      return of(id(file), Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static String id(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  /**
   * The article of a text with tags.
   *
   * @throws IllegalArgumentException when a tag isn't closed, or closes nothing, or an attribution
   *     has no content
   */
  static MarkedArticle of(String id, String tagged) {
    Tags tags = new Tags(tagged);
    CodePointText text = new CodePointText(tags.text.toString());
    List<GoldEntities.Marked> names = new ArrayList<>();
    for (String type : List.of("per", "org", "loc")) {
      for (Range range : tags.ranges.getOrDefault(type, List.of())) {
        names.add(new GoldEntities.Marked(range, type.toUpperCase(Locale.ROOT)));
      }
    }
    BitSet inMarks = inMarks(text);
    List<Attribution> attributions = new ArrayList<>();
    for (String number : tags.numbers) {
      List<Range> content = tags.ranges.getOrDefault("q" + number, List.of());
      if (content.isEmpty()) {
        throw new IllegalArgumentException("attribution " + number + " has no <q" + number + ">");
      }
      if (!number.contains(".")) {
        attributions.add(
            Attribution.of(
                text,
                content,
                tags.ranges.getOrDefault("s" + number, List.of()),
                tags.ranges.getOrDefault("c" + number, List.of()),
                kind(text, content, inMarks)));
      }
    }
    return new MarkedArticle(
        id,
        new GoldQuotes(id, text, attributions, List.of()),
        new GoldEntities(id, text, names.stream().sorted(MarkedArticle::byPlace).toList()));
  }

  private static int byPlace(GoldEntities.Marked one, GoldEntities.Marked other) {
    return one.at().compareTo(other.at());
  }

  /** The tags of a text, and the text without them. */
  private static final class Tags {
    private final StringBuilder text = new StringBuilder();
    private final Map<String, List<Range>> ranges = new HashMap<>();
    private final List<String> numbers = new ArrayList<>();
    private final Map<String, Integer> open = new TreeMap<>();
    private int points;

    Tags(String tagged) {
      Matcher tag = TAG.matcher(tagged);
      int from = 0;
      while (tag.find()) {
        plain(tagged.substring(from, tag.start()));
        from = tag.end();
        String number = tag.group(4);
        String name = number == null ? tag.group(2) : tag.group(3) + number;
        if (number != null && !numbers.contains(number)) {
          numbers.add(number);
        }
        if (tag.group(1).isEmpty()) {
          open(name);
        } else {
          close(name);
        }
      }
      plain(tagged.substring(from));
      if (!open.isEmpty()) {
        throw new IllegalArgumentException("<" + open.keySet().iterator().next() + "> stays open");
      }
    }

    private void plain(String words) {
      if (words.indexOf('<') >= 0) {
        throw new IllegalArgumentException("no tag: " + CodePointText.shortened(words));
      }
      text.append(words);
      points += words.codePointCount(0, words.length());
    }

    private void open(String name) {
      if (open.put(name, points) != null) {
        throw new IllegalArgumentException("<" + name + "> stands within another <" + name + ">");
      }
    }

    private void close(String name) {
      Integer start = open.remove(name);
      if (start == null) {
        throw new IllegalArgumentException("</" + name + "> closes nothing");
      }
      ranges.computeIfAbsent(name, any -> new ArrayList<>()).add(new Range(start, points));
    }
  }

  /** The code points inside marks, double ones or the single ones of some outlets. */
  private static BitSet inMarks(CodePointText text) {
    BitSet inside = new BitSet();
    text.quoted().forEach(segment -> inside.set(segment.at().start(), segment.at().end()));
    String string = text.text();
    for (Pattern marks : List.of(SINGLE_MARKS, STRAIGHT_SINGLE_MARKS)) {
      Matcher found = marks.matcher(string);
      while (found.find()) {
        inside.set(
            string.codePointCount(0, found.start()) + 1, string.codePointCount(0, found.end()) - 1);
      }
    }
    return inside;
  }

  private static String kind(CodePointText text, List<Range> content, BitSet inMarks) {
    BitSet words = text.letters(content);
    int all = words.cardinality();
    words.and(inMarks);
    int marked = words.cardinality();
    return marked == 0 ? "indirect" : marked == all ? "direct" : "mixed";
  }
}
