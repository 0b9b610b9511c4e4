package onrecord.events;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which articles are one: (source, id) when the source gives an id, else the canonical address,
 * else a hash of source, headline and time of publication.
 *
 * <p>An identity is short, stands in a URL's path without escaping, and says how it was made:
 * {@code newsweek:12345} (source and id, as they are when they are plain), {@code id~…}, {@code
 * url~…}, {@code text~…} (24 hex digits of a SHA-256). A tilde never comes from a caller, so the
 * kinds can't collide.
 */
public final class ArticleIdentity {
  /** Stands for itself in a URL's path; "." and ".." would be steps in it. */
  private static final Pattern PLAIN = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,120}");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}.]+");
  private static final Pattern TRACKING =
      Pattern.compile(
          "(utm_\\w+|fbclid|gclid|mc_cid|mc_eid|cmpid|ref_src)", Pattern.CASE_INSENSITIVE);

  private ArticleIdentity() {}

  /**
   * The identity of an article.
   *
   * @param source the outlet, or null; compared without case, accents and punctuation
   * @param sourceId the source's own id, or null
   * @param url the article's address, or null
   * @param headline or null
   * @param publishedAt or null
   * @param body used only where there is neither headline nor time to tell articles apart
   */
  public static String of(
      String source,
      String sourceId,
      String url,
      String headline,
      Instant publishedAt,
      String body) {
    String outlet = source == null ? "" : slug(source);
    if (sourceId != null && !sourceId.isBlank()) {
      if (PLAIN.matcher(sourceId).matches()) {
        if (outlet.isEmpty()) {
          return sourceId;
        }
        if (PLAIN.matcher(outlet).matches()) {
          return outlet + ":" + sourceId;
        }
      }
      return "id~" + hash(outlet, sourceId);
    }
    if (url != null && !url.isBlank()) {
      return "url~" + hash(canonical(url));
    }
    String opening = headline != null && !headline.isBlank() ? headline.strip() : body.strip();
    return "text~" + hash(outlet, opening, String.valueOf(publishedAt));
  }

  /**
   * The address without what differs between links to one page: scheme, "www.", default port,
   * fragment, tracking parameters, order of parameters, a closing slash. An address that can't be
   * parsed stands for itself.
   */
  static String canonical(String url) {
    URI uri;
    try {
      uri = new URI(url.strip());
    } catch (URISyntaxException e) {
      return url.strip();
    }
    if (uri.getHost() == null) {
      return url.strip();
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    StringBuilder canonical = new StringBuilder(host.startsWith("www.") ? host.substring(4) : host);
    int port = uri.getPort();
    if (port != -1 && port != 80 && port != 443) {
      canonical.append(':').append(port);
    }
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    canonical.append(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    if (uri.getRawQuery() != null) {
      List<String> kept = new ArrayList<>();
      for (String parameter : uri.getRawQuery().split("&", -1)) {
        String name = parameter.split("=", 2)[0];
        if (!parameter.isEmpty() && !TRACKING.matcher(name).matches()) {
          kept.add(parameter);
        }
      }
      kept.sort(null);
      if (!kept.isEmpty()) {
        canonical.append('?').append(String.join("&", kept));
      }
    }
    return canonical.toString();
  }

  private static String slug(String source) {
    String bare = MARKS.matcher(Normalizer.normalize(source, Normalizer.Form.NFD)).replaceAll("");
    String slug = NOT_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("-");
    int start = slug.startsWith("-") ? 1 : 0;
    int end = slug.endsWith("-") ? slug.length() - 1 : slug.length();
    return start < end ? slug.substring(start, end) : "";
  }

  private static String hash(String... parts) {
    MessageDigest sha = Article.sha256();
    for (String part : parts) {
      sha.update(part.getBytes(StandardCharsets.UTF_8));
      // No part holds a NUL: the records refuse it.
      sha.update((byte) 0);
    }
    return HexFormat.of().formatHex(sha.digest(), 0, 12);
  }
}
