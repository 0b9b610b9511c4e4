package onrecord.enrich.quotes;

import java.util.Set;
import onrecord.enrich.people.People;
import onrecord.enrich.quotes.Attributions.Attribution;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Segments;

/**
 * Ties what stands inside marks and no sure cue reports to its speaker, by what the model holds
 * likeliest of the {@link Conversation}'s candidates. For one thread.
 */
public final class Marked {
  /** How much likelier than no speech it must be that somebody speaks. */
  private static final float SHORT = 3;

  private static final float LONG = 1.5f;

  /** So many words at least, for a block of marks to be what the block before leads to. */
  private static final int LEAST_SPEECH = 4;

  /** No further from the end of its block stands a cue that leads to the next. */
  private static final int CLOSING_REACH = 6;

  private static final Set<Integer> LEADING =
      Signs.hashes("answered replied responded explained elaborated continued recalled");

  private static final Set<Integer> RETELLING =
      Signs.hashes(
          "repeated repeats recited recites quoted quotes recalled recalls read reads recounted"
              + " paraphrased echoed echoes cited cites answered replied responded explained joked");

  private final QuoteModel model;
  private final Choice choice;
  private final Conversation conversation = new Conversation();
  private final Features features = new Features();
  private final float[] scores = new float[64];
  private Document doc;
  private Segments segments;
  private Signs signs;
  private People people;
  private Proposals proposals;
  private Attributions out;
  private Attribution[] owner;
  private Attribution last;
  private Attribution other;
  private Watcher watcher;

  /** Sees each stretch before it is decided: how the trainer learns from it. */
  public interface Watcher {
    void sees(int segment, Conversation candidates);
  }

  Marked(QuoteModel model, Choice choice) {
    this.model = model;
    this.choice = choice;
  }

  void watch(Watcher by) {
    watcher = by;
  }

  void tie(
      Document document,
      Signs of,
      People who,
      Proposals cues,
      Attributions into,
      Attribution[] owners) {
    doc = document;
    segments = doc.segments;
    signs = of;
    proposals = cues;
    people = who;
    out = into;
    owner = owners;
    last = null;
    other = null;
    conversation.start(doc, signs, who, proposals, owner);
    int firstProposal = 0;
    int told = 0;
    for (int s = 0; s < segments.count; s++) {
      while (firstProposal < proposals.count
          && proposals.end[firstProposal] < segments.firstToken[s]
          && proposals.cue[firstProposal] < segments.firstToken[s]) {
        firstProposal++;
      }
      if (owner[s] == null && s > 0 && segments.runsOn[s - 1] && owner[s - 1] != null) {
        choice.join(owner[s - 1], s);
        owner[s] = owner[s - 1];
      }
      if (owner[s] == null
          && s + 1 < segments.count
          && segments.runsOn[s]
          && owner[s + 1] != null
          && segments.firstToken[s] - doc.blocks.firstToken[segments.block[s]] <= 1) {
        // Whose words they are is told where they end, a paragraph later.
        choice.join(owner[s + 1], s);
        owner[s] = owner[s + 1];
      }
      told = tell(s, told);
      boolean prose = QuoteFinder.isProse(doc.blocks.kind[segments.block[s]]);
      if (owner[s] == null && prose && !Titles.isUnspoken(doc, signs, s)) {
        conversation.find(s, last, other, firstProposal);
        if (watcher != null) {
          watcher.sees(s, conversation);
        }
        if (!isLedTo(s)) {
          decide(s);
        }
      }
      if (owner[s] != null) {
        speaks(owner[s]);
      }
    }
  }

  /** Who speaks without marks before a segment speaks last, too. */
  private int tell(int s, int from) {
    int p = from;
    for (; p < proposals.count && proposals.cue[p] < segments.firstToken[s]; p++) {
      Attribution told = choice.taken(p);
      if (told != null && told.kind == Attributions.INDIRECT && told.within < 0) {
        speaks(told);
      }
    }
    return p;
  }

