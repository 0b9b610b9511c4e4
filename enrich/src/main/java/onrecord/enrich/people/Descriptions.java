package onrecord.enrich.people;

import java.util.Set;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.People.Entity;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Whom the description of a speaker can mean: a body whose name has its words ("the electoral body"
 * of an Electoral Court), or a person whose office it is another word for ("the official" of a
 * minister). Requires {@link People}. For one thread.
 */
public final class Descriptions {
  /** A person or body can't be called so. */
  public static final int NO = 0;

  /** Nothing speaks against it. */
  public static final int MAYBE = 1;

  /** Its roles or its name have the noun, or one that says the same. */
  public static final int YES = 2;

  private static final int NOBODY = -1;
  private static final int INDEFINITE_REACH = 400;
  private static final int ADJECTIVES = 3;

  /** Nouns that say no more than that it is a body. */
  private static final Set<String> GENERAL =
      Set.of("body", "institution", "entity", "organization", "organisation");

  private static final Set<String> OFFICIALS =
      Set.of(
          "administrator",
          "ambassador",
          "chief",
          "commissioner",
          "councilman",
          "deputy",
          "director",
          "governor",
          "head",
          "inspector",
          "manager",
          "mayor",
          "minister",
          "officer",
          "official",
          "premier",
          "secretary",
          "spokesman",
          "superintendent",
          "undersecretary");

  private static final Set<String> LEGISLATORS =
      Set.of(
          "deputy",
          "lawmaker",
          "legislator",
          "member",
          "mp",
          "mep",
          "parliamentarian",
          "parliamentary",
          "politician",
          "representative",
          "senator",
          "whip");

  private static final Set<String> LEADERS =
      Set.of(
          "chairman",
          "chancellor",
          "chief",
          "governor",
          "head",
          "king",
          "leader",
          "minister",
          "premier",
          "president",
          "secretary");

  private static final Set<String> EXECUTIVES =
      Set.of(
          "boss",
          "chairman",
          "chief",
          "director",
          "executive",
          "founder",
          "head",
          "manager",
          "owner",
          "president");

  private static final Set<String> EXPERTS =
      Set.of(
          "academic",
          "analyst",
          "doctor",
          "economist",
          "expert",
          "historian",
          "lecturer",
          "professor",
          "researcher",
          "scholar",
          "scientist",
          "specialist");

  private static final Set<String> WRITERS =
      Set.of("author", "columnist", "editor", "journalist", "novelist", "poet", "writer");

  private static final Set<String> ACTIVISTS =
      Set.of("activist", "advocate", "campaigner", "organizer", "organiser");

  private static final Set<String> JURISTS =
      Set.of("advocate", "barrister", "counsel", "lawyer", "prosecutor", "solicitor");

  private static final Set<String> OFFICERS =
      Set.of(
          "captain",
          "chief",
          "colonel",
          "commander",
          "commissioner",
          "constable",
          "detective",
          "general",
          "inspector",
          "major",
          "officer",
          "sergeant",
          "sheriff",
          "superintendent");

  private Document doc;
  private Tokens tokens;
  private People people;

  public void begin(Document document, People who) {
    doc = document;
    tokens = doc.tokens;
    people = who;
  }

  /** Whether tokens are "the" and a few words without small ones between. */
  public boolean isPlain(int first, int end) {
    if (end - first < 2 || end - first > ADJECTIVES + 2 || !isThe(first)) {
      return false;
    }
    int small = Lexicon.PREPOSITION | Lexicon.DETERMINER | Lexicon.PRONOUN | Lexicon.AUXILIARY;
    for (int t = first + 1; t < end; t++) {
      if (tokens.kind[t] != Tokens.WORD || (tokens.flags[t] & small) != 0) {
        return false;
      }
    }
    return end >= tokens.count || !doc.isWord(end, "of");
  }

