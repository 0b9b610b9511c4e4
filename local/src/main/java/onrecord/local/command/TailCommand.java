package onrecord.local.command;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import onrecord.events.Topic;
import onrecord.service.KafkaClients;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord tail}: shows the events of a topic as they come. */
@Command(
    name = "tail",
    description = "Shows the events of a topic as they come, until Ctrl-C.",
    exitCodeList = {
      "0:as many as asked for were shown, or the reader went away",
      "2:wrong arguments",
      "69:the broker can't be reached, or the topic isn't there",
      "130:ended by Ctrl-C"
    })
final class TailCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Surroundings around;

  @Mixin private final Broker broker = new Broker();

  @Parameters(
      paramLabel = "TOPIC",
      arity = "0..1",
      defaultValue = "enriched",
      description = "articles, enriched, quotes or rejected (default: ${DEFAULT-VALUE}).")
  private Topic topic;

  @Option(names = "--from-beginning", description = "Begins with the oldest event.")
  private boolean fromBeginning;

  @Option(
      names = {"-n", "--count"},
      paramLabel = "N",
      description = "Ends after so many events.")
  private Long count;

  @Option(
      names = "--json",
      description = "The events' JSON, one a line, instead of a line for people.")
  private boolean json;

  TailCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    KafkaClients kafka = broker.clients(around.home());
    Terminal terminal = around.terminal();
    Properties properties = kafka.consumer("onrecord-tail");
    properties.put(
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(PATIENCE.toMillis()));
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      if (partitions.isEmpty()) {
        terminal.err().println("There is no such topic; \"onrecord topics\" creates it.");
        return ExitCode.UNAVAILABLE;
      }
      consumer.assign(partitions);
      if (fromBeginning) {
        consumer.seekToBeginning(partitions);
      } else {
        consumer.seekToEnd(partitions);
        // Seeking is lazy: without this, what comes before the first poll would be missed.
        partitions.forEach(consumer::position);
      }
      show(consumer);
      return ExitCode.DONE;
    } catch (TimeoutException e) {
      terminal.err().println("Kafka at " + kafka.bootstrap() + " can't be reached.");
      return ExitCode.UNAVAILABLE;
    } catch (InterruptException e) {
      return ExitCode.INTERRUPTED;
    } catch (KafkaException e) {
      terminal.err().println("Kafka at " + kafka.bootstrap() + ": " + e.getMessage());
      return ExitCode.UNAVAILABLE;
    }
  }

  private void show(KafkaConsumer<byte[], byte[]> consumer) {
    EventLine line = json ? EventLine.json(topic) : EventLine.readable(topic, around.terminal());
    long shown = 0;
    while (!around.terminal().out().checkError()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        around.terminal().out().println(line.of(record));
        shown++;
        if (count != null && shown >= count) {
          return;
        }
      }
    }
  }
}
