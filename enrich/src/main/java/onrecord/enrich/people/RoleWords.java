package onrecord.enrich.people;

import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/** What a word says of somebody's office, trade, kinship or gender. Immutable. */
final class RoleWords {
  private static final int HEADS = Lexicon.TITLE | Lexicon.ROLE | Lexicon.OCCUPATION;

  /** Endings of trades that no list holds. */
  private static final String[] TRADES = {
    "ologist",
    "ographer",
    "ometrist",
    "iatrist",
    "ician",
    "smith",
    "keeper",
    "woman",
    "person",
    "maker",
    "worker",
    "grower",
    "holder",
    "-elect"
  };

  private static final String[] BEFORE = {"ex-", "co-", "vice-", "then-", "sub-", "under-"};

  private RoleWords() {}

  /** Whether token {@code t} can be the noun that says what somebody is. */
  static boolean isHead(Document doc, int t) {
    int flags = doc.tokens.flags[t];
    if ((flags & HEADS) != 0) {
      return true;
    }
    if (doc.tokens.kind[t] != Tokens.WORD || (flags & (Lexicon.FUNCTION | Lexicon.GROUP)) != 0) {
      return false;
    }
    return isTrade(doc, doc.tokens.start[t], doc.tokens.end[t]);
  }

  private static boolean isTrade(Document doc, int start, int end) {
    for (String ending : TRADES) {
      if (end - start > ending.length() + 1 && matches(doc, end - ending.length(), ending)) {
        return true;
      }
    }
    for (String opening : BEFORE) {
      if (end - start > opening.length() + 3 && matches(doc, start, opening)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(Document doc, int at, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (doc.chars[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** {@link Lexicon#SHE}, {@link Lexicon#HE}, or 0 when a title says neither. */
  static int gender(int flags) {
    if ((flags & Lexicon.FEMALE_TITLE) != 0) {
      return Lexicon.SHE;
    }
    return (flags & Lexicon.MALE_TITLE) != 0 ? Lexicon.HE : 0;
  }

  /** One word for an office that is written in several: "gov" and "governor". */
  static String canonical(String head) {
    return switch (head) {
      case "gov" -> "governor";
      case "sen" -> "senator";
      case "rep", "congressman", "congresswoman", "congressmember" -> "representative";
      case "pres" -> "president";
      case "prof" -> "professor";
      case "gen" -> "general";
      case "col" -> "colonel";
      case "capt" -> "captain";
      case "sgt" -> "sergeant";
      case "lt" -> "lieutenant";
      case "dr" -> "doctor";
      case "rev" -> "reverend";
      case "ceo" -> "executive";
      case "spokeswoman", "spokesperson" -> "spokesman";
      case "chairwoman", "chairperson", "chair" -> "chairman";
      case "premier" -> "minister";
      case "attorney" -> "lawyer";
      case "councilwoman", "councilmember", "councillor" -> "councilman";
      default -> head;
    };
  }
}
