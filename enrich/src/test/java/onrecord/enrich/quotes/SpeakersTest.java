package onrecord.enrich.quotes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import onrecord.enrich.Enricher;
import onrecord.events.Mention;
import onrecord.events.Quote;
import org.junit.jupiter.api.Test;

class SpeakersTest {
  private static final Enricher ENRICHER = new Enricher();

  @Test
  void whoIsNamedInTheSentenceOfAPronounSpeaksAndNotTheLastSpeaker() {
    assertEquals(
        "Thomas Tallis",
        lastSpeaker(
            "\"We will rebuild the whole bridge,\" said Daniel Rowan, a lawyer.\n\n"
                + "Thomas Tallis angered the council in May when he said that the bridge was"
                + " beyond repair."));
  }

  @Test
  void aPronounGoesOnWithWhoLeadsTheParagraph() {
    assertEquals(
        "Sarah Tallis",
        lastSpeaker(
            "\"We will rebuild the whole bridge,\" said Jane Rowan, a lawyer.\n\n"
                + "In the corridor, Sarah Tallis was less sure. She has seen two bridges fall. In"
                + " an interview in May, she said that the town had no money."));
  }

  @Test
  void aPronounBehindASpeakerIsTheSpeakerThoughTheWordsNameAnotherFirst() {
    assertEquals(
        "Jane Rowan",
        lastSpeaker(
            "Sarah Tallis has the money for the bridge, said Jane Rowan, a lawyer. \"Others must"
                + " do with less,\" she said."));
  }

  @Test
  void aTextSpeaksForWhoWroteItAParagraphBefore() {
    assertEquals(
        "Sarah Tallis",
        lastSpeaker(
            "In a long letter to the board, Sarah Tallis wrote that the bridge was beyond"
                + " repair.\n\n\"Close it before it falls,\" the letter said."));
  }

  @Test
  void aTextThatNobodyIsSaidToHaveWrittenSpeaksForItself() {
    assertNull(
        lastSpeaker(
            "Sarah Tallis said on Monday that the bridge was beyond repair.\n\n\"Close it before"
                + " it falls,\" the letter said."));
  }

  @Test
  void theOfficialIsTheOnlyOneWhoSpokeBefore() {
    assertEquals(
        "Sarah Tallis",
        lastSpeaker(
            "Deputy minister Sarah Tallis said on Monday that the bridge was beyond repair.\n\n"
                + "\"Close it before it falls,\" the official said."));
  }

  @Test
  void theLawyerIsNobodyWhoIsSaidToBeSomethingElse() {
    assertNull(
        lastSpeaker(
            "Deputy minister Sarah Tallis said on Monday that the bridge was beyond repair.\n\n"
                + "\"Close it before it falls,\" the lawyer said."));
  }

  @Test
  void theOfficialWhomTheTextCallsAnOfficialIsNobodyElse() {
    assertNull(
        lastSpeaker(
            "Deputy minister Sarah Tallis said on Monday that the bridge was beyond repair. A tall"
                + " official stood beside her.\n\n\"Close it before it falls,\" the official"
                + " said."));
  }

  @Test
  void aBodyIsWhoeverHasTheWordsInItsName() {
    assertEquals(
        "Electoral Court of Tessel",
        lastSpeaker(
            "The Electoral Court of Tessel met on Monday. Sarah Tallis said that it was late.\n\n"
                + "The electoral body said that the vote was fair."));
  }

  @Test
  void itGoesOnWithTheOrganisationThatSpoke() {
    assertEquals(
        "Port Authority of Tessel",
        lastSpeaker(
            "The Port Authority of Tessel said on Monday that the bridge was beyond repair.\n\n"
                + "\"The town has no money,\" it added."));
  }

  @Test
  void twoPeopleWhoSpeakTogetherAreAGroup() {
    assertEquals(
        "Daniel Rowan and Sarah Tallis",
        lastSpeaker(
            "Daniel Rowan is a lawyer. In a joint statement, Daniel Rowan and Sarah Tallis said"
                + " that the bridge was beyond repair."));
  }

  @Test
  void aListOfBodiesThatSpeakTogetherIsAGroup() {
    assertEquals(
        "Ministry of Trade, Harbour Workers Union and Port Authority of Tessel",
        lastSpeaker(
            "The Ministry of Trade, the Harbour Workers Union (HWU) and the Port Authority of Tessel"
                + " said that the bridge was beyond repair."));
  }

  @Test
  void theDuoAreTheTwoWhoWereNamedTogether() {
    assertEquals(
        "Daniel Rowan and Sarah Tallis",
        lastSpeaker(
            "Lawyer Daniel Rowan and mayor Sarah Tallis met on Monday.\n\nThe duo said that the"
                + " bridge was beyond repair."));
  }

  @Test
  void theyGoOnForThoseWhoSpokeTogether() {
    assertEquals(
        "Daniel Rowan and Sarah Tallis",
        lastSpeaker(
            "Daniel Rowan and Sarah Tallis said that the bridge was beyond repair. They said that"
                + " the town had no money."));
  }

  @Test
  void whoWillHoldAnOfficeIsItsIncomingHolder() {
    assertEquals(
        "Sarah Tallis",
        lastSpeaker(
            "Sarah Tallis, who will become chairman of the Tessel Commission, came on Monday. Daniel"
                + " Rowan said that it was late.\n\nThe incoming chairman of the Tessel Commission"
                + " said that the bridge was beyond repair."));
  }

  @Test
  void theyAreTheTwoWhomTheSentenceBeforeNamesTogether() {
    assertEquals(
        "Daniel Rowan and Sarah Tallis",
        lastSpeaker(
            "The town sent for Daniel Rowan and Sarah Tallis. They said that the bridge was beyond"
                + " repair."));
  }

  @Test
  void thePronounOfWhoAnswersAReporterIsTheSpeakersMention() {
    List<Mention> mentions =
        ENRICHER
            .find(
                "\"We played a poor game,\" said Daniel Rowan, the captain.\n\n\"Will you stay?\" a"
                    + " reporter asked.\n\n\"Me?\" he said. \"I have two more years to go!\"")
            .entities()
            .get(0)
            .mentions();

    assertTrue(
        mentions.stream().anyMatch(mention -> mention.exact().equals("he")), mentions::toString);
  }

  private static String lastSpeaker(String text) {
    Quote last = null;
    for (Quote quote : ENRICHER.find(text).quotes()) {
      last = quote;
    }
    return last.speaker().name();
  }
}
