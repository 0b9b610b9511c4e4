package onrecord.copies;

import onrecord.events.EnrichedArticle;
import onrecord.events.EventJson;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the signatures of latest versions. One a task, so it may own a signer. What can't be read
 * is left out: sink reads the same record and sets it aside.
 */
final class SignProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private static final Logger log = LoggerFactory.getLogger(SignProcessor.class);

  private final Signer signer = new Signer();
  private final CopiesMeters meters;
  private ProcessorContext<byte[], byte[]> context;

  SignProcessor(CopiesMeters meters) {
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> processorContext) {
    context = processorContext;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    EnrichedArticle article;
    try {
      if (record.value() == null) {
        throw new IllegalArgumentException("it has no value");
      }
      article = EventJson.read(record.value(), EnrichedArticle.class);
    } catch (EventJson.UnreadableEvent | IllegalArgumentException e) {
      meters.unreadable.increment();
      log.warn("An enriched article can't be read: {}", e.getMessage());
      return;
    }
    // An event from before there were revisions has none; the order of versions guards those.
    if (article.revision() == null || article.revision().latest()) {
      context.forward(record.withValue(Member.of(article, signer).bytes()));
      meters.signed.increment();
    }
  }
}
