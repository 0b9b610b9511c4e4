package onrecord.enrich.names;

import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Mends where names begin and end: a ministry has all its fields, a bank its land, a society its
 * square; what opens a sentence, or says whose a thing is, is no part of the name behind. For one
 * thread.
 */
final class Bounds {
  private static final int MOST_WORDS = 20;
  private static final int LISTED =
      Knowledge.FEMALE | Knowledge.MALE | Knowledge.SURNAME | Knowledge.PERSON;

  /** Bodies that are told apart by what they are for. */
  private static final WordSet FOR =
      WordSet.of(
          "ministry department committee commission authority agency bureau office directorate"
              + " centre center council institute secretariat division board");

  /** Bodies that every land has one of. */
  private static final WordSet OF_LANDS =
      WordSet.of("bank mission parliament court assembly senate ministry embassy university");

  /** People who call their body by what they are: "Widows of the Plaza". */
  private static final WordSet MEMBERS =
      WordSet.of("mothers grandmothers fathers widows sons daughters friends children defenders");

  private static final WordSet LEVELS =
      WordSet.of("secondary primary high grammar elementary middle technical");

  private static final WordSet SCHOOL = WordSet.of("school schools college");
  private static final WordSet OF = WordSet.of("of for on");
  private static final WordSet POLICE = WordSet.of("police university municipality airways");
  private static final String[] LEADS = {
    "-backed", "-based", "-led", "-owned", "-run", "-controlled", "-linked", "-affiliated"
  };

  private final Knowledge knowledge;
  private final Evidence evidence;
  private final Offices offices;

  /** Names of one word that something is said to be backed or owned for. */
  private final HashTable led = new HashTable(1);

  private LabeledText text;

  Bounds(Knowledge knowledge, Evidence evidence, Offices offices) {
    this.offices = offices;
    this.knowledge = knowledge;
    this.evidence = evidence;
  }

  /** Mends the labels. */
  void mend(LabeledText labeled) {
    text = labeled;
    led.clear();
    int t = 0;
    while (t < text.count) {
      if (!text.begins(t)) {
        members(t);
        office(t);
        t++;
        continue;
      }
      int to = text.stop(t);
      int type = text.type(t);
      if (type == Names.ORGANIZATION || type == Names.LOCATION) {
        to = school(t, to);
      }
      if (text.type(t) == Names.ORGANIZATION) {
        to = fields(t, to);
        to = land(t, to);
        to = headed(t, to);
        to = legal(t, to);
        committee(t, text.stop(t));
        national(text.begin(t), text.stop(t));
      } else if (type == Names.LOCATION) {
        to = police(t, to);
      }
      if (to - t > 1) {
        led(t, to);
        opening(t, to);
      }
      t = to;
    }
    for (t = 0; t < text.count; t++) {
      boolean missed =
          text.words.capital[t]
              && text.labels[t] == Labels.OUTSIDE
              && !text.words.titleCase[t]
              && !(text.isTogether(t - 1, t) && text.words.capital[t - 1])
              && !(text.isTogether(t + 1, t) && text.words.capital[t + 1]);
      int row = missed ? led.find(text.words.exact[t]) : -1;
      if (row >= 0) {
        text.name(t, t + 1, led.get(row));
      }
    }
  }

  /** "Elmstad Secondary school". */
  private int school(int from, int end) {
    if (end - from > 1 && text.isSmall(end, from, SCHOOL) && LEVELS.has(text.words.hash[end - 1])) {
      text.name(from, end + 1, Names.ORGANIZATION);
      return end + 1;
    }
    return end;
  }

  /** "Committee on Harbor Affairs", of which the committee was no part. */
  private void committee(int from, int to) {
    int body = from - 2;
    if (text.isTogether(body, from)
        && OF.has(text.words.hash[from - 1])
        && text.labels[body] == Labels.OUTSIDE
        && text.isCapital(body, from, FOR)
        && Offices.FIELDS.has(text.words.hash[to - 1])) {
      text.name(body, to, Names.ORGANIZATION);
    }
  }

