package onrecord.enrich.people;

import java.util.Set;
import onrecord.enrich.people.People.Entity;

/** Which organisations go by which nouns: "the agency" may be a bureau, never a club. Immutable. */
final class Bodies {
  private static final int FIRM = 0;
  private static final int OFFICE = 1;
  private static final int UNION = 2;
  private static final int TEAM = 3;
  private static final int PAPER = 4;
  private static final int SCHOOL = 5;
  private static final int COUNCIL = 6;
  private static final int OTHER = 7;
  private static final int UNKNOWN = 8;

  /** What rules a place, and goes by its own noun only. */
  private static final int RULE = 9;

  /** Nouns that say so much of what a body is that its name or the article must have them. */
  private static final Set<String> OWN =
      Set.of(
          "administration",
          "assembly",
          "bank",
          "board",
          "broadcaster",
          "bureau",
          "church",
          "coalition",
          "college",
          "commission",
          "committee",
          "council",
          "court",
          "department",
          "force",
          "foundation",
          "hospital",
          "institute",
          "legislature",
          "magazine",
          "ministry",
          "museum",
          "office",
          "panel",
          "parliament",
          "party",
          "registry",
          "school",
          "senate",
          "service",
          "station",
          "tribunal",
          "university");

  private Bodies() {}

  static int kind(String word) {
    return switch (word) {
      case "company",
          "firm",
          "corporation",
          "business",
          "maker",
          "carmaker",
          "automaker",
          "manufacturer",
          "retailer",
          "carrier",
          "airline",
          "lender",
          "bank",
          "insurer",
          "utility",
          "developer",
          "operator",
          "startup",
          "start-up",
          "conglomerate",
          "giant",
          "chain",
          "brewer",
          "inc",
          "corp",
          "co",
          "ltd",
          "llc",
          "plc",
          "holdings",
          "systems",
          "technologies",
          "industries",
          "motors",
          "airlines",
          "airways",
          "foods",
          "energy",
          "power",
          "marine",
          "capital",
          "partners",
          "pharmaceuticals" ->
          FIRM;
      case "agency",
          "bureau",
          "authority",
          "department",
          "ministry",
          "office",
          "service",
          "administration",
          "regulator",
          "watchdog",
          "registry",
          "commission" ->
          OFFICE;
      case "union", "guild", "federation", "association", "alliance", "league" -> UNION;
      case "team", "club", "side", "squad", "united", "rovers", "fc" -> TEAM;
      case "newspaper",
          "paper",
          "magazine",
          "outlet",
          "broadcaster",
          "network",
          "station",
          "times",
          "post",
          "herald",
          "tribune",
          "gazette",
          "courier",
          "journal",
          "news",
          "press",
          "wire",
          "publisher" ->
          PAPER;
      case "university",
          "college",
          "school",
          "institute",
          "institution",
          "hospital",
          "museum",
          "church",
          "charity",
          "foundation" ->
          SCHOOL;
      case "council",
          "committee",
          "board",
          "court",
          "tribunal",
          "assembly",
          "parliament",
          "senate",
          "legislature",
          "panel",
          "party",
          "coalition",
          "movement",
          "force",
          "congress",
          "police",
          "grange",
          "guard",
          "army" ->
          COUNCIL;
      case "group", "organization", "organisation", "nonprofit" -> OTHER;
      default -> UNKNOWN;
    };
  }

  /** The kind of a body by a word of its name, which may be one that it isn't called by. */
  private static int kindInName(String word) {
    return switch (word) {
      case "government", "municipality", "cabinet", "republic", "state", "city", "county" -> RULE;
      case "society", "network", "mission", "centre", "center", "initiative", "programme" -> OTHER;
      case "legislative", "knesset", "duma", "bundestag", "lok", "rajya" -> COUNCIL;
      case "bancorp",
          "bhd",
          "construction",
          "enterprises",
          "gmbh",
          "group",
          "insurance",
          "limited",
          "mines",
          "mining",
          "partnership",
          "petroleum",
          "sdn" ->
          FIRM;
      default -> kind(word);
    };
  }

  /** Whether two nouns are said of one body: "the court" of a tribunal. */
  private static boolean isSame(String one, String other) {
    int family = family(one);
    return one.equals(other) || (family > 0 && family == family(other));
  }

