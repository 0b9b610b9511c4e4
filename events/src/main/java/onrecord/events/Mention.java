package onrecord.events;

/**
 * A place where the article speaks of an entity.
 *
 * @param kind one of the constants here
 * @param start UTF-16 code units into the text
 * @param end exclusive
 * @param exact the words
 */
public record Mention(String kind, int start, int end, String exact) {
  public static final String NAME = "name";
  public static final String PRONOUN = "pronoun";

  /** A description that stands for the entity: "the vice president", "the company". */
  public static final String ROLE = "role";

  public Mention {
    Check.required("mention.kind", kind, 100);
    Check.range("mention", start, end);
    Check.text("exact", exact);
    if (exact.length() != end - start) {
      throw new IllegalArgumentException(
          "exact has " + exact.length() + " characters, the mention has " + (end - start));
    }
  }

  public Span span() {
    return new Span(start, end, exact);
  }
}
