package onrecord.desk;

import java.util.List;

/** Those who are quoted by name, the most quoted first, or whose names a search found. */
final class SpeakersPage {
  private SpeakersPage() {}

  /**
   * Writes the page.
   *
   * @param part of a name, or null
   * @param most how many speakers it was asked for
   */
  static String render(Layout layout, String part, List<SpeakerSummary> speakers, int most) {
    String title = part == null ? "Speakers" : "Speakers named “" + part + "”";
    return layout.page(
        title,
        Layout.Section.SPEAKERS,
        part,
        Addresses.list("/api/speakers", "q", part),
        html -> {
          html.open("div", "class", "sheet").element("h1", title);
          if (speakers.isEmpty()) {
            html.element(
                "p",
                part == null ? "Nobody is quoted by name yet." : "Nobody of this name is quoted.",
                "class",
                "nothing");
          } else {
            table(html, speakers);
          }
          if (speakers.size() == most) {
            html.element(
                "p",
                "These are the " + most + " most quoted. The search finds the others.",
                "class",
                "aside");
          }
          html.close();
        });
  }

  private static void table(Html html, List<SpeakerSummary> speakers) {
    html.open("table", "class", "speakers");
    html.open("thead").open("tr");
    html.element("th", "Name", "scope", "col");
    html.element("th", "Quotes", "scope", "col", "class", "number");
    html.element("th", "Articles", "scope", "col", "class", "number");
    html.element("th", "Last quoted", "scope", "col", "class", "date");
    html.close().close().open("tbody");
    for (SpeakerSummary speaker : speakers) {
      html.open("tr").open("th", "scope", "row");
      String page = Addresses.speaker(speaker.name());
      html.element(
          page == null ? "span" : "a",
          speaker.name(),
          "class",
          page == null ? null : "step",
          "href",
          page);
      if (!speaker.kind().equals(onrecord.events.Speaker.PERSON)) {
        html.text(" ").element("span", Vocabulary.speakerKind(speaker.kind()), "class", "kind");
      }
      html.close();
      html.element("td", Integer.toString(speaker.quotes()), "class", "number");
      html.element("td", Integer.toString(speaker.articles()), "class", "number");
      html.open("td", "class", "date");
      Dates.writeDay(html, speaker.newest());
      html.close().close();
    }
    html.close().close();
  }
}