  /** "The Norwegian Foreign Ministry": every land has one. */
  private void national(int from, int to) {
    int land = from - 1;
    if (FOR.has(text.words.hash[to - 1])
        && text.isTogether(land - 1, from)
        && text.words.capital[land]
        && (text.labels[land] == Labels.OUTSIDE || text.type(land) == Names.OTHER)
        && (text.tokens.flags[land] & Lexicon.DEMONYM) != 0
        && (text.doc.isWord(land - 1, "the") || text.doc.isWord(land - 1, "The"))) {
      text.name(land, to, Names.ORGANIZATION);
    }
  }

  /** "Attorney General's Office": an office by whose it is. */
  private void office(int t) {
    if (!text.doc.isWord(t, "Office")
        || text.labels[t] != Labels.OUTSIDE
        || !text.isTogether(t - 2, t)
        || text.tokens.kind[t - 1] != Tokens.POSSESSIVE) {
      return;
    }
    int from = t - 1;
    while (from > 0
        && t - from < 6
        && text.isTogether(from - 1, t)
        && text.words.capital[from - 1]
        && text.labels[from - 1] == Labels.OUTSIDE
        && (text.tokens.flags[from - 1] & Lexicon.FUNCTION) == 0) {
      from--;
    }
    if (from < t - 1) {
      text.name(from, t + 1, Names.ORGANIZATION);
    }
  }

  /** "Ministry of Roads" goes on to ", Harbors and Bridges". */
  private int fields(int from, int end) {
    int of = from + 1;
    while (of < end && !OF.has(text.words.hash[of])) {
      of++;
    }
    if (of == end || !FOR.has(text.words.hash[of - 1])) {
      return end;
    }
    int to = end;
    boolean and = false;
    for (int next = end; text.isTogether(next, from) && !and && next - from < MOST_WORDS; ) {
      boolean comma = text.isComma(next, from);
      next += comma ? 1 : 0;
      and =
          text.isTogether(next, from)
              && (text.doc.isWord(next, "and") || text.doc.isWord(next, "&"));
      next += and ? 1 : 0;
      if ((!comma && !and) || !text.isTogether(next, from) || !text.words.capital[next]) {
        return end;
      }
      int field = next;
      while (text.isTogether(next, from) && text.words.capital[next] && next - field < 4) {
        next++;
      }
      boolean body = (text.tokens.flags[field] & Lexicon.BODY) != 0 && next - field > 1;
      if (body || !Offices.FIELDS.has(text.words.hash[next - 1])) {
        return end;
      }
      to = next;
    }
    if (!and) {
      return end;
    }
    text.name(from, to, Names.ORGANIZATION);
    return to;
  }

  /** "Central Bank of the Emirates". */
  private int land(int from, int end) {
    if (!OF_LANDS.has(text.words.hash[end - 1])
        || !text.isTogether(end, from)
        || !text.doc.isWord(end, "of")) {
      return end;
    }
    int place = end + 1;
    if (text.isTogether(place, from) && text.doc.isWord(place, "the")) {
      place++;
    }
    if (!text.isTogether(place, from)
        || !text.begins(place)
        || text.type(place) != Names.LOCATION) {
      return end;
    }
    int to = text.stop(place);
    text.name(from, to, Names.ORGANIZATION);
    return to;
  }

  /** "Head of the Committee for Harbor Works Nora Vance": a body, and who heads it. */
  private int headed(int from, int end) {
    if (end - from < 4 || !offices.isHeld(from)) {
      return end;
    }
    int person = end;
    for (int t = end - 1; t > Math.max(from + 1, end - 5) && text.words.capital[t]; t--) {
      if (evidence.typeOf(text.words.hash(t, end)) == Names.PERSON) {
        person = t;
      }
    }
    if (person == end) {
      return end;
    }
    if (person > from + 2
        && (text.words.lists[person - 1] & (Knowledge.FEMALE | Knowledge.MALE)) != 0) {
      person--;
    }
    if (!text.words.capital[person - 1]) {
      return end;
    }
    text.name(from, person, Names.ORGANIZATION);
    text.name(person, end, Names.PERSON);
    return person;
  }

