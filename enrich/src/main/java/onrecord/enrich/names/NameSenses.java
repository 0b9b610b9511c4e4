package onrecord.enrich.names;

import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * One name, one sense: the names of a list are of one kind, and what the words beside a name say at
 * one of its places holds at the others. For one thread.
 */
final class NameSenses {
  // Columns of what was seen of a name, each by type: its places, what the words beside it say,
  // what its list says.
  private static final int PLACES = 0;
  private static final int STRONG = Names.OTHER + 1;
  private static final int WEAK = 2 * STRONG;

  /** What the long names of firms end with. */
  private static final WordSet FIRMS =
      WordSet.of(
          "mines mining motors industries airlines airways holdings inc ltd corp co plc systems"
              + " technologies pharmaceuticals partners ventures steel foods");

  /** Before a person's name, with a capital or not: "Little Nora". */
  private static final WordSet SMALL = WordSet.of("little young old poor dear");

  /** So many of one kind are a surer sign than a given name that others have too. */
  private static final int SURE = 4;

  private static final int MOST_MEMBERS = 24;
  private static final int MOST_IN_BRACKETS = 6;

  /** Words between a list's noun and its first name. */
  private static final WordSet LEADS = WordSet.of("including includes included namely like");

  private final HashTable votes = new HashTable(3 * STRONG);

  /** Words that the longer names of firms begin with. */
  private final HashTable firms = new HashTable(1);

  /** The words of persons' longer names. */
  private final HashTable people = new HashTable(1);

  private final Surroundings surroundings;
  private final int[] members = new int[MOST_MEMBERS];
  private LabeledText text;
  private boolean report;

