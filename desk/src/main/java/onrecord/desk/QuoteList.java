package onrecord.desk;

import java.util.List;

/** Quotes apart from their articles, gathered under them. */
final class QuoteList {
  private QuoteList() {}

  /**
   * Writes the quotes, which come article by article.
   *
   * @param named whether to name the speaker: not where all are the same one's
   */
  static void write(Html html, List<QuoteListing> quotes, boolean named) {
    String articleId = null;
    for (QuoteListing quote : quotes) {
      if (!quote.articleId().equals(articleId)) {
        if (articleId != null) {
          html.close().close();
        }
        articleId = quote.articleId();
        html.open("section", "class", "occasion");
        article(html, quote);
        html.open("ol", "class", "said");
      }
      quote(html, quote, named);
    }
    if (articleId != null) {
      html.close().close();
    }
  }

  private static void article(Html html, QuoteListing quote) {
    html.open("header").open("p", "class", "kicker");
    if (quote.source() != null) {
      html.element("a", quote.source(), "href", Addresses.list("/", "source", quote.source()));
      html.text(" ");
    }
    Dates.writeDay(html, quote.shownAt());
    if (quote.publishedAt() == null) {
      html.text(" (when it came in)");
    }
    html.close().open("h2");
    html.element(
        "a", ArticlesPage.headline(quote.headline()), "href", Addresses.article(quote.articleId()));
    html.close().close();
  }

  private static void quote(Html html, QuoteListing quote, boolean named) {
    html.open("li", "class", Vocabulary.quoteClass(quote.kind()));
    html.open("blockquote").open("p", "dir", "auto");
    html.text(words(quote.text(), quote.allQuoted())).close().close();
    html.open("p", "class", "by");
    if (named) {
      html.open("span", "class", "who");
      Attribution.writeLabel(html, quote.speaker(), quote.mention());
      html.close().text(" · ");
    }
    String description = Attribution.description(quote.speaker(), quote.mention());
    if (description != null) {
      html.text(description + " · ");
    }
    Attribution.writeManner(html, quote.kind(), quote.cue());
    Attribution.writeCertainty(html, quote.speaker(), quote.confidence(), quote.candidates());
    html.text(" · ");
    html.element(
        "a",
        "in its place",
        "class",
        "step",
        "href",
        Addresses.quote(quote.articleId(), quote.id()),
        "aria-label",
        "Read the quote in its place");
    html.close();
    variants(html, quote);
    html.close();
  }

  private static String words(String text, boolean allQuoted) {
    return allQuoted ? "“" + text + "”" : text;
  }

  private static void variants(Html html, QuoteListing quote) {
    if (quote.alsoIn() == 0) {
      return;
    }
    html.open("details", "class", "variants");
    html.element(
        "summary", "also quoted in " + Vocabulary.count(quote.alsoIn(), "article", "articles"));
    html.open("ul");
    for (QuoteListing.Variant variant : quote.variants()) {
      html.open("li");
      if (!variant.text().equals(quote.text())) {
        String words = words(variant.text(), variant.allQuoted());
        html.element("span", words, "class", "words", "dir", "auto").text(" · ");
      }
      String name = quote.speaker() == null ? null : quote.speaker().name();
      if (variant.speaker() != null && !variant.speaker().equals(name)) {
        html.text(variant.speaker() + " · ");
      }
      html.open("a", "href", Addresses.quote(variant.articleId(), variant.id()));
      html.text(variant.source() == null ? "" : variant.source() + ", ");
      Dates.writeDay(html, variant.shownAt());
      html.close().close();
    }
    html.close().close();
  }
}
