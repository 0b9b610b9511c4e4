package onrecord.enrich.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import onrecord.enrich.text.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameFinderTest {
  private static final String[] TYPES = {"", "PER", "ORG", "LOC"};
  private final NameFinder finder = new NameFinder(TrainedNames.load());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The mayor, Nora Vance, resigned on Monday.                  | PER Nora Vance",
        "Mr. Vance said the plan was ready.                          | PER Vance",
        "Prime Minister Nora Vance arrived in Lisbon.                | PER Nora Vance, LOC Lisbon",
        "The Ministry of Health said it would pay.                   | ORG Ministry of Health",
        "The University of Carrowmere hired him.                     | ORG University of Carrowmere",
        "Officials from the United Nations met in Geneva.            | ORG United Nations, LOC Geneva",
        "He lives in Port Carrow, a town in the north of France.     | LOC Port Carrow, LOC France",
        "The ruling Civic Renewal Party lost the vote.               | ORG Civic Renewal Party",
        "Members of the Amalgamated Harbor Weavers Union voted.      | ORG Amalgamated Harbor Weavers Union",
        "He told Channel Six host Nora Vance that he would stay.     | ORG Channel Six, PER Nora Vance",
        "The French minister spoke German on Tuesday.                | ''",
        "We went home. They’re fine, and I’m glad.                   | ''"
      })
  void aNameIsFoundWithItsType(String text, String expected) {
    assertEquals(expected, String.join(", ", names(text)));
  }

  @Test
  void aSiteIsTheOrganizationsThatItIsCalledAfter() {
    List<String> names =
        names(
            "He sued the Halvard Group. The Halvard Group did not answer.\n\nMuch more on"
                + " Halvard.example. Go to HalvardGroup.example and read Weather.example every day.");
    assertTrue(names.contains("ORG Halvard.example"), names.toString());
  }

  @Test
  void whereAReporterWasIsAPlace() {
    List<String> names =
        names(
            "The talks went on all night, and nobody slept.\n\nAdditional reporting by Nora Vance in Elmstad");
    assertEquals(List.of("PER Nora Vance", "LOC Elmstad"), names);
  }

  @Test
  void whatCountriesAreCalledByIsAPlace() {
    List<String> names = names("People came from the Amber Union countries to the north.");
    assertEquals(List.of("LOC Amber Union"), names);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Elmstad Photo", "Quillon Wire", "Marlow Mirror", "Brinio Pictures"})
  void aPhotographerAndAnAgencyAreTwoNames(String agency) {
    List<String> names = names("The minister waits outside the court. Nora Vance/" + agency);
    assertEquals(List.of("PER Nora Vance", "ORG " + agency), names);
  }

  @Test
  void whatIsCalledAfterALandOfTheArticleIsNoName() {
    List<String> names =
        names("Talks in Quillora went on. Quilloran officials said that Quillora would pay.");
    assertEquals(List.of("LOC Quillora", "LOC Quillora"), names);
  }

  @Test
  void aNameThatOpensASentenceLearnsFromItsOtherPlaces() {
    List<String> names =
        names(
            "Farida Quill runs the Halvard Group. Reporters asked Ms. Quill about it. Quill said"
                + " nothing.");
    assertEquals(List.of("PER Farida Quill", "ORG Halvard Group", "PER Quill", "PER Quill"), names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "He went to the Germany-Poland border today.  | LOC Germany, LOC Poland",
        "Travel on Highway 16 was halted.             | LOC Highway 16",
        "He flew to Guinea-Bissau on Monday.          | LOC Guinea-Bissau"
      })
  void aPlaceIsCutWhereItsFormSaysSo(String text, String expected) {
    assertEquals(expected, String.join(", ", names(text)));
  }

  @Test
  void aPersonAndAPlaceOnEndAreTwoWhereBothStandElsewhere() {
    List<String> names =
        names(
            "Farida Quill Germany\n\nThe minister, Farida Quill, said on Monday that she would go"
                + " back to Germany.");
    assertEquals(
        List.of("PER Farida Quill", "LOC Germany", "PER Farida Quill", "LOC Germany"), names);
  }

  @Test
  void aTeamIsATeamByItsTownAndByItsNicknameButItsTownAPlace() {
    List<String> names =
        names(
            "The Brinmouth Herons beat the Quillon Forge in overtime on Friday.\n\nQuillon coach Nora"
                + " Vance said the Forge (9-4) had lost its rhythm after halftime.\n\nBrinmouth"
                + " visits Elmstad on Monday. It was the first win in Quillon for the Herons after three narrow losses.");
    assertEquals(
        List.of(
            "ORG Brinmouth Herons",
            "ORG Quillon Forge",
            "ORG Quillon",
            "PER Nora Vance",
            "ORG Forge",
            "ORG Brinmouth",
            "ORG Elmstad",
            "LOC Quillon",
            "ORG Herons"),
        names);
  }

  @Test
  void aHeadlinesLastWordsAreATeamWhereTheTextKnowsItByThem() {
    List<String> names =
        names(
            "Vance Sisters Lift Herons Past Quillon\n\nNora Vance scored in overtime and the"
                + " Brinmouth Herons beat the Quillon Forge on Friday.\n\nThe Herons coach said it was"
                + " the best win of the year, after a poor halftime.");
    assertEquals(List.of("PER Vance", "ORG Herons"), names.subList(0, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "He spoke at a dinner of the Marlow Grove on Friday. | ORG Marlow Grove",
        "He met members of the Brinio Hollow at noon.        | ORG Brinio Hollow",
        "He crossed the south of the Brinio Valley at noon.  | LOC Brinio Valley",
      })
  void whatMeetsIsABody(String text, String expected) {
    assertEquals(expected, String.join(", ", names(text)));
  }

  @Test
  void aTownOutsideOfReportsOfMatchesStaysAPlace() {
    List<String> names = names("The mayor of Brinmouth visits Elmstad on Monday, her coach said.");
    assertEquals(List.of("LOC Brinmouth", "LOC Elmstad"), names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Boats sank in the Strait of Quillmar. He fished the Quillmar.    | LOC Quillmar",
        "They crossed Bridge No. 4 at noon. Nobody else knew about No. 4. | LOC No. 4",
        "Rain fell in Brinholm. Brinish officials warned of floods.       | LOC Brinholm",
        "Council President Nora Vance opened the debate.                  | PER Nora Vance",
      })
  void aNameIsWhatTheOthersSayOfIt(String text, String last) {
    List<String> names = names(text);
    assertEquals(last, names.get(names.size() - 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A", "Nora ", "\"Nora ", "of Nora ", "Nora, Jr. ", "U.S.", "X. ", "Nora\n", "É"})
  void aLongTextOfOneThingEndsInTime(String piece) {
    Document doc = ReadText.of(piece.repeat(1_000_000 / piece.length()));
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> finder.find(doc, new Names()));
  }

  @Test
  void namesOfRandomTextStandInOrderInsideTheText() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] pieces = {
      "Nora",
      "Vance",
      "of",
      "the",
      "Bank",
      ",",
      ".",
      "“",
      "”",
      "\"",
      "'",
      "’s",
      "U.S.",
      "-",
      "(",
      ")",
      "said",
      "42",
      "\n",
      "\u00ad",
      "É",
      "\ud83d\ude00",
      "McX",
      "x",
      "AND",
      "Jr.",
      "&",
      "St."
    };
    Names names = new Names();
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(80);
      for (int j = 0; j < length; j++) {
        text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
      }
      Document doc = ReadText.of(text.toString());
      finder.find(doc, names);
      int end = 0;
      for (int n = 0; n < names.count; n++) {
        assertTrue(
            names.firstToken[n] >= end
                && names.endToken[n] > names.firstToken[n]
                && names.endToken[n] <= doc.tokens.count,
            "seed " + seed + ": " + text);
        end = names.endToken[n];
      }
    }
  }

  private List<String> names(String text) {
    Document doc = ReadText.of(text);
    Names names = new Names();
    finder.find(doc, names);
    List<String> found = new ArrayList<>();
    for (int n = 0; n < names.count; n++) {
      found.add(
          TYPES[names.type[n]]
              + " "
              + doc.text(
                  doc.tokens.start[names.firstToken[n]], doc.tokens.end[names.endToken[n] - 1]));
    }
    return found;
  }
}