  NameSenses(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Mends the labels.
   *
   * @param matches whether it is a report of matches, in which a town and its team are one word
   */
  void mend(LabeledText labeled, boolean matches) {
    text = labeled;
    report = matches;
    surroundings.open(labeled);
    votes.clear();
    firms.clear();
    people();
    beside();
    lists();
    spread();
  }

  private void people() {
    people.clear();
    for (int t = 0; t < text.count; t++) {
      if (text.begins(t) && text.type(t) == Names.PERSON) {
        int to = text.stop(t);
        for (int i = t; to - t > 1 && i < to; i++) {
          people.mark(text.words.hash[i], 0);
        }
      }
    }
  }

  /** "Quill said", where somebody is called Nora Quill and nothing else surely is. */
  private boolean isSpeaker(int from, int to) {
    return to - from == 1
        && text.type(from) != Names.PERSON
        && people.isMarked(text.words.hash[from], 0)
        && surroundings.isSaying(to, from)
        && !surroundings.isSure(from, to, text.type(from));
  }

  private void beside() {
    int t = 0;
    while (t < text.count) {
      int to = t + 1;
      if (text.begins(t)) {
        to = text.stop(t);
        int type = text.type(t) == Names.OTHER ? 0 : surroundings.type(t, to);
        if (type == 0) {
          type = isSpeaker(t, to) ? Names.PERSON : alias(t);
        }
        if (type != 0) {
          be(t, to, type, STRONG);
        }
      }
      t = to;
    }
  }

  /** "Nora Vance, better known as Quill": what the other name is; 0 without one. */
  private int alias(int from) {
    int t = from - 1;
    if (!text.isTogether(t - 2, from)
        || !text.doc.isWord(t, "as")
        || !text.doc.isWord(t - 1, "known")) {
      return 0;
    }
    t -= 2;
    for (int i = 0; i < 3 && text.isTogether(t, from) && text.labels[t] == Labels.OUTSIDE; i++) {
      t--;
    }
    boolean person = text.isTogether(t, from) && text.type(t) == Names.PERSON;
    return person && text.type(from) != Names.OTHER ? Names.PERSON : 0;
  }

  private void be(int from, int to, int type, int column) {
    votes.add(votes.row(text.words.hash(from, to)) + column + type, 1);
    if (type != text.type(from)) {
      text.name(from, to, type);
    }
  }

  private void lists() {
    int t = 0;
    while (t < text.count) {
      int to = t + 1;
      if (text.begins(t)) {
        to = text.stop(t);
        int last = list(t, to);
        if (last > t) {
          to = last;
        }
      }
      t = to;
    }
  }

  /** Mends the list that begins with a name; returns where it ends. */
  private int list(int from, int end) {
    boolean commas = false;
    int count = 1;
    members[0] = from;
    int to = end;
    boolean and = false;
    while (count < MOST_MEMBERS && !and) {
      int t = bracket(to, from);
      boolean comma = text.isComma(t, from) || text.isMark(t, from, ';');
      t += comma ? 1 : 0;
      commas |= comma;
      and = text.isTogether(t, from) && (text.doc.isWord(t, "and") || text.doc.isWord(t, "or"));
      t += and ? 1 : 0;
      if (text.isTogether(t, from) && text.doc.isWord(t, "the")) {
        t++;
      }
      if ((!comma && !and) || !text.isTogether(t, from) || !text.begins(t)) {
        and = false;
        break;
      }
      members[count++] = t;
      to = text.stop(t);
    }
    int noun = noun(from, to, count);
    if (count > 1 && noun != 0) {
      all(count, noun, true);
    } else if (count > 2) {
      majority(count);
    } else if (count == 2 && !commas && surroundings.areVisited(from)) {
      visited();
    }
    if (count > 1) {
      bracketed(count);
    }
    return to;
  }

  /** "Nora Vance (Elmstad) and Orrin Tarvol (Quillon)": of what is in brackets too. */
  private void bracketed(int count) {
    int inside = 0;
    boolean place = false;
    for (int i = 0; i < count; i++) {
      int open = text.stop(members[i]);
      int name = open + 1;
      if (text.isMark(open, members[i], '(')
          && text.isTogether(name, open)
          && text.begins(name)
          && text.isMark(text.stop(name), open, ')')) {
        place |= text.type(name) == Names.LOCATION;
        members[inside++] = name;
      }
    }
    for (int i = 0; i < inside && place; i++) {
      int name = members[i];
      int to = text.stop(name);
      if (text.type(name) != Names.LOCATION && !surroundings.isSure(name, to, text.type(name))) {
        be(name, to, Names.LOCATION, WEAK);
      }
    }
  }

  /** Behind a short bracket at {@code t}: "Nora Vance (Elmstad), Orrin Tarvol (Quillon)". */
  private int bracket(int t, int of) {
    if (!text.isMark(t, of, '(')) {
      return t;
    }
    for (int i = t + 1; i < t + MOST_IN_BRACKETS && text.isTogether(i, of); i++) {
      if (text.isMark(i, of, ')')) {
        return i + 1;
      }
    }
    return t;
  }

  /** What the noun before or behind a list says of its names; 0 for none. */
  private int noun(int from, int to, int count) {
    if (count > 1 && text.isTogether(to, from)) {
      int type = surroundings.several(to);
      if (type != 0) {
        return type;
      }
    }
    int t = from - 1;
    if (text.isTogether(t, from) && text.doc.isWord(t, "the")) {
      t--;
    }
    boolean lead = false;
    if (text.isTogether(t, from) && text.tokens.kind[t] == Tokens.MARK) {
      char mark = text.doc.chars[text.tokens.start[t]];
      lead = mark == ':' || mark == '-' || mark == '\u2013' || mark == '\u2014';
      while (lead && text.isTogether(t - 1, from) && text.tokens.kind[t] == Tokens.MARK) {
        t--;
      }
    } else if (text.isTogether(t - 1, from)
        && text.doc.isWord(t, "as")
        && text.doc.isWord(t - 1, "such")) {
      t -= 2;
      lead = true;
    } else if (text.isSmall(t, from, LEADS)
        || (text.isTogether(t, from) && text.doc.isWord(t, "of"))) {
      t--;
      lead = true;
    }
    if (lead && text.isComma(t, from)) {
      t--;
    }
    return lead && text.isTogether(t, from) ? surroundings.several(t) : 0;
  }

  /** "In Elmstad and Quillon": one surely a place, the other nothing surely. */
  private void visited() {
    for (int i = 0; i < 2; i++) {
      int place = members[1 - i];
      int other = members[i];
      if (text.type(place) == Names.LOCATION
          && text.type(other) != Names.LOCATION
          && text.type(other) != Names.OTHER
          && surroundings.isSure(place, text.stop(place), Names.LOCATION)
          && !surroundings.isSure(other, text.stop(other), text.type(other))) {
        be(other, text.stop(other), Names.LOCATION, WEAK);
      }
    }
  }

  /** One in a long list of another kind that only its first word made a person's name. */
  private void one(int count, int type) {
    for (int i = 0; i < count; i++) {
      int from = members[i];
      int to = text.stop(from);
      if (text.type(from) == Names.PERSON
          && type != Names.PERSON
          && !surroundings.isSurelyPerson(from, to)) {
        be(from, to, type, WEAK);
      }
    }
  }

  private void all(int count, int type, boolean strongly) {
    for (int i = 0; i < count; i++) {
      int from = members[i];
      int to = text.stop(from);
      int old = text.type(from);
      if (old == Names.OTHER && (text.tokens.flags[from] & Lexicon.DEMONYM) != 0) {
        continue;
      }
      if (old != type && (strongly || !surroundings.isSure(from, to, old))) {
        if (strongly && old == Names.LOCATION && surroundings.isSure(from, to, old)) {
          continue;
        }
        be(from, to, type, strongly ? STRONG : WEAK);
      }
    }
  }

  /** Who stands alone in a list of another kind, and isn't surely what it was taken for. */
  private void majority(int count) {
    int best = 0;
    int most = 0;
    for (int type = Names.PERSON; type <= Names.LOCATION; type++) {
      int of = 0;
      for (int i = 0; i < count; i++) {
        of += text.type(members[i]) == type ? 1 : 0;
      }
      if (2 * of > count) {
        best = type;
        most = of;
      }
    }
    if (best != 0) {
      all(count, best, false);
    }
    if (best != 0 && most > count - 2 && most >= SURE) {
      one(count, best);
    }
  }

  /** What was said at one place of a name holds at all: surely, or by most places. */
  private void spread() {
    for (int t = 0; t < text.count; t++) {
      if (text.begins(t)) {
        int to = text.stop(t);
        votes.add(votes.row(text.words.hash(t, to)) + PLACES + text.type(t), 1);
        if (to - t > 1
            && text.type(t) == Names.ORGANIZATION
            && FIRMS.has(text.words.hash[to - 1])) {
          firms.mark(text.words.hash[t], 0);
        }
      }
    }
    for (int t = 0; t < text.count; t++) {
      int to = text.begins(t) ? text.stop(t) : t;
      int row = to > t ? votes.find(text.words.hash(t, to)) : -1;
      int type = row < 0 ? 0 : sense(row);
      if (type == 0 && to - t == 2 && SMALL.has(text.words.hash[t])) {
        int child = votes.find(text.words.hash[t + 1]);
        type = child >= 0 && sense(child) == Names.PERSON ? Names.PERSON : 0;
      }
      boolean open =
          row >= 0
              && type == 0
              && text.type(t) != Names.OTHER
              && !surroundings.isSure(t, to, text.type(t));
      if (open) {
        type = usual(row);
        boolean person = type == Names.PERSON || text.type(t) == Names.PERSON;
        if (isBeginning(t, to)) {
          type = Names.ORGANIZATION;
        } else if (report && !person) {
          type = 0;
        }
      }
      if (type != 0 && type != text.type(t)) {
        text.name(t, to, type);
      }
    }
  }

  /** "Quill", where the article has Quill Slate Mines: no place. A person may be its founder. */
  private boolean isBeginning(int from, int to) {
    return to - from == 1
        && text.type(from) == Names.LOCATION
        && firms.isMarked(text.words.hash[from], 0);
  }

  /** The type of two places in three, of three at least; 0 for none. */
  private int usual(int row) {
    int best = 0;
    int all = 0;
    for (int type = Names.PERSON; type <= Names.LOCATION; type++) {
      int some = votes.get(row + PLACES + type);
      all += some;
      if (some > (best == 0 ? 0 : votes.get(row + PLACES + best))) {
        best = type;
      }
    }
    return all > 2 && 3 * votes.get(row + PLACES + best) >= 2 * all ? best : 0;
  }

  private int sense(int row) {
    int surely = most(row + STRONG);
    return surely != 0 || most(row + WEAK) == 0 ? surely : most(row + PLACES, row + WEAK);
  }

  /** The type that more than half of the votes are for; 0 for none. */
  private int most(int column) {
    int best = 0;
    int all = 0;
    for (int type = Names.PERSON; type <= Names.OTHER; type++) {
      int some = votes.get(column + type);
      all += some;
      if (some > (best == 0 ? 0 : votes.get(column + best))) {
        best = type;
      }
    }
    return best != 0 && 2 * votes.get(column + best) > all ? best : 0;
  }

  /** The type with the most votes of one column; of several, one that the other column knows. */
  private int most(int column, int other) {
    int best = 0;
    for (int type = Names.PERSON; type <= Names.OTHER; type++) {
      int more = best == 0 ? 1 : votes.get(column + type) - votes.get(column + best);
      boolean known = votes.get(other + type) > 0;
      if (votes.get(column + type) > 0 && (more > 0 || (more == 0 && known))) {
        best = type;
      }
    }
    return best;
  }
}
