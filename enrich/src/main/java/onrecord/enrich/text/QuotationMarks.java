package onrecord.enrich.text;

import java.util.Arrays;
import onrecord.enrich.text.Document.Blocks;
import onrecord.enrich.text.Document.Segments;
import onrecord.enrich.text.Document.Tokens;

/**
 * Pairs the quotation marks of each block by the conventions of English news. Writes {@link
 * Document#segments}, the blocks' segment ranges and the tokens' segment; requires {@link
 * Tokenizer}. For one thread.
 *
 * <p>A small machine with a stack: an opener pushes, a closer pops, a straight mark does what its
 * neighbours say. A mark that is never closed is forgotten unless the next block opens with one:
 * then the words run on there. Of pairs that nest, the outermost counts. Single marks count only
 * where an outlet uses them for speech, or in a headline.
 */
public final class QuotationMarks {
  private static final int MAX_DEPTH = 64;
  private static final int LONG_SEGMENT_WORDS = 4;
  private static final int REACH = 400;

  /** So many characters, for a mark that opens it and is never closed to open speech. */
  private static final int LEAST_SPEECH = 20;

  private final int[] openAt = new int[MAX_DEPTH];
  private final int[] openLength = new int[MAX_DEPTH];
  private final boolean[] openStraight = new boolean[MAX_DEPTH];
  private Document doc;

  /** Where long stretches in single marks begin and end that end as speech does. */
  private int[] spoken = new int[64];

  private int spokenCount;

  /** Finds the segments of {@code document}. */
  public void pair(Document document) {
    doc = document;
    Blocks blocks = doc.blocks;
    findSpokenInSingles();
    int doubles = 0;
    boolean apart = false;
    for (int b = 0; b < blocks.count; b++) {
      block(b, false);
      for (int s = blocks.firstSegment[b]; s < blocks.endSegment[b]; s++) {
        boolean speech = words(doc.segments, s) >= LONG_SEGMENT_WORDS;
        doubles += speech ? 1 : 0;
        apart |= speech && !isInSingles(doc.segments.start[s]);
      }
    }
    // Where single marks hold speech, double ones stand in them, and are fewer.
    if (!apart && spokenCount > 2 * doubles) {
      doc.segments.count = 0;
      for (int b = 0; b < blocks.count; b++) {
        block(b, true);
      }
    }
    tokens();
  }

  /** Finds the long stretches in single marks that end as speech does. */
  private void findSpokenInSingles() {
    spokenCount = 0;
    Blocks blocks = doc.blocks;
    for (int b = 0; b < blocks.count; b++) {
      if (blocks.kind[b] == Blocks.HEADLINE) {
        continue;
      }
      int open = -1;
      for (int i = blocks.start[b]; i < blocks.end[b]; i++) {
        if (!isSingle(doc.chars[i])) {
          continue;
        }
        if (open < 0 && opens(i, 1, b)) {
          open = i;
        } else if (open >= 0 && closes(i, 1, b) && isSpeechEnd(doc.chars[i - 1])) {
          if (i - open > 20) {
            addSpoken(open, i);
          }
          open = -1;
        }
      }
    }
  }

  private void addSpoken(int from, int to) {
    if (2 * spokenCount == spoken.length) {
      spoken = Arrays.copyOf(spoken, spoken.length * 2);
    }
    spoken[2 * spokenCount] = from;
    spoken[2 * spokenCount + 1] = to;
    spokenCount++;
  }

  private boolean isInSingles(int at) {
    int low = 0;
    int high = spokenCount;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spoken[2 * middle + 1] < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < spokenCount && spoken[2 * low] < at;
  }

