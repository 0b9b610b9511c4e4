package onrecord.enrich.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import onrecord.enrich.names.Names;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Takes titles off the names that were found, puts generations and nicknames on that belong to
 * them, takes a president's name and "administration" as one, and a name with the words up to the
 * brackets that hold its initials, and gives a name of several words one type in the whole article.
 * Writes {@link NameMentions}; requires {@link Names}. For one thread.
 */
final class NameCutter {
  static final int MOST_WORDS = 7;
  private static final int LEAST_SURNAME = 5;

  /** So many types a name of several words can have; behind them its ballot has the first. */
  private static final int TYPES = 4;

  /** A body's name that a person's has been taken into has so many words at least. */
  private static final int LEAST_OF_BODY = 5;

  /** Rows are moved for so many at most. */
  private static final int MOST_INSERTED = 16;

  /** What a name of several words is taken for how often, and how each surface is cut. */
  private final Map<String, int[]> votes = new HashMap<>();

  private final Map<String, NameWords> cut = new HashMap<>();
  private final Set<String> surnames = new HashSet<>();
  private final Set<String> called = new HashSet<>();
  private Document doc;
  private Tokens tokens;
  private NameMentions names;

  /** Cuts the names that were found; returns the most words that one has. */
  int cut(Document document, Names found, NameMentions rows) {
    doc = document;
    tokens = doc.tokens;
    names = rows;
    names.clear();
    votes.clear();
    cut.clear();
    for (int n = 0; n < found.count; n++) {
      int first = found.firstToken[n];
      int end = found.endToken[n];
      int type = found.type[n];
      int next = n + 1 < found.count ? found.firstToken[n + 1] : tokens.count;
      while (end > first + 1 && (tokens.kind[end - 1] == Tokens.POSSESSIVE || isComma(end - 1))) {
        end--;
      }
      if (type == Names.PERSON) {
        int joined = nicknameEnd(found, n, end);
        if (joined > n) {
          n = joined;
          end = found.endToken[n];
          next = n + 1 < found.count ? found.firstToken[n + 1] : tokens.count;
        }
        end = generationEnd(end, next);
        if (end < next && doc.isWord(end, "administration") && isTogether(end)) {
          end++;
          type = Names.ORGANIZATION;
        }
      }
      if (isAcronymNext(found, n, end, next)) {
        type = Names.ORGANIZATION;
        end = next - 1;
      }
      if (type != Names.PERSON && isAddressed(first, end)) {
        type = Names.PERSON;
      }
      String text = doc.text(tokens.start[first], tokens.end[end - 1]);
      String surface = type == Names.PERSON ? text + '\u0001' : text;
      NameWords words = cut.get(surface);
      if (words == null) {
        words = NameWords.of(doc, first, end, type);
        cut.put(surface, words);
      }
      if (type == Names.PERSON && isOffice(first, end)) {
        continue;
      }
      names.add(first + words.titles, end, type, words);
    }
    peopleInBodies();
    return typeOfWords();
  }

  /** "Mrs. Jane Rowan", whatever the tagger takes her for. */
  private boolean isAddressed(int first, int end) {
    boolean before = first > 0 && isHonorific(first - 1) && isTogether(first);
    return before || (end - first > 2 && isHonorific(first));
  }

  private boolean isHonorific(int t) {
    return switch (doc.text(tokens.start[t], tokens.end[t])) {
      case "Mr", "Mrs", "Ms", "Mr.", "Mrs.", "Ms." -> true;
      default -> false;
    };
  }

  /** Takes "VCM Rowan" for Rowan, where the article has a Jane Rowan. */
  private void peopleInBodies() {
    surnames.clear();
    called.clear();
    for (int n = 0; n < names.count; n++) {
      if (names.type[n] == Names.PERSON) {
        called.add(names.words[n].key);
        if (names.words[n].words.length > 1) {
          surnames.add(names.words[n].last());
        }
      }
    }
    int inserted = 0;
    for (int n = 0; n < names.count; n++) {
      NameWords words = names.words[n];
      int last = names.endToken[n] - 1;
      boolean titled =
          names.type[n] == Names.ORGANIZATION
              && words.words.length == 2
              && last - names.firstToken[n] == 1
              && doc.isAllCaps(names.firstToken[n])
              && !doc.isAllCaps(last)
              && words.last().length() >= LEAST_SURNAME
              && surnames.contains(words.last());
      int first = titled ? last : named(n);
      int body = names.firstToken[n];
      if (first > body) {
        names.firstToken[n] = first;
        names.type[n] = Names.PERSON;
        names.words[n] = NameWords.of(doc, first, last + 1, Names.PERSON);
        boolean known = (tokens.flags[body] & Lexicon.ORGANIZATION) != 0;
        known |= body + 1 < first && (tokens.flags[body + 1] & Lexicon.ORGANIZATION) != 0;
        if (known && !titled && inserted++ < MOST_INSERTED) {
          NameWords rest = NameWords.of(doc, body, first, Names.ORGANIZATION);
          names.insert(n, body, first, Names.ORGANIZATION, rest);
          n++;
        }
      }
    }
  }

