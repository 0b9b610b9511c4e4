package onrecord.events;

import java.util.List;

/**
 * What a version is among its article's versions, and what it changes.
 *
 * @param verdict one of the constants here
 * @param latest whether this version was the article's truth when it was written; findings of
 *     another one are history
 * @param former the version whose place it takes, or that keeps its place before it; null when the
 *     article has no other
 * @param changes of the article's truth: empty unless {@code latest}, and for the first version,
 *     all of whose findings are new; quotes first, in the order of the text
 */
public record Revision(String verdict, boolean latest, Former former, List<Change> changes) {
  /** The first version. */
  public static final String NEW = "new";

  /** A version that takes an older one's place. */
  public static final String NEWER = "newer";

  /** A newer version that says that it corrects, see {@link Article#correction}. */
  public static final String CORRECTED = "corrected";

  /** An older version that came after a newer one: history. */
  public static final String LATE = "late";

  /** A version of equal order and other content; the greater content hash is the truth. */
  public static final String CONFLICT = "conflict";

  /** A version that takes the article out of every view. */
  public static final String WITHDRAWN = "withdrawn";

  public Revision {
    Check.required("revision.verdict", verdict, 100);
    changes = Check.list("revision.changes", changes);
  }

  /** The same without its list of changes, where there is no room for it. */
  public Revision withoutChanges() {
    return new Revision(verdict, latest, former, List.of());
  }

  /**
   * Another version of the article.
   *
   * @param version see {@link EnrichedArticle#version}
   * @param contentHash see {@link Article#contentHash}
   * @param pubStatus see {@link Article#pubStatus}
   */
  public record Former(long version, String contentHash, String pubStatus) {
    public Former {
      Check.order("former.version", version);
      Check.sha256("former.contentHash", contentHash);
      Check.required("former.pubStatus", pubStatus, 100);
    }
  }

  /**
   * A quote or an entity that appeared, changed or vanished.
   *
   * @param operation {@link QuoteEvent#ADDED}, {@link QuoteEvent#CHANGED} or {@link
   *     QuoteEvent#WITHDRAWN}
   * @param what {@link #QUOTE} or {@link #ENTITY}
   * @param id the quote's; the entity's in this version, null for one that is no longer in it
   * @param text the quote's, or the entity's name
   * @param speaker the quote's speaker by name, or null
   * @param before of a changed quote: the former speaker by name; of a changed entity: its former
   *     name; null where that is not what changed
   */
  public record Change(
      String operation, String what, String id, String text, String speaker, String before) {
    public static final String QUOTE = "quote";
    public static final String ENTITY = "entity";

    public Change {
      Check.required("change.operation", operation, 100);
      Check.required("change.what", what, 100);
      Check.optional("change.id", id, 100);
      Check.required("change.text", text, Article.MAX_BODY_BYTES);
      Check.optional("change.speaker", speaker, Article.MAX_BODY_BYTES);
      Check.optional("change.before", before, Article.MAX_BODY_BYTES);
    }
  }
}
