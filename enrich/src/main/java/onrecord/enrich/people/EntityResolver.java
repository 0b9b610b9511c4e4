package onrecord.enrich.people;

import java.util.Arrays;
import java.util.Collections;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.People.Entity;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;

/**
 * Ties the names of an article into entities in two looks: full names first, the longest before the
 * shorter; then surnames, given names, short forms and acronyms in the order of the text, each to
 * the one whom it can mean. Writes {@link People#entities} and the entities of {@link
 * NameMentions}; requires {@link NameCutter}. For one thread.
 */
final class EntityResolver {
  private static final int NOBODY = -1;

  /** Of a name that isn't tied yet. */
  private static final int OPEN = Integer.MIN_VALUE;

  private final Ties ties = new Ties();
  private final NameContext context = new NameContext();
  private final PersonResolver persons = new PersonResolver(ties, context);
  private final BodyResolver bodies = new BodyResolver(ties, context, persons);
  private final OtherNames otherNames = new OtherNames();
  private Tokens tokens;
  private People people;
  private NameMentions names;

  /** Resolves the names of {@code document}, of which none has more than {@code most} words. */
  void resolve(Document document, NameMentions rows, int most, People into) {
    tokens = document.tokens;
    people = into;
    names = rows;
    people.clear();
    ties.begin(people, names);
    context.begin(document, names);
    persons.begin(document, people, names);
    bodies.begin(people, names);
    otherNames.find(document, names);
    Arrays.fill(names.entity, 0, names.count, OPEN);
    for (int size = most; size >= 2; size--) {
      for (int n = 0; n < names.count; n++) {
        if (names.entity[n] == OPEN && NameCutter.length(names, n) == size) {
          full(n);
        }
      }
    }
    for (int n = 0; n < names.count; n++) {
      if (NameCutter.length(names, n) > 1) {
        seen(n);
      } else {
        single(n);
      }
    }
  }

  private void full(int n) {
    NameWords words = names.words[n];
    ties.tied("name", 0.97);
    if (another(n)) {
      return;
    }
    int entity = ties.same(n, words);
    if (entity == NOBODY || persons.isAnotherGeneration(n, entity, words)) {
      entity = names.type[n] == Names.PERSON ? persons.full(n, words) : bodies.full(n, words);
    }
    take(n, entity);
    if (entity >= 0) {
      Entity who = people.entities.get(entity);
      who.introduced = Math.min(who.introduced, names.firstToken[n]);
      who.fullNames++;
    }
  }

  /** Ties a name that the article gives for another to whom that one means. */
  private boolean another(int n) {
    int other = context.hasHonorific(n) ? NOBODY : otherNames.of(n);
    if (other == NOBODY) {
      return false;
    }
    if (names.entity[other] == OPEN && NameCutter.length(names, other) > 1) {
      full(other);
    }
    int entity = names.entity[other];
    if (entity < 0) {
      return false;
    }
    names.type[n] = people.entities.get(entity).type;
    Collections.addAll(people.entities.get(entity).called, names.words[n].words);
    ties.tied("short-form", 0.95);
    take(n, entity);
    return true;
  }

  private void single(int n) {
    NameWords words = names.words[n];
    ties.tied("name", 0.95);
    int first = names.firstToken[n];
    if (another(n)) {
      seen(n);
      return;
    }
    if (tokens.kind[first] == Tokens.ADDRESS
        && n > 0
        && names.entity[n - 1] >= 0
        && names.endToken[n - 1] + 1 == first) {
      // "Jane Rowan (@rowan)".
      names.entity[n] = names.entity[n - 1];
      names.confidence[n] = ties.confidence;
      people.entities.get(names.entity[n]).names.add(words.surface);
      return;
    }
    int entity =
        switch (names.type[n]) {
          case Names.PERSON -> person(n, words);
          case Names.UNKNOWN -> unknown(n, words);
          default -> bodies.single(n, words);
        };
    take(n, entity);
    seen(n);
  }

  private int person(int n, NameWords words) {
    int known = persons.known(n, words);
    int found = known == NOBODY ? bodies.behind(n, words) : known;
    return found == NOBODY ? persons.createSingle(n, words) : found;
  }

  private int unknown(int n, NameWords words) {
    int person = persons.bySurname(n, words);
    if (person >= 0) {
      return person;
    }
    for (int each : ties.byKey.of(Aliases.of(words.key))) {
      return each;
    }
    int body = bodies.byShortForm(words);
    if (body >= 0) {
      ties.tied("short-form", 0.8);
      return body;
    }
    return ties.create(n, words);
  }

  private void take(int n, int entity) {
    names.entity[n] = entity;
    names.confidence[n] = ties.confidence;
    if (entity < 0) {
      return;
    }
    Entity who = people.entities.get(entity);
    NameWords words = names.words[n];
    who.names.add(words.surface);
    if (rank(ties.how) > rank(who.resolvedBy)) {
      who.resolvedBy = ties.how;
    }
    if (!ties.how.equals("misspelt") && FullestName.isFuller(who, words)) {
      who.name = words.surface;
      who.fullest = words;
    }
    if (who.type == Names.PERSON) {
      persons.describe(n, entity);
    }
  }

  /** Notes in passing who was mentioned where. */
  private void seen(int n) {
    if (names.entity[n] >= 0) {
      Entity who = people.entities.get(names.entity[n]);
      who.lastToken = names.firstToken[n];
      who.mentions++;
      if (who.introduced == Integer.MAX_VALUE && !context.isHeadline(n)) {
        who.introduced = names.firstToken[n];
      }
    }
  }

  private static int rank(String how) {
    return switch (how) {
      case "name" -> 0;
      case "surname", "short-form" -> 1;
      case "given-name", "nickname", "acronym" -> 2;
      case "initials" -> 3;
      case "misspelt", "part-of-name" -> 4;
      default -> 5;
    };
  }
}
