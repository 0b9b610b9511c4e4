package onrecord.enrich.quotes;

import java.util.Set;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;

/**
 * Knows a source with its cue that stands behind what it reports, inside it or, with "according
 * to", before it: "The bridge will close, the mayor said on Monday", "The bridge, said Pell, will
 * close", "On average, according to the report, repairs take months". Turned to a cue with its
 * source; for one thread.
 */
final class Insertions {
  static final int NONE = 0;

  /** The source closes its sentence; {@link #first} and {@link #end} hold what it reports. */
  static final int CLOSING = 1;

  /** It is inserted: {@link #restFirst} and {@link #restEnd} hold what stands behind it. */
  static final int INSERTED = 2;

  /** "According to" opens its sentence; the clause behind its comma is what it reports. */
  static final int LEADING = 3;

  /** No sentence around an inserted cue has more tokens. */
  private static final int LONG = 80;

  /** No further from its cue or its comma stands a source. */
  private static final int NEAR = 8;

  private static final int FAR = 24;

  private static final int ACCORDING = Signs.hash("according");

  /** "Pointed out": part of the cue. */
  private static final Set<Integer> PARTICLES = Signs.hashes("out on up");

  private static final Set<Integer> MANNER = Signs.hashes("in at during on from through via by");

  int first;
  int end;
  int restFirst;
  int restEnd;

  private final Clauses clauses;
  private Document doc;
  private Tokens tokens;
  private Signs signs;
  private int cue;
  private int sourceFirst;
  private int sourceEnd;
  private int from;
  private int to;

  Insertions(Clauses clauses) {
    this.clauses = clauses;
  }

  void start(Document document, Signs of) {
    doc = document;
    tokens = doc.tokens;
    signs = of;
  }

  /**
   * What the sentence's form says of a cue that the clauses were turned to.
   *
   * @return one of the constants here
   */
  int find(int cueToken, int sourceFirstToken, int sourceEndToken) {
    cue = cueToken;
    sourceFirst = sourceFirstToken;
    sourceEnd = sourceEndToken;
    int sentence = tokens.sentence[cue];
    from = doc.sentences.firstToken[sentence];
    to = doc.sentences.endToken[sentence];
    if (sourceFirst < 0 || sourceFirst < from || sourceEnd > to) {
      return NONE;
    }
    if (signs.word[cue] == ACCORDING) {
      return according();
    }
    return sourceFirst < cue ? behindSource() : beforeSource();
  }

  /** Whether a particle stands behind a cue and closes it: "pointed out,". */
  boolean hasParticle(int t) {
    boolean particle = t + 2 < tokens.count && PARTICLES.contains(signs.word[t + 1]);
    return particle && (signs.tag[t + 2] == Signs.COMMA || signs.tag[t + 2] == Signs.STOP);
  }

  /** "…, the mayor said on Monday", "…, the mayor said, …". */
  private int behindSource() {
    int start = phraseStart();
    if (start <= from + 1 || tagAt(start - 1) != Signs.COMMA || !reachesCue()) {
      return NONE;
    }
    int stop = cue + 1;
    if (PARTICLES.contains(wordAt(stop)) && tagAt(stop + 1) == Signs.COMMA) {
      stop++;
    }
    return frame(start, behindAsides(stop), false);
  }

  /** "…, said the mayor.", "…, said Pell, …". */
  private int beforeSource() {
    int start = cue;
    if (PARTICLES.contains(wordAt(cue + 1))) {
      start++;
    }
    if (cue <= from + 1 || tagAt(cue - 1) != Signs.COMMA || sourceFirst - start > NEAR) {
      return NONE;
    }
    for (int t = start + 1; t < sourceFirst; t++) {
      int tag = signs.tag[t];
      if (!isModifier(tag) && tag != Signs.OPEN && tag != Signs.CLOSE) {
        return NONE;
      }
    }
    return frame(cue, behindAsides(sourceEnd), true);
  }

