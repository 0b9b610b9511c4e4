package onrecord.enrich.text;

import onrecord.enrich.text.Document.Blocks;
import onrecord.enrich.text.Document.Tokens;

/**
 * Cuts the blocks into words, numbers and marks. Writes {@link Document#tokens} and the blocks'
 * token ranges; requires {@link BlockFinder}. For one thread.
 */
public final class Tokenizer {
  private final Lexicon lexicon;
  private Document doc;
  private int block;

  public Tokenizer(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Finds the tokens of {@code document}. */
  public void tokenize(Document document) {
    doc = document;
    Blocks blocks = doc.blocks;
    for (block = 0; block < blocks.count; block++) {
      blocks.firstToken[block] = doc.tokens.count;
      int at = blocks.start[block];
      int end = blocks.end[block];
      while (at < end) {
        at = next(at, end);
      }
      blocks.endToken[block] = doc.tokens.count;
    }
  }

  private int next(int at, int end) {
    char[] chars = doc.chars;
    char c = chars[at];
    if (BlockFinder.isBlank(c)) {
      return at + 1;
    }
    if (isWordPart(c)) {
      return isAddressStart(at, end) ? address(at, end) : word(at, end);
    }
    if (c == '@' && at + 1 < end && isWordPart(chars[at + 1])) {
      int to = at + 1;
      while (to < end && (isWordPart(chars[to]) || chars[to] == '_')) {
        to++;
      }
      add(at, to, Tokens.ADDRESS, 0);
      return to;
    }
    int to = at + 1;
    // A surrogate pair (an emoji) is one mark, and so are "..." and "--" and "?!".
    if (Character.isHighSurrogate(c) && to < end && Character.isLowSurrogate(chars[to])) {
      to++;
    } else if (runs(c)) {
      while (to < end && (chars[to] == c || (isCry(c) && isCry(chars[to])))) {
        to++;
      }
    }
    add(at, to, Tokens.MARK, 0);
    return to;
  }

  private static boolean runs(char c) {
    return c == '.' || c == '-' || isCry(c) || c == '_' || c == '=' || c == '*' || c == '~';
  }

  private static boolean isCry(char c) {
    return c == '!' || c == '?';
  }

  private int word(int at, int end) {
    char[] chars = doc.chars;
    int to = at;
    boolean letters = false;
    boolean hyphen = false;
    while (to < end) {
      char c = chars[to];
      if (isWordPart(c)) {
        letters |= !(c >= '0' && c <= '9');
        to++;
        continue;
      }
      if (to + 1 >= end || !isWordPart(chars[to + 1])) {
        break;
      }
      char before = chars[to - 1];
      char after = chars[to + 1];
      boolean digits = isDigit(before) && isDigit(after);
      if (c == '-' || c == '\u2010' || c == '\u2011') {
        hyphen = true;
      } else if (c == '\'' || c == '\u2019') {
        if (isPossessive(to, end)) {
          break;
        }
      } else if (c == '.') {
        // Points inside a number, and between single letters as in "U.S".
        boolean initials =
            Character.isLetter(before)
                && Character.isLetter(after)
                && (to - 1 == at || !isWordPart(chars[to - 2]))
                && (to + 2 >= end || !isWordPart(chars[to + 2]));
        if (!digits && !initials && !(Character.isUpperCase(chars[at]) && isDomain(to, end))) {
          break;
        }
      } else if ((c == ',' || c == ':' || c == '/') && digits) {
        // Thousands, hours, dates.
      } else if (c == '&' && Character.isUpperCase(before) && Character.isUpperCase(after)) {
        // AT&T.
      } else {
        break;
      }
      to++;
    }
    if (letters && to < end && chars[to] == '.' && takesPoint(at, to, end)) {
      to++;
    }
    if (hyphen) {
      hyphenated(at, to);
    } else {
      add(at, to, letters ? Tokens.WORD : Tokens.NUMBER, known(at, to));
    }
    if (to < end && isPossessive(to, end)) {
      add(to, to + 2, Tokens.POSSESSIVE, 0);
      return to + 2;
    }
    return to;
  }

  /** "U.S.-Mexican" is two words, "Ocasio-Cortez" is one: a place or its people stands apart. */
  private void hyphenated(int at, int to) {
    char[] chars = doc.chars;
    boolean apart = false;
    int from = at;
    for (int i = at; i <= to; i++) {
      if (i == to || chars[i] == '-') {
        apart |=
            i > from
                && Character.isUpperCase(chars[from])
                && (known(from, i) & (Lexicon.PLACE | Lexicon.DEMONYM)) != 0;
        from = i + 1;
      }
    }
    if (!apart || (lexicon.flags(chars, at, to) & Lexicon.PLACE) != 0) {
      add(at, to, Tokens.WORD, known(at, to));
      return;
    }
    from = at;
    for (int i = at; i <= to; i++) {
      if (i == to || chars[i] == '-') {
        if (i > from) {
          add(from, i, Tokens.WORD, known(from, i));
        }
        if (i < to) {
          add(i, i + 1, Tokens.MARK, 0);
        }
        from = i + 1;
      }
    }
  }

  /** What the lexicon knows of a word; an abbreviation is known without its point. */
  private int known(int from, int to) {
    int flags = lexicon.flags(doc.chars, from, to);
    if (doc.chars[to - 1] == '.') {
      flags |= lexicon.flags(doc.chars, from, to - 1);
    }
    return flags;
  }

  /** Whether the point behind a word belongs to it. */
  private boolean takesPoint(int at, int to, int end) {
    char[] chars = doc.chars;
    boolean capital = Character.isUpperCase(chars[at]);
    if (to - at == 1) {
      // An initial; a lone "I" ends sentences more often.
      return capital && chars[at] != 'I' && to + 1 < end;
    }
    if (chars[to - 2] == '.') {
      // "U.S.", but not "Example.com."
      return true;
    }
    if ((lexicon.flags(chars, at, to) & Lexicon.ABBREVIATION) == 0) {
      return false;
    }
    if (to - at == 2 && chars[at] == 'N' && chars[at + 1] == 'o') {
      // "No. 10", but not "No."
      return to + 2 < end && isDigit(chars[to + 2]);
    }
    return capital || to - at <= 3;
  }

  /** Whether a point goes on to the last part of a site's name, "example.com". */
  private boolean isDomain(int point, int end) {
    int to = point + 1;
    while (to < end && doc.chars[to] >= 'a' && doc.chars[to] <= 'z') {
      to++;
    }
    return to - point > 2
        && Character.isLetterOrDigit(doc.chars[point - 1])
        && (to == end || !isWordPart(doc.chars[to]));
  }

  private boolean isPossessive(int at, int end) {
    char[] chars = doc.chars;
    return (chars[at] == '\'' || chars[at] == '\u2019')
        && at + 1 < end
        && (chars[at + 1] == 's' || chars[at + 1] == 'S')
        && (at + 2 >= end || !isWordPart(chars[at + 2]));
  }

  private boolean isAddressStart(int at, int end) {
    char[] chars = doc.chars;
    char c = chars[at];
    if (c == 'h' && at + 7 < end && chars[at + 1] == 't' && chars[at + 2] == 't') {
      return chars[at + 4] == ':' || chars[at + 5] == ':';
    }
    return (c == 'w' || c == 'W')
        && at + 4 < end
        && chars[at + 1] == c
        && chars[at + 2] == c
        && chars[at + 3] == '.';
  }

  private int address(int at, int end) {
    int to = at;
    while (to < end
        && !BlockFinder.isBlank(doc.chars[to])
        && !QuotationMarks.isDouble(doc.chars[to])) {
      to++;
    }
    add(at, to, Tokens.ADDRESS, 0);
    return to;
  }

  private void add(int from, int to, int kind, int flags) {
    doc.tokens.add(from, to, kind, block, flags);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isWordPart(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    // A soft hyphen and combining marks belong to the word they stand in.
    return Character.isLetterOrDigit(c)
        || c == '\u00ad'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
