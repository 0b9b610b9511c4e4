package onrecord.enrich.quotes;

import java.util.Set;
import onrecord.enrich.tags.Tags;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;

/**
 * What the form of a sentence says of a content's edges, whatever was learned: whom it is told to,
 * when and where isn't said. Turned to a cue with its source; for one thread.
 */
final class Clauses {
  private static final int NEAR = 16;

  private static final Set<Integer> TELLING =
      Signs.hashes("told tell tells telling informed assured reminded");

  static final Set<Integer> OBJECTS = Signs.hashes("me us you him her them it");

  private static final int AS = Signs.hash("as");

  private static final Set<Integer> BEING = Signs.hashes("is are was were");

  private static final Set<Integer> LAST = Signs.hashes("last this");

  private static final int ADDING = Signs.hash("adding");

  private static final int ADDED = Signs.hash("added");

  private static final int OCCASION_REACH = 7;

  private static final Set<Integer> OCCASION = Signs.hashes("during at in on before after");

  private static final Set<Integer> OCCASIONS =
      Signs.hashes(
          "meeting talks interview speech visit trip conference briefing hearing debate rally"
              + " ceremony call address appearance event forum dinner lunch panel statement session");

  private static final Set<Integer> WHEN =
      Signs.hashes(
          "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier"
              + " later recently afterward afterwards");

  private Document doc;
  private Signs signs;
  private Tokens tokens;
  private int cue;
  private int sourceFirst;
  private int sourceEnd;
  private int sourceSide;
  private int from;
  private int to;

  /** Behind the cue, and behind its source where that follows. */
  private int high;

  /** Behind whom the cue speaks to. */
  private int listeners;

  /** Behind when and where it was said, "on Monday in the capital". */
  private int aside;

  void start(Document document, Signs of) {
    doc = document;
    tokens = doc.tokens;
    signs = of;
  }

  /**
   * Turns to a cue with its source; -1, -1 when it has none.
   *
   * @param behind the cue, and its source where that follows
   */
  void turnTo(int cueToken, int sourceFirstToken, int sourceEndToken, int behind) {
    cue = cueToken;
    sourceFirst = sourceFirstToken;
    sourceEnd = sourceEndToken;
    sourceSide = sourceFirst < 0 ? 0 : sourceFirst < cue ? 1 : 2;
    int sentence = tokens.sentence[cue];
    from = doc.sentences.firstToken[sentence];
    to = doc.sentences.endToken[sentence];
    high = behind;
    boolean pronoun = isObject(high) && high == cue + 1;
    listeners = pronoun ? high + 1 : phrase(high, false);
    aside = listeners;
    for (int next = aside(aside); next > aside; next = aside(aside)) {
      aside = next;
    }
  }

  /**
   * Where the noun phrase at {@code t} ends, or {@code t}.
   *
   * @param first whether it ends with its first noun or name
   */
  private int phrase(int t, boolean first) {
    int end = t;
    boolean noun = false;
    while (end < to && end - t < NEAR && segment(end) < 0) {
      int mention = signs.mention[end];
      int tag = signs.tag[end];
      if (noun && tag == Signs.DETERMINER) {
        break;
      }
      if (mention >= 0 && tag != Signs.PRONOUN && tag != Signs.THEY && tag != Signs.IT) {
        if (noun && first) {
          break;
        }
        while (end < to && signs.mention[end] == mention) {
          end++;
        }
        noun = true;
      } else if (tag == Signs.NOUN
          || tag == Signs.PLAIN
          || tag == Signs.PLURAL
          || tag == Signs.CAPITAL) {
        noun = true;
        end++;
      } else if (tag == Signs.ADJECTIVE
          || tag == Signs.POSSESSIVE
          || tag == Signs.NUMBER
          || (tag == Signs.DETERMINER && end == t)) {
        end++;
      } else {
        break;
      }
    }
    return noun ? end : t;
  }

  /** Behind whom a cue speaks to, "told reporters", or {@code t}. */
  int behindListeners(int t) {
    if (!TELLING.contains(signs.word[cue])) {
      return t;
    }
    return isObject(t) ? t + 1 : phrase(t, false);
  }

  /** Where what tells the time or the place ends, "last week" too, or {@code t}. */
  int behindAside(int t) {
    return t < to && LAST.contains(signs.word[t]) ? Math.min(to, t + 2) : aside(t);
  }

  /** Where what tells the time or the place ends, or {@code t}. */
  private int aside(int t) {
    if (t >= to || t - cue > NEAR) {
      return t;
    }
    if (WHEN.contains(signs.word[t]) || signs.tag[t] == Signs.ADVERB) {
      return t + 1;
    }
    if (signs.tag[t] != Signs.PREPOSITION) {
      return t;
    }
    int end = phrase(t + 1, true);
    return end > t + 1 ? end : t;
  }

