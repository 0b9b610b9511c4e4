package onrecord.events;

import java.time.Instant;

/**
 * Makes an {@link Article} field by field, so that who writes one need not count seventeen places.
 * What isn't set is absent; the record's constructor refuses what must not travel. For one thread.
 */
public final class ArticleBuilder {
  private final String id;
  private String sourceId;
  private Long version;
  private String pubStatus;
  private String url;
  private String source;
  private String headline;
  private String byline;
  private String language;
  private Instant firstCreated;
  private Instant versionCreated;
  private String correction;
  private Instant publishedAt;
  private Instant ingestedAt;
  private String body;
  private String origin;

  /**
   * An article with this identity and nothing else yet.
   *
   * @param id see {@link Article#id} and {@link ArticleIdentity}
   */
  public ArticleBuilder(String id) {
    this.id = id;
  }

  public ArticleBuilder sourceId(String value) {
    sourceId = value;
    return this;
  }

  public ArticleBuilder version(Long value) {
    version = value;
    return this;
  }

  public ArticleBuilder pubStatus(String value) {
    pubStatus = value;
    return this;
  }

  public ArticleBuilder url(String value) {
    url = value;
    return this;
  }

  public ArticleBuilder source(String value) {
    source = value;
    return this;
  }

  public ArticleBuilder headline(String value) {
    headline = value;
    return this;
  }

  public ArticleBuilder byline(String value) {
    byline = value;
    return this;
  }

  public ArticleBuilder language(String value) {
    language = value;
    return this;
  }

  public ArticleBuilder firstCreated(Instant value) {
    firstCreated = value;
    return this;
  }

  public ArticleBuilder versionCreated(Instant value) {
    versionCreated = value;
    return this;
  }

  public ArticleBuilder correction(String value) {
    correction = value;
    return this;
  }

  public ArticleBuilder publishedAt(Instant value) {
    publishedAt = value;
    return this;
  }

  public ArticleBuilder ingestedAt(Instant value) {
    ingestedAt = value;
    return this;
  }

  public ArticleBuilder body(String value) {
    body = value;
    return this;
  }

  public ArticleBuilder origin(String value) {
    origin = value;
    return this;
  }

  /** The article, its content hash computed. */
  public Article build() {
    return new Article(
        id,
        sourceId,
        version,
        pubStatus,
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
        body,
        origin,
        null);
  }
}
