package onrecord.bench;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * How well texts are cut. The end of a text is nobody's merit and left out. Tokens count by exact
 * span, once as they are labelled and once with contractions and possessives joined on both sides,
 * which the corpora cut ("do" and "n't") and others don't.
 */
final class CutScore {
  final Share boundaries = new Share();

  /**
   * Of boundaries those behind an end mark: the rest (headings, signatures) can only be guessed.
   */
  final Share behindMark = new Share();

  final Share tokens = new Share();
  final Share joined = new Share();

  /** Right ones, of those found, of those there are. */
  static final class Share {
    private int right;
    private int found;
    private int there;

    double precision() {
      return found == 0 ? 0 : (double) right / found;
    }

    double recall() {
      return there == 0 ? 0 : (double) right / there;
    }

    double f1() {
      return found + there == 0 ? 0 : 2.0 * right / (found + there);
    }

    private <T> void add(Set<T> gold, Set<T> cuts) {
      found += cuts.size();
      there += gold.size();
      for (T cut : cuts) {
        right += gold.contains(cut) ? 1 : 0;
      }
    }
  }

  void add(GoldCuts gold, Cuts cuts) {
    String text = gold.text();
    boundaries.add(ends(gold.cuts(), text, false), ends(cuts, text, false));
    behindMark.add(ends(gold.cuts(), text, true), ends(cuts, text, true));
    tokens.add(spans(gold.cuts(), text, false), spans(cuts, text, false));
    joined.add(spans(gold.cuts(), text, true), spans(cuts, text, true));
  }

  /** Whether a sentence ends there. */
  static boolean isEnd(Cuts cuts, int at) {
    return Arrays.binarySearch(cuts.sentenceEnd, 0, cuts.sentences, at) >= 0;
  }

  private static Set<Integer> ends(Cuts cuts, String text, boolean marked) {
    Set<Integer> ends = new HashSet<>();
    for (int s = 0; s + 1 < cuts.sentences; s++) {
      int end = cuts.sentenceEnd[s];
      if (!marked || isMarked(text, end)) {
        ends.add(end);
      }
    }
    return ends;
  }

  private static boolean isMarked(String text, int end) {
    int at = end - 1;
    while (at > 0 && "\"')]\u201d\u2019".indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return ".!?\u2026".indexOf(text.charAt(at)) >= 0;
  }

  private static Set<Long> spans(Cuts cuts, String text, boolean joined) {
    Set<Long> spans = new HashSet<>();
    int start = 0;
    int end = -1;
    for (int t = 0; t < cuts.tokens; t++) {
      boolean joins = joined && cuts.tokenStart[t] == end && isEnding(text, end, cuts.tokenEnd[t]);
      if (!joins) {
        if (end >= 0) {
          spans.add(span(start, end));
        }
        start = cuts.tokenStart[t];
      }
      end = cuts.tokenEnd[t];
    }
    if (end >= 0) {
      spans.add(span(start, end));
    }
    return spans;
  }

  private static long span(int start, int end) {
    return (long) start << 32 | end;
  }

  /** "n't", "'ll", "'s", a lone apostrophe, the "not" of "cannot". */
  private static boolean isEnding(String text, int start, int end) {
    char first = text.charAt(start);
    if (!Character.isLetterOrDigit(text.charAt(start - 1))) {
      return false;
    }
    return first == '\''
        || first == '\u2019'
        || (end - start == 3
            && (first == 'n' || first == 'N')
            && (text.charAt(end - 1) == 't' || text.charAt(end - 1) == 'T'));
  }
}
