package onrecord.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import onrecord.events.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics of the contract where they are missing, verifies them where they are there,
 * and returns when every partition has a leader that answers.
 *
 * <p>The wait is no politeness: an idempotent producer that meets a partition without a settled
 * leader can lose its place and fail after two minutes (KAFKA-15591).
 */
public final class TopicSetup {
  private static final Logger log = LoggerFactory.getLogger(TopicSetup.class);

  private TopicSetup() {}

  /**
   * May be run any number of times.
   *
   * @param replication how many brokers keep each partition
   * @throws WrongTopic when a topic is there but not as the contract has it
   * @throws TimeoutException when the broker or a leader isn't there in time
   */
  public static void run(KafkaClients kafka, short replication, Duration patience)
      throws InterruptedException, TimeoutException {
    long deadline = System.nanoTime() + patience.toNanos();
    Admin admin = Admin.create(kafka.common("onrecord-topics"));
    try {
      create(admin, replication, deadline);
      verify(admin, deadline);
      awaitLeaders(admin, deadline);
    } finally {
      // Without a bound it would wait a minute for answers that nobody waits for any more.
      admin.close(Duration.ZERO);
    }
    log.info("The topics are there: {}", names());
  }

  private static void create(Admin admin, short replication, long deadline)
      throws InterruptedException, TimeoutException {
    for (Topic topic : Topic.values()) {
      Map<String, String> configs = new HashMap<>(topic.configs());
      if (replication > 2) {
        configs.put("min.insync.replicas", Integer.toString(replication - 1));
      }
      NewTopic wanted =
          new NewTopic(topic.topicName(), Topic.PARTITIONS, replication).configs(configs);
      retry(
          deadline,
          () -> {
            try {
              await(admin.createTopics(List.of(wanted)).all(), deadline);
            } catch (ExecutionException e) {
              if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
              }
            }
          });
    }
  }

  private static void verify(Admin admin, long deadline)
      throws InterruptedException, TimeoutException {
    List<String> wrong = new ArrayList<>();
    retry(
        deadline,
        () -> {
          wrong.clear();
          Map<String, TopicDescription> topics =
              await(admin.describeTopics(names()).allTopicNames(), deadline);
          List<ConfigResource> resources =
              names().stream().map(n -> new ConfigResource(ConfigResource.Type.TOPIC, n)).toList();
          Map<ConfigResource, Config> configs =
              await(admin.describeConfigs(resources).all(), deadline);
          for (Topic topic : Topic.values()) {
            int partitions = topics.get(topic.topicName()).partitions().size();
            if (partitions != Topic.PARTITIONS) {
              wrong.add(
                  topic.topicName()
                      + " has "
                      + partitions
                      + " partitions instead of "
                      + Topic.PARTITIONS);
            }
            Config is =
                configs.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()));
            topic
                .configs()
                .forEach(
                    (name, value) -> {
                      if (!is.get(name).value().equals(value)) {
                        wrong.add(
                            topic.topicName()
                                + " has "
                                + name
                                + "="
                                + is.get(name).value()
                                + " instead of "
                                + value);
                      }
                    });
          }
        });
    if (!wrong.isEmpty()) {
      throw new WrongTopic(
          "The topics aren't as the contract has them: "
              + String.join("; ", wrong)
              + ". Mend them with kafka-configs or start on a cluster of their own");
    }
  }

  private static void awaitLeaders(Admin admin, long deadline)
      throws InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> all = new HashMap<>();
    for (Topic topic : Topic.values()) {
      for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
        all.put(new TopicPartition(topic.topicName(), partition), OffsetSpec.latest());
      }
    }
    retry(deadline, () -> await(admin.listOffsets(all).all(), deadline));
  }

  private static List<String> names() {
    return Arrays.stream(Topic.values()).map(Topic::topicName).toList();
  }

  /** Waits ten seconds for one answer, or what is left until the deadline. */
  private static <T> T await(KafkaFuture<T> answer, long deadline)
      throws ExecutionException, InterruptedException, TimeoutException {
    long left = Math.max(deadline - System.nanoTime(), 0);
    return answer.get(Math.min(left, TimeUnit.SECONDS.toNanos(10)), TimeUnit.NANOSECONDS);
  }

  private interface Step {
    void run() throws ExecutionException, InterruptedException, TimeoutException;
  }

  /** Repeats a step while the broker says that it may work later. */
  private static void retry(long deadline, Step step)
      throws InterruptedException, TimeoutException {
    while (true) {
      Exception last;
      try {
        step.run();
        return;
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof RetriableException)) {
          throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
        last = e;
      } catch (TimeoutException e) {
        last = e;
      }
      if (System.nanoTime() > deadline) {
        TimeoutException timeout = new TimeoutException("The broker did not answer in time");
        timeout.initCause(last);
        throw timeout;
      }
      Thread.sleep(20);
    }
  }

  /** A topic is there but not as the contract has it. */
  public static final class WrongTopic extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongTopic(String message) {
      super(message);
    }
  }
}
