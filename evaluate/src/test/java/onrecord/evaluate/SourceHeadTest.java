package onrecord.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceHeadTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "he # pronoun # he",
        "who # pronoun # who",
        "Otto Brandt Jr. # named # Brandt",
        "Ilse Tarn, the harbor’s chief engineer, # named # Tarn",
        "harbor engineer Ilse Tarn # named # Tarn",
        "Tarn herself # named # Tarn",
        "the harbor spokesman, Otto Brandt, # named # Brandt",
        "a spokesman for Ilse Tarn # nominal # spokesman",
        "Tarn’s campaign # nominal # campaign",
        "Many Republicans # nominal # Republicans",
        "The Maristow Courier # named # Courier",
        "The Maristow Harbor Committee # named # Committee",
        "Former Secretary of State Ilse Tarn # named # Tarn",
        "@ilsetarn # named # @ilsetarn",
        "residents near the pier # nominal # residents",
      })
  void theHeadOfASourceSaysWhatKindItIs(String words, String kind, String head) {
    SourceHead found =
        SourceHead.of(new CodePointText(words), List.of(new Range(0, words.length())));
    assertEquals(new SourceHead(kind, head), found);
  }

  @Test
  void noSourceIsNoKind() {
    assertEquals(
        new SourceHead("none", null), SourceHead.of(new CodePointText("Rain fell."), List.of()));
  }

  @Test
  void aNameEndsAsTheHeadDoesWhateverItsCaseAndSuffix() {
    assertTrue(SourceHead.endsAlike("Brandt", "OTTO BRANDT Jr."));
    assertFalse(SourceHead.endsAlike("Brandt", "Otto"));
    assertFalse(SourceHead.endsAlike("Brandt", null));
  }
}
