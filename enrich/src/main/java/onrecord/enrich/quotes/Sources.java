package onrecord.enrich.quotes;

import onrecord.enrich.people.People;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;

/**
 * The candidates for the source of a cue: mentions of People and the heads of other phrases in its
 * sentence, and nobody. Filled anew for each cue; for one thread.
 */
public final class Sources {
  private static final int BACK = 48;
  private static final int AHEAD = 32;
  private static final int RELATIVE_REACH = 16;
  private static final int MOST = BACK + AHEAD + 1;

  private Document doc;
  private Signs signs;
  private Tokens tokens;
  private People people;

  /** The candidates' heads; the last one is -1: nobody. */
  public final int[] head = new int[MOST];

  public int count;

  /** The words of each candidate: its first token. */
  public final int[] first = new int[MOST];

  private final int[] between = new int[MOST];

  /** Whether the last candidate that was lifted has a relative clause between it and the cue. */
  boolean behindClause;

  private int cue;
  private int from;
  private int to;

  public void start(Document document, Signs of, People who) {
    doc = document;
    tokens = doc.tokens;
    signs = of;
    people = who;
  }

  /** Finds the candidates for the cue at token {@code t}. */
  public void find(int t) {
    cue = t;
    int sentence = tokens.sentence[t];
    from = doc.sentences.firstToken[sentence];
    to = doc.sentences.endToken[sentence];
    count = 0;
    int passed = 0;
    for (int i = t - 1; i >= Math.max(from, t - BACK); i--) {
      passed += candidate(i, passed) ? 1 : 0;
    }
    passed = 0;
    for (int i = t + 1; i < Math.min(to, t + AHEAD); i++) {
      passed += candidate(i, passed) ? 1 : 0;
    }
    head[count] = -1;
    first[count] = -1;
    between[count] = 0;
    count++;
  }

  private boolean candidate(int t, int passed) {
    int m = signs.mention[t];
    int g = signs.tag[t];
    if (tokens.segment[cue] != tokens.segment[t]) {
      return false;
    }
    if (m >= 0 ? t != people.endToken[m] - 1 : (signs.may[t] & QuoteModel.MAY_BE_SOURCE) == 0) {
      return false;
    }
    if (m < 0 && (g == Signs.AUXILIARY || g == Signs.PREPOSITION || g == Signs.TO)) {
      return false;
    }
    if (m < 0 && t + 1 < to && (signs.tag[t + 1] == Signs.CAPITAL && g == Signs.CAPITAL)) {
      return false;
    }
    head[count] = t;
    first[count] = m >= 0 ? people.firstToken[m] : phraseStart(t);
    between[count] = passed;
    count++;
    return true;
  }

  /** Where the phrase with this head begins: its determiner, adjectives and nouns. */
  private int phraseStart(int t) {
    int start = t;
    if (signs.tag[t] == Signs.RELATIVE || signs.tag[t] == Signs.THAT) {
      return t;
    }
    while (start > from && t - start < 8) {
      int g = signs.tag[start - 1];
      boolean part =
          g == Signs.DETERMINER
              || g == Signs.PLAIN
              || g == Signs.CAPITAL
              || g == Signs.NOUN
              || g == Signs.NUMBER
              || g == Signs.POSSESSIVE
              || (g >= Signs.NAME && g < Signs.PRONOUN)
              || g == Signs.ED
              || g == Signs.PARTICIPLE
              || g == Signs.ADJECTIVE
              || g == Signs.PLURAL;
      if (!part || start - 1 == cue) {
        break;
      }
      start--;
      if (g == Signs.DETERMINER) {
        break;
      }
    }
    return start;
  }

