package onrecord.local.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import onrecord.service.KafkaClients;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code onrecord rejects redrive}. */
@Command(
    name = "redrive",
    description = {
      "Sends them again, as they came, to the topic that each stood on; without --yes it only says"
          + " what it would send.",
      "",
      "None is sent twice, however often this is run. One that is refused again is a new reject, of"
          + " the next attempt; --attempt 1 leaves such out."
    },
    exitCodeList = {
      "0:done",
      "1:some can't be sent, or there is none at a place; they are named",
      "2:wrong arguments",
      "69:the broker can't be reached, or another redrive has begun"
    })
final class RejectsRedrive implements Callable<Integer> {
  /** One for all: whoever begins ends the others. */
  private static final String TRANSACTIONAL_ID = "onrecord-redrive";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration REQUEST_PATIENCE = Duration.ofSeconds(10);

  private final Surroundings around;

  @Spec private CommandSpec spec;

  @Mixin private final Broker broker = new Broker();

  // Not converted by picocli, which takes what it can't convert for the end of the list.
  @Parameters(
      paramLabel = "PARTITION:OFFSET",
      description = "Where \"rejects list\" says they are; by default all that the options choose.")
  private List<String> typed = new ArrayList<>();

  @Mixin private final RejectFilter filter = new RejectFilter();

  @Option(names = "--all", description = "All there are.")
  private boolean all;

  @Option(names = "--yes", description = "Sends them.")
  private boolean yes;

  private List<RejectPlace> places;
  private int unreadable;

  RejectsRedrive(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    try {
      places = typed.stream().map(new RejectPlace.Converter()::convert).distinct().toList();
    } catch (TypeConversionException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    if (places.isEmpty() && !filter.given() && !all) {
      throw new ParameterException(
          spec.commandLine(), "Say which: places, options that choose, or --all");
    }
    KafkaClients kafka = broker.clients(around.home());
    try (TopicReader reader = new TopicReader(kafka, TRANSACTIONAL_ID)) {
      return redrive(reader, kafka);
    } catch (KafkaException e) {
      return RejectsCommand.failed(around.terminal(), kafka, e);
    }
  }

  private int redrive(TopicReader reader, KafkaClients kafka) {
    Terminal terminal = around.terminal();
    Rejects rejects = new Rejects(reader);
    for (RejectPlace place : places) {
      if (rejects.at(place).isEmpty()) {
        terminal.err().println("There is none at " + place + ", so nothing was sent");
        return ExitCode.SOME_REFUSED;
      }
    }
    Redriving.Chosen chosen = to -> choose(rejects, to);
    if (!yes) {
      return tell(run(new Redriving(reader, chosen, null, terminal)));
    }
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            producer(kafka), new ByteArraySerializer(), new ByteArraySerializer())) {
      return tell(run(new Redriving(reader, chosen, producer, terminal)));
    }
  }

  private static Redriving run(Redriving redriving) {
    redriving.run();
    return redriving;
  }

  private void choose(Rejects rejects, Consumer<ConsumerRecord<byte[], byte[]>> to) {
    unreadable = 0;
    Consumer<ConsumerRecord<byte[], byte[]>> wanted =
        record -> {
          try {
            if (!filter.wants(SetAside.of(record))) {
              return;
            }
          } catch (IllegalArgumentException e) {
            unreadable++;
            return;
          }
          to.accept(record);
        };
    if (places.isEmpty()) {
      rejects.forEach(wanted);
    } else {
      places.stream().map(rejects::at).flatMap(Optional::stream).forEach(wanted);
    }
  }

  private int tell(Redriving done) {
    Terminal terminal = around.terminal();
    terminal
        .err()
        .println(
            done.sent()
                + (yes ? " sent, " : " would be sent, ")
                + done.skipped()
                + " skipped, "
                + (done.refused() + unreadable)
                + " refused"
                + (yes || done.sent() == 0 ? "" : ". Nothing was sent: add --yes"));
    if (unreadable > 0) {
      terminal.err().println(unreadable + " have no headers that say where they stood");
    }
    // Without a place nobody asked for those that can't be read.
    boolean asked = unreadable > 0 && !places.isEmpty();
    return done.refused() > 0 || asked ? ExitCode.SOME_REFUSED : ExitCode.DONE;
  }

  private static Properties producer(KafkaClients kafka) {
    Properties properties = kafka.producer(TRANSACTIONAL_ID);
    String patience = Long.toString(PATIENCE.toMillis());
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
    properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) PATIENCE.toMillis());
    // The first batches of a transaction would overtake each other and be sent anew.
    properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
    properties.put(
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Long.toString(REQUEST_PATIENCE.toMillis()));
    return properties;
  }
}
