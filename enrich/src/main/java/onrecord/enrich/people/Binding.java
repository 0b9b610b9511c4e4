package onrecord.enrich.people;

import java.util.Set;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.People.Entity;
import onrecord.enrich.tags.Tags;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Whom a pronoun must mean by the grammar of its sentence: the coming subject in "In her letter,
 * Rowan said", the one before "and his sister", whoever is accused "of hiding his", and what
 * "which" or "who" relates to. For one thread.
 */
final class Binding {
  private static final int NOBODY = -1;

  /** What a pronoun means is a place, and none of the organisations. */
  static final int PLACE = -2;

  private static final int FRONT = 14;
  private static final int RELATIVE_REACH = 10;
  private static final int OF_REACH = 8;
  private static final int APPOSITION = 8;
  private static final int COMMA_REACH = 26;
  private static final int REPORTED_REACH = 10;

  /** Verbs that say what somebody is held to have done, behind "of" or "for". */
  private static final Set<String> HOLDING =
      Set.of(
          "accuse",
          "accused",
          "accuses",
          "accusing",
          "acknowledged",
          "appreciated",
          "appreciates",
          "blamed",
          "blames",
          "blaming",
          "commended",
          "commends",
          "congratulated",
          "criticised",
          "criticized",
          "faulted",
          "lauded",
          "praised",
          "praises",
          "suspected",
          "thanked",
          "thanking",
          "thanks");

  private Document doc;
  private Tokens tokens;
  private NameMentions names;
  private People people;

  void begin(Document document, NameMentions rows, People who) {
    doc = document;
    tokens = doc.tokens;
    names = rows;
    people = who;
  }

  /**
   * Who it must be; -1 when that isn't told, or {@link #PLACE}.
   *
   * @param gender {@link Lexicon#HE} or {@link Lexicon#SHE}, or {@link Lexicon#IT} of organisations
   */
  int must(int t, int gender, boolean possessive) {
    doc.budget.spend(1);
    int gloss = gloss(t, gender);
    if (gloss >= 0 || !possessive) {
      return gloss;
    }
    int found = joined(t, gender);
    found = found != NOBODY ? found : fronted(t, gender);
    found = found != NOBODY ? found : held(t, gender);
    found = found != NOBODY ? found : reported(t, gender);
    return found != NOBODY ? found : related(t, gender);
  }

  /** "him [Rowan]": as an editor says. */
  private int gloss(int t, int gender) {
    if (t + 2 >= tokens.count || doc.chars[tokens.start[t + 1]] != '[') {
      return NOBODY;
    }
    int n = names.firstAt(t + 2);
    return isNameAt(n, t + 2) ? fitting(n, gender) : NOBODY;
  }

  /** "Rowan and his sister". */
  private int joined(int t, int gender) {
    if (t < 2 || !doc.isWord(t - 1, "and") || tokens.sentence[t - 2] != tokens.sentence[t]) {
      return NOBODY;
    }
    int n = names.firstAt(t - 1) - 1;
    return n >= 0 && names.endToken[n] == t - 1 ? fitting(n, gender) : NOBODY;
  }

  /** "In its latest report, the Bureau said", "Speaking on his way home, Mayor Rowan said". */
  private int fronted(int t, int gender) {
    int first = doc.sentences.firstToken[tokens.sentence[t]];
    int end = doc.sentences.endToken[tokens.sentence[t]];
    boolean opens = (tokens.flags[first] & Lexicon.PREPOSITION) != 0 || endsInIng(first);
    if (!opens || t - first > FRONT || t == first) {
      return NOBODY;
    }
    for (int i = first + 1; i < t; i++) {
      int flags = tokens.flags[i];
      boolean mark = tokens.kind[i] == Tokens.MARK && !doc.isWord(i, "-");
      if (mark || (flags & (Lexicon.SINGULAR_PERSON_PRONOUN | Lexicon.SPEECH)) != 0) {
        return NOBODY;
      }
    }
    int before = names.firstAt(first);
    if (before < names.count && names.firstToken[before] < t && fitting(before, gender) >= 0) {
      return NOBODY;
    }
    int last = Math.min(end, t + COMMA_REACH);
    for (int comma = t + 1; comma < last; comma++) {
      boolean quotes = tokens.kind[comma] == Tokens.MARK && !doc.isWord(comma, ",");
      if (quotes || (comma > t + 1 && isTaggedVerb(comma))) {
        return NOBODY;
      }
      int n = doc.isWord(comma, ",") ? subjectBehind(comma, end) : NOBODY;
      if (n >= 0) {
        return isRole(comma - 1) ? NOBODY : fitting(n, gender);
      }
    }
    return NOBODY;
  }

