package onrecord.enrich.names;

import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * What the words beside a name say it is: a legal form, a noun before or behind it, an apposition,
 * an age, whose relative. Answers for one name at a time. For one thread.
 */
final class Surroundings {
  static final WordSet LEGAL =
      WordSet.of("ltd limited inc plc llc co corp bhd gmbh pty s.a. n.v. pte llp ag");

  /** Whose name stands behind a comma or at once: "her daughter, Marlow". */
  private static final WordSet KIN =
      WordSet.of(
          "father mother son daughter brother sister wife husband widow uncle aunt nephew niece"
              + " cousin grandfather grandmother grandson granddaughter stepfather stepmother"
              + " fiance fiancee boyfriend girlfriend toddler baby");

  static final WordSet PLACES =
      WordSet.of(
          "town city village hamlet suburb island neighbourhood neighborhood district province"
              + " region county river mountain lake valley peninsula township settlement"
              + " municipality commune port prefecture governorate emirate capital");

  /** What a place is told by beside its name, and a body may be too elsewhere. */
  private static final WordSet SITES = WordSet.of("prison jail camp centre center airport farm");

  /** Of whom there are several, each with a name of a list: "districts of A, B and C". */
  private static final WordSet SEVERAL_PLACES =
      WordSet.of(
          "towns cities villages hamlets suburbs islands neighbourhoods neighborhoods districts"
              + " provinces regions counties rivers mountains lakes valleys settlements"
              + " municipalities communes ports prefectures governorates emirates reservoirs dams"
              + " fjords states countries nations beaches railroads"
              + " railways roads highways");

  private static final WordSet SEVERAL_BODIES =
      WordSet.of(
          "companies firms newspapers broadcasters airlines banks charities associations agencies"
              + " retailers groups parties unions universities startups insurers publishers"
              + " exchanges ngos organisations organizations clubs federations lenders carmakers"
              + " automakers");

  private static final WordSet SEVERAL_HUMANS =
      WordSet.of(
          "sons daughters brothers sisters children men women activists journalists lawmakers"
              + " candidates actors singers teachers students officers players ministers judges");

  /** Nouns right before a body's name: "the company Quill". */
  private static final WordSet BODY_BEFORE =
      WordSet.of(
          "company firm newspaper broadcaster airline carmaker automaker conglomerate retailer"
              + " watchdog startup start-up exchange insurer daily tabloid");

  /** Nouns right behind a body's name: "the Quill daily". */
  private static final WordSet BODY_BEHIND =
      WordSet.of(
          "daily newspaper party group exchange airline employees subsidiary shares premises"
              + " shareholders bank association");

  private static final WordSet MEDIA = WordSet.of("magazine newsletter");

  private static final WordSet PLACE_BEHIND =
      WordSet.of(
          "province district village county island islands prefecture suburb neighbourhood"
              + " neighborhood municipality governorate mountains peninsula reservoir fjord");

  /** What a body has and no person: "the boss of Quill". */
  private static final WordSet OF_BODIES =
      WordSet.of("boss ceo chairman shares subsidiary employees shareholders customers founder");

  private static final WordSet ROADS =
      WordSet.of("railroad railroads railway line road highway section route corridor border");

  /** Names that end so, whatever the rest. */
  private static final WordSet ROAD_NAMES =
      WordSet.of("road street avenue highway bypass boulevard motorway municipalities provinces");

  private static final WordSet CLINICS =
      WordSet.of("clinics hospitals schools enterprises ventures ministries");

  private static final WordSet REALMS = WordSet.of("kingdom republic sultanate");

  /** Of whom there are two by one name: "the Quill couple". */
  private static final WordSet COUPLES =
      WordSet.of("couple family brothers sisters twins siblings");

  /** Who leads a body, between its name and their own: "Quill chair Nora Vance". */
  private static final WordSet CHAIRS = WordSet.of("chair ceo chief");

  private static final WordSet VISITS =
      WordSet.of("in visit visited visiting between near across throughout");

  private static final WordSet SEVERAL_THINGS =
      WordSet.of(
          "cryptocurrencies tokens coins games rides apps films songs books albums drugs vaccines"
              + " dishes languages currencies");