  private void speaks(Attribution who) {
    if (!who.hasSource() || who == last) {
      return;
    }
    if (last != null && !sameSpeaker(last, who)) {
      other = last;
    }
    last = who;
  }

  /**
   * Whether the block before closes by saying who speaks in this one: "The mayor answered at
   * length." gives its speaker and its cue.
   */
  private boolean isLedTo(int s) {
    int block = segments.block[s];
    if (!isBlock(s) || block == 0 || conversation.words() < LEAST_SPEECH) {
      return false;
    }
    int end = doc.blocks.endToken[block - 1];
    for (int p = proposals.before(doc.blocks.firstToken[block]); p >= 0; p--) {
      int cue = proposals.cue[p];
      if (end - cue > CLOSING_REACH) {
        return false;
      }
      if (signs.tag[cue] == Signs.SPEECH
          && LEADING.contains(signs.word[cue])
          && proposals.sourceEnd[p] == cue
          && tokensArePlain(cue, end)) {
        Attribution made = new Attribution();
        made.source(proposals.sourceFirst[p], cue, signs.mention[cue - 1]);
        made.cueStart = doc.tokens.start[cue];
        made.cueEnd = doc.tokens.end[cue];
        made.spans.add(new int[] {segments.start[s], segments.end[s]});
        made.quoted.add(made.spans.get(0).clone());
        finish(made, s, proposals.sourceLikely[p], "cue-before");
        return true;
      }
    }
    return false;
  }

  /**
   * The cue of a source whose sentence, right before the marks, tells that it speaks and not what:
   * "She then repeated a line from her first speech. "Nobody is above the law.""; -1 if there is
   * none.
   */
  private int leadIn(int sourceFirst, int sourceEnd, int s) {
    int last = segments.firstToken[s] - 1;
    while (last > 0 && signs.tag[last] == Signs.QUOTE) {
      last--;
    }
    boolean near =
        sourceEnd > 0
            && last >= sourceEnd
            && signs.tag[last] == Signs.STOP
            && doc.tokens.sentence[last] == doc.tokens.sentence[sourceFirst]
            && doc.tokens.block[last] == segments.block[s];
    int cue = sourceEnd;
    while (near && cue < last && isBeforeVerb(signs.tag[cue])) {
      doc.budget.spend(1);
      cue++;
    }
    return near && RETELLING.contains(signs.word[cue]) && tokensArePlain(cue, last) ? cue : -1;
  }

  private static boolean isBeforeVerb(int tag) {
    return tag == Signs.ADVERB || tag == Signs.AUXILIARY;
  }

  /** Whether a segment is all of its block. */
  private boolean isBlock(int s) {
    int block = segments.block[s];
    return segments.firstToken[s] - doc.blocks.firstToken[block] <= 1
        && doc.blocks.endToken[block] - segments.endToken[s] <= 1;
  }

