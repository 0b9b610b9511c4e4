package onrecord.enrich.quotes;

import java.util.Set;
import onrecord.enrich.names.Names;
import onrecord.enrich.tags.Tags;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;

/**
 * What the form of a sentence says of who speaks, whichever candidate was chosen: whose name only
 * belongs to the speaker's description, who stands behind an apposition or a relative clause, who
 * is only told. Turned to the candidates of a cue; for one thread.
 */
final class Subjects {
  private static final int RELATIVE_REACH = 16;

  private static final int APPOSITION = 24;

  /** No clause before a cue has more tokens. */
  private static final int CLAUSE = 80;

  private static final int ACCORDING = Signs.hash("according");

  private static final int AS = Signs.hash("as");

  /** Whoever stands behind them listens. */
  private static final Set<Integer> LISTENED =
      Signs.hashes("told tell tells informed informs assured assures reminded reminds");

  private static final Set<Integer> SUBJECTS = Signs.hashes("he she they we i");

  private static final int BY = Signs.hash("by");

  private static final Set<Integer> BEING = Signs.hashes("is are was were be been being am 's 're");

  /** Whether the last candidate was found by its form. */
  boolean byForm;

  private final Sources sources;
  private Document doc;
  private Signs signs;
  private Tokens tokens;
  private int cue;
  private int from;
  private int to;

  Subjects(Sources sources) {
    this.sources = sources;
  }

  void start(Document document, Signs of) {
    doc = document;
    tokens = doc.tokens;
    signs = of;
  }

  /** Turns to a cue, whose candidates are found. */
  void turnTo(int t) {
    cue = t;
    from = doc.sentences.firstToken[tokens.sentence[t]];
    to = doc.sentences.endToken[tokens.sentence[t]];
  }

  /**
   * The candidate whose words a name only belongs to: "a longtime adviser" for the Vance of "a
   * longtime adviser to Vance", the aide of "a Vance aide"; else the candidate itself.
   */
  int lifted(int i) {
    int h = sources.head[i];
    byForm = true;
    int form = shown(h);
    if (form >= 0) {
      return form;
    }
    int main = h < 0 ? -1 : mainSubject(h);
    if (main >= 0) {
      return main;
    }
    byForm = false;
    if (h < 0 || signs.mention[h] < 0) {
      return i;
    }
    int later = laterSubject(h);
    if (later >= 0) {
      return later;
    }
    int subject = subject(h);
    if (subject >= 0) {
      return subject;
    }
    if (h + 1 < to && isName(h) && isNoun(h + 1) && at(h + 1) >= 0) {
      return at(h + 1);
    }
    int before = sources.first[i] - 1;
    if (before > from && signs.tag[before] == Signs.DETERMINER) {
      before--;
    }
    boolean belongs =
        before > from && (signs.tag[before] == Signs.PREPOSITION || signs.tag[before] == Signs.TO);
    int lifted = belongs && isNoun(before - 1) ? at(before - 1) : -1;
    return described(lifted < 0 ? i : lifted);
  }

  /** The candidate that the form of the sentence shows, whatever was chosen; else -1. */
  private int shown(int h) {
    if (signs.word[cue] == ACCORDING) {
      return -1;
    }
    int passive = passive();
    if (passive >= 0) {
      return passive;
    }
    if (wordAt(cue - 1) == AS && signs.tag[cue] == Signs.SPEAKING) {
      // "Quoted Vance as saying".
      return at(cue - 2);
    }
    int pronoun = pronoun();
    if (pronoun >= 0) {
      return pronoun;
    }
    if (h > cue && LISTENED.contains(signs.word[cue]) && isSaid()) {
      return before();
    }
    int behind = h < cue ? inverted() : -1;
    return behind >= 0 ? behind : h >= 0 && h < cue ? beforeInsertion(h) : -1;
  }

  /** "They had complained": the pronoun that is the subject of the cue, nothing else between. */
  private int pronoun() {
    int t = cue - 1;
    while (t > from && (signs.tag[t] == Signs.AUXILIARY || signs.tag[t] == Signs.ADVERB)) {
      t--;
    }
    int tag = signs.tag[cue];
    boolean says = tag == Signs.SPEECH || tag == Signs.SPOKEN;
    return says && t >= from && SUBJECTS.contains(signs.word[t]) ? at(t) : -1;
  }

  /**
   * The last candidate before the cue: those who were told stand behind it; -1 if there is none.
   */
  private int before() {
    int best = -1;
    for (int i = 0; i < sources.count; i++) {
      boolean last = best < 0 || sources.head[i] > sources.head[best];
      best = sources.head[i] >= 0 && sources.head[i] < cue && last ? i : best;
    }
    return best;
  }

