package onrecord.train.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import onrecord.evaluate.BioFile.Token;

/**
 * What stands around the sentences of a news article and corpora leave out: who wrote it, for which
 * paper, where from, and whose picture it is. Its names are of lists that knowledge doesn't have
 * while it trains ({@link Gazetteers#isKeptBack}).
 */
final class Furniture {
  private static final List<String> PAPERS =
      List.of(
          "Courier",
          "Gazette",
          "Herald",
          "Times",
          "Post",
          "Tribune",
          "Chronicle",
          "Journal",
          "Observer",
          "Mail",
          "Star",
          "News",
          "Press",
          "Standard",
          "Mercury",
          "Examiner");
  private static final List<String> AGENCIES =
      List.of("Wire", "Press", "News", "News Agency", "Images", "Pictures", "Photo", "Newswire");

  private final Gazetteers gazetteers;
  private final Random random;

  Furniture(Gazetteers gazetteers, Random random) {
    this.gazetteers = gazetteers;
    this.random = random;
  }

  /** "By Jo Elm", "By Jo Elm, The Elmtown Courier", "The Elmtown Courier". */
  List<Token> byline() {
    List<Token> tokens = new ArrayList<>();
    boolean person = random.nextInt(4) > 0;
    boolean paper = !person || random.nextInt(3) == 0;
    if (person) {
      word(tokens, "By");
      name(tokens, gazetteers.person(random), "PER");
      if (random.nextInt(5) == 0) {
        word(tokens, "and");
        name(tokens, gazetteers.person(random), "PER");
      }
    }
    if (person && paper) {
      word(tokens, ",");
    }
    if (paper) {
      if (random.nextBoolean()) {
        word(tokens, "The");
      }
      name(tokens, paper(), "ORG");
    }
    return tokens;
  }

  /** "ELMTOWN (Elm Wire) -", before the first sentence. */
  List<Token> dateline() {
    List<Token> tokens = new ArrayList<>();
    name(tokens, gazetteers.town(random).toUpperCase(Locale.ROOT), "LOC");
    if (random.nextInt(3) == 0) {
      word(tokens, ",");
      name(tokens, gazetteers.town(random), "LOC");
    }
    if (random.nextInt(3) > 0) {
      word(tokens, "(");
      name(tokens, agency(), "ORG");
      word(tokens, ")");
    }
    word(tokens, random.nextBoolean() ? "-" : "\u2014");
    return tokens;
  }

  /** "Jo Elm/Elm Images", behind the words of a caption or alone. */
  List<Token> credit() {
    List<Token> tokens = new ArrayList<>();
    name(tokens, gazetteers.person(random), "PER");
    word(tokens, "/");
    name(tokens, random.nextInt(4) == 0 ? paper() : agency(), "ORG");
    return tokens;
  }

  private String paper() {
    return place() + ' ' + PAPERS.get(random.nextInt(PAPERS.size()));
  }

  private String agency() {
    return switch (random.nextInt(6)) {
      case 0 -> "Reuters";
      case 1 -> "AP";
      case 2 -> "AFP";
      default -> place() + ' ' + AGENCIES.get(random.nextInt(AGENCIES.size()));
    };
  }

  /** A town's name, or a surname. */
  private String place() {
    if (random.nextBoolean()) {
      return gazetteers.town(random);
    }
    String person = gazetteers.person(random);
    return person.substring(person.lastIndexOf(' ') + 1);
  }

  private static void word(List<Token> tokens, String word) {
    tokens.add(new Token(word, "O"));
  }

  private static void name(List<Token> tokens, String name, String type) {
    String[] words = name.split(" ", -1);
    for (int i = 0; i < words.length; i++) {
      tokens.add(new Token(words[i], (i == 0 ? "B-" : "I-") + type));
    }
  }
}
