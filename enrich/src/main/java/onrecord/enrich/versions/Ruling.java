package onrecord.enrich.versions;

import onrecord.events.Article;
import onrecord.events.ArticleStatus;
import onrecord.events.Revision;

/**
 * What a record of an article is, given what came before it.
 *
 * @param verdict one of {@link Revision}'s, or {@link ArticleStatus#UNCHANGED}
 * @param latest whether it becomes the article's truth
 * @param order see {@link Article#order}
 * @param former the truth before it, or null
 */
public record Ruling(String verdict, boolean latest, long order, Revision.Former former) {

  /** Rules by the one order of versions: (order, content hash), the highest is the truth. */
  public static Ruling on(ArticleState state, Article article, long recordTimestamp) {
    Revision.Former former = state.latest();
    long order = article.order(recordTimestamp);
    String hash = article.contentHash();
    if (saysNothingNew(state, article, order)) {
      return new Ruling(ArticleStatus.UNCHANGED, false, order, former);
    }
    int above = former == null ? 1 : Long.compare(order, former.version());
    boolean latest = above > 0 || (above == 0 && hash.compareTo(former.contentHash()) > 0);
    return new Ruling(verdict(article, former, above), latest, order, former);
  }

  private static boolean saysNothingNew(ArticleState state, Article article, long order) {
    String hash = article.contentHash();
    Revision.Former former = state.latest();
    if (former != null && former.contentHash().equals(hash)) {
      // Without an order of its own, what the truth says already is no version: a page that is
      // fetched every hour costs nothing.
      // A withdrawal is one: what it hides must not come back by an older version that is late.
      boolean ordered = article.version() != null || article.versionCreated() != null;
      boolean fetched = !ordered && article.pubStatus().equals(Article.USABLE);
      if (fetched || former.version() == order) {
        return true;
      }
    }
    return state.seen().contains(new ArticleState.Seen(order, hash));
  }

  private static String verdict(Article article, Revision.Former former, int above) {
    if (!article.pubStatus().equals(Article.USABLE)) {
      return Revision.WITHDRAWN;
    } else if (former == null) {
      return Revision.NEW;
    } else if (above == 0) {
      return Revision.CONFLICT;
    } else if (above < 0) {
      return Revision.LATE;
    }
    return article.correction() != null ? Revision.CORRECTED : Revision.NEWER;
  }
}