  /**
   * The start of content without whom it is said to, and when and where: "the bridge was old" of
   * "told Mayor Pell the bridge was old".
   */
  int begin(int start) {
    int begin = start;
    if (start < high) {
      return start;
    }
    int colon = behindColon(start);
    if (colon > start) {
      return colon;
    }
    int that = behindAddressee(start);
    if (that > start) {
      return that;
    }
    if (isWholeOf(start)) {
      return high;
    }
    if (listeners == high + 1 && start == high && isObject(high) && isTold()) {
      return listeners < to && isWord(listeners) ? listeners : start;
    }
    if (sourceSide == 2 && start > sourceEnd && tagAt(sourceEnd) == Signs.COMMA) {
      return behindApposition(start);
    }
    if (TELLING.contains(signs.word[cue])) {
      boolean late = start > aside && isClauseUpTo(start);
      begin = listeners > high && (start < aside || late) ? aside : start;
      return isClause(begin) ? begin : start;
    } else if (start == high) {
      int behind = high;
      for (int next = aside(behind); next > behind; next = aside(behind)) {
        behind = next;
      }
      begin = start < behind && (tagAt(behind) == Signs.THAT || isWhen(start)) ? behind : start;
    }
    return begin > start && isClause(begin) ? begin : start;
  }

  /**
   * Whether marks only say more of the noun before them: of "described a roar "like a train"", all
   * of it is said.
   */
  private boolean isWholeOf(int start) {
    int segment = segment(start);
    int end = segment < 0 ? high : phrase(high, false);
    return end > high
        && tagAt(high) == Signs.DETERMINER
        && doc.segments.firstToken[segment] == start
        && tagAt(start) == Signs.PREPOSITION
        && tagAt(end) == Signs.QUOTE
        && start - end <= 2;
  }

  /**
   * The "that" behind whom it is said to: of "complained to the officials who were present that he
   * was tired", what begins there; else {@code start}.
   */
  private int behindAddressee(int start) {
    int to1 = tagAt(start) == Signs.TO ? start : tagAt(start - 1) == Signs.TO ? start - 1 : -1;
    boolean verb = to1 < 0 || tagAt(to1 + 1) == Signs.BARE || tokens.tag[to1 + 1] == Tags.VERB;
    if (verb || to1 != high || !isSaying()) {
      return start;
    }
    for (int t = to1 + 2; t < Math.min(to - 2, to1 + NEAR); t++) {
      if (segment(t) >= 0 || signs.tag[t] == Signs.COMMA) {
        return start;
      }
      if (signs.tag[t] == Signs.THAT && isClause(t + 1)) {
        return t;
      }
    }
    return start;
  }

  /**
   * The first word in marks behind a colon, where none but whom it is told to and when stands
   * between: of "texted an aide in May: "Tell them"", only "Tell them" is said; else {@code start}.
   */
  private int behindColon(int start) {
    for (int t = start; t < Math.min(to - 1, start + NEAR); t++) {
      // "May" is a month there.
      boolean verb = Signs.isFinite(signs.tag[t]) && signs.tag[t - 1] != Signs.PREPOSITION;
      if (verb || segment(t) >= 0) {
        return start;
      }
      if (signs.tag[t] == Signs.COLON) {
        int next = t + 1;
        while (next < to && signs.tag[next] == Signs.QUOTE) {
          next++;
        }
        return next < to && segment(next) >= 0 ? next : start;
      }
    }
    return start;
  }

  /** Whether words in marks only end what is told: "told Pell the bridge was "old"". */
  private boolean isClauseUpTo(int start) {
    boolean finite = false;
    for (int t = aside; t < start; t++) {
      int tag = signs.tag[t];
      if (tag == Signs.THAT || tag == Signs.COMMA || tag == Signs.COLON || segment(t) >= 0) {
        return false;
      }
      finite |= Signs.isFinite(tag);
    }
    return finite && segment(start) >= 0;
  }

  /** Of "According to Pell, an engineer at the port, the bridge is old" the start of the clause. */
  private int behindApposition(int start) {
    if (start != sourceEnd + 1 || tagAt(start) != Signs.DETERMINER) {
      return start;
    }
    for (int t = start; t < Math.min(to - 1, start + NEAR); t++) {
      if (Signs.isFinite(signs.tag[t])) {
        return start;
      }
      if (signs.tag[t] == Signs.COMMA) {
        return isClause(t + 1) ? t + 1 : start;
      }
    }
    return start;
  }

  private boolean isWhen(int t) {
    return WHEN.contains(signs.word[t]);
  }

  private boolean isObject(int t) {
    return OBJECTS.contains(wordAt(t));
  }

