package onrecord.enrich.quotes;

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

  private final QuoteModel model;
  private final Choice choice;
  private final Conversation conversation = new Conversation();
  private final Features features = new Features();
  private final float[] scores = new float[64];
  private Document doc;
  private Segments segments;
  private Signs signs;
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
      People people,
      Proposals cues,
      Attributions into,
      Attribution[] owners) {
    doc = document;
    segments = doc.segments;
    signs = of;
    proposals = cues;
    out = into;
    owner = owners;
    last = null;
    other = null;
    conversation.start(doc, signs, people, proposals, owner);
    int firstProposal = 0;
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
      boolean prose = QuoteFinder.isProse(doc.blocks.kind[segments.block[s]]);
      if (owner[s] == null && prose && !Titles.isUnspoken(doc, signs, s)) {
        conversation.find(s, last, other, firstProposal);
        if (watcher != null) {
          watcher.sees(s, conversation);
        }
        decide(s);
      }
      if (owner[s] != null && owner[s].hasSource() && owner[s] != last) {
        if (last != null && !sameSpeaker(last, owner[s])) {
          other = last;
        }
        last = owner[s];
      }
    }
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
        Attribution made = new Attribution();
        if (conversation.sourceEnd[best] > 0) {
          made.source(
              conversation.sourceFirst[best],
              conversation.sourceEnd[best],
              signs.mention[conversation.sourceEnd[best] - 1]);
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
    out.add(made);
    owner[s] = made;
  }
}
