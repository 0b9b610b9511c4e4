package onrecord.train.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import onrecord.evaluate.BioFile.Token;
import onrecord.train.names.TextBuilder.Sentence;
import org.junit.jupiter.api.Test;

class TextBuilderTest {
  private static Sentence sentence(String labelled, int... doubtful) {
    List<Token> tokens = new ArrayList<>();
    for (String part : labelled.split(" ", -1)) {
      String[] halves = part.split("/", -1);
      tokens.add(new Token(halves[0], halves.length > 1 ? halves[1] : "O"));
    }
    BitSet unsure = new BitSet();
    for (int t : doubtful) {
      unsure.set(t);
    }
    return new Sentence(tokens, unsure);
  }

  @Test
  void everyNameStandsWhereItIsSaidToWhateverTheTextLooksLike() {
    List<Sentence> sentences =
        List.of(
            sentence("\" It/O 's late , \" said Nora/B-PER O'Hale/I-PER of Port/B-LOC Elm/I-LOC ."),
            sentence("The Hale/B-ORG Group/I-ORG 's chief left on a very windy day in June ."));
    for (int seed = 0; seed < 50; seed++) {
      MarkedText text = new TextBuilder(new Random(seed)).build("t", sentences);
      for (MarkedText.Name name : text.names()) {
        String words = text.text().substring(name.at().start(), name.at().end());
        assertTrue(
            List.of("Nora O'Hale", "Nora O\u2019Hale", "Port Elm", "Hale Group").contains(words),
            words);
      }
      assertTrue(text.names().size() >= 3);
    }
  }

  @Test
  void aHeadlineHasCapitalsAndNoArticles() {
    List<Sentence> one = List.of(sentence("the mayor of Elm/B-LOC opened a bridge on Monday ."));
    List<String> headlines = new ArrayList<>();
    for (int seed = 0; seed < 50; seed++) {
      String text = new TextBuilder(new Random(seed)).build("t", one).text();
      headlines.add(text.substring(0, Math.max(0, text.indexOf('\n'))));
    }
    assertTrue(headlines.contains("Mayor of Elm Opens Bridge on Monday"), headlines.toString());
  }

  @Test
  void whatIsDoubtfulKeepsItsPlace() {
    List<Sentence> one = List.of(sentence("we saw Grand Elm there .", 2, 3));
    MarkedText text = new TextBuilder(new Random(1)).build("t", one);
    List<String> words =
        text.doubtful().stream()
            .map(place -> text.text().substring(place.start(), place.end()))
            .toList();
    assertEquals(List.of("Grand", "Elm"), words.subList(words.size() - 2, words.size()));
  }
}
