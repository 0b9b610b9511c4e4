package onrecord.enrich.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSensesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Plants of [LOC Tarvol Power Co.] in the north were shut.       | ORG Tarvol Power Co.",
        "They had a daughter, [LOC Virginia].                           | PER Virginia",
        "He spoke against [LOC Orrin Tarvol], a Kelmish man who hunts.  | PER Orrin Tarvol",
        "A plan by [PER Quills North], an organization helping hunters. | ORG Quills North",
        "The boss of [LOC Tarvolis], the largest private group, came.   | ORG Tarvolis",
        "In the town of [PER Al Tarvol Al Kelm] he slept.               | LOC Al Tarvol Al Kelm",
        "So reports [LOC Altarvola] daily.                              | ORG Altarvola",
        "The [ORG Tarvol Bypass Road] is open.                          | LOC Tarvol Bypass Road",
        "The [ORG Tarvol-Quillon] section reopened.                     | LOC Tarvol-Quillon",
        "In [LOC Tarvol], a man who hunts was hurt.                     | LOC Tarvol",
        "At [LOC Tarvol Bay], a nurse who hunts was hurt.               | LOC Tarvol Bay",
        "At a secret camp named “[ORG Pozo Tarvol]” he slept.            | LOC Pozo Tarvol",
        "Thousands of [PER Tarvolos], an ethnic group, came.            | PER Tarvolos",
        "They had a daughter, [LOC Virginia]. [LOC Little Virginia] slept. | PER Virginia, PER Little Virginia",
        "[PER Nora Tarvu Quill] left. The group left, [ORG Tarvu] said. | PER Nora Tarvu Quill, PER Tarvu",
        "The [PER Tarvols] said no, the [PER Tarvols] wrote.            | ORG Tarvols, ORG Tarvols",
        "[PER Tarvol] left. He saw the [ORG Tarvols] go.                | PER Tarvol, PER Tarvols",
        "It freed the [LOC Oknol] couple.                               | PER Oknol",
        "Works Officer (WO) [LOC Orrin Tarvol] came.                    | PER Orrin Tarvol",
        "[PER Orrin Tarvol], better known as [LOC Kelm Quilla], came.   | PER Orrin Tarvol, PER Kelm Quilla",
        "[PER Tarvolac] chair [PER Orrin Vael] came.                    | ORG Tarvolac, PER Orrin Vael",
      })
  void theWordsBesideANameSayWhatItIs(String marked, String expected) {
    assertEquals(expected, mended(marked));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It is for [PER Tarvol], [LOC Kelmol], [LOC Quillu] and [LOC Orrol].      | LOC Tarvol, LOC Kelmol, LOC Quillu, LOC Orrol",
        "Four large reservoirs -- [PER Lam Tarvol], [ORG Lam Kelm] and [LOC Lam Orr] -- are full. | LOC Lam Tarvol, LOC Lam Kelm, LOC Lam Orr",
        "Exchanges, including [LOC Tarvola], [PER Kelma] and [ORG Orrola], closed. | LOC Tarvola, PER Kelma, ORG Orrola",
        "Local exchanges, including [LOC Tarvola], [PER Kelma] and [ORG Orrola], closed. | ORG Tarvola, ORG Kelma, ORG Orrola",
        "They saw the [ORG Tarvol] and [PER Kelm] fjords.                         | LOC Tarvol, LOC Kelm",
        "It has new games: the [ORG Tarvol Wheel], [PER Frog Jump] and [LOC Kelmol]. | OTHER Tarvol Wheel, OTHER Frog Jump, OTHER Kelmol",
        "[PER Orrin Vael] ([LOC Norway]) and [PER Nora Quill] ([ORG Tarvolu]) came. | PER Orrin Vael, LOC Norway, PER Nora Quill, LOC Tarvolu",
        "She went to visit [ORG Kugarvol] and [LOC Norway].                       | LOC Kugarvol, LOC Norway",
        "The ships of [LOC Norway], [ORG NATO] and [LOC Sweden] came.             | LOC Norway, ORG NATO, LOC Sweden",
      })
  void theNamesOfAListAreOfOneKind(String marked, String expected) {
    assertEquals(expected, mended(marked));
  }

  @Test
  void whatIsSaidAtOnePlaceOfANameHoldsAtAll() {
    assertEquals(
        "ORG Tarvolac, ORG Tarvolac, PER Orrin Vael",
        mended("[PER Tarvolac] said no. Then [PER Tarvolac] chair [PER Orrin Vael] said yes."));
  }

  @Test
  void aNameIsWhatItIsAtMostOfItsPlaces() {
    assertEquals(
        "ORG Tarvola, ORG Tarvola, ORG Tarvola",
        mended("[ORG Tarvola] took over. [ORG Tarvola] left. Then [LOC Tarvola] came back."));
  }

  @Test
  void aTownAndItsTeamMayShareAName() {
    String marked = "[ORG Tarvola] won. [ORG Tarvola] lost. The win in [LOC Tarvola] was late.";
    assertEquals(
        "ORG Tarvola, ORG Tarvola, LOC Tarvola",
        MarkedText.mended(
            marked,
            (knowledge, evidence, text) ->
                new NameSenses(new Surroundings(knowledge, evidence)).mend(text, true)));
  }

  @Test
  void theFirstWordOfAFirmIsNoPlace() {
    assertEquals(
        "ORG Tarvoland Slate Mines, ORG Tarvoland",
        mended("They sued [ORG Tarvoland Slate Mines]. They stood before [LOC Tarvoland]."));
  }

  private static String mended(String marked) {
    return MarkedText.mended(
        marked,
        (knowledge, evidence, text) ->
            new NameSenses(new Surroundings(knowledge, evidence)).mend(text, false));
  }
}
