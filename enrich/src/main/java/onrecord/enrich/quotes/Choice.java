package onrecord.enrich.quotes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onrecord.enrich.quotes.Attributions.Attribution;
import onrecord.enrich.tags.Tags;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Segments;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/** Takes the likeliest proposals, none twice for the same words. For one thread. */
final class Choice {
  /** So sure is what is nested. */
  private static final float CLEAR = 0.6f;

  /** So sure where its form says it. */
  private static final float PLAINLY_SAID = 0.15f;

  private static final float CLEAR_CONTENT = 0.15f;

  private static final int NEIGHBOURS = 12;

  private static final int ACCORDING = Signs.hash("according");

  static final Set<Integer> NAMING =
      Signs.hashes("call calls called calling describe describes described describing dubbed");

  private static final Set<Integer> CALLING_ON = Signs.hashes("on upon for");

  /** The cues of whom the words of others came through. */
  private static final Set<Integer> RETELLING = Signs.hashes("according reported reports");

  private final Admission admission = new Admission();
  private Document doc;
  private Tokens tokens;
  private Segments segments;
  private Signs signs;
  private Proposals proposals;
  private Attributions out;
  private Attribution[] owner;

  /** What the layout says somebody says, by the block that it names them in. */
  private final Map<Integer, Attribution> lines = new HashMap<>();

  /** What was made of each proposal, or null. */
  private Attribution[] taken = new Attribution[64];

  /** The proposal that says who passed on what this one reports, or -1. */
  private int[] via = new int[64];

  void choose(
      Document document, Signs of, Proposals from, Attributions into, Attribution[] owners) {
    start(document, of, from, into, owners);
    admission.start(document, of, from);
    findLines(into);
    boolean[] dropped = new boolean[proposals.count];
    boolean[] attitudes = new boolean[proposals.count];
    for (int p = 0; p < proposals.count; p++) {
      boolean prose = isProse(p) && !lines.containsKey(tokens.block[proposals.cue[p]]);
      int admitted = prose ? admission.of(p) : Admission.NOTHING;
      dropped[p] = admitted != Admission.WORDS;
      attitudes[p] = admitted == Admission.ATTITUDE;
    }
    for (int p = 0; p < proposals.count; p++) {
      // The same words under two cues of one sentence.
      for (int q = p + 1; q < Math.min(proposals.count, p + 16) && !dropped[p]; q++) {
        if (!dropped[q] && proposals.same(p, q)) {
          boolean weaker =
              proposals.likely[q] * proposals.cueLikely[q]
                  > proposals.likely[p] * proposals.cueLikely[p];
          // Who reports last in a sentence reports what the others say in it.
          if (weaker || isReportedBy(p, q)) {
            dropped[p] = true;
          } else {
            dropped[q] = true;
          }
        }
      }
    }
    if (taken.length < proposals.count) {
      taken = new Attribution[proposals.count * 2];
      via = new int[taken.length];
    }
    retell(dropped);
    for (int p = 0; p < proposals.count; p++) {
      taken[p] = dropped[p] || outer(p, dropped) >= 0 ? null : take(p);
    }
    for (int p = 0; p < proposals.count; p++) {
      if (attitudes[p] && taken[p] == null && !isToldOtherwise(p, attitudes)) {
        Attribution held = attribution(p);
        decided(held, p);
        out.attitudes.add(held);
      }
    }
  }

  /** Whether a cue stands in what a later one reports: "He called it "old," the Gazette wrote". */
  private boolean isReportedBy(int p, int q) {
    int cue = proposals.cue[p];
    return proposals.end[q] <= proposals.cue[q]
        && proposals.first[q] <= cue
        && cue < proposals.end[q]
        && proposals.sourceFirst[q] >= 0;
  }