  /** The only person whose role has the words of "the incoming chair of the Port Board", or -1. */
  public int bearerOf(int first, int end) {
    if (end - first < 2
        || end - first > ADJECTIVES + 2
        || !isThe(first)
        || end + 2 >= tokens.count) {
      return NOBODY;
    }
    int of = end + (doc.isWord(end + 1, "the") ? 2 : 1);
    boolean named = doc.isWord(end, "of") && Character.isUpperCase(doc.chars[tokens.start[of]]);
    if (!named) {
      return NOBODY;
    }
    String noun = RoleWords.canonical(word(end - 1));
    String body = ' ' + word(of);
    int found = NOBODY;
    doc.budget.spend(people.entities.size());
    for (int e = 0; e < people.entities.size(); e++) {
      boolean bears = false;
      for (String role : people.entities.get(e).roles) {
        String folded = NameForms.fold(role);
        bears |= RoleHolders.headOf(folded).equals(noun) && folded.contains(body);
      }
      if (bears && found != NOBODY) {
        return NOBODY;
      }
      found = bears ? e : found;
    }
    return found;
  }

  /**
   * Whose second office a description without an article is, "President Rowan and chair", or -1.
   */
  public int nameBefore(int first, int end) {
    int head = end - 1;
    int flags = tokens.flags[head];
    boolean office = (flags & (Lexicon.ROLE | Lexicon.TITLE)) != 0 && (flags & Lexicon.GROUP) == 0;
    if (!office || first < 2 || !doc.isWord(first - 1, "and")) {
      return NOBODY;
    }
    if ((tokens.flags[first] & (Lexicon.DETERMINER | Lexicon.PRONOUN)) != 0) {
      return NOBODY;
    }
    int m = people.firstAt(first - 1) - 1;
    boolean beside =
        m >= 0
            && people.endToken[m] == first - 1
            && people.kind[m] == People.NAME
            && people.entity[m] >= 0
            && people.entities.get(people.entity[m]).type == Names.PERSON;
    return beside ? people.entity[m] : NOBODY;
  }

  /** The only person of a block, before a description like "the young woman", of its gender; -1. */
  public int ofGender(int first, int end) {
    int gender = gender(word(end - 1), 0);
    int block = tokens.block[first];
    int found = NOBODY;
    int m = gender == 0 ? -1 : people.firstAt(first) - 1;
    for (; m >= 0 && tokens.block[people.firstToken[m]] == block; m--) {
      int each = people.entity[m];
      if (each < 0 || each == found || people.entities.get(each).type != Names.PERSON) {
        continue;
      }
      if (people.entities.get(each).gender == gender) {
        if (found != NOBODY) {
          return NOBODY;
        }
        found = each;
      }
    }
    return found == NOBODY || isSomebodyUnnamed(first, end) ? NOBODY : found;
  }

  /** The only body introduced before a plain description whose name has its words, or -1. */
  public int body(int first, int end) {
    int head = end - 1;
    String noun = word(head);
    boolean general = GENERAL.contains(noun) && end - first > 2;
    boolean office = (tokens.flags[head] & (Lexicon.ROLE | Lexicon.GROUP)) != 0;
    if (office && !noun.endsWith("s")) {
      return NOBODY;
    }
    int found = NOBODY;
    doc.budget.spend(people.entities.size());
    for (int e = 0; e < people.entities.size(); e++) {
      Entity who = people.entities.get(e);
      if (who.type != Names.ORGANIZATION || who.introduced >= first) {
        continue;
      }
      boolean named = general || hasNoun(who, noun);
      for (int t = first + 1; t < head && named; t++) {
        named = BodyReferences.hasWord(who, word(t));
      }
      if (named && found != NOBODY) {
        return NOBODY;
      }
      found = named ? e : found;
    }
    return found;
  }

  private static boolean hasNoun(Entity who, String noun) {
    boolean has = who.called.contains(noun);
    int words = who.fullest.words.length;
    for (int i = 0; i < words && words > 1; i++) {
      has |= who.fullest.words[i].equals(noun);
    }
    return has;
  }

  /** The only person introduced before whose role has the words of a plain description, or -1. */
  public int bearer(int first, int end) {
    String noun = RoleWords.canonical(word(end - 1));
    int found = NOBODY;
    doc.budget.spend(people.entities.size());
    for (int e = 0; e < people.entities.size(); e++) {
      Entity who = people.entities.get(e);
      if (who.type != Names.PERSON || who.introduced >= first || !hasRole(who, noun, first, end)) {
        continue;
      }
      if (found != NOBODY) {
        return NOBODY;
      }
      found = e;
    }
    return found == NOBODY || isSomebodyUnnamed(first, end) ? NOBODY : found;
  }

