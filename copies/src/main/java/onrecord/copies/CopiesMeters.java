package onrecord.copies;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What copies counts. Safe to share between threads. */
final class CopiesMeters {
  final Counter signed;
  final Counter unreadable;
  final Counter linked;
  final Counter unlinked;
  final Counter expired;
  final Timer linking;

  CopiesMeters(MeterRegistry registry) {
    signed = counter(registry, "onrecord.copies.articles", "Latest versions whose text was signed");
    unreadable =
        counter(registry, "onrecord.copies.unreadable", "Enriched articles that can't be read");
    linked = counter(registry, "onrecord.copies.linked", "Events that name an original");
    unlinked = counter(registry, "onrecord.copies.unlinked", "Events that take a link back");
    expired =
        counter(registry, "onrecord.copies.expired", "Articles forgotten after the retention");
    linking =
        Timer.builder("onrecord.copies.linking")
            .description("The time that linking an article takes")
            .register(registry);
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }
}