  private void block(int b, boolean singles) {
    Blocks blocks = doc.blocks;
    Segments segments = doc.segments;
    int first = segments.count;
    blocks.firstSegment[b] = first;
    boolean withSingles = singles || blocks.kind[b] == Blocks.HEADLINE;
    boolean withDoubles = !singles;
    int depth = 0;
    int end = blocks.end[b];
    int i = blocks.start[b];
    while (i < end) {
      int length = markLength(i, end, withDoubles, withSingles);
      if (length == 0) {
        i++;
        continue;
      }
      char c = doc.chars[i];
      boolean straight = c == '"' || c == '\'' || c == '\u2033' || (length == 1 && c == '\u2019');
      boolean opens = opens(i, length, b);
      boolean closes = closes(i, length, b);
      if (singles && depth > 0 && closes && isPlural(i, end, b)) {
        i++;
        continue;
      }
      if (length == 1 && isSingle(c) && opens == closes) {
        // An apostrophe, or one that stands alone.
        i++;
        continue;
      }
      boolean push;
      if (straight) {
        boolean inside = depth > 0 && openStraight[depth - 1];
        if (inside && opens && !closes) {
          // The one before was never closed.
          depth--;
          inside = false;
        }
        push = !inside && (depth == 0 || opens) && (opens || !closes);
        if (!push && depth == 0) {
          i += length;
          continue;
        }
      } else {
        boolean opener = c != '\u201d' && c != '\u00bb' && c != '\u203a';
        push = opener ? !(depth > 0 && closes && !opens) : depth == 0 && opens && !closes;
        if (!push && depth == 0) {
          i += length;
          continue;
        }
      }
      if (push) {
        if (depth < MAX_DEPTH) {
          openAt[depth] = i;
          openLength[depth] = length;
          openStraight[depth] = straight;
          depth++;
        }
      } else {
        depth--;
        add(first, openAt[depth], openAt[depth] + openLength[depth], i, i + length, b, false);
      }
      i += length;
    }
    if (depth > 0 && b + 1 < blocks.count && opensBlock(b + 1, withDoubles, withSingles)) {
      add(first, openAt[0], openAt[0] + openLength[0], end, end, b, true);
    } else if (depth == 1 && isLost(openAt[0], end, b)) {
      add(first, openAt[0], openAt[0] + openLength[0], end, end, b, false);
    }
    blocks.endSegment[b] = segments.count;
  }

  /**
   * Whether the mark that closes speech was lost: curly marks open behind the end of a sentence or
   * at the start of a block, and the block ends as speech does.
   */
  private boolean isLost(int open, int end, int b) {
    char[] chars = doc.chars;
    int before = open - 1;
    while (before >= doc.blocks.start[b] && BlockFinder.isBlank(chars[before])) {
      before--;
    }
    boolean begins = before < doc.blocks.start[b] || isSpeechEnd(chars[before]);
    return begins
        && chars[open] == '\u201c'
        && end - open > LEAST_SPEECH
        && Character.isUpperCase(chars[open + 1])
        && isSpeechEnd(chars[end - 1])
        && chars[end - 1] != ',';
  }

  /**
   * The apostrophe of "the drivers' depot" inside single marks: speech goes on behind it, and ends
   * later as speech does.
   */
  private boolean isPlural(int i, int end, int b) {
    char[] chars = doc.chars;
    boolean goesOn =
        chars[i - 1] == 's'
            && i + 2 < end
            && chars[i + 1] == ' '
            && Character.isLowerCase(chars[i + 2]);
    for (int k = i + 1; goesOn && k < Math.min(end, i + REACH); k++) {
      if (isSingle(chars[k])) {
        boolean opens = opens(k, 1, b);
        boolean closes = closes(k, 1, b);
        if (opens != closes && !isApostrophe(k)) {
          return closes && isSpeechEnd(chars[k - 1]);
        }
      }
    }
    return false;
  }

  private boolean isApostrophe(int k) {
    return doc.chars[k - 1] == 's' && doc.chars[k + 1 < doc.length ? k + 1 : k] == ' ';
  }

  /** Adds a segment and drops those inside it, which were closed before it. */
  private void add(
      int first, int outerStart, int start, int end, int outerEnd, int block, boolean runsOn) {
    Segments segments = doc.segments;
    while (segments.count > first && segments.outerStart[segments.count - 1] > outerStart) {
      segments.count--;
    }
    int from = start;
    int to = end;
    while (from < to && BlockFinder.isBlank(doc.chars[from])) {
      from++;
    }
    while (to > from && BlockFinder.isBlank(doc.chars[to - 1])) {
      to--;
    }
    if (from < to) {
      segments.add(outerStart, from, to, outerEnd, block, runsOn);
    }
  }

