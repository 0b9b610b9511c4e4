package onrecord.enrich.text;

import java.util.Arrays;
import onrecord.enrich.work.Budget;

/**
 * One article on its way through the passes: a table for each kind of thing, a row a thing, a
 * column an array. The Javadoc of each table names the pass that fills it. Reused from article to
 * article; for one thread.
 */
public final class Document {
  public char[] chars = new char[0];
  public int length;

  /** Where the headline stands when it is known from outside, else -1. */
  public int headlineStart = -1;

  public int headlineEnd = -1;

  public final Blocks blocks = new Blocks();
  public final Tokens tokens = new Tokens();
  public final Sentences sentences = new Sentences();
  public final Segments segments = new Segments();

  /** What the passes may still do for this article. */
  public final Budget budget;

  public Document() {
    this(new Budget());
  }

  /** A document whose passes spend from this budget. */
  public Document(Budget budget) {
    this.budget = budget;
  }

  /** Starts a new article. */
  public void reset(String text, int headlineStart, int headlineEnd) {
    length = text.length();
    if (chars.length < length) {
      chars = new char[Math.max(length, chars.length * 2)];
    }
    text.getChars(0, length, chars, 0);
    this.headlineStart = headlineStart;
    this.headlineEnd = headlineEnd;
    blocks.count = 0;
    tokens.count = 0;
    sentences.count = 0;
    segments.count = 0;
  }

  /** The text from start to end. */
  public String text(int start, int end) {
    return new String(chars, start, end - start);
  }

  /** Whether token {@code t} is this word, to the letter. */
  public boolean isWord(int t, String word) {
    int start = tokens.start[t];
    if (tokens.end[t] - start != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (chars[start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether no letter of token {@code t} is lower-case. */
  public boolean isAllCaps(int t) {
    for (int i = tokens.start[t]; i < tokens.end[t]; i++) {
      if (Character.isLowerCase(chars[i])) {
        return false;
      }
    }
    return true;
  }

  /** Lines that aren't blank, by {@link BlockFinder}. */
  public static final class Blocks {
    public static final int HEADLINE = 0;
    public static final int BYLINE = 1;
    public static final int DATELINE = 2;
    public static final int PARAGRAPH = 3;
    public static final int LABEL = 4;
    public static final int CAPTION = 5;
    public static final int CREDIT = 6;
    public static final int PROMOTION = 7;
    public static final int EMBEDDED_POST = 8;

    public int count;
    public int[] start = new int[64];
    public int[] end = new int[64];
    public int[] kind = new int[64];

    /** Of an embedded post, an offer of several lines: the block it begins in; else its own. */
    public int[] group = new int[64];

    /** The first token, and the first of the next block; by {@link Tokenizer}. */
    public int[] firstToken = new int[64];

    public int[] endToken = new int[64];

    /** The first segment, and the first of the next block; by {@link QuotationMarks}. */
    public int[] firstSegment = new int[64];

    public int[] endSegment = new int[64];

    /** The last block that begins at or before an offset; the first when none does. */
    public int at(int offset) {
      int found = Arrays.binarySearch(start, 0, count, offset);
      return Math.max(0, found >= 0 ? found : -found - 2);
    }

    void add(int from, int to) {
      if (count == start.length) {
        int size = count * 2;
        start = Arrays.copyOf(start, size);
        end = Arrays.copyOf(end, size);
        kind = Arrays.copyOf(kind, size);
        group = Arrays.copyOf(group, size);
        firstToken = Arrays.copyOf(firstToken, size);
        endToken = Arrays.copyOf(endToken, size);
        firstSegment = Arrays.copyOf(firstSegment, size);
        endSegment = Arrays.copyOf(endSegment, size);
      }
      start[count] = from;
      end[count] = to;
      kind[count] = PARAGRAPH;
      group[count] = count;
      count++;
    }
  }

  /** Words, numbers and marks, by {@link Tokenizer}. */
  public static final class Tokens {
    /** Letters and digits. */
    public static final int WORD = 0;

    public static final int NUMBER = 1;

    /** One mark of punctuation, or a possessive ending. */
    public static final int MARK = 2;

    public static final int POSSESSIVE = 3;

    /** An address, a handle. */
    public static final int ADDRESS = 4;

    public int count;
    public int[] start = new int[1024];
    public int[] end = new int[1024];
    public int[] kind = new int[1024];

    /** What {@link Lexicon} knows of the word. */
    public int[] flags = new int[1024];

    /** The sentence it stands in; by {@link SentenceSplitter}. */
    public int[] sentence = new int[1024];

    public int[] block = new int[1024];

    /** Its part of speech; by the tagger. */
    public int[] tag = new int[1024];

    /** The segment it stands in, or -1; by {@link QuotationMarks}. */
    public int[] segment = new int[1024];

    /** Whether a token is a word or a number, no mark. */
    public boolean isWordOrNumber(int t) {
      return kind[t] == WORD || kind[t] == NUMBER;
    }

    void add(int from, int to, int ofKind, int inBlock, int knownAs) {
      if (count == start.length) {
        int size = count * 2;
        start = Arrays.copyOf(start, size);
        end = Arrays.copyOf(end, size);
        kind = Arrays.copyOf(kind, size);
        flags = Arrays.copyOf(flags, size);
        sentence = Arrays.copyOf(sentence, size);
        block = Arrays.copyOf(block, size);
        tag = Arrays.copyOf(tag, size);
        segment = Arrays.copyOf(segment, size);
      }
      start[count] = from;
      end[count] = to;
      kind[count] = ofKind;
      flags[count] = knownAs;
      block[count] = inBlock;
      segment[count] = -1;
      count++;
    }
  }

  /** Sentences as ranges of tokens, by {@link SentenceSplitter}; none crosses a block. */
  public static final class Sentences {
    public int count;
    public int[] firstToken = new int[128];
    public int[] endToken = new int[128];

    void add(int first, int end) {
      if (count == firstToken.length) {
        firstToken = Arrays.copyOf(firstToken, count * 2);
        endToken = Arrays.copyOf(endToken, count * 2);
      }
      firstToken[count] = first;
      endToken[count] = end;
      count++;
    }
  }

  /** Stretches inside quotation marks, outermost only, by {@link QuotationMarks}. */
  public static final class Segments {
    public int count;

    /** Where the words begin, behind the mark. */
    public int[] start = new int[64];

    /** Where the words end, before the mark. */
    public int[] end = new int[64];

    /** The whole with its marks. */
    public int[] outerStart = new int[64];

    public int[] outerEnd = new int[64];
    public int[] block = new int[64];

    /** Whether it runs on in the next block that opens with a mark. */
    public boolean[] runsOn = new boolean[64];

    /** Its tokens. */
    public int[] firstToken = new int[64];

    public int[] endToken = new int[64];

    void add(int outerFrom, int from, int to, int outerTo, int inBlock, boolean open) {
      if (count == start.length) {
        int size = count * 2;
        start = Arrays.copyOf(start, size);
        end = Arrays.copyOf(end, size);
        outerStart = Arrays.copyOf(outerStart, size);
        outerEnd = Arrays.copyOf(outerEnd, size);
        block = Arrays.copyOf(block, size);
        runsOn = Arrays.copyOf(runsOn, size);
        firstToken = Arrays.copyOf(firstToken, size);
        endToken = Arrays.copyOf(endToken, size);
      }
      outerStart[count] = outerFrom;
      start[count] = from;
      end[count] = to;
      outerEnd[count] = outerTo;
      block[count] = inBlock;
      runsOn[count] = open;
      count++;
    }
  }
}
