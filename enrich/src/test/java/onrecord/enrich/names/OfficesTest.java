package onrecord.enrich.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficesTest {
  private static String mended(String marked) {
    return MarkedText.mended(
        marked, (knowledge, evidence, text) -> new Offices(knowledge, evidence).mend(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "He met the Minister of [ORG Gender Equality and Family Welfare].      | ''",
        "The [ORG Minister of Harbor Dues] and Fisheries came.                 | ''",
        "The Minister of Schools, [ORG Primary Education], [ORG Science and Technology], spoke. | ''",
        "AMMAR: Minister of [ORG State for Legal Affairs] came.                | ''",
        "She is Director of [ORG Events and Operations] there.                 | ''",
        "The Director of [ORG Halvard Relief] came.                            | ORG Halvard Relief",
        "The Minister of Health met the [ORG Dockers Union].                   | ORG Dockers Union",
      })
  void aFieldOfGovernmentIsNoBody(String marked, String expected) {
    assertEquals(expected, mended(marked));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The [LOC Ruler of Norway] came.                           | LOC Norway",
        "The [ORG Rector of Quillon Secondary College] came.       | ORG Quillon Secondary College",
        "The [ORG Catholic Bishop of Quillon Archdiocese] came.    | ORG Quillon Archdiocese",
        "Other [PER NQC Heads of State] came.                      | ''",
        "The [LOC Norway Ruler] came.                              | LOC Norway",
        "Vael, [PER Medical Superintendent] of the home, came.     | ''",
        "She is a [ORG Research Scientist] at the home.            | ''",
        "The talks with the [PER Prime Minister] failed.           | ''",
        "The [PER Tarvol Nirbol] Officer came.                     | ''",
        "[PER Elizabeth Bishop] came.                              | PER Elizabeth Bishop",
        "The [ORG Office of the Prime Minister] paid.              | ORG Office of the Prime Minister",
      })
  void anOfficeIsNoName(String marked, String expected) {
    assertEquals(expected, mended(marked));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[ORG Mrs Ombeline Tarvo-Quill] came.                       | PER Ombeline Tarvo-Quill",
        "He said Mr [LOC Quillon] came.                             | PER Quillon",
        "The head of Works Dr [ORG Orrin Vael] came.                | PER Orrin Vael",
        "[ORG Works and Roads Mrs Tarvol] came.                     | ORG Works and Roads, PER Tarvol",
        "[PER His Highness] the [PER Amir Sheikh Orrin Al-Vael] came. | PER Sheikh Orrin Al-Vael",
        "The Minister [PER of Defense Orrin Vael] came.             | PER Orrin Vael",
        "Nora Tarvol left. [ORG VPM Tarvol] spoke.                  | PER Tarvol",
        "[PER MK Orrin Vael] came.                                  | PER Orrin Vael",
      })
  void whoIsCalledMrOrMrsIsAPersonByTheNameBehind(String marked, String expected) {
    assertEquals(expected, mended(marked));
  }
}
