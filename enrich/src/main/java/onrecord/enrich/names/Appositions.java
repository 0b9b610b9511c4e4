package onrecord.enrich.names;

import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/** What the noun behind a name's comma says that it is. For one thread. */
final class Appositions {
  /** What "a man who" and "a teacher" end with. */
  private static final WordSet HUMANS =
      WordSet.of(
          "man woman boy girl teenager teacher student lawyer activist journalist farmer doctor"
              + " nurse professor lecturer politician lawmaker filmmaker film-maker actor actress"
              + " singer musician writer author poet novelist artist painter photographer engineer"
              + " scientist economist historian fisherman hunter soldier policeman policewoman"
              + " businessman businesswoman entrepreneur widow mother father grandmother grandfather"
              + " resident villager refugee migrant pensioner shopkeeper footballer native");

  private static final WordSet BODIES =
      WordSet.of(
          "organisation organization company firm newspaper broadcaster airline bank charity"
              + " nonprofit non-profit association agency think-tank watchdog retailer conglomerate"
              + " group party union university startup start-up insurer publisher magazine website"
              + " institute foundation federation lender brewer carmaker automaker regulator"
              + " movement cooperative consortium exchange subsidiary ngo");

  private static final WordSet PEOPLES = WordSet.of("ethnic minority religious indigenous tribal");

  private static final WordSet PRISONS = WordSet.of("prison jail airport");

  private static final WordSet IN =
      WordSet.of("in at near across around outside into from to towards toward between of");

  private static final WordSet THAT = WordSet.of("who which that whose");

  private static final int MOST_WORDS = 9;

  private final Knowledge knowledge;
  private final Surroundings surroundings;
  private LabeledText text;

  Appositions(Knowledge knowledge, Surroundings surroundings) {
    this.knowledge = knowledge;
    this.surroundings = surroundings;
  }

  void open(LabeledText labeled) {
    text = labeled;
  }

  /** "Quill, an organization that": what the noun behind the comma says. */
  int type(int from, int to) {
    if (!text.isComma(to, from) || !text.isTogether(to + 2, from)) {
      return 0;
    }
    boolean a =
        text.doc.isWord(to + 1, "a")
            || text.doc.isWord(to + 1, "an")
            || text.doc.isWord(to + 1, "another");
    if (!a && !text.doc.isWord(to + 1, "the")) {
      return 0;
    }
    boolean inside = text.isTogether(from - 1, from) && IN.has(text.words.hash[from - 1]);
    int t = to + 2;
    int head = 0;
    while (text.isTogether(t, from)
        && t - to < MOST_WORDS
        && text.tokens.kind[t] == Tokens.WORD
        && !isEndOfNoun(t)) {
      head = head(t);
      t++;
      if (head != 0 && isParticiple(t, from)) {
        break;
      }
    }
    // A people isn't an organization.
    boolean people = head != 0 && text.isSmall(t - 2, from, PEOPLES);
    if (head == 0
        || people
        || (t < text.count && text.isTogether(t, from) && text.doc.isWord(t, "of"))) {
      return 0;
    }
    boolean closed =
        !text.isTogether(t, from)
            || text.tokens.kind[t] == Tokens.MARK
            || THAT.has(text.words.hash[t])
            || (a && isEndOfNoun(t))
            || isParticiple(t, from);
    if (!closed || head == text.type(from)) {
      return closed ? head : 0;
    }
    boolean listed = (knowledge.lists(text.words.hash(from, to)) & Knowledge.COUNTRY) != 0;
    boolean located =
        inside && text.type(from) == Names.LOCATION && !text.doc.isWord(from - 1, "of");
    if (listed || (head != Names.LOCATION && located)) {
      return 0;
    }
    if (head == Names.PERSON && (!a || surroundings.isSure(from, to, text.type(from)) || inside)) {
      return 0;
    }
    return head == Names.ORGANIZATION && surroundings.isSure(from, to, text.type(from)) ? 0 : head;
  }

  private int head(int t) {
    if (text.words.capital[t]) {
      return 0;
    }
    int hash = text.words.hash[t];
    return HUMANS.has(hash)
        ? Names.PERSON
        : BODIES.has(hash)
            ? Names.ORGANIZATION
            : Surroundings.PLACES.has(hash) || PRISONS.has(hash) ? Names.LOCATION : 0;
  }

  private boolean isParticiple(int t, int of) {
    if (!text.isTogether(t, of) || text.words.capital[t]) {
      return false;
    }
    int end = text.tokens.end[t];
    char[] chars = text.doc.chars;
    return end - text.tokens.start[t] > 5
        && ((chars[end - 1] == 'g' && chars[end - 2] == 'n' && chars[end - 3] == 'i')
            || (chars[end - 1] == 'd' && chars[end - 2] == 'e'));
  }

  private boolean isEndOfNoun(int t) {
    int flags = text.tokens.flags[t];
    return !text.words.capital[t]
        && head(t) == 0
        && ((flags & (Lexicon.FUNCTION | Lexicon.PREPOSITION | Lexicon.AUXILIARY)) != 0
            || THAT.has(text.words.hash[t]))
        && !text.doc.isWord(t, "most");
  }
}