  private static final int LIKELY_PLACE =
      Knowledge.CITY | Knowledge.TOWN | Knowledge.COUNTRY | Knowledge.REGION;
  private static final int LIKELY_BODY =
      Knowledge.COMPANY | Knowledge.SCHOOL | Knowledge.AGENCY | Knowledge.TEAM | Knowledge.MEDIUM;
  private static final int FIRST = Knowledge.FEMALE | Knowledge.MALE;
  private static final int BODY = Lexicon.ORGANIZATION | Lexicon.BODY;

  private final Knowledge knowledge;
  private final Evidence evidence;
  private final Appositions appositions;
  private LabeledText text;

  Surroundings(Knowledge knowledge, Evidence evidence) {
    this.knowledge = knowledge;
    this.evidence = evidence;
    appositions = new Appositions(knowledge, this);
  }

  void open(LabeledText labeled) {
    text = labeled;
    appositions.open(labeled);
  }

  /** What a name surely is by what stands in it and beside it; 0 where nothing says so. */
  int type(int from, int to) {
    if (LEGAL.has(text.words.hash[to - 1]) && to - from > 1) {
      return Names.ORGANIZATION;
    }
    if (isFamily(from, to) || isKin(from, to) || isAged(from, to) || isHolder(from)) {
      return Names.PERSON;
    }
    int formed = isSeveral(from, to) ? Names.ORGANIZATION : form(from, to);
    if (formed != 0) {
      return formed;
    }
    int type = before(from, to);
    if (type == 0) {
      type = behind(from, to);
    }
    return type == 0 ? appositions.type(from, to) : type;
  }

  /** "The Quills", where Quill is somebody. */
  private boolean isFamily(int from, int to) {
    int end = text.tokens.end[from];
    return to - from == 1
        && text.type(from) == Names.ORGANIZATION
        && text.doc.chars[end - 1] == 's'
        && end - text.tokens.start[from] > 3
        && text.isTogether(from - 1, from)
        && text.doc.isWord(from - 1, "the")
        && isSomebody(from, end - 1);
  }

  private boolean isSomebody(int t, int end) {
    int hash = WordHash.of(text.doc.chars, text.tokens.start[t], end);
    return evidence.typeOf(hash) == Names.PERSON;
  }

  /** "The Quillas wrote": whoever has an article, and no other is called so, is no one person. */
  private boolean isSeveral(int from, int to) {
    return to - from == 1
        && text.type(from) == Names.PERSON
        && text.isTogether(from - 1, from)
        && text.doc.isWord(from - 1, "the")
        && text.isTogether(to, from)
        && !text.words.capital[to]
        && (text.tokens.flags[to] & Lexicon.SPEECH) != 0
        && text.words.lists[from] == 0
        && (text.tokens.flags[from] & (Lexicon.GIVEN | Lexicon.TITLE)) == 0
        && !isPerson(from, to)
        && text.doc.chars[text.tokens.end[from] - 1] == 's'
        && !isSomebody(from, text.tokens.end[from] - 1);
  }

  private int form(int from, int to) {
    int type = text.type(from);
    int last = to - 1;
    boolean one = to - from == 1;
    if (type == Names.ORGANIZATION && !one && ROAD_NAMES.has(text.words.hash[last])) {
      return Names.LOCATION;
    }
    if (type != Names.ORGANIZATION && !one && CLINICS.has(text.words.hash[last])) {
      return Names.ORGANIZATION;
    }
    if (one && text.isTogether(from - 1, from) && text.doc.isWord(from - 1, "the")) {
      if (REALMS.has(text.words.hash[from])) {
        return Names.LOCATION;
      }
      if (type == Names.LOCATION && (text.tokens.flags[from] & BODY) == BODY) {
        return Names.ORGANIZATION;
      }
    }
    if (type == Names.LOCATION && !one && isBody(to) && isRelated(from, to)) {
      return Names.ORGANIZATION;
    }
    // "Elmstad, N.W.T."
    boolean dotted = one && text.doc.isAllCaps(from) && isDotted(from);
    return dotted
            && text.isComma(from - 1, from)
            && from > 1
            && text.type(from - 2) == Names.LOCATION
        ? Names.LOCATION
        : 0;
  }