  /**
   * Of "was told", "is said to have" whoever stands behind "by", or else nobody: who hears it or
   * whom it is about doesn't say it. -1 where the cue is no passive.
   */
  private int passive() {
    int tag = signs.tag[cue];
    if (tag != Signs.SPOKEN && tag != Signs.HELD && tag != Signs.PARTICIPLE) {
      return -1;
    }
    int t = cue - 1;
    while (t > from && signs.tag[t] == Signs.ADVERB) {
      t--;
    }
    if (t < from || !BEING.contains(signs.word[t])) {
      return -1;
    }
    for (int i = 0; i < sources.count; i++) {
      if (sources.head[i] > cue && wordAt(sources.first[i] - 1) == BY) {
        return i;
      }
    }
    return sources.count - 1;
  }

  /**
   * Who stands behind the cue that closes or interrupts a sentence: the officer of "Police fired
   * four shots, said the officer."; else -1.
   */
  private int inverted() {
    boolean says = signs.tag[cue] == Signs.SPEECH && tokens.tag[cue] != Tags.VERB;
    says &= !LISTENED.contains(signs.word[cue]);
    if (!says || tagAt(cue - 1) != Signs.COMMA || !hasClauseBefore()) {
      return -1;
    }
    int stop = cue + 1;
    while (stop < to && stop - cue < APPOSITION && signs.tag[stop] != Signs.COMMA) {
      int tag = signs.tag[stop];
      boolean other = Signs.isFinite(tag) || tag == Signs.THAT || tag == Signs.QUOTE;
      if (other || tag == Signs.COLON || tokens.segment[stop] != tokens.segment[cue]) {
        return -1;
      }
      stop++;
    }
    int best = -1;
    for (int i = 0; i < sources.count; i++) {
      boolean behind =
          sources.head[i] > cue && sources.head[i] < stop && isPhrase(cue + 1, sources.first[i]);
      boolean name = behind && best >= 0 && isName(sources.head[i]) && !isName(sources.head[best]);
      best = behind && (best < 0 || name) ? i : best;
    }
    return best;
  }

