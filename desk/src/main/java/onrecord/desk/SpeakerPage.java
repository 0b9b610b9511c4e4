package onrecord.desk;

import java.util.List;

/** What one speaker said, over time and across articles. */
final class SpeakerPage {
  private SpeakerPage() {}

  /**
   * Writes the page.
   *
   * @param continued whether the list began on an earlier page
   */
  static String render(
      Layout layout, SpeakerPortrait speaker, Page<QuoteListing> page, boolean continued) {
    SpeakerSummary summary = speaker.summary();
    return layout.page(
        summary.name(),
        Layout.Section.SPEAKERS,
        null,
        Addresses.list("/api/quotes", "speaker", summary.name()),
        html -> {
          html.open("div", "class", "sheet");
          html.open("header", "class", "portrait");
          html.element("h1", summary.name());
          extent(html, summary);
          html.open("dl");
          notes(html, "Quoted as", speaker.roles(), false);
          notes(html, "Quoted by", speaker.outlets(), true);
          html.close();
          html.open("p", "class", "aside");
          html.text("Gathered by name: two people of one name stand together here. ");
          html.element("a", "The articles", "href", Addresses.list("/", "speaker", summary.name()));
          html.close().close();
          QuoteList.write(html, page.items(), false);
          QuotesPage.writeMore(
              html, Addresses.speaker(summary.name()), null, page.next(), continued);
          html.close();
        });
  }

  private static void extent(Html html, SpeakerSummary summary) {
    html.open("p", "class", "counts");
    html.text(Vocabulary.count(summary.quotes(), "quote", "quotes"));
    html.text(" in ").text(Vocabulary.count(summary.articles(), "article", "articles"));
    String oldest = Dates.day(summary.oldest());
    String newest = Dates.day(summary.newest());
    html.text(", ").text(oldest.equals(newest) ? oldest : oldest + " to " + newest);
    html.close();
  }

  private static void notes(Html html, String term, List<String> notes, boolean outlets) {
    if (notes.isEmpty()) {
      return;
    }
    html.open("div").element("dt", term);
    for (String note : notes) {
      html.open("dd");
      if (outlets) {
        html.element("a", note, "href", Addresses.list("/", "source", note));
      } else {
        html.text(note);
      }
      html.close();
    }
    html.close();
  }
}
