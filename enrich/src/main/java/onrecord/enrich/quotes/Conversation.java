package onrecord.enrich.quotes;

import onrecord.enrich.people.People;
import onrecord.enrich.quotes.Attributions.Attribution;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Segments;
import onrecord.enrich.text.Document.Tokens;

/**
 * What may be true of a stretch inside marks that no sure cue reports: it goes on with the words
 * before it or behind it, an unsure cue reports it, somebody near or the last speaker says it,
 * nobody known says it, or it is no speech at all: a title, a nickname, a word held at arm's
 * length. Filled anew for each stretch; for one thread.
 */
public final class Conversation {
  public static final int NO_SPEECH = 0;
  public static final int GOES_ON = 1;
  public static final int JOINS_NEXT = 2;
  public static final int UNSURE_CUE = 3;
  public static final int LAST_SPEAKER = 4;
  public static final int OTHER_PARTY = 5;
  public static final int NEAR = 6;
  public static final int NOBODY_KNOWN = 7;

  /** Somebody in the paragraph before. */
  public static final int EARLIER = 8;

  /** Somebody in a line behind that signs it. */
  public static final int LATER = 9;

  private static final int BACK = 40;
  private static final int AHEAD = 24;
  private static final int SIGNATURE = 8;
  private static final int MOST = 40;

  /** How many candidates there are. */
  public int count;

  /** What each candidate is: one of the constants here. */
  public final int[] type = new int[MOST];

  /** The attribution it goes on with or whose speaker it takes; else null. */
  public final Attribution[] attribution = new Attribution[MOST];

  /** The unsure cue's proposal; else -1. */
  public final int[] proposal = new int[MOST];

  /** The speaker's tokens; -1 when there is none. */
  public final int[] sourceFirst = new int[MOST];

  public final int[] sourceEnd = new int[MOST];

  private Document doc;
  private Tokens tokens;
  private Segments segments;
  private Signs signs;
  private People people;
  private Proposals proposals;
  private Attribution[] owner;
  private int segment;
  private int blockFirst;
  private int blockEnd;
  private int words;

  void start(Document document, Signs of, People who, Proposals cues, Attribution[] owners) {
    doc = document;
    tokens = doc.tokens;
    segments = doc.segments;
    signs = of;
    people = who;
    proposals = cues;
    owner = owners;
  }

  /**
   * Finds what may be true of segment {@code s}.
   *
   * @param last the last attribution of the blocks before, or null
   * @param other the last one before it by somebody else, or null
   * @param firstProposal where to look for unsure cues
   */
  public void find(int s, Attribution last, Attribution other, int firstProposal) {
    segment = s;
    count = 0;
    int block = segments.block[s];
    blockFirst = doc.blocks.firstToken[block];
    blockEnd = doc.blocks.endToken[block];
    words = 0;
    for (int t = segments.firstToken[s]; t < segments.endToken[s] && words < 40; t++) {
      words += tokens.kind[t] == Tokens.WORD ? 1 : 0;
    }
    // The first, and always there.
    add(NO_SPEECH, null, -1, -1, -1);
    add(NOBODY_KNOWN, null, -1, -1, -1);
    if (s > 0
        && owner[s - 1] != null
        && (segments.block[s - 1] == block || segments.runsOn[s - 1])) {
      add(GOES_ON, owner[s - 1], -1, owner[s - 1].sourceFirst, owner[s - 1].sourceEnd);
    }
    if (s + 1 < segments.count && segments.block[s + 1] == block && owner[s + 1] != null) {
      add(JOINS_NEXT, owner[s + 1], -1, owner[s + 1].sourceFirst, owner[s + 1].sourceEnd);
    }
    for (int p = firstProposal; p < proposals.count && count < 8; p++) {
      if (proposals.cue[p] > segments.endToken[s] + BACK) {
        break;
      }
      boolean covers =
          !proposals.insideLongSegment(proposals.cue[p])
              && proposals.first[p] <= segments.firstToken[s] + 1
              && proposals.end[p] >= segments.endToken[s] - 1;
      if (covers) {
        add(UNSURE_CUE, null, p, proposals.sourceFirst[p], proposals.sourceEnd[p]);
      }
    }
    if (last != null) {
      add(LAST_SPEAKER, last, -1, last.sourceFirst, last.sourceEnd);
    }
    if (other != null) {
      add(OTHER_PARTY, other, -1, other.sourceFirst, other.sourceEnd);
    }
    near();
  }

