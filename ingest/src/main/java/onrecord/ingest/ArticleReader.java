package onrecord.ingest;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import onrecord.events.Article;
import onrecord.events.ArticleBuilder;

/**
 * Reads one article out of bytes, as JSON or as plain text, and sets the time at which it came in.
 * Safe to share between threads.
 */
final class ArticleReader {
  /**
   * The most bytes that one article may come in: a body of the greatest length fits when every
   * character outside ASCII is written as an escape.
   */
  static final int MAX_DOCUMENT_BYTES = 4 * Article.MAX_BODY_BYTES;

  private final Clock clock;

  ArticleReader(Clock clock) {
    this.clock = clock;
  }

  /** Milliseconds, so that the article's time and its record's timestamp are one. */
  static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * One JSON object.
   *
   * @param declared the charset that the sender names, or null
   */
  Article json(byte[] bytes, Charset declared) throws Refused {
    return json(decode(bytes, declared), null);
  }

  /**
   * One JSON object.
   *
   * @param origin where it comes from unless it says so itself, or null
   */
  Article json(String json, String origin) throws Refused {
    try (JsonArticles articles = new JsonArticles(new StringReader(json), false, origin, clock)) {
      return articles.next();
    } catch (IOException e) {
      throw new IllegalStateException("Text in memory can't fail to be read", e);
    }
  }

  /**
   * A plain text: the body is the whole of it, as it stands.
   *
   * @param declared the charset that the sender names, or null
   * @param given what the sender says about the article; it beats what is recognised in the text
   */
  Article text(byte[] bytes, Charset declared, ArticleFields given) throws Refused {
    String body = decode(bytes, declared);
    if (body.isBlank() && given.get("pubStatus") == null) {
      throw new Refused(Refusal.Kind.UNUSABLE, "body", "the article is empty");
    }
    given.put("body", body);
    return given.article(PlainText.recognise(body), now(clock));
  }

  /**
   * The withdrawal of an article.
   *
   * @param version its order among the article's versions, or null for now
   */
  Article withdrawal(String id, Long version) throws Refused {
    try {
      return new ArticleBuilder(id)
          .version(version)
          .pubStatus(Article.CANCELED)
          .ingestedAt(now(clock))
          .build();
    } catch (IllegalArgumentException e) {
      throw new Refused(Refusal.Kind.UNUSABLE, null, e.getMessage());
    }
  }

  private static String decode(byte[] bytes, Charset declared) throws Refused {
    if (bytes.length > MAX_DOCUMENT_BYTES) {
      throw new Refused(
          Refusal.Kind.TOO_LARGE,
          null,
          "one article has at most "
              + MAX_DOCUMENT_BYTES
              + " bytes, and its body "
              + Article.MAX_BODY_BYTES
              + " of UTF-8");
    }
    return StrictReader.decode(bytes, declared);
  }
}
