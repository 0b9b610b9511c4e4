package onrecord.enrich.people;

import onrecord.enrich.names.Names;
import onrecord.enrich.people.People.Entity;

/** Which of two ways of writing a name is the fuller one. Immutable. */
final class FullestName {
  private FullestName() {}

  static boolean isFuller(Entity who, NameWords words) {
    NameWords known = who.fullest;
    if (known == words) {
      return false;
    }
    if (who.type == Names.LOCATION || who.type == Names.ORGANIZATION) {
      boolean acronym = known.words.length == 1 && isCapitals(known.surface);
      return (acronym && words.surface.length() > known.surface.length())
          || (who.type == Names.ORGANIZATION && words.words.length > known.words.length)
          || (words.key.equals(known.key) && isBetterWritten(words, known));
    }
    int more = weight(words) - weight(known);
    return more > 0 || (more == 0 && words.key.equals(known.key) && isBetterWritten(words, known));
  }

  /** With its accents, its legal form, and not in capitals. */
  private static boolean isBetterWritten(NameWords words, NameWords known) {
    boolean shouted = isCapitals(known.surface);
    if (shouted != isCapitals(words.surface)) {
      return shouted;
    }
    int accents = NameForms.accents(words.surface) - NameForms.accents(known.surface);
    return accents > 0 || (accents == 0 && words.surface.length() > known.surface.length() + 1);
  }

  private static int weight(NameWords words) {
    int weight = 0;
    for (String word : words.words) {
      weight += word.length() > 1 ? 4 : 3;
    }
    return weight + (words.generation == null ? 0 : 1) + (words.nickname == null ? 0 : 2);
  }

  private static boolean isCapitals(String surface) {
    for (int i = 0; i < surface.length(); i++) {
      if (Character.isLowerCase(surface.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
