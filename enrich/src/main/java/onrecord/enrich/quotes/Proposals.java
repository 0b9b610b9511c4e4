package onrecord.enrich.quotes;

import java.util.Arrays;
import java.util.Set;
import onrecord.enrich.people.People;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Segments;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * For each likely cue the likeliest source and content, a row a cue, in the order of the text. For
 * one thread.
 */
public final class Proposals {
  /** Less likely cues aren't looked at further. */
  private static final float LEAST = 0.06f;

  /** Words inside marks are somebody's already; what they report must be clear. */
  private static final float CLEAR = 0.5f;

  /** What a candidate costs, in units of work. */
  static final int SCORED = 4;

  /** No sentence has so many; a text of one sentence doesn't cost more than others. */
  private static final int MOST_IN_SENTENCE = 24;

  /** How likely is what the sentence's form says: ", the mayor said." reports the whole clause. */
  private static final float CLOSING = 0.9f;

  /** And what a likely cue reports by its form. */
  private static final float PLAIN = 0.6f;

  /** How likely a noun with its source and "that" reports. */
  private static final float NOMINAL = 0.6f;

  /** What reports only where it closes a headline: "Bridge Is Unsafe, Study Finds". */
  private static final Set<Integer> CONCLUDING =
      Signs.hashes("finds find rules rule shows show reveals suggests hears hear");

  /** So likely must another source be for the whole to be judged with it. */
  private static final float CLOSE_CALL = 0.1f;

  private static final int NEIGHBOURS = 12;

  /** No dateline has so many tokens. */
  private static final int DATELINE = 16;

  public int count;

  /** The cue's head. */
  public int[] cue = new int[128];

  public float[] cueLikely = new float[128];

  /** The source's first token and the one behind its last; -1 when nobody. */
  public int[] sourceFirst = new int[128];

  public int[] sourceEnd = new int[128];
  public float[] sourceLikely = new float[128];

  /** The source that is likeliest next; -1 when there is none. */
  int[] otherFirst = new int[128];

  int[] otherEnd = new int[128];
  float[] otherLikely = new float[128];
  private boolean[] close = new boolean[128];

  /** How likely the source and the other one are after the whole was judged with both. */
  float[] speakerLikely = new float[128];

  float[] rivalLikely = new float[128];

  /** The content's first token and the one behind its last. */
  public int[] first = new int[128];

  public int[] end = new int[128];
  public float[] contentLikely = new float[128];

  /** What else of its sentence the cue reports, behind itself; -1 where it does nothing. */
  int[] restFirst = new int[128];

  int[] restEnd = new int[128];

  /** How likely the whole is right. */
  public float[] likely = new float[128];

  private final Cues cues = new Cues();
  private final Sources sources = new Sources();
  private final Contents contents = new Contents();
  private final Nominals nominals = new Nominals();
  private final Features features = new Features();
  private final float[] scores = new float[256];
  private final QuoteModel model;
  private Document doc;
  private Tokens tokens;
  private Signs signs;

  public Proposals(QuoteModel model) {
    this.model = model;
  }

  /** Finds the proposals of a document. */
  public void find(Document document, Signs of, People people) {
    findCues(document, of, people);
    sources.start(doc, signs, people);
    contents.start(doc, signs);
    for (int i = 0; i < count; i++) {
      propose(i);
    }
    for (int i = 0; i < count; i++) {
      if (insideLongSegment(cue[i])) {
        likely[i] = 0;
        speakerLikely[i] = sourceLikely[i];
        rivalLikely[i] = otherLikely[i];
      } else {
        likely[i] = verdict(i);
        weighOther(i);
        if (isNominal(i)) {
          likely[i] = Math.max(likely[i], NOMINAL);
        }
        if ((isHeadline(cue[i]) && contentLikely[i] == CLOSING) || restFirst[i] >= 0) {
          likely[i] = Math.max(likely[i], CLOSING);
        } else if ((contentLikely[i] == CLOSING && cueLikely[i] >= CLEAR) || isHeadlined(i)) {
          likely[i] = Math.max(likely[i], PLAIN);
        }
      }
    }
  }