  /**
   * Where the person begins in "Commission for Tides Jane Rowan", whom others call Rowan; or -1.
   */
  private int named(int n) {
    NameWords words = names.words[n];
    int length = words.words.length;
    int end = names.endToken[n];
    if (names.type[n] != Names.ORGANIZATION
        || length < LEAST_OF_BODY
        || end - names.firstToken[n] != length) {
      return -1;
    }
    for (int known = 1; known <= 2; known++) {
      int given = length - known - 1;
      boolean small = NameWords.isSmall(words.words[given]);
      boolean of = NameWords.isSmall(words.words[given - 1]);
      int body = tokens.flags[end - 1] & (Lexicon.ORGANIZATION | Lexicon.PLACE);
      if (!small && !of && body == 0 && called.contains(words.phrase(length - known, length))) {
        return end - known - 1;
      }
    }
    return -1;
  }

  static int length(NameMentions names, int n) {
    return Math.min(MOST_WORDS, names.words[n].words.length);
  }

  /**
   * The name that a first name and a nickname between marks go on to: "Raymond", "Keelmore" of
   * Raymond “Buster” Keelmore; {@code n} when none does.
   */
  private int nicknameEnd(Names found, int n, int end) {
    int close = end + 2;
    if (close + 1 >= tokens.count
        || tokens.kind[end] != Tokens.MARK
        || tokens.kind[end + 1] != Tokens.WORD
        || tokens.kind[close] != Tokens.MARK
        || tokens.end[end] != tokens.start[end + 1]
        || tokens.end[end + 1] != tokens.start[close]
        || tokens.start[end] == tokens.end[end - 1]
        || doc.chars[tokens.start[end]] == '('
        || tokens.sentence[close + 1] != tokens.sentence[end - 1]) {
      return n;
    }
    for (int next = n + 1; next < found.count && next <= n + 2; next++) {
      if (found.firstToken[next] == close + 1 && found.type[next] == Names.PERSON) {
        return next;
      }
    }
    return n;
  }

  /**
   * Whether a name goes on to the brackets that hold its initials, as the tagger didn't: "Halvex",
   * where the article has Halvex Thermal Systems (HTS).
   */
  private boolean isAcronymNext(Names found, int n, int end, int next) {
    if (next >= tokens.count || next - end < 2 || next - end > MOST_WORDS || !isTogether(next)) {
      return false;
    }
    int length = tokens.end[next] - tokens.start[next];
    int first = found.firstToken[n];
    if (doc.chars[tokens.start[next - 1]] != '('
        || found.endToken[n + 1] != next + 1
        || length != next - 1 - first) {
      return false;
    }
    for (int t = first; t < next - 1; t++) {
      boolean word = tokens.kind[t] == Tokens.WORD && tokens.sentence[t] == tokens.sentence[next];
      if (!word || doc.chars[tokens.start[t]] != doc.chars[tokens.start[next] + t - first]) {
        return false;
      }
    }
    return doc.isAllCaps(next);
  }

  /** "Prime Minister", "His Highness the Crown Prince": an office, and nobody's name. */
  private boolean isOffice(int first, int end) {
    boolean title = false;
    for (int t = first; t < end; t++) {
      boolean office = (tokens.flags[t] & Lexicon.TITLE) != 0;
      boolean part =
          (tokens.flags[t] & Lexicon.MODIFIER) != 0
              || doc.isWord(t, "the")
              || doc.isWord(t, "The")
              || TitleWords.isStyle(doc, t)
              || (t > first && TitleWords.isStyle(doc, t - 1))
              || doc.isWord(t, "Crown");
      if (tokens.kind[t] != Tokens.WORD || (!office && !part) || isGiven(t)) {
        return false;
      }
      title |= office || doc.isWord(t, "Highness") || doc.isWord(t, "Majesty");
    }
    return title && (end - first > 1);
  }

  private boolean isGiven(int t) {
    return (tokens.flags[t] & Lexicon.GIVEN) != 0;
  }

  private boolean isTogether(int t) {
    return tokens.sentence[t] == tokens.sentence[t - 1];
  }

  private boolean isComma(int t) {
    return tokens.kind[t] == Tokens.MARK && doc.chars[tokens.start[t]] == ',';
  }

  /** "Rowan, Jr." is one name even where the tagger stopped at the comma. */
  private int generationEnd(int end, int next) {
    int at = end < next && isComma(end) ? end + 1 : end;
    if (at < next
        && tokens.sentence[at] == tokens.sentence[end - 1]
        && (tokens.flags[at] & Lexicon.GENERATION) != 0
        && Character.isUpperCase(doc.chars[tokens.start[at]])
        && (tokens.flags[end - 1] & Lexicon.GENERATION) == 0) {
      return at + 1;
    }
    return end;
  }

  /** Gives a name of several words one type in the whole article; returns the most words. */
  private int typeOfWords() {
    int most = 1;
    for (int n = 0; n < names.count; n++) {
      int length = length(names, n);
      most = Math.max(most, length);
      if (length > 1) {
        int[] ballot = votes.computeIfAbsent(names.words[n].key, key -> new int[TYPES + 1]);
        ballot[TYPES] = ballot[TYPES] == 0 ? names.type[n] : ballot[TYPES];
        ballot[names.type[n]]++;
      }
    }
    for (int n = 0; n < names.count; n++) {
      if (length(names, n) > 1) {
        int[] ballot = votes.get(names.words[n].key);
        int type = names.type[n];
        for (int t = 1; t < TYPES; t++) {
          boolean first = ballot[t] == ballot[type] && t == ballot[TYPES];
          if (ballot[t] > ballot[type] || first || type == Names.UNKNOWN) {
            type = ballot[t] > 0 ? t : type;
          }
        }
        names.type[n] = type;
      }
    }
    return most;
  }
}
