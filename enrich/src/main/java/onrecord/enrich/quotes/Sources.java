package onrecord.enrich.quotes;

import java.util.Set;
import onrecord.enrich.people.People;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * The candidates for the source of a cue: mentions of People and the heads of other phrases in its
 * sentence, and nobody. Filled anew for each cue; for one thread.
 */
public final class Sources {
  private static final int BACK = 48;
  private static final int AHEAD = 32;
  private static final int MOST = BACK + AHEAD + 1;

  /** Words that a source may always be, met in training or not. */
  private static final int SPEAKERS =
      Lexicon.ROLE | Lexicon.GROUP | Lexicon.DOCUMENT | Lexicon.OCCUPATION | Lexicon.KIN;

  /** Of them in "last week" nobody speaks. */
  private static final Set<Integer> TIMES =
      Signs.hashes(
          "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight"
              + " week month year morning afternoon evening night");

  private static final Set<Integer> LAST = Signs.hashes("last this next every each that");

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

  final Subjects subjects = new Subjects(this);

  private int cue;
  private int from;
  private int to;

  public void start(Document document, Signs of, People who) {
    doc = document;
    tokens = doc.tokens;
    signs = of;
    people = who;
    subjects.start(document, of);
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
    subjects.turnTo(t);
  }

  private boolean candidate(int t, int passed) {
    int m = signs.mention[t];
    int g = signs.tag[t];
    if (tokens.segment[cue] != tokens.segment[t]) {
      return false;
    }
    if (m >= 0 ? t != people.endToken[m] - 1 : !mayBeSource(t)) {
      return false;
    }
    if (m < 0 && (g == Signs.AUXILIARY || g == Signs.PREPOSITION || g == Signs.TO)) {
      return false;
    }
    if (m < 0 && (isDetermining(t) || isTime(t))) {
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

  private boolean mayBeSource(int t) {
    return (signs.may[t] & QuoteModel.MAY_BE_SOURCE) != 0 || (tokens.flags[t] & SPEAKERS) != 0;
  }

  /** Whether a determiner stands before its noun or name, and so for nobody by itself. */
  private boolean isDetermining(int t) {
    int next = tagAt(t + 1);
    return signs.tag[t] == Signs.DETERMINER
        && (next == Signs.NOUN
            || next == Signs.PLAIN
            || next == Signs.PLURAL
            || next == Signs.CAPITAL
            || next == Signs.ADJECTIVE
            || next == Signs.ROLE
            || next == Signs.DESCRIPTION
            || (next >= Signs.NAME && next < Signs.PRONOUN));
  }

  /** "Last week": a time. */
  private boolean isTime(int t) {
    return TIMES.contains(signs.word[t]) && (t == from || LAST.contains(signs.word[t - 1]));
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
