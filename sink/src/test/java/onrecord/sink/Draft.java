package onrecord.sink;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import onrecord.events.Article;
import onrecord.events.Block;
import onrecord.events.Engine;
import onrecord.events.EnrichedArticle;
import onrecord.events.Entity;
import onrecord.events.EventJson;
import onrecord.events.Mention;
import onrecord.events.Quote;
import onrecord.events.Span;
import onrecord.events.Speaker;

/** An enriched article in the making; what a test doesn't care for has a plain value. */
final class Draft {
  static final Instant INGESTED = Instant.parse("2026-03-01T12:00:00Z");

  private final String id;
  private long version = 1;
  private String hash = "aa".repeat(32);
  private String pubStatus = Article.USABLE;
  private String source;
  private String headline;
  private Instant publishedAt;
  private String text = "Ana Roe said: \"Go.\"";
  private String engineVersion = "1";
  private final List<Block> blocks = new ArrayList<>();
  private final List<Entity> entities = new ArrayList<>();
  private final List<Quote> quotes = new ArrayList<>();
  private final List<Quote> attitudes = new ArrayList<>();

  Draft(String id) {
    this.id = id;
  }

  Draft version(long value) {
    version = value;
    return this;
  }

  /** The hash, of which the test names two digits. */
  Draft hash(String value) {
    hash = value.repeat(32);
    return this;
  }

  Draft pubStatus(String value) {
    pubStatus = value;
    return this;
  }

  Draft source(String value) {
    source = value;
    return this;
  }

  Draft headline(String value) {
    headline = value;
    return this;
  }

  Draft publishedAt(Instant value) {
    publishedAt = value;
    return this;
  }

  Draft text(String value) {
    text = value;
    return this;
  }

  Draft engineVersion(String value) {
    engineVersion = value;
    return this;
  }

  Draft block(String kind, int start, int end) {
    blocks.add(new Block(kind, start, end));
    return this;
  }

  /** A person whose name stands in the text. */
  Draft person(String entityId, String name) {
    return entity(
        new Entity(
            entityId,
            Entity.PERSON,
            name,
            List.of(name),
            List.of(),
            List.of(mention(name)),
            0.5,
            "rule"));
  }

  Draft entity(Entity entity) {
    entities.add(entity);
    return this;
  }

  /** A direct quote whose words stand in the text. */
  Draft quote(String quoteId, String words, Speaker speaker) {
    Span span = span(words);
    return quote(
        new Quote(
            quoteId,
            Quote.DIRECT,
            List.of(span),
            List.of(span),
            words,
            null,
            speaker,
            null,
            null,
            null,
            0.75,
            "cue",
            List.of(),
            null));
  }

  Draft quote(Quote quote) {
    quotes.add(quote);
    return this;
  }

  /** An attitude or act that the text tells of in these words. */
  Draft attitude(String attitudeId, String words, Speaker speaker) {
    return attitude(
        new Quote(
            attitudeId,
            Quote.INDIRECT,
            List.of(span(words)),
            List.of(),
            words,
            null,
            speaker,
            null,
            null,
            null,
            0.75,
            "cue",
            List.of(),
            null));
  }

  Draft attitude(Quote attitude) {
    attitudes.add(attitude);
    return this;
  }

  Mention mention(String words) {
    Span span = span(words);
    return new Mention(Mention.NAME, span.start(), span.end(), span.exact());
  }

  Span span(String words) {
    int start = text.indexOf(words);
    return Span.of(text, start, start + words.length());
  }

  EnrichedArticle article() {
    return new EnrichedArticle(
        id,
        version,
        hash,
        pubStatus,
        null,
        null,
        source,
        headline,
        null,
        null,
        null,
        null,
        null,
        publishedAt,
        INGESTED,
        null,
        text,
        0,
        blocks,
        entities,
        quotes,
        attitudes,
        new Engine("onrecord", engineVersion, null),
        List.of(),
        null);
  }

  /** The versions as they came, one behind the other. */
  static List<Arrival> arrivals(List<EnrichedArticle> articles) {
    List<Arrival> arrivals = new ArrayList<>();
    articles.forEach(article -> arrivals.add(new Arrival(article, 0, arrivals.size(), null)));
    return arrivals;
  }

  byte[] bytes() {
    return EventJson.write(article());
  }
}
