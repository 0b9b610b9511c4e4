package onrecord.desk;

import java.util.List;
import onrecord.desk.MarkedText.Mark;

/** The list of articles, by day, or what a search found. */
final class ArticlesPage {
  private static final int SPEAKERS_SHOWN = 4;

  /**
   * What the list was asked for; null is anything.
   *
   * @param search words
   * @param source an outlet
   * @param speaker who is quoted
   */
  record Asked(String search, String source, String speaker) {}

  private ArticlesPage() {}

  /**
   * Writes the page.
   *
   * @param speakers whose names match the search
   * @param continued whether the list began on an earlier page
   */
  static String render(
      Layout layout,
      Asked asked,
      Page<ArticleSummary> page,
      List<SpeakerSummary> speakers,
      boolean continued) {
    String title = title(asked);
    return layout.page(
        title,
        Layout.Section.ARTICLES,
        asked.search(),
        address("/api/articles", asked, null),
        html -> {
          html.open("div", "class", "sheet");
          html.element("h1", title);
          if (asked.search() != null) {
            html.open("p", "class", "aside");
            html.text("Or look for ");
            html.element("a", "quotes with these words", "href", quotes(asked.search()));
            html.text(".").close();
          }
          speakers(html, speakers);
          if (page.items().isEmpty()) {
            html.element("p", nothing(asked, continued), "class", "nothing");
          }
          articles(html, page.items());
          more(html, asked, page, continued);
          html.close();
        });
  }

  private static String title(Asked asked) {
    if (asked.search() != null) {
      return "Articles about “" + asked.search() + "”";
    }
    if (asked.speaker() != null) {
      return "Articles that quote " + asked.speaker();
    }
    return asked.source() != null ? "Articles of " + asked.source() : "The latest";
  }

  private static String nothing(Asked asked, boolean continued) {
    if (continued) {
      return "The list ends here.";
    }
    return asked.equals(new Asked(null, null, null))
        ? "No article has come in yet."
        : "No article matches. Fewer or other words may find some; put a phrase in quotation marks.";
  }

  private static void speakers(Html html, List<SpeakerSummary> speakers) {
    if (speakers.isEmpty()) {
      return;
    }
    html.open("section", "class", "found-speakers", "aria-labelledby", "found-speakers");
    html.element("h2", "Speakers of this name", "id", "found-speakers");
    html.open("ul");
    for (SpeakerSummary speaker : speakers) {
      html.open("li");
      html.element("a", speaker.name(), "href", Addresses.speaker(speaker.name()));
      html.text(" ").element("span", Vocabulary.count(speaker.quotes(), "quote", "quotes"));
      html.close();
    }
    html.close().close();
  }

  private static void articles(Html html, List<ArticleSummary> articles) {
    String day = null;
    for (ArticleSummary article : articles) {
      String itsDay = Dates.day(article.shownAt());
      if (!itsDay.equals(day)) {
        if (day != null) {
          html.close();
        }
        html.open("section", "class", "day").open("h2");
        html.element("span", Dates.weekday(article.shownAt())).text(" " + itsDay).close();
        day = itsDay;
      }
      article(html, article);
    }
    if (day != null) {
      html.close();
    }
  }

  private static void article(Html html, ArticleSummary article) {
    html.open("article", "class", "entry");
    html.open("p", "class", "kicker");
    if (article.source() != null) {
      html.element("a", article.source(), "href", Addresses.list("/", "source", article.source()));
      html.text(" ");
    }
    Dates.writeMinute(html, article.shownAt());
    if (article.publishedAt() == null) {
      html.text(" (when it came in)");
    }
    html.close();
    html.open("h3");
    html.element(
        "a",
        headline(article.headline()),
        "class",
        "step",
        "href",
        Addresses.article(article.id()));
    html.close();
    if (!article.excerpt().text().isBlank()) {
      html.open("p", "class", "excerpt");
      excerpt(html, article.excerpt());
      html.close();
    }
    html.open("p", "class", "counts");
    html.text(Vocabulary.count(article.quotes(), "quote", "quotes"));
    html.text(" · ").text(Vocabulary.count(article.entities(), "name", "names"));
    if (article.alsoIn() > 0) {
      html.text(" · ");
      html.element(
          "a",
          "also in " + Vocabulary.count(article.alsoIn(), "outlet", "outlets"),
          "href",
          Addresses.article(article.id()) + "#copies");
    }
    html.close();
    quoted(html, article.speakers());
    html.close();
  }

  static String headline(String headline) {
    return headline == null || headline.isBlank() ? "Without a headline" : headline.strip();
  }

  private static void excerpt(Html html, Excerpt excerpt) {
    List<Mark> hits =
        excerpt.hits().stream()
            .map(hit -> new Mark(hit.start(), hit.end(), 0, "mark", "hit", null, null, null))
            .toList();
    String text = excerpt.text();
    new MarkedText(text, hits).write(html, 0, text.length(), List.of());
  }

  private static void quoted(Html html, List<String> speakers) {
    if (speakers.isEmpty()) {
      return;
    }
    html.open("p", "class", "counts").text("Quoted: ");
    int shown = Math.min(speakers.size(), SPEAKERS_SHOWN);
    for (int i = 0; i < shown; i++) {
      html.text(i == 0 ? "" : ", ");
      html.element("a", speakers.get(i), "href", Addresses.speaker(speakers.get(i)));
    }
    if (shown < speakers.size()) {
      html.text(" and " + (speakers.size() - shown) + " more");
    }
    html.close();
  }

  private static void more(Html html, Asked asked, Page<ArticleSummary> page, boolean continued) {
    if (page.next() == null && !continued) {
      return;
    }
    html.open("nav", "class", "more", "aria-label", "Pages");
    if (continued) {
      html.element("a", "To the newest", "href", address("/", asked, null));
    }
    if (page.next() != null) {
      html.element("a", "Older articles", "rel", "next", "href", address("/", asked, page.next()));
    }
    html.close();
  }

  private static String address(String path, Asked asked, Cursor before) {
    return Addresses.list(
        path,
        "q",
        asked.search(),
        "source",
        asked.source(),
        "speaker",
        asked.speaker(),
        "before",
        before == null ? null : before.word());
  }

  private static String quotes(String search) {
    return Addresses.list("/quotes", "q", search);
  }
}
