package onrecord.enrich.people;

import java.util.Map;

/** Names that everybody knows to be one place or body. Immutable. */
final class Aliases {
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("us", "united states"),
          Map.entry("usa", "united states"),
          Map.entry("america", "united states"),
          Map.entry("united states of america", "united states"),
          Map.entry("uk", "united kingdom"),
          Map.entry("britain", "united kingdom"),
          Map.entry("great britain", "united kingdom"),
          Map.entry("uae", "united arab emirates"),
          Map.entry("un", "united nations"),
          Map.entry("eu", "european union"),
          Map.entry("gop", "republican party"),
          Map.entry("fbi", "federal bureau of investigation"),
          Map.entry("cia", "central intelligence agency"),
          Map.entry("washington dc", "washington"),
          Map.entry("drc", "democratic republic of congo"));

  private Aliases() {}

  /** The name that stands for all of them; the key itself when it has no other. */
  static String of(String key) {
    return SAME.getOrDefault(key, key);
  }
}
