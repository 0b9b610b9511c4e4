package onrecord.events;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One quote of one version of an article, written to {@link Topic#QUOTES} by enrich.
 *
 * <p>A consumer that folds by {@code quote.id} and keeps the highest ({@code version}, {@code
 * contentHash}), of equal ones anything before {@link #WITHDRAWN}, is right in any order of
 * arrival.
 *
 * @param articleId see {@link Article#id}
 * @param version see {@link EnrichedArticle#version}
 * @param contentHash see {@link Article#contentHash}
 * @param operation one of {@link #ADDED}, {@link #CHANGED}, {@link #WITHDRAWN}
 * @param source the outlet, or null
 * @param url or null
 * @param headline or null
 * @param publishedAt or null
 * @param quote the quote; its offsets point into the enriched article's text
 * @param engine what made it
 */
public record QuoteEvent(
    String articleId,
    long version,
    String contentHash,
    String operation,
    String source,
    String url,
    String headline,
    Instant publishedAt,
    Quote quote,
    Engine engine) {
  public static final String ADDED = "added";
  public static final String CHANGED = "changed";
  public static final String WITHDRAWN = "withdrawn";

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final int LONGEST_NORMALIZED = 256;

  public QuoteEvent {
    Check.required("articleId", articleId, Article.MAX_ID_CHARS);
    Check.order("version", version);
    Check.sha256("contentHash", contentHash);
    Check.required("operation", operation, 100);
    Check.optional("source", source, Article.MAX_FIELD_CHARS);
    Check.optional("url", url, Article.MAX_FIELD_CHARS);
    Check.optional("headline", headline, Article.MAX_HEADLINE_CHARS);
    Check.instant("publishedAt", publishedAt);
    Check.present("quote", quote);
    Check.present("engine", engine);
  }

  /** The event of a quote of {@code article}. */
  public static QuoteEvent of(EnrichedArticle article, Quote quote, String operation) {
    return new QuoteEvent(
        article.id(),
        article.version(),
        article.contentHash(),
        operation,
        article.source(),
        article.url(),
        article.headline(),
        article.publishedAt(),
        quote,
        article.engine());
  }

  /** The record's key: the speaker's folded full name, or the article's id when unnamed. */
  public String key() {
    Speaker speaker = quote.speaker();
    return speaker == null || speaker.name() == null ? articleId : folded(speaker.name());
  }

  /** A name without case, accents and doubled white space: "López Obrador" is "lopez obrador". */
  public static String folded(String name) {
    // The Java library takes the square of the time for a letter with thousands of accents.
    String apart =
        name.length() > LONGEST_NORMALIZED ? name : Normalizer.normalize(name, Normalizer.Form.NFD);
    String bare = MARKS.matcher(apart).replaceAll("");
    return bare.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
  }
}