  /** Whether an attitude is part of what is said, or one cue near tells of the same words. */
  private boolean isToldOtherwise(int p, boolean[] attitudes) {
    for (int q = Math.max(0, p - NEIGHBOURS); q < Math.min(proposals.count, p + NEIGHBOURS); q++) {
      boolean holds = proposals.first[q] <= proposals.cue[p] && proposals.cue[p] < proposals.end[q];
      boolean same = proposals.same(p, q);
      boolean stronger = attitudes[q] && proposals.likely[q] > proposals.likely[p];
      if (q != p && (taken[q] != null || stronger) && (holds || same)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Of "'It is closed,' Pell said, according to the Gazette" the words are Pell's, and the Gazette
   * passed them on.
   */
  private void retell(boolean[] dropped) {
    Arrays.fill(via, 0, proposals.count, -1);
    for (int q = 0; q < proposals.count; q++) {
      if (!RETELLING.contains(signs.word[proposals.cue[q]]) || proposals.sourceFirst[q] < 0) {
        continue;
      }
      for (int p = Math.max(0, q - NEIGHBOURS); p < q; p++) {
        if (said(p, dropped) && isPassedOn(p, q)) {
          dropped[p] = false;
          dropped[q] = true;
          via[p] = q;
          break;
        }
      }
    }
  }

  /** Whether somebody says something in words of a cue's own. */
  private boolean said(int p, boolean[] dropped) {
    return (!dropped[p] || clear(p))
        && isProse(p)
        && proposals.sourceFirst[p] >= 0
        && !proposals.insideLongSegment(proposals.cue[p])
        && !RETELLING.contains(signs.word[proposals.cue[p]]);
  }

  /** Whether all that a later cue reports is that somebody said something. */
  private boolean isPassedOn(int p, int q) {
    int cue = proposals.cue[q];
    int end = Math.max(proposals.cue[p] + 1, proposals.sourceEnd[p]);
    end = Math.max(end, proposals.first[p] > cue ? 0 : proposals.end[p]);
    int source = proposals.sourceFirst[q];
    if (end > cue || (source < cue && source < end)) {
      return false;
    }
    boolean comma = false;
    for (int t = end; t < Math.min(cue, source); t++) {
      int tag = signs.tag[t];
      comma |= tag == Signs.COMMA;
      if (tag != Signs.COMMA && tag != Signs.QUOTE) {
        return false;
      }
    }
    return comma && tokens.block[proposals.cue[p]] == tokens.block[cue];
  }

  /** Finds the blocks whose speaker the layout tells: the lines of a transcript. */
  private void findLines(Attributions found) {
    lines.clear();
    for (Attribution each : found.all) {
      if (each.sourceFirst >= 0) {
        lines.putIfAbsent(tokens.block[each.sourceFirst], each);
      }
    }
  }

  /** What was made of a proposal, or null. */
  Attribution taken(int p) {
    return taken[p];
  }

  /** What was found to be told without marks behind a cue, or null. */
  Attribution toldBehind(int cue) {
    int p = proposals.before(cue + 1);
    boolean told = p >= 0 && proposals.cue[p] == cue && proposals.first[p] > cue;
    return told && taken[p] != null && taken[p].kind == Attributions.INDIRECT ? taken[p] : null;
  }

  /** Finds what is nested in what was taken, and in what stands inside marks. */
  void nest() {
    // What single marks show is found already.
    int found = out.all.size();
    for (int p = 0; p < proposals.count; p++) {
      if (taken[p] != null
          || !clear(p)
          || !admission.tells(p)
          || admission.isNegated(p)
          || isOnesOwn(p)
          || isNestedIn(found, p)) {
        continue;
      }
      Attribution outer = null;
      int segment = tokens.segment[proposals.cue[p]];
      if (segment >= 0 && proposals.insideLongSegment(proposals.cue[p])) {
        outer = owner[segment];
      } else if (lines.containsKey(tokens.block[proposals.cue[p]])) {
        outer = lineOf(p);
      } else if (isProse(p)) {
        int holds = outer(p, null);
        outer = holds < 0 ? null : taken[holds];
      }
      if (outer != null) {
        Attribution nested = attribution(p);
        decided(nested, p);
        nested.within = outer.row;
        out.add(nested);
      }
    }
  }

  /** The line of a transcript that holds a proposal's cue, or null. */
  private Attribution lineOf(int p) {
    int start = tokens.start[proposals.cue[p]];
    Attribution line = lines.get(tokens.block[proposals.cue[p]]);
    boolean holds =
        line != null
            && line.spans.get(0)[0] <= start
            && start < line.spans.get(line.spans.size() - 1)[1];
    return holds ? line : null;
  }

  /** Whether who speaks says what they themselves say or do: "I voted to". */
  private boolean isOnesOwn(int p) {
    int flags = tokens.flags[proposals.sourceFirst[p]];
    int cue = proposals.cue[p];
    boolean told = signs.tag[cue] == Signs.SPEECH && tokens.tag[cue] == Tags.SAID;
    return !told
        && proposals.sourceEnd[p] - proposals.sourceFirst[p] == 1
        && (flags & (Lexicon.FIRST_SINGULAR | Lexicon.FIRST_PLURAL)) != 0;
  }

  /** Whether one of the last ones found in marks has this cue. */
  private boolean isNestedIn(int count, int p) {
    int start = tokens.start[proposals.cue[p]];
    for (int i = count - 1; i >= 0 && out.all.get(i).within >= 0; i--) {
      if (out.all.get(i).cueStart == start) {
        return true;
      }
    }
    return false;
  }

  private boolean isProse(int p) {
    return QuoteFinder.isProse(doc.blocks.kind[tokens.block[proposals.cue[p]]]);
  }

  /** Whether a verb of speech stands right behind who says it: "they had complained". */
  private boolean isPlainlySaid(int p) {
    int cue = proposals.cue[p];
    int end = proposals.sourceEnd[p];
    int tag = signs.tag[cue];
    boolean verb = (tag == Signs.SPEECH && tokens.tag[cue] != Tags.VERB) || tag == Signs.SPOKEN;
    if (!verb || proposals.sourceFirst[p] < 0 || end > cue || cue - end > 2) {
      return false;
    }
    for (int t = end; t < cue; t++) {
      if (signs.tag[t] != Signs.AUXILIARY && signs.tag[t] != Signs.ADVERB) {
        return false;
      }
    }
    return true;
  }

  /** Whether a proposal would be taken if it weren't nested. */
  private boolean clear(int p) {
    float least = isPlainlySaid(p) ? PLAINLY_SAID : CLEAR;
    return proposals.cueLikely[p] * proposals.sourceLikely[p] >= least
        && proposals.contentLikely[p] >= CLEAR_CONTENT
        && proposals.end[p] - proposals.first[p] > 2
        && proposals.sourceFirst[p] >= 0;
  }

  /**
   * The proposal in whose content this one's cue and content stand, or -1.
   *
   * @param dropped those that don't count, or null: those that weren't taken don't
   */
  private int outer(int p, boolean[] dropped) {
    int outer = -1;
    for (int q = Math.max(0, p - NEIGHBOURS); q < Math.min(proposals.count, p + NEIGHBOURS); q++) {
      boolean holds =
          q != p
              && (dropped == null ? taken[q] != null : !dropped[q])
              && proposals.cue[p] >= saidFirst(q)
              && proposals.cue[p] < proposals.end[q]
              && proposals.first[p] >= saidFirst(q)
              && proposals.end[p] <= proposals.end[q]
              && (outer < 0 || proposals.likely[q] > proposals.likely[outer]);
      outer = holds ? q : outer;
    }
    return outer;
  }

  /** Where what is said begins: of "called her claim that … "false"" with the marks. */
  private int saidFirst(int p) {
    int last = tokens.segment[proposals.end[p] - 1];
    boolean called = last >= 0 && isNaming(p);
    return called ? Math.max(proposals.first[p], segments.firstToken[last]) : proposals.first[p];
  }

  void start(Document document, Signs of, Proposals from, Attributions into, Attribution[] owners) {
    doc = document;
    tokens = doc.tokens;
    segments = doc.segments;
    signs = of;
    proposals = from;
    out = into;
    owner = owners;
  }

  /** Adds a segment to what it goes on with. */
  void join(Attribution with, int s) {
    int[] span = {segments.start[s], segments.end[s]};
    if (with.kind == Attributions.INDIRECT) {
      with.kind = Attributions.MIXED;
    }
    insert(with.spans, span);
    insert(with.quoted, span.clone());
  }

  private static void insert(List<int[]> spans, int[] span) {
    int at = spans.size();
    while (at > 0 && spans.get(at - 1)[0] > span[0]) {
      at--;
    }
    if (at > 0 && spans.get(at - 1)[1] >= span[0]) {
      spans.get(at - 1)[1] = Math.max(spans.get(at - 1)[1], span[1]);
      return;
    }
    if (at < spans.size() && spans.get(at)[0] <= span[1]) {
      spans.get(at)[0] = span[0];
      return;
    }
    spans.add(at, span);
  }

  private Attribution take(int p) {
    Attribution taken = attribution(p);
    decided(taken, p);
    if (via[p] >= 0) {
      taken.viaFirst = proposals.sourceFirst[via[p]];
      taken.viaEnd = proposals.sourceEnd[via[p]];
    }
    out.add(taken);
    for (int s = firstSegment(p); s < segments.count; s++) {
      if (segments.firstToken[s] >= proposals.end[p]) {
        break;
      }
      if (owner[s] == null && covers(p, s)) {
        owner[s] = taken;
      }
    }
    return taken;
  }

  private void decided(Attribution made, int p) {
    boolean marks = made.kind != Attributions.INDIRECT;
    made.decidedBy = "cue";
    made.step = marks ? Attributions.BY_CUE : Attributions.BY_CUE_ALONE;
    made.other(proposals.otherFirst[p], proposals.otherEnd[p], proposals.rivalLikely[p]);
    made.likelihood = marks ? proposals.speakerLikely[p] : proposals.likely[p];
  }

  private boolean covers(int p, int s) {
    if (Titles.isUnspoken(doc, signs, s)) {
      return false;
    }
    int shared =
        Math.min(proposals.end[p], segments.endToken[s])
            - Math.max(proposals.first[p], segments.firstToken[s]);
    return 5 * shared >= 4 * (segments.endToken[s] - segments.firstToken[s]) - 5;
  }

  private int firstSegment(int p) {
    int low = 0;
    int high = segments.count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (segments.endToken[middle] <= proposals.first[p]) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The proposal as an attribution. */
  Attribution attribution(int p) {
    Attribution made = new Attribution();
    int first = proposals.sourceFirst[p];
    if (first >= 0) {
      made.source(first, proposals.sourceEnd[p], signs.mention[proposals.sourceEnd[p] - 1]);
    }
    int cue = proposals.cue[p];
    if (signs.tag[cue] != Signs.COLON) {
      made.cueStart = tokens.start[cue];
      boolean according = cue + 1 < tokens.count && signs.word[cue] == ACCORDING;
      made.cueEnd = tokens.end[according || sticksTo(p) ? cue + 1 : cue];
    }
    content(made, p);
    return made;
  }

  /** Whether a "to" belongs to the cue: "sticks to 'Harvest'", not "told to go". */
  private boolean sticksTo(int p) {
    int to = proposals.cue[p] + 1;
    if (to + 1 >= tokens.count || signs.tag[to] != Signs.TO || proposals.first[p] < to) {
      return false;
    }
    boolean mark = signs.tag[to + 1] == Signs.SINGLE || signs.tag[to + 1] == Signs.QUOTE;
    return (mark || tokens.tag[to + 1] != Tags.VERB) && !Signs.isSpeech(signs.tag[to - 1]);
  }

  private void content(Attribution made, int p) {
    int start = proposals.startChar(p);
    int end = proposals.endChar(p);
    doc.budget.spend(Math.max(0, end - start));
    if (proposals.insideLongSegment(proposals.cue[p])) {
      nestedContent(made, p);
      return;
    }
    boolean outside = false;
    for (int t = proposals.contentFirst(p); t < proposals.end[p]; t++) {
      outside |= tokens.segment[t] < 0 && tokens.isWordOrNumber(t);
    }
    for (int s = firstSegment(p); s < segments.count && segments.start[s] < end; s++) {
      int from = Math.max(segments.start[s], start);
      int to = Math.min(segments.end[s], end);
      if (from < to) {
        made.quoted.add(new int[] {from, to});
      }
    }
    boolean called = isNaming(p);
    if (!outside && !called && !made.quoted.isEmpty() && !isSlogan(made, p)) {
      made.kind = Attributions.DIRECT;
      made.quoted.forEach(part -> made.spans.add(part.clone()));
    } else {
      made.kind = made.quoted.isEmpty() ? Attributions.INDIRECT : Attributions.MIXED;
      made.spans.add(
          isCalled(made, p, end) || isSlogan(made, p)
              ? made.quoted.get(0).clone()
              : new int[] {start, end});
    }
    if (proposals.restFirst[p] >= 0) {
      made.spans.add(
          new int[] {tokens.start[proposals.restFirst[p]], tokens.end[proposals.restEnd[p] - 1]});
    }
  }

  /** Whether it is called so: of "called the bridge "unsafe"", the last is said. */
  private boolean isCalled(Attribution made, int p, int end) {
    return made.quoted.size() == 1 && made.quoted.get(0)[1] >= end - 1 && isNaming(p);
  }

  /** Whether somebody calls something so; who calls on or for others doesn't. */
  private boolean isNaming(int p) {
    int cue = proposals.cue[p];
    return NAMING.contains(signs.word[cue])
        && !(cue + 1 < tokens.count && CALLING_ON.contains(signs.word[cue + 1]));
  }

  /** Whether a headline shows words that say nothing by themselves: "Repeats 'Harvest' Pledge". */
  private boolean isSlogan(Attribution made, int p) {
    int cue = proposals.cue[p];
    if (made.quoted.size() != 1
        || doc.blocks.kind[tokens.block[cue]] != Document.Blocks.HEADLINE
        || signs.tag[cue] == Signs.COLON) {
      return false;
    }
    for (int t = proposals.first[p]; t < proposals.end[p]; t++) {
      if (signs.tag[t] == Signs.AUXILIARY || signs.tag[t] == Signs.ED) {
        return false;
      }
    }
    return true;
  }

  /** Inside double marks, single ones make words direct. */
  private void nestedContent(Attribution made, int p) {
    int first = proposals.contentFirst(p);
    int last = proposals.end[p] - 1;
    int end = tokens.end[last];
    boolean opens = first > 0 && signs.tag[first - 1] == Signs.SINGLE;
    int close = last + 1;
    while (close < tokens.count
        && close < last + 3
        && (signs.tag[close] == Signs.STOP || signs.tag[close] == Signs.COMMA)) {
      close++;
    }
    boolean closes = close < tokens.count && signs.tag[close] == Signs.SINGLE;
    if (opens && closes) {
      end = tokens.end[close - 1];
      made.quoted.add(new int[] {tokens.start[first], end});
    }
    made.kind = opens && closes ? Attributions.DIRECT : Attributions.INDIRECT;
    made.spans.add(new int[] {tokens.start[first], end});
  }
}
