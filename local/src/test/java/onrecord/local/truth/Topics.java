package onrecord.local.truth;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onrecord.events.Article;
import onrecord.events.ArticleCopy;
import onrecord.events.EnrichedArticle;
import onrecord.events.EventJson;
import onrecord.events.Quote;
import onrecord.events.QuoteEvent;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import onrecord.service.KafkaClients;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a consumer of the topics knows, folded as the contract says: of an article the highest
 * (version, content hash), of a quote too, of a copy the highest sequence. For one thread.
 */
final class Topics implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions = new ArrayList<>();
  private final Map<String, EnrichedArticle> articles = new HashMap<>();
  private final Map<String, Map<String, QuoteEvent>> quotes = new HashMap<>();
  private final Map<String, ArticleCopy> copies = new HashMap<>();
  private final Map<String, List<String>> rejects = new HashMap<>();
  private final Map<String, List<EnrichedArticle>> events = new HashMap<>();

  Topics(KafkaClients kafka) {
    consumer =
        new KafkaConsumer<>(
            kafka.consumer("truth"), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    for (Topic topic : List.of(Topic.ENRICHED, Topic.QUOTES, Topic.COPIES, Topic.REJECTED)) {
      for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
        partitions.add(new TopicPartition(topic.topicName(), partition));
      }
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads all that is committed by now. */
  void catchUp() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        take(record);
      }
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    String topic = record.topic();
    if (topic.equals(Topic.ENRICHED.topicName())) {
      EnrichedArticle article = EventJson.read(record.value(), EnrichedArticle.class);
      events.computeIfAbsent(article.id(), key -> new ArrayList<>()).add(article);
      articles.merge(article.id(), article, (held, next) -> order(held, next) > 0 ? held : next);
    } else if (topic.equals(Topic.QUOTES.topicName())) {
      QuoteEvent quote = EventJson.read(record.value(), QuoteEvent.class);
      quotes
          .computeIfAbsent(quote.articleId(), key -> new TreeMap<>())
          .merge(quote.quote().id(), quote, Topics::newest);
    } else if (topic.equals(Topic.COPIES.topicName())) {
      ArticleCopy copy = EventJson.read(record.value(), ArticleCopy.class);
      copies.merge(
          copy.articleId(), copy, (held, next) -> held.sequence() > next.sequence() ? held : next);
    } else {
      Rejection rejection = Rejection.readFrom(record.headers());
      rejects
          .computeIfAbsent(
              new String(record.key(), StandardCharsets.UTF_8), key -> new ArrayList<>())
          .add(rejection.partition() + ":" + rejection.offset());
    }
  }

  private static int order(EnrichedArticle one, EnrichedArticle other) {
    int versions = Long.compare(one.version(), other.version());
    return versions != 0 ? versions : one.contentHash().compareTo(other.contentHash());
  }

  private static QuoteEvent newest(QuoteEvent held, QuoteEvent next) {
    int order = Long.compare(held.version(), next.version());
    if (order == 0) {
      order = held.contentHash().compareTo(next.contentHash());
    }
    if (order == 0) {
      return next.operation().equals(QuoteEvent.WITHDRAWN) ? held : next;
    }
    return order > 0 ? held : next;
  }

  /** What the topics say of a story's articles. */
  Account account(Told told) {
    Account account = new Account();
    for (String id : told.ids()) {
      EnrichedArticle latest = articles.get(id);
      if (latest != null) {
        account.latest(
            id, latest.version(), latest.contentHash(), latest.pubStatus().equals(Article.USABLE));
        for (Quote attitude : latest.attitudes()) {
          boolean named = attitude.speaker() != null && attitude.speaker().name() != null;
          account.attitude(id, named ? attitude.speaker().name() : "nobody", attitude.text());
        }
      }
      for (EnrichedArticle event : events.getOrDefault(id, List.of())) {
        account.revision(id, event.version(), event.contentHash(), event.revision().verdict());
      }
      for (QuoteEvent quote : quotes.getOrDefault(id, Map.of()).values()) {
        if (!quote.operation().equals(QuoteEvent.WITHDRAWN)
            && quote.quote().kind().equals(Quote.DIRECT)) {
          account.quote(id, speaker(quote.quote()), quote.quote().text());
        }
      }
      ArticleCopy copy = copies.get(id);
      if (copy != null && copy.original() != null) {
        account.copy(id, copy.original());
      }
      rejects.getOrDefault(id, List.of()).forEach(place -> account.reject(id, place));
    }
    return account;
  }

  private static String speaker(Quote quote) {
    return quote.speaker() == null || quote.speaker().name() == null
        ? "nobody"
        : QuoteEvent.folded(quote.speaker().name());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
