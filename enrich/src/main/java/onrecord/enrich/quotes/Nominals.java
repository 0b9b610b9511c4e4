package onrecord.enrich.quotes;

import java.util.Set;
import onrecord.enrich.people.People;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;

/**
 * Knows a noun that reports by its form: "her claim that the bridge is old", "a warning from the
 * mayor that it may fall". Turned to a cue; for one thread.
 */
final class Nominals {
  private static final int REACH = 10;

  private static final Set<Integer> NOUNS =
      Signs.hashes(
          "accusation accusations admission allegation allegations announcement argument arguments"
              + " assertion assertions assurance assurances belief claim claims complaint complaints"
              + " concern concerns conclusion confession contention conviction declaration denial"
              + " fear fears finding findings hope hopes insistence promise promises prediction"
              + " predictions pledge reminder ruling statement suggestion suggestions suspicion"
              + " testimony threat threats view vow warning warnings worry");

  private static final Set<Integer> FROM = Signs.hashes("from by of");

  /** Whoever says it: the first token and the one behind the last. */
  int sourceFirst;

  int sourceEnd;

  /** Where what is said begins: behind "that". */
  int contentFirst;

  private Document doc;
  private Tokens tokens;
  private Signs signs;
  private People people;

  void start(Document document, Signs of, People who) {
    doc = document;
    tokens = doc.tokens;
    signs = of;
    people = who;
  }

  /** Turns to a noun; whether it reports by its form. */
  boolean find(int cue) {
    if (!NOUNS.contains(signs.word[cue])) {
      return false;
    }
    int from = doc.sentences.firstToken[tokens.sentence[cue]];
    int to = doc.sentences.endToken[tokens.sentence[cue]];
    if (signs.tagWithin(cue + 1, from, to) == Signs.THAT) {
      contentFirst = cue + 2;
      return cue + 2 < to && possessor(cue, from);
    }
    if (cue + 2 < to && FROM.contains(signs.word[cue + 1])) {
      for (int t = cue + 2; t < Math.min(to - 1, cue + REACH); t++) {
        if (Signs.isFinite(signs.tag[t]) || signs.tag[t] == Signs.COMMA) {
          return false;
        }
        if (signs.tag[t] == Signs.THAT) {
          // "The fear of that": nobody's.
          contentFirst = t + 1;
          return t > cue + 2 && phrase(cue + 2, t);
        }
      }
    }
    return false;
  }

  /** The possessor of the noun: "her claim", "the mayor's repeated claim". */
  private boolean possessor(int cue, int from) {
    int t = cue - 1;
    while (t > from && cue - t < 3 && isAdjective(signs.tag[t])) {
      t--;
    }
    if (t < from) {
      return false;
    }
    int m = signs.mention[t];
    if (m >= 0 && people.kind[m] == People.PRONOUN) {
      sourceFirst = t;
      sourceEnd = t + 1;
      return true;
    }
    if (signs.tag[t] != Signs.POSSESSIVE || t - 1 < from) {
      return false;
    }
    m = signs.mention[t - 1];
    sourceFirst = m >= 0 ? people.firstToken[m] : t - 1;
    sourceEnd = t;
    return true;
  }

  private static boolean isAdjective(int tag) {
    return tag == Signs.ADJECTIVE || tag == Signs.PARTICIPLE || tag == Signs.NUMBER;
  }

  /**
   * The noun phrase between two tokens, if it is one: a name, or a noun with what stands before.
   */
  private boolean phrase(int first, int end) {
    int m = signs.mention[end - 1];
    sourceFirst = m >= 0 ? people.firstToken[m] : first;
    sourceEnd = end;
    for (int t = sourceFirst; t < end; t++) {
      if (signs.tag[t] == Signs.PREPOSITION || tokens.segment[t] >= 0) {
        return false;
      }
    }
    return true;
  }
}