  private boolean isRole(int t) {
    return (tokens.flags[t] & (Lexicon.ROLE | Lexicon.KIN | Lexicon.TITLE)) != 0;
  }

  /** The name, with a title or a role before it, that acts behind a comma; or -1. */
  private int subjectBehind(int comma, int end) {
    int n = names.firstAt(comma);
    if (n >= names.count || names.firstToken[n] > comma + APPOSITION || names.endToken[n] >= end) {
      return NOBODY;
    }
    int first = names.firstToken[n];
    int title = Lexicon.TITLE | Lexicon.HONORIFIC | Lexicon.ROLE | Lexicon.OCCUPATION;
    boolean the = first == comma + 2 && (tokens.flags[comma + 1] & Lexicon.DETERMINER) != 0;
    if (first > comma + 1 && !the && (tokens.flags[first - 1] & title) == 0) {
      return NOBODY;
    }
    int small = Lexicon.PREPOSITION | Lexicon.AUXILIARY | Lexicon.PRONOUN | Lexicon.SPEECH;
    for (int i = comma + 1; i < first; i++) {
      if (tokens.kind[i] != Tokens.WORD || ((tokens.flags[i] & small) != 0 && !isRole(i))) {
        return NOBODY;
      }
    }
    int behind = names.endToken[n];
    boolean bracket = doc.chars[tokens.start[behind]] == '(';
    boolean adverb = tokens.tag[behind] == Tags.ADVERB && behind + 1 < end;
    boolean acts = isVerb(behind) || (adverb && isVerb(behind + 1));
    return acts || doc.isWord(behind, ",") || bracket ? n : NOBODY;
  }

  /** "Rowan accused Tallis of hiding his": what the accused does. */
  private int held(int t, int gender) {
    int first = Math.max(doc.sentences.firstToken[tokens.sentence[t]], t - OF_REACH);
    for (int i = t - 1; i > first; i--) {
      if (tokens.kind[i] != Tokens.WORD || doc.isWord(i, "and")) {
        return NOBODY;
      }
      if (doc.isWord(i, "of") || doc.isWord(i, "for")) {
        int n = names.firstAt(i) - 1;
        if (n >= 0 && names.endToken[n] == i && isHeld(names.firstToken[n])) {
          return fitting(n, gender);
        }
      }
    }
    return NOBODY;
  }

  /** "Rowan said Tallis was not aware of his": what is reported of Tallis. */
  private int reported(int t, int gender) {
    int first = Math.max(doc.sentences.firstToken[tokens.sentence[t]], t - REPORTED_REACH);
    for (int i = t - 1; i > first; i--) {
      int small = Lexicon.PRONOUN | Lexicon.SPEECH;
      if (tokens.kind[i] != Tokens.WORD || (tokens.flags[i] & small) != 0) {
        return NOBODY;
      }
      int n = names.firstAt(i) - 1;
      if (n >= 0 && names.endToken[n] == i && names.type[n] == Names.PERSON) {
        int before = names.firstToken[n] - 1;
        before -= before > first && (tokens.flags[before] & Lexicon.HONORIFIC) != 0 ? 1 : 0;
        if (before <= first) {
          return NOBODY;
        }
        boolean that = doc.isWord(before, "that");
        int said = that ? before - 1 : before;
        boolean says = (tokens.flags[said] & Lexicon.SPEECH) != 0;
        boolean is = (tokens.flags[i] & Lexicon.AUXILIARY) != 0;
        return says && is && (that || doc.isWord(said, "said")) ? fitting(n, gender) : NOBODY;
      }
    }
    return NOBODY;
  }