  private void near() {
    int first = segments.firstToken[segment];
    int end = segments.endToken[segment];
    int from = Math.max(blockFirst, first - BACK);
    int room = MOST - 16;
    for (int t = first - 1; t >= from && count < room; t--) {
      candidate(NEAR, t);
    }
    int to = Math.min(blockEnd, end + AHEAD);
    for (int t = end; t < to && count < MOST - 8; t++) {
      candidate(NEAR, t);
    }
    int block = segments.block[segment];
    if (first - blockFirst <= 2 && block > 0) {
      int last = doc.blocks.endToken[block - 1];
      int least = Math.max(doc.blocks.firstToken[block - 1], last - AHEAD);
      for (int t = last - 1; t >= least && count < MOST - 4; t--) {
        candidate(EARLIER, t);
      }
    }
    if (signed(block)) {
      int next = doc.blocks.firstToken[block + 1];
      int least = Math.min(doc.blocks.endToken[block + 1], next + SIGNATURE);
      for (int t = next; t < least && count < MOST; t++) {
        candidate(LATER, t);
      }
    }
  }

  /**
   * Whether the segment ends its paragraph and the next begins with a dash, or goes on with the
   * sentence: "said the fisherman", or behind a comma "the fisherman said".
   */
  private boolean signed(int block) {
    int end = segments.endToken[segment];
    if (blockEnd - end > 2
        || block + 1 >= doc.blocks.count
        || doc.blocks.endToken[block + 1] <= doc.blocks.firstToken[block + 1]) {
      return false;
    }
    int next = doc.blocks.firstToken[block + 1];
    boolean lower = Character.isLowerCase(doc.chars[tokens.start[next]]);
    boolean comma = doc.chars[segments.end[segment] - 1] == ',';
    return signs.tag[next] == Signs.DASH || (lower && (comma || signs.tag[next] == Signs.SPEECH));
  }

  private void candidate(int where, int t) {
    int m = signs.mention[t];
    boolean head =
        tokens.segment[t] < 0
            && (m >= 0
                ? t == people.endToken[m] - 1
                : (signs.may[t] & QuoteModel.MAY_BE_SOURCE) != 0
                    && ((signs.tag[t] >= Signs.CAPITAL && signs.tag[t] <= Signs.PLAIN)
                        || signs.tag[t] == Signs.RELATIVE));
    if (head) {
      add(where, null, -1, m >= 0 ? people.firstToken[m] : t, t + 1);
    }
  }

  private void add(int ofType, Attribution of, int ofProposal, int first, int end) {
    type[count] = ofType;
    attribution[count] = of;
    proposal[count] = ofProposal;
    sourceFirst[count] = first;
    sourceEnd[count] = end;
    count++;
  }

  /** How many words stand inside the marks, up to some. */
  int words() {
    return words;
  }

  private int tagAt(int t) {
    return signs.tagWithin(t, blockFirst, blockEnd);
  }

  private int wordAt(int t) {
    return signs.wordWithin(t, blockFirst, blockEnd);
  }

