package onrecord.enrich.people;

import onrecord.enrich.names.Names;
import onrecord.enrich.text.Document;

/**
 * Says who is in an article: ties names into entities, reads their roles, and resolves pronouns and
 * descriptions. Writes {@link People}; requires {@link Names}. For one thread.
 */
public final class PeopleFinder {
  private final NameMentions mentions = new NameMentions();
  private final NameCutter nameCutter = new NameCutter();
  private final EntityResolver entityResolver = new EntityResolver();
  private final RoleFinder roleFinder = new RoleFinder();
  private final MentionResolver mentionResolver = new MentionResolver();

  /** Finds the people, bodies and places of {@code document}. */
  public void find(Document document, Names names, People people) {
    int most = nameCutter.cut(document, names, mentions);
    entityResolver.resolve(document, mentions, most, people);
    roleFinder.find(document, mentions, people);
    mentionResolver.resolve(document, mentions, roleFinder, people);
  }

  /** Says whose words stand between two characters, so that "I" in them is known. */
  public void spoken(int start, int end, int entity) {
    mentionResolver.spoken(start, end, entity);
  }
}
