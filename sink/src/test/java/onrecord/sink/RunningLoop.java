package onrecord.sink;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import onrecord.service.Health;

/** A consume loop on a thread of its own, between Kafka's mocks and a real PostgreSQL. */
final class RunningLoop {
  final LogConsumer consumer = new LogConsumer();
  final FailingProducer producer = new FailingProducer();
  final Health health = new Health();

  /** Completed when the loop ends: with null after a stop, with what was thrown after a death. */
  final CompletableFuture<Exception> end = new CompletableFuture<>();

  private final ConsumeLoop loop;

  RunningLoop(DataSource database) {
    Recorder recorder =
        new Recorder(
            new Storage(database, "sink"),
            new SetAside(producer),
            new SinkMeters(new SimpleMeterRegistry(), Clock.systemUTC()),
            Integer.MAX_VALUE);
    loop =
        new ConsumeLoop(
            consumer,
            recorder,
            health,
            new BrokerWatch(() -> 0, health, "broker:1"),
            System::nanoTime,
            Duration.ofMillis(100));
    new Thread(this::run, "loop").start();
  }

  private void run() {
    try {
      loop.run();
      end.complete(null);
    } catch (SQLException | RuntimeException e) {
      end.complete(e);
    }
  }

  void stop() throws InterruptedException, ExecutionException, TimeoutException {
    loop.stop();
    end.get(20, TimeUnit.SECONDS);
  }
}