  private static int family(String word) {
    return switch (word) {
      case "court", "tribunal" -> 1;
      case "parliament",
          "senate",
          "assembly",
          "legislature",
          "congress",
          "legislative",
          "knesset",
          "duma",
          "bundestag" ->
          2;
      case "bank", "lender", "bancorp" -> 3;
      case "force", "guard", "army" -> 4;
      case "organization", "organisation" -> 5;
      case "university", "college" -> 6;
      case "committee", "panel", "commission" -> 7;
      case "police" -> 8;
      default -> 0;
    };
  }

  /** Whether a noun is one that organisations go by. */
  static boolean isKnown(String word) {
    return kind(word) != UNKNOWN;
  }

  /** Whether a noun is one that firms go by. */
  static boolean isFirm(String word) {
    return kind(word) == FIRM && !OWN.contains(word);
  }

  /**
   * Whether a name is a firm's by its words or by its legal form: "Halvex Systems", "Halvex Inc."
   */
  static boolean isFirm(NameWords name) {
    return fit(name, "company", FIRM) >= 2 && !isAcronym(name.surface);
  }

  /** Whether a name ends in these words as a team's does, in a plural: the "Arden Rovers". */
  static boolean isTeam(NameWords name, NameWords words) {
    String last = words.last();
    boolean several = kind(last) == TEAM || (last.endsWith("s") && !last.endsWith("ss"));
    return several && kind(last) != FIRM && name.last().equals(last) && name.words.length > 1;
  }

  private static boolean isAcronym(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!Character.isUpperCase(name.charAt(i)) && name.charAt(i) != '.') {
        return false;
      }
    }
    return name.length() > 1;
  }

  /** Whether a name doesn't say what kind of body it is, and a noun may be said of many kinds. */
  static boolean mayBe(NameWords name, String noun) {
    for (String each : name.words) {
      if (kindInName(each) != UNKNOWN) {
        return false;
      }
    }
    return !OWN.contains(noun);
  }

  /** "the regulator" of a central bank. */
  private static boolean isRegulator(String word) {
    return switch (word) {
      case "central", "reserve", "monetary", "regulatory", "supervisory", "securities" -> true;
      default -> false;
    };
  }

  /** A ministry is no agency. */
  private static boolean isMinistry(NameWords name) {
    return name.first().equals("ministry") || name.last().equals("ministry");
  }

  /**
   * How well an organisation goes by a noun: 3 when its name or the article says so, 0 when not at
   * all.
   */
  static int fit(Entity who, String word) {
    return who.called.contains(word) ? 3 : fit(who.fullest, word, kind(word));
  }

  private static int fit(NameWords name, String word, int wanted) {
    int kind = UNKNOWN;
    boolean same = false;
    boolean behindOf = false;
    boolean regulates = word.equals("regulator") || word.equals("watchdog");
    for (String each : name.words) {
      if (each.equals(word)) {
        return 3;
      }
      same |= isSame(each, word) || (regulates && isRegulator(each));
      int of = kindInName(each);
      kind = of == UNKNOWN || behindOf ? kind : of;
      // A Department of Business is no business.
      behindOf |= each.equals("of") && kind != UNKNOWN;
    }
    if (same) {
      return 2;
    }
    if (name.surface.endsWith(".") && kind == UNKNOWN) {
      kind = FIRM;
    }
    if (OWN.contains(word)) {
      return 0;
    }
    if (kind == wanted) {
      return kind == OFFICE && isMinistry(name) ? 0 : 2;
    }
    if (kind == UNKNOWN && isAcronym(name.surface)) {
      return wanted == FIRM || wanted == OFFICE || wanted == OTHER || wanted == UNION ? 2 : 0;
    }
    if (kind == UNKNOWN) {
      if (wanted == TEAM && isTeam(name, name)) {
        return 2;
      }
      return wanted == FIRM || wanted == TEAM || wanted == OTHER ? 1 : 0;
    }
    boolean general = kind == UNION || (kind == OFFICE && word.startsWith("organi"));
    return wanted == OTHER && general ? 1 : 0;
  }
}
