package onrecord.events;

/**
 * Which article this one is a copy of, written to {@link Topic#COPIES} whenever that changes. Of an
 * article's events the highest {@code sequence} is the truth; an article without one is no copy.
 *
 * @param articleId see {@link Article#id}; the record's key
 * @param sequence counts the article's events, from 1
 * @param original the id of the article it is a copy of: of all that are linked the one with the
 *     least (publishedAt, id); null when it is no copy any more
 * @param similarity 0 to 1: the estimated share of the shorter text that stands in the other; null
 *     when it is no copy
 * @param engine what found it
 */
public record ArticleCopy(
    String articleId, long sequence, String original, Double similarity, Engine engine) {
  public ArticleCopy {
    Check.required("articleId", articleId, Article.MAX_ID_CHARS);
    Check.order("sequence", sequence);
    if (sequence < 1) {
      throw new IllegalArgumentException("sequence is " + sequence + ", it must be at least 1");
    }
    Check.optional("original", original, Article.MAX_ID_CHARS);
    if (similarity != null) {
      Check.share("similarity", similarity);
    }
    Check.present("engine", engine);
  }
}
