package onrecord.enrich.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import onrecord.enrich.text.Lexicon;
import org.junit.jupiter.api.Test;

class RoleFinderTest {
  @Test
  void aTitleBeforeTheName() {
    assertRoles("[Fire Chief]", "It burned, said Fire Chief {P Jane Rowan} on Monday.");
    assertRoles("[New Arden Rep.]", "Then {L New Arden} Rep. {P Jane Rowan} spoke.");
    assertRoles(
        "[Arden County Superior Court Judge]",
        "In May {O Arden County Superior Court} Judge {P Jane Rowan} ruled.");
    assertRoles(
        "[former council president]", "They asked former council president {P Jane Rowan}.");
    assertRoles("[Secretary of State]", "We met Secretary of State {P Jane Rowan} there.");
    assertRoles("[President of Arden]", "President of {L Arden} {P Jane Rowan} waved.");
    assertRoles("[Halvex spokesman]", "Yes, said {O Halvex} spokesman {P Jane Rowan} at noon.");
  }

  @Test
  void anHonorificIsNoRoleButSaysTheGender() {
    MarkedText text = new MarkedText("Ms. {P Alex Rowan} came.");

    assertEquals("[]", text.entity("Alex Rowan").roles.toString());
    assertEquals(Lexicon.SHE, text.entity("Alex Rowan").gender);
  }

  @Test
  void anAppositiveBehindTheName() {
    assertRoles("[mayor of Arden]", "{P Jane Rowan}, the mayor of {L Arden}, left.");
    assertRoles("[retired mason]", "{P Jane Rowan}, 58, a retired mason, left.");
    assertRoles("[analyst at Tarn Capital]", "{P Jane Rowan}, an analyst at {O Tarn Capital}.");
    assertRoles(
        "[chairman and CEO of Tarn Energy]",
        "{P Jane Rowan}, chairman and CEO of {O Tarn Energy}, left.");
    assertRoles("[Halvex spokesman]", "{P Jane Rowan}, a {O Halvex} spokesman, left.");
    assertRoles(
        "[lead author, chemist at the Tarn Institute]",
        "{P Jane Rowan}, the study's lead author and a chemist at the {O Tarn Institute}, left.");
  }

  @Test
  void anAppositiveBeforeTheName() {
    assertRoles("[lawyer]", "{P Bo Tallis} left. His lawyer, {P Jane Rowan}, said so.");
    assertRoles("[leader]", "The {O Tarn Party} won. The party's leader, {P Jane Rowan}, left.");
  }

  @Test
  void aPartyIsNoRole() {
    assertRoles("[]", "It was Democrat {P Jane Rowan} who left.");
    assertRoles("[Democratic strategist]", "{P Jane Rowan}, a Democratic strategist, left.");
  }

  @Test
  void whatARoleIsOfEndsWithIt() {
    assertRoles("[secretary of state]", "{P Jane Rowan}, secretary of state at the time, left.");
  }

  @Test
  void kinshipIsNoRole() {
    assertRoles("[]", "{P Bo Tallis} left. His sister, {P Jane Rowan}, said so.");
  }

  @Test
  void aRelativeClauseSaysWhatSomebodyWas() {
    assertRoles(
        "[chief technology officer]",
        "{P Jane Rowan}, who was {O Halvex}'s chief technology officer until May, left.");
  }

  @Test
  void theNextOfAListIsNotARole() {
    assertRoles("[]", "{P Jane Rowan}, President {P Bo Tallis} and others came.");
  }

  @Test
  void aTitleGoesOnBeforeAndOfAndCourtesy() {
    assertRoles(
        "[Trade and Tides Minister]", "So Trade and Tides Minister {P Jane Rowan} said then.");
    assertRoles(
        "[Deputy Minister of Tides]", "So Deputy Minister of Tides Sheikh {P Jane Rowan} left.");
    assertRoles("[Chief of Staff General]", "Then Chief of Staff General {P Jane Rowan} left.");
    assertRoles("[chief of staff]", "Then the chief of staff {P Jane Rowan} left.");
    assertRoles(
        "[Minister of Tides and Head of the Tessel Board]",
        "On Monday Minister of Tides and Head of the {O Tessel Board} {P Jane Rowan} left.");
    assertRoles(
        "[Secretary of the Women's Union]",
        "Then Secretary of the {O Women's Union} ({O WU}) {P Jane Rowan} left.");
    assertRoles("[Secretary for Tides]", "On Monday Secretary for Tides {P Jane Rowan} left.");
    assertRoles("[Adviser to the President]", "Then Adviser to the President {P Jane Rowan} left.");
    assertRoles("[President]", "Then the Secretary of President {P Jane Rowan} left.");
  }

  @Test
  void aDescriptionBeforeACommaMayHaveAShortFormAndNoArticle() {
    assertRoles(
        "[head of the Tessel Fishers Union]",
        "The head of the {O Tessel Fishers Union} ({O TFU}), {P Jane Rowan}, said so.");
    assertRoles("[Toll Party councillor]", "{O Toll Party} councillor, {P Jane Rowan} said so.");
    assertRoles(
        "[Minister of Tides]", "The Minister of Tides, Mrs {P Jane Rowan}, said so on Monday.");
  }

  @Test
  void inAListEachHasTheTitleBeforeTheName() {
    MarkedText text =
        new MarkedText(
            "The Mayor of {L Arden}, Mr {P Bo Tallis}, the Rector of {L Toll}, Mrs {P Jane Rowan},"
                + " and others came.");

    assertEquals("[Mayor of Arden]", text.entity("Bo Tallis").roles.toString());
    assertEquals("[Rector of Toll]", text.entity("Jane Rowan").roles.toString());
  }

  @Test
  void aVerbSaysAnOffice() {
    assertRoles(
        "[head of the Tessel Union]", "{P Jane Rowan} is the head of the {O Tessel Union}.");
    assertRoles("[]", "{P Jane Rowan} was the victim of the storm.");
    assertRoles("[former harbour minister]", "Yes, said {P Jane Rowan} former harbour minister.");
  }

  @Test
  void aBridgeHasNoKing() {
    assertRoles("[]", "They met at King {P Rowan} Bridge. There {P Jane Rowan} left.");
  }

  private static void assertRoles(String roles, String marked) {
    assertEquals(roles, new MarkedText(marked).entity("Jane Rowan").roles.toString(), marked);
  }
}
