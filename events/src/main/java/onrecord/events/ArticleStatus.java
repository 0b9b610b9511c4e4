package onrecord.events;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * What enrich decided about the records of an article; the answer of {@code GET
 * /articles/{id}/status}.
 *
 * @param id see {@link Article#id}
 * @param latest the version that is the article's truth; null when none of its records could be
 *     taken
 * @param decisions the last {@value #MAX_DECISIONS}, the newest first
 */
public record ArticleStatus(String id, Revision.Former latest, List<Decision> decisions) {
  public static final int MAX_DECISIONS = 50;

  /** A verdict beside {@link Revision}'s: what the article says already. */
  public static final String UNCHANGED = "unchanged";

  /** A verdict beside {@link Revision}'s: set aside on {@link Topic#REJECTED}. */
  public static final String REJECTED = "rejected";

  public ArticleStatus {
    Check.required("id", id, Article.MAX_ID_CHARS);
    decisions = Check.list("decisions", decisions);
  }

  /** The path, on ingest's door and on enrich's, under which the status of an article is asked. */
  public static String path(String id) {
    // A path's blank is no plus.
    String segment = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    return "/articles/" + segment + "/status";
  }

  /**
   * What became of one record of {@link Topic#ARTICLES}.
   *
   * @param verdict one of {@link Revision}'s, {@link #UNCHANGED} or {@link #REJECTED}
   * @param latest whether it became the article's truth
   * @param version its order, see {@link EnrichedArticle#version}; null when rejected
   * @param contentHash see {@link Article#contentHash}; null when rejected
   * @param pubStatus see {@link Article#pubStatus}; null when rejected
   * @param reason why it was rejected, else null
   * @param partition where the record stands
   * @param offset where the record stands
   * @param at the record's timestamp
   */
  public record Decision(
      String verdict,
      boolean latest,
      Long version,
      String contentHash,
      String pubStatus,
      String reason,
      int partition,
      long offset,
      Instant at) {
    public Decision {
      Check.required("decision.verdict", verdict, 100);
      Check.present("decision.at", at);
    }
  }
}