  /**
   * "Elmstad Light Transit, which runs the line": it does something, and is named as bodies are.
   */
  private boolean isRelated(int from, int to) {
    boolean place = (text.tokens.flags[to - 1] & Lexicon.PLACE_WORD) != 0;
    return !place
        && text.isComma(to, from)
        && text.isTogether(to + 1, from)
        && text.doc.isWord(to + 1, "which");
  }

  private boolean isDotted(int t) {
    int start = text.tokens.start[t];
    return text.tokens.end[t] - start > 3
        && text.doc.chars[start + 1] == '.'
        && text.doc.chars[start + 3] == '.';
  }

  /** "Town Works Officer (TWO) Elmar Vance": who holds the office. */
  private boolean isHolder(int from) {
    return text.isMark(from - 1, from, ')')
        && text.isMark(from - 3, from, '(')
        && text.isCapital(from - 4, from, Offices.OFFICES);
  }

  /** Whether a name is what it was taken for by itself, so that its neighbors don't matter. */
  boolean isSure(int from, int to, int type) {
    int lists = knowledge.lists(text.words.hash(from, to));
    return switch (type) {
      case Names.PERSON -> isPerson(from, to);
      case Names.LOCATION ->
          (lists & LIKELY_PLACE) != 0 || (text.tokens.flags[to - 1] & Lexicon.PLACE_WORD) != 0;
      default ->
          (lists & LIKELY_BODY) != 0
              || text.hasFlag(from, to, BODY)
              || (to - from == 1 && text.doc.isAllCaps(from));
    };
  }

  /** Whether more than a given name says that it is a person's. */
  boolean isSurelyPerson(int from, int to) {
    int word = evidence.word(to - 1);
    boolean seen =
        word >= 0 && (evidence.seenOf(word) & (Evidence.BEHIND_GIVEN | Evidence.BEHIND_TITLE)) != 0;
    return seen || (text.words.lists[to - 1] & Knowledge.SURNAME) != 0;
  }

  private boolean isPerson(int from, int to) {
    int word = evidence.word(to - 1);
    boolean seen =
        word >= 0 && (evidence.seenOf(word) & (Evidence.BEHIND_GIVEN | Evidence.BEHIND_TITLE)) != 0;
    boolean first =
        (text.tokens.flags[from] & Lexicon.GIVEN) != 0 || (text.words.lists[from] & FIRST) != 0;
    return (seen && (to - from > 1 || text.type(from) == Names.PERSON))
        || (first && to - from > 1)
        || (knowledge.lists(text.words.hash(from, to)) & Knowledge.PERSON) != 0
        || (text.isTogether(from - 1, from)
            && (text.tokens.flags[from - 1] & (Lexicon.TITLE | Lexicon.HONORIFIC)) != 0);
  }

  private boolean isKin(int from, int to) {
    if (text.type(from) == Names.ORGANIZATION && text.isSmall(from - 1, from, KIN) && isBody(to)) {
      return false;
    }
    if (text.isSmall(from - 1, from, KIN)) {
      return true;
    }
    return text.isComma(from - 1, from)
        && text.isSmall(from - 2, from, KIN)
        && text.isTogether(to, from)
        && text.tokens.kind[to] != Tokens.WORD;
  }

  private boolean isBody(int to) {
    return (text.tokens.flags[to - 1] & BODY) != 0;
  }

  /** "Marlow, 34, said". */
  private boolean isAged(int from, int to) {
    if (!text.isComma(to, from)
        || !text.isTogether(to + 2, from)
        || text.tokens.kind[to + 1] != Tokens.NUMBER
        || !(text.isComma(to + 2, from) || text.isMark(to + 2, from, '.'))) {
      return false;
    }
    int length = text.tokens.end[to + 1] - text.tokens.start[to + 1];
    return length == 2
        && text.tokens.kind[to - 1] == Tokens.WORD
        && text.type(from) != Names.ORGANIZATION
        && (knowledge.lists(text.words.hash(from, to)) & LIKELY_PLACE) == 0;
  }

