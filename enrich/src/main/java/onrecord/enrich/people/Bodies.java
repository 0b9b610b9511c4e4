package onrecord.enrich.people;

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

  /** Whether a noun is one that organisations go by. */
  static boolean isKnown(String word) {
    return kind(word) != UNKNOWN;
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

  /** How well an organisation goes by a noun: 3 when its name has it, 0 when not at all. */
  static int fit(NameWords name, String word, int wanted) {
    int kind = UNKNOWN;
    for (String each : name.words) {
      if (each.equals(word)) {
        return 3;
      }
      int of = kind(each);
      kind = of == UNKNOWN ? kind : of;
    }
    if (name.surface.endsWith(".") && kind == UNKNOWN) {
      kind = FIRM;
    }
    if (kind == wanted) {
      return 2;
    }
    if (kind == UNKNOWN && isAcronym(name.surface)) {
      return wanted == FIRM || wanted == OFFICE || wanted == OTHER || wanted == UNION ? 2 : 0;
    }
    if (kind == UNKNOWN) {
      return wanted == FIRM || wanted == TEAM || wanted == OTHER ? 1 : 0;
    }
    return wanted == OTHER && kind == UNION ? 1 : 0;
  }
}
