package onrecord.sink;

import java.util.Map;
import java.util.function.DoubleSupplier;
import onrecord.service.Health;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Says in health whether the broker is there, by the consumer's heartbeats to its group: a consumer
 * itself waits for its broker in silence. For one thread.
 */
final class BrokerWatch {
  /** Three heartbeats missed and a little. */
  static final int MAX_SECONDS_OF_SILENCE = 10;

  /** The part of the service that its problems are told of. */
  static final String PART = "kafka";

  private final DoubleSupplier heartbeatAge;
  private final Health health;
  private final String bootstrap;
  private boolean joined;

  /**
   * Begins with a problem: the group isn't joined yet.
   *
   * @param heartbeatAge how many seconds ago the last heartbeat was sent; negative before the first
   */
  BrokerWatch(DoubleSupplier heartbeatAge, Health health, String bootstrap) {
    this.heartbeatAge = heartbeatAge;
    this.health = health;
    this.bootstrap = bootstrap;
    health.problem(PART, "Not yet in the consumer group; is the broker at " + bootstrap + " up?");
  }

  /** The age of a consumer's last heartbeat. */
  static DoubleSupplier heartbeatAge(Consumer<?, ?> consumer) {
    return () -> {
      for (Map.Entry<MetricName, ? extends Metric> metric : consumer.metrics().entrySet()) {
        if (metric.getKey().name().equals("last-heartbeat-seconds-ago")) {
          return (double) metric.getValue().metricValue();
        }
      }
      return -1;
    };
  }

  /** The consumer has its partitions, perhaps none. */
  void joined() {
    joined = true;
  }

  /** Looks how things are and tells. */
  void look() {
    if (!joined) {
      return;
    }
    double age = heartbeatAge.getAsDouble();
    if (age > MAX_SECONDS_OF_SILENCE) {
      health.problem(
          PART,
          "No heartbeat for "
              + (long) age
              + " s; waiting for the broker at "
              + bootstrap
              + " to come back");
    } else {
      health.well(PART);
    }
  }
}