  /** Whether nothing is said between a cue and the end of its block. */
  private boolean tokensArePlain(int cue, int end) {
    for (int t = cue + 1; t < end; t++) {
      int tag = signs.tag[t];
      if (doc.tokens.segment[t] >= 0
          || Signs.isFinite(tag)
          || tag == Signs.THAT
          || tag == Signs.COMMA
          || tag == Signs.TO) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether two speak by turns, a block each, and it is the other's turn: of the three blocks
   * before one that is all in marks, the first and the last are one's and the second the other's.
   */
  private boolean isOthersTurn(int s) {
    int block = segments.block[s];
    if (!isBlock(s) || other == null) {
      return false;
    }
    int[] turns = {-1, -1, -1};
    for (int q = s - 1; q >= 0 && segments.block[q] >= block - turns.length; q--) {
      int back = block - segments.block[q] - 1;
      if (back < 0 || owner[q] == null || owner[q].mention < 0) {
        return false;
      }
      int who = people.entity[owner[q].mention];
      if (turns[back] >= 0 && turns[back] != who) {
        return false;
      }
      turns[back] = who;
    }
    return turns[0] >= 0 && turns[0] == turns[2] && turns[1] >= 0 && turns[1] != turns[0];
  }

  private boolean sameSpeaker(Attribution one, Attribution two) {
    return signs.word[one.sourceEnd - 1] == signs.word[two.sourceEnd - 1]
        || (one.entity >= 0 && one.entity == two.entity);
  }

  private void decide(int s) {
    doc.budget.spend((long) Proposals.SCORED * conversation.count);
    int best = 1;
    for (int i = 0; i < conversation.count; i++) {
      conversation.features(i, features);
      scores[i] = model.score(features);
      if (i > 0 && scores[i] > scores[best]) {
        best = i;
      }
    }
    if (isOthersTurn(s)) {
      for (int i = 0; i < conversation.count; i++) {
        best = conversation.type[i] == Conversation.OTHER_PARTY ? i : best;
      }
    }
    float speech = 0;
    for (int i = 1; i < conversation.count; i++) {
      speech += (float) Math.exp(scores[i] - scores[best]);
    }
    // Who speaks may be in doubt where that somebody does is not.
    float doubt = conversation.words() < 3 ? SHORT : LONG;
    if (doubt * (float) Math.exp(scores[0] - scores[best]) > speech) {
      return;
    }
    float share = 1 / speech;
    int second = -1;
    for (int i = 1; i < conversation.count; i++) {
      boolean rival = i != best && conversation.sourceEnd[i] > 0;
      second = rival && (second < 0 || scores[i] > scores[second]) ? i : second;
    }
    Attribution before = s == 0 || segments.block[s - 1] != segments.block[s] ? null : owner[s - 1];
    boolean same = before != null && isSource(before, best);
    Attribution of = same ? before : conversation.attribution[best];
    switch (same ? Conversation.GOES_ON : conversation.type[best]) {
      case Conversation.GOES_ON, Conversation.JOINS_NEXT -> {
        choice.join(of, s);
        owner[s] = of;
      }
      case Conversation.UNSURE_CUE -> {
        Attribution made = choice.attribution(conversation.proposal[best]);
        finish(made, s, share, "cue-and-marks");
        other(made, second, best, speech);
      }
      default -> {
        int cue = leadIn(conversation.sourceFirst[best], conversation.sourceEnd[best], s);
        Attribution told = cue < 0 ? null : choice.toldBehind(cue);
        Attribution made = told == null ? new Attribution() : told;
        if (told != null) {
          // "She repeated her point of last year." says no more than that she said it.
          made.kind = Attributions.DIRECT;
          made.spans.clear();
        } else if (conversation.sourceEnd[best] > 0) {
          made.source(
              conversation.sourceFirst[best],
              conversation.sourceEnd[best],
              signs.mention[conversation.sourceEnd[best] - 1]);
        }
        if (cue >= 0) {
          made.cueStart = doc.tokens.start[cue];
          made.cueEnd = doc.tokens.end[cue];
        }
        made.spans.add(new int[] {segments.start[s], segments.end[s]});
        made.quoted.add(made.spans.get(0).clone());
        finish(
            made, s, share, conversation.type[best] == Conversation.NEAR ? "near" : "conversation");
      }
    }
  }

  /** Whether the very words that name a candidate are the source of an attribution. */
  private boolean isSource(Attribution of, int candidate) {
    return of.sourceFirst >= 0
        && conversation.sourceFirst[candidate] == of.sourceFirst
        && conversation.sourceEnd[candidate] == of.sourceEnd;
  }

  private void other(Attribution made, int second, int best, float speech) {
    if (second >= 0) {
      float likely = (float) Math.exp(scores[second] - scores[best]) / speech;
      made.other(conversation.sourceFirst[second], conversation.sourceEnd[second], likely);
    }
  }

  private void finish(Attribution made, int s, float share, String rule) {
    made.step = Attributions.BY_CONVERSATION;
    made.likelihood = share;
    made.decidedBy = rule;
    if (made.row < 0) {
      out.add(made);
    }
    owner[s] = made;
  }
}
