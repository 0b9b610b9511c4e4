package onrecord.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long articles take from their coming in to some stage. Safe to share between threads. */
public final class ArticleLatency {
  private final Timer timer;
  private final Clock clock;

  /**
   * A timer with the buckets that every stage has, so that stages can be compared.
   *
   * @param name of the metric
   * @param description of it, for people
   */
  public ArticleLatency(MeterRegistry registry, String name, String description, Clock clock) {
    this.clock = clock;
    timer =
        Timer.builder(name)
            .description(description)
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
  }

  /** An article that came in at this time has got to the stage now. */
  public void record(Instant ingestedAt) {
    timer.record(Duration.between(ingestedAt, clock.instant()));
  }
}
