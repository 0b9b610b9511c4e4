package onrecord.enrich.names;

import java.util.HashSet;
import java.util.Set;
import onrecord.enrich.text.Document.Segments;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Takes out of the names what is written as names are and is none of a person, a body or a place:
 * laws and plans, money, diseases, species, models, works between marks, peoples. For one thread.
 */
final class NamelessThings {
  /** Names that end so are those of texts, plans and times. */
  private static final WordSet THINGS =
      WordSet.of(
          "law act bill decree strategy plan plans treaty agreement accord accords protocol"
              + " resolution constitution amendment guidelines regulations policy terror era prize"
              + " medal levy tax tariff");

  /** What is told by a title between marks. */
  private static final WordSet TITLED =
      WordSet.of(
          "titled entitled book novel film movie song album play painting poem documentary slogan"
              + " slogans motto catchphrase theme themed chant chanting");

  /** Behind a people's name: no place has them. */
  private static final WordSet PEOPLES =
      WordSet.of("people peoples communities tribe tribes clans");

  private static final WordSet MONEY = WordSet.of("dollar dollars cents");
  private static final WordSet ARTICLES = WordSet.of("a an every each");
  private static final String[] DISEASES = {"covid", "sars-cov", "mers-cov", "h1n1", "h5n1"};
  private static final String[] KINDS = {"-model", "-class", "-series"};
  private static final String[] LATIN = {"us", "is", "um", "ii", "ae", "ensis", "ata", "oides"};
  private static final int FIRST = Knowledge.FEMALE | Knowledge.MALE;
  private static final int MOST_PEOPLES = 6;
  private static final int SHORTEST_PEOPLE = 6;
  private static final int PLACES =
      Knowledge.CITY | Knowledge.TOWN | Knowledge.COUNTRY | Knowledge.REGION;

  private final Knowledge knowledge;
  private final Evidence evidence;
  private final Set<Integer> places = new HashSet<>();
  private LabeledText text;

  NamelessThings(Knowledge knowledge, Evidence evidence) {
    this.knowledge = knowledge;
    this.evidence = evidence;
  }

  /** Mends the labels. */
  void mend(LabeledText labeled) {
    text = labeled;
    findPlaces();
    int t = 0;
    while (t < text.count) {
      int to = t + 1;
      if (text.begins(t)) {
        to = text.stop(t);
        if (text.type(t) != Names.OTHER && isNameless(t, to)) {
          text.clear(t, to);
        }
      }
      t = to;
    }
    works(labeled.doc.segments);
  }

  private boolean isNameless(int from, int to) {
    int type = text.type(from);
    int last = to - 1;
    boolean one = to - from == 1;
    if (type == Names.ORGANIZATION && !one && isThing(from, last)) {
      return true;
    }
    boolean slogan =
        text.isTogether(from - 2, from)
            && text.doc.isWord(from - 1, "of")
            && (text.doc.isWord(from - 2, "slogan") || text.doc.isWord(from - 2, "slogans"));
    return slogan
        || isMoney(from, to)
        || (one && isDisease(from))
        || text.endsAs(last, KINDS)
        || (one && isSpecies(from))
        || (one && type != Names.ORGANIZATION && isOneOfSome(from))
        || (one && type == Names.LOCATION && (isPeople(from) || isOfLand(from)));
  }

  /** "The Maraveran port", where Maravera is a place of the article: its people's word. */
  private boolean isOfLand(int t) {
    int start = text.tokens.start[t];
    int end = text.tokens.end[t];
    boolean noun = text.isTogether(t + 1, t) && !text.words.capital[t + 1];
    if (!noun
        || end - start < SHORTEST_PEOPLE
        || text.doc.chars[end - 1] != 'n'
        || (knowledge.lists(text.words.hash[t]) & PLACES) != 0) {
      return false;
    }
    return places.contains(WordHash.of(text.doc.chars, start, end - 1))
        || places.contains(WordHash.of(text.doc.chars, start, end - 2));
  }

  /** The places of one word that the article names. */
  private void findPlaces() {
    places.clear();
    for (int t = 0; t < text.count; t++) {
      if (text.begins(t) && text.type(t) == Names.LOCATION && text.stop(t) == t + 1) {
        places.add(text.words.hash[t]);
      }
    }
  }

