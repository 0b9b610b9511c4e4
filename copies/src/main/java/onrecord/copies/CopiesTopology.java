package onrecord.copies;

import java.time.Duration;
import onrecord.events.Topic;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/**
 * The way of a record through Kafka: every partition signs its articles; the signatures, a
 * twentieth of an article's bytes, go to the one partition in which all copies meet.
 */
final class CopiesTopology {
  private CopiesTopology() {}

  static Topology build(Duration window, CopiesMeters meters) {
    Serde<byte[]> bytes = Serdes.ByteArray();
    StreamsBuilder builder = new StreamsBuilder();
    for (String store :
        new String[] {
          LinkProcessor.MEMBERS, LinkProcessor.KEYS, LinkProcessor.PAIRS, LinkProcessor.ARRIVALS
        }) {
      builder.addStateStore(
          Stores.keyValueStoreBuilder(
              Stores.persistentKeyValueStore(store), Serdes.Bytes(), bytes));
    }
    builder.stream(
            Topic.ENRICHED.topicName(), Consumed.with(bytes, bytes).withName("read-enriched"))
        .process(() -> new SignProcessor(meters), Named.as("sign-article"))
        .repartition(
            Repartitioned.with(bytes, bytes).withName("signatures").withNumberOfPartitions(1))
        .process(
            () -> new LinkProcessor(window, meters),
            Named.as("link-copies"),
            LinkProcessor.MEMBERS,
            LinkProcessor.KEYS,
            LinkProcessor.PAIRS,
            LinkProcessor.ARRIVALS)
        .to(Topic.COPIES.topicName(), Produced.with(bytes, bytes).withName("write-copies"));
    return builder.build();
  }
}