  private int according() {
    if (sourceFirst < cue || sourceFirst - cue > NEAR) {
      return NONE;
    }
    int comma = sourceEnd;
    while (comma < to && comma - cue < FAR && tagAt(comma) != Signs.COMMA) {
      if (Signs.isFinite(signs.tag[comma]) || tokens.segment[comma] != tokens.segment[cue]) {
        return NONE;
      }
      comma++;
    }
    if (tagAt(comma) != Signs.COMMA || comma + 2 >= to) {
      return NONE;
    }
    if (isNothing(from, cue)) {
      first = behindApposition(comma + 1);
      end = clauses.sentenceEnd(first);
      return hasFinite(first, end) ? LEADING : NONE;
    }
    boolean set = cue > from + 1 && tagAt(cue - 1) == Signs.COMMA;
    return set && !hasFinite(from, cue) ? frame(cue, comma, false) : NONE;
  }

  /** Of ", an engineer at the port, the bridge is old" the start of the clause. */
  private int behindApposition(int start) {
    int tag = tagAt(start);
    boolean clause = tag == Signs.RELATIVE;
    boolean noun = clause || (isModifier(tag) && tag != Signs.NUMBER);
    for (int t = start; noun && t < Math.min(to - 1, start + FAR); t++) {
      if (Signs.isFinite(signs.tag[t]) && !clause) {
        return start;
      }
      if (signs.tag[t] == Signs.COMMA) {
        return hasFinite(t + 1, to) ? t + 1 : start;
      }
    }
    return start;
  }

  /**
   * What stands around a source with its cue.
   *
   * @param start the first token of both, behind a comma
   * @param stop the one behind both and when and where it was said
   * @param inverted whether the source follows its cue
   */
  private int frame(int start, int stop, boolean inverted) {
    first = from;
    while (first < start - 2 && !isWord(first)) {
      first++;
    }
    end = lastWord(start - 1, first);
    if (tagAt(end - 1) == Signs.ADVERB && tagAt(end - 2) == Signs.COMMA) {
      // "The mushroom, however, he said, …".
      end = lastWord(end - 2, first);
    }
    if (tokens.segment[start - 2] != tokens.segment[cue] || !isWord(first) || end <= first) {
      return NONE;
    }
    boolean says = says(first, end);
    if (stop >= to || (tagAt(stop) == Signs.STOP && stop + 1 >= to)) {
      return says || (!inverted && !opensAside(first)) ? CLOSING : NONE;
    }
    if (tagAt(stop) != Signs.COMMA || stop + 2 >= to || hasMarks()) {
      return NONE;
    }
    int rest = stop + 1;
    int tag = tagAt(rest);
    boolean verb = Signs.isFinite(tag) || tagAt(start - 2) == Signs.AUXILIARY;
    boolean goesOn = tag == Signs.AND && Signs.isFinite(tagAt(rest + 1));
    boolean clause = !hasFinite(first, end) && tag != Signs.ING && tag != Signs.SPEAKING;
    if (isWord(rest) && (verb || goesOn || (clause && hasFinite(rest, to)))) {
      restFirst = rest;
      restEnd = clauses.beforeAdding(rest, clauses.sentenceEnd(rest));
      return INSERTED;
    }
    // Whatever else its source is or does, "…, said Pell, who built it", "…, Pell said, adding".
    boolean aside = isAside(rest, inverted);
    return says && aside ? CLOSING : NONE;
  }

  private boolean isAside(int t, boolean inverted) {
    int tag = tagAt(t);
    boolean adds = tag == Signs.SPEAKING || tag == Signs.ING;
    boolean is = tag == Signs.RELATIVE || tag == Signs.DETERMINER || isName(tag);
    return adds || (inverted && (is || tag == Signs.NOUN || tag == Signs.ROLE));
  }

  private static boolean isName(int tag) {
    return tag >= Signs.NAME && tag < Signs.PRONOUN;
  }

