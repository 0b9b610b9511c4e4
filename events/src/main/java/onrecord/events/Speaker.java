package onrecord.events;

/**
 * Who said it.
 *
 * @param kind one of the constants here
 * @param entity the {@link Entity#id} in the same article, or null when the speaker is none of its
 *     entities
 * @param name the fullest name the article gives, or null when the speaker is never named
 * @param role the role in which it was said ("Vice President", "a spokesman for the campaign"), or
 *     null
 */
public record Speaker(String kind, String entity, String name, String role) {
  public static final String PERSON = "person";
  public static final String ORGANIZATION = "organization";

  /** Several people under one word: "Republicans", "residents". */
  public static final String GROUP = "group";

  /** A text that speaks: a report, a ruling, a study. */
  public static final String DOCUMENT = "document";

  /** Someone the article keeps unnamed: "a senior official". */
  public static final String UNNAMED = "unnamed";

  public Speaker {
    Check.required("speaker.kind", kind, 100);
    Check.optional("speaker.entity", entity, 100);
    Check.optional("speaker.name", name, Article.MAX_BODY_BYTES);
    Check.optional("speaker.role", role, Article.MAX_BODY_BYTES);
  }
}
