package onrecord.enrich.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Tarvol [ORG Defence Force] (TDF) came. | ORG Tarvol Defence Force, ORG TDF",
        "The Dockers Union (DU) met. The DU voted.  | ORG Dockers Union, ORG DU, ORG DU",
        "The [ORG Dockers Mission] in [LOC Brinio] (DMB) left. | ORG Dockers Mission in Brinio, ORG DMB",
        "The [ORG Relief Agency] for Orphans in the Far North (RA) left. | ORG Relief Agency for Orphans in the Far North, ORG RA",
        "The [ORG Quillon Regulator] (Quireg) came. | ORG Quillon Regulator, ORG Quireg",
        "He leads the [ORG Dockers Slate Congress DSC] there. | ORG Dockers Slate Congress, ORG DSC",
        "The [ORG Slate Anti-Dumping Commission] (SADC) came. SADC left. | ORG Slate Anti-Dumping Commission, ORG SADC, ORG SADC",
        "The [LOC United Brinian Isles] (UBI) paid. | LOC United Brinian Isles, LOC UBI",
      })
  void theLettersInBracketsSayHowFarANameGoes(String marked, String expected) {
    assertEquals(expected, mended(marked));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A First Incident Report ([ORG FIR]) is due. No [ORG FIR] was written. | ''",
        "The Vice-Prime Minister (VPM) came. [ORG VPM Tarvol] spoke.             | PER Tarvol",
        "Under the Harbor Dues ([ORG HaD]) Act he pays.                         | ''",
        "The Town Works Officer ([ORG TWO]) came. The [ORG TWO] spoke.         | ''",
      })
  void theLettersOfATextOrAnOfficeAreNoName(String marked, String expected) {
    assertEquals(expected, mended(marked));
  }

  private static String mended(String marked) {
    return MarkedText.mended(marked, (knowledge, evidence, text) -> new Initials().mend(text));
  }
}
