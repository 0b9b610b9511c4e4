package onrecord.train.names;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes up words for names that nobody bears: the beginning of one listed name and the end of
 * another. What such a word names can be learned from its company alone, as with names that are
 * new.
 */
final class Coiner {
  private static final int LEAST_LETTERS = 4;

  private final Gazetteers gazetteers;
  private final Random random;

  Coiner(Gazetteers gazetteers, Random random) {
    this.gazetteers = gazetteers;
    this.random = random;
  }

  /**
   * A land and its people.
   *
   * @param name of the land, of one word or two
   * @param people what is of that land
   */
  record Land(String name, String people) {}

  /** A word with a capital. */
  String word() {
    String begin = part();
    String end = part();
    return begin.substring(0, (begin.length() + 1) / 2)
        + end.substring(end.length() / 2).toLowerCase(Locale.ROOT);
  }

  private String part() {
    String[] words =
        (random.nextBoolean() ? gazetteers.town(random) : gazetteers.person(random)).split(" ", -1);
    return words[words.length - 1].replace(".", "");
  }

  /** The name with a made-up word in the place of its first. */
  String first(String name) {
    int blank = name.indexOf(' ');
    if (blank < LEAST_LETTERS || name.startsWith("University")) {
      return name;
    }
    return word() + name.substring(blank);
  }

  /** The name with a made-up word in the place of its last. */
  String last(String name) {
    return name.substring(0, name.lastIndexOf(' ') + 1) + word();
  }

  /** A land with the people that its name's end asks for. */
  Land land() {
    String stem = word().replaceAll("[aeiouy]+$", "");
    String before = random.nextInt(4) == 0 ? one("New ", "Costa ", "South ", "San ") : "";
    String[] ends =
        one("a an", "ia ian", "land ish", "land lander", "o an", "an ani", "y ian", "on onese")
            .split(" ", -1);
    return new Land(before + stem + ends[0], before + stem + ends[1]);
  }

  private String one(String... of) {
    return List.of(of).get(random.nextInt(of.length));
  }
}
