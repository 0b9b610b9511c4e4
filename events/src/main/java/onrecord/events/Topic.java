package onrecord.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The topics, written once: name, key, value, and how each is kept. */
public enum Topic {
  /** Raw articles as JSON of {@link Article}, keyed by {@link Article#id}. */
  ARTICLES("articles", "onrecord.article.received"),

  /** {@link EnrichedArticle} as JSON, keyed by the article's id. */
  ENRICHED("articles.enriched", "onrecord.article.enriched"),

  /** {@link QuoteEvent} as JSON, keyed by {@link QuoteEvent#key}. */
  QUOTES("quotes", "onrecord.quote"),

  /** {@link ArticleCopy} as JSON, keyed by the article's id. */
  COPIES("articles.copies", "onrecord.article.copy"),

  /**
   * Records that no stage could take, key and bytes as they came, with {@link Rejection} headers.
   */
  REJECTED("articles.rejected", "onrecord.article.rejected");

  /** How many partitions each topic is made with. */
  public static final int PARTITIONS = 6;

  /** The largest record, its envelope included. */
  public static final int MAX_MESSAGE_BYTES = 16 << 20;

  private final String topicName;
  private final String eventType;

  Topic(String topicName, String eventType) {
    this.topicName = topicName;
    this.eventType = eventType;
  }

  /** The name on the broker. */
  public String topicName() {
    return topicName;
  }

  /** The topic of this name on the broker, if it is one of ours. */
  public static Optional<Topic> named(String topicName) {
    return Arrays.stream(values()).filter(topic -> topic.topicName.equals(topicName)).findFirst();
  }

  /** The CloudEvents type of its records. */
  public String eventType() {
    return eventType;
  }

  /** The broker's settings for the topic: the log is the archive, so nothing in it expires. */
  public Map<String, String> configs() {
    return Map.of(
        "cleanup.policy", "delete",
        "retention.ms", "-1",
        "retention.bytes", "-1",
        "max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES),
        "message.timestamp.type", "CreateTime");
  }
}
