package onrecord.enrich;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import onrecord.events.Article;
import onrecord.events.CloudEvent;
import onrecord.events.EnrichedArticle;
import onrecord.events.EventJson;
import onrecord.events.Quote;
import onrecord.events.QuoteEvent;
import onrecord.events.Rejection;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Reads, validates and annotates one record. One a task, so it may own the enricher's buffers. What
 * can't be taken goes to the rejects with key, bytes and headers as they came; an {@link Error} is
 * not caught: it is the machine's, not the article's; the overflow of the stack, which is, the
 * enricher knows.
 */
final class AnnotateProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private final Enricher enricher;
  private final EnrichMeters meters;
  private ProcessorContext<byte[], byte[]> context;

  AnnotateProcessor(Enricher enricher, EnrichMeters meters) {
    this.enricher = enricher;
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> processorContext) {
    context = processorContext;
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
    Enricher.Enriched enriched;
    try {
      enriched =
          meters.annotation.record(() -> enricher.enrichToBytes(article, record.timestamp()));
    } catch (RuntimeException e) {
      setAside(record, Rejection.ANNOTATE, e);
      return;
    }
    forward(record, enriched);
  }

  /** A tombstone withdraws the article that is its key. */
  private static Article read(Record<byte[], byte[]> record) {
    if (record.value() != null) {
      return EventJson.read(record.value(), Article.class);
    }
    String id = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
    return Article.withdrawal(id, Instant.ofEpochMilli(record.timestamp()));
  }

  private void forward(Record<byte[], byte[]> record, Enricher.Enriched enriched) {
    EnrichedArticle article = enriched.article();
    Headers headers = new RecordHeaders();
    CloudEvent.of(article).writeTo(headers);
    context.forward(
        new Record<>(record.key(), enriched.bytes(), record.timestamp(), headers),
        EnrichTopology.WRITE_ENRICHED);
    for (Quote quote : article.quotes()) {
      QuoteEvent event = QuoteEvent.of(article, quote, QuoteEvent.ADDED);
      Headers quoteHeaders = new RecordHeaders();
      CloudEvent.of(event, article).writeTo(quoteHeaders);
      byte[] key = event.key().getBytes(StandardCharsets.UTF_8);
      context.forward(
          new Record<>(key, EventJson.write(event), record.timestamp(), quoteHeaders),
          EnrichTopology.WRITE_QUOTES);
    }
    meters.enriched(enriched);
  }

  private void setAside(Record<byte[], byte[]> record, String stage, RuntimeException e) {
    RecordMetadata origin = context.recordMetadata().orElseThrow();
    Headers headers = new RecordHeaders(record.headers().toArray());
    new Rejection(
            stage,
            String.valueOf(e.getMessage()),
            e.getClass().getName(),
            origin.topic(),
            origin.partition(),
            origin.offset(),
            Engine.VERSION)
        .writeTo(headers);
    context.forward(
        new Record<>(record.key(), record.value(), record.timestamp(), headers),
        EnrichTopology.SET_ASIDE);
    meters.rejected(stage);
  }
}