  private boolean opensBlock(int b, boolean doubles, boolean singles) {
    int start = doc.blocks.start[b];
    int length = markLength(start, doc.blocks.end[b], doubles, singles);
    return length > 0 && opens(start, length, b);
  }

  private int markLength(int i, int end, boolean doubles, boolean singles) {
    char c = doc.chars[i];
    if (c > '\'' && c < '`') {
      return 0;
    }
    if (doubles) {
      if (isDouble(c)) {
        return isPrime(i) ? 0 : 1;
      }
      boolean twice = i + 1 < end && doc.chars[i + 1] == c;
      if (twice && (c == '\'' || c == '`' || c == '\u2018' || c == '\u2019')) {
        return 2;
      }
    }
    return singles && isSingle(c) ? 1 : 0;
  }

  /** The inches of 6'2". */
  private boolean isPrime(int i) {
    char[] chars = doc.chars;
    if (chars[i] != '"' && chars[i] != '\u2033' && chars[i] != '\u201d') {
      return false;
    }
    int at = i - 1;
    while (at >= 0 && i - at <= 3 && Character.isDigit(chars[at])) {
      at--;
    }
    return at >= 1
        && at < i - 1
        && (chars[at] == '\'' || chars[at] == '\u2019' || chars[at] == '\u2032')
        && Character.isDigit(chars[at - 1]);
  }

  private boolean opens(int i, int length, int b) {
    char before = i > doc.blocks.start[b] ? doc.chars[i - 1] : ' ';
    char after = i + length < doc.blocks.end[b] ? doc.chars[i + length] : ' ';
    return !BlockFinder.isBlank(after)
        && (BlockFinder.isBlank(before)
            || before == '('
            || before == '['
            || before == '{'
            || before == '-'
            || before == '\u2014'
            || before == '\u2013'
            || before == '/'
            || before == ':'
            || before == '\''
            || before == '\u2018'
            || isDouble(before));
  }

  private boolean closes(int i, int length, int b) {
    char before = i > doc.blocks.start[b] ? doc.chars[i - 1] : ' ';
    char after = i + length < doc.blocks.end[b] ? doc.chars[i + length] : ' ';
    return !BlockFinder.isBlank(before)
        && (BlockFinder.isBlank(after) || !Character.isLetterOrDigit(after));
  }

  private static boolean isSpeechEnd(char c) {
    return c == ',' || c == '.' || c == '?' || c == '!';
  }

  /** Whether a character is a double quotation mark, or an angle. */
  public static boolean isDouble(char c) {
    return c == '"'
        || c == '\u201c'
        || c == '\u201d'
        || c == '\u201e'
        || c == '\u201f'
        || c == '\u00ab'
        || c == '\u00bb'
        || c == '\u2039'
        || c == '\u203a'
        || c == '\u2033';
  }

  private static boolean isSingle(char c) {
    return c == '\'' || c == '\u2018' || c == '\u2019';
  }

  private static int words(Segments segments, int s) {
    // Close enough for a threshold: English words are five letters and a space.
    return (segments.end[s] - segments.start[s]) / 6 + 1;
  }

  private void tokens() {
    Segments segments = doc.segments;
    Tokens tokens = doc.tokens;
    for (int s = 0; s < segments.count; s++) {
      int end = doc.blocks.endToken[segments.block[s]];
      int from =
          s > 0 && segments.block[s - 1] == segments.block[s]
              ? segments.endToken[s - 1]
              : doc.blocks.firstToken[segments.block[s]];
      while (from < end && tokens.start[from] < segments.start[s]) {
        from++;
      }
      int to = from;
      while (to < end && tokens.end[to] <= segments.end[s]) {
        tokens.segment[to] = s;
        to++;
      }
      segments.firstToken[s] = from;
      segments.endToken[s] = to;
    }
  }
}