  private int before(int from, int to) {
    int t = from - 1;
    if (!text.isTogether(t, from)) {
      return 0;
    }
    if (text.isSmall(t, from, BODY_BEFORE)) {
      return text.type(from) == Names.PERSON && isPerson(from, to) ? 0 : Names.ORGANIZATION;
    }
    if (text.doc.isWord(t, "of") && text.isTogether(t - 1, from)) {
      if (text.isSmall(t - 1, from, PLACES)) {
        return Names.LOCATION;
      }
      if (text.isSmall(t - 1, from, OF_BODIES)
          && text.type(from) != Names.ORGANIZATION
          && !isSure(from, to, text.type(from))) {
        return Names.ORGANIZATION;
      }
    }
    boolean filed =
        text.doc.isWord(t, "with")
            && text.isTogether(t - 1, from)
            && (text.doc.isWord(t - 1, "filing") || text.doc.isWord(t - 1, "filings"));
    if (filed) {
      return Names.ORGANIZATION;
    }
    if (text.tokens.kind[t] == Tokens.MARK && text.isTogether(t - 1, from)) {
      t--;
    }
    boolean named =
        (text.doc.isWord(t, "named") || text.doc.isWord(t, "called"))
            && (text.isSmall(t - 1, from, PLACES) || text.isSmall(t - 1, from, SITES));
    return named ? Names.LOCATION : 0;
  }

  private int behind(int from, int to) {
    int type = text.type(from);
    if (to - from == 1 && text.isSmall(to, from, MEDIA)) {
      // "Longacre magazine", though some are called Longacre.
      return Names.ORGANIZATION;
    }
    if (text.isSmall(to, from, BODY_BEHIND) && type != Names.ORGANIZATION) {
      return isSure(from, to, type) ? 0 : Names.ORGANIZATION;
    }
    if (text.isSmall(to, from, COUPLES) && to - from == 1 && type != Names.PERSON) {
      return isSure(from, to, type) ? 0 : Names.PERSON;
    }
    if (to - from == 1
        && type == Names.PERSON
        && text.isSmall(to, from, CHAIRS)
        && !isSure(from, to, type)) {
      int name =
          text.isTogether(to + 1, from) && text.doc.isWord(to + 1, "executive") ? to + 2 : to + 1;
      return text.isTogether(name, from) && text.begins(name) && text.type(name) == Names.PERSON
          ? Names.ORGANIZATION
          : 0;
    }
    if (text.isTogether(to + 1, from)
        && text.doc.isWord(to, "nuclear")
        && !isSure(from, to, type)
        && (text.doc.isWord(to + 1, "plant") || text.doc.isWord(to + 1, "power"))) {
      return Names.LOCATION;
    }
    if (type == Names.LOCATION) {
      return text.isSmall(to, from, PLACE_BEHIND) ? Names.LOCATION : 0;
    }
    if (text.isSmall(to, from, PLACE_BEHIND) && !isSure(from, to, type)) {
      return Names.LOCATION;
    }
    return isPair(to - 1) && text.isSmall(to, from, ROADS) ? Names.LOCATION : 0;
  }

  /** "Elmstad-Quillon": two names with a dash between, in one token. */
  private boolean isPair(int t) {
    for (int i = text.tokens.start[t] + 2; i + 2 < text.tokens.end[t]; i++) {
      if (text.doc.chars[i] == '-' && Character.isUpperCase(text.doc.chars[i + 1])) {
        return Character.isLowerCase(text.doc.chars[i + 2]);
      }
    }
    return false;
  }

  /** What a noun for several, at {@code t}, says that the names of its list are. */
  int several(int t) {
    if (text.words.capital[t]) {
      return 0;
    }
    int hash = text.words.hash[t];
    return SEVERAL_PLACES.has(hash)
        ? Names.LOCATION
        : SEVERAL_BODIES.has(hash)
            ? Names.ORGANIZATION
            : SEVERAL_HUMANS.has(hash) ? Names.PERSON : SEVERAL_THINGS.has(hash) ? Names.OTHER : 0;
  }

  /** Whether one says something: "Quill said". */
  boolean isSaying(int to, int from) {
    return text.isTogether(to, from)
        && !text.words.capital[to]
        && (text.tokens.flags[to] & Lexicon.SPEECH) != 0;
  }

  /** Whether what stands before two names wants places: "in A and B", "visited A and B". */
  boolean areVisited(int from) {
    return text.isTogether(from - 1, from) && VISITS.has(text.words.hash[from - 1]);
  }
}
