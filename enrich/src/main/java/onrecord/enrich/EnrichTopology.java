package onrecord.enrich;

import java.util.Map;
import java.util.function.Supplier;
import onrecord.events.Topic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/**
 * The way of a record through Kafka: read an article, annotate it, write the enriched article and
 * what it changes of its quotes, or set the record aside. Bytes in and out: what can't be read
 * travels on as it came.
 */
final class EnrichTopology {
  static final String READ = "read-articles";
  static final String ANNOTATE = "annotate-article";
  static final String WRITE_ENRICHED = "write-enriched";
  static final String WRITE_QUOTES = "write-quotes";
  static final String SET_ASIDE = "set-aside-rejected";

  /** The store of what is remembered of each article, by its id. */
  static final String VERSIONS = "article-versions";

  private EnrichTopology() {}

  /**
   * Builds the topology.
   *
   * @param enrichers makes one for each task
   * @param meters where the work is counted
   */
  static Topology build(Supplier<Enricher> enrichers, EnrichMeters meters) {
    ByteArrayDeserializer in = new ByteArrayDeserializer();
    ByteArraySerializer out = new ByteArraySerializer();
    return new Topology()
        .addSource(READ, in, in, Topic.ARTICLES.topicName())
        .addProcessor(ANNOTATE, () -> new AnnotateProcessor(enrichers.get(), meters), READ)
        .addStateStore(
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(VERSIONS),
                    Serdes.ByteArray(),
                    Serdes.ByteArray())
                .withLoggingEnabled(
                    Map.of(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(Topic.MAX_MESSAGE_BYTES))),
            ANNOTATE)
        .addSink(WRITE_ENRICHED, Topic.ENRICHED.topicName(), out, out, ANNOTATE)
        .addSink(WRITE_QUOTES, Topic.QUOTES.topicName(), out, out, ANNOTATE)
        .addSink(SET_ASIDE, Topic.REJECTED.topicName(), out, out, ANNOTATE);
  }
}
