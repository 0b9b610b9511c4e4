package onrecord.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteEventTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Inés Varga-Ruíz|ines varga-ruiz",
        "INES VARGA-RUIZ|ines varga-ruiz",
        "' Ines   Varga-Ruiz '|ines varga-ruiz",
        "Øyvind Ås|øyvind as",
        "IDRIS|idris"
      })
  void aNameIsFoldedWithoutCaseAccentsAndDoubledBlanks(String name, String folded) {
    assertEquals(folded, QuoteEvent.folded(name));
  }

  @Test
  void composedAndDecomposedAccentsFoldAlike() {
    assertEquals(QuoteEvent.folded("Jose\u0301"), QuoteEvent.folded("Jos\u00e9"));
  }

  @Test
  void theKeyIsTheSpeakersFoldedName() {
    assertEquals("teresa vandermeer", Examples.quoteEvent().key());
  }

  @Test
  void theKeyOfAQuoteWithoutANameIsTheArticles() {
    EnrichedArticle article = Examples.enriched();
    Quote unnamed = article.quotes().get(4);
    assertEquals(Speaker.DOCUMENT, unnamed.speaker().kind());

    assertEquals(article.id(), QuoteEvent.of(article, unnamed, QuoteEvent.ADDED).key());
    assertEquals(article.id(), QuoteEvent.of(article, speakerless(), QuoteEvent.ADDED).key());
  }

  @Test
  void anEventSaysWhichVersionOfWhichArticle() {
    EnrichedArticle article = Examples.enriched();
    QuoteEvent event = QuoteEvent.of(article, article.quotes().get(0), QuoteEvent.CHANGED);

    assertEquals(article.id(), event.articleId());
    assertEquals(article.version(), event.version());
    assertEquals(article.contentHash(), event.contentHash());
    assertEquals(QuoteEvent.CHANGED, event.operation());
  }

  private static Quote speakerless() {
    Span span = new Span(0, 2, "Go");
    return new Quote(
        "q1",
        Quote.DIRECT,
        List.of(span),
        List.of(span),
        "Go",
        null,
        null,
        null,
        null,
        null,
        0,
        "none",
        List.of(),
        null);
  }
}
