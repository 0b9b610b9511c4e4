package onrecord.enrich.people;

import onrecord.enrich.names.Names;
import onrecord.enrich.text.Document;

/**
 * Says who is in an article: ties names into entities, reads their roles, and resolves pronouns and
 * descriptions. Writes {@link People}; requires {@link Names}. For one thread.
 */
public final class PeopleFinder {
  /** What it costs to tie a name to its entity and to read the roles beside it. */
  private static final int RESOLVED = 12;

  private static final int ROLES = 8;

  private final NameMentions mentions = new NameMentions();
  private final NameCutter nameCutter = new NameCutter();
  private final EntityResolver entityResolver = new EntityResolver();
  private final RoleFinder roleFinder = new RoleFinder();
  private final MentionResolver mentionResolver = new MentionResolver();

  /** Finds the people, bodies and places of {@code document}. */
  public void find(Document document, Names names, People people) {
    resolve(document, names, people);
    document.budget.spend((long) ROLES * mentions.count + document.tokens.count);
    roleFinder.find(document, mentions, people);
    mentionResolver.resolve(document, mentions, roleFinder, people);
  }

  /** Ties names into entities and does no more: every mention is a name. */
  public void findNames(Document document, Names names, People people) {
    resolve(document, names, people);
    for (int n = 0; n < mentions.count; n++) {
      if (mentions.entity[n] >= 0) {
        people.add(
            mentions.firstToken[n],
            mentions.endToken[n],
            People.NAME,
            mentions.entity[n],
            mentions.confidence[n]);
      }
    }
  }

  private void resolve(Document document, Names names, People people) {
    document.budget.spend((long) RESOLVED * names.count);
    int most = nameCutter.cut(document, names, mentions);
    entityResolver.resolve(document, mentions, most, people);
  }

  /** Says whose words stand between two characters, so that "I" in them is known. */
  public void spoken(int start, int end, int entity) {
    mentionResolver.spoken(start, end, entity);
  }
}
