package onrecord.events;

/**
 * A stretch of the article's text with its words: {@code text.substring(start, end)} equals {@code
 * exact}.
 *
 * @param start UTF-16 code units into the text
 * @param end exclusive
 * @param exact the words, so that a reader can check or do without the text
 */
public record Span(int start, int end, String exact) {
  public Span {
    Check.range("span", start, end);
    Check.text("exact", exact);
    if (exact.length() != end - start) {
      throw new IllegalArgumentException(
          "exact has " + exact.length() + " characters, the span has " + (end - start));
    }
  }

  /** The span of {@code text} from {@code start} to {@code end}. */
  public static Span of(CharSequence text, int start, int end) {
    return new Span(start, end, text.subSequence(start, end).toString());
  }
}
