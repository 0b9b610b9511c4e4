package onrecord.enrich.names;

import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Takes offices out of the names: "Minister of Roads and Harbors", "Ruler of Brinholm", "Medical
 * Superintendent", "His Highness" are what somebody is, and only the place or the body behind them
 * has a name; who is called Mr or Mrs is a person. For one thread.
 */
final class Offices {
  /** Whoever holds one is called by it, and by no name. */
  static final WordSet OFFICES =
      WordSet.of(
          "minister secretary undersecretary director chairman chairwoman chairperson"
              + " superintendent officer scientist inspector commissioner governor mayor manager"
              + " president premier ambassador professor engineer registrar spokesperson"
              + " spokesman spokeswoman rector ruler emir chancellor coordinator treasurer"
              + " headmaster headmistress prince princess amir");

  /** Those that are surnames too, or stand in titles of papers: only before "of". */
  private static final WordSet BEFORE_OF =
      WordSet.of("bishop archbishop head chief chair dean sultan leader speaker sheriff");

  /** What is named behind them is a field of government. */
  private static final WordSet MINISTERS = WordSet.of("minister secretary undersecretary");

  /** What fields of work are called. */
  static final WordSet FIELDS =
      WordSet.of(
          "operations affairs communication communications development education health finance"
              + " research security planning policy marketing investigations services resources"
              + " programs programmes technology science prevention welfare culture sports sport"
              + " tourism trade justice transport transportation energy agriculture infrastructure"
              + " family families youth women children labor labour roads bridges harbors harbours"
              + " housing works environment defense defence interior commerce industry innovation"
              + " investment investments statistics logistics fisheries forestry lands mines water"
              + " citizenship customs immigration identity equality employment pensions religion"
              + " information media relations procurement gender");

  private static final WordSet HONORIFICS = WordSet.of("mr mrs ms dr prof messrs");

  /** Letters and honors that stand before a person's name; NameCutter knows no such titles. */
  private static final WordSet LETTERS = WordSet.of("mk mla mna mlc hon adv amir emir");

  private static final WordSet HIS = WordSet.of("his her your their");
  private static final WordSet HIGHNESS =
      WordSet.of(
          "highness highnesses majesty majesties excellency excellencies holiness eminence honour"
              + " honor lordship grace");
  private static final WordSet HEADS = WordSet.of("heads leaders chiefs ministers");
  private static final WordSet OF = WordSet.of("of for");
  private static final int MOST_WORDS = 8;
  private static final int MOST_TITLES = 3;
  private static final int FIRST = Knowledge.FEMALE | Knowledge.MALE;
  private static final int PLACES = Knowledge.CITY | Knowledge.COUNTRY | Knowledge.REGION;
  private static final int BODY = Lexicon.ORGANIZATION | Lexicon.BODY;

  private final Knowledge knowledge;
  private final Evidence evidence;
  private LabeledText text;

  Offices(Knowledge knowledge, Evidence evidence) {
    this.knowledge = knowledge;
    this.evidence = evidence;
  }

  /** Mends the labels. */
  void mend(LabeledText labeled) {
    text = labeled;
    for (int t = 0; t < text.count; t++) {
      honored(t);
      unnamed(t);
    }
    int t = 0;
    while (t < text.count) {
      if (!text.begins(t)) {
        t++;
        continue;
      }
      int to = text.stop(t);
      courtesy(t, to);
      if (text.begins(t) && text.type(t) != Names.OTHER) {
        held(t, to);
      }
      t = to;
    }
  }

  /** "Mrs Quill": a person by the name behind. */
  private void honored(int t) {
    boolean honorific =
        text.words.capital[t]
            && text.tokens.end[t] - text.tokens.start[t] > 1
            && HONORIFICS.has(text.words.hash[t])
            && !text.doc.isAllCaps(t);
    int from = t + 1;
    if (!honorific || !text.isTogether(from, t) || !text.words.capital[from]) {
      return;
    }
    boolean named = text.begins(from) || (text.begins(t) && text.stop(t) > from);
    int to = named ? text.stop(from) : from + 1;
    if (!named && (text.tokens.flags[from] & (Lexicon.FUNCTION | Lexicon.TITLE)) != 0) {
      return;
    }
    while (!named
        && to - from < MOST_WORDS
        && text.isTogether(to, from)
        && text.words.capital[to]
        && text.labels[to] == Labels.OUTSIDE) {
      to++;
    }
    int inner = from;
    while (inner + 1 < to && inner - from < MOST_TITLES && HONORIFICS.has(text.words.hash[inner])) {
      inner++;
    }
    if (text.type(inner) == Names.PERSON && text.begins(inner)) {
      return;
    }
    // What stands before the title isn't of the name: "Science and Technology Mrs Quill".
    int begin = text.begin(t);
    if (begin < t && text.labels[t] != Labels.OUTSIDE && !text.begins(t)) {
      int type = text.type(t);
      int before = t;
      while (before > begin && !text.words.capital[before - 1]) {
        text.labels[--before] = Labels.OUTSIDE;
      }
      text.name(begin, before, type);
    }
    text.clear(t, inner);
    text.name(inner, to, Names.PERSON);
  }

