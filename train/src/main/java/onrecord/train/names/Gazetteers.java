package onrecord.train.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** The lists of names in the gazetteers, and those of them that training keeps back. */
final class Gazetteers {
  private static final Pattern CAPITALS =
      Pattern.compile(
          "\\p{Lu}[\\p{L}'.-]*( (\\p{Lu}[\\p{L}'.-]*|of|the|de|la|and|for|&|van|al|del))*");
  private static final int MAX_WORDS = 5;
  private static final int KEPT_BACK = 4;

  private final Path folder;
  private final List<String> people = new ArrayList<>();
  private final List<List<String>> bodies = new ArrayList<>();
  private final List<String> newspapers = new ArrayList<>();
  private final List<String> facilities = new ArrayList<>();
  private final List<String> towns = new ArrayList<>();
  private final Map<String, String> peoples = new HashMap<>();

  Gazetteers(Path folder) throws IOException {
    this.folder = folder;
    keep(list("government.politician"), people, 2, 3);
    keep(list("sports.pro_athlete"), people, 2, 3);
    keep(list("book.newspaper"), newspapers, 2, MAX_WORDS);
    keep(list("facility"), facilities, 2, MAX_WORDS);
    keep(table("cities-geonames.tsv", 0), towns, 1, 2);
    body(table("companies-us-listed.tsv", 0));
    body(list("business.brand"));
    body(list("sports.sports_team"));
    body(list("sports.sports_team"));
    body(list("book.newspaper"));
    body(list("government.government_agency"));
    body(table("universities-hipo.tsv", 0));
    body(list("venture_capital.venture_funded_company"));
    List<String> lands = table("countries-mledoze.tsv", 1);
    List<String> demonyms = table("countries-mledoze.tsv", 5);
    for (int i = 0; i < lands.size(); i++) {
      peoples.put(lands.get(i), demonyms.get(i));
    }
  }

  /**
   * Whether a name is left out of knowledge while training, so that names new to the text are new
   * to knowledge too, as many names in the news are.
   */
  static boolean isKeptBack(String name) {
    return ((name.hashCode() * 0x9e3779b1) >>> 16) % KEPT_BACK == 0;
  }

  String person(Random random) {
    return one(people, random);
  }

  String organization(Random random) {
    return one(bodies.get(random.nextInt(bodies.size())), random);
  }

  String newspaper(Random random) {
    return one(newspapers, random);
  }

  String facility(Random random) {
    return one(facilities, random);
  }

  String town(Random random) {
    return one(towns, random);
  }

  /** What is of a land ("Peruvian" of "Peru"); null for what is no land. */
  String people(String land) {
    return peoples.get(land);
  }

  List<String> list(String name) throws IOException {
    return lines("freebase-twitter_nlp/" + name + ".txt");
  }

  List<String> table(String name, int column) throws IOException {
    return lines(name).stream().map(line -> line.split("\t", -1)[column]).toList();
  }

  List<String> lines(String name) throws IOException {
    try (var lines = Files.lines(folder.resolve(name))) {
      return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }

  private void body(List<String> names) {
    List<String> kept = new ArrayList<>();
    keep(names, kept, 1, MAX_WORDS);
    if (!kept.isEmpty()) {
      bodies.add(kept);
    }
  }

  private static void keep(List<String> names, List<String> into, int least, int most) {
    for (String name : names) {
      int words = name.split(" ", -1).length;
      if (isKeptBack(name) && words >= least && words <= most && CAPITALS.matcher(name).matches()) {
        into.add(name);
      }
    }
  }

  private static String one(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
