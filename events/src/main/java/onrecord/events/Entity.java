package onrecord.events;

import java.util.List;

/**
 * One person, organisation, place or other named thing of an article, with every mention of it.
 *
 * @param id within the article: e1, e2, … in the order of the first mention
 * @param type one of the constants here
 * @param name the fullest name the article uses
 * @param names every variant of the name as it stands in the article, in order of appearance
 * @param roles titles and roles as the article gives them ("Vice President")
 * @param mentions in the order of the text, never empty
 * @param salience 0 to 1: how much the article is about it
 * @param resolvedBy which rule or model tied the mentions together
 */
public record Entity(
    String id,
    String type,
    String name,
    List<String> names,
    List<String> roles,
    List<Mention> mentions,
    double salience,
    String resolvedBy) {
  public static final String PERSON = "PERSON";
  public static final String ORGANIZATION = "ORGANIZATION";
  public static final String LOCATION = "LOCATION";

  public Entity {
    Check.required("entity.id", id, 100);
    Check.required("entity.type", type, 100);
    Check.required("entity.name", name, Article.MAX_BODY_BYTES);
    names = Check.strings("entity.names", names);
    roles = Check.strings("entity.roles", roles);
    mentions = Check.list("entity.mentions", mentions);
    if (mentions.isEmpty()) {
      throw new IllegalArgumentException("entity " + id + " has no mention");
    }
    Check.share("entity.salience", salience);
    Check.required("entity.resolvedBy", resolvedBy, 200);
  }
}
