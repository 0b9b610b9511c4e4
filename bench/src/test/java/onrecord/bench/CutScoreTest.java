package onrecord.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import onrecord.evaluate.BioFile;
import org.junit.jupiter.api.Test;

/** How cuts are held against labels. */
class CutScoreTest {
  private static final GoldCuts GOLD =
      GoldCuts.of(
          "invented", List.of(words("We do n\u2019t go ."), words("Ada 's boat"), words("No")));

  @Test
  void sentencesAreJoinedToRunningText() {
    assertEquals("We don't go. Ada's boat No", GOLD.text());
  }

  @Test
  void theEndOfTheTextIsNobodysMerit() {
    CutScore score = new CutScore();
    score.add(GOLD, cuts());

    assertEquals(0.5, score.boundaries.recall());
    assertEquals(1.0, score.boundaries.precision());
    assertEquals(1.0, score.behindMark.f1());
  }

  @Test
  void contractionsCountAsOneWhereTheyAreJoined() {
    CutScore score = new CutScore();
    score.add(GOLD, cuts());

    assertEquals(7.0 / 8, score.tokens.precision());
    assertEquals(1.0, score.joined.f1());
  }

  /** "don't" as one token, "Ada's" as two; the heading's end not seen. */
  private static Cuts cuts() {
    Cuts cuts = new Cuts();
    cuts.sentence(12);
    cuts.sentence(26);
    cuts.token(0, 2);
    cuts.token(3, 8);
    cuts.token(9, 11);
    cuts.token(11, 12);
    cuts.token(13, 16);
    cuts.token(16, 18);
    cuts.token(19, 23);
    cuts.token(24, 26);
    return cuts;
  }

  private static List<BioFile.Token> words(String all) {
    return Arrays.stream(all.split(" ")).map(word -> new BioFile.Token(word, "O")).toList();
  }
}