  /** Whether a headline's verb of speech stands between its source and marks: "Repeats 'Root'". */
  private boolean isHeadlined(int p) {
    int c = cue[p];
    int next = c + 1;
    while (next < tokens.count && signs.tag[next] == Signs.QUOTE) {
      next++;
    }
    return isHeadline(c)
        && (tokens.flags[c] & Lexicon.SPEECH) != 0
        && sourceEnd[p] == c
        && next == first[p]
        && next > c + 1;
  }

  private float verdict(int p) {
    verdictFeatures(p, features);
    return QuoteModel.likely(model.score(features));
  }

  /** Takes the source that is likeliest next where the whole is likelier with it. */
  private void weighOther(int p) {
    speakerLikely[p] = sourceLikely[p];
    rivalLikely[p] = otherLikely[p];
    if (!isClose(p)) {
      return;
    }
    float one = likely[p];
    turn(p);
    float other = verdict(p);
    if (other > one) {
      likely[p] = other;
    } else {
      turn(p);
    }
    // Whose words they are is as doubtful as both together say.
    float both = sourceLikely[p] + otherLikely[p];
    float share = Math.max(one, other) / (one + other);
    speakerLikely[p] = both * share;
    rivalLikely[p] = both * (1 - share);
  }

  /** Whether another source is likely enough for the whole to be judged with it too. */
  public boolean isClose(int p) {
    return close[p] && !insideLongSegment(cue[p]);
  }

  /** Puts the source that is likeliest next in the place of the likeliest, or back. */
  public void turn(int p) {
    int first1 = sourceFirst[p];
    int end1 = sourceEnd[p];
    float likely1 = sourceLikely[p];
    sourceFirst[p] = otherFirst[p];
    sourceEnd[p] = otherEnd[p];
    sourceLikely[p] = otherLikely[p];
    otherFirst[p] = first1;
    otherEnd[p] = end1;
    otherLikely[p] = likely1;
    content(p, isNominal(p));
  }

  /** Finds the likely cues alone. */
  public void findCues(Document document, Signs of, People people) {
    doc = document;
    tokens = doc.tokens;
    signs = of;
    count = 0;
    cues.start(doc, signs, people);
    nominals.start(doc, signs, people);
    for (int t = 0; t < tokens.count; t++) {
      if (cues.mayBe(t)) {
        doc.budget.spend(SCORED);
        cues.features(t, features);
        float likelyCue = QuoteModel.likely(model.score(features));
        if (likelyCue < NOMINAL && !insideLongSegment(t) && nominals.find(t)) {
          likelyCue = NOMINAL;
        }
        signs.cue[t] = insideLongSegment(t) ? 0 : Signs.level(likelyCue);
        boolean room =
            count < MOST_IN_SENTENCE
                || tokens.sentence[cue[count - MOST_IN_SENTENCE]] != tokens.sentence[t];
        if (room && likelyCue >= (insideLongSegment(t) ? CLEAR : LEAST)) {
          grow();
          cue[count] = t;
          cueLikely[count] = likelyCue;
          count++;
        }
      }
    }
  }

  public boolean insideLongSegment(int t) {
    int s = tokens.segment[t];
    return s >= 0 && doc.segments.endToken[s] - doc.segments.firstToken[s] > 2;
  }