  /** "His Highness". */
  private void courtesy(int from, int to) {
    if (to - from < 2
        || !HIS.has(text.words.hash[from])
        || !HIGHNESS.has(text.words.hash[from + 1])) {
      return;
    }
    int type = text.type(from);
    int rest = from + 2;
    while (rest < to && !text.words.capital[rest]) {
      rest++;
    }
    text.clear(from, rest);
    if (rest < to) {
      text.name(rest, to, type);
    }
  }

  private void held(int from, int to) {
    boolean person = text.type(from) == Names.PERSON;
    if (person
        && to - from > 2
        && LETTERS.has(text.words.hash[from])
        && (text.doc.isAllCaps(from) || (text.tokens.flags[from + 1] & Lexicon.TITLE) != 0)) {
      text.labels[from] = Labels.OUTSIDE;
      text.name(from + 1, to, Names.PERSON);
      return;
    }
    if (to - from == 2 && !person && isTitled(from)) {
      text.labels[from] = Labels.OUTSIDE;
      text.name(from + 1, to, Names.PERSON);
      return;
    }
    if (person && OF.has(text.words.hash[from]) && !text.words.capital[from]) {
      int name = from + 1;
      while (name + 1 < to && FIELDS.has(text.words.hash[name])) {
        name++;
      }
      text.clear(from, name);
      text.name(name, to, Names.PERSON);
      return;
    }
    int of = of(from, to);
    if (of > 0) {
      rest(from, of, to);
      return;
    }
    int office = officeBefore(from);
    if (office >= 0 && !person) {
      boolean minister = MINISTERS.has(text.words.hash[office]);
      if (isField(from, to, minister)) {
        fields(from, to, minister);
        return;
      }
    }
    if (isOffice(from, to)) {
      int last = to - 1;
      while (last > from && !OFFICES.has(text.words.hash[last])) {
        last--;
      }
      boolean place = last > from && isPlace(from, last);
      text.clear(from, to);
      if (place) {
        text.name(from, last, Names.LOCATION);
      }
    }
  }

  /** "Minister of Education, Primary Schools and Roads", where the first field was no name. */
  private void unnamed(int t) {
    int from = t + 2;
    if (text.words.capital[t]
        && MINISTERS.has(text.words.hash[t])
        && text.isTogether(from, t)
        && OF.has(text.words.hash[t + 1])
        && text.labels[from] == Labels.OUTSIDE
        && text.words.capital[from]) {
      int to = from + 1;
      while (text.isTogether(to, from)
          && text.words.capital[to]
          && text.labels[to] == Labels.OUTSIDE) {
        to++;
      }
      if (isField(from, to, true)) {
        fields(from, to, true);
      }
    }
  }

  /** "VPM Tarvo-Quill", where Tarvo-Quill is somebody: letters of an office. */
  private boolean isTitled(int t) {
    int name = evidence.word(t + 1);
    return text.doc.isAllCaps(t)
        && !text.doc.isAllCaps(t + 1)
        && name >= 0
        && (evidence.seenOf(name) & (Evidence.BEHIND_GIVEN | Evidence.BEHIND_TITLE)) != 0
        && evidence.typeOf(text.words.hash[t]) == 0
        && knowledge.lists(text.words.hash[t]) == 0
        && (text.tokens.flags[t + 1] & BODY) == 0;
  }

  /** Where "of" stands in "Ruler of Brinholm", "Catholic Bishop of Brinholm"; else -1. */
  private int of(int from, int to) {
    for (int t = from; t + 1 < to; t++) {
      boolean held =
          text.words.capital[t]
              && (OFFICES.has(text.words.hash[t]) || BEFORE_OF.has(text.words.hash[t]));
      if (held && OF.has(text.words.hash[t + 1])) {
        return text.type(from) == Names.PERSON || text.hasFlag(from, t, BODY) ? -1 : t + 1;
      }
      if (HEADS.has(text.words.hash[t])
          && text.doc.isWord(t + 1, "of")
          && t + 2 < to
          && (text.doc.isWord(t + 2, "State") || text.doc.isWord(t + 2, "Government"))) {
        return t + 1;
      }
    }
    return -1;
  }

  private void rest(int from, int of, int to) {
    int type = text.type(from);
    boolean minister = MINISTERS.has(text.words.hash[of - 1]);
    int rest = of + 1;
    while (rest < to && !text.words.capital[rest]) {
      rest++;
    }
    text.clear(from, to);
    if (rest == to || HEADS.has(text.words.hash[of - 1])) {
      return;
    }
    int known = evidence.typeOf(text.words.hash(rest, to));
    if (isPlace(rest, to)) {
      text.name(rest, to, Names.LOCATION);
    } else if (isField(rest, to, minister)) {
      fields(rest, to, minister);
    } else {
      text.name(rest, to, known > 0 ? known : type);
    }
  }

