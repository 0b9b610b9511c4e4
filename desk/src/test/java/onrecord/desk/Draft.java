package onrecord.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onrecord.events.Article;
import onrecord.events.Block;
import onrecord.events.Candidate;
import onrecord.events.Engine;
import onrecord.events.EnrichedArticle;
import onrecord.events.Entity;
import onrecord.events.Mention;
import onrecord.events.Quote;
import onrecord.events.Span;
import onrecord.events.Speaker;

/**
 * An enriched article in the making: stretches of text are named by their words, of which the first
 * occurrence behind {@link #after} is meant. What a test doesn't care for has a plain value.
 */
final class Draft {
  static final Instant INGESTED = Instant.parse("2026-03-02T08:00:00Z");

  final String id;
  private final String text;
  private String pubStatus = Article.USABLE;
  private String source;
  private String url;
  private String headline;
  private String byline;
  private String language;
  private Instant publishedAt;
  private List<String> degraded = List.of();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Entity> entities = new ArrayList<>();
  private final List<Quote> quotes = new ArrayList<>();
  private final List<Quote> attitudes = new ArrayList<>();
  private int from;

  Draft(String id, String text) {
    this.id = id;
    this.text = text;
  }

  Draft pubStatus(String value) {
    pubStatus = value;
    return this;
  }

  Draft source(String value) {
    source = value;
    return this;
  }

  Draft url(String value) {
    url = value;
    return this;
  }

  Draft headline(String value) {
    headline = value;
    return this;
  }

  Draft byline(String value) {
    byline = value;
    return this;
  }

  Draft language(String value) {
    language = value;
    return this;
  }

  Draft publishedAt(String value) {
    publishedAt = Instant.parse(value);
    return this;
  }

  Draft degraded(String... values) {
    degraded = List.of(values);
    return this;
  }

  /** What follows is looked for behind the first occurrence of these words. */
  Draft after(String words) {
    from = text.indexOf(words);
    if (from < 0) {
      throw new IllegalArgumentException("Not in the text: " + words);
    }
    return this;
  }

  Draft block(String kind, String words) {
    Span span = span(words);
    blocks.add(new Block(kind, span.start(), span.end()));
    return this;
  }

  /** The next entity, e1 for the first; a mention that begins with ~ is none by name. */
  Draft entity(String type, String name, double salience, String role, String... mentions) {
    List<Mention> found = new ArrayList<>();
    int at = 0;
    for (String mention : mentions) {
      boolean byName = !mention.startsWith("~");
      String words = byName ? mention : mention.substring(1);
      Span span = span(words, at);
      at = span.end();
      found.add(
          new Mention(
              byName ? Mention.NAME : Mention.PRONOUN, span.start(), span.end(), span.exact()));
    }
    entities.add(
        new Entity(
            "e" + (entities.size() + 1),
            type,
            name,
            List.of(name),
            role == null ? List.of() : List.of(role),
            found,
            salience,
            "test"));
    return this;
  }

  QuoteDraft quote(String kind, String... spans) {
    return new QuoteDraft(kind, spans);
  }

  private Span span(String words) {
    return span(words, from);
  }

  private Span span(String words, int at) {
    int start = text.indexOf(words, at);
    if (start < 0) {
      throw new IllegalArgumentException("Not in the text behind " + at + ": " + words);
    }
    return Span.of(text, start, start + words.length());
  }

  EnrichedArticle done() {
    int bodyStart = 0;
    if (headline != null && text.startsWith(headline + "\n\n")) {
      bodyStart = headline.length() + 2;
    }
    return new EnrichedArticle(
        id,
        7,
        "a".repeat(64),
        pubStatus,
        null,
        url,
        source,
        headline,
        byline,
        language,
        null,
        null,
        null,
        publishedAt,
        INGESTED,
        null,
        text,
        bodyStart,
        blocks,
        entities,
        quotes,
        attitudes,
        new Engine("onrecord", "0.1", null),
        degraded,
        null);
  }

  /** A quote in the making. */
  final class QuoteDraft {
    private final String kind;
    private final List<Span> spans = new ArrayList<>();
    private List<Span> quoted;
    private Speaker speaker;
    private Span mention;
    private Span via;
    private Span cue;
    private double confidence = 0.97;
    private String within;
    private String sameAs;
    private final List<Candidate> candidates = new ArrayList<>();

    QuoteDraft(String kind, String... words) {
      this.kind = kind;
      Arrays.stream(words).map(Draft.this::span).forEach(spans::add);
      this.quoted = kind.equals(Quote.DIRECT) ? spans : List.of();
    }

    QuoteDraft after(String words) {
      Draft.this.after(words);
      return this;
    }

    QuoteDraft quoted(String words) {
      quoted = List.of(Draft.this.span(words));
      return this;
    }

    QuoteDraft by(String kind, String entity, String name, String role) {
      speaker = new Speaker(kind, entity, name, role);
      return this;
    }

    QuoteDraft mention(String words) {
      mention = Draft.this.span(words);
      return this;
    }

    QuoteDraft via(String words) {
      via = Draft.this.span(words);
      return this;
    }

    QuoteDraft cue(String words) {
      cue = Draft.this.span(words);
      return this;
    }

    QuoteDraft confidence(double value) {
      confidence = value;
      return this;
    }

    QuoteDraft within(int quote) {
      within = quotes.get(quote).id();
      return this;
    }

    QuoteDraft sameAs(int quote) {
      sameAs = quotes.get(quote).id();
      return this;
    }

    QuoteDraft candidate(String name, double confidence) {
      candidates.add(new Candidate(null, name, confidence));
      return this;
    }

    Draft end() {
      quotes.add(quote());
      return Draft.this;
    }

    /** What was drafted isn't said but an attitude or act. */
    Draft endAsAttitude() {
      attitudes.add(quote());
      return Draft.this;
    }

    private Quote quote() {
      String words = String.join(" ", spans.stream().map(Span::exact).toList());
      return new Quote(
          Quote.id(id, words, sameAs == null ? 0 : 1),
          kind,
          spans,
          quoted,
          words,
          within,
          speaker,
          mention,
          via,
          cue,
          confidence,
          "test",
          candidates,
          sameAs);
    }
  }
}
