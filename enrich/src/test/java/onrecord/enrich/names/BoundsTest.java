package onrecord.enrich.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The [ORG Ministry of Gender Equality] and Family was shut. | ORG Ministry of Gender Equality and Family",
        "The [ORG Authority for Identity], Citizenship, [ORG Customs and Port Security] came. | ORG Authority for Identity, Citizenship, Customs and Port Security",
        "The [ORG Ministry of Health] and [ORG Halvard Relief] came. | ORG Ministry of Health, ORG Halvard Relief",
        "The Committee on [ORG Harbor Affairs] met.          | ORG Committee on Harbor Affairs",
        "The [ORG Central Bank] of the [LOC Isles] paid.     | ORG Central Bank of the Isles",
        "Teams from [LOC Quillon] Police came.               | ORG Quillon Police",
        "Head of the [ORG Panel for Women Works Nora Bani Tarvol] came. [PER Bani Tarvol] left. | ORG Panel for Women Works, PER Nora Bani Tarvol, PER Bani Tarvol",
        "The Norwegian [ORG Foreign Ministry] paid.          | ORG Norwegian Foreign Ministry",
        "Thanks to [ORG Quill Signals] and [ORG Tarvol Ltd] for all.| ORG Quill Signals and Tarvol Ltd",
        "The Widows of the [LOC Plaza Real] wrote.           | ORG Widows of the Plaza Real",
        "He went to [LOC Quillon Secondary] school there.    | ORG Quillon Secondary school",
        "He left the Harbor Master's Office at noon.         | ORG Harbor Master's Office",
      })
  void aBodyHasAllOfItsName(String marked, String expected) {
    assertEquals(expected, mended(marked));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Some streets are shut. Especially [LOC Quillon Street] is. | LOC Quillon Street",
        "[LOC Especially Quillon Street] is shut.                   | LOC Quillon Street",
        "[PER Targeting Tarvol], he spoke.                          | PER Tarvol",
        "[PER Kimberly Tarvol] spoke.                               | PER Kimberly Tarvol",
        "The [ORG Halvard Motors-backed Tarvol] came. It hired Tarvol men. | ORG Tarvol, ORG Tarvol",
      })
  void whatOnlyStandsBeforeANameIsNoPartOfIt(String marked, String expected) {
    assertEquals(expected, mended(marked));
  }

  private static String mended(String marked) {
    return MarkedText.mended(
        marked,
        (knowledge, evidence, text) -> {
          Offices offices = new Offices(knowledge, evidence);
          offices.mend(text);
          new Bounds(knowledge, evidence, offices).mend(text);
        });
  }
}