  /** Whether what stands behind the cue is told or called something: "told us", "calls it". */
  private boolean isTold() {
    return TELLING.contains(signs.word[cue]) || Choice.NAMING.contains(signs.word[cue]);
  }

  /**
   * The words in marks that open right behind a cue and its comma or colon, where none close before
   * its source: "in which a patron wrote, "You are closing my door""; else -1.
   */
  int opening() {
    int mark = tagAt(cue + 1);
    int first = cue + 2;
    boolean introduces = (mark == Signs.COMMA || mark == Signs.COLON) && sourceSide == 1;
    if (!introduces || tagAt(first) != Signs.QUOTE || !isSaying()) {
      return -1;
    }
    int before = sourceFirst - 1;
    for (int t = before; t >= Math.max(from, before - 2); t--) {
      if (segment(t) >= 0) {
        return -1;
      }
    }
    while (first < to && tagAt(first) == Signs.QUOTE) {
      first++;
    }
    return first < to ? segment(first) : -1;
  }

  private boolean isSaying() {
    int tag = signs.tag[cue];
    return tag == Signs.SPEECH || tag == Signs.SPOKEN;
  }

  /**
   * The end of content without the occasion that it was said at: "the bridge was "old"" of "said
   * the bridge was "old" during a visit on Friday".
   */
  int finish(int start, int end) {
    for (int t = start + 1; t < end; t++) {
      int before = segment(t - 1);
      boolean closed = signs.tag[t - 1] == Signs.QUOTE && segment(t) < 0 && before < 0;
      boolean occasion = closed && OCCASION.contains(signs.word[t]) && isOccasion(t + 1);
      if (occasion || (closed && isOtherVerb(start, t))) {
        int last = t;
        while (last > start + 1 && !isWord(last - 1)) {
          last--;
        }
        return last;
      }
    }
    int whole = behindOpening(start, behindDashes(end));
    return beforeAdding(start, beforeMainVerb(start, whole));
  }

  /**
   * The end of content before the comma and the verb that its sentence goes on with: of "Pell, who
   * said the bridge was old, left" and "Pell, believing it was old, left" he only says the first.
   */
  private int beforeMainVerb(int start, int end) {
    if (start < cue || !isInserted()) {
      return end;
    }
    for (int t = start + 1; t + 1 < end; t++) {
      int tag = signs.tag[t + 1];
      // "Left" is taken for a participle there.
      boolean verb = Signs.isFinite(tag) || tag == Signs.PARTICIPLE;
      if (signs.tag[t] == Signs.COMMA && segment(t) < 0 && verb) {
        return t;
      }
    }
    return end;
  }

  /** Whether the cue stands in a relative or participle clause that a comma opens. */
  private boolean isInserted() {
    int who = cue - 1;
    while (who > from && (tagAt(who) == Signs.ADVERB || tagAt(who) == Signs.AUXILIARY)) {
      who--;
    }
    if (tagAt(who) == Signs.RELATIVE && tagAt(who - 1) == Signs.COMMA) {
      return true;
    }
    int tag = signs.tag[cue];
    if ((tag != Signs.SPEAKING && tag != Signs.ING) || tagAt(cue - 1) != Signs.COMMA) {
      return false;
    }
    for (int t = cue - 1; t >= Math.max(from, cue - NEAR); t--) {
      if (Signs.isFinite(signs.tag[t])) {
        return false;
      }
    }
    return cue - from <= NEAR;
  }

  /**
   * The end of content of which only the opening was taken: of "said that during the meeting, the
   * members spoke" and "said although traffic had fallen, accidents had grown" the main clause
   * stands behind the comma.
   */
  private int behindOpening(int start, int end) {
    if (tagAt(end) != Signs.COMMA || sourceFirst >= start) {
      return end;
    }
    int first = tagAt(start) == Signs.THAT ? start + 1 : start;
    boolean when = tagAt(first) == Signs.WHEN;
    boolean clause = false;
    for (int t = first; t < end; t++) {
      if (segment(t) >= 0) {
        return end;
      }
      clause |= Signs.isFinite(signs.tag[t]);
    }
    boolean opening = when || tagAt(first) == Signs.PREPOSITION || tagAt(first) == Signs.ING;
    opening |= isWhen(first) || LAST.contains(signs.word[first]) || tagAt(first) == Signs.TO;
    opening |= tagAt(first - 1) == Signs.THAT || tagAt(start) == Signs.THAT;
    if ((clause && !when) || !opening || !isSaying()) {
      return end;
    }
    int behind = end + 1;
    boolean subject =
        isWord(behind) && tagAt(behind) != Signs.AND && !Signs.isFinite(tagAt(behind));
    boolean aside = tagAt(behind) == Signs.SPEAKING || tagAt(behind) == Signs.RELATIVE;
    if (!subject || aside || !isClause(behind)) {
      return end;
    }
    return sentenceEnd(behind);
  }