  /** Gathers the features of candidate {@code i}. */
  public void features(int i, Features out) {
    out.clear();
    int what = type[i];
    int first = segments.firstToken[segment];
    int end = segments.endToken[segment];
    int before = first - 1;
    while (before >= blockFirst && signs.tag[before] == Signs.QUOTE) {
      before--;
    }
    int behind = end;
    while (behind < blockEnd && signs.tag[behind] == Signs.QUOTE) {
      behind++;
    }
    int p = tagAt(before);
    int n = tagAt(behind);
    char lastChar = doc.chars[segments.end[segment] - 1];
    int closing =
        lastChar == ',' ? 1 : lastChar == '.' ? 2 : lastChar == '?' || lastChar == '!' ? 3 : 0;
    boolean capital = Character.isUpperCase(doc.chars[segments.start[segment]]);
    int length = Features.coarse(words);
    boolean titled = titled(first, end);
    int look = closing * 4 + (capital ? 2 : 0) + (titled ? 1 : 0);
    int alone = before < blockFirst && behind >= blockEnd ? 1 : 0;
    int edge = (before < blockFirst ? 1 : 0) + (behind >= blockEnd ? 2 : 0);
    out.add(500, what);
    out.add(501, what, length);
    out.add(502, what, look, length);
    out.add(503, what, look);
    out.add(504, what, p, n);
    out.add(505, what, p, look);
    out.add(506, what, n, look);
    out.add(507, what, edge, look);
    out.add(508, what, wordAt(before));
    out.add(509, what, wordAt(before), look);
    out.add(510, what, wordAt(behind));
    out.add(511, what, wordAt(behind), look);
    out.add(512, what, wordAt(before), wordAt(before - 1));
    out.add(513, what, edge, length);
    out.add(514, what, alone, segment > 0 && owner[segment - 1] != null ? 1 : 0);
    out.add(515, what, before >= blockFirst ? signs.coarse[before] : 0, look);
    out.add(516, what, doc.blocks.kind[segments.block[segment]], look);
    out.add(517, what, signs.word[first]);
    out.add(518, what, signs.tag[first], look);
    out.add(519, what, before >= blockFirst ? signs.fine[before] : 0);
    out.add(520, what, tagAt(before - 1) * 64 + p, look);
    int block = segments.block[segment];
    int ahead = block == 0 ? Signs.END : tagOf(doc.blocks.endToken[block - 1] - 1);
    int follows =
        block + 1 < doc.blocks.count ? tagOf(doc.blocks.firstToken[block + 1]) : Signs.END;
    out.add(521, what, edge, ahead);
    out.add(522, what, edge, follows);
    switch (what) {
      case GOES_ON, JOINS_NEXT -> neighbour(i, what, out);
      case UNSURE_CUE -> cue(i, out);
      case LAST_SPEAKER, OTHER_PARTY -> speaker(i, what, edge, out);
      case NEAR, EARLIER, LATER -> near(i, p, n, before, behind, look, out);
      default -> {
        // Nothing more is known.
      }
    }
  }

  private int tagOf(int t) {
    return signs.tagWithin(t, 0, tokens.count);
  }

  /** Whether its words are written as titles are. */
  private boolean titled(int first, int end) {
    int capitals = 0;
    int small = 0;
    for (int t = first; t < end; t++) {
      if (tokens.kind[t] == Tokens.WORD && tokens.end[t] - tokens.start[t] > 3) {
        if (Character.isUpperCase(doc.chars[tokens.start[t]])) {
          capitals++;
        } else {
          small++;
        }
      }
      if (t - first > 12) {
        break;
      }
    }
    return capitals > 0 && small == 0;
  }

  private void neighbour(int i, int what, Features out) {
    int other = what == GOES_ON ? segment - 1 : segment + 1;
    int low = what == GOES_ON ? segments.endToken[other] : segments.endToken[segment];
    int high = what == GOES_ON ? segments.firstToken[segment] : segments.firstToken[other];
    int between = 0;
    int shape = 0;
    boolean stop = false;
    boolean speech = false;
    for (int t = low; t < high && t - low < 24; t++) {
      between += tokens.kind[t] == Tokens.WORD ? 1 : 0;
      shape = shape * 61 + signs.tag[t];
      stop |= signs.tag[t] == Signs.STOP;
      speech |= signs.tag[t] == Signs.SPEECH || signs.tag[t] == Signs.SPOKEN;
    }
    Attribution of = attribution[i];
    int sameBlock = segments.block[other] == segments.block[segment] ? 1 : 0;
    out.add(530, what, Features.coarse(between), (stop ? 1 : 0) + (speech ? 2 : 0));
    out.add(531, what, of.kind, sameBlock);
    out.add(532, what, shape);
    out.add(533, what, of.hasSource() ? 1 : 0, sameBlock);
    out.add(534, what, of.kind * 2 + (stop ? 1 : 0), Features.coarse(words));
    boolean cueBetween =
        of.cueStart >= 0
            && low < high
            && of.cueStart >= tokens.start[low]
            && of.cueStart < tokens.start[high];
    out.add(535, what, cueBetween ? 1 : 0, (stop ? 1 : 0) + 2 * of.kind);
    out.add(536, what, segments.runsOn[Math.min(other, segment)] ? 1 : 0, sameBlock);
    out.add(537, what, cueBetween ? 1 : 0, Features.coarse(between));
  }

