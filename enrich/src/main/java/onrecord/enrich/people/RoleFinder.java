package onrecord.enrich.people;

import java.util.Arrays;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.People.Entity;
import onrecord.enrich.tags.Tags;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Finds what the article says somebody is, in its own words: titles before a name ("Deputy Mayor
 * Jane Rowan"), appositives before and behind it ("her lawyer, Jane Rowan,", "Jane Rowan, the mayor
 * of Arden,"), and relative clauses ("Rowan, who was mayor until May,"). Writes the roles and
 * genders of {@link People#entities}, and where a description stands beside the name it describes;
 * requires {@link EntityResolver}. For one thread.
 */
final class RoleFinder {
  private static final int MOST_WORDS = 9;
  private static final int MOST_ROUNDS = 3;
  private static final int MOST_COMPLEMENT = 18;

  /** Descriptions beside a name, in the order of the text: "the mayor of Arden". */
  int count;

  int[] firstToken = new int[64];
  int[] endToken = new int[64];
  int[] headToken = new int[64];
  int[] entity = new int[64];

  private final TitleWords titles = new TitleWords();
  private Document doc;
  private Tokens tokens;
  private NameMentions names;
  private People people;

  /** Where {@link #phrase} found the role's first word, its head and its end. */
  private int roleStart;

  private int roleHead;
  private int roleEnd;
  private boolean definite;

  /** The name that was last given a description before a comma: "the mayor, Jane Rowan", or -1. */
  private int describedBefore;

  /** Where the title before each name begins, or -1; a row a name. */
  private int[] titleToken = new int[256];

  /** Finds the roles of {@code document}. */
  void find(Document document, NameMentions rows, People into) {
    doc = document;
    tokens = doc.tokens;
    names = rows;
    people = into;
    count = 0;
    titles.begin(document, rows);
    describedBefore = -1;
    if (titleToken.length < names.count) {
      titleToken = new int[names.count * 2];
    }
    Arrays.fill(titleToken, 0, names.count, -1);
    for (int n = 0; n < names.count; n++) {
      if (names.entity[n] < 0) {
        continue;
      }
      Entity who = people.entities.get(names.entity[n]);
      if (who.type == Names.PERSON) {
        before(n, who);
        behind(n, who);
      } else if (who.type == Names.ORGANIZATION) {
        bodyBefore(n);
      }
    }
  }

  // Before the name.

  private void before(int n, Entity who) {
    int first = names.firstToken[n];
    int t = first - 1;
    if (t < sentenceStart(first)) {
      return;
    }
    boolean honorific = (tokens.flags[t] & Lexicon.HONORIFIC) != 0;
    t -= honorific ? 1 : 0;
    if (t > sentenceStart(first) && isComma(t)) {
      // "the Minister of Tides, Mrs. Jane Rowan".
      appositiveBefore(n, who, t);
      return;
    }
    // "Secretary of the Fishers Union (FU) Jane Rowan".
    int last = isBracketed(t) ? t - 2 : first;
    if (honorific
        || last - 1 < sentenceStart(first)
        || tokens.kind[last - 1] != Tokens.WORD
        || isPartOfThing(n)) {
      return;
    }
    int end = last < first ? last : titles.withoutCourtesy(first);
    int head = titles.head(end - 1);
    if (head < 0) {
      if ((tokens.flags[t] & Lexicon.KIN) != 0) {
        kin(who, t);
      }
      return;
    }
    int start = titles.start(head);
    boolean title = (tokens.flags[head] & Lexicon.TITLE) != 0 && isCapital(head);
    if ((tokens.flags[head] & Lexicon.KIN) != 0 && !title) {
      kin(who, head);
      return;
    }
    gender(who, start, first);
    role(who, start, end);
    titleToken[n] = start;
    if (start - 1 > sentenceStart(first) && isComma(start - 1)) {
      // "his predecessor, President Rowan".
      appositiveBefore(n, who, start - 1);
    }
  }

  /** "the King Rowan Bridge": what is called for somebody. */
  private boolean isPartOfThing(int n) {
    int end = names.endToken[n];
    return end < sentenceEnd(names.firstToken[n])
        && tokens.kind[end] == Tokens.WORD
        && isCapital(end)
        && (tokens.flags[end] & (Lexicon.PLACE_WORD | Lexicon.ORGANIZATION)) != 0;
  }

  /** Where the title before name {@code n} begins, or -1 when it has none. */
  int titleToken(int n) {
    return titleToken[n];
  }

  /** "His lawyer, Jane Rowan, said": a description, a comma, the name. */
  private void appositiveBefore(int n, Entity who, int comma) {
    if (!endsApposition(names.endToken[n])) {
      return;
    }
    int close = comma - 1;
    int open = isBracketed(close) ? close - 2 : comma;
    int lowest = Math.max(sentenceStart(comma), comma - MOST_COMPLEMENT);
    int start = -1;
    for (int t = comma - 1; t >= lowest; t--) {
      int flags = tokens.flags[t];
      if (tokens.kind[t] == Tokens.MARK && !isHyphenOrBracket(t)) {
        break;
      }
      if ((flags & Lexicon.AUXILIARY) != 0 && tokens.kind[t] == Tokens.WORD) {
        break;
      }
      if (tokens.kind[t] == Tokens.POSSESSIVE || isPossessivePlural(t)) {
        int owner = titles.nameEndingAt(t);
        start = owner >= 0 ? withHonorific(names.firstToken[owner]) : determinerBefore(t, lowest);
        break;
      }
      if ((flags & Lexicon.DETERMINER) != 0) {
        start = t;
        boolean complement =
            t > lowest + 1 && (tokens.flags[t - 1] & Lexicon.PREPOSITION) != 0 && isHeadWord(t - 2);
        if (!complement) {
          break;
        }
        // "the head of the union, Jane Rowan": the first of the two.
        start = -1;
      }
    }
    if (start < 0) {
      start = titles.bare(open);
    }
    // "It went to his clerk, Mr. Rowan claimed".
    boolean honorific = names.firstToken[n] > comma + 1;
    boolean opens = start == sentenceStart(comma) || (start > 0 && isComma(start - 1));
    if (start >= 0 && (opens || !honorific || !isTitled(comma + 1, names.firstToken[n]))) {
      describe(n, who, start, open);
    }
  }

  private boolean isTitled(int first, int name) {
    return name == first + 1 && (tokens.flags[first] & Lexicon.HONORIFIC) != 0;
  }

  /** Whether a token closes brackets around one word: "(WU)". */
  private boolean isBracketed(int close) {
    return close > 3 && doc.chars[tokens.start[close]] == ')' && isBracket(close - 2);
  }

  private void describe(int n, Entity who, int start, int comma) {
    if (!phrase(start, comma) || roleEnd != comma || isInPerson(roleHead)) {
      return;
    }
    boolean kin = (tokens.flags[roleHead] & Lexicon.KIN) != 0;
    gender(who, roleStart, roleHead + 1);
    if (!kin) {
      role(who, roleStart, roleEnd);
    }
    describedBefore = n;
    if (definite) {
      add(start, comma, roleHead, names.entity[n]);
    }
  }

  /** "the installers' union, the Guild of Heaters": what kind of body it is. */
  private void bodyBefore(int n) {
    int t = names.firstToken[n] - 1;
    int lowest = Math.max(sentenceStart(names.firstToken[n]), t - MOST_WORDS);
    if (t > lowest && (doc.isWord(t, "the") || doc.isWord(t, "The"))) {
      t--;
    }
    if (t <= lowest || !isComma(t) || (tokens.flags[t - 1] & Lexicon.BODY) == 0) {
      return;
    }
    if (!endsApposition(names.endToken[n]) && !isBracket(names.endToken[n])) {
      return;
    }
    for (int start = t - 2; start >= lowest; start--) {
      if (tokens.kind[start] == Tokens.WORD && (tokens.flags[start] & Lexicon.DETERMINER) != 0) {
        if (isDefinite(start)) {
          add(start, t, t - 1, names.entity[n]);
        }
        return;
      }
      boolean open =
          tokens.kind[start] == Tokens.WORD
              ? (tokens.flags[start] & (Lexicon.PREPOSITION | Lexicon.AUXILIARY)) == 0
              : tokens.kind[start] == Tokens.POSSESSIVE || isPossessivePlural(start);
      if (!open) {
        return;
      }
    }
  }

  // Behind the name.

  private void behind(int n, Entity who) {
    int end = sentenceEnd(names.firstToken[n]);
    int t = names.endToken[n];
    if (t < end && isBracket(t)) {
      int close = t + 1;
      while (close < end && close < t + 8 && doc.chars[tokens.start[close]] != ')') {
        close++;
      }
      t = close + 1;
    }
    if (t + 2 < end && isNowOrThen(t)) {
      copular(who, t + 1, end);
      return;
    }
    if (t + 1 < end && doc.isWord(t, "former")) {
      // "Rowan former minister of tides".
      appositive(n, who, t, end, false);
      return;
    }
    if (t + 1 >= end || !isComma(t)) {
      return;
    }
    t++;
    if (tokens.kind[t] == Tokens.NUMBER && t + 2 < end && isComma(t + 1)) {
      t += 2;
    }
    if (doc.isWord(t, "who")) {
      relative(who, t + 1, end);
      return;
    }
    appositive(n, who, t, end, true);
  }

  private boolean isNowOrThen(int t) {
    return doc.isWord(t, "is") || doc.isWord(t, "was") || doc.isWord(t, "became");
  }

  /** "Rowan is the head of the union": an office, with what it is of, or a trade. */
  private void copular(Entity who, int t, int end) {
    boolean the = doc.isWord(t, "the");
    boolean one = doc.isWord(t, "a") || doc.isWord(t, "an");
    if ((!the && !one) || !phrase(t, end) || (tokens.flags[roleHead] & Lexicon.KIN) != 0) {
      return;
    }
    boolean of = roleEnd > roleHead + 1 && titles.isOffice(roleHead);
    boolean trade = one && (tokens.flags[roleHead] & Lexicon.OCCUPATION) != 0;
    if (of || trade) {
      gender(who, roleStart, roleHead + 1);
      role(who, roleStart, roleEnd);
    }
  }

  /** "Rowan, who was the mayor until May". */
  private void relative(Entity who, int verb, int end) {
    int t = verb;
    if (t + 1 >= end) {
      return;
    }
    if (doc.isWord(t, "serves") || doc.isWord(t, "served")) {
      t++;
      if (!doc.isWord(t, "as")) {
        return;
      }
    } else if (doc.isWord(t, "will") && (doc.isWord(t + 1, "become") || doc.isWord(t + 1, "be"))) {
      t++;
    } else if (!(doc.isWord(t, "is")
        || doc.isWord(t, "was")
        || doc.isWord(t, "became")
        || doc.isWord(t, "remains"))) {
      return;
    }
    if (t + 1 < end && phrase(t + 1, end) && (tokens.flags[roleHead] & Lexicon.KIN) == 0) {
      gender(who, roleStart, roleHead + 1);
      role(who, roleStart, roleEnd);
    }
  }

  private void appositive(int n, Entity who, int start, int end, boolean first) {
    if (!phrase(start, end)) {
      return;
    }
    int person = names.firstAt(roleHead + 1);
    if (person < names.count
        && names.firstToken[person] == roleHead + 1
        && names.type[person] == Names.PERSON) {
      // The title of whom the list names next.
      return;
    }
    if (isOfNext(n, end) || (definite && speaksBehind(n, start, end))) {
      return;
    }
    boolean bare = roleStart == start && !definite;
    boolean goesOn =
        roleEnd > roleHead + 1
            && roleEnd < end
            && (tokens.flags[roleEnd] & Lexicon.PREPOSITION) != 0;
    if (bare && !goesOn && !endsApposition(roleEnd)) {
      return;
    }
    gender(who, roleStart, roleHead + 1);
    if ((tokens.flags[roleHead] & Lexicon.KIN) == 0) {
      role(who, roleStart, roleEnd);
    }
    int spokenEnd = roleEnd;
    if (definite) {
      add(start, spokenEnd, roleHead, names.entity[n]);
    }
    if (first
        && spokenEnd + 1 < end
        && doc.isWord(spokenEnd, "and")
        && (tokens.flags[spokenEnd + 1] & Lexicon.DETERMINER) != 0) {
      appositive(n, who, spokenEnd + 1, end, false);
    }
  }

  /** "It helped Rowan, the mayor said": the mayor is who says so. */
  private boolean speaksBehind(int n, int start, int end) {
    if (roleEnd >= end || (tokens.flags[roleEnd] & Lexicon.SPEECH) == 0 || isCapital(roleEnd)) {
      return false;
    }
    boolean acts = doc.isWord(start, "The");
    for (int t = sentenceStart(start); t < names.firstToken[n] && !acts; t++) {
      doc.budget.spend(1);
      int tag = tokens.tag[t];
      acts = tag == Tags.SAID || tag == Tags.SAYS || tag == Tags.SAY || tag == Tags.MODAL;
    }
    return acts;
  }

  /**
   * Whether what stands behind a name is the next one's title: "the mayor, Rowan, the clerk,
   * Tallis", "Adviser to the President Tallis".
   */
  private boolean isOfNext(int n, int end) {
    for (int other = names.firstAt(roleHead);
        other < names.count && names.firstToken[other] < roleEnd;
        other++) {
      int the = names.firstToken[other] - 2;
      boolean person = names.type[other] == Names.PERSON && the > roleHead;
      if (person && (doc.isWord(the, "the") || doc.isWord(the, "The"))) {
        return true;
      }
    }
    if (describedBefore != n || roleEnd + 1 >= end || !isComma(roleEnd)) {
      return false;
    }
    int t = roleEnd + 1;
    t += t + 1 < end && (tokens.flags[t] & Lexicon.HONORIFIC) != 0 ? 1 : 0;
    return isName(t);
  }

  /**
   * Reads a description that begins at {@code start}: determiner or owner, words, the head, and
   * what the head is of. Sets where its role begins and ends.
   */
  private boolean phrase(int start, int end) {
    definite = false;
    int t = start;
    int flags = tokens.flags[t];
    if ((flags & Lexicon.DETERMINER) != 0 && !isHeadWord(t)) {
      definite = isDefinite(t);
      t++;
    }
    int owner = possessiveEnd(t, end);
    if (owner > t) {
      definite = true;
      t = owner;
    }
    while (t < end && (hasDigit(t) || isMark(t))) {
      t++;
    }
    roleStart = t;
    roleHead = head(t, end);
    if (roleHead < 0) {
      return false;
    }
    roleEnd = roleHead + 1;
    if (roleEnd + 1 < end
        && doc.isWord(roleEnd, "and")
        && (tokens.flags[roleEnd + 1] & Lexicon.DETERMINER) == 0) {
      int other = head(roleEnd + 1, end);
      if (other >= 0 && other - roleEnd < 5 && !isName(roleEnd + 1)) {
        roleEnd = other + 1;
      }
    }
    roleEnd = complementEnd(roleEnd, end);
    return true;
  }

  /** The last noun of the run of words from {@code from} that says what somebody is, or -1. */
  private int head(int from, int end) {
    int head = -1;
    for (int t = from; t < Math.min(end, from + MOST_WORDS); t++) {
      int flags = tokens.flags[t];
      if (tokens.kind[t] != Tokens.WORD) {
        break;
      }
      boolean noun = isHeadWord(t);
      int stops =
          Lexicon.PREPOSITION
              | Lexicon.AUXILIARY
              | Lexicon.PRONOUN
              | Lexicon.DETERMINER
              | Lexicon.HONORIFIC;
      if (!noun && (flags & Lexicon.MODIFIER) == 0) {
        boolean verb = !isCapital(t) && (flags & (Lexicon.SPEECH | Lexicon.THOUGHT)) != 0;
        if ((flags & (stops | Lexicon.FUNCTION)) != 0 || verb) {
          break;
        }
        if (head >= 0 && !isCapital(t)) {
          break;
        }
      }
      if (noun) {
        head = t;
      }
    }
    return head;
  }

  private boolean isHeadWord(int t) {
    int flags = tokens.flags[t];
    if ((flags & (Lexicon.HONORIFIC | Lexicon.PREPOSITION)) != 0) {
      return false;
    }
    return RoleWords.isHead(doc, t) || (flags & (Lexicon.KIN | Lexicon.GROUP)) == Lexicon.KIN;
  }

  /** Where "of Arden", "at the Institute of Lakes" behind a head ends; {@code from} when none. */
  private int complementEnd(int from, int end) {
    int at = from;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int next = complement(at, Math.min(end, from + MOST_COMPLEMENT));
      if (next == at) {
        break;
      }
      at = next;
    }
    return at;
  }

  private int complement(int from, int end) {
    boolean opens =
        from + 1 < end
            && (doc.isWord(from, "of")
                || doc.isWord(from, "for")
                || doc.isWord(from, "at")
                || doc.isWord(from, "to")
                || doc.isWord(from, "with"));
    if (!opens) {
      return from;
    }
    if (!doc.isWord(from, "of") && !doc.isWord(from, "for") && !opensName(from + 1, end)) {
      // "at the time", "with a smile".
      return from;
    }
    int t = from + 1;
    int last = from;
    int stops = Lexicon.AUXILIARY | Lexicon.PRONOUN | Lexicon.PREPOSITION | Lexicon.SPEECH;
    while (t < end) {
      int name = names.firstAt(t);
      if (name < names.count && names.firstToken[name] == t) {
        t = Math.min(end, names.endToken[name]);
        last = t;
        continue;
      }
      int flags = tokens.flags[t];
      boolean mark = tokens.kind[t] == Tokens.MARK && doc.chars[tokens.start[t]] != '&';
      boolean joins =
          doc.isWord(t, "the")
              || doc.isWord(t, "a")
              || (doc.isWord(t, "of") && last == t)
              || (doc.isWord(t, "and")
                  && t + 1 < end
                  && isCapital(t + 1)
                  && isCapital(t - 1)
                  && !isName(t + 1));
      boolean acts = tokens.tag[t] == Tags.SAID || tokens.tag[t] == Tags.SAYS;
      if (mark
          || (acts && !isCapital(t))
          || (!joins
              && !isCapital(t)
              && (flags & (stops | Lexicon.FUNCTION)) != 0
              && (flags & Lexicon.MODIFIER) == 0)) {
        break;
      }
      t++;
      if (!joins) {
        last = t;
      }
    }
    return last > from ? last : from;
  }

  private boolean opensName(int from, int end) {
    int t = from < end && doc.isWord(from, "the") ? from + 1 : from;
    return t < end && isCapital(t);
  }

  // What words are.

  private boolean isDefinite(int t) {
    return doc.isWord(t, "the") || doc.isWord(t, "The") || isPossessivePronoun(t);
  }

  private boolean isPossessivePronoun(int t) {
    int start = tokens.start[t];
    int length = tokens.end[t] - start;
    if (length < 2 || length > 5) {
      return false;
    }
    return switch (doc.text(start, start + length)) {
      case "his", "her", "its", "their", "my", "our", "His", "Her", "Its", "Their", "My", "Our" ->
          true;
      default -> false;
    };
  }

  /** Where an owner ("the party's", "Rowan's") that begins at {@code t} ends. */
  private int possessiveEnd(int t, int end) {
    for (int i = t; i < Math.min(end, t + 6); i++) {
      if (tokens.kind[i] == Tokens.POSSESSIVE) {
        return i + 1;
      }
      if (isPossessivePlural(i)) {
        return i + 1;
      }
      if (tokens.kind[i] != Tokens.WORD
          || (tokens.flags[i] & (Lexicon.PREPOSITION | Lexicon.AUXILIARY)) != 0) {
        return t;
      }
    }
    return t;
  }

  /** The mark behind "voters'". */
  private boolean isPossessivePlural(int t) {
    char c = doc.chars[tokens.start[t]];
    return tokens.kind[t] == Tokens.MARK
        && (c == '\'' || c == '\u2019')
        && t > 0
        && tokens.end[t - 1] == tokens.start[t]
        && doc.chars[tokens.start[t] - 1] == 's'
        && t + 1 < tokens.count
        && tokens.start[t + 1] > tokens.end[t];
  }

  private int determinerBefore(int possessive, int lowest) {
    for (int t = possessive - 1; t >= lowest; t--) {
      if (tokens.kind[t] != Tokens.WORD) {
        return -1;
      }
      if ((tokens.flags[t] & Lexicon.DETERMINER) != 0) {
        return t;
      }
    }
    return -1;
  }

  private int withHonorific(int first) {
    return first > 0 && (tokens.flags[first - 1] & Lexicon.HONORIFIC) != 0 ? first - 1 : first;
  }

  /** Whether an apposition can end before token {@code t}. */
  private boolean endsApposition(int t) {
    if (t >= tokens.count || tokens.sentence[t] != tokens.sentence[t - 1]) {
      return true;
    }
    if (tokens.kind[t] == Tokens.MARK) {
      return !isBracket(t);
    }
    int flags = tokens.flags[t];
    int verbs = Lexicon.SPEECH | Lexicon.THOUGHT | Lexicon.AUXILIARY;
    boolean acts = tokens.tag[t] == Tags.SAID || tokens.tag[t] == Tags.SAYS;
    return ((acts || (flags & verbs) != 0) && !isCapital(t)) || doc.isWord(t, "who");
  }

  private boolean isHyphenOrBracket(int t) {
    char c = doc.chars[tokens.start[t]];
    return c == '-' || c == '(' || c == ')' || c == '&' || isPossessivePlural(t);
  }

  private boolean isBracket(int t) {
    return t < tokens.count && doc.chars[tokens.start[t]] == '(';
  }

  private boolean isComma(int t) {
    return tokens.kind[t] == Tokens.MARK && doc.chars[tokens.start[t]] == ',';
  }

  /** Whether a token stands in a person's name. */
  private boolean isInPerson(int t) {
    int n = names.firstAt(t + 1) - 1;
    return n >= 0 && names.endToken[n] > t && names.type[n] == Names.PERSON;
  }

  private boolean isName(int t) {
    int n = names.firstAt(t);
    return n < names.count && names.firstToken[n] == t && names.type[n] == Names.PERSON;
  }

  private boolean isCapital(int t) {
    return Character.isUpperCase(doc.chars[tokens.start[t]]);
  }

  private boolean hasDigit(int t) {
    for (int i = tokens.start[t]; i < tokens.end[t]; i++) {
      if (doc.chars[i] >= '0' && doc.chars[i] <= '9') {
        return true;
      }
    }
    return false;
  }

  /** The mark of feet or inches behind a number: 6'2". */
  private boolean isMark(int t) {
    return t > 0
        && tokens.kind[t] == Tokens.MARK
        && Measured.isMark(doc.chars[tokens.start[t]])
        && tokens.start[t] == tokens.end[t - 1]
        && hasDigit(t - 1);
  }

  private int sentenceStart(int t) {
    return doc.sentences.firstToken[tokens.sentence[t]];
  }

  private int sentenceEnd(int t) {
    return doc.sentences.endToken[tokens.sentence[t]];
  }

  // What is found.

  private void kin(Entity who, int t) {
    gender(who, t, t + 1);
  }

  private void gender(Entity who, int from, int to) {
    for (int t = from; t < to; t++) {
      int gender = RoleWords.gender(tokens.flags[t]);
      if (gender == 0 && (tokens.flags[t] & (Lexicon.KIN | Lexicon.ROLE)) != 0) {
        gender = Kin.gender(doc, t);
      }
      if (gender != 0 && !who.genderSaid) {
        who.gender = gender;
        who.genderSaid = true;
      }
    }
  }

  private void role(Entity who, int from, int to) {
    int start = from;
    while (start < to && tokens.kind[start] != Tokens.WORD) {
      start++;
    }
    boolean party = start + 1 == to && (tokens.flags[start] & Lexicon.DEMONYM) != 0;
    if (start >= to || party) {
      return;
    }
    for (int n = names.firstAt(start); n < names.count && names.endToken[n] <= to; n++) {
      if (names.entity[n] >= 0 && names.type[n] == Names.ORGANIZATION) {
        who.body = names.entity[n];
      }
    }
    String role = doc.text(tokens.start[start], tokens.end[to - 1]);
    who.addRole(role.indexOf('\n') < 0 ? role : role.replace('\n', ' '), start);
  }

  private void add(int first, int end, int head, int ofEntity) {
    if (count > 0 && first < endToken[count - 1]) {
      return;
    }
    if (count == firstToken.length) {
      int size = count * 2;
      firstToken = Arrays.copyOf(firstToken, size);
      endToken = Arrays.copyOf(endToken, size);
      headToken = Arrays.copyOf(headToken, size);
      entity = Arrays.copyOf(entity, size);
    }
    firstToken[count] = first;
    endToken[count] = end;
    headToken[count] = head;
    entity[count] = ofEntity;
    count++;
  }
}
