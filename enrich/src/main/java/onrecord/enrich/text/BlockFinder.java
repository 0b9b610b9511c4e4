package onrecord.enrich.text;

import onrecord.enrich.text.Document.Blocks;

/**
 * Cuts the text into its lines and says what kind of thing each is. Writes {@link Document#blocks};
 * requires nothing. For one thread.
 */
public final class BlockFinder {
  private static final int MAX_HEADLINE = 200;
  private static final int MAX_LABEL = 70;
  private static final int MAX_CAPTION = 200;

  /** A post on a short-message service, with room for an address in it. */
  private static final int MAX_POST = 420;

  private static final int MAX_HEAD_LINES = 6;
  private static final String[] MONTHS = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
  };
  private static final String[] CREDITS = {
    "photo:", "photo by", "photograph:", "image:", "credit:"
  };
  private static final String[] REPORTERS = {
    "additional reporting by", "reporting by", "writing by", "editing by", "compiled by"
  };
  private static final String[] PROMOTIONS = {
    "subscribe",
    "sign up",
    "read more",
    "related:",
    "related :",
    "advertisement",
    "follow us",
    "click here",
    "download our",
    "download the",
    "unlimited access",
    "read also",
    "also read",
    "see also",
    "more from",
    "newsletter",
    "support our journalism",
    "join our",
    "watch:",
    "listen:",
    "sponsored"
  };

  private Document doc;

  /** Finds the blocks of {@code document}. */
  public void find(Document document) {
    doc = document;
    lines();
    Blocks blocks = doc.blocks;
    int head = 0;
    boolean headline = false;
    for (int b = 0; b < blocks.count; b++) {
      int start = blocks.start[b];
      int end = blocks.end[b];
      if (doc.headlineStart == start && doc.headlineEnd == end) {
        blocks.kind[b] = Blocks.HEADLINE;
        headline = true;
        head = b + 1;
      } else if (isAddress(start, end)) {
        blocks.kind[b] = Blocks.LABEL;
      } else if (isItem(start) && !isTelling(start, end)) {
        item(b);
      } else if (isPromotion(start, end)) {
        blocks.kind[b] = Blocks.PROMOTION;
      } else if (b - head < MAX_HEAD_LINES && isByline(start, end)) {
        blocks.kind[b] = Blocks.BYLINE;
      } else if (b - head < MAX_HEAD_LINES && isDate(start, end)) {
        blocks.kind[b] = Blocks.DATELINE;
      } else if (!headline && b <= 1 && doc.headlineStart < 0 && isHeadline(b)) {
        blocks.kind[b] = Blocks.HEADLINE;
        headline = true;
        head = b + 1;
      } else if (isPostSignature(start, end)) {
        post(b);
      } else if (isCredit(start, end)) {
        credit(b);
      } else if (endsWithCredit(b)) {
        blocks.kind[b] = Blocks.CAPTION;
      } else if (isLabel(start, end)) {
        blocks.kind[b] = Blocks.LABEL;
      }
    }
  }

  private void lines() {
    char[] chars = doc.chars;
    int at = 0;
    while (at < doc.length) {
      int end = at;
      while (end < doc.length && !isLineEnd(chars[end])) {
        end++;
      }
      int from = at;
      int to = end;
      while (from < to && isBlank(chars[from])) {
        from++;
      }
      while (to > from && isBlank(chars[to - 1])) {
        to--;
      }
      if (from < to) {
        doc.blocks.add(from, to);
      }
      at = end + 1;
    }
  }

  static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
  }

  static boolean isBlank(char c) {
    return c <= ' '
        || c == '\u00a0'
        || c == '\u200b'
        || c == '\ufeff'
        || (c >= 0x80 && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
  }

  private boolean isAddress(int start, int end) {
    if (!starts(start, "http://") && !starts(start, "https://") && !starts(start, "www.")) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (isBlank(doc.chars[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean isPromotion(int start, int end) {
    return end - start <= MAX_HEADLINE && starts(start, PROMOTIONS);
  }

  /** Whether a line is one of a list, as offers are. */
  private boolean isItem(int start) {
    char first = doc.chars[start];
    return first == '\u2022' || first == '\u25cf' || first == '\u25aa';
  }

  /** Whether a line of a list tells something in sentences, as no offer does. */
  private boolean isTelling(int start, int end) {
    char last = doc.chars[end - 1];
    boolean sentence = last == '.' || last == '?' || last == '!' || QuotationMarks.isDouble(last);
    return sentence && end - start > MAX_LABEL;
  }

  /** Marks an offer's line, as one with the line before it: another of the list, or its label. */
  private void item(int b) {
    Blocks blocks = doc.blocks;
    blocks.kind[b] = Blocks.PROMOTION;
    int before = b - 1;
    if (before >= 0 && isNextLine(b)) {
      if (blocks.kind[before] == Blocks.LABEL) {
        blocks.kind[before] = Blocks.PROMOTION;
      }
      if (blocks.kind[before] == Blocks.PROMOTION) {
        blocks.group[b] = blocks.group[before];
      }
    }
  }

  /** Whether no blank line stands before a block. */
  private boolean isNextLine(int b) {
    int ends = 0;
    for (int i = doc.blocks.end[b - 1]; i < doc.blocks.start[b]; i++) {
      ends += isLineEnd(doc.chars[i]) && doc.chars[i] != '\r' ? 1 : 0;
    }
    return ends == 1;
  }

  private boolean isByline(int start, int end) {
    return end - start <= 100
        && starts(start, "by ")
        && start + 3 < end
        && Character.isUpperCase(doc.chars[start + 3])
        && doc.chars[end - 1] != '.';
  }

  /** A line of a month's name, a day or a year, and little else. */
  private boolean isDate(int start, int end) {
    if (end - start > 60) {
      return false;
    }
    boolean month = false;
    int digits = 0;
    int words = 0;
    for (int i = start; i < end; ) {
      char c = doc.chars[i];
      if (Character.isLetter(c)) {
        int from = i;
        while (i < end && Character.isLetter(doc.chars[i])) {
          i++;
        }
        words++;
        for (String name : MONTHS) {
          month |= i - from >= 3 && i - from <= 9 && starts(from, name);
        }
      } else {
        digits += c >= '0' && c <= '9' ? 1 : 0;
        i++;
      }
    }
    return month && (digits >= 5 ? words <= 6 : digits > 0 && words <= 4 && end - start <= 40);
  }

  private boolean isHeadline(int b) {
    int start = doc.blocks.start[b];
    int end = doc.blocks.end[b];
    char last = doc.chars[end - 1];
    if (end - start > MAX_HEADLINE || last == '.' || last == ',' || last == ';') {
      return false;
    }
    for (int before = 0; before < b; before++) {
      if (doc.blocks.kind[before] != Blocks.LABEL) {
        return false;
      }
    }
    return b + 1 < doc.blocks.count;
  }

  private boolean isLabel(int start, int end) {
    if (end - start > MAX_LABEL) {
      return false;
    }
    char last = doc.chars[end - 1];
    // "For more from the wire, see below:" is a sentence.
    boolean sentence = last == ':' && end - start > MAX_LABEL / 2;
    boolean open = Character.isLetterOrDigit(last) || last == ':' || last == ')';
    if (!open || sentence || QuotationMarks.isDouble(doc.chars[start])) {
      return false;
    }
    for (int i = start; i < end; i++) {
      // A colon in the middle is somebody's words in colon style.
      if (doc.chars[i] == ':' && i < end - 1) {
        return false;
      }
    }
    return true;
  }

  /** "Hector Example/Agency Pictures", "Photo: …". */
  private boolean isCredit(int start, int end) {
    return end - start <= 90
        && (starts(start, CREDITS) || starts(start, REPORTERS) || creditStart(start, end) == start);
  }

  /** Marks whose picture or report it is, and the one sentence above that says what is shown. */
  private void credit(int b) {
    Blocks blocks = doc.blocks;
    blocks.kind[b] = Blocks.CREDIT;
    int before = b - 1;
    if (before >= 0
        && blocks.kind[before] == Blocks.PARAGRAPH
        && blocks.end[before] - blocks.start[before] <= MAX_CAPTION
        && !starts(blocks.start[b], REPORTERS)
        && !hasDouble(before)
        && isOneSentence(before)) {
      blocks.kind[before] = Blocks.CAPTION;
    }
  }

  private boolean isOneSentence(int b) {
    for (int i = doc.blocks.start[b]; i + 1 < doc.blocks.end[b]; i++) {
      char c = doc.chars[i];
      if ((c == '.' || c == '!' || c == '?') && isBlank(doc.chars[i + 1])) {
        return false;
      }
    }
    return true;
  }

  private boolean endsWithCredit(int b) {
    int start = doc.blocks.start[b];
    int credit = creditStart(start, doc.blocks.end[b]);
    if (credit <= start) {
      return false;
    }
    char before = doc.chars[credit - 2];
    return before == '.' || before == ')' || followsLabel(b);
  }

  /**
   * Where "First Last/Agency" at the end of a line begins, or -1: one slash among the last words,
   * all of them capitalised.
   */
  private int creditStart(int start, int end) {
    char[] chars = doc.chars;
    int slash = -1;
    int at = end;
    int wordStart = end;
    int words = 0;
    while (at > start) {
      char c = chars[at - 1];
      if (c == '/' && slash < 0) {
        slash = at - 1;
        if (!Character.isUpperCase(chars[at == end ? end - 1 : at])) {
          return -1;
        }
        at--;
        continue;
      }
      if (c == '.' || c == '!' || c == '?' || c == '"' || c == '\u201d') {
        // "St." and initials apart, a sentence ends here.
        if (at < end && isBlank(chars[at])) {
          break;
        }
      }
      if (isBlank(c)) {
        if (at < end && !Character.isUpperCase(chars[at])) {
          break;
        }
        wordStart = at;
        words++;
      }
      at--;
      if (at == start) {
        wordStart = start;
      }
      if (words > 7) {
        return -1;
      }
    }
    if (slash < 0 || slash <= wordStart || wordStart >= end) {
      return -1;
    }
    return Character.isUpperCase(chars[wordStart]) ? wordStart : -1;
  }

  private boolean followsLabel(int b) {
    return b > 0 && (doc.blocks.kind[b - 1] == Blocks.LABEL || isNextLine(b));
  }

  /** "— Name (@handle) June 7, 2021". */
  private boolean isPostSignature(int start, int end) {
    char first = doc.chars[start];
    if ((first != '\u2014' && first != '\u2013' && first != '-') || end - start > 150) {
      return false;
    }
    for (int i = start; i + 2 < end; i++) {
      if (doc.chars[i] == '(' && doc.chars[i + 1] == '@') {
        return true;
      }
    }
    return false;
  }

  /** Marks the signature's block and the lines of the post before it. */
  private void post(int signature) {
    Blocks blocks = doc.blocks;
    int first = signature;
    int length = 0;
    while (first > 0) {
      int before = first - 1;
      length += blocks.end[before] - blocks.start[before];
      int kind = blocks.kind[before];
      boolean plain = kind == Blocks.PARAGRAPH || kind == Blocks.LABEL;
      if (!plain || length > MAX_POST || hasDouble(before)) {
        break;
      }
      first = before;
    }
    for (int b = first; b <= signature; b++) {
      blocks.kind[b] = Blocks.EMBEDDED_POST;
      blocks.group[b] = first;
    }
  }

  private boolean hasDouble(int block) {
    for (int i = doc.blocks.start[block]; i < doc.blocks.end[block]; i++) {
      if (QuotationMarks.isDouble(doc.chars[i])) {
        return true;
      }
    }
    return false;
  }

  private boolean starts(int at, String[] any) {
    for (String each : any) {
      if (starts(at, each)) {
        return true;
      }
    }
    return false;
  }

  private boolean starts(int at, String lowerCase) {
    if (at + lowerCase.length() > doc.length) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if (Character.toLowerCase(doc.chars[at + i]) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
