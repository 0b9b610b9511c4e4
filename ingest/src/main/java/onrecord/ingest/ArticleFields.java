package onrecord.ingest;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import onrecord.events.Article;
import onrecord.events.ArticleBuilder;
import onrecord.events.ArticleIdentity;

/**
 * An article as a sender gives it: field names and their values as text, on the way to an {@link
 * Article}. A blank value counts as absent. For one thread.
 */
final class ArticleFields {
  /** The fields that a door takes, as they are named in JSON. */
  static final List<String> NAMES =
      List.of(
          "id",
          "version",
          "pubStatus",
          "url",
          "source",
          "headline",
          "byline",
          "language",
          "firstCreated",
          "versionCreated",
          "correction",
          "publishedAt",
          "body",
          "origin");

  private static final Pattern VERSION = Pattern.compile("[0-9]{1,16}");
  private static final Pattern WEB_ADDRESS =
      Pattern.compile("https?://[^\\s\\p{Cntrl}]+", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKUP =
      Pattern.compile("\\s*<(!doctype html|html|\\?xml)\\b", Pattern.CASE_INSENSITIVE);

  private final Map<String, String> values = new HashMap<>();

  /** Sets a field; the name must be one of {@link #NAMES}. */
  void put(String name, String value) {
    if (!value.isBlank()) {
      values.put(name, value);
    }
  }

  /** Sets a field that isn't set. */
  void putIfAbsent(String name, String value) {
    if (!value.isBlank()) {
      values.putIfAbsent(name, value);
    }
  }

  /** The field's value, or null. */
  String get(String name) {
    return values.get(name);
  }

  /** The article that these fields make. */
  Article article(Instant ingestedAt) throws Refused {
    return article(PlainText.Found.NOTHING, ingestedAt);
  }

  /**
   * The article that these fields make.
   *
   * @param found what was recognised in the body; it counts where a field is absent
   */
  Article article(PlainText.Found found, Instant ingestedAt) throws Refused {
    String body = values.get("body");
    if (body != null && MARKUP.matcher(body).lookingAt()) {
      throw unusable("body", "is HTML or XML where text was expected; send the article's text");
    }
    if (body != null && utf8Length(body) > Article.MAX_BODY_BYTES) {
      throw new Refused(
          Refusal.Kind.TOO_LARGE,
          "body",
          "body has more than "
              + Article.MAX_BODY_BYTES
              + " bytes of UTF-8, the most there may be");
    }
    String url = or(url(), found.url());
    String headline = or(values.get("headline"), found.headline());
    Instant publishedAt = or(instant("publishedAt"), found.publishedAt());
    String pubStatus = values.get("pubStatus");
    boolean withdrawal = Article.WITHHELD.equals(pubStatus) || Article.CANCELED.equals(pubStatus);
    if (withdrawal && values.get("id") == null && url == null && headline == null) {
      throw unusable("id", "is missing; to withdraw an article, say which by id or url");
    }
    // A recognised outlet stays out of the identity: what is recognised grows better with time,
    // and an article that is sent again must stay the same article.
    String id =
        ArticleIdentity.of(
            values.get("source"),
            values.get("id"),
            url,
            headline,
            publishedAt,
            body == null ? "" : body);
    try {
      return new ArticleBuilder(id)
          .sourceId(values.get("id"))
          .version(version())
          .pubStatus(pubStatus)
          .url(url)
          .source(or(values.get("source"), found.source()))
          .headline(headline)
          .byline(or(values.get("byline"), found.byline()))
          .language(language())
          .firstCreated(instant("firstCreated"))
          .versionCreated(instant("versionCreated"))
          .correction(values.get("correction"))
          .publishedAt(publishedAt)
          .ingestedAt(ingestedAt)
          .body(body)
          .origin(values.get("origin"))
          .build();
    } catch (IllegalArgumentException e) {
      throw refusedByTheContract(e);
    }
  }

  private Long version() throws Refused {
    String version = values.get("version");
    if (version == null) {
      return null;
    }
    if (!VERSION.matcher(version).matches()) {
      throw unusable("version", "must be a whole number from 1 to " + Article.MAX_VERSION);
    }
    return Long.valueOf(version);
  }

  private String url() throws Refused {
    String url = values.get("url");
    if (url != null && !isWebAddress(url)) {
      throw unusable("url", "must be a web address that starts with http:// or https://");
    }
    return url;
  }

  /** Whether a page may link to it. */
  static boolean isWebAddress(String url) {
    return WEB_ADDRESS.matcher(url).matches();
  }

  private String language() throws Refused {
    String language = values.get("language");
    try {
      return language == null
          ? null
          : new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
    } catch (IllformedLocaleException e) {
      throw unusable("language", "must be a BCP 47 tag such as en or pt-BR");
    }
  }

  private Instant instant(String name) throws Refused {
    String value = values.get(name);
    if (value == null) {
      return null;
    }
    try {
      return instantOf(value);
    } catch (DateTimeException e) {
      throw unusable(
          name,
          "is no date; write it as 2021-06-08T10:15:00Z, with another offset such as +02:00, or as"
              + " 2021-06-08 (midnight UTC)");
    }
  }

  /** A date with time and offset, or a date alone, which is midnight UTC. */
  static Instant instantOf(String value) {
    return value.length() == "2021-06-08".length()
        ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(value).toInstant();
  }

  /** The contract's messages start with the field; there the source's own id is sourceId. */
  private static Refused refusedByTheContract(IllegalArgumentException e) {
    String message = e.getMessage();
    if (message.startsWith("sourceId ")) {
      message = "id" + message.substring("sourceId".length());
    }
    String first = message.split(" ", 2)[0];
    String field = NAMES.contains(first) ? first : null;
    return new Refused(new Refusal(Refusal.Kind.UNUSABLE, field, message), e);
  }

  private static Refused unusable(String field, String fault) {
    return new Refused(Refusal.Kind.UNUSABLE, field, field + " " + fault);
  }

  private static int utf8Length(String text) {
    return text.length() * 3L <= Article.MAX_BODY_BYTES
        ? text.length()
        : text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static <T> T or(T first, T second) {
    return first != null ? first : second;
  }
}
