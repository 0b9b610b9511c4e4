package onrecord.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import onrecord.events.Article;
import onrecord.events.ArticleCopy;
import onrecord.events.ArticleText;
import onrecord.events.EnrichedArticle;
import onrecord.events.EventJson;
import onrecord.events.Quote;
import onrecord.events.QuoteEvent;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes one line of an event, whatever its bytes are. */
interface EventLine {
  /** The line, without its end. */
  String of(ConsumerRecord<byte[], byte[]> record);

  /**
   * The event's JSON as it stands on the topic; of a rejected record, whose bytes may be anything,
   * an object of its own.
   */
  static EventLine json(Topic topic) {
    return topic == Topic.REJECTED
        ? EventLine::rejectedJson
        : record -> text(record.value()).replaceAll("[\r\n]+", " ");
  }

  /** A line for people, as long as a line of the terminal where one reads. */
  static EventLine readable(Topic topic, Terminal terminal) {
    EventLine line =
        switch (topic) {
          case ARTICLES -> record -> article(EventJson.read(record.value(), Article.class));
          case ENRICHED ->
              record -> enriched(EventJson.read(record.value(), EnrichedArticle.class));
          case QUOTES -> record -> quote(EventJson.read(record.value(), QuoteEvent.class));
          case COPIES -> record -> copy(EventJson.read(record.value(), ArticleCopy.class));
          case REJECTED -> EventLine::rejected;
        };
    return record -> {
      String readable;
      try {
        readable = line.of(record);
      } catch (EventJson.UnreadableEvent | IllegalArgumentException e) {
        // Anybody may write to the topic.
        readable = text(record.key()) + "  can't be read: " + e.getMessage();
      }
      return terminal.outIsScreen()
          ? TextWidth.fitted(readable, terminal.columns()).stripTrailing()
          : readable.replaceAll("\\s+", " ");
    };
  }

  private static String article(Article article) {
    return article.id()
        + "  "
        + (article.pubStatus().equals(Article.USABLE) ? "" : article.pubStatus() + "  ")
        + title(article.headline(), article.body());
  }

  private static String copy(ArticleCopy copy) {
    return copy.articleId()
        + (copy.original() == null ? "  is no copy" : "  is a copy of " + copy.original());
  }

  private static String enriched(EnrichedArticle article) {
    Set<String> speakers = new LinkedHashSet<>();
    for (Quote quote : article.quotes()) {
      if (quote.speaker() != null && quote.speaker().name() != null) {
        speakers.add(quote.speaker().name());
      }
    }
    return article.id()
        + "  "
        + article.entities().size()
        + " entities, "
        + article.quotes().size()
        + " quotes"
        + (speakers.isEmpty() ? "" : " (" + String.join(", ", speakers) + ")")
        + "  "
        + title(article.headline(), article.text());
  }

  private static String quote(QuoteEvent event) {
    String sign =
        switch (event.operation()) {
          case QuoteEvent.ADDED -> "+";
          case QuoteEvent.CHANGED -> "~";
          case QuoteEvent.WITHDRAWN -> "-";
          default -> event.operation();
        };
    return sign
        + " "
        + SpeakerLabel.of(event.quote())
        + ": \u201c"
        + event.quote().text()
        + "\u201d  "
        + event.articleId();
  }

  private static String rejected(ConsumerRecord<byte[], byte[]> record) {
    Rejection rejection = Rejection.readFrom(record.headers());
    return text(record.key()) + "  " + rejection.stage() + ": " + rejection.reason();
  }

  private static String rejectedJson(ConsumerRecord<byte[], byte[]> record) {
    ObjectMapper mapper = EventJson.mapper();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("key", record.key() == null ? null : text(record.key()));
    try {
      line.put("rejection", Rejection.readFrom(record.headers()));
    } catch (IllegalArgumentException e) {
      line.put("unreadable", e.getMessage());
    }
    // Base64, because the bytes may be no text.
    line.put("value", record.value());
    try {
      return mapper.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A map of strings can't be written as JSON", e);
    }
  }

  private static String title(String headline, String text) {
    return headline != null
        ? headline
        : text.substring(ArticleText.opening(text)).lines().findFirst().orElse("");
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }
}