  /** Whether a clause without marks ends right before the cue's comma. */
  private boolean hasClauseBefore() {
    for (int t = cue - 2; t >= Math.max(from, cue - CLAUSE); t--) {
      if (tokens.segment[t] != tokens.segment[cue] || signs.tag[t] == Signs.QUOTE) {
        return false;
      }
      if (Signs.isFinite(signs.tag[t])) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing but titles, determiners and brackets stands in a stretch. */
  private boolean isPhrase(int start, int end) {
    boolean bracket = false;
    for (int t = start; t < end; t++) {
      int tag = signs.tag[t];
      bracket = tag == Signs.OPEN || (bracket && tag != Signs.CLOSE);
      boolean part =
          bracket
              || tag == Signs.CLOSE
              || tag == Signs.DETERMINER
              || tag == Signs.ADJECTIVE
              || tag == Signs.CAPITAL
              || isNoun(t)
              || isName(t);
      if (!part) {
        return false;
      }
    }
    return end - start <= 8;
  }

  /**
   * Whoever an insertion between commas stands behind: the decree of "The decree, carrying the
   * signatures of Obi and Rao, states"; else -1.
   *
   * @param h the head that was chosen
   */
  private int beforeInsertion(int h) {
    if (!isSaid() || tagAt(cue - 1) != Signs.COMMA) {
      return -1;
    }
    for (int t = cue - 2; t > Math.max(from, cue - APPOSITION); t--) {
      int tag = signs.tag[t];
      if (Signs.isFinite(tag) || tokens.segment[t] != tokens.segment[cue]) {
        return -1;
      }
      boolean behind = signs.tag[t - 1] == Signs.COMMA && t - 2 >= from;
      boolean someone = behind && signs.mention[t - 2] >= 0 && tag == Signs.PREPOSITION;
      boolean opens = behind && (tag == Signs.ING || tag == Signs.PARTICIPLE || someone);
      if (opens) {
        return h >= t ? whole(at(t - 2)) : -1;
      }
    }
    return -1;
  }

  /** The one of "one of the owners"; else the candidate itself. */
  private int whole(int i) {
    boolean some = i >= 0 && sources.first[i] - 2 >= from && doc.isWord(sources.first[i] - 1, "of");
    int one = some ? at(sources.first[i] - 2) : -1;
    return one >= 0 ? one : i;
  }

  /** Whether the cue is "according", whose source follows. */
  boolean isAccording() {
    return signs.word[cue] == ACCORDING;
  }

  /**
   * The person whom an apposition without its second comma describes: Paz of "Rosa Paz, a
   * spokeswoman for the party told"; else the candidate itself.
   */
  private int described(int i) {
    int start = sources.first[i];
    boolean article =
        sources.head[i] >= 0 && sources.head[i] < cue && signs.tag[start] == Signs.DETERMINER;
    if (!article || !isSaid() || start - 2 < from || signs.tag[start - 1] != Signs.COMMA) {
      return i;
    }
    for (int t = start; t < cue; t++) {
      if (signs.tag[t] == Signs.COMMA || Signs.isFinite(signs.tag[t])) {
        return i;
      }
    }
    int m = signs.mention[start - 2];
    boolean person = m >= 0 && signs.tag[start - 2] == Signs.NAME + Names.PERSON;
    int named = person ? at(start - 2) : -1;
    return named >= 0 ? named : i;
  }

  /**
   * The candidate that a relative clause before the cue belongs to, or -1: the official of "an
   * official who asked not to be named said".
   *
   * @param h the head that was chosen
   */
  private int mainSubject(int h) {
    int relative = -1;
    for (int t = cue - 1; t > Math.max(from, cue - RELATIVE_REACH) && relative < 0; t--) {
      relative = signs.tag[t] == Signs.RELATIVE ? t : -1;
    }
    if (relative <= from || !isSaid() || !hasVerb(relative)) {
      return -1;
    }
    int before = signs.tag[relative - 1] == Signs.COMMA ? relative - 2 : relative - 1;
    boolean doubtful = h == relative || (h > relative && h < cue && isVerbal(signs.tag[h]));
    if (!doubtful && h != before) {
      return -1;
    }
    int main = before < from ? -1 : at(before);
    // Of "one of the owners, who asked not to be named" the one speaks.
    return whole(main);
  }

  /**
   * The subject of a later clause than that of the words chosen: the union of "the agency opened a
   * case after the union, the Guild (GBO), complained"; else -1.
   *
   * @param h the head that was chosen
   */
  private int laterSubject(int h) {
    if (!isSaid() || h > cue) {
      return -1;
    }
    int when = -1;
    for (int t = cue - 1; t > h && when < 0; t--) {
      if (Signs.isFinite(signs.tag[t]) && signs.tag[t] != Signs.AUXILIARY) {
        return -1;
      }
      when = signs.tag[t] == Signs.WHEN ? t : -1;
    }
    boolean verb = false;
    for (int t = h + 1; t < when; t++) {
      verb |= Signs.isFinite(signs.tag[t]);
    }
    if (when < 0 || !verb) {
      return -1;
    }
    for (int i = 0; i < sources.count; i++) {
      int m = sources.head[i] > when && sources.head[i] < cue ? signs.mention[sources.head[i]] : -1;
      if (m >= 0 && tagAt(sources.first[i] - 1) != Signs.OPEN) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The subject of the sentence for a participle behind a comma that the nearest words were chosen
   * for: the judge of "a judge rejected the claim of Pell, ruling that"; else -1.
   *
   * @param h the head that was chosen
   */
  private int subject(int h) {
    int tag = signs.tag[cue];
    boolean participle = tag == Signs.SPEAKING || tag == Signs.ING;
    if (!participle || tagAt(cue - 1) != Signs.COMMA || h != cue - 2) {
      return -1;
    }
    int best = -1;
    for (int i = 0; i < sources.count; i++) {
      boolean person =
          sources.head[i] >= 0 && sources.head[i] < h && signs.mention[sources.head[i]] >= 0;
      best = person && (best < 0 || sources.head[i] < sources.head[best]) ? i : best;
    }
    if (best < 0) {
      return -1;
    }
    for (int t = from; t < sources.first[best]; t++) {
      if (Signs.isFinite(signs.tag[t]) || signs.tag[t] == Signs.PREPOSITION) {
        return -1;
      }
    }
    return best;
  }

  /** Whether the cue is a verb of speech; a participle may be the past, "who was hurt said". */
  private boolean isSaid() {
    int tag = signs.tag[cue];
    return tag == Signs.SPEECH || (tag == Signs.SPOKEN && tagAt(cue - 1) != Signs.AUXILIARY);
  }

  private static boolean isVerbal(int tag) {
    return tag == Signs.PARTICIPLE || tag == Signs.BARE || tag == Signs.ADVERB || tag == Signs.ED;
  }

  /** Whether a relative clause has a verb of its own before the cue. */
  private boolean hasVerb(int relative) {
    if (signs.tag[cue - 1] == Signs.AND) {
      return false;
    }
    boolean chain = true;
    for (int t = cue - 1; t > relative; t--) {
      int tag = signs.tag[t];
      if (Signs.isFinite(tag) && !chain) {
        return true;
      }
      chain &= tag == Signs.ADVERB || tag == Signs.AUXILIARY || tag == Signs.PARTICIPLE;
    }
    return false;
  }

  private boolean isName(int t) {
    return signs.tag[t] >= Signs.NAME && signs.tag[t] < Signs.PRONOUN;
  }

  private boolean isNoun(int t) {
    int g = signs.tag[t];
    return g == Signs.ROLE || g == Signs.NOUN || g == Signs.DESCRIPTION;
  }

  /** The candidate with this head, or -1. */
  private int at(int t) {
    for (int i = 0; i < sources.count; i++) {
      if (sources.head[i] == t) {
        return i;
      }
    }
    return -1;
  }

  private int tagAt(int t) {
    return signs.tagWithin(t, from, to);
  }

  private int wordAt(int t) {
    return signs.wordWithin(t, from, to);
  }
}
