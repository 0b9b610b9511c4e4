package onrecord.enrich;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import onrecord.enrich.versions.ArticleState;
import onrecord.enrich.versions.Difference;
import onrecord.enrich.versions.Ruling;
import onrecord.events.Article;
import onrecord.events.ArticleStatus;
import onrecord.events.ArticleStatus.Decision;
import onrecord.events.CloudEvent;
import onrecord.events.EnrichedArticle;
import onrecord.events.EventJson;
import onrecord.events.QuoteEvent;
import onrecord.events.Rejection;
import onrecord.events.Revision;
import onrecord.events.TraceContext;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Reads, validates, rules on and annotates one record. One a task, so it may own the enricher's
 * buffers. What can't be taken goes to the rejects with key, bytes and headers as they came; an
 * {@link Error} is not caught: it is the machine's, not the article's; the overflow of the stack,
 * which is, the enricher knows.
 */
final class AnnotateProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private static final int MAX_REASON_CHARS = 500;

  private final Enricher enricher;
  private final EnrichMeters meters;
  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<byte[], byte[]> versions;

  AnnotateProcessor(Enricher enricher, EnrichMeters meters) {
    this.enricher = enricher;
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> processorContext) {
    context = processorContext;
    versions = context.getStateStore(EnrichTopology.VERSIONS);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Article article;
    try {
      article = read(record);
      byte[] id = article.id().getBytes(StandardCharsets.UTF_8);
      if (!Arrays.equals(id, record.key())) {
        throw new IllegalArgumentException(
            "the record's key isn't the article's id; key each article by its id");
      }
    } catch (EventJson.UnreadableEvent e) {
      setAside(record, Rejection.DESERIALIZE, e);
      return;
    } catch (IllegalArgumentException e) {
      setAside(record, Rejection.VALIDATE, e);
      return;
    }
    ArticleState state = ArticleState.of(versions.get(record.key()));
    Ruling ruling = Ruling.on(state, article, record.timestamp());
    if (ruling.verdict().equals(ArticleStatus.UNCHANGED)) {
      versions.put(record.key(), state.after(decision(record, ruling, article)).toBytes());
    } else if (!enrich(record, article, ruling, state)) {
      return;
    }
    meters.decided(ruling.verdict());
  }

  /** A tombstone withdraws the article that is its key. */
  private static Article read(Record<byte[], byte[]> record) {
    if (record.value() != null) {
      return EventJson.read(record.value(), Article.class);
    }
    String id = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
    return Article.withdrawal(id, Instant.ofEpochMilli(record.timestamp()));
  }

  /** Returns whether the article could be annotated; if not it is set aside. */
  private boolean enrich(
      Record<byte[], byte[]> record, Article article, Ruling ruling, ArticleState state) {
    Revising revising = new Revising(ruling, state);
    Enricher.Enriched enriched;
    try {
      enriched =
          meters.annotation.record(
              () -> enricher.enrichToBytes(article, record.timestamp(), revising));
    } catch (RuntimeException e) {
      setAside(record, Rejection.ANNOTATE, e);
      return false;
    }
    forward(record, enriched, revising.events());
    Decision decision = decision(record, ruling, article);
    versions.put(record.key(), state.after(decision, enriched.article()).toBytes());
    return true;
  }

  /** Says of a version what it is among the others, and what it changes. */
  private static final class Revising implements UnaryOperator<EnrichedArticle> {
    private final Ruling ruling;
    private final ArticleState state;

    /** What the version that was given last changes; null while none does. */
    private Difference difference;

    Revising(Ruling ruling, ArticleState state) {
      this.ruling = ruling;
      this.state = state;
    }

    @Override
    public EnrichedArticle apply(EnrichedArticle version) {
      difference = ruling.latest() ? new Difference(state, version) : null;
      List<Revision.Change> changes = difference == null ? List.of() : difference.changes();
      return version.as(new Revision(ruling.verdict(), ruling.latest(), ruling.former(), changes));
    }

    /** What goes to the topic of quotes for the version that was given last. */
    List<QuoteEvent> events() {
      return difference == null ? List.of() : difference.events();
    }
  }

  private void forward(
      Record<byte[], byte[]> record, Enricher.Enriched enriched, List<QuoteEvent> events) {
    EnrichedArticle article = enriched.article();
    Headers headers = headers(record);
    CloudEvent.of(article).writeTo(headers);
    context.forward(
        new Record<>(record.key(), enriched.bytes(), record.timestamp(), headers),
        EnrichTopology.WRITE_ENRICHED);
    for (QuoteEvent event : events) {
      Headers quoteHeaders = headers(record);
      CloudEvent.of(event, article).writeTo(quoteHeaders);
      byte[] key = event.key().getBytes(StandardCharsets.UTF_8);
      context.forward(
          new Record<>(key, EventJson.write(event), record.timestamp(), quoteHeaders),
          EnrichTopology.WRITE_QUOTES);
    }
    meters.enriched(enriched, events.size());
  }

  /** Headers that hold the record's trace context and nothing else. */
  private Headers headers(Record<byte[], byte[]> record) {
    RecordMetadata origin = context.recordMetadata().orElseThrow();
    String trace = TraceContext.readFrom(record.headers());
    Headers headers = new RecordHeaders();
    TraceContext.writeTo(
        headers,
        trace != null
            ? trace
            : TraceContext.of(origin.topic(), origin.partition(), origin.offset()));
    return headers;
  }

  private Decision decision(Record<byte[], byte[]> record, Ruling ruling, Article article) {
    RecordMetadata origin = context.recordMetadata().orElseThrow();
    return new Decision(
        ruling.verdict(),
        ruling.latest(),
        ruling.order(),
        article.contentHash(),
        article.pubStatus(),
        null,
        origin.partition(),
        origin.offset(),
        Instant.ofEpochMilli(record.timestamp()));
  }

  private void setAside(Record<byte[], byte[]> record, String stage, RuntimeException e) {
    RecordMetadata origin = context.recordMetadata().orElseThrow();
    String reason = String.valueOf(e.getMessage());
    Headers headers = new RecordHeaders(record.headers().toArray());
    new Rejection(
            stage,
            reason,
            e.getClass().getName(),
            origin.topic(),
            origin.partition(),
            origin.offset(),
            Engine.VERSION,
            Rejection.nextAttempt(headers))
        .writeTo(headers);
    context.forward(
        new Record<>(record.key(), record.value(), record.timestamp(), headers),
        EnrichTopology.SET_ASIDE);
    if (isId(record.key())) {
      Decision rejected =
          new Decision(
              ArticleStatus.REJECTED,
              false,
              null,
              null,
              null,
              shortened(reason),
              origin.partition(),
              origin.offset(),
              Instant.ofEpochMilli(record.timestamp()));
      ArticleState state = ArticleState.of(versions.get(record.key()));
      versions.put(record.key(), state.after(rejected).toBytes());
    }
    meters.rejected(stage);
  }

  /**
   * A reason may quote damaged text, or be cut within a character: what is no UTF-8 becomes "?".
   */
  private static String shortened(String reason) {
    String cut = reason.substring(0, Math.min(reason.length(), MAX_REASON_CHARS));
    return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** Whether somebody may ask for an article by it. */
  private static boolean isId(byte[] key) {
    if (key == null || key.length == 0) {
      return false;
    }
    try {
      String id = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(key)).toString();
      return !id.isBlank() && id.length() <= Article.MAX_ID_CHARS;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