  private void propose(int p) {
    sources.find(cue[p]);
    for (int i = 0; i < sources.count; i++) {
      sources.features(i, features);
      scores[i] = model.score(features);
    }
    int best = best(sources.count);
    sourceLikely[p] = share(best, sources.count);
    int chosen = best;
    best = sources.subjects.lifted(best);
    if (sources.subjects.byForm) {
      sourceLikely[p] = Math.max(sourceLikely[p], CLOSING);
    }
    sourceFirst[p] = sources.first[best];
    sourceEnd[p] = sources.head[best] + 1;
    if (sources.head[best] < 0) {
      sourceEnd[p] = -1;
    }
    other(p, best);
    if (sources.subjects.byForm) {
      otherLikely[p] = Math.min(otherLikely[p], 1 - sourceLikely[p]);
    }
    boolean nominal = isNominal(p);
    // What the form of the sentence said isn't asked again.
    boolean formed = sources.subjects.byForm || best != chosen;
    close[p] = !nominal && !formed && otherFirst[p] >= 0 && otherLikely[p] >= CLOSE_CALL;
    if (nominal) {
      sourceFirst[p] = nominals.sourceFirst;
      sourceEnd[p] = nominals.sourceEnd;
      sourceLikely[p] = Math.max(sourceLikely[p], CLOSING);
    }
    content(p, nominal);
  }

  /** Whether a cue is a noun that reports by its form. */
  private boolean isNominal(int p) {
    return !insideLongSegment(cue[p]) && nominals.find(cue[p]);
  }

  private void other(int p, int best) {
    int second = -1;
    for (int i = 0; i < sources.count; i++) {
      boolean better = second < 0 || scores[i] > scores[second];
      second = i != best && sources.head[i] >= 0 && better ? i : second;
    }
    otherFirst[p] = second < 0 ? -1 : sources.first[second];
    otherEnd[p] = second < 0 ? -1 : sources.head[second] + 1;
    otherLikely[p] = second < 0 ? 0 : share(second, sources.count);
  }

  private boolean isHeadline(int t) {
    return doc.blocks.kind[tokens.block[t]] == Document.Blocks.HEADLINE;
  }

  private void content(int p, boolean isNominal) {
    restFirst[p] = -1;
    restEnd[p] = -1;
    contents.turnTo(cue[p], sourceFirst[p], sourceEnd[p]);
    boolean concludes = isHeadline(cue[p]) && CONCLUDING.contains(signs.word[cue[p]]);
    boolean verb = signs.tag[cue[p]] == Signs.ED || signs.tag[cue[p]] == Signs.PRESENT_THIRD;
    boolean says = signs.tag[cue[p]] == Signs.SPEECH || concludes || sources.subjects.isAccording();
    // "Pointed out" says, "appointed" doesn't.
    says |= verb && cueLikely[p] >= CLEAR && contents.insertions.hasParticle(cue[p]);
    int form =
        says ? contents.insertions.find(cue[p], sourceFirst[p], sourceEnd[p]) : Insertions.NONE;
    if (form != Insertions.NONE) {
      boolean inserted = form == Insertions.INSERTED;
      first[p] = contents.insertions.first;
      end[p] = contents.insertions.end;
      restFirst[p] = inserted ? contents.insertions.restFirst : -1;
      restEnd[p] = inserted ? contents.insertions.restEnd : -1;
      contentLikely[p] = CLOSING;
      return;
    }
    int opening = contents.clauses.opening();
    if (opening >= 0) {
      first[p] = doc.segments.firstToken[opening];
      end[p] = doc.segments.endToken[opening];
      contentLikely[p] = CLOSING;
      return;
    }
    contents.sideFeatures(features);
    float behind = QuoteModel.likely(model.score(features));
    contents.endsBefore();
    boolean canBefore = contents.count > 0;
    contents.startsBehind();
    boolean canBehind = contents.count > 0;
    if (!canBehind && !canBefore) {
      first[p] = cue[p];
      end[p] = cue[p] + 1;
      contentLikely[p] = 0;
      return;
    }
    boolean nominal = canBehind && isNominal;
    if (canBehind && (behind >= 0.5f || !canBefore || nominal)) {
      for (int i = 0; i < contents.count; i++) {
        contents.startBehindFeatures(i, features);
        scores[i] = model.score(features);
      }
      int start = best(contents.count);
      float likelyStart = share(start, contents.count);
      first[p] = nominal ? nominals.contentFirst : contents.clauses.begin(contents.place[start]);
      contents.endsBehind(first[p]);
      for (int i = 0; i < contents.count; i++) {
        contents.endBehindFeatures(i, features);
        scores[i] = model.score(features);
      }
      int stop = best(contents.count);
      end[p] = contents.clauses.finish(first[p], contents.place[stop]);
      if (nominal) {
        end[p] = contents.clauses.beforeAs(first[p], end[p]);
      }
      contentLikely[p] = behind * likelyStart * alike(stop, contents.count);
    } else {
      contents.endsBefore();
      for (int i = 0; i < contents.count; i++) {
        contents.endBeforeFeatures(i, features);
        scores[i] = model.score(features);
      }
      int stop = best(contents.count);
      float likelyEnd = share(stop, contents.count);
      end[p] = contents.place[stop];
      contents.startsBefore(end[p]);
      for (int i = 0; i < contents.count; i++) {
        contents.startBeforeFeatures(i, features);
        scores[i] = model.score(features);
      }
      int start = best(contents.count);
      first[p] = contents.place[start];
      contentLikely[p] = (1 - behind) * likelyEnd * share(start, contents.count);
    }
  }

