package onrecord.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/**
 * The CloudEvents 1.0 attributes of a record, in the headers of Kafka's binary mode.
 *
 * @param id unique among the events of the source
 * @param source which service made the event, a URI reference
 * @param type see {@link Topic#eventType}
 * @param subject the article's id
 * @param time when the article came in; not when it was processed, so that a replay gives the same
 *     bytes
 */
public record CloudEvent(String id, String source, String type, String subject, Instant time) {
  private static final int MAX_CHARS = 1_000;
  private static final byte[] VERSION = "1.0".getBytes(StandardCharsets.UTF_8);
  private static final byte[] JSON = "application/json".getBytes(StandardCharsets.UTF_8);

  public CloudEvent {
    Check.required("ce_id", id, MAX_CHARS);
    Check.required("ce_source", source, MAX_CHARS);
    Check.required("ce_type", type, MAX_CHARS);
    Check.required("ce_subject", subject, MAX_CHARS);
    Check.present("ce_time", time);
  }

  /** The attributes of an article that came through a door, which set the time. */
  public static CloudEvent of(Article article) {
    return new CloudEvent(
        article.id() + "@" + article.order(0) + "." + article.contentHash().substring(0, 12),
        "/onrecord/ingest",
        Topic.ARTICLES.eventType(),
        article.id(),
        article.ingestedAt());
  }

  /** The attributes of an enriched article. */
  public static CloudEvent of(EnrichedArticle article) {
    return new CloudEvent(
        article.id() + "@" + article.version() + "." + article.contentHash().substring(0, 12),
        "/onrecord/enrich",
        Topic.ENRICHED.eventType(),
        article.id(),
        article.ingestedAt());
  }

  /**
   * The attributes of a quote's event.
   *
   * @param article the article that the quote stands in
   */
  public static CloudEvent of(QuoteEvent quote, EnrichedArticle article) {
    return new CloudEvent(
        quote.quote().id()
            + "@"
            + quote.version()
            + "."
            + quote.contentHash().substring(0, 12)
            // One version may take a quote from one key and give it to another.
            + (quote.operation().equals(QuoteEvent.WITHDRAWN) ? ".withdrawn" : ""),
        "/onrecord/enrich",
        Topic.QUOTES.eventType(),
        article.id(),
        article.ingestedAt());
  }

  /**
   * The attributes of a link.
   *
   * @param ingestedAt when the version came in that brought the link about
   */
  public static CloudEvent of(ArticleCopy copy, Instant ingestedAt) {
    return new CloudEvent(
        copy.articleId() + "@" + copy.sequence(),
        "/onrecord/copies",
        Topic.COPIES.eventType(),
        copy.articleId(),
        ingestedAt);
  }

  /** Sets the headers, replacing those that an event before this one left. */
  public void writeTo(Headers headers) {
    set(headers, "ce_specversion", VERSION);
    set(headers, "ce_id", id.getBytes(StandardCharsets.UTF_8));
    set(headers, "ce_source", source.getBytes(StandardCharsets.UTF_8));
    set(headers, "ce_type", type.getBytes(StandardCharsets.UTF_8));
    set(headers, "ce_subject", subject.getBytes(StandardCharsets.UTF_8));
    set(headers, "ce_time", time.toString().getBytes(StandardCharsets.UTF_8));
    set(headers, "content-type", JSON);
  }

  private static void set(Headers headers, String name, byte[] value) {
    headers.remove(name);
    headers.add(name, value);
  }
}
