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

  private final Gazetteers gazetteers;
  private final Random random;
  private final Map<String, String> renamed = new HashMap<>();

  Renamer(Gazetteers gazetteers, Random random) {
    this.gazetteers = gazetteers;
    this.random = random;
  }

  /** The sentences of one document with other names. */
  List<Sentence> rename(List<Sentence> sentences) {
    renamed.clear();
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
      if (type == 0) {
        to.add(tokens.get(t));
      } else {
        List<String> words = tokens.subList(t, end).stream().map(Token::word).toList();
        String kind = label.substring(label.indexOf('-') + 1);
        String[] name = another(words, type).split(" ", -1);
        for (int i = 0; i < name.length; i++) {
          to.add(new Token(name[i], (i == 0 ? "B-" : "I-") + kind));
        }
      }
      t = end;
    }
    return new Sentence(to, sentence.doubtful());
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
    return known;
  }

  private String person(List<String> words) {
    String name = gazetteers.person(random);
    String[] parts = name.split(" ", -1);
    String last = parts[parts.length - 1];
    if (words.size() == 1) {
      return last;
    }
    renamed.putIfAbsent(Names.PERSON + words.get(words.size() - 1), last);
    renamed.putIfAbsent(Names.PERSON + words.get(0), parts[0]);
    return name;
  }

  private String organization(List<String> words) {
    if (words.size() == 1 && random.nextBoolean()) {
      return words.get(0);
    }
    if (words.size() == 1 && isAcronym(words.get(0))) {
      return acronym();
    }
    String name = gazetteers.organization(random);
    String letters = letters(words);
    if (words.size() > 1 && letters.length() > 1) {
      String own = letters(List.of(name.split(" ", -1)));
      if (own.length() > 1) {
        renamed.putIfAbsent(Names.ORGANIZATION + letters, own);
      }
    }
    return name;
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
    return words.size() > 1 ? gazetteers.facility(random) : gazetteers.town(random);
  }
}
