package onrecord.service;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * How a service is: alive until something can't be mended without a restart, ready while no part
 * reports a problem. Safe to share between threads.
 */
public final class Health {
  private final Map<String, String> problems = new ConcurrentSkipListMap<>();
  private volatile String death;

  /** A part of the service has a problem that may pass: an outage, a start not finished. */
  public void problem(String part, String sentence) {
    problems.put(part, sentence);
  }

  /** The part is well. */
  public void well(String part) {
    problems.remove(part);
  }

  /** The service can't go on; who runs it should start it anew. */
  public void died(String sentence) {
    death = sentence;
  }

  public boolean live() {
    return death == null;
  }

  public boolean ready() {
    return live() && problems.isEmpty();
  }

  /** Part to problem, empty when ready. */
  public Map<String, String> problems() {
    return death == null ? Map.copyOf(problems) : Map.of("service", death);
  }
}