  /** "Quill Signals and Cables Ltd": one legal form, one firm. */
  private int legal(int from, int end) {
    if (!text.isTogether(end + 1, from)
        || !(text.doc.isWord(end, "and") || text.doc.isWord(end, "&"))
        || !text.begins(end + 1)
        || text.type(end + 1) != Names.ORGANIZATION) {
      return end;
    }
    int to = text.stop(end + 1);
    boolean one =
        to - end == 3
            && Surroundings.LEGAL.has(text.words.hash[to - 1])
            && !Surroundings.LEGAL.has(text.words.hash[end - 1])
            && end - from > 1
            && (knowledge.lists(text.words.hash(from, end)) & Knowledge.COMPANY) == 0
            && (knowledge.lists(text.words.hash[end + 1]) & Knowledge.COMPANY) == 0;
    if (one) {
      text.name(from, to, Names.ORGANIZATION);
    }
    return one ? to : end;
  }

  /** "Brinholm Police". */
  private int police(int from, int end) {
    if (text.isCapital(end, from, POLICE)
        && text.labels[end] == Labels.OUTSIDE
        && !text.words.titleCase[end]
        && !(text.isTogether(end + 1, from) && text.words.capital[end + 1])) {
      text.name(from, end + 1, Names.ORGANIZATION);
      return end + 1;
    }
    return end;
  }

  /** "The Widows of the Plaza Real said": who calls themselves so are a body. */
  private void members(int t) {
    if (!text.isCapital(t, t, MEMBERS)
        || text.words.titleCase[t]
        || !text.isTogether(t - 1, t)
        || !text.isTogether(t + 2, t)
        || !text.doc.isWord(t + 1, "of")) {
      return;
    }
    int place = t + 2;
    if (text.doc.isWord(place, "the")) {
      place++;
    }
    if (text.isTogether(place, t)
        && text.begins(place)
        && (text.doc.isWord(t - 1, "the") || text.doc.isWord(t - 1, "The"))) {
      text.name(t, text.stop(place), Names.ORGANIZATION);
    }
  }

  /** "Halvard Motors-backed Quill": the name is the last word. */
  private void led(int from, int to) {
    for (int t = to - 2; t >= from; t--) {
      if (text.endsAs(t, LEADS)) {
        int type = text.type(from);
        text.clear(from, t + 1);
        text.name(t + 1, to, type);
        if (to == t + 2) {
          led.set(led.row(text.words.exact[t + 1]), type);
        }
        return;
      }
    }
  }

  /** "Especially Quill Street", "Targeting Vance": an adverb or a participle opens the sentence. */
  private void opening(int from, int to) {
    if (!text.words.opens[from]
        || text.words.titleCase[from]
        || !text.words.capital[from + 1]
        || text.tokens.kind[from] != Tokens.WORD
        || !isAdverb(from)
        || (text.words.lists[from] & LISTED) != 0
        || (text.tokens.flags[from] & (Lexicon.GIVEN | Lexicon.PLACE)) != 0
        || knowledge.lists(text.words.hash(from, to)) != 0
        || evidence.capital(evidence.word(from)) > 0) {
      return;
    }
    int type = text.type(from);
    text.labels[from] = Labels.OUTSIDE;
    text.name(from + 1, to, type);
  }

  private boolean isAdverb(int t) {
    int end = text.tokens.end[t];
    if (end - text.tokens.start[t] < 6) {
      return false;
    }
    char[] chars = text.doc.chars;
    return (chars[end - 2] == 'l' && chars[end - 1] == 'y')
        || (chars[end - 3] == 'i' && chars[end - 2] == 'n' && chars[end - 1] == 'g');
  }
}
