package onrecord.enrich.names;

import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * "Elmstad Dockers Union (EDU)": the letters in brackets say how far the name before them goes, and
 * what the one is the other is too. For one thread.
 */
final class Initials {
  private static final int MOST_WORDS = 14;
  private static final int MOST_LETTERS = 8;
  private static final int BODY = Lexicon.ORGANIZATION | Lexicon.BODY;

  /** What a long name may hold without a capital. */
  private static final WordSet JOINERS =
      WordSet.of("of the and for in on to at by with de del la du des da do e y &");

  /** Long names that end so are no bodies: texts, numbers, offices. */
  private static final WordSet THINGS =
      WordSet.of(
          "report reports act law bill plan product tax index rate system agreement treaty"
              + " guidelines officer director minister president manager superintendent intelligence"
              + " virus disease syndrome vehicle vehicles parliament test exam certificate");

  /** The column of {@link #known}: a type of {@link Names}, one more; nothing's letters are 1. */
  private static final int TYPE = 0;

  /** What the letters of an office are, in place of a type. */
  private static final int OFFICE = Names.OTHER + 1;

  private final HashTable known = new HashTable(1);
  private LabeledText text;

  /** Mends the labels. */
  void mend(LabeledText labeled) {
    text = labeled;
    known.clear();
    for (int t = 1; t + 1 < text.count; t++) {
      if (text.words.capital[t] && text.isMark(t - 1, t, '(') && text.isMark(t + 1, t, ')')) {
        read(t);
      }
    }
    for (int t = 0; t < text.count; t++) {
      if (text.words.capital[t]) {
        alone(t);
        apposed(t);
      }
    }
  }

  /** "The EDU said": the letters are elsewhere what they are in brackets. */
  private void alone(int t) {
    int row = known.find(text.words.exact[t]);
    if (row < 0) {
      return;
    }
    int type = known.get(row + TYPE) - 1;
    boolean single = text.labels[t] == Labels.OUTSIDE || (text.begins(t) && text.stop(t) == t + 1);
    if (!single && type == OFFICE && text.begins(t) && text.words.capital[t + 1]) {
      // "TWO Vance": who holds the office.
      text.name(t + 1, text.stop(t), Names.PERSON);
      text.labels[t] = Labels.OUTSIDE;
    }
    if (!single) {
      return;
    }
    if (type == 0 || type == OFFICE) {
      text.labels[t] = Labels.OUTSIDE;
    } else {
      text.name(t, t + 1, type);
    }
  }

  /** "Elmstad Dockers Union EDU", without brackets: a name and its letters. */
  private void apposed(int t) {
    int length = text.tokens.end[t] - text.tokens.start[t];
    boolean last =
        text.type(t) == Names.ORGANIZATION && !text.begins(t) && Labels.ends(text.labels[t]);
    int from = text.begin(t);
    if (!last || length < 3 || t - from < 3 || from(t, t - 1) != from) {
      return;
    }
    text.name(from, t, Names.ORGANIZATION);
    text.name(t, t + 1, Names.ORGANIZATION);
  }

  private void know(int letters, int type) {
    if (text.doc.isAllCaps(letters)) {
      known.set(known.row(text.words.exact[letters]) + TYPE, type + 1);
    }
  }

  private void read(int letters) {
    int length = text.tokens.end[letters] - text.tokens.start[letters];
    int bracket = letters - 1;
    int last = bracket - 1;
    if (length < 2
        || length > MOST_LETTERS
        || !text.isTogether(last, letters)
        || !text.words.capital[last]) {
      return;
    }
    // "Harbor Dues (HaD) Act".
    if (text.isCapital(letters + 2, letters, THINGS)) {
      know(letters, 0);
      text.labels[letters] = Labels.OUTSIDE;
      return;
    }
    int from = from(letters, last);
    if (from < 0) {
      from = longer(letters, last);
    }
    if (from < 0) {
      shortName(letters, last);
      return;
    }
    if (isThing(last) && text.type(from) != Names.LOCATION) {
      know(letters, Offices.OFFICES.has(text.words.hash[last]) ? OFFICE : 0);
      text.labels[letters] = Labels.OUTSIDE;
      return;
    }
    int type = type(from, letters);
    if (type == 0) {
      return;
    }
    // A name that runs into the long one from before keeps what is its own.
    int begin = text.begin(from);
    if (begin < from && text.labels[from] != Labels.OUTSIDE) {
      return;
    }
    text.name(from, bracket, type);
    text.name(letters, letters + 1, type);
    know(letters, type);
  }

