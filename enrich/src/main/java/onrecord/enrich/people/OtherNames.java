package onrecord.enrich.people;

import java.util.HashMap;
import java.util.Map;
import onrecord.enrich.names.Names;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * The names that an article itself gives for another: in brackets right behind an organisation's,
 * whether its letters are initials or not ("Arden Water Union (Ardwa)"), and behind "now" or "known
 * as". For one thread.
 */
final class OtherNames {
  private static final int NONE = -1;

  /** A short form has so many words at most. */
  private static final int MOST_WORDS = 3;

  /** "who is also known as the". */
  private static final int FARTHEST = 7;

  /** The row of the name that a name stands for, by the latter's words. */
  private final Map<String, Integer> meant = new HashMap<>();

  private Document doc;
  private Tokens tokens;
  private NameMentions names;

  /** Finds the other names in {@code rows}. */
  void find(Document document, NameMentions rows) {
    doc = document;
    tokens = doc.tokens;
    names = rows;
    meant.clear();
    for (int n = 1; n < names.count; n++) {
      int longer = names.words[n].words.length <= MOST_WORDS ? inBrackets(n) : NONE;
      int other = longer == NONE ? known(n) : longer;
      if (other != NONE && !names.words[other].key.equals(names.words[n].key)) {
        meant.putIfAbsent(names.words[n].key, other);
      }
    }
  }

  /** The row of the name that the name in row {@code n} is another for, or -1. */
  int of(int n) {
    if (meant.isEmpty()) {
      return NONE;
    }
    NameWords words = names.words[n];
    int other = meant.getOrDefault(words.key, NONE);
    int last = words.words.length - 1;
    if (other == NONE && last == 1 && Bodies.isKnown(words.last())) {
      // "Libra Party" for the Union of Trade (Libra).
      return meant.getOrDefault(words.first(), NONE);
    }
    return other;
  }

  /** The row of the organisation behind whose name a name stands alone in brackets, or -1. */
  private int inBrackets(int n) {
    int open = names.firstToken[n] - 1;
    int close = names.endToken[n];
    if (open < 1 || close >= tokens.count || !isMark(open, '(') || !isMark(close, ')')) {
      return NONE;
    }
    int before = tokens.kind[open - 1] == Tokens.POSSESSIVE ? open - 1 : open;
    int name = n - 1;
    boolean ofPlace = false;
    if (names.endToken[name] == before && names.type[name] == Names.LOCATION && name > 0) {
      // "the Water Union of the Arden Isles (Ardwa)".
      int end = names.endToken[name - 1];
      int first = names.firstToken[name];
      boolean the = first - end == 2 && doc.isWord(end + 1, "the");
      ofPlace = (first - end == 1 || the) && (tokens.flags[end] & Lexicon.PREPOSITION) != 0;
      name = ofPlace ? name - 1 : name;
    }
    boolean behind = ofPlace || names.endToken[name] == before;
    if (!behind
        || names.type[name] != Names.ORGANIZATION
        || tokens.sentence[open] != tokens.sentence[names.firstToken[name]]) {
      return NONE;
    }
    NameWords words = names.words[name];
    NameWords shorter = names.words[n];
    if (words.words.length == 1 && doc.isAllCaps(names.firstToken[name])) {
      return NONE;
    }
    boolean plain = names.type[n] == Names.ORGANIZATION || names.type[n] == Names.UNKNOWN;
    boolean place = (shorter.firstFlags & (Lexicon.PLACE | Lexicon.GIVEN)) != 0;
    boolean capitals = doc.isAllCaps(names.firstToken[n]);
    if (ofPlace || (!plain && !capitals) || place) {
      boolean one = shorter.words.length == 1 || capitals;
      return one && !place && opensLike(words, shorter) ? name : NONE;
    }
    return name;
  }

  /** Whether a short form opens as one of the words of the long one does. */
  private static boolean opensLike(NameWords words, NameWords shorter) {
    for (String each : words.words) {
      if (!NameWords.isSmall(each) && each.charAt(0) == shorter.key.charAt(0)) {
        return true;
      }
    }
    return false;
  }

  /** The row of the name before "(now the", ", better known as" and the like, or -1. */
  private int known(int n) {
    int from = names.endToken[n - 1];
    int to = names.firstToken[n];
    if (to - from < 2 || to - from > FARTHEST || tokens.sentence[to] != tokens.sentence[from - 1]) {
      return NONE;
    }
    int t = isMark(from, ',') || isMark(from, '(') ? from + 1 : from;
    boolean apart = t > from;
    if (doc.isWord(t, "who") || doc.isWord(t, "which")) {
      t++;
    }
    if (doc.isWord(t, "is") || doc.isWord(t, "was")) {
      t++;
    }
    int adverb = t;
    boolean renamed = apart && (doc.isWord(t, "now") || doc.isWord(t, "formerly"));
    t += renamed || isAdverb(t) ? 1 : 0;
    boolean known = doc.isWord(t, "known") && doc.isWord(t + 1, "as");
    t += known ? 2 : 0;
    t += doc.isWord(t, "the") ? 1 : 0;
    if (t != to) {
      return NONE;
    }
    boolean bodies = names.type[n] == names.type[n - 1] && names.type[n] != Names.PERSON;
    return (known && (apart || adverb > from)) || (renamed && bodies) ? n - 1 : NONE;
  }

  private boolean isAdverb(int t) {
    return switch (doc.text(tokens.start[t], tokens.end[t])) {
      case "also", "better", "formally", "popularly", "commonly", "widely", "otherwise" -> true;
      default -> false;
    };
  }

  private boolean isMark(int t, char mark) {
    return tokens.kind[t] == Tokens.MARK && doc.chars[tokens.start[t]] == mark;
  }
}
