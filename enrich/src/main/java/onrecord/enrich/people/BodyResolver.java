package onrecord.enrich.people;

import onrecord.enrich.names.Names;
import onrecord.enrich.people.People.Entity;
import onrecord.enrich.text.Lexicon;

/**
 * Says which organisation or place a name is: by its full words, by a shorter form of them, or by
 * their initials. For one thread.
 */
final class BodyResolver {
  private static final int NOBODY = -1;

  private final EntityIndex byShortForm = new EntityIndex();
  private final Ties ties;
  private final NameContext context;
  private final PersonResolver persons;
  private People people;
  private NameMentions names;

  BodyResolver(Ties ties, NameContext context, PersonResolver persons) {
    this.ties = ties;
    this.context = context;
    this.persons = persons;
  }

  void begin(People who, NameMentions rows) {
    people = who;
    names = rows;
    byShortForm.clear();
  }

  /** The first that goes by a short form, or -1. */
  int byShortForm(NameWords words) {
    int[] all = byShortForm.of(words.key);
    return all.length == 0 ? NOBODY : all[0];
  }

  int full(int n, NameWords words) {
    int type = names.type[n];
    if (type == Names.UNKNOWN) {
      return ties.create(n, words);
    }
    int shortFor = shortFor(n, words);
    if (shortFor == NOBODY && type == Names.ORGANIZATION) {
      shortFor = inOtherNumber(words);
    }
    return shortFor >= 0 ? shortFor : createBody(n, words);
  }

  /** "the Toll Guards" for the Toll Guard, and the other way; or -1. */
  private int inOtherNumber(NameWords words) {
    String last = words.last();
    boolean several = last.endsWith("s") && !last.endsWith("ss");
    String key = several ? words.key.substring(0, words.key.length() - 1) : words.key + 's';
    for (int each : ties.byKey.of(key)) {
      if (people.entities.get(each).type == Names.ORGANIZATION) {
        ties.tied("short-form", 0.8);
        return each;
      }
    }
    return NOBODY;
  }

  /** The one longer name that these words are short for. */
  int shortFor(int n, NameWords words) {
    int best = NOBODY;
    for (int each : byShortForm.of(words.key)) {
      Entity known = people.entities.get(each);
      if (known.type != names.type[n] || !mayShorten(known.fullest, words, known.type)) {
        continue;
      }
      if (best != NOBODY) {
        boolean first = isIntroduced(known, n);
        boolean other = isIntroduced(people.entities.get(best), n);
        if (first == other) {
          return NOBODY;
        }
        best = first ? each : best;
      } else {
        best = each;
      }
    }
    if (best != NOBODY) {
      ties.how = "short-form";
      ties.confidence = 0.9;
    }
    return best;
  }

  /** Whether the text before a name, its headline apart, has introduced an entity. */
  private boolean isIntroduced(Entity known, int n) {
    return known.introduced < names.firstToken[n] && !context.isInHeadline(known.introduced);
  }

  /**
   * The organisation whose name these words, taken for a person's or a place's, are the end or the
   * beginning of, or -1: "Rovers" for the Arden Rovers, "Halvex" for Halvex Systems. A beginning
   * counts for firms only, as a council's is the name of its town; and none when the article knows
   * the words as where somebody is.
   */
  int behind(int n, NameWords words) {
    boolean name = (words.anyFlags & (Lexicon.PLACE | Lexicon.PLACE_WORD | Lexicon.GIVEN)) == 0;
    if (!name || context.isTitled(n)) {
      return NOBODY;
    }
    int found = NOBODY;
    for (int each : byShortForm.of(words.key)) {
      Entity known = people.entities.get(each);
      boolean may =
          known.type == Names.ORGANIZATION
              && mayShorten(known.fullest, words, Names.ORGANIZATION)
              && (Bodies.isFirm(known.fullest) || Bodies.isTeam(known.fullest, words));
      if (may && found != NOBODY) {
        return NOBODY;
      }
      found = may ? each : found;
    }
    if (found == NOBODY || context.isPlace(words.key)) {
      return NOBODY;
    }
    ties.tied("short-form", 0.8);
    return found;
  }

