package onrecord.train.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import onrecord.enrich.names.Names;
import onrecord.evaluate.BioFile.Token;
import onrecord.train.names.TextBuilder.Sentence;

/**
 * Gives the names of a document other names of their type, the same one each time, so that what is
 * learned is how names are made and where they stand rather than who was in the news. The new names
 * are of lists that knowledge doesn't have while it trains ({@link Gazetteers#isKeptBack}).
 */
final class Renamer {
  /** Most places keep their names: what is where is worth knowing. */
  private static final double PLACES = 0.2;

  /** How many lands, with what is of them, get a made-up name. */
  private static final double LANDS = 0.2;

  /** How many of the new names have a made-up word. */
  private static final double COINED = 0.4;

  /** How many organizations stand as their site. */
  private static final double SITES = 0.03;

  private static final List<String> SITE_ENDS =
      List.of(".com", ".com", ".org", ".net", ".news", ".info", ".example");

  private final Gazetteers gazetteers;
  private final Random random;
  private final Coiner coiner;
  private final Map<String, String> renamed = new HashMap<>();

  /** What is of a land that got another name. */
  private final Map<String, String> peoples = new HashMap<>();

  Renamer(Gazetteers gazetteers, Random random) {
    this.gazetteers = gazetteers;
    this.random = random;
    coiner = new Coiner(gazetteers, random);
  }

  /** The sentences of one document with other names. */
  List<Sentence> rename(List<Sentence> sentences) {
    renamed.clear();
    lands(sentences);
    List<Sentence> all = new ArrayList<>();
    for (Sentence sentence : sentences) {
      all.add(sentence.doubtful().isEmpty() ? rename(sentence) : sentence);
    }
    return all;
  }

  private Sentence rename(Sentence sentence) {
    List<Token> tokens = sentence.tokens();
    List<Token> to = new ArrayList<>();
    int t = 0;
    while (t < tokens.size()) {
      String label = tokens.get(t).label();
      int type = NameTypes.of(label.substring(label.indexOf('-') + 1));
      int end = t + 1;
      while (type != 0 && end < tokens.size() && tokens.get(end).label().startsWith("I-")) {
        end++;
      }
      boolean alone = end == t + 1 && (type == 0 || type == Names.OTHER);
      String people = alone ? people(tokens.get(t).word()) : null;
      if (people == null && type == 0) {
        to.add(tokens.get(t));
      } else {
        List<String> words = tokens.subList(t, end).stream().map(Token::word).toList();
        String kind = label.substring(label.indexOf('-') + 1);
        String[] name = (people == null ? another(words, type) : people).split(" ", -1);
        for (int i = 0; i < name.length; i++) {
          to.add(new Token(name[i], type == 0 ? "O" : (i == 0 ? "B-" : "I-") + kind));
        }
      }
      t = end;
    }
    return new Sentence(to, sentence.doubtful());
  }

  /** Gives some of the lands other names, before what is of them is met. */
  private void lands(List<Sentence> sentences) {
    peoples.clear();
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        String people = gazetteers.people(token.word());
        if (people != null && token.label().equals("B-LOC") && !peoples.containsKey(people)) {
          boolean other = random.nextDouble() < LANDS;
          Coiner.Land land = other ? coiner.land() : new Coiner.Land(token.word(), people);
          renamed.put(Names.LOCATION + token.word(), land.name());
          peoples.put(people, land.people());
        }
      }
    }
  }

  /** "Peruvian", "Peruvians" with another land behind it; null for what is of no land. */
  private String people(String word) {
    String one = peoples.get(word);
    if (one == null && word.endsWith("s")) {
      String many = peoples.get(word.substring(0, word.length() - 1));
      return many == null ? null : many + "s";
    }
    return one;
  }

  private String another(List<String> words, int type) {
    String name = String.join(" ", words);
    if (type == Names.OTHER || !Character.isUpperCase(name.charAt(0))) {
      return name;
    }
    String key = type + name;
    String known = renamed.get(key);
    if (known == null) {
      known =
          switch (type) {
            case Names.PERSON -> person(words);
            case Names.ORGANIZATION -> organization(words);
            default -> place(words);
          };
      renamed.put(key, known);
    }
    boolean site = type == Names.ORGANIZATION && words.size() < 3;
    return site && random.nextDouble() < SITES ? site(known, random) : known;
  }

  /** The site of an organization: its words as one, and an end. */
  static String site(String name, Random random) {
    String end = SITE_ENDS.get(random.nextInt(SITE_ENDS.size()));
    return name.replaceAll("[^\\p{L}\\p{Nd}]", "") + end;
  }

  private String person(List<String> words) {
    String name = coins() ? coiner.last(gazetteers.person(random)) : gazetteers.person(random);
    String[] parts = name.split(" ", -1);
    String last = parts[parts.length - 1];
    if (words.size() == 1) {
      return last;
    }
    renamed.putIfAbsent(Names.PERSON + words.get(words.size() - 1), last);
    renamed.putIfAbsent(Names.PERSON + words.get(0), parts[0]);
    return name;
  }

  private boolean coins() {
    return random.nextDouble() < COINED;
  }

  private String organization(List<String> words) {
    if (words.size() == 1 && random.nextBoolean()) {
      return words.get(0);
    }
    if (words.size() == 1 && isAcronym(words.get(0))) {
      return acronym();
    }
    String name = gazetteers.organization(random);
    if (coins()) {
      name = words.size() == 1 ? coiner.word() : coiner.first(name);
    }
    name = shortened(words, name);
    String letters = letters(words);
    if (words.size() > 1 && letters.length() > 1) {
      String own = letters(List.of(name.split(" ", -1)));
      if (own.length() > 1) {
        renamed.putIfAbsent(Names.ORGANIZATION + letters, own);
      }
    }
    return name;
  }

  /** A name that goes by its first word elsewhere goes on doing so. */
  private String shortened(List<String> words, String name) {
    int blank = name.indexOf(' ');
    if (words.size() == 1 || blank < 0) {
      return name;
    }
    String first = Names.ORGANIZATION + words.get(0);
    String known = renamed.putIfAbsent(first, name.substring(0, blank));
    return known == null ? name : known + name.substring(blank);
  }

  private static boolean isAcronym(String word) {
    return word.length() > 1 && word.length() < 6 && word.chars().allMatch(Character::isUpperCase);
  }

  /** Letters that nobody goes by. */
  private String acronym() {
    StringBuilder letters = new StringBuilder();
    for (int i = 2 + random.nextInt(3); i > 0; i--) {
      letters.append((char) ('A' + random.nextInt(26)));
    }
    return letters.toString();
  }

  private static String letters(List<String> words) {
    StringBuilder letters = new StringBuilder();
    for (String word : words) {
      if (Character.isUpperCase(word.charAt(0))) {
        letters.append(word.charAt(0));
      }
    }
    return letters.toString();
  }

  private String place(List<String> words) {
    if (random.nextDouble() >= PLACES) {
      return String.join(" ", words);
    }
    boolean acronym = words.get(0).length() < 5 && words.get(0).endsWith(".");
    if (acronym || words.get(0).toUpperCase(java.util.Locale.ROOT).equals(words.get(0))) {
      return String.join(" ", words);
    }
    if (words.size() > 1) {
      String facility = gazetteers.facility(random);
      return coins() ? coiner.first(facility) : facility;
    }
    return coins() ? coiner.last(gazetteers.town(random)) : gazetteers.town(random);
  }
}
