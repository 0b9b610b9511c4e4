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
 * Says whose name a person's name is: full names by surname and given names, then surnames, given
 * names and initials by those who carry them. Who may be either of two stays neither. For one
 * thread.
 */
final class PersonResolver {
  /** Enough for any article of people; a list of ten thousand names isn't searched for slips. */
  private static final int MOST_SLIP_SEARCHES = 300;

  private static final int SHORTEST_SLIP = 6;

  /** So many letters at most has each half of a given name like "Tai-yuen". */
  private static final int BRIEF = 6;

  private static final int NOBODY = -1;
  private static final int[] NONE = {};

  /** Several people under one name. */
  static final int FAMILY = -2;

  private final EntityIndex bySurname = new EntityIndex();
  private final EntityIndex byGiven = new EntityIndex();
  private final EntityIndex byInnerWord = new EntityIndex();
  private final EntityIndex byTitle = new EntityIndex();

  /** Surnames that the article tells apart by "Mr." and "Ms.". */
  private final Set<String> toldApart = new HashSet<>();

  /** The genders of the honorifics before each surname. */
  private final Map<String, Integer> honorifics = new HashMap<>();

  /** Entities of their own for surnames that nobody can tell whose they are. */
  private final Map<String, Integer> undecided = new HashMap<>();

  private final int[] persons = new int[MOST_SLIP_SEARCHES];
  private int personCount;
  private int slipSearches;
  private final Ties ties;
  private final NameContext context;
  private Document doc;
  private Tokens tokens;
  private People people;
  private NameMentions names;

  PersonResolver(Ties ties, NameContext context) {
    this.ties = ties;
    this.context = context;
  }

  void begin(Document document, People who, NameMentions rows) {
    doc = document;
    tokens = doc.tokens;
    people = who;
    names = rows;
    bySurname.clear();
    byGiven.clear();
    byInnerWord.clear();
    byTitle.clear();
    toldApart.clear();
    honorifics.clear();
    undecided.clear();
    personCount = 0;
    slipSearches = 0;
    for (int n = 0; n < names.count; n++) {
      if (names.type[n] == Names.PERSON && context.hasHonorific(n)) {
        int gender = RoleWords.gender(context.flagsBefore(n));
        honorifics.merge(names.words[n].last(), gender, (a, b) -> a | b);
      }
    }
  }

  /** The one whom a surname means, or -1. */
  int bySurname(int n, NameWords words) {
    return choose(n, bySurname.of(words.key), words.key);
  }

  /** The only one with a surname, or -1. */
  int onlyBySurname(NameWords words) {
    int[] all = bySurname.of(words.key);
    return all.length == 1 && people.entities.get(all[0]).fullNames > 0 ? all[0] : NOBODY;
  }

  /** Notes what the words before a full name say of its bearer. */
  void describe(int n, int entity) {
    Entity who = people.entities.get(entity);
    int before = names.firstToken[n] - 1;
    int kin = before > 0 && doc.isWord(before, ",") ? before - 1 : before;
    if (kin > 0) {
      int elder = Kin.elder(doc, kin);
      who.elder = elder == 0 ? who.elder : elder;
    }
    int gender = RoleWords.gender(context.flagsBefore(n));
    if (gender != 0 && !ties.how.equals("ambiguous")) {
      who.gender = gender;
      who.genderSaid = true;
    }
    String title =
        names.words[n].words.length > 1 ? context.titleBefore(names.firstToken[n]) : null;
    if (title != null) {
      byTitle.add(title, entity);
    }
  }

