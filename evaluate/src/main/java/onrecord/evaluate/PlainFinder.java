package onrecord.evaluate;

import java.util.function.Function;
import onrecord.enrich.Enricher;

/**
 * Finds entities and quotes in a text that is taken exactly as given, and says them in the words of
 * the score format. Owns buffers: for one thread.
 */
public final class PlainFinder {
  private static final char REPLACEMENT = '\uFFFD';

  private final Function<String, Enricher.Findings> finder;
  private final CodePointOffsets offsets = new CodePointOffsets();

  /**
   * A finder in plain texts.
   *
   * @param finder finds entities and quotes in a text, offsets in UTF-16 code units
   */
  public PlainFinder(Function<String, Enricher.Findings> finder) {
    this.finder = finder;
  }

  /** What is found in the text. */
  public SystemOutput find(String text) {
    String usable = usable(text);
    offsets.reset(usable);
    return SystemOutput.of(finder.apply(usable), offsets::of);
  }

  /**
   * The text with NULs and halves of surrogate pairs, which no event may hold, exchanged for the
   * replacement character: every other character stays in its place.
   */
  private static String usable(String text) {
    int length = text.length();
    int plain = 0;
    while (plain < length
        && text.charAt(plain) != 0
        && !Character.isSurrogate(text.charAt(plain))) {
      plain++;
    }
    if (plain == length) {
      return text;
    }
    char[] usable = text.toCharArray();
    for (int i = plain; i < length; i++) {
      char c = usable[i];
      if (i + 1 < length && Character.isSurrogatePair(c, usable[i + 1])) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        usable[i] = REPLACEMENT;
      }
    }
    return new String(usable);
  }
}
