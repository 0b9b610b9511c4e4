package onrecord.events;

/**
 * A block of the text: what kind of thing stands there. Blocks don't overlap and come in order.
 *
 * @param kind one of the constants here
 * @param start UTF-16 code units into the text
 * @param end exclusive
 */
public record Block(String kind, int start, int end) {
  public static final String HEADLINE = "headline";
  public static final String BYLINE = "byline";
  public static final String DATELINE = "dateline";
  public static final String PARAGRAPH = "paragraph";

  /** A line that names what follows it: a subheading, the title of a picture, a bare address. */
  public static final String LABEL = "label";

  public static final String CAPTION = "caption";
  public static final String CREDIT = "credit";
  public static final String PROMOTION = "promotion";
  public static final String EMBEDDED_POST = "embedded-post";

  public Block {
    Check.required("block.kind", kind, 100);
    Check.range("block", start, end);
  }
}
