package onrecord.enrich;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import onrecord.events.ArticleStatus;
import onrecord.events.EnrichedArticle;
import onrecord.events.Rejection;
import onrecord.events.Revision;
import onrecord.service.ArticleLatency;

/** What enrich counts. Safe to share between threads. */
final class EnrichMeters {
  /** The time per article: annotating it and writing its event's bytes. */
  final Timer annotation;

  private final Counter enriched;
  private final Counter quotes;
  private final Map<Fall, Counter> degraded = new HashMap<>();
  private final Map<Fall.Why, Counter> bugs = new EnumMap<>(Fall.Why.class);
  private final ArticleLatency latency;
  private final Map<String, Counter> rejected = new HashMap<>();
  private final Map<String, Counter> verdicts = new HashMap<>();

  EnrichMeters(MeterRegistry registry, Clock clock) {
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
    latency =
        new ArticleLatency(
            registry,
            "onrecord.article.enrichment.latency",
            "From an article's coming in to its being enriched",
            clock);
    for (String verdict :
        List.of(
            Revision.NEW,
            Revision.NEWER,
            Revision.CORRECTED,
            Revision.LATE,
            Revision.CONFLICT,
            Revision.WITHDRAWN,
            ArticleStatus.UNCHANGED)) {
      verdicts.put(
          verdict,
          Counter.builder("onrecord.articles.decided")
              .description("Records by what they are among the versions of their article")
              .tag("verdict", verdict)
              .register(registry));
    }
    for (Fall.Why why : Fall.Why.values()) {
      for (Step to : EnumSet.range(Step.NAMES_AND_DIRECT_QUOTES, Step.TEXT)) {
        degraded.put(
            new Fall(to, why),
            Counter.builder("onrecord.articles.degraded")
                .description("Articles for which the engine did less: what is left, and why")
                .tag("left", word(to))
                .tag("reason", word(why))
                .register(registry));
      }
    }
    for (Fall.Why why : EnumSet.of(Fall.Why.FAILURE, Fall.Why.WATCHDOG)) {
      bugs.put(
          why,
          Counter.builder("onrecord.engine.bugs")
              .description("Steps of the engine that crashed or that the watchdog stopped")
              .tag("reason", word(why))
              .register(registry));
    }
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
  void enriched(Enricher.Enriched done, int quoteEvents) {
    EnrichedArticle article = done.article();
    enriched.increment();
    quotes.increment(quoteEvents);
    List<Fall> falls = done.falls();
    for (Fall fall : falls) {
      if (bugs.containsKey(fall.why())) {
        bugs.get(fall.why()).increment();
      }
    }
    if (!falls.isEmpty()) {
      degraded.get(falls.get(falls.size() - 1)).increment();
    }
    latency.record(article.ingestedAt());
  }

  /** A record was ruled on, see {@link Revision} and {@link ArticleStatus}. */
  void decided(String verdict) {
    verdicts.get(verdict).increment();
  }

  private static String word(Enum<?> of) {
    return of.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A record was set aside at a stage of {@link Rejection}'s. */
  void rejected(String stage) {
    rejected.get(stage).increment();
  }
}
