package onrecord.enrich.quotes;

import java.util.Set;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Segments;
import onrecord.enrich.text.Document.Tokens;

/**
 * Tells the name of a programme, a book or a song in marks, and what stands on a sign, from words
 * that somebody says.
 */
final class Titles {
  private static final int NEAR = 3;
  private static final int SHORT_WORD = 3;
  private static final int LONGEST = 12;

  private static final Set<Integer> WORKS =
      Signs.hashes(
          "titled entitled book books novel memoir song songs film movie documentary show programme"
              + " program podcast album series column newsletter hosts host");

  private static final int SIGN_REACH = 10;

  /** No further back in a row of words in marks is looked for a sign. */
  private static final int MOST_LISTED = 6;

  /** What words stand on, and how they come there. */
  private static final Set<Integer> SIGNS =
      Signs.hashes(
          "sign signs placard placards banner banners poster posters sticker stickers billboard"
              + " billboards plaque whiteboard blackboard notice badge badges button buttons hat hats"
              + " shirt shirts t-shirt t-shirts cap caps graffiti painted spray-painted sprayed"
              + " stenciled stencilled scrawled chalked carved engraved embroidered tattooed");

  private Titles() {}

  /** Whether nobody speaks in a stretch inside marks: it is a title, or stands on a sign. */
  static boolean isUnspoken(Document doc, Signs signs, int s) {
    return isTitle(doc, signs, s) || isOnSign(doc, signs, s);
  }

  /** Whether a word is one of what words stand on, or of how they come there. */
  static boolean isSign(int word) {
    return SIGNS.contains(word);
  }

  /**
   * Whether words stand on a sign, themselves or the first of a few in a row: "signs that read
   * "Keep It" and "No Toll"".
   */
  private static boolean isOnSign(Document doc, Signs signs, int s) {
    int of = s;
    for (int listed = 0; of >= 0 && listed < MOST_LISTED; listed++) {
      if (isBehindSign(doc, signs, of)) {
        return true;
      }
      of = listedBefore(doc, of);
    }
    return false;
  }

  private static boolean isBehindSign(Document doc, Signs signs, int s) {
    int mark = doc.segments.firstToken[s] - 1;
    int least = Math.max(doc.blocks.firstToken[doc.segments.block[s]], mark - SIGN_REACH);
    if (isLong(doc, s)) {
      return false;
    }
    for (int t = mark - 1; t >= least && doc.tokens.segment[t] < 0; t--) {
      if (SIGNS.contains(signs.word[t])) {
        return true;
      }
      if (signs.tag[t] == Signs.STOP || signs.tag[t] == Signs.PRONOUN) {
        return false;
      }
    }
    return false;
  }

  /** The segment right before another, an "and" at most between them; else -1. */
  private static int listedBefore(Document doc, int s) {
    Segments segments = doc.segments;
    int before = s - 1;
    boolean near =
        before >= 0
            && segments.block[before] == segments.block[s]
            && segments.firstToken[s] - 1 - segments.endToken[before] <= 3;
    return near && !isLong(doc, s) ? before : -1;
  }

  private static boolean isLong(Document doc, int s) {
    return doc.segments.endToken[s] - doc.segments.firstToken[s] > LONGEST;
  }

  /** Whether a stretch inside marks is a title: in capitals, and said to be one or somebody's. */
  static boolean isTitle(Document doc, Signs signs, int s) {
    Segments segments = doc.segments;
    Tokens tokens = doc.tokens;
    int first = segments.firstToken[s];
    int end = segments.endToken[s];
    if (end - first > LONGEST || !inCapitals(doc, first, end)) {
      return false;
    }
    int block = doc.blocks.firstToken[segments.block[s]];
    int mark = first - 1;
    if (mark <= block || tokens.start[mark] < segments.outerStart[s]) {
      return false;
    }
    int before = mark - 1;
    if (signs.tag[before] == Signs.POSSESSIVE || endsInApostrophe(doc, before)) {
      int owner = before - 1;
      return owner >= block
          && (signs.tag[owner] == Signs.CAPITAL
              || (signs.tag[owner] >= Signs.NAME && signs.tag[owner] < Signs.PRONOUN));
    }
    for (int t = before; t >= Math.max(block, before - NEAR); t--) {
      if (WORKS.contains(signs.word[t])) {
        return true;
      }
      if (signs.tag[t] == Signs.STOP || tokens.segment[t] >= 0) {
        return false;
      }
    }
    return false;
  }

  private static boolean endsInApostrophe(Document doc, int t) {
    char c = doc.chars[doc.tokens.start[t]];
    return c == '\'' || c == '\u2019';
  }

  /** Whether every longer word begins with a capital, and one at least does. */
  private static boolean inCapitals(Document doc, int first, int end) {
    int capitals = 0;
    for (int t = first; t < end; t++) {
      if (doc.tokens.kind[t] == Tokens.WORD) {
        boolean capital = Character.isUpperCase(doc.chars[doc.tokens.start[t]]);
        if (!capital && doc.tokens.end[t] - doc.tokens.start[t] > SHORT_WORD) {
          return false;
        }
        capitals += capital ? 1 : 0;
      }
    }
    return capitals > 0;
  }
}
