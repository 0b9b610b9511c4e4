package onrecord.enrich.people;

import java.util.HashMap;
import java.util.Map;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;

/** Who is whose lawyer, niece or wife, as far as the article says it. For one thread. */
final class Relations {
  private static final int NOBODY = -1;

  private final Map<Long, Integer> known = new HashMap<>();
  private Document doc;
  private Tokens tokens;

  void begin(Document document) {
    doc = document;
    tokens = doc.tokens;
    known.clear();
  }

  /** Notes that an entity is its owner's what the noun at {@code head} says, and the other way. */
  void add(int owner, int head, int entity) {
    known.put(relation(owner, head), entity);
    for (String back : Kin.inverse(doc.text(tokens.start[head], tokens.end[head]))) {
      known.putIfAbsent(relation(entity, back), owner);
    }
  }

  private long relation(int owner, int head) {
    return relation(
        owner, RoleWords.canonical(NameForms.fold(doc.text(tokens.start[head], tokens.end[head]))));
  }

  private static long relation(int owner, String word) {
    return ((long) owner << 32) ^ (word.hashCode() & 0xffffffffL);
  }

  /** Who is known as the owner's lawyer, wife, … */
  int of(int owner, int head) {
    return owner < 0 ? NOBODY : known.getOrDefault(relation(owner, head), NOBODY);
  }
}
