package onrecord.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import onrecord.events.Article;
import onrecord.events.EnrichedArticle;
import onrecord.events.Revision.Change;

/**
 * An article with what became of it.
 *
 * @param article its truth, whatever its status
 * @param revisions every version ever seen, the highest first
 * @param copyOf the id of the article it is a copy of, or null
 * @param copies the other articles of its story, the earliest 200 first; none when it isn't usable
 */
record Dossier(
    @JsonUnwrapped EnrichedArticle article,
    List<Version> revisions,
    String copyOf,
    List<Occurrence> copies) {

  /**
   * A version of the article.
   *
   * @param version see {@code EnrichedArticle.version}
   * @param contentHash see {@code Article.contentHash}
   * @param verdict see {@code Revision.verdict}; null when nobody said
   * @param latest whether it was the truth when it came; null when nobody said
   * @param pubStatus see {@code Article.pubStatus}
   * @param ingestedAt when it came in
   * @param correction what it says that it corrects, or null
   * @param former the status of the version before, or null
   * @param changes of the article's truth; none when the article isn't usable
   */
  record Version(
      long version,
      String contentHash,
      String verdict,
      Boolean latest,
      String pubStatus,
      Instant ingestedAt,
      String correction,
      String former,
      List<Change> changes) {

    /** Without any word of the article. */
    Version silent() {
      return new Version(
          version, contentHash, verdict, latest, pubStatus, ingestedAt, null, former, List.of());
    }
  }

  /**
   * Another article of the same story.
   *
   * @param id see {@code Article.id}
   * @param source the outlet, or null
   * @param headline or null
   * @param publishedAt or null
   * @param shownAt see {@link ArticleSummary#shownAt}
   */
  record Occurrence(
      String id, String source, String headline, Instant publishedAt, Instant shownAt) {}

  @JsonIgnore
  boolean usable() {
    return article.pubStatus().equals(Article.USABLE);
  }
}
