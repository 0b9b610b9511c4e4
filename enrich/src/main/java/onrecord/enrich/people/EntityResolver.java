package onrecord.enrich.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.People.Entity;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Blocks;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Ties the names of an article into entities in two looks: full names first, the longest before the
 * shorter; then surnames, given names, short forms and acronyms in the order of the text, each to
 * the one whom it can mean. Who may be either of two stays neither. Writes {@link People#entities}
 * and {@link NameMentions}; requires {@link Names}. For one thread.
 */
final class EntityResolver {
  private static final int MOST_WORDS = 7;

  /** Enough for any article of people; a list of ten thousand names isn't searched for slips. */
  private static final int MOST_SLIP_SEARCHES = 300;

  private static final int SHORTEST_SLIP = 6;
  private static final int NOBODY = -1;
  private static final int FAMILY = -2;

  private final EntityIndex byKey = new EntityIndex();
  private final EntityIndex bySurname = new EntityIndex();
  private final EntityIndex byGiven = new EntityIndex();
  private final EntityIndex byInnerWord = new EntityIndex();
  private final EntityIndex byInitials = new EntityIndex();
  private final EntityIndex byShortForm = new EntityIndex();
  private final EntityIndex byTitle = new EntityIndex();

  /** What a name of several words is most often taken for, and how each surface is cut. */
  private final Map<String, int[]> votes = new HashMap<>();

  private final Map<String, NameWords> cut = new HashMap<>();

  /** Surnames that the article tells apart by "Mr." and "Ms.". */
  private final Set<String> toldApart = new HashSet<>();

  /** The genders of the honorifics before each surname. */
  private final Map<String, Integer> honorifics = new HashMap<>();

  /** Entities of their own for surnames that nobody can tell whose they are. */
  private final Map<String, Integer> undecided = new HashMap<>();

  private final int[] persons = new int[MOST_SLIP_SEARCHES];
  private int personCount;
  private int slipSearches;
  private Document doc;
  private Tokens tokens;
  private People people;
  private NameMentions names;
  private double confidence;
  private String how;

  /** Resolves the names of {@code document}. */
  void resolve(Document document, Names found, People into, NameMentions rows) {
    doc = document;
    tokens = doc.tokens;
    people = into;
    names = rows;
    forget();
    cut(found);
    int most = typeOfWords();
    for (int size = most; size >= 2; size--) {
      for (int n = 0; n < names.count; n++) {
        if (length(n) == size) {
          full(n);
        }
      }
    }
    for (int n = 0; n < names.count; n++) {
      if (length(n) > 1) {
        seen(n);
      } else {
        single(n);
      }
    }
  }

  private void forget() {
    people.clear();
    names.clear();
    byKey.clear();
    bySurname.clear();
    byGiven.clear();
    byInnerWord.clear();
    byInitials.clear();
    byShortForm.clear();
    byTitle.clear();
    votes.clear();
    cut.clear();
    toldApart.clear();
    honorifics.clear();
    undecided.clear();
    personCount = 0;
    slipSearches = 0;
  }

  private int length(int n) {
    return Math.min(MOST_WORDS, names.words[n].words.length);
  }

  private void cut(Names found) {
    for (int n = 0; n < found.count; n++) {
      int first = found.firstToken[n];
      int end = found.endToken[n];
      int next = n + 1 < found.count ? found.firstToken[n + 1] : tokens.count;
      while (end > first + 1 && (tokens.kind[end - 1] == Tokens.POSSESSIVE || isComma(end - 1))) {
        end--;
      }
      if (found.type[n] == Names.PERSON) {
        end = generationEnd(end, next);
      }
      String text = doc.text(tokens.start[first], tokens.end[end - 1]);
      String surface = found.type[n] == Names.PERSON ? text + '\u0001' : text;
      NameWords words = cut.get(surface);
      if (words == null) {
        words = NameWords.of(doc, first, end, found.type[n]);
        cut.put(surface, words);
      }
      names.add(first + words.titles, end, found.type[n], words);
      if (found.type[n] == Names.PERSON && hasHonorific(names.count - 1)) {
        int gender = RoleWords.gender(flagsBefore(names.count - 1));
        honorifics.merge(words.last(), gender, (a, b) -> a | b);
      }
    }
  }

  private boolean isComma(int t) {
    return tokens.kind[t] == Tokens.MARK && doc.chars[tokens.start[t]] == ',';
  }

  /** "Rowan, Jr." is one name even where the tagger stopped at the comma. */
  private int generationEnd(int end, int next) {
    int at = end < next && isComma(end) ? end + 1 : end;
    if (at < next
        && tokens.sentence[at] == tokens.sentence[end - 1]
        && (tokens.flags[at] & Lexicon.GENERATION) != 0
        && Character.isUpperCase(doc.chars[tokens.start[at]])
        && (tokens.flags[end - 1] & Lexicon.GENERATION) == 0) {
      return at + 1;
    }
    return end;
  }

  /** Gives a name of several words one type in the whole article; returns the most words. */
  private int typeOfWords() {
    int most = 1;
    for (int n = 0; n < names.count; n++) {
      int length = length(n);
      most = Math.max(most, length);
      if (length > 1) {
        votes.computeIfAbsent(names.words[n].key, key -> new int[4])[names.type[n]]++;
      }
    }
    for (int n = 0; n < names.count; n++) {
      if (length(n) > 1) {
        int[] ballot = votes.get(names.words[n].key);
        int type = names.type[n];
        for (int t = 1; t < ballot.length; t++) {
          if (ballot[t] > ballot[type] || type == Names.UNKNOWN) {
            type = ballot[t] > 0 ? t : type;
          }
        }
        names.type[n] = type;
      }
    }
    return most;
  }

  // The first look.

  private void full(int n) {
    NameWords words = names.words[n];
    confidence = 0.97;
    how = "name";
    int entity = same(n, words);
    if (entity == NOBODY) {
      entity = names.type[n] == Names.PERSON ? person(n, words) : body(n, words);
    }
    take(n, entity);
    if (entity >= 0) {
      Entity who = people.entities.get(entity);
      who.introduced = Math.min(who.introduced, names.firstToken[n]);
      who.fullNames++;
    }
  }

  /** Who is called by the very same words. */
  private int same(int n, NameWords words) {
    int type = names.type[n];
    for (int each : byKey.of(Aliases.of(words.key))) {
      Entity known = people.entities.get(each);
      if (known.type == type && (type != Names.PERSON || sameGeneration(known.fullest, words))) {
        return each;
      }
    }
    return NOBODY;
  }

  private static boolean sameGeneration(NameWords a, NameWords b) {
    return a.generation == null || b.generation == null || a.generation.equals(b.generation);
  }

  private int person(int n, NameWords words) {
    if (isFamily(n, words)) {
      return FAMILY;
    }
    for (int each : bySurname.of(words.last())) {
      if (mayBeSame(people.entities.get(each).fullest, words)) {
        return each;
      }
    }
    for (int each : bySurname.of(words.key)) {
      if (honorificAllows(n, people.entities.get(each))) {
        return each;
      }
    }
    if (words.last().length() >= SHORTEST_SLIP) {
      for (int each : byGiven.of(words.first())) {
        NameWords known = people.entities.get(each).fullest;
        if (NameForms.isSlip(known.last(), words.last())) {
          how = "misspelt";
          confidence = 0.85;
          return each;
        }
      }
    }
    return createPerson(n, words);
  }

  /** "the Strand Brothers", "the Rowan family": several people by one name. */
  private boolean isFamily(int n, NameWords words) {
    String last = words.last();
    return switch (last) {
      case "brothers", "sisters", "family", "siblings", "twins", "couple" -> true;
      default ->
          words.words.length == 2
              && isPlural(n, words.words[1])
              && NameWords.isSmall(words.words[0]);
    };
  }

  /** Whether two full names with one surname can be one person's. */
  private static boolean mayBeSame(NameWords a, NameWords b) {
    if (!sameGeneration(a, b)) {
      return false;
    }
    boolean first =
        sameGiven(a.first(), b.first()) || contains(a, b.first()) || contains(b, a.first());
    if (!first) {
      return false;
    }
    boolean bothMiddle = a.words.length > 2 && b.words.length > 2;
    return !bothMiddle
        || a.words[1].charAt(0) == b.words[1].charAt(0)
        || a.words.length > 3
        || b.words.length > 3;
  }

  private static boolean sameGiven(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    boolean initial = a.length() == 1 || b.length() == 1;
    if (initial) {
      return a.charAt(0) == b.charAt(0);
    }
    return Nicknames.mayBeSame(a, b);
  }

  /** Whether a given name is another of the name's given names: "J. Edgar" is called "Edgar". */
  private static boolean contains(NameWords name, String given) {
    for (int i = 1; i < name.words.length - 1; i++) {
      if (name.words[i].length() > 1 && name.words[i].equals(given)) {
        return true;
      }
    }
    return false;
  }

  private int createPerson(int n, NameWords words) {
    int created = create(n, words);
    int length = words.words.length;
    for (int from = Math.max(1, length - 4); from < length; from++) {
      bySurname.add(words.phrase(from, length), created);
    }
    byGiven.add(words.first(), created);
    if (length > 3) {
      byGiven.add(words.phrase(0, 2), created);
    }
    if (words.nickname != null) {
      byGiven.add(words.nickname, created);
    }
    for (int i = 1; i < length - 1 && i < MOST_WORDS; i++) {
      if (words.words[i].length() > 2) {
        byInnerWord.add(words.words[i], created);
      }
    }
    String last = words.last();
    int dash = last.indexOf('-');
    if (dash > 2 && last.length() - dash > 3) {
      byInnerWord.add(last.substring(0, dash), created);
      byInnerWord.add(last.substring(dash + 1), created);
    }
    byInitials.add(words.initials(true), created);
    if (personCount < persons.length) {
      persons[personCount++] = created;
    }
    Entity who = people.entities.get(created);
    int given = words.firstFlags & Lexicon.GIVEN;
    who.gender =
        given == Lexicon.GIVEN_FEMALE ? Lexicon.SHE : given == Lexicon.GIVEN_MALE ? Lexicon.HE : 0;
    return created;
  }

  private int body(int n, NameWords words) {
    int type = names.type[n];
    if (type == Names.UNKNOWN) {
      return create(n, words);
    }
    int shortFor = shortFor(n, words);
    return shortFor >= 0 ? shortFor : createBody(n, words);
  }

  /** The one longer name that these words are short for. */
  private int shortFor(int n, NameWords words) {
    int best = NOBODY;
    for (int each : byShortForm.of(words.key)) {
      Entity known = people.entities.get(each);
      if (known.type != names.type[n] || !mayShorten(known.fullest, words, known.type)) {
        continue;
      }
      if (best != NOBODY) {
        boolean first = known.introduced < names.firstToken[n];
        boolean other = people.entities.get(best).introduced < names.firstToken[n];
        if (first == other) {
          return NOBODY;
        }
        best = first ? each : best;
      } else {
        best = each;
      }
    }
    if (best != NOBODY) {
      how = "short-form";
      confidence = 0.9;
    }
    return best;
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
    int created = create(n, words);
    int length = Math.min(MOST_WORDS + 1, words.words.length);
    for (int to = 1; to < length; to++) {
      byShortForm.add(words.phrase(0, to), created);
    }
    for (int from = 1; from < words.words.length && from < MOST_WORDS; from++) {
      if (!NameWords.isSmall(words.words[from])) {
        byShortForm.add(words.phrase(from, words.words.length), created);
      }
    }
    if (words.words.length > 2 && words.words.length <= MOST_WORDS) {
      byShortForm.add(words.first() + ' ' + words.last(), created);
    }
    if (names.type[n] == Names.ORGANIZATION) {
      byInitials.add(words.initials(false), created);
      byInitials.add(words.initials(true), created);
    }
    return created;
  }

  private int create(int n, NameWords words) {
    int created = people.entities.size();
    people.entities.add(new Entity(names.type[n], words));
    byKey.add(Aliases.of(words.key), created);
    return created;
  }

  // The second look.

  private void single(int n) {
    NameWords words = names.words[n];
    how = "name";
    confidence = 0.95;
    int first = names.firstToken[n];
    if (tokens.kind[first] == Tokens.ADDRESS
        && n > 0
        && names.entity[n - 1] >= 0
        && names.endToken[n - 1] + 1 == first) {
      // "Jane Rowan (@rowan)".
      names.entity[n] = names.entity[n - 1];
      names.confidence[n] = confidence;
      people.entities.get(names.entity[n]).names.add(words.surface);
      return;
    }
    int entity =
        switch (names.type[n]) {
          case Names.PERSON -> singlePerson(n, words);
          case Names.UNKNOWN -> singleUnknown(n, words);
          default -> singleBody(n, words);
        };
    take(n, entity);
    seen(n);
  }

  private int singlePerson(int n, NameWords words) {
    int known = named(n, words);
    if (known != NOBODY) {
      return known;
    }
    int same = same(n, words);
    if (same != NOBODY) {
      return same;
    }
    if (words.key.length() >= SHORTEST_SLIP && personCount < persons.length) {
      int slip = slip(words.key);
      if (slip >= 0) {
        how = "misspelt";
        confidence = 0.8;
        return slip;
      }
    }
    return createSingle(n, words);
  }

  private int createSingle(int n, NameWords words) {
    int created = create(n, words);
    if (names.type[n] == Names.PERSON) {
      bySurname.add(words.key, created);
      int given = words.firstFlags & Lexicon.GIVEN;
      people.entities.get(created).gender =
          given == Lexicon.GIVEN_FEMALE
              ? Lexicon.SHE
              : given == Lexicon.GIVEN_MALE ? Lexicon.HE : 0;
    }
    return created;
  }

  /** The person whom a word names by surname, given name, part of a name or initials. */
  private int named(int n, NameWords words) {
    String word = words.key;
    if (isPlural(n, word)) {
      return FAMILY;
    }
    int found = choose(n, bySurname.of(word), word);
    if (found == NOBODY && !hasHonorific(n)) {
      confidence = 0.93;
      how = "given-name";
      found = choose(n, byGiven.of(word), word);
      if (found == NOBODY) {
        confidence = 0.8;
        how = "part-of-name";
        found = choose(n, byInnerWord.of(word), word);
      }
      if (found == NOBODY && word.length() >= 2 && isCapitals(n)) {
        confidence = 0.85;
        how = "initials";
        found = choose(n, byInitials.of(word), word);
      }
      if (found == NOBODY) {
        confidence = 0.95;
        how = "name";
      }
    } else {
      how = "surname";
    }
    return found;
  }

  private boolean isCapitals(int n) {
    return doc.isAllCaps(names.firstToken[n]);
  }

  /** "the Strands", "both Rowans", "Two Fennimores": a surname in the plural. */
  private boolean isPlural(int n, String word) {
    if (word.length() < 4 || !word.endsWith("s") || bySurname.has(word) || byKey.has(word)) {
      return false;
    }
    int before = names.firstToken[n] - 1;
    boolean several = before >= 0 && (tokens.flags[before] & Lexicon.DETERMINER) != 0;
    String one = word.substring(0, word.length() - 1);
    boolean surname =
        bySurname.has(one)
            || (word.endsWith("es") && bySurname.has(one.substring(0, one.length() - 1)));
    return several && surname;
  }

  private int choose(int n, int[] candidates, String word) {
    int left = NOBODY;
    int count = 0;
    int introduced = NOBODY;
    int introducedCount = 0;
    for (int each : candidates) {
      Entity who = people.entities.get(each);
      if (!honorificAllows(n, who)) {
        continue;
      }
      left = each;
      count++;
      if (who.introduced < names.firstToken[n] || who.lastToken >= 0) {
        introduced = each;
        introducedCount++;
      }
    }
    if (count == 1 && isTitledBefore(n, left)) {
      return NOBODY;
    }
    boolean honorific = hasHonorific(n);
    if (honorific && candidates.length > 1 && count == 1) {
      toldApart.add(word);
    }
    if (count <= 1) {
      return left;
    }
    if (!honorific && toldApart.contains(word)) {
      return undecided(n, word);
    }
    if (introducedCount == 1) {
      confidence = Math.min(confidence, 0.85);
      return introduced;
    }
    return clearest(n, candidates, word);
  }

  /**
   * Whether a surname with an office stands before the only person of that name is introduced, who
   * has none, and the article knows a "Mr." and a "Mrs." of the name: "President Rowan", and later
   * his wife, "Jane Rowan".
   */
  private boolean isTitledBefore(int n, int candidate) {
    Entity who = people.entities.get(candidate);
    int first = names.firstToken[n];
    int other = who.gender == 0 ? 0 : who.gender ^ Lexicon.SINGULAR_PERSON_PRONOUN;
    int called = honorifics.getOrDefault(names.words[n].key, 0);
    if (who.fullNames == 0 || who.introduced < first || (called & other) == 0) {
      return false;
    }
    String title = titleBefore(first);
    if (title == null) {
      return false;
    }
    for (int bearer : byTitle.of(title)) {
      if (bearer == candidate) {
        return false;
      }
    }
    return true;
  }

  /** The one of several who has the title, or who is the article's person of that name. */
  private int clearest(int n, int[] candidates, String word) {
    int first = names.firstToken[n];
    int best = NOBODY;
    int bestScore = -1;
    int nextScore = -1;
    String title = titleBefore(first);
    for (int each : candidates) {
      Entity who = people.entities.get(each);
      if (!honorificAllows(n, who)) {
        continue;
      }
      int score = Math.min(who.fullNames, 4) + Math.min(who.mentions, 12) / 2;
      score += who.introduced <= firstIntroduced(candidates) ? 2 : 0;
      score += isOldest(first, who) ? 50 : 0;
      if (title != null) {
        for (int bearer : byTitle.of(title)) {
          score += bearer == each ? 20 : 0;
        }
      }
      if (score > bestScore) {
        nextScore = bestScore;
        bestScore = score;
        best = each;
      } else {
        nextScore = Math.max(nextScore, score);
      }
    }
    if (bestScore - nextScore < 2) {
      return undecided(n, word);
    }
    confidence = 0.7;
    return best;
  }

  private int firstIntroduced(int[] candidates) {
    int first = Integer.MAX_VALUE;
    for (int each : candidates) {
      first = Math.min(first, people.entities.get(each).introduced);
    }
    return first;
  }

  /** "the elder Rowan" is Rowan Sr., "the younger" is Jr. */
  private boolean isOldest(int first, Entity who) {
    if (first == 0) {
      return false;
    }
    boolean elder = doc.isWord(first - 1, "elder") || doc.isWord(first - 1, "older");
    boolean younger = doc.isWord(first - 1, "younger");
    String generation = who.fullest.generation;
    return (elder && (who.elder > 0 || "sr".equals(generation)))
        || (younger && (who.elder < 0 || "jr".equals(generation)));
  }

  private int undecided(int n, String word) {
    confidence = 0.5;
    how = "ambiguous";
    Integer known = undecided.get(word);
    if (known == null) {
      known = people.entities.size();
      people.entities.add(new Entity(names.type[n], names.words[n]));
      undecided.put(word, known);
    }
    return known;
  }

  private int slip(String key) {
    if (slipSearches++ > MOST_SLIP_SEARCHES) {
      return NOBODY;
    }
    int found = NOBODY;
    for (int p = 0; p < personCount; p++) {
      NameWords known = people.entities.get(persons[p]).fullest;
      if (NameForms.isSlip(known.last(), key)) {
        if (found != NOBODY) {
          return NOBODY;
        }
        found = persons[p];
      }
    }
    return found;
  }

  private int singleUnknown(int n, NameWords words) {
    int person = choose(n, bySurname.of(words.key), words.key);
    if (person >= 0) {
      return person;
    }
    for (int each : byKey.of(Aliases.of(words.key))) {
      return each;
    }
    for (int each : byShortForm.of(words.key)) {
      how = "short-form";
      confidence = 0.8;
      return each;
    }
    return create(n, words);
  }

  private int singleBody(int n, NameWords words) {
    boolean organization = names.type[n] == Names.ORGANIZATION;
    if (hasHonorific(n)) {
      int person = choose(n, bySurname.of(words.key), words.key);
      if (person >= 0) {
        return person;
      }
    }
    int same = same(n, words);
    if (same != NOBODY) {
      return same;
    }
    int shortFor = shortFor(n, words);
    if (shortFor != NOBODY) {
      return shortFor;
    }
    if (organization && words.key.length() >= 2 && isCapitals(n)) {
      how = "acronym";
      confidence = 0.93;
      int person = NOBODY;
      int bodies = 0;
      int body = NOBODY;
      for (int each : byInitials.of(words.key)) {
        if (people.entities.get(each).type == Names.ORGANIZATION) {
          bodies++;
          body = body == NOBODY || standsBehind(n, each) ? each : body;
        } else {
          person = each;
        }
      }
      if (body != NOBODY) {
        confidence = bodies > 1 ? 0.7 : confidence;
        return body;
      }
      if (person != NOBODY && words.key.length() > 2) {
        how = "initials";
        return person;
      }
      how = "name";
    }
    return create(n, words);
  }

  /** Whether an acronym stands in brackets behind the long form. */
  private boolean standsBehind(int n, int entity) {
    return n > 0
        && names.entity[n - 1] == entity
        && names.endToken[n - 1] + 1 == names.firstToken[n];
  }

  // What stands before a name.

  private boolean hasHonorific(int n) {
    return (flagsBefore(n) & Lexicon.HONORIFIC) != 0;
  }

  private int flagsBefore(int n) {
    int before = names.firstToken[n] - 1;
    return before < 0 || tokens.sentence[before] != tokens.sentence[before + 1]
        ? 0
        : tokens.flags[before];
  }

  private String titleBefore(int first) {
    if (first == 0 || (tokens.flags[first - 1] & Lexicon.TITLE) == 0) {
      return null;
    }
    return RoleWords.canonical(
        NameForms.fold(doc.text(tokens.start[first - 1], tokens.end[first - 1])));
  }

  private boolean honorificAllows(int n, Entity who) {
    int gender = RoleWords.gender(flagsBefore(n));
    return gender == 0 || who.gender == 0 || who.gender == gender;
  }

  private void take(int n, int entity) {
    names.entity[n] = entity;
    names.confidence[n] = confidence;
    if (entity < 0) {
      return;
    }
    Entity who = people.entities.get(entity);
    NameWords words = names.words[n];
    who.names.add(words.surface);
    if (rank(how) > rank(who.resolvedBy)) {
      who.resolvedBy = how;
    }
    if (!how.equals("misspelt") && isFuller(who, words)) {
      who.name = words.surface;
      who.fullest = words;
    }
    if (who.type == Names.PERSON) {
      int before = names.firstToken[n] - 1;
      int kin = before > 0 && isComma(before) ? before - 1 : before;
      if (kin > 0) {
        int elder = Kin.elder(doc, kin);
        who.elder = elder == 0 ? who.elder : elder;
      }
      int gender = RoleWords.gender(flagsBefore(n));
      if (gender != 0 && !how.equals("ambiguous")) {
        who.gender = gender;
        who.genderSaid = true;
      }
      String title = words.words.length > 1 ? titleBefore(names.firstToken[n]) : null;
      if (title != null) {
        byTitle.add(title, entity);
      }
    }
  }

  /** Notes in passing who was mentioned where. */
  private void seen(int n) {
    if (names.entity[n] >= 0) {
      Entity who = people.entities.get(names.entity[n]);
      who.lastToken = names.firstToken[n];
      who.mentions++;
      if (who.introduced == Integer.MAX_VALUE && !isHeadline(n)) {
        who.introduced = names.firstToken[n];
      }
    }
  }

  private boolean isHeadline(int n) {
    return doc.blocks.kind[tokens.block[names.firstToken[n]]] == Blocks.HEADLINE;
  }

  private static int rank(String how) {
    return switch (how) {
      case "name" -> 0;
      case "surname", "short-form" -> 1;
      case "given-name", "acronym" -> 2;
      case "initials" -> 3;
      case "misspelt", "part-of-name" -> 4;
      default -> 5;
    };
  }

  private static boolean isFuller(Entity who, NameWords words) {
    NameWords known = who.fullest;
    if (known == words) {
      return false;
    }
    if (who.type == Names.LOCATION || who.type == Names.ORGANIZATION) {
      boolean acronym = known.words.length == 1 && isCapitals(known.surface);
      return (acronym && words.surface.length() > known.surface.length())
          || (who.type == Names.ORGANIZATION && words.words.length > known.words.length)
          || (words.key.equals(known.key) && isBetterWritten(words, known));
    }
    int more = weight(words) - weight(known);
    return more > 0 || (more == 0 && words.key.equals(known.key) && isBetterWritten(words, known));
  }

  /** With its accents, its legal form, and not in capitals. */
  private static boolean isBetterWritten(NameWords words, NameWords known) {
    boolean shouted = isCapitals(known.surface);
    if (shouted != isCapitals(words.surface)) {
      return shouted;
    }
    int accents = NameForms.accents(words.surface) - NameForms.accents(known.surface);
    return accents > 0 || (accents == 0 && words.surface.length() > known.surface.length() + 1);
  }

  private static int weight(NameWords words) {
    int weight = 0;
    for (String word : words.words) {
      weight += word.length() > 1 ? 4 : 3;
    }
    return weight + (words.generation == null ? 0 : 1) + (words.nickname == null ? 0 : 2);
  }

  private static boolean isCapitals(String surface) {
    for (int i = 0; i < surface.length(); i++) {
      if (Character.isLowerCase(surface.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