  /** "Harbor Dues Law No". */
  private boolean isThing(int from, int last) {
    int end = text.doc.isWord(last, "No") || text.doc.isWord(last, "No.") ? last - 1 : last;
    return end > from
        && text.words.capital[end]
        && text.words.capital[end - 1]
        && THINGS.has(text.words.hash[end])
        && !text.hasFlag(from, end, Lexicon.ORGANIZATION | Lexicon.BODY);
  }

  /** "US$40", "US dollars": a letter or two before a sign of money, a land before a coin. */
  private boolean isMoney(int from, int to) {
    int next = to;
    if (!text.isTogether(next, from)) {
      return false;
    }
    boolean glued = text.tokens.start[next] == text.tokens.end[to - 1];
    boolean sign =
        Character.getType(text.doc.chars[text.tokens.start[next]]) == Character.CURRENCY_SYMBOL;
    boolean letters = to - from == 1 && text.doc.isAllCaps(from);
    return letters && ((glued && sign) || text.isSmall(next, from, MONEY));
  }

  private boolean isDisease(int t) {
    for (String disease : DISEASES) {
      int start = text.tokens.start[t];
      boolean same = text.tokens.end[t] - start >= disease.length();
      for (int i = 0; same && i < disease.length(); i++) {
        same = WordHash.lower(text.doc.chars[start + i]) == disease.charAt(i);
      }
      if (same) {
        return true;
      }
    }
    return false;
  }

  /** "(Brinia marlowensis)". */
  private boolean isSpecies(int t) {
    return text.isMark(t - 1, t, '(')
        && text.isMark(t + 2, t, ')')
        && text.tokens.kind[t + 1] == Tokens.WORD
        && !text.words.capital[t + 1]
        && !text.doc.isAllCaps(t)
        && text.endsAs(t + 1, LATIN);
  }

  /** "An Elmar guide", "one or more Elmarut": who can be counted has no name. */
  private boolean isOneOfSome(int t) {
    boolean more = text.isTogether(t - 2, t) && text.doc.isWord(t - 1, "more");
    if (more && text.doc.isWord(t - 2, "or")) {
      return true;
    }
    int word = evidence.word(t);
    boolean seen =
        word >= 0 && (evidence.seenOf(word) & (Evidence.BEHIND_GIVEN | Evidence.BEHIND_TITLE)) != 0;
    return text.type(t) == Names.PERSON
        && text.isSmall(t - 1, t, ARTICLES)
        && text.isTogether(t + 1, t)
        && text.tokens.kind[t + 1] == Tokens.WORD
        && !seen
        && (text.words.lists[t] & ~FIRST) == 0
        && (text.tokens.flags[t] & Lexicon.GIVEN) == 0;
  }

  /** "Elmar communities", "for Elmar, Quillu and poor people", where no place is called so. */
  private boolean isPeople(int t) {
    if ((knowledge.lists(text.words.hash[t]) & PLACES) != 0
        || (evidence.seenOf(evidence.word(t)) & Evidence.BEHIND_IN) != 0) {
      return false;
    }
    int behind = t + 1;
    while (behind < t + MOST_PEOPLES
        && text.isTogether(behind, t)
        && (text.words.capital[behind]
            || text.isComma(behind, t)
            || text.doc.isWord(behind, "and")
            || text.doc.isWord(behind, "or"))) {
      behind++;
    }
    boolean and = behind > t + 1 && !text.words.capital[behind - 1];
    return text.isSmall(behind, t, PEOPLES) || (and && text.isSmall(behind + 1, t, PEOPLES));
  }

  /** What fills a pair of marks behind "a book titled" is that book. */
  private void works(Segments segments) {
    for (int s = 0; s < segments.count; s++) {
      int from = segments.firstToken[s];
      int end = segments.endToken[s];
      if (from >= end || end - from > Knowledge.MAX_WORDS + 2) {
        continue;
      }
      int before = from - 1;
      while (text.isTogether(before, from)
          && text.tokens.kind[before] == Tokens.MARK
          && before >= from - 3) {
        before--;
      }
      if (!text.isSmall(before, from, TITLED)) {
        continue;
      }
      text.clear(from, end);
    }
  }
}