  /** Whether a name stands behind an office of somebody: "Head of the". */
  boolean isHeld(int from) {
    return officeBefore(from) >= 0;
  }

  /** The office of "Minister of State for" right before a name; -1 for none. */
  private int officeBefore(int from) {
    int t = from - 1;
    if (text.isTogether(t, from) && text.doc.isWord(t, "the")) {
      t--;
    }
    if (!text.isTogether(t - 1, from) || !OF.has(text.words.hash[t])) {
      return -1;
    }
    t--;
    if (t >= 2
        && text.doc.isWord(t, "State")
        && text.doc.isWord(t - 1, "of")
        && text.isTogether(t - 2, from)) {
      t -= 2;
    }
    boolean held =
        text.words.capital[t]
            && (OFFICES.has(text.words.hash[t]) || BEFORE_OF.has(text.words.hash[t]));
    return held ? t : -1;
  }

  /** Whether a name is what somebody's office is for: a field of work, no body that has one. */
  private boolean isField(int from, int to, boolean minister) {
    if (text.type(from) != Names.ORGANIZATION && text.labels[from] != Labels.OUTSIDE) {
      return false;
    }
    boolean fields = true;
    boolean and = false;
    for (int t = from; t < to; t++) {
      fields &= !text.words.capital[t] || FIELDS.has(text.words.hash[t]);
      and |= text.doc.isWord(t, "and") || text.doc.isWord(t, "&");
    }
    if (fields) {
      return true;
    }
    boolean ends = FIELDS.has(text.words.hash[to - 1]);
    boolean body = (text.tokens.flags[to - 1] & BODY) != 0;
    boolean listed =
        (knowledge.lists(text.words.hash(from, to)) & (Knowledge.AGENCY | Knowledge.COMPANY)) != 0;
    if (minister) {
      return ends || (!body && !listed && !text.doc.isAllCaps(from));
    }
    return ends && and && !listed;
  }

  /** Clears a field and those that are told behind it: "Education, Science and Roads". */
  private void fields(int from, int end, boolean minister) {
    int to = end;
    text.clear(from, to);
    for (int next = to; text.isTogether(next, from); next = to) {
      boolean comma = text.isComma(next, from);
      next += comma ? 1 : 0;
      if (text.isTogether(next, from)
          && (text.doc.isWord(next, "and") || text.doc.isWord(next, "&"))) {
        next++;
      } else if (!comma) {
        return;
      }
      if (!text.isTogether(next, from) || !text.words.capital[next]) {
        return;
      }
      to = next + 1;
      if (text.begins(next)) {
        to = text.stop(next);
      } else {
        while (text.isTogether(to, from)
            && text.words.capital[to]
            && text.labels[to] == Labels.OUTSIDE) {
          to++;
        }
      }
      if (!isField(next, to, minister)) {
        return;
      }
      text.clear(next, to);
    }
  }

  /** "Medical Superintendent", "Prime Minister": a name that ends so and begins as nobody's. */
  private boolean isOffice(int from, int to) {
    boolean person = text.type(from) == Names.PERSON;
    if (person && isFirstName(from)) {
      return false;
    }
    int last = to - 1;
    while (last > from && text.tokens.kind[last] == Tokens.POSSESSIVE) {
      last--;
    }
    if (OFFICES.has(text.words.hash[last])) {
      boolean of = text.isTogether(to, from) && OF.has(text.words.hash[to]);
      return (!person || last > from || of) && !text.hasFlag(from, last, BODY);
    }
    // "Harbor Works Officer", of which only the first words were found.
    return person
        && to == last + 1
        && text.isCapital(to, from, OFFICES)
        && !isKnownPerson(from, to)
        && !text.words.titleCase[from];
  }

  private boolean isPlace(int from, int to) {
    int hash = text.words.hash(from, to);
    return (knowledge.lists(hash) & PLACES) != 0 || evidence.typeOf(hash) == Names.LOCATION;
  }

  private boolean isFirstName(int t) {
    return (text.tokens.flags[t] & Lexicon.GIVEN) != 0 || (text.words.lists[t] & FIRST) != 0;
  }

  private boolean isKnownPerson(int from, int to) {
    for (int t = from; t < to; t++) {
      int word = evidence.word(t);
      boolean seen =
          word >= 0
              && (evidence.seenOf(word) & (Evidence.BEHIND_GIVEN | Evidence.BEHIND_TITLE)) != 0;
      if (seen || (text.words.lists[t] & (Knowledge.SURNAME | Knowledge.PERSON)) != 0) {
        return true;
      }
    }
    return false;
  }
}