  int full(int n, NameWords words) {
    if (isFamily(n, words)) {
      return FAMILY;
    }
    // "Her father Bo Rowan" isn't Jane Bo Rowan.
    boolean kin = (context.flagsBefore(n) & Lexicon.KIN) != 0;
    for (int each : bySurname.of(words.last())) {
      NameWords known = people.entities.get(each).fullest;
      if (mayBeSame(known, words)
          && (!kin || sameGiven(known.first(), words.first()))
          && !isAnotherGeneration(n, each, words)) {
        return each;
      }
    }
    for (int each : kin ? NONE : bySurname.of(words.key)) {
      if (context.honorificAllows(n, people.entities.get(each))) {
        return each;
      }
    }
    int[] called = words.words.length == 2 ? byGiven.of(words.key) : NONE;
    if (called.length == 1 && context.honorificAllows(n, people.entities.get(called[0]))) {
      // "Stella Mora" for Stella Mora Rowan.
      ties.tied("given-name", 0.85);
      return called[0];
    }
    if (words.last().length() >= SHORTEST_SLIP) {
      for (int each : byGiven.of(words.first())) {
        NameWords known = people.entities.get(each).fullest;
        if (NameForms.isSlip(known.last(), words.last())) {
          ties.how = "misspelt";
          ties.confidence = 0.85;
          return each;
        }
      }
    }
    return createPerson(n, words);
  }

