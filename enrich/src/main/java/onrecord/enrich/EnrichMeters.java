package onrecord.enrich;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import onrecord.events.EnrichedArticle;
import onrecord.events.Rejection;

/** What enrich counts. Safe to share between threads. */
final class EnrichMeters {
  /** The time per article: annotating it and writing its event's bytes. */
  final Timer annotation;

  private final Clock clock;
  private final Counter enriched;
  private final Counter quotes;
  private final Counter degraded;
  private final Timer latency;
  private final Map<String, Counter> rejected = new HashMap<>();

  EnrichMeters(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    annotation =
        Timer.builder("onrecord.annotation")
            .description("The time that annotating an article takes")
            .register(registry);
    enriched =
        Counter.builder("onrecord.articles.enriched")
            .description("Articles whose enriched event was written")
            .register(registry);
    quotes =
        Counter.builder("onrecord.quotes").description("Quote events written").register(registry);
    degraded =
        Counter.builder("onrecord.articles.degraded")
            .description("Articles for which the engine left something out; the event says what")
            .register(registry);
    latency =
        Timer.builder("onrecord.article.enrichment.latency")
            .description("From an article's coming in to its being enriched")
            .serviceLevelObjectives(
                Duration.ofMillis(100),
                Duration.ofMillis(250),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5))
            .register(registry);
    // All of them from the start, because an increase from nothing is none for Prometheus.
    for (String stage :
        new String[] {Rejection.DESERIALIZE, Rejection.VALIDATE, Rejection.ANNOTATE}) {
      rejected.put(
          stage,
          Counter.builder("onrecord.articles.rejected")
              .description("Records set aside")
              .tag("stage", stage)
              .register(registry));
    }
  }

  /** An article's events were handed on; the transaction may still fail and repeat them. */
  void enriched(EnrichedArticle article) {
    enriched.increment();
    quotes.increment(article.quotes().size());
    if (!article.degraded().isEmpty()) {
      degraded.increment();
    }
    latency.record(Duration.between(article.ingestedAt(), clock.instant()));
  }

  /** A record was set aside at a stage of {@link Rejection}'s. */
  void rejected(String stage) {
    rejected.get(stage).increment();
  }
}