  private boolean isHeld(int name) {
    for (int i = name - 1; i >= Math.max(0, name - 4); i--) {
      if (tokens.kind[i] != Tokens.WORD) {
        return false;
      }
      if (HOLDING.contains(doc.text(tokens.start[i], tokens.end[i]))) {
        return true;
      }
    }
    return false;
  }

  /** "Rowan, who was dismissed from his post", "the Union, which lost its seat". */
  private int related(int t, int gender) {
    int first = Math.max(doc.sentences.firstToken[tokens.sentence[t]], t - RELATIVE_REACH);
    for (int i = t - 1; i > first + 1; i--) {
      if (tokens.kind[i] == Tokens.MARK || (tokens.flags[i] & Lexicon.PRONOUN) != 0) {
        return NOBODY;
      }
      boolean who = gender == Lexicon.IT ? doc.isWord(i, "which") : doc.isWord(i, "who");
      if (who) {
        return relatesTo(i, gender);
      }
      int n = names.firstAt(i);
      if (isNameAt(n, i) && fitting(n, gender) >= 0) {
        return NOBODY;
      }
    }
    return NOBODY;
  }

  /** The name before "who" or "which", or before what stands beside it: "Rowan, a clerk who". */
  private int relatesTo(int who, int gender) {
    int to = doc.isWord(who - 1, ",") ? who - 1 : who;
    int n = names.firstAt(to) - 1;
    if (n >= 0 && names.endToken[n] == to) {
      return fitting(n, gender);
    }
    int comma = to - 1;
    while (comma > 0 && comma > to - APPOSITION && tokens.kind[comma] == Tokens.WORD) {
      comma--;
    }
    n = names.firstAt(comma) - 1;
    boolean beside =
        n >= 0
            && to == who
            && doc.isWord(comma, ",")
            && names.endToken[n] == comma
            && (tokens.flags[comma + 1] & Lexicon.DETERMINER) != 0;
    return beside ? fitting(n, gender) : NOBODY;
  }

  private boolean isNameAt(int n, int t) {
    return n < names.count && names.firstToken[n] == t;
  }

  /** The entity of a name that a pronoun of a gender can mean, or -1. */
  private int fitting(int n, int gender) {
    int entity = names.entity[n];
    if (entity < 0) {
      return NOBODY;
    }
    Entity who = people.entities.get(entity);
    if (gender == Lexicon.IT && who.type == Names.LOCATION) {
      return PLACE;
    }
    boolean fits =
        gender == Lexicon.IT
            ? who.type == Names.ORGANIZATION
            : who.type == Names.PERSON && (who.gender == 0 || who.gender == gender);
    return fits ? entity : NOBODY;
  }

  private boolean isVerb(int t) {
    int verbs = Lexicon.SPEECH | Lexicon.THOUGHT | Lexicon.AUXILIARY;
    return tokens.kind[t] == Tokens.WORD
        && Character.isLowerCase(doc.chars[tokens.start[t]])
        && (isTaggedVerb(t) || (tokens.flags[t] & verbs) != 0);
  }

  private boolean isTaggedVerb(int t) {
    int tag = tokens.tag[t];
    return tag == Tags.SAID || tag == Tags.SAYS || tag == Tags.SAY || tag == Tags.MODAL;
  }

  private boolean endsInIng(int t) {
    int end = tokens.end[t];
    return end - tokens.start[t] > 4
        && doc.chars[end - 1] == 'g'
        && doc.chars[end - 2] == 'n'
        && doc.chars[end - 3] == 'i';
  }
}
