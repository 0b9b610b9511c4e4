package onrecord.enrich.quotes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import onrecord.enrich.Enricher;
import onrecord.events.Quote;
import onrecord.events.Span;
import onrecord.events.Speaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteFinderTest {
  private static final Enricher ENRICHER = new Enricher();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Nora Vance said that the old bridge would be closed for a year. | Nora Vance | said | the old bridge would be closed for a year
          The bridge will be closed for a year, Nora Vance said. | Nora Vance | said | The bridge will be closed for a year
          The bridge will be closed for a year, according to Nora Vance. | Nora Vance | according to | The bridge will be closed for a year
          Two people familiar with the plan said the bridge would be sold. | Two people | said | the bridge would be sold
          """)
  void whatIsReportedWithoutMarksHasItsSourceItsCueAndItsWords(
      String text, String source, String cue, String words) {
    Quote quote = onlyQuote(text);

    assertEquals(Quote.INDIRECT, quote.kind());
    assertEquals(source, quote.mention().exact());
    assertEquals(cue, quote.cue().exact());
    assertTrue(quote.text().endsWith(words), quote.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          The old bridge, Nora Vance said on Monday, will be closed for a year. | The old bridge;will be closed for a year
          He had walked home, he told the Gazette, and slept until noon.        | He had walked home;and slept until noon
          It was, she said, the longest night of her life.                      | It was;the longest night of her life
          """)
  void aSourceMayBeInsertedInWhatItSays(String text, String spans) {
    Quote quote = onlyQuote(text);

    assertEquals(
        List.of(spans.split(";")), quote.spans().stream().map(span -> span.exact()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          The council met after a warning from Nora Vance that the bridge could fall in a storm. | Nora Vance | warning | the bridge could fall in a storm
          Ferry owners laughed at her claim that the bridge was bought twice. | her        | claim   | the bridge was bought twice
          """)
  void aNounReportsByItsForm(String text, String source, String cue, String words) {
    Quote quote = onlyQuote(text);

    assertEquals(source, quote.mention().exact());
    assertEquals(cue, quote.cue().exact());
    assertEquals(words, quote.text());
  }

  @Test
  void whomItIsSentToIsNotPartOfAMessage() {
    Quote quote =
        onlyQuote("Nora Vance emailed a city engineer in May: “Leave the old bridge open.”");

    assertEquals(Quote.DIRECT, quote.kind());
    assertEquals("Leave the old bridge open.", quote.text());
  }

  @Test
  void wordsThatOpenBehindACueAreNotTheLastSpeakers() {
    List<Quote> quotes =
        quotes(
            "“I grew up beside this bridge,” said Nora Vance. She then read from a card on which a"
                + " retired sailor wrote, “Keep our bridge open.”");

    assertEquals("I grew up beside this bridge,", quotes.get(0).text());
    assertEquals("Keep our bridge open.", quotes.get(1).text());
    assertTrue(quotes.get(1).mention().exact().endsWith("sailor"));
  }

  @Test
  void speechWhoseClosingMarkWasLostEndsWithItsParagraph() {
    List<Quote> quotes =
        quotes(
            "Nora Vance spoke last, and she was angry. “The bridge was sold twice, and nobody in"
                + " this room was told why.\n\nThe ferry owners left early.");

    assertEquals(
        "The bridge was sold twice, and nobody in this room was told why.", quotes.get(0).text());
  }

  @Test
  void aParagraphMayEndBySayingWhoSpeaksInTheNext() {
    List<Quote> quotes =
        quotes(
            "Asked about the bridge a third time, Nora Vance answered at length.\n\n“I would sell it"
                + " tomorrow, because nobody in this town walks any more.”");

    assertEquals("Nora Vance", quotes.get(0).speaker().name());
    assertEquals("answered", quotes.get(0).cue().exact());
  }

  @Test
  void whereTwoSpeakByTurnsTheOtherOneIsNext() {
    List<Quote> quotes =
        quotes(
            "“The bridge was sold before I came,” said Nora Vance.\n\n“And the toll was raised"
                + " after,” Paul Orme replied.\n\n“I never voted for a toll,” Vance said.\n\n“You"
                + " signed it twice,” said Orme.\n\n“That is not in any book I have read.”");

    assertEquals("Nora Vance", quotes.get(4).speaker().name());
  }

  @Test
  void aRulingBelongsToWhoeverTheSentenceIsAbout() {
    Quote quote =
        quotes(
                "Judge Nora Vance on Monday threw out the charges against Paul Orme, ruling that the"
                    + " police had opened his letters.")
            .get(0);

    assertEquals("Nora Vance", quote.speaker().name());
  }

  @Test
  void whoComplainsInALaterClauseIsItsOwnSubject() {
    Quote quote =
        onlyQuote(
            "The Marlow Harbor Agency opened a case in May after the Guild of Weavers complained that"
                + " its members were being followed.");

    assertEquals("Guild of Weavers", quote.mention().exact());
  }

  @Test
  void oneOfSeveralIsUnnamed() {
    Quote quote =
        onlyQuote("One of the owners, who asked not to be named, said the bridge was old.");

    assertEquals("One", quote.mention().exact());
    assertEquals(Speaker.UNNAMED, quote.speaker().kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dozens of people carried signs that read “Keep Our Old Bridge” through the rain.",
        "Somebody had painted “Never Again” on the old bridge in the night.",
        "The posters said “Keep Our Bridge” and “No More Tolls.”",
      })
  void whatStandsOnASignIsNobodysSpeech(String text) {
    assertEquals(List.of(), quotes(text));
  }

  @Test
  void whatFollowsWhereSomebodySpokeIsNotWhatTheySaid() {
    assertEquals(
        List.of(),
        quotes("At the dinner, where both sisters spoke, the mayor twice dropped his glass."));
  }

  @Test
  void anybodyMayShout() {
    Quote quote = onlyQuote("“Open the bridge now!” somebody shouted from the back.");

    assertEquals("somebody", quote.mention().exact());
    assertEquals(Speaker.UNNAMED, quote.speaker().kind());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Nora Vance has refused to release the records of the bridge.  | Nora Vance | refused | to release the records of the bridge
          Nora Vance rejected the accusation of the ferry owners.       | Nora Vance | rejected | the accusation of the ferry owners
          """)
  void anActOrAnAttitudeIsToldApartFromWhatIsSaid(
      String text, String who, String cue, String what) {
    Enricher.Findings found = ENRICHER.find(text);

    assertEquals(List.of(), found.quotes());
    Quote attitude = found.attitudes().get(0);
    assertEquals(who, attitude.speaker().name());
    assertEquals(cue, attitude.cue().exact());
    assertEquals(what, attitude.text());
  }

  @Test
  void aReportedClauseWithWordsInMarksIsMixed() {
    Quote quote =
        onlyQuote("Nora Vance said the old bridge was “a danger to every child in town.”");

    assertEquals(Quote.MIXED, quote.kind());
    assertEquals("a danger to every child in town.", quote.quoted().get(0).exact());
  }

  @Test
  void wordsBetweenSingleMarksInsideDoubleOnesAreNestedAndTheSpeakersOwnIsHis() {
    List<Quote> quotes =
        quotes(
            "“I told the council, ‘Close the old bridge at once.’ They laughed,” Omar Pell said.");

    Quote nested =
        quotes.stream().filter(quote -> quote.within() != null).findFirst().orElseThrow();
    assertEquals("Close the old bridge at once.", nested.text());
    assertEquals(Quote.DIRECT, nested.kind());
    assertEquals("Omar Pell", nested.speaker().name());
  }

  @Test
  void ofWhatSomethingIsCalledOnlyTheWordsInMarksAreSaid() {
    Quote quote = onlyQuote("Nora Vance called the old bridge “a danger to every child.”");

    assertEquals("a danger to every child.", quote.text());
  }

  @Test
  void wordsAtSecondHandAreTheSpeakersAndSayThroughWhomTheyCame() {
    Quote quote =
        onlyQuote(
            "“The old bridge is closed for good,” Nora Vance said, according to the Gazette.");

    assertEquals("Nora Vance", quote.mention().exact());
    assertEquals("The old bridge is closed for good,", quote.text());
    assertTrue(quote.via().exact().endsWith("Gazette"), quote.via().exact());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Nora Vance told Mayor Omar Pell the old bridge was “a danger to every child.” | the old bridge was “a danger to every child.”
          Nora Vance told reporters Monday in Northport she was worried about “every child in town.” | she was worried about “every child in town.”
          Nora Vance said outside the court that her client “never took a single dollar.” | her client “never took a single dollar.”
          According to Nora Vance, an engineer at the port, the old bridge could fall within a year. | the old bridge could fall within a year
          The old bridge will be closed for a year, Nora Vance said in a statement on Friday. | The old bridge will be closed for a year
          """)
  void whomWhenAndWhereItIsToldIsNotSaid(String text, String words) {
    assertEquals(words, onlyQuote(text).text());
  }

  @Test
  void theVerbOfARelativeClauseIsNotItsSentences() {
    Quote quote =
        onlyQuote("A city engineer who asked not to be named said the old bridge would be closed.");

    assertTrue(quote.mention().exact().endsWith("engineer"), quote.mention().exact());
    assertEquals("the old bridge would be closed", quote.text());
  }

  @Test
  void aHeadlineMayEndWithWhoSaysItAndNotWithWhatElseHappens() {
    List<Quote> said = quotes("Old Bridge Could Fall Within a Year, Study Finds\n\nIt is old.");
    assertEquals("Old Bridge Could Fall Within a Year", said.get(0).text());
    assertEquals(
        List.of(), quotes("Old Bridge Falls After a Storm, Thousands Flee\n\nIt was old."));
  }

  @Test
  void whoAnswersAClaimSaysNothingByIt() {
    assertEquals(List.of(), quotes("Nora Vance did not respond to Omar Pell’s criticism."));
  }

  @Test
  void anOutletOfSingleMarksMayHaveTheApostropheOfAPluralInThem() {
    List<Quote> quotes =
        quotes(
            "Old bridge to close\n\nThe old bridge is to close in the winter of this year.\n\n"
                + "‘It’s the drivers’ bridge as much as it’s the town’s,’ said Nora Vance. ‘They told me,"
                + " “Take it or leave it,” so we left it there.’\n\n"
                + "‘We would rather talk than wait for the winter,’ said Omar Pell.\n\n"
                + "‘Nobody has asked the engineers about it,’ said Nora Vance.");

    assertEquals(
        "It’s the drivers’ bridge as much as it’s the town’s,", first(quotes, "Nora Vance"));
    assertEquals("We would rather talk than wait for the winter,", first(quotes, "Omar Pell"));
  }

  private static String first(List<Quote> quotes, String speaker) {
    Quote quote =
        quotes.stream()
            .filter(one -> one.speaker() != null && speaker.equals(one.speaker().name()))
            .findFirst()
            .orElseThrow();
    return quote.spans().get(0).exact();
  }

  @Test
  void aDatelineIsNotSaid() {
    Quote quote =
        onlyQuote("NORTHPORT (Coast Wire) — The old bridge will be closed, Nora Vance said.");

    assertEquals("The old bridge will be closed", quote.text());
  }

  @Test
  void aSpeakerWhomTheArticleNeverNamesStaysUnnamed() {
    Quote quote =
        onlyQuote("Nora Vance left. “We were never asked about the bridge,” a city engineer said.");

    assertTrue(quote.mention().exact().endsWith("engineer"), quote.mention().exact());
    assertNull(quote.speaker().name());
  }

  @Test
  void aTitleIsNobodysWords() {
    List<Quote> quotes =
        quotes("Nora Vance appears in the film “The Long Quiet Bridge” this week.");

    assertEquals(List.of(), quotes);
  }

  @Test
  void heWhoSpokeLastGoesOnInTheNextParagraph() {
    List<Quote> quotes =
        quotes(
            "“The bridge is closed for good,” said Mayor Omar Pell.\n\n"
                + "“We looked at every other way and found none,” he said.");

    assertEquals(2, quotes.size());
    assertEquals("Omar Pell", quotes.get(1).speaker().name());
  }

  @Test
  void aParagraphThatOpensAgainRunsOn() {
    List<Quote> quotes =
        quotes(
            "Omar Pell said: “The bridge is closed for good.\n\n"
                + "“We looked at every other way and found none.”");

    assertEquals(1, quotes.size());
    assertEquals(2, quotes.get(0).spans().size());
  }

  @Test
  void theLinesOfATranscriptSayWhoSpeaks() {
    List<Quote> quotes =
        quotes(
            "Rita Harlan spoke with Omar Pell.\n\n"
                + "HARLAN: When does the bridge open?\n\nPELL: In spring, I hope.");

    assertEquals(List.of("HARLAN", "PELL"), quotes.stream().map(q -> q.mention().exact()).toList());
  }

  @Test
  void aLabelInCapitalsIsNoTranscript() {
    assertEquals(List.of(), quotes("BYLINE: the city desk.\n\nThe bridge was closed on Monday."));
  }

  @Test
  void theSameWordsAreTiedToWhereTheyStoodFirst() {
    List<Quote> quotes =
        quotes(
            "“We will open the old bridge again in spring,” Omar Pell said.\n\n"
                + "“We will open the old bridge again in the spring,” Omar Pell said in a letter.");

    assertEquals(2, quotes.size());
    assertEquals(quotes.get(0).id(), quotes.get(1).sameAs());
  }

  @Test
  void anAnswerWithoutAPossessorIsSomebodysWhoIsntNamed() {
    List<Quote> quotes =
        quotes(
            "\"We wrote to the board twice,\" Nora Vance said. \"The reply was, 'The matter is"
                + " closed.'\"");

    Quote nested = quotes.get(1);
    assertEquals("The matter is closed.", nested.text());
    assertEquals("reply", nested.cue().exact());
    assertEquals(Speaker.UNNAMED, nested.speaker().kind());
    assertNull(nested.mention());
  }

  @Test
  void anAnswerIsItsPossessors() {
    List<Quote> quotes =
        quotes(
            "Omar Pell runs the port. \"I asked him twice,\" Nora Vance said. \"His answer was,"
                + " 'The matter is closed.'\"");

    Quote nested = quotes.get(1);
    assertEquals("answer", nested.cue().exact());
    assertEquals("Omar Pell", nested.speaker().name());
  }

  @Test
  void aSentenceThatLeadsToWordsInMarksGivesTheirCue() {
    Quote quote =
        onlyQuote(
            "Nora Vance spoke for an hour. Vance then quoted a line of her first speech. \"Nobody"
                + " in this valley stands above the law.\"");

    assertEquals("Nora Vance", quote.speaker().name());
    assertEquals("quoted", quote.cue().exact());
  }

  @Test
  void whatTheSourceDidNextIsNotSaid() {
    Quote quote =
        onlyQuote(
            "Judge Nora Vance wrote that the claims were \"late and without merit\" and put the"
                + " trial on hold.");

    assertTrue(quote.text().endsWith("without merit\""), quote.text());
  }

  @Test
  void whatIsNestedSaysInWhat() {
    List<Quote> quotes =
        quotes("“Omar Pell told us that the bridge would never be closed,” Nora Vance said.");

    Quote nested = quotes.stream().filter(quote -> quote.within() != null).findFirst().orElse(null);
    assertNotNull(nested);
    assertEquals("Omar Pell", nested.speaker().name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"The fear of that is real.", "Rejecting a claim from that man, he left."})
  void aNounThatReportsMayHaveNobodyBehindIt(String text) {
    quotes(text).forEach(quote -> assertNull(quote.mention(), quote::toString));
  }

  @Test
  void randomTextNeverThrowsAndWhatIsNestedLiesInside() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] pieces = {
      "“",
      "”",
      "\"",
      "‘",
      "’",
      "'",
      "said",
      "told",
      "according to",
      "that",
      "Nora Vance",
      "she",
      "the mayor",
      "who",
      "critics",
      "claims",
      ",",
      ".",
      ":",
      "\n\n",
      "—",
      "and",
      "the bridge",
      "was",
      "called",
      "HARLAN:",
      "‹",
      "›",
      "''",
      "because",
      "a report",
      "10",
      "@pell",
      "(",
      ")",
      "claim",
      "warning",
      "from",
      "of",
      "to",
      "her",
      "they",
      "it",
      "Pell’s",
      "answer",
      "then",
      "repeated",
      "supports",
      "texted",
      "refused",
      "put",
      "a",
      "on Monday",
      "as",
      "asked",
      "Mr. Pell",
      "the Port Authority"
    };
    for (int i = 0; i < 8_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(80); j >= 0; j--) {
        text.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(4) > 0 ? " " : "");
      }
      check(text.toString(), "seed " + seed + ", case " + i + ": " + text);
    }
  }

  private static void check(String text, String message) {
    List<Quote> quotes;
    try {
      quotes = quotes(text);
    } catch (RuntimeException e) {
      throw new AssertionError(message, e);
    }
    Map<String, Quote> byId = new HashMap<>();
    quotes.forEach(quote -> byId.put(quote.id(), quote));
    for (Quote quote : quotes) {
      int end = 0;
      for (Span span : quote.spans()) {
        assertTrue(span.start() >= end && span.end() > span.start(), message);
        assertEquals(text.substring(span.start(), span.end()), span.exact(), message);
        end = span.end();
      }
      assertTrue(quote.within() == null || byId.containsKey(quote.within()), message);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "“",
        "\"a\" he said ",
        "“a b c” ",
        "“Keep It” and ",
        "he said that she said ",
        "the man said he will go and she ",
        "HARLAN: "
      })
  void aTextOfNothingElseEndsInTimeThatGrowsWithItsLength(String piece) {
    String text = piece.repeat(300_000 / piece.length());

    assertTimeout(Duration.ofSeconds(60), () -> quotes(text));
  }

  private static List<Quote> quotes(String text) {
    return ENRICHER.find(text).quotes();
  }

  private static Quote onlyQuote(String text) {
    List<Quote> quotes = quotes(text);
    assertEquals(1, quotes.size(), () -> "Quotes: " + quotes);
    return quotes.get(0);
  }

  @Test
  void aParagraphThatBeginsWithAnotherGoesOnWithHim() {
    List<Quote> quotes =
        quotes(
            "“The bridge is closed for good,” said Mayor Omar Pell.\n\n"
                + "Robert Vance came back on Monday. He said the road would be open by night.");

    assertEquals("Robert Vance", quotes.get(1).speaker().name());
  }

  @Test
  void aGroupThatIsCalledByANameIsASpeakerOfThatName() {
    Speaker speaker = onlyQuote("Republicans said the old bridge would be closed.").speaker();

    assertEquals(new Speaker(Speaker.GROUP, null, "Republicans", null), speaker);
  }

  @Test
  void theyAreTheGroupThatActsInTheSentenceBeforeAndTheMentionEndsAtTheApostrophe() {
    Quote quote =
        onlyQuote(
            "The bridge is old, with Republicans seizing on it.\n\n"
                + "They’ve said the old bridge would be closed for a year.");

    assertEquals(new Speaker(Speaker.GROUP, null, "Republicans", null), quote.speaker());
    assertEquals("They", quote.mention().exact());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Officials said the old bridge would be closed.",
        "Some Republicans said the old bridge would be closed.",
        "Residents warned Republicans. They said the old bridge would be closed."
      })
  void aGroupWithoutANameIsASpeakerWithoutOne(String text) {
    List<Quote> quotes = quotes(text);
    Speaker speaker = quotes.get(quotes.size() - 1).speaker();

    assertEquals(Speaker.GROUP, speaker.kind());
    assertNull(speaker.name());
  }

  @Test
  void theTwoGroupsAreBothOfTheSentenceBefore() {
    List<Quote> quotes =
        quotes(
            "The Coastal Workers Union and the Harbor Farmers Union met on Monday."
                + " The two unions said the old bridge would be closed.");

    Speaker speaker = quotes.get(quotes.size() - 1).speaker();
    assertEquals("Coastal Workers Union and Harbor Farmers Union", speaker.name());
  }

  @Test
  void whoAsksIsNotWhoAnswers() {
    List<Quote> quotes =
        quotes(
            "“The bridge is closed for good,” said Mayor Omar Pell.\n\n"
                + "“Will it ever open to us again?” a reporter asked.\n\n“In the spring,” he said.");

    assertEquals("Omar Pell", quotes.get(2).speaker().name());
  }

  @Test
  void whoIsRetoldIsKnownByWhoTells() {
    List<Quote> quotes =
        quotes(
            "Omar Pell’s niece, Nora Pell, left the council on Monday.\n\n“My uncle told me,"
                + " ‘Close the old bridge at once,’ and I did,” Nora Pell said.");

    Quote nested = quotes.stream().filter(q -> q.within() != null).findFirst().orElseThrow();
    assertEquals("Omar Pell", nested.speaker().name());
  }

  @Test
  void thePaperItselfIsThePaper() {
    Quote quote = onlyQuote("The paper itself notes that “further winters are required” to tell.");

    assertEquals("The paper", quote.mention().exact());
    assertEquals(Speaker.DOCUMENT, quote.speaker().kind());
  }

  @Test
  void aSourceInThePluralIsAGroupAlsoWhereNoListHasIt() {
    Speaker speaker = onlyQuote("Local hunters said the old bridge would be closed.").speaker();

    assertEquals(new Speaker(Speaker.GROUP, null, null, "Local hunters"), speaker);
  }

  @Test
  void twoOrganisationsThatSayOneThingAreOneGroup() {
    Quote quote =
        onlyQuote(
            "The Coastal Workers Union and the Harbor Farmers Union said the old bridge would be"
                + " closed.");

    assertEquals(
        new Speaker(Speaker.GROUP, null, "Coastal Workers Union and Harbor Farmers Union", null),
        quote.speaker());
    assertEquals("Coastal Workers Union and the Harbor Farmers Union", quote.mention().exact());
  }

  @Test
  void whatAnotherLeftIsNoneOfItsSpeakers() {
    Quote quote =
        onlyQuote(
            "Omar Pell left the Coastal Workers Union, and the Harbor Farmers Union said the old"
                + " bridge would be closed.");

    assertEquals("Harbor Farmers Union", quote.speaker().name());
  }
}
