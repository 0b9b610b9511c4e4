package onrecord.desk;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The addresses of the desk's pages. */
final class Addresses {
  /** A longer name has no page: it would not fit into an address. */
  static final int MAX_NAME_CHARS = 300;

  private Addresses() {}

  static String article(String id) {
    return "/articles/" + encoded(id);
  }

  /** A quote's place in its article. */
  static String quote(String articleId, String quoteId) {
    return article(articleId) + "#" + encoded(quoteAnchor(quoteId));
  }

  static String quoteAnchor(String quoteId) {
    return "quote-" + quoteId;
  }

  /** A speaker's page, or null when the name is no part of an address. */
  static String speaker(String name) {
    // A browser takes "." and ".." for steps on the way, however they are written.
    boolean fits =
        !name.isBlank()
            && name.length() <= MAX_NAME_CHARS
            && !name.equals(".")
            && !name.equals("..");
    return fits ? "/speakers/" + encoded(name) : null;
  }

  /** The list of the articles that name somebody, or null when the name is too long for one. */
  static String named(String name) {
    String search = "\"" + name.replace("\"", " ") + "\"";
    return search.length() <= MAX_NAME_CHARS ? list("/", "q", search) : null;
  }

  /**
   * A list's page.
   *
   * @param path of the list
   * @param parameters names and values in turn; a null value leaves the parameter out
   */
  static String list(String path, String... parameters) {
    StringBuilder address = new StringBuilder(path);
    char separator = '?';
    for (int i = 0; i < parameters.length; i += 2) {
      if (parameters[i + 1] != null) {
        address.append(separator).append(parameters[i]).append('=');
        address.append(encoded(parameters[i + 1]));
        separator = '&';
      }
    }
    return address.toString();
  }

  /** The address when it leads to the web, else null: others could run what they hold. */
  static String web(String url) {
    if (url == null) {
      return null;
    }
    try {
      String scheme = new URI(url.strip()).getScheme();
      boolean web =
          scheme != null
              && (scheme.toLowerCase(Locale.ROOT).equals("https")
                  || scheme.toLowerCase(Locale.ROOT).equals("http"));
      return web ? url.strip() : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
