package onrecord.train.names;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How headlines say things: the present for the past, capitals, no articles. */
final class Headlinese {
  private static final Set<String> LEFT_OUT =
      Set.of("a", "an", "the", "A", "An", "The", "was", "were", "is", "are", "had", "has", "have");
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "from",
          "as", "but");
  private static final Map<String, String> PRESENT =
      Map.ofEntries(
          Map.entry("said", "says"),
          Map.entry("told", "tells"),
          Map.entry("made", "makes"),
          Map.entry("took", "takes"),
          Map.entry("won", "wins"),
          Map.entry("lost", "loses"),
          Map.entry("met", "meets"),
          Map.entry("left", "leaves"),
          Map.entry("found", "finds"),
          Map.entry("began", "begins"),
          Map.entry("gave", "gives"),
          Map.entry("held", "holds"),
          Map.entry("kept", "keeps"),
          Map.entry("led", "leads"),
          Map.entry("paid", "pays"),
          Map.entry("went", "goes"),
          Map.entry("came", "comes"),
          Map.entry("sent", "sends"),
          Map.entry("saw", "sees"),
          Map.entry("put", "puts"));

  private Headlinese() {}

  /** Whether headlines do without a word. */
  static boolean leavesOut(String word) {
    return LEFT_OUT.contains(word);
  }

  /** A word that is no name, as a headline has it. */
  static String word(String word, boolean first) {
    String present = present(word);
    return SMALL.contains(present) && !first ? present : capital(present);
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** "visited" as "visits", "raised" as "raises", "stopped" as "stops"; other words stay. */
  private static String present(String word) {
    String known = PRESENT.get(word);
    if (known != null) {
      return known;
    }
    int length = word.length();
    if (length < 5 || !word.endsWith("ed")) {
      return word;
    }
    String stem = word.substring(0, length - 2);
    char last = stem.charAt(stem.length() - 1);
    char before = stem.charAt(stem.length() - 2);
    if (last == before && "ptngbmdr".indexOf(last) >= 0) {
      return stem.substring(0, stem.length() - 1) + "s";
    }
    if (last == 'i') {
      return stem + "es";
    }
    boolean silent = "csvzuge".indexOf(last) >= 0 || stem.endsWith("at") || stem.endsWith("ir");
    return stem + (silent && last != before ? "es" : "s");
  }
}