  /** Whether a clause of its own stands in a stretch, not only one that a "when" opens. */
  private boolean says(int start, int stop) {
    boolean open = opensAside(start);
    for (int t = start; t < stop; t++) {
      if (signs.tag[t] == Signs.COMMA) {
        open = false;
      } else if (!open && Signs.isFinite(signs.tag[t])) {
        return true;
      }
    }
    return false;
  }

  private boolean opensAside(int t) {
    int tag = tagAt(t);
    return tag == Signs.WHEN || tag == Signs.ING || tag == Signs.SPEAKING || tag == Signs.RELATIVE;
  }

  /** Whether there is nothing but a dateline or a "but" before a token. */
  private boolean isNothing(int start, int stop) {
    if (stop - start > FAR) {
      return false;
    }
    boolean dash = false;
    boolean words = false;
    for (int t = start; t < stop; t++) {
      dash |= signs.tag[t] == Signs.DASH && start == doc.blocks.firstToken[tokens.block[t]];
      words |= isWord(t) && signs.tag[t] != Signs.AND;
    }
    return !words || (dash && signs.tag[stop - 1] == Signs.DASH && doc.isAllCaps(start));
  }

  /** Where the source's phrase begins: "a survey by the group Canasta" of a mention "Canasta". */
  private int phraseStart() {
    int start = sourceFirst;
    while (start > from && sourceFirst - start < 2 * NEAR && isPart(signs.tag[start - 1])) {
      start--;
    }
    return start;
  }

  private boolean isPart(int tag) {
    return isModifier(tag) || tag == Signs.PREPOSITION || tag == Signs.PARTICIPLE;
  }

  private boolean isModifier(int tag) {
    return tag == Signs.DETERMINER
        || tag == Signs.ADJECTIVE
        || tag == Signs.NOUN
        || tag == Signs.PLAIN
        || tag == Signs.PLURAL
        || tag == Signs.CAPITAL
        || tag == Signs.ROLE
        || tag == Signs.DESCRIPTION
        || tag == Signs.POSSESSIVE
        || tag == Signs.NUMBER
        || isName(tag);
  }

  /** Whether nothing but a place, brackets and parts of the verb stands between the two. */
  private boolean reachesCue() {
    boolean bracket = false;
    for (int t = sourceEnd; t < cue; t++) {
      int tag = signs.tag[t];
      bracket = tag == Signs.OPEN || (bracket && tag != Signs.CLOSE);
      boolean part =
          bracket
              || tag == Signs.CLOSE
              || tag == Signs.AUXILIARY
              || tag == Signs.ADVERB
              || tag == Signs.PREPOSITION
              || isModifier(tag);
      if (!part) {
        return false;
      }
    }
    return cue - sourceEnd <= NEAR;
  }

  /** Behind whom it was said to, when and where. */
  private int behindAsides(int t) {
    int stop = clauses.behindListeners(t);
    for (int next = clauses.behindAside(stop); next > stop && stop - cue < 2 * NEAR; ) {
      stop = next;
      next = clauses.behindAside(stop);
    }
    // "At the site's opening ceremony", "in a report".
    if (MANNER.contains(wordAt(stop))) {
      int last = stop + 1;
      while (last < to && last - stop < NEAR && isModifier(signs.tag[last])) {
        last++;
      }
      boolean closes = tagAt(last) == Signs.STOP && last + 1 >= to;
      stop = last > stop + 1 && (closes || tagAt(last) == Signs.COMMA) ? last : stop;
    }
    return stop;
  }

  private boolean hasMarks() {
    for (int t = from; t < to; t++) {
      boolean other = tokens.segment[t] != tokens.segment[cue];
      if (other || signs.tag[t] == Signs.QUOTE || t - from > LONG) {
        return true;
      }
    }
    return false;
  }

  private boolean hasFinite(int start, int stop) {
    for (int t = start; t < Math.min(stop, start + LONG); t++) {
      if (Signs.isFinite(signs.tag[t])) {
        return true;
      }
    }
    return false;
  }

  private int lastWord(int stop, int start) {
    int last = stop;
    while (last > start + 1 && !isWord(last - 1)) {
      last--;
    }
    return last;
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
}
