package onrecord.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicReference;
import onrecord.service.Health;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.Test;

class BrokerWatchTest {
  private final Health health = new Health();
  private final AtomicReference<Double> age = new AtomicReference<>(0.0);
  private final BrokerWatch watch = new BrokerWatch(age::get, health, "broker:1");

  @Test
  void whoHasNotJoinedIsNotReady() {
    watch.look();

    assertTrue(health.problems().get("kafka").contains("broker:1"));
  }

  @Test
  void whoHasJoinedIsReady() {
    watch.joined();
    watch.look();

    assertTrue(health.ready());
  }

  @Test
  void whoMissesItsHeartbeatsIsNotReady() {
    watch.joined();
    age.set(BrokerWatch.MAX_SECONDS_OF_SILENCE + 1.0);
    watch.look();

    assertFalse(health.ready());
  }

  @Test
  void whoHasHeartbeatsAgainIsReady() {
    watch.joined();
    age.set(60.0);
    watch.look();
    age.set(1.0);
    watch.look();

    assertTrue(health.ready());
  }

  @Test
  void aConsumerWithoutTheMetricCountsAsSilentForNoTime() {
    try (MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest")) {
      assertEquals(-1, BrokerWatch.heartbeatAge(consumer).getAsDouble());
    }
  }
}
