package onrecord.sink;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import onrecord.events.EnrichedArticle;
import onrecord.events.Rejection;
import onrecord.service.ArticleLatency;

/** What the sink counts. Safe to share between threads. */
final class SinkMeters {
  private final MeterRegistry registry;
  private final Counter stored;
  private final Counter superseded;
  private final Counter fenced;
  private final ArticleLatency latency;

  SinkMeters(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    stored =
        Counter.builder("onrecord.articles.stored")
            .description("Versions of articles written to the storage")
            .register(registry);
    superseded =
        Counter.builder("onrecord.articles.superseded")
            .description("Versions of articles skipped because a newer one is stored")
            .register(registry);
    fenced =
        Counter.builder("onrecord.sink.fenced")
            .description("Batches given up because another instance had stored the partition")
            .register(registry);
    latency =
        new ArticleLatency(
            registry,
            "onrecord.article.latency",
            "From an article's coming in to its being stored",
            clock);
    // All of them from the start, because an increase from nothing is none for Prometheus.
    for (Unstorable.Reason reason : Unstorable.Reason.values()) {
      rejections(reason);
    }
  }

  /** A transaction was committed. */
  void batch(List<EnrichedArticle> storedNow, int supersededNow, Duration took) {
    stored.increment(storedNow.size());
    superseded.increment(supersededNow);
    batchTime("committed").record(took);
    for (EnrichedArticle article : storedNow) {
      latency.record(article.ingestedAt());
    }
  }

  /** A transaction was rolled back. */
  void failedBatch(Duration took) {
    batchTime("failed").record(took);
  }

  /** A record was set aside. */
  void rejected(Unstorable.Reason reason) {
    rejections(reason).increment();
  }

  private Counter rejections(Unstorable.Reason reason) {
    return Counter.builder("onrecord.articles.rejected")
        .description("Records set aside")
        .tag("stage", Rejection.STORE)
        .tag("reason", reason.word())
        .register(registry);
  }

  void fenced() {
    fenced.increment();
  }

  private Timer batchTime(String outcome) {
    return Timer.builder("onrecord.sink.batch")
        .description("The time of a transaction that stores a batch")
        .tag("outcome", outcome)
        .register(registry);
  }
}