  private int best(int of) {
    doc.budget.spend((long) SCORED * of);
    int best = 0;
    for (int i = 1; i < of; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    return best;
  }

  private float share(int which, int of) {
    float sum = 0;
    for (int i = 0; i < of; i++) {
      sum += (float) Math.exp(scores[i] - scores[which]);
    }
    return 1 / sum;
  }

  /** The share of the ends that leave at least half in common with the one that was chosen. */
  private float alike(int which, int of) {
    float all = 0;
    float near = 0;
    int length = contents.place[which] - contents.place[0] + 1;
    for (int i = 0; i < of; i++) {
      float weight = (float) Math.exp(scores[i] - scores[which]);
      all += weight;
      int other = contents.place[i] - contents.place[0] + 1;
      if (2 * Math.min(length, other) >= Math.max(length, other)) {
        near += weight;
      }
    }
    return near / all;
  }

  /** Gathers what speaks for and against a proposal as a whole. */
  public void verdictFeatures(int p, Features out) {
    out.clear();
    int w = signs.word[cue[p]];
    int c = signs.coarse[cue[p]];
    int stepCue = Features.step(cueLikely[p]);
    int stepSource = Features.step(sourceLikely[p]);
    int stepContent = Features.step(contentLikely[p]);
    int sourceTag = sourceEnd[p] < 0 ? Signs.END : signs.tag[sourceEnd[p] - 1];
    int side = first[p] > cue[p] ? 1 : 0;
    int length = Features.coarse(end[p] - first[p]);
    int inside = 0;
    int over = 0;
    int rival = 0;
    float strongest = 0;
    for (int q = Math.max(0, p - NEIGHBOURS); q < Math.min(count, p + NEIGHBOURS); q++) {
      if (q == p || insideLongSegment(cue[q])) {
        continue;
      }
      if (cue[p] >= first[q] && cue[p] < end[q] && cueLikely[q] > 0.3f) {
        inside = 1;
        strongest = Math.max(strongest, cueLikely[q] * contentLikely[q]);
      }
      if (cue[q] >= first[p] && cue[q] < end[p] && cueLikely[q] > 0.5f) {
        over = 1;
      }
      if (same(p, q)) {
        rival = Math.max(rival, cueLikely[q] > cueLikely[p] ? 2 : 1);
      }
    }
    boolean marks = false;
    for (int t = first[p]; t < Math.min(end[p], first[p] + 40); t++) {
      marks |= tokens.segment[t] >= 0;
    }
    int mark = marks ? 1 : 0;
    out.add(400, 0);
    out.add(401, stepCue);
    out.add(402, stepSource);
    out.add(403, stepContent);
    out.add(404, stepCue, stepSource);
    out.add(405, stepCue, stepContent);
    out.add(406, stepSource, stepContent);
    out.add(407, w);
    out.add(408, c);
    out.add(409, sourceTag, side);
    out.add(410, length, side, mark);
    out.add(411, inside, Features.step(strongest));
    out.add(412, over, rival);
    out.add(413, rival, stepCue);
    out.add(414, inside, stepCue);
    out.add(415, c, length);
    out.add(416, c, sourceTag);
    out.add(417, sourceTag, stepSource);
    out.add(418, length, stepContent);
    out.add(419, signs.tag[cue[p]], sourceTag, side);
    out.add(420, signs.fine[cue[p]]);
    out.add(421, signs.word[first[p]], side);
    int at = cue[p];
    int next = at + 1 < tokens.count ? at + 1 : at;
    int before = Math.max(at - 1, 0);
    int sw = sourceEnd[p] < 0 ? 0 : signs.word[sourceEnd[p] - 1];
    int sc = sourceEnd[p] < 0 ? 0 : signs.coarse[sourceEnd[p] - 1];
    out.add(424, w, sourceTag, side);
    out.add(425, w, signs.word[next]);
    out.add(426, w, signs.word[before]);
    out.add(427, signs.tag[at], signs.tag[next], signs.tag[before]);
    out.add(428, c, signs.tag[next], signs.tag[before]);
    out.add(429, sw, side);
    out.add(430, sc, c);
    out.add(431, w, length, side);
    out.add(432, stepCue, sourceTag, side);
    out.add(433, w, stepCue);
    out.add(434, w, stepContent);
    out.add(435, c, stepCue, side);
    out.add(436, doc.blocks.kind[tokens.block[at]], stepCue);
    out.add(437, signs.tag[first[p]], w);
    out.add(438, signs.tag[first[p]], signs.tag[Math.max(0, first[p] - 1)], side);
    int e = Math.min(end[p], tokens.count - 1);
    out.add(439, signs.tag[e], signs.tag[Math.max(0, end[p] - 1)], side);
    out.add(440, signs.tag[e], length, c);
    int gap = sourceEnd[p] < 0 ? -1 : Math.max(at - sourceEnd[p], sourceFirst[p] - at);
    out.add(441, Features.coarse(gap + 1), sourceTag, stepSource);
    out.add(442, c, Features.coarse(gap + 1));
    out.add(443, signs.fine[at], sourceTag);
    out.add(444, signs.fine[at], signs.tag[next]);
    out.add(445, Features.step(cueLikely[p] * sourceLikely[p] * contentLikely[p]));
    out.add(446, Features.step(cueLikely[p] * sourceLikely[p] * contentLikely[p]), c);
    int tag = signs.tag[first[p]];
    out.add(422, tag, length, side);
    out.add(423, first[p] > 0 ? signs.word[first[p] - 1] : 0, side);
  }

  /** The last proposal whose cue stands before a token, or -1. */
  int before(int token) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cue[middle] < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** Whether the contents of two have at least half in common. */
  boolean same(int p, int q) {
    int shared = Math.min(end[p], end[q]) - Math.max(first[p], first[q]);
    int either = Math.max(end[p], end[q]) - Math.min(first[p], first[q]);
    return 2 * shared >= either;
  }

  private void grow() {
    if (count == cue.length) {
      int size = count * 2;
      cue = Arrays.copyOf(cue, size);
      cueLikely = Arrays.copyOf(cueLikely, size);
      sourceFirst = Arrays.copyOf(sourceFirst, size);
      sourceEnd = Arrays.copyOf(sourceEnd, size);
      otherFirst = Arrays.copyOf(otherFirst, size);
      otherEnd = Arrays.copyOf(otherEnd, size);
      otherLikely = Arrays.copyOf(otherLikely, size);
      close = Arrays.copyOf(close, size);
      speakerLikely = Arrays.copyOf(speakerLikely, size);
      rivalLikely = Arrays.copyOf(rivalLikely, size);
      sourceLikely = Arrays.copyOf(sourceLikely, size);
      first = Arrays.copyOf(first, size);
      end = Arrays.copyOf(end, size);
      contentLikely = Arrays.copyOf(contentLikely, size);
      restFirst = Arrays.copyOf(restFirst, size);
      restEnd = Arrays.copyOf(restEnd, size);
      likely = Arrays.copyOf(likely, size);
    }
  }

  /**
   * The character where a proposal's content begins, with the mark that opens it if it needs one.
   */
  int startChar(int p) {
    return startChar(contentFirst(p), end[p]);
  }

  /** The content's first token; the "that" before a clause isn't said by anybody. */
  int contentFirst(int p) {
    int t = behindDateline(first[p], end[p]);
    if (signs.tag[t] != Signs.THAT || tokens.segment[t] != tokens.segment[cue[p]]) {
      return t;
    }
    int next = t + 1;
    while (next < end[p] && !tokens.isWordOrNumber(next)) {
      next++;
    }
    return end[p] - next < 2 ? t : next;
  }

  /** The first word behind "NORTHPORT (Agency) —" or "NORTHPORT, July 2:", where content begins. */
  private int behindDateline(int first, int end) {
    if (first != doc.blocks.firstToken[tokens.block[first]] || !doc.isAllCaps(first)) {
      return first;
    }
    for (int t = first + 1; t + 1 < Math.min(end, first + DATELINE); t++) {
      if (signs.tag[t] == Signs.DASH || signs.tag[t] == Signs.COLON) {
        return t + 1;
      }
    }
    return first;
  }

  private int startChar(int firstToken, int endToken) {
    Segments segments = doc.segments;
    int s = tokens.segment[firstToken];
    boolean opens =
        s >= 0
            && segments.firstToken[s] >= firstToken - 1
            && tokens.start[firstToken] >= segments.start[s]
            && firstWord(s) == firstToken;
    if (opens && endToken > segments.endToken[s]) {
      return segments.outerStart[s];
    }
    return opens ? segments.start[s] : tokens.start[firstToken];
  }

  private int firstWord(int s) {
    int t = doc.segments.firstToken[s];
    while (t < doc.segments.endToken[s] - 1 && !tokens.isWordOrNumber(t)) {
      t++;
    }
    return t;
  }

  /** The character behind a proposal's content, with the mark that closes it if it needs one. */
  int endChar(int p) {
    Segments segments = doc.segments;
    int last = end[p] - 1;
    int s = tokens.segment[last];
    if (s < 0 || !onlyMarks(end[p], segments.endToken[s])) {
      return tokens.end[closesBracket(p) ? last + 1 : last];
    }
    boolean whole = startChar(p) == segments.start[s];
    return whole
        ? segments.end[s]
        : first[p] <= segments.firstToken[s] ? segments.outerEnd[s] : segments.end[s];
  }

  /** Whether the bracket behind a content closes one that opens in it: "the Branch (CCB)". */
  private boolean closesBracket(int p) {
    if (end[p] >= tokens.count || signs.tag[end[p]] != Signs.CLOSE) {
      return false;
    }
    int open = 0;
    for (int t = first[p]; t < end[p]; t++) {
      open += signs.tag[t] == Signs.OPEN ? 1 : signs.tag[t] == Signs.CLOSE ? -1 : 0;
    }
    return open > 0;
  }

  private boolean onlyMarks(int from, int to) {
    for (int t = from; t < to; t++) {
      if (tokens.isWordOrNumber(t)) {
        return false;
      }
    }
    return true;
  }
}