  /** Where the words of the cue's sentence end, and those of marks that it ends in. */
  int sentenceEnd(int start) {
    int segment = segment(to - 1);
    int last = segment < 0 ? to : Math.max(to, doc.segments.endToken[segment]);
    while (last > start + 1 && !isWord(last - 1)) {
      last--;
    }
    return last;
  }

  /** The end of content before what its source adds: ", adding that it was old". */
  int beforeAdding(int start, int end) {
    for (int t = start + 1; t < end; t++) {
      boolean says = signs.tag[t] == Signs.SPEAKING && tagAt(t + 1) == Signs.THAT;
      boolean adds = signs.word[t] == ADDING || says || (signs.word[t] == ADDED && addsClause(t));
      int before = signs.tag[t - 1];
      boolean joins = before == Signs.COMMA || before == Signs.AND || before == Signs.WHEN;
      if (adds && joins && segment(t) < 0 && signs.cue[t] > 1) {
        int last = t - 1;
        while (last > start + 1 && !isContent(last - 1)) {
          last--;
        }
        return last;
      }
    }
    return end;
  }

  /** Whether a clause stands right behind "and added". */
  private boolean addsClause(int t) {
    int tag = tagAt(t + 1);
    boolean subject = tag == Signs.PRONOUN || tag == Signs.IT || tag == Signs.THEY;
    return tag == Signs.THAT || (subject && isClause(t + 1));
  }

  private boolean isContent(int t) {
    int tag = signs.tag[t];
    return isWord(t) && tag != Signs.AND && tag != Signs.WHEN;
  }

  /**
   * Whether an "and" goes on with what the source did, not with what it said: of "wrote that they
   * were "late" and set a date", the second verb has not the first one's subject.
   */
  private boolean isOtherVerb(int start, int and) {
    int tag = tagAt(and + 1);
    boolean past = tag == Signs.ED || tag == Signs.PARTICIPLE;
    // "set", "put", "cut" have one form for all times.
    past |= tag == Signs.BARE && tagAt(and + 2) == Signs.DETERMINER;
    if (signs.tag[and] != Signs.AND || !past) {
      return false;
    }
    boolean is = false;
    for (int t = start; t < and; t++) {
      if (Signs.isFinite(signs.tag[t]) && segment(t) < 0) {
        is = BEING.contains(signs.word[t]);
        if (!is) {
          return false;
        }
      }
    }
    return is;
  }

  /** The end of content that is called something behind it: "her claim that … as "false"". */
  int beforeAs(int start, int end) {
    for (int t = start + 1; t + 1 < end; t++) {
      if (signs.word[t] == AS && signs.tag[t + 1] == Signs.QUOTE) {
        return t;
      }
    }
    return end;
  }

  /** The end of content whose clause goes on behind an insertion between dashes. */
  private int behindDashes(int end) {
    if (tagAt(end) != Signs.DASH) {
      return end;
    }
    for (int t = end + 1; t < Math.min(to - 1, end + NEAR); t++) {
      if (signs.tag[t] == Signs.DASH) {
        int last = to;
        while (last > t + 1 && !isWord(last - 1)) {
          last--;
        }
        return Signs.isFinite(signs.tag[t + 1]) ? last : end;
      }
    }
    return end;
  }

  private boolean isOccasion(int t) {
    for (int k = t; k < Math.min(to, t + OCCASION_REACH) && signs.tag[k] != Signs.COMMA; k++) {
      if (OCCASIONS.contains(signs.word[k])) {
        return true;
      }
    }
    return false;
  }

  /** Whether something that is or does something begins at a token. */
  private boolean isClause(int t) {
    int tag = tagAt(t);
    if (tag == Signs.COMMA || tag == Signs.AND || tag == Signs.WHEN || tag == Signs.TO) {
      return false;
    }
    for (int k = t; k < Math.min(to, t + NEAR); k++) {
      if (k > t && Signs.isFinite(signs.tag[k])) {
        return true;
      }
    }
    return false;
  }

  private int tagAt(int t) {
    return signs.tagWithin(t, from, to);
  }

  private int wordAt(int t) {
    return signs.wordWithin(t, from, to);
  }

  private boolean isWord(int t) {
    return tokens.isWordOrNumber(t) || tokens.kind[t] == Tokens.ADDRESS;
  }

  /** The segment of a token, or -1; inside marks the cue's own counts as running text. */
  private int segment(int t) {
    int segment = tokens.segment[t];
    return segment == tokens.segment[cue] ? -1 : segment;
  }
}