  /**
   * The candidate whose words a name only belongs to: "a longtime adviser" for the Vance of "a
   * longtime adviser to Vance", the aide of "a Vance aide"; else the candidate itself.
   */
  public int lifted(int i) {
    int h = head[i];
    int main = h < 0 ? -1 : mainSubject(h);
    behindClause = main >= 0;
    if (behindClause) {
      return main;
    }
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
    int before = first[i] - 1;
    if (before > from && signs.tag[before] == Signs.DETERMINER) {
      before--;
    }
    boolean belongs =
        before > from && (signs.tag[before] == Signs.PREPOSITION || signs.tag[before] == Signs.TO);
    int lifted = belongs && isNoun(before - 1) ? at(before - 1) : -1;
    return lifted < 0 ? i : lifted;
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
    boolean some = main >= 0 && tagAt(first[main] - 1) == Signs.PREPOSITION;
    int one = some && first[main] - 2 >= from ? at(first[main] - 2) : -1;
    return one >= 0 && doc.isWord(head[one] + 1, "of") ? one : main;
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
    for (int i = 0; i < count; i++) {
      int m = head[i] > when && head[i] < cue ? signs.mention[head[i]] : -1;
      if (m >= 0 && tagAt(first[i] - 1) != Signs.OPEN) {
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
    for (int i = 0; i < count; i++) {
      boolean person = head[i] >= 0 && head[i] < h && signs.mention[head[i]] >= 0;
      best = person && (best < 0 || head[i] < head[best]) ? i : best;
    }
    if (best < 0) {
      return -1;
    }
    for (int t = from; t < first[best]; t++) {
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
    for (int i = 0; i < count; i++) {
      if (head[i] == t) {
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

  /** Gathers the features of candidate {@code i}. */
  public void features(int i, Features out) {
    out.clear();
    int w = signs.word[cue];
    int c = signs.coarse[cue];
    int g = signs.tag[cue];
    if (head[i] < 0) {
      nobody(out, w, c, g);
      return;
    }
    int h = head[i];
    int start = first[i];
    int side = h < cue ? 0 : 1;
    int near = side == 0 ? h : start;
    int far = Math.abs(cue - near);
    int distance = Features.coarse(far);
    int ht = signs.tag[h];
    int hw = signs.word[h];
    int hc = signs.coarse[h];
    int passed = Math.min(between[i], 5);
    int before = tagAt(start - 1);
    int after = tagAt(h + 1);
    int low = side == 0 ? h : cue;
    int high = side == 0 ? cue : start;
    int commas = 0;
    int verbs = 0;
    int auxiliaries = 0;
    int relatives = 0;
    int joins = 0;
    int marks = 0;
    int prepositions = 0;
    int shape = 0;
    int rival = 0;
    for (int t = low + 1; t < high; t++) {
      int tag = signs.tag[t];
      commas += tag == Signs.COMMA || tag == Signs.DASH || tag == Signs.SEMICOLON ? 1 : 0;
      verbs += tag != Signs.AUXILIARY && Signs.isFinite(tag) ? 1 : 0;
      auxiliaries += tag == Signs.AUXILIARY ? 1 : 0;
      relatives += tag == Signs.RELATIVE || tag == Signs.THAT || tag == Signs.WHEN ? 1 : 0;
      joins += tag == Signs.AND ? 1 : 0;
      marks += tag == Signs.QUOTE ? 1 : 0;
      prepositions += tag == Signs.PREPOSITION ? 1 : 0;
      shape = shape * 61 + tag;
      rival = Math.max(rival, signs.cue[t]);
    }
    int path =
        Math.min(commas, 3)
            + 4 * Math.min(verbs, 2)
            + 12 * Math.min(relatives, 2)
            + 36 * Math.min(joins, 2)
            + 108 * Math.min(marks, 2)
            + 324 * Math.min(prepositions, 2)
            + 972 * Math.min(auxiliaries, 2);
    int where = side * 16 + distance;
    out.add(100, where);
    out.add(101, where, ht);
    out.add(102, hw, side);
    out.add(103, hc, side);
    out.add(104, signs.fine[h], side);
    out.add(105, ht, passed, side);
    out.add(106, path, side);
    out.add(107, path, ht, side);
    if (high - low <= 6) {
      out.add(108, shape, side, ht);
      out.add(109, shape, side, g);
    }
    out.add(110, w, side, passed);
    out.add(111, w, ht, side);
    out.add(112, w, where);
    out.add(113, c, where);
    out.add(114, c, ht, side);
    out.add(115, wordAt(start - 1), side);
    out.add(116, wordAt(h + 1), side);
    out.add(117, before, after, side);
    out.add(118, before, ht, side * 16 + passed);
    out.add(119, after, ht, side * 16 + passed);
    out.add(120, g, passed, side);
    out.add(121, wordAt(cue - 1), side, passed);
    out.add(122, wordAt(cue + 1), side, passed);
    out.add(123, tagAt(cue - 1) * 64 + tagAt(cue + 1), side, passed);
    out.add(124, Features.coarse(cue - from), side, passed);
    out.add(125, start == from ? 1 : 0, side, ht);
    out.add(126, start == from || tagAt(start - 1) == Signs.COMMA ? 1 : 0, side, passed);
    out.add(127, hc, c, side);
    out.add(128, hw, ht, before);
    out.add(129, commas * 8 + joins, g, side);
    out.add(130, signs.word[start], ht);
    out.add(131, suffixClass(g), path, side);
    out.add(132, w, path, side);
    out.add(134, rival, side, passed);
    out.add(135, rival, g, side * 64 + ht);
    out.add(136, h + 1 < to ? signs.cue[h + 1] : 0, side, distance);
    out.add(137, signs.cue[h], side);
    out.add(133, wordAt(start - 1), wordAt(h + 1), ht);
  }

  private static int suffixClass(int g) {
    return g == Signs.SPEAKING || g == Signs.ING
        ? 1
        : g == Signs.COLON ? 2 : g == Signs.NOUN ? 3 : 0;
  }

  private void nobody(Features out, int w, int c, int g) {
    out.add(140, 0);
    out.add(141, w);
    out.add(142, c);
    out.add(143, g, tagAt(cue - 1), tagAt(cue + 1));
    out.add(144, wordAt(cue - 1));
    out.add(145, wordAt(cue + 1));
    out.add(146, Math.min(count, 8));
    out.add(147, Features.coarse(cue - from), g);
    out.add(148, wordAt(cue - 1), w);
    out.add(149, wordAt(cue - 1), g);
    out.add(150, tagAt(cue - 1), tagAt(cue - 2));
    out.add(151, wordAt(cue + 1), g);
  }
}
