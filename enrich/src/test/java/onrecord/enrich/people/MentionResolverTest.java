package onrecord.enrich.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionResolverTest {
  @Test
  void aPronounIsThePersonOfItsGenderWhoLeads() {
    MarkedText text =
        new MarkedText("{P Sarah Rowan} met {P Thomas Tallis} on Monday. Then she went home.");

    assertEquals("Sarah Rowan", text.meant("she"));
  }

  @Test
  void aPronounBeforeTheNameIsWhoIsNamedNext() {
    MarkedText text =
        new MarkedText("On her way home, Mayor {P Sarah Rowan} stopped in {L Arden}.");

    assertEquals("Sarah Rowan", text.meant("her"));
  }

  @Test
  void whomAQuoteSpeaksOfDoesNotSayIt() {
    MarkedText text =
        new MarkedText(
            "{P Thomas Tallis} spoke, and {P Daniel Rowan} listened.\n\n"
                + "\"{P Daniel Rowan} will pay for the whole bridge,\" he said.");

    assertEquals("Thomas Tallis", text.meant("he"));
  }

  @Test
  void whoIsNamedBehindAPronounIsAnother() {
    MarkedText text =
        new MarkedText(
            "{P Sarah Rowan} spoke. {P Ilse Tallis} listened, as {P Sarah Rowan} has a plan, and"
                + " she thinks {P Sarah Rowan} should stay.");

    assertEquals("Ilse Tallis", text.meant("she"));
  }

  @Test
  void someoneUnnamedIsNobodyElse() {
    MarkedText text =
        new MarkedText("{P Sarah Rowan} left on Monday. A nurse said she had slept for an hour.");

    assertNull(text.meant("she"));
  }

  @Test
  void aHeadlinesChiefIsWhoLeadsWhatItNames() {
    String body =
        "{P Jane Rowan}, director of the {O Arden Port Authority}, spoke on Monday. {P Bo Tallis},"
            + " director of the {O Arden Hospital}, listened.";

    assertEquals(
        "Jane Rowan",
        new MarkedText("Ferries Must Stop, Port Chief Says\n\n" + body).meant("Port Chief"));
    MarkedText two = new MarkedText("Ferries Must Stop, Arden Chief Says\n\n" + body);
    assertThrows(AssertionError.class, () -> two.meant("Arden Chief"));
  }

  @Test
  void whoActsIsNotWhomItIsDoneTo() {
    MarkedText text =
        new MarkedText(
            "{P Daniel Rowan} spoke first. {P Daniel Rowan} is the mayor, and {P Daniel Rowan} has"
                + " ten aides. {P Thomas Tallis} was gone by then. {P Daniel Rowan} said he met him"
                + " outside.");

    assertEquals("Thomas Tallis", text.meant("him"));
  }

  @Test
  void whatSomebodyIsIsNoMention() {
    MarkedText text =
        new MarkedText(
            "{P Jane Rowan} came with her lawyer, {P Bo Tallis}. {P Bo Tallis} is her lawyer in"
                + " every case.");
    assertNull(text.meant("her lawyer"));

    MarkedText owner =
        new MarkedText("Mayor {P Jane Rowan} spoke. The trip was the mayor's first in years.");
    assertEquals("Jane Rowan", owner.meant("the mayor"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The 6'4\" goalie       | Bo Lee",
        "The 6’ 4” goalie       | Bo Lee",
        "The 6-foot-4 goalie    | Bo Lee",
        "The 29-year-old goalie | Bo Lee",
        "The 5-foot-9 goalie    | Kai Tallis",
        "The 5'9\" goalie       | Kai Tallis",
        "The 31-year-old goalie | Kai Tallis",
      })
  void aTradeWithAMeasureIsWhoHasNoOtherTradeAndNoOtherMeasure(String words, String expected) {
    MarkedText text =
        new MarkedText(
            "{P Kai Tallis}, 31, a 5-foot-9 goalie, spoke. {P Bo Lee} came in. Coach {P Jane"
                + " Rowan} clapped. "
                + words
                + " left on Monday.");

    assertEquals(expected, text.meant(words));
  }

  @Test
  void aTradeWithAMeasureIsNeitherOfTwo() {
    MarkedText text =
        new MarkedText(
            "{P Bo Lee} met {P Kai Tallis} on Monday. Then the 6-foot-4 goalie left for home.");

    assertThrows(AssertionError.class, () -> text.meant("the 6-foot-4 goalie"));
  }

  @Test
  void aNumberOfPeopleIsNoMeasure() {
    MarkedText text = new MarkedText("{P Bo Lee} spoke. The 12 goalie coaches left for home.");

    assertThrows(AssertionError.class, () -> text.meant("The 12 goalie"));
  }

  @Test
  void aCrewIsItsBoats() {
    MarkedText text =
        new MarkedText(
            "The {O Arden Coast Guard} stopped a freighter and freed its crew. The {O Arden Coast"
                + " Guard} praised its members.");

    assertEquals("Arden Coast Guard", text.meant("its"));
    assertNull(
        new MarkedText("The {O Arden Coast Guard} stopped a freighter and freed its crew.")
            .meant("its"));
  }

  @Test
  void anOfficeIsWhoHoldsIt() {
    MarkedText text =
        new MarkedText(
            "Vice President {P Jane Rowan} met President {P Bo Tallis}. Then the vice president"
                + " spoke. Later the president left.");

    assertEquals("Jane Rowan", text.meant("the vice president"));
    assertEquals("Bo Tallis", text.meant("the president"));
  }

  @Test
  void aNounIsTheBodyThatGoesByIt() {
    MarkedText text =
        new MarkedText(
            "{O Halvex Inc.} wrote to the {O Harbor Bureau}. Then the bureau replied. In May the"
                + " company paid.");

    assertEquals("Harbor Bureau", text.meant("the bureau"));
    assertEquals("Halvex Inc.", text.meant("the company"));
  }

  @Test
  void thatIsNoPartOfADescription() {
    MarkedText text =
        new MarkedText("Mayor {P Jane Rowan} left. They said that the mayor would return.");

    assertEquals("Jane Rowan", text.meant("the mayor"));
  }

  @Test
  void aDescriptionMayHoldAName() {
    MarkedText text = new MarkedText("A senior {O Halvex} official said nothing at all.");

    assertNull(text.meant("A senior Halvex official"));
    assertEquals("Halvex", text.meant("Halvex"));
  }

  @Test
  void kinshipGoesBothWays() {
    MarkedText text =
        new MarkedText(
            "{P Ilse Rowan} ran. Her husband, {P Tom Tallis}, came. \"I lost my wife,\" Tallis said.");

    text.spoken("I lost my wife", "Tom Tallis");

    assertEquals("Ilse Rowan", text.meant("my wife"));
    assertEquals("Tom Tallis", text.meant("I"));
  }

  @Test
  void theOneWhoSpeaksIsNotTheOneSpokenOf() {
    MarkedText text =
        new MarkedText(
            "{P Tom Tallis} left in May. {P Daniel Rowan} spoke. \"I told him so,\" said Rowan.");

    text.spoken("I told him so", "Daniel Rowan");

    assertEquals("Tom Tallis", text.meant("him"));
  }

  @Test
  void aHandleBehindANameIsItsOwner() {
    MarkedText text = new MarkedText("Well said.\n\n— {P Jane Rowan} (@janerowan) March 11, 2025");

    assertEquals("Jane Rowan", text.meant("@janerowan"));
  }

  @Test
  void aPredecessorIsOfWhoHasTheOfficeNotOfWhoActs() {
    MarkedText text =
        new MarkedText(
            "Governor {P Thomas Rowan} blamed President {P Daniel Tallis}. And he liked his"
                + " predecessor, President {P Robert Lee}.");

    assertEquals("Thomas Rowan", text.meant("he"));
    assertEquals("Daniel Tallis", text.meant("his"));
  }

  @Test
  void thePredecessorOfWhoActsIsStillHis() {
    MarkedText text =
        new MarkedText(
            "President {P Thomas Rowan} met {P Daniel Tallis}. And he liked his predecessor,"
                + " President {P Robert Lee}.");

    assertEquals("Thomas Rowan", text.meant("his"));
  }

  @Test
  void theirUnionIsTheOnlyOneAlsoWhereItIsNamedLater() {
    MarkedText text =
        new MarkedText("The drivers will stop, their union said. The {O Arden Tramway Union} met.");

    assertEquals("Arden Tramway Union", text.meant("their union"));
  }

  @Test
  void theirUnionIsNoneWhereThereAreTwo() {
    MarkedText text =
        new MarkedText(
            "The drivers will stop, their union said. The {O Arden Tramway Union} met the"
                + " {O Tarn Ferry Union}.");

    assertNull(text.meant("their union"));
  }

  @ParameterizedTest
  @CsvSource({
    "the court, 'The {O Trade Court} met the {O Libra Union} today. Then the court left.', Trade Court",
    "the court, 'The {O Libra Party} met today. Then the court left.',",
    "the agency, 'The {O Ministry of Tides} met today. Then the agency left.',",
    "the party, 'The court sat.\n\nThen the party left.\n\nThe {O Libra Party} came.',",
    "the legislature, 'The {O Tessel Parliament} sat with the {O Toll Council}. Then the legislature"
        + " left.', Tessel Parliament",
    "the party, '{O Libra}, the largest opposition party, met the {O Guard of Arden}. Then the party"
        + " left.', Libra",
    "The newspaper, 'In {L Arden}, the daily {O Brack} met {O Tessel Tribune}. The newspaper"
        + " closed.', Brack",
    "the newspaper, 'The newspaper {O Tessel} met {O Libra} and {O Brack}. Then the newspaper left.',"
        + " Tessel",
    "the opposition party, 'The {O Libra} opposition party met the {O Toll Party} often. Then the opposition"
        + " party left.', Libra",
    "the ministry, 'The {O Ministry of Tides} met the {O Toll Office}. Then the ministry left.',"
        + " Ministry of Tides",
    "the administration, 'The {O Port Administration} closed. Then the administration of justice"
        + " failed.',"
  })
  void aBodyIsCalledByANounOfItsNameOrOneThatTheArticleGivesIt(
      String words, String marked, String meant) {
    assertEquals(meant, new MarkedText(marked).meant(words));
  }

  @ParameterizedTest
  @CsvSource({
    "her, '{P Jane Rowan} spoke. In her report, Mayor {P Sarah Tallis} said it was late.', Sarah Tallis",
    "his, '{P Bo Rowan} spoke. Taking to his page, the clerk {P Kai Tallis} said so.', Kai Tallis",
    "its, 'The {O Port Union} met. In its report, the {O Trade Court} said so.', Trade Court",
    "his, '{P Bo Rowan} met {P Kai Tallis} and his sister.', Kai Tallis",
    "its, 'The {O Port Union} came. The {O Toll Court} thanked {L Arden} for its help.',",
    "his, '{P Bo Rowan} accused {P Kai Tallis} of hiding his money.', Kai Tallis",
    "his, '{P Bo Rowan} said {P Kai Tallis} was not aware of his failings.', Kai Tallis",
    "its, 'The {O Libra Party} beat the {O Toll Party}, which lost its seat.', Toll Party",
    "his, '{P Bo Rowan} heard of {P Kai Tallis}, a clerk who left his post.', Kai Tallis",
    "him, '{P Kai Tallis} came. {P Bo Rowan} wanted to take him [{P Ivo Brack}] home.', Ivo Brack",
    "he, '{P Kai Tallis} spoke. The girl {P Ansa Rowan} slept. Then he left.', Kai Tallis"
  })
  void theGrammarOfASentenceBindsAPronoun(String pronoun, String marked, String meant) {
    assertEquals(meant, new MarkedText(marked).meant(pronoun));
  }

  @ParameterizedTest
  @CsvSource({
    "the mayor, '{P Bo Rowan}, the mayor of {L Arden}, left. He saw the mayor of {L Toll}.',",
    "the mayor, '{P Bo Rowan}, the mayor of {L Arden}, left. Then the mayor of {L Arden} ate.', Bo"
        + " Rowan",
    "the minister, 'Minister {P Bo Rowan} left. Then the minister of Tides ate.', Bo Rowan",
    "The company, 'The {O Halvex Limited} met the {O Department of Business}. The company left.',"
        + " Halvex Limited"
  })
  void anOfficeThatIsOfAnotherPlaceIsAnothers(String words, String marked, String meant) {
    assertEquals(meant, new MarkedText(marked).meant(words));
  }

  @Test
  void anOfficeWithoutAnArticleBehindAPrepositionIsNobody() {
    MarkedText text =
        new MarkedText("{P Bo Rowan}, the Governor, left. He wants the post of Governor again.");

    assertThrows(AssertionError.class, () -> text.meant("Governor"));
  }
}
