package onrecord.enrich.people;

import java.util.Objects;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.People.Entity;

/**
 * What the resolvers of persons and of bodies share: who is called by which words, and how the name
 * in hand was tied. For one thread.
 */
final class Ties {
  private static final int NOBODY = -1;
  private static final int LEAST_SITE = 3;

  final EntityIndex byKey = new EntityIndex();
  final EntityIndex byInitials = new EntityIndex();

  /** How the name in hand was tied to its entity, and how sure that is. */
  String how;

  double confidence;

  private People people;
  private NameMentions names;

  void begin(People who, NameMentions rows) {
    people = who;
    names = rows;
    byKey.clear();
    byInitials.clear();
  }

  void tied(String by, double sure) {
    how = by;
    confidence = sure;
  }

  /** Who is called by the very same words. */
  int same(int n, NameWords words) {
    int type = names.type[n];
    int found = NOBODY;
    for (int each : byKey.of(key(words, type))) {
      Entity known = people.entities.get(each);
      if (known.type != type) {
        continue;
      }
      if (type != Names.PERSON || Objects.equals(known.fullest.generation, words.generation)) {
        return each;
      }
      if (found == NOBODY && sameGeneration(known.fullest, words)) {
        found = each;
      }
    }
    return found;
  }

  int create(int n, NameWords words) {
    int created = people.entities.size();
    people.entities.add(new Entity(names.type[n], words));
    byKey.add(key(words, names.type[n]), created);
    return created;
  }

  /** The words by which an entity is called; a site is called as whom it belongs to. */
  private static String key(NameWords words, int type) {
    String name = words.surface;
    int point = name.indexOf('.');
    boolean site =
        type == Names.ORGANIZATION
            && words.words.length == 1
            && point >= LEAST_SITE
            && point == name.lastIndexOf('.')
            && name.length() - point > 2;
    return Aliases.of(site ? NameForms.fold(name.substring(0, point)) : body(words, type));
  }

  /** A body's words: "and" for its sign, and without the articles inside. */
  private static String body(NameWords words, int type) {
    boolean other = false;
    for (String each : words.words) {
      other |= each.equals("&") || each.equals("the");
    }
    boolean person = type == Names.PERSON || words.words.length == 1;
    return person || !other ? words.key : words.key.replace(" & ", " and ").replace(" the ", " ");
  }

  static boolean sameGeneration(NameWords a, NameWords b) {
    return a.generation == null || b.generation == null || a.generation.equals(b.generation);
  }
}
