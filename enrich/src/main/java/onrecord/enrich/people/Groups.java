package onrecord.enrich.people;

import java.util.Set;
import onrecord.enrich.names.Names;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * The names of groups that are no entities: "Republicans", whoever of them "they" means, those who
 * speak together, and the two that "the two groups" or "the duo" are. Requires {@link People}. For
 * one thread.
 */
public final class Groups {
  private static final int NONE = -1;
  private static final int MOST_JOINED = 8;
  private static final int DUO_REACH = 40;

  /** Words that open a clause. */
  private static final Set<String> OPENING =
      Set.of(
          "that",
          "while",
          "While",
          "when",
          "When",
          "as",
          "As",
          "although",
          "Although",
          "but",
          "But");

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
    if (isDuo(first, head)) {
      return duoBefore(first);
    }
    if (!they) {
      return isTwo(first, head) ? bothBefore(first) : ownName(first, head);
    }
    String named = acting(doc.sentences.firstToken[tokens.sentence[first]], first);
    if (named == null && tokens.sentence[first] > 0) {
      int before = tokens.sentence[first] - 1;
      named = acting(doc.sentences.firstToken[before], doc.sentences.endToken[before]);
    }
    if (named == null) {
      return pairBefore(first);
    }
    return named.isEmpty() ? null : named;
  }

  /** The two people whom the sentence before names together, "A and B", and no other; or null. */
  private String pairBefore(int t) {
    int sentence = tokens.sentence[t] - 1;
    int from = sentence < 0 ? t : doc.sentences.firstToken[sentence];
    String pair = null;
    int last = NONE;
    for (int m = people.firstAt(t) - 1; m > 0 && people.firstToken[m] >= from; m--) {
      doc.budget.spend(1);
      if (!isPerson(m)) {
        continue;
      }
      if (last == NONE && isPerson(m - 1) && !isSame(m, m - 1)) {
        boolean joined = isJoined(people.endToken[m - 1], people.titleToken[m]);
        pair = joined ? names(m - 1, m) : null;
        last = m;
        m--;
        continue;
      }
      return null;
    }
    return pair;
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
    return other < 0 ? null : names(one, other);
  }

  /** The last two people before who are joined by "and", whom "the duo" means; or null. */
  private String duoBefore(int t) {
    int to = people.firstAt(t);
    for (int m = to - 1; m > Math.max(0, to - DUO_REACH); m--) {
      boolean two =
          isPerson(m)
              && isPerson(m - 1)
              && !isSame(m, m - 1)
              && isJoined(people.endToken[m - 1], people.titleToken[m])
              && !(m > 1 && isListed(people.endToken[m - 2], people.titleToken[m - 1]));
      if (two) {
        return names(m - 1, m);
      }
    }
    return null;
  }

  private boolean isDuo(int first, int head) {
    return head == first + 1
        && isThe(first)
        && (doc.isWord(head, "duo") || doc.isWord(head, "pair") || doc.isWord(head, "two"));
  }

  private boolean isSame(int m, int other) {
    return other >= 0 && people.entity[m] == people.entity[other];
  }

  /**
   * The first mention of the names that open a clause and are joined by "and" to a mention: of "The
   * A (AX) and the B said" A's for B's, of "A, B and C said" too; or -1.
   */
  public int joined(int mention) {
    if (!isSpeaker(mention)) {
      return NONE;
    }
    int first = mention;
    int found = NONE;
    for (int size = 1; size < MOST_JOINED; size++) {
      int other = first - 1;
      int end = other < 0 ? 0 : people.endToken[other];
      if (other > 0 && isShortForm(other)) {
        // "The Water Union (WU) and": the bracket is behind the name.
        end++;
        other--;
      }
      if (other < 0 || !isSpeaker(other) || isSame(first, other)) {
        break;
      }
      int to = Math.min(people.firstToken[first], people.titleToken[first]);
      if (!(first == mention ? isJoined(end, to) : isListed(end, to))) {
        break;
      }
      first = other;
      found = opens(people.titleToken[first]) ? first : found;
    }
    return found;
  }

  /**
   * The last mention of those that are joined to one that opens a clause, and stand right before a
   * verb at character {@code cue}; the mention itself when none are.
   */
  public int lastJoined(int mention, int cue) {
    int last = mention;
    while (last + 1 < people.count
        && last - mention < MOST_JOINED
        && tokens.end[people.endToken[last + 1] - 1] <= cue) {
      last++;
    }
    int end = people.endToken[last];
    boolean bracket = end < tokens.count && doc.chars[tokens.start[end]] == ')';
    end += bracket ? 1 : 0;
    boolean before = last > mention && end < tokens.count && tokens.start[end] == cue;
    last -= before && bracket && isShortForm(last) ? 1 : 0;
    int first = before ? joined(last) : NONE;
    return first >= 0 && first <= mention ? last : mention;
  }

  /** Whether a clause opens at a token, articles and "both" apart. */
  private boolean opens(int first) {
    int before = isThe(first - 1) ? first - 2 : first - 1;
    before -= before >= 0 && (doc.isWord(before, "both") || doc.isWord(before, "Both")) ? 1 : 0;
    return before < 0
        || tokens.sentence[before] != tokens.sentence[first]
        || (tokens.kind[before] == Tokens.MARK && doc.chars[tokens.start[before]] != '(')
        || OPENING.contains(doc.text(tokens.start[before], tokens.end[before]));
  }

  /** Whether a mention stands in brackets behind another name of the same body. */
  private boolean isShortForm(int m) {
    int open = people.firstToken[m] - 1;
    int close = people.endToken[m];
    return isSame(m, m - 1)
        && open == people.endToken[m - 1]
        && doc.chars[tokens.start[open]] == '('
        && close < tokens.count
        && doc.chars[tokens.start[close]] == ')';
  }

  /** The names of the entities of mentions that are joined: "A, B and C". */
  public String names(int first, int last) {
    StringBuilder all = new StringBuilder();
    int before = NONE;
    for (int m = first; m <= last; m++) {
      if (before >= 0 && isSame(m, before)) {
        continue;
      }
      all.append(before < 0 ? "" : m == last ? " and " : ", ");
      all.append(people.entities.get(people.entity[m]).name);
      before = m;
    }
    return all.toString();
  }

  private boolean isOrganization(int m) {
    return people.kind[m] == People.NAME
        && people.entity[m] >= 0
        && people.entities.get(people.entity[m]).type == Names.ORGANIZATION;
  }

  private boolean isPerson(int m) {
    return people.kind[m] == People.NAME
        && people.entity[m] >= 0
        && people.entities.get(people.entity[m]).type == Names.PERSON;
  }

  private boolean isSpeaker(int m) {
    return isOrganization(m) || isPerson(m);
  }

  /** Whether a comma, and "the" at most, stands between two names. */
  private boolean isListed(int end, int first) {
    return end < tokens.count
        && doc.isWord(end, ",")
        && (first == end + 1 || (first == end + 2 && isThe(end + 1)));
  }

  /** Whether no more than "and the" stands between two names. */
  private boolean isJoined(int end, int first) {
    int and = end < tokens.count && doc.isWord(end, ",") ? end + 1 : end;
    return and < tokens.count
        && doc.isWord(and, "and")
        && (first == and + 1 || (first == and + 2 && isThe(and + 1)));
  }

  private boolean isThe(int t) {
    return t >= 0 && (doc.isWord(t, "the") || doc.isWord(t, "The"));
  }

  private boolean isCapital(int t) {
    return Character.isUpperCase(doc.chars[tokens.start[t]]);
  }
}
