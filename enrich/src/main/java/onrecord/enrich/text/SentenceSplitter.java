package onrecord.enrich.text;

import onrecord.enrich.text.Document.Blocks;
import onrecord.enrich.text.Document.Tokens;

/**
 * Groups the tokens of each block into sentences. Writes {@link Document#sentences} and the tokens'
 * sentence; requires {@link Tokenizer}. For one thread.
 */
public final class SentenceSplitter {
  /** So many marks may close at once; a text of nothing else isn't walked back over and over. */
  private static final int MOST_CLOSERS = 8;

  /** What follows an hour and belongs to it; zones in capitals need no list. */
  private static final String[] DAYS = {
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Mon.",
    "Tues.",
    "Wed.",
    "Thurs.",
    "Fri.",
    "Sat.",
    "Sun.",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan.",
    "Feb.",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
    "Eastern",
    "Pacific",
    "Central",
    "Mountain",
    "Greenwich",
    "Local"
  };

  /** Finds the sentences of {@code doc}. */
  public void split(Document doc) {
    Blocks blocks = doc.blocks;
    for (int b = 0; b < blocks.count; b++) {
      int first = blocks.firstToken[b];
      int end = blocks.endToken[b];
      for (int t = first; t < end; t++) {
        if (t + 1 == end || endsSentence(doc, first, t)) {
          int sentence = doc.sentences.count;
          doc.sentences.add(first, t + 1);
          for (int i = first; i <= t; i++) {
            doc.tokens.sentence[i] = sentence;
          }
          first = t + 1;
        }
      }
    }
  }

  /**
   * Whether the sentence that begins with token {@code first} ends behind token {@code t}: an end
   * mark, what closes with it, a start.
   */
  private static boolean endsSentence(Document doc, int first, int t) {
    Tokens tokens = doc.tokens;
    int next = t + 1;
    char after = doc.chars[tokens.start[next]];
    // Asked first: of a long run of closing marks only the last looks back over all of them.
    if (isCloser(after) && tokens.start[next] == tokens.end[t]) {
      return false;
    }
    int mark = t;
    // Closing quotation marks and brackets belong to the sentence that they close.
    while (mark > 0
        && t - mark < MOST_CLOSERS
        && tokens.kind[mark] == Tokens.MARK
        && isCloser(doc.chars[tokens.start[mark]])) {
      if (tokens.start[mark] != tokens.end[mark - 1]) {
        return false;
      }
      mark--;
    }
    char last = doc.chars[tokens.end[mark] - 1];
    if (tokens.kind[mark] == Tokens.WORD && last == '.') {
      if (isHour(doc, mark)) {
        return Character.isUpperCase(after) && !isOfTheHour(doc, next);
      }
      // An abbreviation: a sentence ends there only when a plain small word opens the next.
      return (tokens.flags[next] & (Lexicon.FUNCTION | Lexicon.PRONOUN)) != 0
          && Character.isUpperCase(after)
          && (tokens.flags[mark] & Lexicon.TITLE) == 0
          && tokens.end[mark] - tokens.start[mark] > 2;
    }
    if (tokens.kind[mark] != Tokens.MARK
        || !(last == '.' || last == '!' || last == '?' || last == '\u2026')) {
      return false;
    }
    if (t == first + 1 && last == '.' && isItem(tokens, first)) {
      return false;
    }
    return tokens.start[next] > tokens.end[t] && starts(doc, next);
  }

  /** The number of a list's item, "2. The ferry": the point ends nothing. */
  private static boolean isItem(Tokens tokens, int t) {
    return tokens.kind[t] == Tokens.NUMBER && tokens.end[t] - tokens.start[t] <= 2;
  }

  /** All but small letters start a sentence, and "eQuill" does. */
  private static boolean starts(Document doc, int t) {
    int start = doc.tokens.start[t];
    return !Character.isLowerCase(doc.chars[start])
        || (doc.tokens.end[t] > start + 1 && Character.isUpperCase(doc.chars[start + 1]));
  }

  /** "a.m.", "p.m." */
  private static boolean isHour(Document doc, int t) {
    int start = doc.tokens.start[t];
    char half = doc.chars[start];
    return doc.tokens.end[t] - start == 4
        && (half == 'a' || half == 'p')
        && doc.chars[start + 1] == '.'
        && doc.chars[start + 2] == 'm';
  }

  private static boolean isOfTheHour(Document doc, int t) {
    int length = doc.tokens.end[t] - doc.tokens.start[t];
    if (length > 1 && length <= 4 && doc.isAllCaps(t)) {
      return true;
    }
    for (String day : DAYS) {
      if (doc.isWord(t, day)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCloser(char c) {
    return c == '"'
        || c == '\u201d'
        || c == '\''
        || c == '\u2019'
        || c == ')'
        || c == ']'
        || c == '\u00bb';
  }
}
