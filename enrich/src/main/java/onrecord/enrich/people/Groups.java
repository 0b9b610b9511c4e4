package onrecord.enrich.people;

import onrecord.enrich.names.Names;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * The names of groups that are no entities: "Republicans", whoever of them "they" means, and the
 * two organisations that "the two groups" are. Requires {@link People}. For one thread.
 */
public final class Groups {
  private Document doc;
  private Tokens tokens;
  private People people;

  public void begin(Document document, People who) {
    doc = document;
    tokens = doc.tokens;
    people = who;
  }

  /** The name of the group that the tokens from {@code first} to {@code end} mean, or null. */
  public String name(int first, int end) {
    int head = end - 1;
    boolean they = end - first == 1 && (tokens.flags[head] & Lexicon.THEY) != 0;
    if (!they) {
      return isTwo(first, head) ? bothBefore(first) : ownName(first, head);
    }
    String named = acting(doc.sentences.firstToken[tokens.sentence[first]], first);
    if (named == null && tokens.sentence[first] > 0) {
      int before = tokens.sentence[first] - 1;
      named = acting(doc.sentences.firstToken[before], doc.sentences.endToken[before]);
    }
    return named == null || named.isEmpty() ? null : named;
  }

  /** The first group of a stretch that does something: its name, "" for a common noun, or null. */
  private String acting(int from, int to) {
    for (int t = from; t < to; t++) {
      doc.budget.spend(1);
      boolean named = isNamed(t);
      boolean common = (tokens.flags[t] & (Lexicon.GROUP | Lexicon.DETERMINER)) == Lexicon.GROUP;
      if ((named || common) && tokens.segment[t] < 0 && acts(t, from, to)) {
        return named ? ownName(t, t) : "";
      }
    }
    return null;
  }

  private boolean acts(int t, int from, int to) {
    if (t + 1 >= to || tokens.kind[t + 1] != Tokens.WORD) {
      return false;
    }
    int verbs = Lexicon.SPEECH | Lexicon.THOUGHT | Lexicon.AUXILIARY;
    String next = doc.text(tokens.start[t + 1], tokens.end[t + 1]);
    return t == from
        || (tokens.flags[t + 1] & verbs) != 0
        || next.endsWith("ing")
        || next.endsWith("ed");
  }

  /** "Republicans", "the Palestinians", "Senate Democrats", but not "some Democrats". */
  private String ownName(int first, int head) {
    int from = isThe(first) && first < head ? first + 1 : first;
    if (!isNamed(head)) {
      return null;
    }
    for (int t = from; t < head; t++) {
      boolean part = tokens.kind[t] == Tokens.WORD && isCapital(t);
      if (!part || (tokens.flags[t] & (Lexicon.DETERMINER | Lexicon.FUNCTION)) != 0) {
        return null;
      }
    }
    return doc.text(tokens.start[from], tokens.end[head]);
  }

  private boolean isNamed(int t) {
    return (tokens.flags[t] & Lexicon.DEMONYM) != 0
        && isCapital(t)
        && doc.chars[tokens.end[t] - 1] == 's'
        && doc.chars[tokens.end[t] - 2] != 's';
  }

  /** "the two groups". */
  private boolean isTwo(int first, int head) {
    int two = head - 1;
    return two >= first
        && two - first <= 1
        && doc.isWord(two, "two")
        && isThe(two - 1)
        && isBodies(doc.text(tokens.start[head], tokens.end[head]));
  }

  private static boolean isBodies(String nouns) {
    int length = nouns.length();
    return nouns.endsWith("ies")
        ? Bodies.isKnown(nouns.substring(0, length - 3) + "y")
        : nouns.endsWith("s") && Bodies.isKnown(nouns.substring(0, length - 1));
  }

  /** The only two organisations of the sentence before, "A and B"; null when there are others. */
  private String bothBefore(int t) {
    int sentence = tokens.sentence[t] - 1;
    if (sentence < 0) {
      return null;
    }
    int end = doc.sentences.endToken[sentence];
    int one = -1;
    int other = -1;
    for (int m = people.firstAt(doc.sentences.firstToken[sentence]);
        m < people.count && people.firstToken[m] < end;
        m++) {
      if (!isOrganization(m) || isSame(m, one) || isSame(m, other)) {
        continue;
      }
      if (one < 0) {
        one = m;
      } else if (other < 0 && isJoined(people.endToken[one], people.firstToken[m])) {
        other = m;
      } else {
        return null;
      }
    }
    return other < 0 ? null : both(one, other);
  }

  private boolean isSame(int m, int other) {
    return other >= 0 && people.entity[m] == people.entity[other];
  }

  /**
   * The mention that opens a clause and is joined by "and" to a mention, both of organisations: of
   * "The A and the B said" A's for B's; or -1.
   */
  public int joined(int mention) {
    int other = mention - 1;
    if (other < 0 || !isOrganization(mention) || !isOrganization(other)) {
      return -1;
    }
    int first = people.firstToken[other];
    int before = isThe(first - 1) ? first - 2 : first - 1;
    boolean opens =
        before < 0 || tokens.sentence[before] != tokens.sentence[first] || doc.isWord(before, ",");
    // "A, B and C".
    boolean three = other > 0 && people.endToken[other - 1] == before && isOrganization(other - 1);
    boolean two = !three && people.entity[other] != people.entity[mention];
    boolean joined = isJoined(people.endToken[other], people.firstToken[mention]);
    return opens && two && joined ? other : -1;
  }

  /** The names of two mentions' entities: "A and B". */
  public String both(int one, int other) {
    return people.entities.get(people.entity[one]).name
        + " and "
        + people.entities.get(people.entity[other]).name;
  }

  private boolean isOrganization(int m) {
    return people.kind[m] == People.NAME
        && people.entity[m] >= 0
        && people.entities.get(people.entity[m]).type == Names.ORGANIZATION;
  }

  /** Whether no more than "and the" stands between two names. */
  private boolean isJoined(int end, int first) {
    return doc.isWord(end, "and") && (first == end + 1 || (first == end + 2 && isThe(end + 1)));
  }

  private boolean isThe(int t) {
    return t >= 0 && (doc.isWord(t, "the") || doc.isWord(t, "The"));
  }

  private boolean isCapital(int t) {
    return Character.isUpperCase(doc.chars[tokens.start[t]]);
  }
}
