package onrecord.enrich;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What enrich counts. Safe to share between threads. */
final class EnrichMeters {
  final Counter enriched;
  final Counter quotes;
  final Counter rejected;
  final Counter degraded;
  final Timer annotation;

  EnrichMeters(MeterRegistry registry) {
    enriched = registry.counter("onrecord.articles.enriched");
    quotes = registry.counter("onrecord.quotes");
    rejected = registry.counter("onrecord.articles.rejected", "service", "enrich");
    degraded = registry.counter("onrecord.articles.degraded");
    annotation = registry.timer("onrecord.annotation");
  }
}