  private void cue(int i, Features out) {
    int p = proposal[i];
    out.add(540, Features.step(proposals.likely[p]));
    out.add(541, Features.step(proposals.cueLikely[p]));
    out.add(542, Features.step(proposals.sourceLikely[p]), proposals.sourceEnd[p] < 0 ? 1 : 0);
    out.add(543, signs.word[proposals.cue[p]]);
    out.add(544, signs.coarse[proposals.cue[p]]);
    out.add(545, Features.step(proposals.likely[p]), Features.coarse(words));
    out.add(546, Features.coarse(Math.abs(proposals.cue[p] - segments.firstToken[segment])));
  }

  private void speaker(int i, int what, int edge, Features out) {
    int t = sourceEnd[i] - 1;
    if (t < 0) {
      out.add(550, what);
      return;
    }
    int away = Math.min(4, segments.block[segment] - tokens.block[t]);
    out.add(551, what, away, edge);
    out.add(552, what, signs.tag[t], away);
    out.add(553, what, away, segments.firstToken[segment] - blockFirst < 3 ? 1 : 0);
    out.add(554, what, attribution[i].kind, away);
  }

  private void near(int i, int p, int n, int before, int behind, int look, Features out) {
    int t = sourceEnd[i] - 1;
    int first = sourceFirst[i];
    int side = type[i] == NEAR ? (t < segments.firstToken[segment] ? 0 : 1) : type[i];
    boolean left = t < segments.firstToken[segment];
    int low = left ? t + 1 : behind;
    int high = left ? before + 1 : first;
    int distance = Features.coarse(high - low);
    int stops = 0;
    int verbs = 0;
    int others = 0;
    int commas = 0;
    int shape = 0;
    for (int k = low; k < high; k++) {
      int tag = signs.tag[k];
      stops += tag == Signs.STOP ? 1 : 0;
      verbs += tag == Signs.SPEECH || tag == Signs.SPEAKING ? 1 : 0;
      others += signs.mention[k] >= 0 ? 1 : 0;
      commas += tag == Signs.COMMA ? 1 : 0;
      shape = shape * 61 + tag;
    }
    int path = Math.min(stops, 2) + 3 * Math.min(verbs, 2) + 9 * Math.min(others, 3);
    int before1 = tagOf(first - 1);
    int after1 = tagOf(t + 1);
    out.add(560, side, distance);
    out.add(561, side, signs.tag[t], distance);
    out.add(562, side, path, signs.tag[t]);
    out.add(563, side, path);
    out.add(564, side, before1, after1);
    out.add(565, side, before1, signs.tag[t]);
    out.add(566, side, t + 1 < tokens.count ? signs.word[t + 1] : 0);
    out.add(567, side, first > 0 ? signs.word[first - 1] : 0);
    if (high - low < 6) {
      out.add(568, side, shape, look);
    }
    out.add(569, side, signs.word[t]);
    out.add(570, side, signs.coarse[t]);
    out.add(571, side, stops, first == blockFirst ? 1 : 0);
    int start = doc.sentences.firstToken[tokens.sentence[t]];
    out.add(572, side, first == start ? 1 : 0, Math.min(stops, 2) * 4 + Math.min(others, 3));
    out.add(573, side, p, signs.tag[t]);
    out.add(574, side, n, signs.tag[t]);
    out.add(575, side, commas, path);
    int verb = after1 == Signs.AUXILIARY ? t + 2 : t + 1;
    out.add(576, side, tagOf(verb), path);
  }
}
