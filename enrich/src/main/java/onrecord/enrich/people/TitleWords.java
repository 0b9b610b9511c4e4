package onrecord.enrich.people;

import onrecord.enrich.names.Names;
import onrecord.enrich.tags.Tags;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Blocks;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Where the title before a name begins and which of its words is the office: "Deputy Mayor", "Chief
 * of Staff Major General", "Director of the Office of the King". For one thread.
 */
final class TitleWords {
  private static final int MOST_WORDS = 9;
  private static final int NONE = -1;

  private Document doc;
  private Tokens tokens;
  private NameMentions names;

  void begin(Document document, NameMentions rows) {
    doc = document;
    tokens = doc.tokens;
    names = rows;
  }

  /**
   * Where a title before a name ends when courtesy is left out: behind "Minister of Tides" in
   * "Minister of Tides Sheikh Bo Rowan"; courtesy alone is left as it is.
   */
  int withoutCourtesy(int first) {
    int t = first;
    while (t - 1 > sentenceStart(first) && isCourtesy(t - 1)) {
      t--;
    }
    return t < first && head(t - 1) >= 0 ? t : first;
  }

  private boolean isCourtesy(int t) {
    return isCapital(t)
        && switch (NameForms.fold(doc.text(tokens.start[t], tokens.end[t]))) {
          case "sheikh", "sheikha", "dr", "prof", "datuk", "dato", "tan", "sri", "haji" -> true;
          default -> false;
        };
  }

  /** The office of the title that ends with a token, or -1: "Secretary" of "Secretary of State". */
  int head(int last) {
    if (last < 0 || tokens.kind[last] != Tokens.WORD) {
      return NONE;
    }
    return isHead(last) ? last : headOf(last);
  }

  boolean isHead(int t) {
    if ((tokens.flags[t] & (Lexicon.GROUP | Lexicon.TITLE)) == Lexicon.GROUP) {
      return false;
    }
    return RoleWords.isHead(doc, t);
  }

  /** Whether a noun is an office that is of something: "head", "minister". */
  boolean isOffice(int t) {
    return (tokens.flags[t] & (Lexicon.TITLE | Lexicon.OCCUPATION | Lexicon.ROLE)) != 0
        && (tokens.flags[t] & (Lexicon.KIN | Lexicon.GROUP)) == 0
        && !doc.isWord(t, "man")
        && !doc.isWord(t, "woman")
        && !doc.isWord(t, "person")
        && !doc.isWord(t, "victim")
        && !doc.isWord(t, "member");
  }

  private int headOf(int end) {
    int last = end;
    int lowest = Math.max(sentenceStart(end), end - MOST_WORDS);
    if (doc.isWord(last, "charge") && last - 2 > lowest && doc.isWord(last - 1, "in")) {
      // "Minister of Tides in charge".
      last -= 2;
    }
    boolean staff = doc.isWord(last, "staff") && last - 2 >= lowest && doc.isWord(last - 1, "of");
    if (staff && isHead(last - 2)) {
      return last - 2;
    }
    if (!isCapital(last)) {
      return NONE;
    }
    for (int t = last - 1; t > lowest; t--) {
      boolean of = doc.isWord(t, "of") || doc.isWord(t, "for");
      if (of && isHead(t - 1) && (tokens.flags[t - 1] & Lexicon.KIN) == 0) {
        return isCapital(t - 1) || doc.isWord(t, "of") ? t - 1 : NONE;
      }
      boolean small = of || doc.isWord(t, "the") || doc.isWord(t, "and");
      small |= tokens.kind[t] == Tokens.POSSESSIVE;
      if (!small && (tokens.kind[t] != Tokens.WORD || !isCapital(t))) {
        return NONE;
      }
    }
    return NONE;
  }

  /** The first word of the title that ends in {@code head}. */
  int start(int head) {
    int start = outerStart(head);
    int and = start - 1;
    if (and - 1 <= sentenceStart(head) || !doc.isWord(and, "and") || !isCapital(start)) {
      return start;
    }
    // "Minister of Tides and Head of the Committee".
    int other = headOf(and - 1);
    boolean office = other >= 0 && isCapital(other) && !isPerson(nameEndingAt(and));
    return office ? walkBack(other) : start;
  }

  private boolean isPerson(int n) {
    return n >= 0 && names.type[n] == Names.PERSON;
  }

  private int outerStart(int head) {
    int start = walkBack(head);
    int of = start - 1;
    boolean the = of > sentenceStart(head) && (doc.isWord(of, "the") || doc.isWord(of, "The"));
    of -= the ? 1 : 0;
    if (of <= sentenceStart(head)) {
      return start;
    }
    boolean joins = doc.isWord(of, "of") || (the && doc.isWord(of, "to"));
    if (!joins || !isCapital(of - 1) || !isCapital(start)) {
      return start;
    }
    // "Chief of Staff General", but not "Secretary of President"; "Adviser to the President".
    int outer = the || !isHead(start) ? head(of - 1) : NONE;
    boolean office = outer >= 0 && (tokens.flags[outer] & (Lexicon.KIN | Lexicon.GROUP)) == 0;
    return office ? walkBack(outer) : start;
  }

