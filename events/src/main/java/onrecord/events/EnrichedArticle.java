package onrecord.events;

import java.time.Instant;
import java.util.List;

/**
 * An article with who is in it and who said what, written to {@link Topic#ENRICHED} by enrich. It
 * holds nothing that differs between two runs over the same record.
 *
 * @param id see {@link Article#id}; the record's key
 * @param version the number that orders the versions, see {@link Article#order}; with {@code
 *     contentHash} as the tie-break the highest wins
 * @param contentHash see {@link Article#contentHash}
 * @param pubStatus see {@link Article#pubStatus}; an article that isn't usable carries no findings
 * @param sourceId see {@link Article#sourceId}
 * @param url or null
 * @param source or null
 * @param headline or null
 * @param byline or null
 * @param language or null
 * @param firstCreated or null
 * @param versionCreated or null
 * @param correction see {@link Article#correction}; or null
 * @param publishedAt or null
 * @param ingestedAt never null: where the article had none, the time of its record
 * @param origin or null
 * @param text the text all offsets point into, see {@link ArticleText}
 * @param bodyStart where the body proper begins in the text
 * @param blocks in order, not overlapping
 * @param entities in the order of their first mention
 * @param quotes in the order of their first span
 * @param attitudes what is told of somebody's attitude or act and not in words, "refused to
 *     resign"; in the shape of quotes, their ids of their own, never nested nor repeats
 * @param engine what made the findings
 * @param degraded why the engine did less than it can, empty when it did all
 * @param revision what this version is among the article's versions; null where nobody knows them:
 *     outside the stream
 */
public record EnrichedArticle(
    String id,
    long version,
    String contentHash,
    String pubStatus,
    String sourceId,
    String url,
    String source,
    String headline,
    String byline,
    String language,
    Instant firstCreated,
    Instant versionCreated,
    String correction,
    Instant publishedAt,
    Instant ingestedAt,
    String origin,
    String text,
    int bodyStart,
    List<Block> blocks,
    List<Entity> entities,
    List<Quote> quotes,
    List<Quote> attitudes,
    Engine engine,
    List<String> degraded,
    Revision revision) {

  public EnrichedArticle {
    Check.required("id", id, Article.MAX_ID_CHARS);
    Check.order("version", version);
    Check.sha256("contentHash", contentHash);
    Check.required("pubStatus", pubStatus, 100);
    Check.optional("sourceId", sourceId, Article.MAX_FIELD_CHARS);
    Check.optional("url", url, Article.MAX_FIELD_CHARS);
    Check.optional("source", source, Article.MAX_FIELD_CHARS);
    Check.optional("headline", headline, Article.MAX_HEADLINE_CHARS);
    Check.optional("byline", byline, Article.MAX_FIELD_CHARS);
    Check.optional("language", language, Article.MAX_LANGUAGE_CHARS);
    Check.instant("firstCreated", firstCreated);
    Check.instant("versionCreated", versionCreated);
    Check.optional("correction", correction, Article.MAX_FIELD_CHARS);
    Check.instant("publishedAt", publishedAt);
    Check.instant("ingestedAt", Check.present("ingestedAt", ingestedAt));
    Check.optional("origin", origin, Article.MAX_FIELD_CHARS);
    Check.text("text", text);
    Check.range("body", bodyStart, text.length());
    blocks = Check.list("blocks", blocks);
    entities = Check.list("entities", entities);
    quotes = Check.list("quotes", quotes);
    attitudes = Check.list("attitudes", attitudes);
    Check.present("engine", engine);
    degraded = Check.strings("degraded", degraded);
  }

  /** The findings of {@code engine} on {@code article}. */
  public static EnrichedArticle of(
      Article article,
      long recordTimestamp,
      List<Block> blocks,
      List<Entity> entities,
      List<Quote> quotes,
      List<Quote> attitudes,
      Engine engine,
      List<String> degraded) {
    ArticleText text = article.text();
    return new EnrichedArticle(
        article.id(),
        article.order(recordTimestamp),
        article.contentHash(),
        article.pubStatus(),
        article.sourceId(),
        article.url(),
        article.source(),
        article.headline(),
        article.byline(),
        article.language(),
        article.firstCreated(),
        article.versionCreated(),
        article.correction(),
        article.publishedAt(),
        article.ingestedAt() != null ? article.ingestedAt() : Instant.ofEpochMilli(recordTimestamp),
        article.origin(),
        text.text(),
        text.bodyStart(),
        blocks,
        entities,
        quotes,
        attitudes,
        engine,
        degraded,
        null);
  }

  /** The same article as what it is among its versions. */
  public EnrichedArticle as(Revision revised) {
    return new EnrichedArticle(
        id,
        version,
        contentHash,
        pubStatus,
        sourceId,
        url,
        source,
        headline,
        byline,
        language,
        firstCreated,
        versionCreated,
        correction,
        publishedAt,
        ingestedAt,
        origin,
        text,
        bodyStart,
        blocks,
        entities,
        quotes,
        attitudes,
        engine,
        degraded,
        revised);
  }
}
