package onrecord.desk;

import onrecord.events.Article;

/** In place of an article that its source took back: that it did and when, and no word of it. */
final class WithdrawnPage {
  private WithdrawnPage() {}

  /** Says in a sentence what happened to an article that isn't usable. */
  static String sentence(String pubStatus) {
    return pubStatus.equals(Article.WITHHELD)
        ? "This article is withheld by its source."
        : "This article was withdrawn by its source.";
  }

  static String render(Layout layout, Dossier dossier) {
    return layout.page(
        "No longer here",
        Layout.Section.ARTICLES,
        null,
        "/api" + Addresses.article(dossier.article().id()),
        html -> {
          html.open("div", "class", "message").element("h1", "No longer here").open("p");
          html.text(sentence(dossier.article().pubStatus()));
          html.text(" The message came in on ");
          Dates.writeDay(html, dossier.article().ingestedAt());
          html.text(", ");
          Dates.writeMinute(html, dossier.article().ingestedAt());
          html.text(".").close();
          if (dossier.revisions().size() > 1) {
            History.write(html, dossier.revisions());
          }
          html.open("p").element("a", "To the newest articles", "href", "/").close();
          html.close();
        });
  }
}
