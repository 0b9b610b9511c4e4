package onrecord.events;

/**
 * The text of an article that every offset points into: headline, blank line, body when a headline
 * is given apart and the body doesn't open with it; else the body as it came.
 *
 * @param text the text
 * @param headlineStart where the headline begins in the text, or -1 when the article has none
 * @param headlineEnd where it ends, or -1
 * @param bodyStart where the body proper begins: behind the headline and the white space after it
 */
public record ArticleText(String text, int headlineStart, int headlineEnd, int bodyStart) {

  static ArticleText of(String headline, String body) {
    if (headline == null || headline.isBlank()) {
      return new ArticleText(body, -1, -1, 0);
    }
    String words = headline.strip();
    int top = opening(body);
    int end = top + words.length();
    if (body.startsWith(words, top) && endsLine(body, end)) {
      return new ArticleText(body, top, end, skipBlank(body, end));
    }
    return new ArticleText(
        headline + "\n\n" + body, 0, headline.length(), headline.length() + "\n\n".length());
  }

  /**
   * Where a text opens: behind a byte order mark that was left in it, leading white space and one
   * line that is nothing but an address.
   */
  public static int opening(String body) {
    int at = skipBlank(body, body.startsWith("\uFEFF") ? 1 : 0);
    if (body.startsWith("http://", at) || body.startsWith("https://", at)) {
      int end = at;
      while (end < body.length() && !Character.isWhitespace(body.charAt(end))) {
        end++;
      }
      if (end == body.length() || body.charAt(end) == '\n' || body.charAt(end) == '\r') {
        return skipBlank(body, end);
      }
    }
    return at;
  }

  /** Whether nothing but blanks stands between a place and the end of its line. */
  private static boolean endsLine(String s, int from) {
    int at = from;
    while (at < s.length() && Character.isWhitespace(s.charAt(at))) {
      if (s.charAt(at) == '\n' || s.charAt(at) == '\r') {
        return true;
      }
      at++;
    }
    return at == s.length();
  }

  private static int skipBlank(String s, int from) {
    int at = from;
    while (at < s.length() && Character.isWhitespace(s.charAt(at))) {
      at++;
    }
    return at;
  }
}