  /**
   * Where a title without an article begins that ends before token {@code end}, a comma, and opens
   * its sentence or a clause: "Toll Party councillor, Jane Rowan"; -1 when there is none.
   */
  int bare(int end) {
    int head = head(end - 1);
    if (head < 0 || (tokens.flags[head] & (Lexicon.KIN | Lexicon.GROUP)) != 0) {
      return NONE;
    }
    int start = start(head);
    int before = start - 1;
    boolean opens =
        before < sentenceStart(head)
            || doc.isWord(before, ",")
            || doc.isWord(before, "by")
            || doc.isWord(before, "while")
            || tokens.kind[before] == Tokens.POSSESSIVE;
    boolean office = end - start > 1 && isCapital(start);
    return opens && office ? start : NONE;
  }

  private int walkBack(int head) {
    int lowest = Math.max(sentenceStart(head), head - MOST_WORDS);
    boolean headline = isHeadline(head);
    int t = head;
    while (t > lowest) {
      int before = t - 1;
      int name = nameEndingAt(t);
      if (name >= 0 && names.firstToken[name] >= lowest) {
        t = names.firstToken[name];
        continue;
      }
      if (tokens.kind[before] != Tokens.WORD || !isPart(before, lowest, headline)) {
        break;
      }
      t = before;
    }
    return t;
  }

  private boolean isPart(int t, int lowest, boolean headline) {
    int flags = tokens.flags[t];
    int known =
        Lexicon.MODIFIER | Lexicon.TITLE | Lexicon.ROLE | Lexicon.OCCUPATION | Lexicon.DEMONYM;
    int never =
        Lexicon.PRONOUN
            | Lexicon.DETERMINER
            | Lexicon.PREPOSITION
            | Lexicon.AUXILIARY
            | Lexicon.HONORIFIC;
    if (doc.isWord(t, "and")) {
      // "Trade and Tides Minister", but not "Rowan and Trade Minister".
      return t > lowest + 1 && isCapital(t - 1) && isCapital(t + 1) && nameEndingAt(t) < 0;
    }
    if (isCapital(t)) {
      if ((flags & (Lexicon.FUNCTION | Lexicon.PREPOSITION | Lexicon.DETERMINER)) != 0) {
        // "New Arden Mayor", "First Minister", "His Highness".
        return doc.isWord(t, "New")
            || doc.isWord(t, "First")
            || doc.isWord(t, "High")
            || isStyle(doc, t);
      }
      if (headline || t == lowest) {
        return (flags & (known | Lexicon.ORGANIZATION | Lexicon.PLACE | Lexicon.PLACE_WORD)) != 0;
      }
      return true;
    }
    boolean noun = tokens.tag[t] == Tags.NOUN && (flags & apart()) == 0;
    return noun
        || ((flags & (known | Lexicon.BODY)) != 0
            && ((flags & Lexicon.KIN) == 0 || (flags & Lexicon.MODIFIER) != 0)
            && ((flags & never) == 0 || (flags & Lexicon.MODIFIER) != 0)
            && ((flags & Lexicon.FUNCTION) == 0 || (flags & Lexicon.MODIFIER) != 0));
  }

  /** What a noun that tells offices apart isn't: "economy minister". */
  private static int apart() {
    return Lexicon.PRONOUN
        | Lexicon.DETERMINER
        | Lexicon.PREPOSITION
        | Lexicon.AUXILIARY
        | Lexicon.HONORIFIC
        | Lexicon.FUNCTION
        | Lexicon.KIN
        | Lexicon.GROUP
        | Lexicon.DOCUMENT
        | Lexicon.SPEECH
        | Lexicon.THOUGHT;
  }

  /** Whether a token opens "His Highness", "Her Majesty": no pronoun. */
  static boolean isStyle(Document doc, int t) {
    Tokens tokens = doc.tokens;
    boolean owner = doc.isWord(t, "His") || doc.isWord(t, "Her") || doc.isWord(t, "Their");
    if (!owner || t + 1 >= tokens.count) {
      return false;
    }
    return switch (doc.text(tokens.start[t + 1], tokens.end[t + 1])) {
      case "Highness", "Majesty", "Excellency", "Holiness", "Eminence", "Honour", "Honor" -> true;
      default -> false;
    };
  }

  int nameEndingAt(int end) {
    int n = names.firstAt(end) - 1;
    return n >= 0 && names.endToken[n] == end ? n : NONE;
  }

  private boolean isCapital(int t) {
    return Character.isUpperCase(doc.chars[tokens.start[t]]);
  }

  private boolean isHeadline(int t) {
    return doc.blocks.kind[tokens.block[t]] == Blocks.HEADLINE;
  }

  private int sentenceStart(int t) {
    return doc.sentences.firstToken[tokens.sentence[t]];
  }
}
