package onrecord.enrich.names;

import onrecord.enrich.text.Document;

/**
 * A document as the finder of names sees it: its stretches, and the features of their tokens. Seen
 * alike in training and in tagging. Reused from text to text; for one thread.
 */
public final class NameView {
  private final Words words;
  private final Stretches stretches = new Stretches();
  private final Evidence evidence = new Evidence();
  private final NameFeatures features;
  private final Namesakes namesakes;
  private final Teams teams;
  private final NameAgreement agreement;
  private final LabeledText labeled = new LabeledText();
  private final Offices offices;
  private final Initials initials = new Initials();
  private final NamelessThings nameless;
  private final Bounds bounds;
  private final NameSenses senses;
  private Document doc;
  private byte[] votes = new byte[0];
  private boolean second;
  private int first;
  private int end;

  /** A view that knows this. */
  public NameView(Knowledge knowledge) {
    words = new Words(knowledge);
    features = new NameFeatures(knowledge);
    namesakes = new Namesakes(knowledge, evidence);
    teams = new Teams(knowledge, evidence);
    agreement = new NameAgreement(knowledge, evidence);
    offices = new Offices(knowledge, evidence);
    nameless = new NamelessThings(knowledge, evidence);
    bounds = new Bounds(knowledge, evidence, offices);
    senses = new NameSenses(new Surroundings(knowledge, evidence));
  }

  /** Turns to another document; requires tokens, sentences and segments. */
  public void read(Document document) {
    doc = document;
    words.read(doc);
    stretches.find(doc, words);
    evidence.read(doc, words, stretches);
    features.open(doc, words, evidence);
    second = false;
  }

  /** How many stretches there are; names stand in no other place. */
  public int stretches() {
    return stretches.count;
  }

  /** How many tokens stand in stretches. */
  int tokens() {
    int tokens = 0;
    for (int s = 0; s < stretches.count; s++) {
      tokens += stretches.end[s] - stretches.first[s];
    }
    return tokens;
  }

  /** The first token of a stretch. */
  public int first(int stretch) {
    return stretches.first[stretch];
  }

  /** The token behind the last of a stretch. */
  public int end(int stretch) {
    return stretches.end[stretch];
  }

  /** From here on it is the second look, which knows what the first found: a label a token. */
  public void vote(byte[] labels) {
    evidence.vote(stretches, labels);
    votes = labels;
    second = true;
  }

  /** Turns to a stretch, which doesn't hear its own votes until {@link #leave}. */
  public void enter(int stretch) {
    first = stretches.first[stretch];
    end = stretches.end[stretch];
    if (second) {
      evidence.votes(first, end, votes, -1);
    }
    features.stretch(first, end, second);
  }

  /** Writes the features of a token of the stretch; returns how many there are. */
  public int features(int token, int[] into) {
    return features.of(token, second, into);
  }

  /** Leaves the stretch. */
  public void leave() {
    if (second) {
      evidence.votes(first, end, votes, 1);
    }
  }

  /**
   * One sense in an article: a word with a capital that its place doesn't ask for, seen as no name,
   * is the name that it was seen as at most of its places.
   */
  void agree(byte[] labels) {
    evidence.recount(stretches, labels);
    for (int s = 0; s < stretches.count; s++) {
      for (int t = stretches.first[s]; t < stretches.end[s]; t++) {
        boolean meant = words.capital[t] && !words.opens[t] && !words.titleCase[t];
        if (meant && labels[t] == Labels.OUTSIDE) {
          labels[t] = (byte) evidence.usual(t);
        }
      }
    }
    namesakes.mend(doc, words, stretches, labels);
    evidence.recount(stretches, labels);
    boolean matches = teams.mend(doc, words, stretches, labels);
    if (matches) {
      evidence.recount(stretches, labels);
    }
    agreement.mend(doc, words, stretches, labels);
    labeled.open(doc, words, labels);
    offices.mend(labeled);
    initials.mend(labeled);
    nameless.mend(labeled);
    bounds.mend(labeled);
    senses.mend(labeled, matches);
  }
}
