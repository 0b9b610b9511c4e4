package onrecord.enrich.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class EntityResolverTest {
  @Test
  void surnameGivenNameAndHonorificAreThePerson() {
    MarkedText text =
        new MarkedText("{P Jane Rowan} came. {P Rowan} spoke. {P Jane} left. Ms. {P Rowan} wrote.");

    assertEquals(List.of("Jane Rowan"), text.names());
  }

  @Test
  void initialsMiddleNamesAndNicknamesAreThePerson() {
    MarkedText text =
        new MarkedText("{P Robert K. Tallis} came. {P Bob Tallis} spoke. {P R. Tallis} wrote.");

    assertEquals(List.of("Robert K. Tallis"), text.names());
  }

  @Test
  void aNicknameAloneIsTheOneItIsShortFor() {
    MarkedText text = new MarkedText("{P Joseph Tallis} came. \"Go home, {P Joe},\" she said.");

    assertEquals("Joseph Tallis", text.meant("Joe"));
  }

  @Test
  void theFamilysNameStandsBeforeGivenNamesWithAHyphen() {
    MarkedText text =
        new MarkedText(
            "{P Bella Mo Tai-yuen} came. {P Mo} spoke. {P Ro Jun-Hyok} left. Later {P Ansel Ro}"
                + " came, and {P Ro} slept.");

    assertEquals("Bella Mo Tai-yuen", text.meant("Mo"));
    assertEquals("Ro Jun-Hyok", text.meant("Ro"));
  }

  @Test
  void twoGivenNamesAreThePerson() {
    MarkedText text = new MarkedText("{P Stella Mora Rowan} came. {P Stella Mora} spoke.");

    assertEquals(List.of("Stella Mora Rowan"), text.names());
  }

  @Test
  void aFirstNameInAnotherSpellingIsThePerson() {
    MarkedText text = new MarkedText("{P Ektharo Brassin} came. The police met {P Ekthraro}.");

    assertEquals(List.of("Ektharo Brassin"), text.names());
  }

  @Test
  void aPrinceIsNobodyOfHisNameWhoIsIntroducedLater() {
    MarkedText text = new MarkedText("Prince {P Kasimir} came. The clerk {P Kasimir Rowan} left.");

    assertEquals(List.of("Kasimir Rowan", "Kasimir"), text.names());
  }

  @Test
  void anOfficeIsNobodysName() {
    MarkedText text = new MarkedText("{P Prime Minister} {P Jane Rowan} came.");

    assertEquals(List.of("Jane Rowan"), text.names());
  }

  @Test
  void andItsSignAndArticlesInsideTellNoBodiesApart() {
    MarkedText text =
        new MarkedText(
            "The {O Ministry of Tides and Trade} met. The {O Ministry of the Tides & Trade} met."
                + " The {O Toll Guard} left. The {O Toll Guards} came.");

    assertEquals(List.of("Ministry of the Tides & Trade", "Toll Guard"), text.names());
  }

  @Test
  void whoIsAddressedIsAPersonAndSoIsWhoHasHerNameBehindCapitals() {
    MarkedText text =
        new MarkedText("{O Mrs Ela Dora Brassin} came. In her speech, {O VCM Brassin} said so.");

    assertEquals(List.of("Ela Dora Brassin"), text.names());
    assertEquals("Ela Dora Brassin", text.meant("her"));
  }

  @Test
  void aNameThatWasTakenIntoABodysIsThePersons() {
    MarkedText text =
        new MarkedText(
            "The head of the {O Committee for Tides Wilo Brassin} came. {P Brassin} said so.");

    assertEquals(List.of("Committee for Tides", "Wilo Brassin"), text.names());
  }

  @Test
  void herFatherIsNotTheDaughterWhoHasHisNamesBehindHers() {
    MarkedText text = new MarkedText("{P Mira Ansel Rowan} came with her father {P Ansel Rowan}.");

    assertEquals(List.of("Mira Ansel Rowan", "Ansel Rowan"), text.names());
  }

  @Test
  void whatStandsInBracketsIsAnotherNameThoughItsLettersAreNoInitials() {
    MarkedText text =
        new MarkedText(
            "The {O Union of Lake Fishers} ({P Lafu}) met the {O Port Office}'s ({O XTO}) men."
                + " {L Lafu} left, the {O XTO} stayed and {O Lafu Party} too.");

    assertEquals(List.of("Union of Lake Fishers", "Port Office"), text.names());
  }

  @Test
  void aPlaceMayStandBetweenANameAndItsShortForm() {
    MarkedText text =
        new MarkedText(
            "The {O Water Union} of the {L Tessel Isles} ({O WUTI}) closed. {O WUTI} is poor.");

    assertEquals("Water Union", text.meant("WUTI"));
  }

  @Test
  void aPlaceInBracketsIsNoShortForm() {
    MarkedText text = new MarkedText("The {O Port Office} ({L Arden}) closed. {L Arden} is near.");

    assertEquals("Arden", text.meant("Arden"));
  }

  @Test
  void whatSomebodyIsAlsoKnownAsIsAName() {
    MarkedText text =
        new MarkedText(
            "{P Bo Tallis}, better known as {L Old Brack}, sang. The {O Court of Trade} (now the"
                + " {O Trade Tribunal}) sat. {P Old Brack} left the {O Trade Tribunal}.");

    assertEquals(List.of("Court of Trade", "Bo Tallis"), text.names());
  }

  @Test
  void anOfficeTellsTwoOfOneNameApart() {
    MarkedText text =
        new MarkedText(
            "Former President {P Bo Rowan} met Secretary of State {P Jane Rowan}. Later Secretary"
                + " {P Rowan} left.");

    assertEquals("Jane Rowan", text.meant("Rowan"));
  }

  @Test
  void accentsAndHyphensDoNotTellPeopleApart() {
    MarkedText text =
        new MarkedText(
            "{P Jose Bandiar Solis} came. {P Bandiar Solís} spoke. {P José Bandiar Solís} wrote.");

    assertEquals(List.of("José Bandiar Solís"), text.names());
  }

  @Test
  void aMisspeltRepeatIsThePerson() {
    MarkedText text = new MarkedText("{P Maria Vandor-Telling} came. {P Vandor-Teling} spoke.");

    assertEquals(List.of("Maria Vandor-Telling"), text.names());
  }

  @Test
  void initialsOfAPersonAreThePerson() {
    MarkedText text =
        new MarkedText("{O MVT} is silent\n\n{P Maria Vandor-Telling} said nothing on Monday.");

    assertEquals("Maria Vandor-Telling", text.meant("MVT"));
  }

  @Test
  void juniorAndSeniorAreTwo() {
    MarkedText text =
        new MarkedText(
            "{P Sam Tallis Jr.} came. {P Tallis} spoke. His father, {P Sam Tallis Sr.}, watched."
                + " \"Well,\" the elder {P Tallis} said.");

    assertEquals(List.of("Sam Tallis Jr.", "Sam Tallis Sr."), text.names());
    assertEquals("Sam Tallis Sr.", text.meant("Tallis"));
  }

  @Test
  void aGenerationBehindACommaBelongsToTheName() {
    assertEquals(List.of("Sam Tallis, Jr."), new MarkedText("{P Sam Tallis}, Jr., came.").names());
  }

  @Test
  void whoIsIntroducedWithoutAGenerationHasNone() {
    MarkedText text =
        new MarkedText(
            "\n\nOn Monday {P Sam Tallis} came. {P Sam Tallis Jr.} spoke. {P Tallis} spoke, and"
                + " {P Tallis} left.");

    assertEquals(List.of("Sam Tallis", "Sam Tallis Jr."), text.names());
  }

  @Test
  void aTitleStandsBeforeASurname() {
    MarkedText text =
        new MarkedText("{P Thomas Rowan} came. Justice {P Thomas} left. President {P Xan} met us.");

    assertEquals(List.of("Thomas Rowan", "Thomas", "Xan"), text.names());
  }

  @Test
  void aFamilyNameMayComeFirst() {
    MarkedText text = new MarkedText("{P Xan Ping-lo} came. Mr. {P Xan} left.");

    assertEquals(List.of("Xan Ping-lo"), text.names());
  }

  @Test
  void honorificsTellTwoOfOneNameApart() {
    MarkedText text =
        new MarkedText("{P Thomas Rowan} and {P Sarah Rowan} met. Ms. {P Rowan} left.");

    assertEquals("Sarah Rowan", text.meant("Rowan"));
  }

  @Test
  void whoMayBeEitherOfTwoStaysNeither() {
    MarkedText text =
        new MarkedText(
            "{P Thomas Rowan} and {P Sarah Rowan} met. Ms. {P Rowan} left. Mr. {P Rowan} stayed."
                + " A bell rang at {P Rowan}.");

    assertEquals("Rowan", text.meant("Rowan"));
    assertEquals(List.of("Thomas Rowan", "Sarah Rowan", "Rowan"), text.names());
  }

  @Test
  void aFamilyIsNobody() {
    MarkedText text = new MarkedText("{P Thomas Rowan} came late. The {P Rowans} went home.");

    assertNull(text.meant("Rowans"));
  }

  @Test
  void titlesLeftOnANameAreTakenOff() {
    MarkedText text =
        new MarkedText("{P Vice President Jane Rowan} came. {P Mr. Tallis} met {P Rowan}.");

    assertEquals(List.of("Jane Rowan", "Tallis"), text.names());
    assertEquals("[Vice President]", text.entity("Jane Rowan").roles.toString());
  }

  @Test
  void acronymsAndShortFormsAreTheBody() {
    MarkedText text =
        new MarkedText(
            "{O HTS} fell. {O Halvex Thermal Systems} ({O HTS}) said so. {O Halvex} rose.");

    assertEquals(List.of("Halvex Thermal Systems"), text.names());
  }

  @Test
  void theLegalFormIsOnlyAForm() {
    MarkedText text = new MarkedText("{O Tarn Marine} denied it. {O Tarn Marine Ltd.} sued.");

    assertEquals(List.of("Tarn Marine Ltd."), text.names());
  }

  @Test
  void aChamberIsNotItsCommittee() {
    MarkedText text = new MarkedText("The {O Senate Water Committee} met. The {O Senate} did not.");

    assertNotEquals(text.meant("Senate"), text.meant("Senate Water Committee"));
  }

  @Test
  void aCityIsNotItsCountry() {
    MarkedText text = new MarkedText("They left {L Panama City} for {L Panama} by boat.");

    assertEquals(2, text.names().size());
  }

  @Test
  void aTeamAndItsTownAreTwo() {
    MarkedText text =
        new MarkedText("In {L Arden}, the {O Arden Harriers} won. {O Arden} was loud.");

    assertEquals(List.of("Arden Harriers", "Arden"), text.names());
  }

  @Test
  void theBeginningOfAFirmsNameIsTheFirmWhateverTheTaggerTookItFor() {
    MarkedText text =
        new MarkedText(
            "{L Tarnex} closed. {O Tarnex Systems} has a plant in {L Arden}. {P Tarnex} said so.");

    assertEquals(List.of("Tarnex Systems", "Arden"), text.names());
  }

  @Test
  void aTownIsNotItsCouncilNorItsFirm() {
    MarkedText council = new MarkedText("{L Arden} slept. The {O Arden City Council} met.");
    MarkedText firm =
        new MarkedText("{O Tarnex Systems} left. In {L Tarnex} it rained. {L Tarnex} slept.");

    assertEquals("Arden", council.meant("Arden"));
    assertEquals("Tarnex", firm.meant("Tarnex"));
  }

  @Test
  void theEndOfATeamsNameIsTheTeam() {
    MarkedText text = new MarkedText("The {O Arden Tarnlings} won. The {L Tarnlings} sang.");

    assertEquals("Arden Tarnlings", text.meant("Tarnlings"));
  }

  @Test
  void aPersonWithATitleIsNoFirm() {
    MarkedText text = new MarkedText("{O Tallis Systems} left. Mr. {P Tallis} stayed.");

    assertEquals("Tallis", text.meant("Tallis"));
  }

  @Test
  void aNameGoesOnToTheInitialsInBrackets() {
    MarkedText text =
        new MarkedText("{L Tarnex} Thermal Works ({O TTW}) closed. Then {O TTW} opened again.");

    assertEquals(List.of("Tarnex Thermal Works"), text.names());
  }

  @Test
  void otherInitialsInBracketsAreAnotherName() {
    MarkedText text = new MarkedText("{L Tarnex} Thermal Works ({O TTV}) closed.");

    assertEquals(List.of("Tarnex", "TTV"), text.names());
  }

  @Test
  void aHeadlineJoinedToATeamsNameIsNoOtherTeam() {
    MarkedText text =
        new MarkedText(
            "{O Bo Rowan Lifts Tarnlings} In Overtime\n\nThe {O Arden Tarnlings} won on Monday.\n\n"
                + "The {O Tarnlings} play again on Friday.");

    assertEquals("Arden Tarnlings", text.meant("Tarnlings"));
  }
}
