package onrecord.desk;

import java.time.Instant;
import java.util.List;
import onrecord.events.Candidate;
import onrecord.events.Span;
import onrecord.events.Speaker;

/**
 * A quote with the article it stands in.
 *
 * @param articleId see {@code Article.id}
 * @param source the outlet, or null
 * @param headline or null
 * @param url or null
 * @param publishedAt or null
 * @param shownAt see {@link ArticleSummary#shownAt}
 * @param ordinal the place among the article's quotes, from 0
 * @param id see {@code Quote.id}
 * @param kind see {@code Quote.kind}
 * @param text the quote's words
 * @param allQuoted whether all of it stands in quotation marks, which the text leaves out
 * @param within the id of the quote it is nested in, or null
 * @param speaker null when the engine can't say
 * @param mention the words that give the speaker away, or null
 * @param cue the words that say that it was said, or null
 * @param confidence 0 to 1: how sure the engine is of the speaker
 * @param decidedBy which rule or model decided
 * @param candidates the other speakers when it is a close call
 * @param alsoIn how many other articles quote it
 * @param variants how those do, the earliest 20
 */
record QuoteListing(
    String articleId,
    String source,
    String headline,
    String url,
    Instant publishedAt,
    Instant shownAt,
    int ordinal,
    String id,
    String kind,
    String text,
    boolean allQuoted,
    String within,
    Speaker speaker,
    Span mention,
    Span cue,
    double confidence,
    String decidedBy,
    List<Candidate> candidates,
    int alsoIn,
    List<Variant> variants) {

  /**
   * The same quotation in another article.
   *
   * @param articleId see {@code Article.id}
   * @param source the outlet, or null
   * @param shownAt see {@link ArticleSummary#shownAt}
   * @param id see {@code Quote.id}
   * @param text the quote's words there
   * @param allQuoted see {@link QuoteListing#allQuoted}
   * @param speaker by name, or null
   */
  record Variant(
      String articleId,
      String source,
      Instant shownAt,
      String id,
      String text,
      boolean allQuoted,
      String speaker) {}

  QuoteListing with(List<Variant> others) {
    return new QuoteListing(
        articleId,
        source,
        headline,
        url,
        publishedAt,
        shownAt,
        ordinal,
        id,
        kind,
        text,
        allQuoted,
        within,
        speaker,
        mention,
        cue,
        confidence,
        decidedBy,
        candidates,
        alsoIn,
        others);
  }
}
