package onrecord.enrich.quotes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import onrecord.enrich.Enricher;
import onrecord.events.Quote;
import onrecord.events.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which the world's papers report, and those that only look like reports. */
class ReportingFormsTest {
  private static final Enricher ENRICHER = new Enricher();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Two steam trains are to run in the county, the Harwick Railway said yesterday. | Harwick Railway | Two steam trains are to run in the county
          The price of tea will rise again this year, the Bank of Carrow said Monday in a report. | Bank of Carrow | The price of tea will rise again this year
          He moved his shares in the firm to his nominee, Mr Pell claimed. | Pell | He moved his shares in the firm to his nominee
          Nobody is to be charged over the fire, a senior official in the city has said. | a senior official | Nobody is to be charged over the fire
          The depot should be given another name, Premier Su Tai (蘇大) said yesterday at the opening ceremony. | Su Tai | The depot should be given another name
          """)
  void aSourceThatClosesItsSentenceReportsWhatStandsBeforeIt(
      String text, String source, String words) {
    Quote quote = onlyQuote(text);

    assertEquals(words, quote.text());
    assertTrue(quote.mention().exact().contains(source), quote.mention().exact());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          The girl was a farmer's daughter, said Deputy Commissioner (Traffic) Anita Rao. | Anita Rao | The girl was a farmer's daughter
          Police then fired four shots into the air, said the officer. | the officer | Police then fired four shots into the air
          The fires had crossed two canals by noon, said the governor, who was in tears. | the governor | The fires had crossed two canals by noon
          """)
  void aSourceBehindItsCueClosesItsSentenceToo(String text, String source, String words) {
    Quote quote = quotes(text).get(0);

    assertEquals(words, quote.text());
    assertEquals(source, quote.mention().exact());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          On average, according to the report, repairs take three months. | On average;repairs take three months
          The workshop, he pointed out, will enable the farmers to learn. | The workshop;will enable the farmers to learn
          According to the Carrow Ministry of Roads, the old bridge is unsafe. | the old bridge is unsafe
          """)
  void whatStandsAroundASourceIsWhatItSays(String text, String spans) {
    assertEquals(
        List.of(spans.split(";")), onlyQuote(text).spans().stream().map(Span::exact).toList());
  }

  @Test
  void whatIsAddedIsAQuoteOfItsOwn() {
    List<Quote> quotes =
        quotes("The bridge was ready, Nora Pell said, adding that it would be costly.");

    assertEquals("The bridge was ready", quotes.get(0).text());
    assertEquals("it would be costly", quotes.get(1).text());
    assertEquals("Nora Pell", quotes.get(1).speaker().name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          The minister said that during the meeting, the members had shown their plans. | during the meeting, the members had shown their plans
          Nora Pell said although traffic had fallen, the number of accidents had grown. | although traffic had fallen, the number of accidents had grown
          """)
  void aClauseBehindItsOpeningBelongsToTheContent(String text, String words) {
    assertEquals(words, onlyQuote(text).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          The decree, carrying the signatures of President Obi and Minister Rao, states that the curfew ends at six. | The decree
          Rosa Paz, a spokeswoman for the Carrow Party told reporters the vote was stolen. | Rosa Paz
          Nora Pell quoted Jim Vance as saying that the bridge would fall. | Jim Vance
          “A ban is a wall,” the council's director, Priya Sena, told delegates. | Priya Sena
          """)
  void whoSpeaksIsTheSubjectAndNotWhoStandsNearer(String text, String source) {
    assertEquals(source, quotes(text).get(0).mention().exact());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Two truck drivers, who alleged that the road was closed, left on Monday. | group   | Two truck drivers
          The prosecutor, who said the road was closed, left on Monday.            | unnamed | The prosecutor
          """)
  void whoIsWhomItRelatesToAndItsClauseEndsBeforeTheMainVerb(
      String text, String kind, String role) {
    Quote quote = onlyQuote(text);

    assertEquals("the road was closed", quote.text());
    assertEquals(kind, quote.speaker().kind());
    assertEquals(role, quote.speaker().role());
  }

  @Test
  void whoIsToldIsNotWhoSays() {
    assertNull(onlyQuote("They were told that the old bridge would close.").mention());
  }

  @Test
  void aBracketThatOpensInTheContentClosesInIt() {
    assertTrue(
        onlyQuote("Nora Pell said she had called the Crime Branch (CCB).")
            .text()
            .endsWith("(CCB)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Police were questioning the roommates of the suspect for more details.",
        "The accused made his first court appearance on Monday.",
        "Harwick plans to share the proceeds with the county.",
        "The truce is widely seen as one more step toward peace in the valley.",
        "What he said was a bold statement.",
        "None of the neighbors could say which car it was.",
        "The crew called off the search at dusk.",
        "The bridge is popularly known as the Old Lady."
      })
  void whatIsDoneWantedOrKnownIsNoQuote(String text) {
    assertEquals(List.of(), quotes(text).stream().map(Quote::text).toList());
  }

  private static Quote onlyQuote(String text) {
    List<Quote> quotes = quotes(text);
    assertEquals(1, quotes.size(), () -> quotes.stream().map(Quote::text).toList().toString());
    return quotes.get(0);
  }

  private static List<Quote> quotes(String text) {
    return ENRICHER.find(text).quotes();
  }
}
