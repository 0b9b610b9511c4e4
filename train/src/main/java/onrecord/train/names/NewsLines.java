package onrecord.train.names;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import onrecord.evaluate.BioFile.Token;
import onrecord.train.names.TextBuilder.Sentence;

/**
 * The lines that a news site puts around an article, which labelled texts rarely have: who wrote
 * it, where it was filed, who took the pictures, where to read on; and a few sentences in which
 * only their company says that a new name is a firm's. Names are of the gazetteers or made up.
 */
final class NewsLines {
  private static final List<String> OWN_LINES =
      List.of(
          "By {P} , {O}", "By {P} , The {O}", "The {O}", "{O} Staff", "{P} , {O}", "By {P} | {O}");
  private static final List<String> DATELINES =
      List.of("{L} ( {O} ) -", "{L} ( {O} ) --", "{L} , {O} -", "( {O} ) --", "{L} -");
  private static final List<String> CREDITS =
      List.of(
          "{P} / {O}",
          "{P} / {O}",
          "{P} / {O}",
          "( {P} / {O} )",
          "Photo by {P} / {O}",
          "{P} / {O} / {O}",
          "{P} / {O} via {O}",
          "{O} / {O}",
          "Photo : {P} , {O}",
          "( {P} for {O} )");
  private static final List<String> MORE =
      List.of(
          "More from {O}",
          "Subscribe to {O}",
          "Read more on {S}",
          "Follow {S}",
          "Go to {S} for more stories",
          "All rights at {S}",
          "{O} podcast",
          "The {O} newsletter",
          "Write to {P} at {S}",
          "A version of this article appeared on {S} .",
          "{S} first reported the news .");
  private static final List<String> SENTENCES =
      List.of(
          "{O} said on its website that it would answer all questions .",
          "{O} , which owns the plant , declined to comment .",
          "The price was too high , said {P} , an analyst at {O} .",
          "{P} , a lawyer with {O} , did not return calls .",
          "Shares of {O} fell two percent .",
          "{O} expects its profit to grow this year .",
          "The report was first published by {O} .",
          "{P} told {O} in an interview that she was pleased .",
          "{P} visited {L} and several other countries .",
          "{L} sells most of its crops abroad .",
          "He was born in {L} and studied in {L} .");

  private final Gazetteers gazetteers;
  private final Random random;
  private final Coiner coiner;

  /** The article's paper and a firm in it: named again and again. */
  private final List<String> bodies = new ArrayList<>();

  NewsLines(Gazetteers gazetteers, Random random) {
    this.gazetteers = gazetteers;
    this.random = random;
    coiner = new Coiner(gazetteers, random);
  }

  /** The sentences of an article with such lines around and between them. */
  List<Sentence> around(List<Sentence> sentences) {
    bodies.clear();
    for (int i = 0; i < 3; i++) {
      String name = i == 0 ? gazetteers.newspaper(random) : gazetteers.organization(random);
      boolean shortens = random.nextInt(4) == 0;
      bodies.add(random.nextBoolean() ? name : shortens ? coiner.word() : coiner.first(name));
    }
    List<Sentence> all = new ArrayList<>();
    if (random.nextBoolean()) {
      all.add(line(OWN_LINES));
    }
    for (int s = 0; s < sentences.size(); s++) {
      Sentence sentence = sentences.get(s);
      all.add(s == 0 && random.nextBoolean() ? joined(line(DATELINES), sentence) : sentence);
      int dice = random.nextInt(12);
      if (dice < 2) {
        all.add(line(dice == 0 ? CREDITS : SENTENCES));
      }
    }
    if (random.nextBoolean()) {
      for (int i = 0; i < 3; i++) {
        all.add(line(MORE));
      }
    }
    return all;
  }

  private Sentence line(List<String> forms) {
    List<Token> tokens = new ArrayList<>();
    for (String word : forms.get(random.nextInt(forms.size())).split(" ", -1)) {
      switch (word) {
        case "{P}" -> add(tokens, person(), "PER");
        case "{O}" -> add(tokens, body(), "ORG");
        case "{S}" -> add(tokens, Renamer.site(body(), random), "ORG");
        case "{L}" -> add(tokens, place(forms == DATELINES), "LOC");
        default -> tokens.add(new Token(word, "O"));
      }
    }
    return new Sentence(tokens, new BitSet());
  }

  private static void add(List<Token> tokens, String name, String type) {
    String label = "B-";
    for (String word : name.split(" ", -1)) {
      tokens.add(new Token(word, label + type));
      label = "I-";
    }
  }

  private static Sentence joined(Sentence line, Sentence sentence) {
    List<Token> tokens = new ArrayList<>(line.tokens());
    tokens.addAll(sentence.tokens());
    BitSet doubtful = new BitSet();
    sentence.doubtful().stream().forEach(t -> doubtful.set(t + line.tokens().size()));
    return new Sentence(tokens, doubtful);
  }

  private String person() {
    String name = gazetteers.person(random);
    return random.nextBoolean() ? coiner.last(name) : name;
  }

  private String body() {
    return bodies.get(random.nextInt(bodies.size()));
  }

  private String place(boolean loud) {
    String name = random.nextBoolean() ? gazetteers.town(random) : coiner.land().name();
    return loud && random.nextBoolean() ? name.toUpperCase(Locale.ROOT) : name;
  }
}
