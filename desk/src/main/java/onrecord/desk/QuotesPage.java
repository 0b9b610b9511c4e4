package onrecord.desk;

/** Quotes of everybody, the newest first, or what a search found. */
final class QuotesPage {
  private QuotesPage() {}

  /**
   * Writes the page.
   *
   * @param search words, or null
   * @param continued whether the list began on an earlier page
   */
  static String render(Layout layout, String search, Page<QuoteListing> page, boolean continued) {
    String title = search == null ? "The latest quotes" : "Quotes with “" + search + "”";
    return layout.page(
        title,
        Layout.Section.QUOTES,
        search,
        Addresses.list("/api/quotes", "q", search),
        html -> {
          html.open("div", "class", "sheet").element("h1", title);
          if (page.items().isEmpty()) {
            html.element(
                "p",
                search == null || continued
                    ? "There are no quotes here."
                    : "No quote matches. Fewer or other words may find some.",
                "class",
                "nothing");
          }
          QuoteList.write(html, page.items(), true);
          writeMore(html, "/quotes", search, page.next(), continued);
          html.close();
        });
  }

  /** Writes the links to the list's beginning and its next part, where there are any. */
  static void writeMore(Html html, String path, String search, Cursor next, boolean continued) {
    if (next == null && !continued) {
      return;
    }
    html.open("nav", "class", "more", "aria-label", "Pages");
    if (continued) {
      html.element("a", "To the newest", "href", Addresses.list(path, "q", search));
    }
    if (next != null) {
      html.element(
          "a",
          "Older quotes",
          "rel",
          "next",
          "href",
          Addresses.list(path, "q", search, "before", next.word()));
    }
    html.close();
  }
}
