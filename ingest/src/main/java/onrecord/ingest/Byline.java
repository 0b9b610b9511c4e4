package onrecord.ingest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a byline: a line that opens with "By" and goes on with names. */
final class Byline {
  private static final int MAX_CHARS = 150;
  private static final int MAX_NAME_WORDS = 5;

  private static final Pattern LINE =
      Pattern.compile(
          "(?<by>(?i:(?:written |reported )?by) )?(?<label>(?i:byline|by|authors?): ?)?(?<names>\\S.*)");
  private static final Pattern BETWEEN_NAMES = Pattern.compile(" (?:and|AND|&|with|WITH) ");
  private static final Pattern NAME_WORD = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’.-]*");
  private static final Pattern REST = Pattern.compile("[\\p{L}\\p{M}\\s'’.,&-]*");
  private static final Set<String> PARTICLES =
      Set.of(
          "al", "bin", "binti", "da", "das", "de", "del", "della", "den", "der", "di", "dos", "du",
          "e", "el", "ibn", "la", "le", "ter", "van", "von", "y");
  private static final Set<String> NOT_NAMES =
      Set.of(
          "the",
          "a",
          "an",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private Byline() {}

  /** The byline as printed, without a label such as "Byline:"; null when the line is none. */
  static String of(String line) {
    if (line.length() > MAX_CHARS) {
      return null;
    }
    Matcher parts = LINE.matcher(line);
    if (!parts.matches() || (parts.group("by") == null && parts.group("label") == null)) {
      return null;
    }
    String names = withoutStop(parts.group("names"));
    int comma = names.indexOf(',');
    String first = comma < 0 ? names : names.substring(0, comma);
    String rest = comma < 0 ? "" : names.substring(comma);
    if (!REST.matcher(rest).matches()) {
      return null;
    }
    for (String name : BETWEEN_NAMES.split(first, -1)) {
      if (!isName(name) && Outlet.of(name) == null) {
        return null;
      }
    }
    return parts.group("by") == null ? names : withoutStop(line);
  }

  private static boolean isName(String name) {
    String[] words = name.split(" ", -1);
    if (words.length < 2 || words.length > MAX_NAME_WORDS || PARTICLES.contains(words[0])) {
      return false;
    }
    for (String word : words) {
      boolean particle = PARTICLES.contains(word);
      boolean possessive = word.endsWith("'s") || word.endsWith("’s");
      if ((!particle && !NAME_WORD.matcher(word).matches())
          || possessive
          || NOT_NAMES.contains(word.toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  /** "Roe." is Roe, but "Jr." and "R." keep their stop. */
  private static String withoutStop(String line) {
    boolean abbreviation = line.matches(".*\\b(?:Jr|Sr|\\p{Lu})\\.");
    return line.endsWith(".") && !abbreviation ? line.substring(0, line.length() - 1) : line;
  }
}
