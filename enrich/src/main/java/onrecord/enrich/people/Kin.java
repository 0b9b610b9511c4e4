package onrecord.enrich.people;

import onrecord.enrich.text.Document;
import onrecord.enrich.text.Lexicon;

/** What words of kinship say of gender and age. Immutable. */
final class Kin {
  private Kin() {}

  /** {@link Lexicon#SHE}, {@link Lexicon#HE} or 0. */
  static int gender(Document doc, int t) {
    int end = doc.tokens.end[t];
    int start = doc.tokens.start[t];
    String word = doc.text(start, end);
    if (word.startsWith("step") || word.startsWith("ex-")) {
      word = word.substring(word.startsWith("step") ? 4 : 3);
    }
    int law = word.indexOf("-in-law");
    word = law > 0 ? word.substring(0, law) : word;
    return switch (word) {
      case "mother",
          "daughter",
          "sister",
          "wife",
          "widow",
          "aunt",
          "niece",
          "grandmother",
          "granddaughter",
          "fiancee",
          "fiancée",
          "girlfriend",
          "girl",
          "mom",
          "mum",
          "schoolgirl",
          "woman" ->
          Lexicon.SHE;
      case "father",
          "son",
          "brother",
          "husband",
          "widower",
          "uncle",
          "nephew",
          "grandfather",
          "grandson",
          "fiance",
          "fiancé",
          "boy",
          "boyfriend",
          "dad",
          "man",
          "schoolboy" ->
          Lexicon.HE;
      default -> 0;
    };
  }

  private static final String[] NONE = {};
  private static final String[] SIBLINGS = {"brother", "sister", "sibling"};
  private static final String[] PARENTS = {"father", "mother", "parent"};
  private static final String[] CHILDREN = {"son", "daughter", "child"};
  private static final String[] PARENTS_SIBLINGS = {"uncle", "aunt"};
  private static final String[] SIBLINGS_CHILDREN = {"nephew", "niece"};
  private static final String[] WIFE = {"wife", "spouse", "partner"};
  private static final String[] HUSBAND = {"husband", "spouse", "partner"};
  private static final String[] CLIENT = {"client"};
  private static final String[] NEIGHBOR = {"neighbor", "neighbour"};

  /** What the other is: whose niece somebody is, is her uncle or her aunt. */
  static String[] inverse(String kin) {
    return switch (kin) {
      case "brother", "sister", "sibling", "twin" -> SIBLINGS;
      case "son", "daughter" -> PARENTS;
      case "father", "mother" -> CHILDREN;
      case "nephew", "niece" -> PARENTS_SIBLINGS;
      case "uncle", "aunt" -> SIBLINGS_CHILDREN;
      case "husband" -> WIFE;
      case "wife" -> HUSBAND;
      case "lawyer", "attorney" -> CLIENT;
      case "neighbor", "neighbour" -> NEIGHBOR;
      default -> NONE;
    };
  }

  /** 1 when "older" or "elder" stands before a word of kinship, -1 for "younger", else 0. */
  static int elder(Document doc, int kin) {
    if (kin == 0 || (doc.tokens.flags[kin] & Lexicon.KIN) == 0) {
      return 0;
    }
    if (doc.isWord(kin - 1, "older") || doc.isWord(kin - 1, "elder")) {
      return 1;
    }
    return doc.isWord(kin - 1, "younger") || doc.isWord(kin - 1, "little") ? -1 : 0;
  }
}
