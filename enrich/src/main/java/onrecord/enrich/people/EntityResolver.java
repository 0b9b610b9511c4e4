package onrecord.enrich.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.People.Entity;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Lexicon;
import onrecord.events.QuoteEvent;

/**
 * Ties the names of an article into entities: full names first, then surnames and short forms to
 * the full name they belong to, where there is one only. Writes {@link People#entities} and, for
 * each name, its entity; requires {@link Names}. For one thread.
 */
public final class EntityResolver {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GENERATION = Pattern.compile(",? (jr|sr|ii|iii|iv)\\.?$");
  private static final Pattern HONORIFIC =
      Pattern.compile("(mr|mrs|ms|miss|mx|sir|dame|madam)\\.?", Pattern.CASE_INSENSITIVE);

  /** Enough for any article of people; a list of ten thousand names isn't searched for slips. */
  private static final int MAX_SLIP_SEARCH = 300;

  private static final int AMBIGUOUS = -2;
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("us", "united states"),
          Map.entry("u.s", "united states"),
          Map.entry("u.s.", "united states"),
          Map.entry("usa", "united states"),
          Map.entry("u.s.a.", "united states"),
          Map.entry("america", "united states"),
          Map.entry("united states of america", "united states"),
          Map.entry("uk", "united kingdom"),
          Map.entry("u.k.", "united kingdom"),
          Map.entry("britain", "united kingdom"),
          Map.entry("great britain", "united kingdom"),
          Map.entry("uae", "united arab emirates"));

  private final Map<String, Integer> byName = new HashMap<>();
  private final Map<String, Integer> bySurname = new HashMap<>();
  private final Map<String, Integer> byAcronym = new HashMap<>();

  /** Organisations only. */
  private final Map<String, Integer> byFirstWord = new HashMap<>();

  private final List<Integer> persons = new ArrayList<>();
  private Document doc;
  private People people;

  /**
   * Resolves the names of {@code document}.
   *
   * @return the entity of each name, in the order of {@code names}
   */
  public int[] resolve(Document document, Names names, People into) {
    doc = document;
    people = into;
    people.clear();
    byName.clear();
    bySurname.clear();
    byAcronym.clear();
    byFirstWord.clear();
    persons.clear();
    int[] entity = new int[names.count];
    // The fullest first, so that a short form in the headline finds the name in the text.
    for (int words = 2; words >= 1; words--) {
      for (int n = 0; n < names.count; n++) {
        boolean full = words(names, n) > 1;
        if (full == (words == 2)) {
          String surface = surface(names, n);
          entity[n] = full ? full(names.type[n], surface) : single(names.type[n], surface);
          Entity found = people.entities.get(entity[n]);
          found.names.add(surface);
          if (longer(found, surface)) {
            found.name = surface;
          }
          title(names, n, found);
        }
      }
    }
    return entity;
  }

  private boolean longer(Entity entity, String surface) {
    if (entity.type == Names.LOCATION) {
      return surface.length() > entity.name.length() && entity.name.length() < 5;
    }
    int words = surface.split(" ", -1).length;
    int before = entity.name.split(" ", -1).length;
    return words > before || (words == before && accented(surface) && !accented(entity.name));
  }

  private static boolean accented(String name) {
    return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).find();
  }

  private static int words(Names names, int n) {
    return names.endToken[n] - names.firstToken[n];
  }

  private String surface(Names names, int n) {
    return doc.text(doc.tokens.start[names.firstToken[n]], doc.tokens.end[names.endToken[n] - 1])
        .replaceAll("\\s+", " ");
  }

  private int full(int type, String surface) {
    String key = fold(surface);
    Integer known = byName.get(key);
    if (known != null) {
      return known;
    }
    if (type == Names.PERSON) {
      String last = lastWord(key);
      Integer same = bySurname.get(last);
      if (same != null && same >= 0 && contains(fold(people.entities.get(same).name), key)) {
        byName.put(key, same);
        return same;
      }
      int created = create(type, surface, key);
      bySurname.merge(last, created, (a, b) -> AMBIGUOUS);
      String first = firstWord(key);
      bySurname.merge(first, created, (a, b) -> a.equals(b) ? a : AMBIGUOUS);
      // A family name of two words: "López Obrador".
      String[] parts = key.split(" ", -1);
      for (int i = 1; i < parts.length - 1; i++) {
        String tail = String.join(" ", Arrays.copyOfRange(parts, i, parts.length));
        byName.putIfAbsent(tail, created);
        bySurname.putIfAbsent(parts[i], created);
      }
      persons.add(created);
      return created;
    }
    int created = create(type, surface, key);
    if (type == Names.ORGANIZATION) {
      StringBuilder acronym = new StringBuilder();
      for (String word : surface.split("[ -]", -1)) {
        if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
          acronym.append(Character.toLowerCase(word.charAt(0)));
        }
      }
      byAcronym.putIfAbsent(acronym.toString(), created);
      String first = firstWord(key);
      byFirstWord.putIfAbsent(first, created);
    }
    return created;
  }

  private int single(int type, String surface) {
    String key = fold(surface);
    if (type == Names.PERSON) {
      Integer named = bySurname.get(key);
      if (named != null && named >= 0) {
        return named;
      }
      if (named == null && key.length() >= 6 && persons.size() <= MAX_SLIP_SEARCH) {
        int slip = slip(key);
        if (slip >= 0) {
          return slip;
        }
      }
    }
    if (type == Names.ORGANIZATION) {
      Integer full = byAcronym.get(key.replace(".", ""));
      if (full == null) {
        full = byFirstWord.get(key);
      }
      if (full != null) {
        return full;
      }
    }
    Integer known = byName.get(key);
    if (known != null && people.entities.get(known).type == type) {
      return known;
    }
    return create(type, surface, key);
  }

  /** The one person whose surname differs by one letter: a slip of the keyboard. */
  private int slip(String key) {
    int found = -1;
    for (int person : persons) {
      if (oneLetterApart(lastWord(fold(people.entities.get(person).name)), key)) {
        if (found >= 0) {
          return -1;
        }
        found = person;
      }
    }
    return found;
  }

  private static boolean oneLetterApart(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1 || a.charAt(0) != b.charAt(0)) {
      return false;
    }
    int same = 0;
    while (same < a.length() && same < b.length() && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    String restA = a.substring(same);
    String restB = b.substring(same);
    if (restA.length() == restB.length()) {
      return restA.length() > 0 && restA.substring(1).equals(restB.substring(1));
    }
    return restA.length() > restB.length()
        ? restA.substring(1).equals(restB)
        : restB.substring(1).equals(restA);
  }

  private int create(int type, String surface, String key) {
    int created = people.entities.size();
    people.entities.add(new Entity(type, surface));
    byName.put(key, created);
    return created;
  }

  private static boolean contains(String name, String words) {
    List<String> all = List.of(name.split(" ", -1));
    List<String> some = List.of(words.split(" ", -1));
    return all.containsAll(some) || some.containsAll(all);
  }

  private static String firstWord(String key) {
    int space = key.indexOf(' ');
    return space < 0 ? key : key.substring(0, space);
  }

  private static String lastWord(String key) {
    String bare = GENERATION.matcher(key).replaceAll("");
    return bare.substring(bare.lastIndexOf(' ') + 1);
  }

  private static String fold(String name) {
    String key = QuoteEvent.folded(name);
    return ALIASES.getOrDefault(key, key);
  }

  private void title(Names names, int n, Entity entity) {
    if (entity.type != Names.PERSON) {
      return;
    }
    int first = names.firstToken[n];
    int given = doc.tokens.flags[first] & Lexicon.GIVEN;
    if (entity.gender == 0 && words(names, n) > 1) {
      entity.gender =
          given == Lexicon.GIVEN_FEMALE
              ? Lexicon.SHE
              : given == Lexicon.GIVEN_MALE ? Lexicon.HE : 0;
    }
    int title = names.titleToken[n];
    if (title < 0) {
      return;
    }
    int flags = 0;
    for (int t = title; t < first; t++) {
      flags |= doc.tokens.flags[t];
    }
    if ((flags & Lexicon.FEMALE_TITLE) != 0) {
      entity.gender = Lexicon.SHE;
    } else if ((flags & Lexicon.MALE_TITLE) != 0) {
      entity.gender = Lexicon.HE;
    }
    String role = doc.text(doc.tokens.start[title], doc.tokens.end[first - 1]);
    if (!HONORIFIC.matcher(role).matches()) {
      entity.roles.add(role);
    }
  }
}