  private boolean hasRole(Entity who, String noun, int first, int end) {
    for (String role : who.roles) {
      doc.budget.spend(1);
      String folded = NameForms.fold(role);
      if (!RoleHolders.headOf(folded).equals(noun)) {
        continue;
      }
      String all = ' ' + folded + ' ';
      boolean has = true;
      for (int t = first + 1; t < end - 1 && has; t++) {
        has = all.contains(' ' + word(t) + ' ');
      }
      if (has) {
        return true;
      }
    }
    return false;
  }

  /** How well a speaker goes by the noun of a plain description: {@link #NO} to {@link #YES}. */
  public int fits(int entity, int first, int end) {
    Entity who = people.entities.get(entity);
    String noun = RoleWords.canonical(word(end - 1));
    if (who.type == Names.ORGANIZATION) {
      boolean body = (tokens.flags[end - 1] & Lexicon.BODY) != 0;
      int fit = body ? Bodies.fit(who, noun) : 0;
      return fit > 1 ? YES : fit > 0 || (body && Bodies.mayBe(who.fullest, noun)) ? MAYBE : NO;
    }
    int flags = tokens.flags[end - 1];
    boolean office =
        (flags & (Lexicon.ROLE | Lexicon.TITLE | Lexicon.OCCUPATION)) != 0
            && (flags & (Lexicon.KIN | Lexicon.GROUP | Lexicon.HONORIFIC)) == 0;
    int gender = gender(noun, flags);
    if (who.type != Names.PERSON
        || !office
        || (gender != 0 && who.gender != 0 && who.gender != gender)
        || isSomebodyUnnamed(first, end)) {
      return NO;
    }
    doc.budget.spend(who.roles.size());
    if (gender != 0 && (flags & (Lexicon.MALE_TITLE | Lexicon.FEMALE_TITLE)) == 0) {
      return who.gender == gender ? MAYBE : NO;
    }
    for (String role : who.roles) {
      for (String word : NameForms.fold(role).split(" ", -1)) {
        if (isSame(noun, RoleWords.canonical(word))) {
          return YES;
        }
      }
    }
    return who.roles.isEmpty() ? MAYBE : NO;
  }

  private static int gender(String noun, int flags) {
    return switch (noun) {
      case "woman", "girl" -> Lexicon.SHE;
      case "man", "boy" -> Lexicon.HE;
      default -> RoleWords.gender(flags);
    };
  }

  private static boolean isSame(String noun, String office) {
    return noun.equals(office)
        || switch (noun) {
          case "official" -> OFFICIALS.contains(office);
          case "legislator", "lawmaker", "mp", "politician", "parliamentarian" ->
              LEGISLATORS.contains(office);
          case "leader" -> LEADERS.contains(office);
          case "boss", "executive" -> EXECUTIVES.contains(office);
          case "expert", "academic", "researcher", "scientist", "scholar" ->
              EXPERTS.contains(office);
          case "author", "writer" -> WRITERS.contains(office);
          case "activist", "campaigner" -> ACTIVISTS.contains(office);
          case "lawyer", "counsel" -> JURISTS.contains(office);
          case "officer", "commander" -> OFFICERS.contains(office);
          default -> false;
        };
  }

  /** Whether the text before has "a nurse" for "the nurse", who may be nobody that it names. */
  private boolean isSomebodyUnnamed(int first, int end) {
    String noun = word(end - 1);
    doc.budget.spend(INDEFINITE_REACH);
    for (int t = first - 1; t > Math.max(0, first - INDEFINITE_REACH); t--) {
      if (tokens.end[t] - tokens.start[t] != noun.length() || !word(t).equals(noun)) {
        continue;
      }
      for (int a = t - 1; a >= Math.max(1, t - 1 - ADJECTIVES); a--) {
        boolean one = doc.isWord(a, "a") || doc.isWord(a, "an") || doc.isWord(a, "another");
        one |= doc.isWord(a, "A") || doc.isWord(a, "An") || doc.isWord(a, "Another");
        boolean ofSomebody = doc.isWord(a - 1, ",") || doc.isWord(a - 1, "as");
        ofSomebody |= doc.isWord(a - 1, "is") || doc.isWord(a - 1, "was");
        if (one && !ofSomebody) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isThe(int t) {
    return doc.isWord(t, "the") || doc.isWord(t, "The");
  }

  private String word(int t) {
    return NameForms.fold(doc.text(tokens.start[t], tokens.end[t]));
  }
}