  private static boolean mayShorten(NameWords full, NameWords words, int type) {
    int length = words.words.length;
    boolean prefix = full.first().equals(words.first());
    boolean suffix = full.last().equals(words.last());
    boolean place = (words.commonFlags & (Lexicon.PLACE | Lexicon.DEMONYM)) != 0;
    if (type == Names.LOCATION) {
      // "Almas" for the Strait of Almas, "No. 10" for Lake No. 10; never "Mexico" for Mexico City.
      return suffix && !prefix && !place && isPlaceWord(full);
    }
    if (prefix && suffix) {
      return true;
    }
    if (prefix) {
      boolean goesOn = length < full.words.length && NameWords.isSmall(full.words[length]);
      boolean body = (words.commonFlags & Lexicon.ORGANIZATION) != 0;
      boolean party = (words.commonFlags & (Lexicon.DEMONYM | Lexicon.MODIFIER)) != 0;
      return !party && (!body || goesOn) && !(place && length == 1 && !goesOn);
    }
    int before = full.words.length - length - 1;
    boolean behindOf = before >= 0 && NameWords.isSmall(full.words[before]);
    return suffix && !behindOf && !place;
  }

  private static boolean isPlaceWord(NameWords full) {
    return (full.firstFlags & Lexicon.PLACE_WORD) != 0;
  }

  private int createBody(int n, NameWords words) {
    int created = ties.create(n, words);
    int length = Math.min(NameCutter.MOST_WORDS + 1, words.words.length);
    for (int to = 1; to < length; to++) {
      byShortForm.add(words.phrase(0, to), created);
    }
    for (int from = 1; from < words.words.length && from < NameCutter.MOST_WORDS; from++) {
      if (!NameWords.isSmall(words.words[from])) {
        byShortForm.add(words.phrase(from, words.words.length), created);
      }
    }
    if (words.words.length > 2 && words.words.length <= NameCutter.MOST_WORDS) {
      byShortForm.add(words.first() + ' ' + words.last(), created);
    }
    if (names.type[n] == Names.ORGANIZATION) {
      ties.byInitials.add(words.initials(false), created);
      ties.byInitials.add(words.initials(true), created);
    }
    return created;
  }

  int single(int n, NameWords words) {
    boolean organization = names.type[n] == Names.ORGANIZATION;
    if (context.hasHonorific(n)) {
      int person = persons.bySurname(n, words);
      if (person >= 0) {
        return person;
      }
    }
    int same = ties.same(n, words);
    if (same != NOBODY) {
      return same;
    }
    int shortFor = shortFor(n, words);
    if (shortFor == NOBODY && !organization) {
      shortFor = behind(n, words);
    }
    if (shortFor != NOBODY) {
      return shortFor;
    }
    if (organization && words.key.length() >= 2 && context.isCapitals(n)) {
      ties.how = "acronym";
      ties.confidence = 0.93;
      int person = NOBODY;
      int bodies = 0;
      int body = NOBODY;
      for (int each : ties.byInitials.of(words.key)) {
        if (people.entities.get(each).type == Names.ORGANIZATION) {
          bodies++;
          body = body == NOBODY || standsBehind(n, each) ? each : body;
        } else {
          person = each;
        }
      }
      if (body != NOBODY) {
        ties.confidence = bodies > 1 ? 0.7 : ties.confidence;
        return body;
      }
      if (person != NOBODY && words.key.length() > 2) {
        ties.how = "initials";
        return person;
      }
      ties.how = "name";
    }
    if (organization && (words.firstFlags & Lexicon.PLACE) == 0) {
      // "ROWAN:" in a transcript may have been taken for an acronym.
      int person = persons.onlyBySurname(words);
      if (person != NOBODY) {
        ties.tied("surname", 0.75);
        return person;
      }
    }
    ties.how = "name";
    return ties.create(n, words);
  }

  /** Whether an acronym stands in brackets behind the long form. */
  private boolean standsBehind(int n, int entity) {
    return n > 0
        && names.entity[n - 1] == entity
        && names.endToken[n - 1] + 1 == names.firstToken[n];
  }
}
