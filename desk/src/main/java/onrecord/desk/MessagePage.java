package onrecord.desk;

/** The page in place of one that can't be shown. */
final class MessagePage {
  private MessagePage() {}

  static String render(Layout layout, int status, String sentence) {
    String title =
        switch (status) {
          case 400 -> "The desk can't read this question";
          case 404 -> "Not here";
          case 503 -> "The archive is closed for the moment";
          default -> "This didn't work";
        };
    return layout.page(
        title,
        null,
        null,
        null,
        html -> {
          html.open("div", "class", "message");
          html.element("h1", title).element("p", sentence);
          html.open("p").element("a", "To the newest articles", "href", "/").close();
          html.close();
        });
  }
}
