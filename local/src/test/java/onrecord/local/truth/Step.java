package onrecord.local.truth;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import onrecord.events.Article;
import onrecord.events.ArticleBuilder;
import onrecord.events.EventJson;

/**
 * One record for the topic of articles, before it has the id that it is sent under: a story may be
 * told again under other ids.
 *
 * @param article which of the story's articles, from 0
 * @param kind what the record is
 * @param version its order among the article's versions, or null for the record's time
 * @param correction what it corrects, or null
 * @param statements what is said in it, each (speaker, words)
 * @param family which basic text its body is made of: articles of one family are copies
 * @param publishedAt or null
 * @param at the record's timestamp
 */
record Step(
    int article,
    Kind kind,
    Long version,
    String correction,
    List<Statement> statements,
    int family,
    Instant publishedAt,
    Instant at) {

  /** What a record may be. */
  enum Kind {
    USABLE,
    CANCELED,
    WITHHELD,
    /** A null value. */
    TOMBSTONE,
    /** No JSON. */
    BROKEN,
    /** JSON of an article that has no body. */
    EMPTY,
    /** An article under a key that isn't its id. */
    MISKEYED
  }

  /** Words that somebody says. */
  record Statement(String speaker, String words) {
    private String paragraph() {
      return "“" + words + ",” " + speaker + " said.";
    }
  }

  boolean isPoison() {
    return kind == Kind.BROKEN || kind == Kind.EMPTY || kind == Kind.MISKEYED;
  }

  /** The article as it is sent; null for a tombstone or what is no article. */
  Article article(String id, String basicText) {
    ArticleBuilder builder =
        new ArticleBuilder(id).version(version).correction(correction).publishedAt(publishedAt);
    return switch (kind) {
      case USABLE -> builder.source("The Paper").body(body(basicText)).build();
      case CANCELED -> builder.pubStatus(Article.CANCELED).build();
      case WITHHELD -> builder.pubStatus(Article.WITHHELD).build();
      case MISKEYED -> new ArticleBuilder(id + "-other").body(body(basicText)).build();
      case TOMBSTONE, BROKEN, EMPTY -> null;
    };
  }

  /** The record's value; null for a tombstone. */
  byte[] value(String id, String basicText) {
    return switch (kind) {
      case TOMBSTONE -> null;
      case BROKEN -> "{\"id\":".getBytes(StandardCharsets.UTF_8);
      case EMPTY -> ("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
      default -> EventJson.write(article(id, basicText));
    };
  }

  private String body(String basicText) {
    StringBuilder body = new StringBuilder(basicText);
    statements.forEach(statement -> body.append("\n\n").append(statement.paragraph()));
    if (!statements.isEmpty()) {
      // What somebody does; nobody says it.
      body.append("\n\n").append(statements.get(0).speaker()).append(" refused to sell the mill.");
    }
    return body.toString();
  }

  @Override
  public String toString() {
    return "article "
        + article
        + " "
        + kind
        + (version == null ? " at " + at.toEpochMilli() : " v" + version)
        + (correction == null ? "" : " corrects")
        + (kind == Kind.USABLE ? " family " + family + " " + publishedAt + " " + statements : "");
  }
}
