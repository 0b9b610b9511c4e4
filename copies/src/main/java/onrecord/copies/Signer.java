package onrecord.copies;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.events.Block;

/**
 * Makes the signature of an article's paragraphs; headline, captions, credits and promotions differ
 * from outlet to outlet and don't count, nor do notices of what was changed, which are the same
 * under different articles. A word is a run of letters and digits without case; apostrophes in it
 * don't count, hyphens and dashes part words; of a script that doesn't part them each character is
 * one. Owns its buffers: for one thread.
 */
public final class Signer {
  /** Words in a shingle. */
  static final int WIDTH = 3;

  /** How the paragraph begins in which an outlet says that it has changed the article. */
  private static final Pattern NOTICE =
      Pattern.compile(
          "(?i)\\W{0,3}(?:"
              + "(?:corrections?|clarifications?|updated?|editor['\u2019]?s['\u2019]? note)"
              + "\\s?[:.\u2013\u2014-]"
              + "|(?:an earlier|a previous) version of this (?:article|story|report)\\b"
              + "|this (?:article|story|report) (?:has been|was)"
              + " (?:corrected|amended|changed|clarified|updated)\\b)");

  private static final int LONGEST_OPENING = 100;

  private static final long PRIME = 0x100000001b3L;

  private final long[] last = new long[WIDTH];
  private int[] hashes = new int[1 << 10];
  private int length;
  private int words;

  /** The signature of the paragraphs that aren't notices; shingles run over their ends. */
  public Signature sign(String text, List<Block> blocks) {
    length = 0;
    words = 0;
    for (Block block : blocks) {
      if (block.kind().equals(Block.PARAGRAPH) && !isNotice(text, block)) {
        read(text, block.start(), block.end());
      }
    }
    return Signature.of(hashes, length);
  }

  private static boolean isNotice(String text, Block block) {
    int end = Math.min(block.end(), block.start() + LONGEST_OPENING);
    return NOTICE.matcher(text).region(block.start(), end).lookingAt();
  }

  private void read(String text, int start, int end) {
    long word = 0;
    for (int at = start; at < end; ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        boolean apart = standsAlone(c);
        if (apart && word != 0) {
          add(word);
          word = 0;
        }
        word = (word == 0 ? 1 : word) * PRIME + Character.toLowerCase(c);
        if (apart) {
          add(word);
          word = 0;
        }
      } else if (word != 0 && c != '\'' && c != '\u2019' && !isMark(c)) {
        add(word);
        word = 0;
      }
    }
    if (word != 0) {
      add(word);
    }
  }

  private static boolean standsAlone(int c) {
    return c >= 0x0e00
        && (Character.isIdeographic(c) || isWithoutSpaces(Character.UnicodeScript.of(c)));
  }

  private static boolean isWithoutSpaces(Character.UnicodeScript script) {
    return switch (script) {
      case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  /** A combining accent belongs to its letter; it doesn't count, nor does it part. */
  private static boolean isMark(int c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private void add(long word) {
    last[words % WIDTH] = word;
    words++;
    if (words < WIDTH) {
      return;
    }
    long hash = 0;
    for (int i = 0; i < WIDTH; i++) {
      hash = mix(hash ^ last[(words + i) % WIDTH]);
    }
    if (length == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * length);
    }
    hashes[length++] = (int) (hash >>> 32);
  }

  /** Spreads every bit over all (the finaliser of SplitMix64). */
  private static long mix(long z) {
    z += 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
