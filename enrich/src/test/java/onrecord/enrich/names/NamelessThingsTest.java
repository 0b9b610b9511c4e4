package onrecord.enrich.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamelessThingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By the [ORG Harbor Dues Law No]. (4) he must pay.    | ''",
        "The [ORG Quillon Self-Driving Strategy] was read.    | ''",
        "He paid [ORG GH]₵40 and [LOC US]$50, or 9 [LOC US] dollars. | ''",
        "The fight against [LOC Covid-19] goes on.            | ''",
        "Whale sharks ([LOC Rhincodon] typus) are large.      | ''",
        "A train with a [ORG QX-668-model] engine came.       | ''",
        "Her book “The [ORG Snowdrop of Tarvol]” is out.      | ''",
        "They raised slogans of [ORG Azad Tarvolin] there.    | ''",
        "It lets one or more [PER Tarvolmiut] speak.          | ''",
        "She is an [PER Tarvoluk] filmmaker.                  | ''",
        "It is for [LOC Tarvolori], [LOC Kelmori] and poor people. | ''",
        "The gap between [LOC Tarvolori] communities grew.    | ''",
        "The [ORG Quillon Institute for Far Policy] met.      | ORG Quillon Institute for Far Policy",
        "The [ORG Covid-19 Panel] of the [ORG College of Law] met. | ORG Covid-19 Panel, ORG College of Law",
      })
  void whatIsNeitherPersonNorBodyNorPlaceIsNoName(String marked, String expected) {
    assertEquals(expected, MarkedText.mended(marked, this::mend));
  }

  private void mend(Knowledge knowledge, Evidence evidence, LabeledText text) {
    new NamelessThings(knowledge, evidence).mend(text);
  }
}
