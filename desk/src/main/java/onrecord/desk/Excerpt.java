package onrecord.desk;

import java.util.ArrayList;
import java.util.List;

/**
 * A few words of an article, to show what it is about.
 *
 * @param text the words
 * @param hits the parts of them that were searched for, in order; empty when nothing was
 */
record Excerpt(String text, List<Hit> hits) {
  /** What PostgreSQL is told to put around a hit: characters that no article means anything by. */
  static final char HIT_STARTS = '\uE000';

  static final char HIT_ENDS = '\uE001';

  /**
   * A part of the excerpt.
   *
   * @param start UTF-16 code units into its text
   * @param end exclusive
   */
  record Hit(int start, int end) {}

  /** Reads the words PostgreSQL has put its signs into. */
  static Excerpt withHits(String signed) {
    StringBuilder text = new StringBuilder(signed.length());
    List<Hit> hits = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < signed.length(); i++) {
      char c = signed.charAt(i);
      if (c == HIT_STARTS) {
        start = text.length();
      } else if (c != HIT_ENDS) {
        text.append(c);
      } else if (start >= 0) {
        hits.add(new Hit(start, text.length()));
        start = -1;
      }
    }
    return new Excerpt(text.toString(), List.copyOf(hits));
  }

  /**
   * The opening of a stretch of text, cut between words when it is long.
   *
   * @param start where the stretch begins in {@code text}
   * @param end where it ends; the text at hand may end before
   */
  static Excerpt opening(String text, int start, int end, int most) {
    int from = Math.min(start, text.length());
    int to = Math.min(end, text.length());
    if (to - from <= most) {
      return new Excerpt(text.substring(from, to).strip(), List.of());
    }
    int cut = text.lastIndexOf(' ', from + most);
    if (cut <= from) {
      cut = Character.isLowSurrogate(text.charAt(from + most)) ? from + most - 1 : from + most;
    }
    return new Excerpt(text.substring(from, cut).strip() + "\u00a0…", List.of());
  }
}
