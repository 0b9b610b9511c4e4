package onrecord.train.names;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import onrecord.evaluate.BioFile;
import onrecord.evaluate.GoldEntities;
import onrecord.evaluate.Range;
import onrecord.train.names.MarkedText.Name;
import onrecord.train.names.MarkedText.Place;

/**
 * Makes an article of labelled sentences: paragraphs of a few sentences, sometimes under a headline
 * made of one of them, sometimes with curly marks, as news comes.
 */
final class TextBuilder {
  private static final int PARAGRAPH = 3;

  /** How likely each of two headlines is. */
  private static final double HEADLINE = 0.6;

  private static final double CURLY = 0.5;
  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final List<Name> names = new ArrayList<>();
  private final List<Place> doubtful = new ArrayList<>();

  TextBuilder(Random random) {
    this.random = random;
  }

  /**
   * A sentence.
   *
   * @param tokens with their labels
   * @param doubtful which tokens nobody is sure of
   */
  record Sentence(List<BioFile.Token> tokens, BitSet doubtful) {}

  MarkedText build(String id, List<Sentence> sentences) {
    text.setLength(0);
    names.clear();
    doubtful.clear();
    for (int i = 0; i < 2; i++) {
      if (random.nextDouble() < HEADLINE) {
        if (text.length() > 0) {
          text.append("\n\n");
        }
        headline(sentences.get(random.nextInt(sentences.size())));
      }
    }
    int inParagraph = 0;
    for (Sentence sentence : sentences) {
      boolean ended =
          text.length() > 0 && ".!?\"'\u201d".indexOf(text.charAt(text.length() - 1)) >= 0;
      if (text.length() > 0) {
        boolean goesOn = ended && inParagraph > 0 && inParagraph < PARAGRAPH;
        text.append(goesOn ? " " : "\n\n");
        inParagraph = goesOn ? inParagraph : 0;
      }
      append(sentence);
      inParagraph++;
    }
    if (random.nextDouble() < CURLY) {
      curl();
    }
    return new MarkedText(id, text.toString(), names, doubtful);
  }

  private void append(Sentence sentence) {
    GoldEntities running = BioFile.running("", List.of(sentence.tokens));
    String words = running.text().text();
    int from = text.length();
    text.append(words);
    for (GoldEntities.Marked marked : running.entities()) {
      int type = NameTypes.of(marked.type());
      if (type != 0) {
        names.add(new Name(place(words, marked.at()).moved(from), type));
      }
    }
    if (!sentence.doubtful.isEmpty()) {
      doubt(sentence, words, from);
    }
  }

  /** Finds the doubtful tokens in the running text, by labelling them and reading again. */
  private void doubt(Sentence sentence, String words, int from) {
    List<BioFile.Token> tokens = new ArrayList<>();
    for (int i = 0; i < sentence.tokens.size(); i++) {
      tokens.add(
          new BioFile.Token(sentence.tokens.get(i).word(), sentence.doubtful.get(i) ? "B-X" : "O"));
    }
    for (GoldEntities.Marked marked : BioFile.running("", List.of(tokens)).entities()) {
      doubtful.add(place(words, marked.at()).moved(from));
    }
  }

  private static Place place(String words, Range at) {
    return new Place(
        words.offsetByCodePoints(0, at.start()), words.offsetByCodePoints(0, at.end()));
  }

  /** The beginning of a sentence as a headline: capitals, no articles, no end mark. */
  private void headline(Sentence sentence) {
    int limit = 5 + random.nextInt(9);
    int size = Math.min(limit, sentence.tokens.size() - 1);
    while (size < sentence.tokens.size() && sentence.tokens.get(size).label().startsWith("I-")) {
      size++;
    }
    if (size < 5) {
      return;
    }
    List<BioFile.Token> tokens = new ArrayList<>();
    BitSet unsure = new BitSet();
    for (int i = 0; i < size; i++) {
      String word = sentence.tokens.get(i).word();
      String label = sentence.tokens.get(i).label();
      if (label.equals("O") && Headlinese.leavesOut(word)) {
        continue;
      }
      unsure.set(tokens.size(), sentence.doubtful.get(i));
      tokens.add(
          new BioFile.Token(
              label.equals("O") ? Headlinese.word(word, tokens.isEmpty()) : word, label));
    }
    append(new Sentence(tokens, unsure));
  }

  private void curl() {
    boolean open = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        boolean opens = i == 0 || text.charAt(i - 1) == ' ';
        text.setCharAt(i, opens ? '\u2018' : '\u2019');
      } else if (c == '"') {
        open = !open;
        text.setCharAt(i, open ? '\u201c' : '\u201d');
      } else if (c == '\n') {
        open = false;
      }
    }
  }
}
