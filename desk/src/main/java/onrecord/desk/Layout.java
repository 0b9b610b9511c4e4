package onrecord.desk;

import java.util.function.Consumer;

/** What every page has around its own part. Safe to share between threads. */
final class Layout {
  /** The pages that the head of every page leads to. */
  enum Section {
    ARTICLES("Articles", "/"),
    QUOTES("Quotes", "/quotes"),
    SPEAKERS("Speakers", "/speakers");

    final String label;
    final String path;

    Section(String label, String path) {
      this.label = label;
      this.path = path;
    }
  }

  final Assets assets;

  Layout(Assets assets) {
    this.assets = assets;
  }

  /**
   * A whole page.
   *
   * @param title of the page, without the desk's name
   * @param section where the page stands, or null when nowhere
   * @param search what the search box holds, or null
   * @param data the address of the page's content as JSON, or null
   * @param content writes the page's own part, into {@code main}
   */
  String page(String title, Section section, String search, String data, Consumer<Html> content) {
    Html html = new Html().doctype().open("html", "lang", "en");
    head(html, title, data);
    html.open("body");
    html.element("a", "Skip to the content", "class", "skip", "href", "#main");
    masthead(html, section, search);
    html.open("main", "id", "main", "tabindex", "-1");
    content.accept(html);
    html.close();
    footer(html, data);
    return html.close().close().toString();
  }

  private void head(Html html, String title, String data) {
    html.open("head");
    html.open("meta", "charset", "utf-8");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", title + " · Onrecord");
    html.open("link", "rel", "icon", "type", "image/svg+xml", "href", assets.address("icon.svg"));
    html.open("link", "rel", "stylesheet", "href", assets.address("desk.css"));
    if (data != null) {
      html.open("link", "rel", "alternate", "type", "application/json", "href", data);
    }
    html.open("script", "src", assets.address("desk.js"), "defer", "").close();
    html.close();
  }

  private static void masthead(Html html, Section current, String search) {
    boolean quotes = current == Section.QUOTES;
    boolean speakers = current == Section.SPEAKERS;
    String what = quotes ? "quotes" : speakers ? "speakers" : "articles";
    html.open("header", "class", "masthead");
    html.element("a", "Onrecord", "class", "name", "href", "/");
    html.open("nav", "aria-label", "Sections").open("ul");
    for (Section section : Section.values()) {
      html.open("li");
      html.element(
          "a",
          section.label,
          "href",
          section.path,
          "aria-current",
          section == current ? "page" : null);
      html.close();
    }
    html.close().close();
    html.open("form", "role", "search", "action", quotes || speakers ? current.path : "/");
    html.element("label", "Search " + what, "for", "search", "class", "unseen");
    html.open(
        "input",
        "id",
        "search",
        "type",
        "search",
        "name",
        "q",
        "value",
        search == null || search.isEmpty() ? null : search,
        "placeholder",
        "Search " + what,
        "maxlength",
        "300",
        "aria-keyshortcuts",
        "/");
    html.element("button", "Search", "type", "submit");
    html.close().close();
  }

  private static void footer(Html html, String data) {
    html.open("footer", "class", "colophon");
    // Only the script can make the keys work, so only the script shows this.
    html.open("details", "id", "keys", "hidden", "");
    html.element("summary", "Keys");
    html.open("dl");
    key(html, "j", "next quote or headline");
    key(html, "k", "the one before");
    key(html, "/", "search");
    key(html, "?", "this list");
    html.close();
    html.open("label").open("input", "type", "checkbox", "id", "keys-on");
    html.text(" Single keys work as above").close();
    html.close();
    html.open("p");
    html.text("Onrecord keeps who said what, exact to the character.");
    if (data != null) {
      html.text(" ").element("a", "This page as JSON", "href", data);
    }
    html.close().close();
  }

  private static void key(Html html, String key, String does) {
    html.open("div").open("dt").element("kbd", key).close().element("dd", does).close();
  }
}
