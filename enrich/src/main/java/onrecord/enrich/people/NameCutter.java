package onrecord.enrich.people;

import java.util.HashMap;
import java.util.Map;
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

  /** What a name of several words is taken for how often, and how each surface is cut. */
  private final Map<String, int[]> votes = new HashMap<>();

  private final Map<String, NameWords> cut = new HashMap<>();
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
    return typeOfWords();
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
        votes.computeIfAbsent(names.words[n].key, key -> new int[4])[names.type[n]]++;
      }
    }
    for (int n = 0; n < names.count; n++) {
      if (length(names, n) > 1) {
        int[] ballot = votes.get(names.words[n].key);
        int type = names.type[n];
        for (int t = 1; t < ballot.length; t++) {
          if (ballot[t] > ballot[type] || type == Names.UNKNOWN) {
            type = ballot[t] > 0 ? t : type;
          }
        }
        names.type[n] = type;
      }
    }
    return most;
  }
}