  /** "Union of Dockers (UD)" of "Union of Dockers in the Far North (UD)": its beginning. */
  private int longer(int letters, int last) {
    int t = last;
    while (t > 0
        && last - t < MOST_WORDS
        && text.isTogether(t, last)
        && text.labels[t] == Labels.OUTSIDE
        && (text.words.capital[t] || JOINERS.has(text.words.hash[t]))) {
      t--;
    }
    boolean body = t < last && text.type(t) == Names.ORGANIZATION && text.words.capital[t];
    if (!body || !text.isTogether(t, last)) {
      return -1;
    }
    // What stands between may be small places: "in the Near East".
    int from = from(letters, t);
    if (from < 0) {
      from = from(letters, t - 1);
    }
    if (from < 0) {
      from = from(letters, t - 2);
    }
    return from >= 0 && text.begin(t) <= from ? from : -1;
  }

  /** "Brinian Quarrymen (Briqua)": a body's short name, whatever its letters. */
  private void shortName(int letters, int last) {
    boolean body = text.type(last) == Names.ORGANIZATION && Labels.ends(text.labels[last]);
    if (body
        && last > text.begin(last)
        && text.tokens.kind[letters] == Tokens.WORD
        && text.type(letters) != Names.ORGANIZATION
        && text.type(letters) != Names.LOCATION) {
      text.name(letters, letters + 1, Names.ORGANIZATION);
    }
  }

  /** Where the long name begins that ends at {@code last} and has these first letters; else -1. */
  private int from(int letters, int last) {
    int at = text.tokens.end[letters] - 1;
    int start = text.tokens.start[letters];
    if (!text.doc.isAllCaps(letters)) {
      return -1;
    }
    for (int t = last; t >= 0 && last - t < MOST_WORDS && text.isTogether(t, last); t--) {
      at = text.words.capital[t] ? behindDash(t, at, start) : at;
      char first = Character.toUpperCase(text.doc.chars[text.tokens.start[t]]);
      boolean same = first == text.doc.chars[at];
      if (text.words.capital[t]) {
        if (!same) {
          return -1;
        }
      } else if (!JOINERS.has(text.words.hash[t]) || (t == last)) {
        return -1;
      } else if (!same || !isWanted(t, at, start)) {
        continue;
      }
      at--;
      if (at < start) {
        return text.words.capital[t] ? t : -1;
      }
    }
    return -1;
  }

  /** The letter before those of the parts behind a dash: of "Anti-Dumping" the D may be one. */
  private int behindDash(int t, int last, int start) {
    int at = last;
    for (int i = text.tokens.end[t] - 1; i > text.tokens.start[t] && at > start; i--) {
      boolean part = text.doc.chars[i - 1] == '-';
      if (part && text.doc.chars[i] == text.doc.chars[at]) {
        at--;
      }
    }
    return at;
  }

  /** Whether a small word's letter is one of the initials: the word before hasn't that letter. */
  private boolean isWanted(int t, int at, int start) {
    if (at == start || t == 0) {
      return false;
    }
    int before = t - 1;
    while (before > 0 && !text.words.capital[before] && JOINERS.has(text.words.hash[before])) {
      before--;
    }
    return text.doc.chars[text.tokens.start[before]] != text.doc.chars[at];
  }

  /** What a long name and its letters are: 0 where nothing says that they are a name. */
  private int type(int from, int letters) {
    int bracket = letters - 1;
    int inside = text.type(from);
    boolean whole = text.begins(from) && text.stop(from) == bracket;
    if (whole && (inside == Names.LOCATION || inside == Names.OTHER)) {
      return inside;
    }
    boolean place = false;
    boolean body = false;
    for (int t = from; t < bracket; t++) {
      place |= text.type(t) == Names.LOCATION;
      body |= text.type(t) == Names.ORGANIZATION;
    }
    if (body || text.hasFlag(from, bracket, BODY)) {
      return Names.ORGANIZATION;
    }
    return place ? Names.LOCATION : text.type(letters);
  }

  private boolean isThing(int last) {
    return THINGS.has(text.words.hash[last]);
  }
}