  /**
   * Whether "Bo Rowan Jr." is another than "Bo Rowan": one who was introduced in the text without a
   * generation has none.
   */
  boolean isAnotherGeneration(int n, int entity, NameWords words) {
    Entity known = people.entities.get(entity);
    if (words.generation == null || known.fullest.generation != null) {
      return false;
    }
    return known.introduced < names.firstToken[n]
        && doc.blocks.kind[tokens.block[known.introduced]] == Blocks.PARAGRAPH;
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
    if (!Ties.sameGeneration(a, b)) {
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
    int created = ties.create(n, words);
    int length = words.words.length;
    for (int from = Math.max(1, length - 4); from < length; from++) {
      bySurname.add(words.phrase(from, length), created);
    }
    byGiven.add(words.first(), created);
    if (length > 2) {
      byGiven.add(words.phrase(0, 2), created);
    }
    if (familyNameFirst(words)) {
      // "Chan Tai-yuen", "Bella Chan Tai-yuen": the family's name stands before the given ones.
      for (int i = length == 2 ? 0 : 1; i < length - 1 && i < NameCutter.MOST_WORDS; i++) {
        bySurname.add(words.words[i], created);
      }
    }
    if (words.nickname != null) {
      byGiven.add(words.nickname, created);
    }
    for (int i = 1; i < length - 1 && i < NameCutter.MOST_WORDS; i++) {
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
    ties.byInitials.add(words.initials(true), created);
    if (personCount < persons.length) {
      persons[personCount++] = created;
    }
    Entity who = people.entities.get(created);
    int given = words.firstFlags & Lexicon.GIVEN;
    who.gender =
        given == Lexicon.GIVEN_FEMALE ? Lexicon.SHE : given == Lexicon.GIVEN_MALE ? Lexicon.HE : 0;
    return created;
  }

  /** Whether a name ends in given names that a hyphen joins: "Tai-yuen". */
  private static boolean familyNameFirst(NameWords words) {
    String last = words.last();
    int dash = last.indexOf('-');
    int at = words.surface.lastIndexOf('-') + 1;
    boolean small = at > 0 && at < words.surface.length();
    small &= small && Character.isLowerCase(words.surface.charAt(at));
    boolean brief = dash > 1 && dash <= BRIEF && last.length() - dash - 1 <= BRIEF;
    boolean given = (words.firstFlags & Lexicon.GIVEN) != 0;
    return brief && words.words.length > 1 && (small || (words.words.length == 2 && !given));
  }

  /** The one whom a single word means, or -1. */
  int known(int n, NameWords words) {
    int known = named(n, words);
    if (known != NOBODY) {
      return known;
    }
    int same = ties.same(n, words);
    if (same != NOBODY) {
      return same;
    }
    if (words.key.length() >= SHORTEST_SLIP && personCount < persons.length) {
      int slip = slip(words.key);
      if (slip >= 0) {
        ties.how = "misspelt";
        ties.confidence = 0.8;
        return slip;
      }
    }
    return NOBODY;
  }

  int createSingle(int n, NameWords words) {
    int created = ties.create(n, words);
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
    ties.tied("surname", 0.95);
    int found = choose(n, bySurname.of(word), word);
    if (found != NOBODY) {
      return found;
    }
    ties.tied("given-name", 0.93);
    if (!isCalledBySurname(n, words)) {
      found = choose(n, byGiven.of(word), word);
      found = found >= 0 && isRoyalBefore(n, found) ? NOBODY : found;
    }
    if (found == NOBODY && !context.hasHonorific(n)) {
      ties.tied("part-of-name", 0.8);
      found = choose(n, byInnerWord.of(word), word);
      if (found == NOBODY && word.length() >= 2 && context.isCapitals(n)) {
        ties.tied("initials", 0.85);
        found = choose(n, ties.byInitials.of(word), word);
      }
    }
    if (found == NOBODY && !context.hasHonorific(n) && (words.firstFlags & Lexicon.GIVEN) != 0) {
      ties.tied("nickname", 0.75);
      found = nicknamed(word);
    }
    if (found == NOBODY) {
      ties.tied("name", 0.95);
    }
    return found;
  }

  /** "Prince Bo" isn't the Bo Rowan who is introduced later. */
  private boolean isRoyalBefore(int n, int found) {
    String title = context.titleBefore(names.firstToken[n]);
    boolean royal =
        title != null
            && switch (title) {
              case "king", "queen", "prince", "princess", "pope", "sultan", "emir" -> true;
              default -> false;
            };
    return royal && people.entities.get(found).introduced > names.firstToken[n];
  }

  /** The only person whose given name a nickname is short for, or -1. */
  private int nicknamed(String word) {
    if (slipSearches++ > MOST_SLIP_SEARCHES) {
      return NOBODY;
    }
    int found = NOBODY;
    for (int p = 0; p < personCount; p++) {
      if (Nicknames.mayBeSame(people.entities.get(persons[p]).fullest.first(), word)) {
        if (found != NOBODY) {
          return NOBODY;
        }
        found = persons[p];
      }
    }
    return found;
  }

  /** "Mr. Thomas", "Justice Thomas": a title stands before a surname, not before a given name. */
  private boolean isCalledBySurname(int n, NameWords words) {
    int title = context.flagsBefore(n);
    boolean office = (title & (Lexicon.TITLE | Lexicon.HONORIFIC)) != 0;
    boolean byGivenName = (title & Lexicon.HONORIFIC) == 0 && RoleWords.gender(title) != 0;
    for (int each : byGiven.of(words.key)) {
      // "Lee Hang-yo": the family's name comes first.
      byGivenName |= people.entities.get(each).fullest.last().indexOf('-') > 0;
    }
    return office && !byGivenName && (words.firstFlags & Lexicon.GIVEN) != 0;
  }

  /** "the Strands", "both Rowans", "Two Fennimores": a surname in the plural. */
  private boolean isPlural(int n, String word) {
    if (word.length() < 4 || !word.endsWith("s") || bySurname.has(word) || ties.byKey.has(word)) {
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
      if (!context.honorificAllows(n, who)) {
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
    boolean honorific = context.hasHonorific(n);
    if (honorific && candidates.length > 1 && count == 1) {
      toldApart.add(word);
    }
    if (count <= 1) {
      return left;
    }
    if (!honorific && toldApart.contains(word)) {
      return undecided(n, candidates, word);
    }
    if (introducedCount == 1) {
      ties.confidence = Math.min(ties.confidence, 0.85);
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
    String title = context.titleBefore(first);
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
    String title = context.titleBefore(first);
    for (int each : candidates) {
      Entity who = people.entities.get(each);
      if (!context.honorificAllows(n, who)) {
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
      return undecided(n, candidates, word);
    }
    ties.confidence = 0.7;
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

  private int undecided(int n, int[] candidates, String word) {
    ties.confidence = 0.5;
    ties.how = "ambiguous";
    Integer known = undecided.get(word);
    if (known == null) {
      known = people.entities.size();
      Entity open = new Entity(names.type[n], names.words[n]);
      open.oneOf = candidates.clone();
      people.entities.add(open);
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
      boolean given = known.words.length == 2 && known.first().length() >= SHORTEST_SLIP;
      given &= (known.firstFlags & Lexicon.GIVEN) == 0;
      if (NameForms.isSlip(known.last(), key) || (given && NameForms.isSlip(known.first(), key))) {
        if (found != NOBODY) {
          return NOBODY;
        }
        found = persons[p];
      }
    }
    return found;
  }
}
