package onrecord.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import onrecord.events.Topic;
import onrecord.service.Health;
import onrecord.service.KafkaClients;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the broker every few seconds whether the articles' topic can be written to, and says so in
 * the service's health. Owns one thread; safe to close from any other.
 */
final class BrokerWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BrokerWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(3);
  private static final int ANSWER_TIMEOUT_MS = 5_000;
  private static final String PART = "kafka";

  /** The question; returns when the answer is good. */
  interface Question extends AutoCloseable {
    void ask() throws ExecutionException, InterruptedException, TimeoutException;

    @Override
    void close();
  }

  private final Question question;
  private final Health health;
  private final Thread thread;
  private final CountDownLatch firstAnswer = new CountDownLatch(1);

  BrokerWatch(Question question, Health health) {
    this.question = question;
    this.health = health;
    health.problem(PART, "hasn't answered yet");
    thread = new Thread(this::watch, "broker-watch");
    thread.setDaemon(true);
    thread.start();
  }

  /** Asks for the topic and a leader of each of its partitions. */
  static Question writable(KafkaClients kafka) {
    Properties properties = kafka.common("onrecord-ingest-watch");
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_TIMEOUT_MS);
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_TIMEOUT_MS);
    Admin admin = Admin.create(properties);
    return new Question() {
      @Override
      public void ask() throws ExecutionException, InterruptedException, TimeoutException {
        String name = Topic.ARTICLES.topicName();
        TopicDescription topic =
            admin
                .describeTopics(List.of(name))
                .topicNameValues()
                .get(name)
                .get(ANSWER_TIMEOUT_MS, TimeUnit.MILLISECONDS);
        for (TopicPartitionInfo partition : topic.partitions()) {
          if (partition.leader() == null) {
            throw new TimeoutException("partition " + partition.partition() + " has no leader");
          }
        }
      }

      @Override
      public void close() {
        admin.close(Duration.ZERO);
      }
    };
  }

  /** Waits for the first good answer, at most so long. */
  boolean awaitAnswer(Duration patience) throws InterruptedException {
    return firstAnswer.await(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void watch() {
    boolean well = false;
    try {
      while (true) {
        String problem = problem();
        if (problem == null) {
          health.well(PART);
          firstAnswer.countDown();
          if (!well) {
            log.info("Kafka takes articles");
          }
        } else {
          health.problem(PART, problem);
          if (well) {
            log.warn("Kafka takes no articles: {}", problem);
          }
        }
        well = problem == null;
        // Until the first answer somebody waits for it.
        Thread.sleep(firstAnswer.getCount() > 0 ? 100 : EVERY.toMillis());
      }
    } catch (InterruptedException e) {
      // Closed.
      Thread.currentThread().interrupt();
    }
  }

  /** What is wrong, or null. */
  private String problem() throws InterruptedException {
    try {
      question.ask();
      return null;
    } catch (ExecutionException e) {
      return sentence(e.getCause());
    } catch (TimeoutException | RuntimeException e) {
      return sentence(e);
    }
  }

  private static String sentence(Throwable problem) {
    String message = problem.getMessage() == null ? "no answer in time" : problem.getMessage();
    return problem.getClass().getSimpleName() + ": " + message;
  }

  @Override
  public void close() {
    thread.interrupt();
    question.close();
  }
}
