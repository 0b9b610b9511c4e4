package onrecord.enrich.quotes;

import java.util.Set;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Segments;
import onrecord.enrich.text.Document.Tokens;

/**
 * Says which proposals report words or a thought, which only an attitude or an act ("refused to
 * resign", "supports the bill"), and which nothing. For one thread.
 */
final class Admission {
  static final int NOTHING = 0;
  static final int ATTITUDE = 1;
  static final int WORDS = 2;

  /**
   * From here on a proposal is taken for words. From .36 to .45 the harmonic mean of right and
   * found is the same; the higher, the fewer attitudes and plans are taken for words said.
   */
  private static final float LEAST = 0.42f;

  /** So likely must be what reports no clause, and what a headline reports. */
  private static final float STRICT = 0.5f;

  /** So likely must be words in marks behind what is no verb of speech: they may be a sign's. */
  private static final float SHOWN = 0.6f;

  /** So likely must be an attitude. */
  private static final float HELD = 0.36f;

  /** So likely must be what is plain by its words. */
  private static final float BLAME = 0.04f;

  private static final float ARGUED = 0.25f;

  private static final int FOR = Signs.hash("for");

  private static final Set<Integer> BLAMING =
      Signs.hashes("blame blamed blames blaming fault faulted faults faulting");

  /** What somebody answers to; nothing is said by it. */
  private static final Set<Integer> WORDS_OF_OTHERS =
      Signs.hashes(
          "account accounts accusation accusations allegation allegations argument arguments attack"
              + " attacks call calls charge charges claim claims comment comments complaint"
              + " complaints criticism criticisms question questions rebuke remark remarks request"
              + " requests statement statements suggestion suggestions");

  /** What is done and not said, whatever follows, if it isn't a clause with "that". */
  private static final Set<Integer> ACTS =
      Signs.hashes(
          "ability agree agrees agreed agreeing approve approves approved approving attempt attempts"
              + " back backs backed backing decision decisions decline declines declined declining"
              + " effort efforts endorse endorses endorsed endorsing failure favor favors favored"
              + " favour favours favoured inability oppose opposes opposed opposing refusal refuse"
              + " refuses refused refusing reject rejects rejected rejecting right sign signs signed"
              + " signing support supports supported supporting veto vetoes vetoed vetoing vote votes"
              + " voted voting willingness");

  static final Set<Integer> SAID = Signs.hashes("say says said told claimed added");

  private static final Set<Integer> TALKING =
      Signs.hashes("speak speaks spoke spoken talk talks talked");

  private static final Set<Integer> NEVER = Signs.hashes("not never without");

  private static final Set<Integer> HIDDEN = Signs.hashes("named identified quoted");

  private static final int NEAR_NOUN = 5;

  private final Unsaid unsaid = new Unsaid(this);
  private Document doc;
  private Tokens tokens;
  private Segments segments;
  private Signs signs;
  private Proposals proposals;

  void start(Document document, Signs of, Proposals from) {
    unsaid.start(document, of, from);
    doc = document;
    tokens = doc.tokens;
    segments = doc.segments;
    signs = of;
    proposals = from;
  }

  /** What a proposal is: one of the constants here. */
  int of(int p) {
    int cue = proposals.cue[p];
    boolean elsewhere = tokens.sentence[proposals.first[p]] != tokens.sentence[cue];
    if (isOnlyTitle(p)
        || Character.isDigit(doc.chars[tokens.start[cue]])
        || Titles.isSign(signs.word[cue])
        || isTalk(p)
        || unsaid.isNothing(p)
        || (elsewhere && ACTS.contains(signs.word[cue]))) {
      return NOTHING;
    }
    float likely = proposals.likely[p];
    boolean tells = tells(p);
    float least = tells ? least(p) : STRICT;
    if (tells && likely >= least) {
      return WORDS;
    }
    boolean plain = isPlain(p) && least >= STRICT;
    if (plain && tells && likely >= HELD && SAID.contains(signs.word[cue])) {
      // What somebody says is no attitude, whatever the tagger took its verb for.
      return WORDS;
    }
    return plain && likely >= HELD ? ATTITUDE : NOTHING;
  }

  /** Whether a proposal, if it is right, reports words or a thought. */
  boolean tells(int p) {
    return !(answers(p)
        || isNobodysPlan(p)
        || isAct(p)
        || isUnsaid(p)
        || hidesName(p)
        || unsaid.isOnlyDone(p));
  }

  /** Whether somebody only speaks, and what follows is another matter: "where both spoke, Pell". */
  private boolean isTalk(int p) {
    int before = Math.max(0, proposals.first[p] - 1);
    return TALKING.contains(signs.word[proposals.cue[p]])
        && signs.tag[before] == Signs.COMMA
        && isPlain(p);
  }

  /** Whether somebody says nothing of something: "would not criticize the officials". */
  private boolean isUnsaid(int p) {
    return isNegated(p) && isPlain(p) && !hasClause(p);
  }

  /** Whether it is not said: "not", "never" or "without" stands right before the cue. */
  boolean isNegated(int p) {
    int cue = proposals.cue[p];
    for (int t = cue - 1; t >= Math.max(0, cue - 2); t--) {
      if (NEVER.contains(signs.word[t])) {
        return true;
      }
    }
    return false;
  }

  boolean hasClause(int p) {
    if (proposals.restFirst[p] >= 0) {
      return true;
    }
    for (int t = proposals.first[p]; t < proposals.end[p]; t++) {
      int tag = signs.tag[t];
      if (Signs.isFinite(tag) || tag == Signs.THAT || tag == Signs.TO || tag == Signs.WHEN) {
        return true;
      }
    }
    return false;
  }

  /**
   * How likely a proposal must be: more where its content says nothing of its own, "rejected the
   * account", and in a headline, unless it is in marks.
   */
  private float least(int p) {
    if (blames(p)) {
      return BLAME;
    }
    boolean clause = false;
    boolean finite = false;
    for (int t = proposals.first[p]; t < proposals.end[p]; t++) {
      int segment = tokens.segment[t];
      if (segment >= 0 && segments.end[segment] - segments.start[segment] > 2) {
        return t == proposals.first[p] && !Signs.isSpeech(signs.tag[proposals.cue[p]])
            ? SHOWN
            : LEAST;
      }
      int tag = signs.tag[t];
      finite |= Signs.isFinite(tag);
      clause |= tag == Signs.THAT || tag == Signs.TO || tag == Signs.WHEN;
    }
    if (finite && (argues(p) || isWordFrom(p))) {
      return ARGUED;
    }
    boolean headline = doc.blocks.kind[tokens.block[proposals.cue[p]]] == Document.Blocks.HEADLINE;
    return headline || !(clause || finite) ? STRICT : LEAST;
  }

  /** Whether a noun says it with its source and "that" behind: "a warning from Pell that". */
  private boolean isWordFrom(int p) {
    int cue = proposals.cue[p];
    int source = proposals.sourceFirst[p];
    boolean from = source > cue + 1 && source - cue <= 3 && signs.tag[cue + 1] == Signs.PREPOSITION;
    int first = proposals.first[p];
    return from
        && first >= proposals.sourceEnd[p]
        && first - proposals.sourceEnd[p] <= 1
        && (signs.tag[first] == Signs.THAT || signs.tag[first - 1] == Signs.THAT);
  }

  /** Whether a participle behind a comma says it, with no word between: ", arguing she lied". */
  private boolean argues(int p) {
    int cue = proposals.cue[p];
    boolean says =
        signs.tag[cue] == Signs.SPEAKING
            || (signs.tag[cue] == Signs.ING && signs.tag[proposals.first[p]] == Signs.THAT);
    return says
        && signs.tag[Math.max(0, cue - 1)] == Signs.COMMA
        && proposals.first[p] == cue + 1
        && proposals.sourceFirst[p] >= 0;
  }

  /** Whether it says what somebody did wrong: "blamed Pell for the closing". */
  boolean blames(int p) {
    boolean behind = proposals.first[p] > proposals.cue[p] && proposals.sourceFirst[p] >= 0;
    if (!behind || !BLAMING.contains(signs.word[proposals.cue[p]])) {
      return false;
    }
    for (int t = proposals.first[p] + 1; t < proposals.end[p]; t++) {
      if (signs.word[t] == FOR) {
        return true;
      }
    }
    return false;
  }

  /** Whether all that is reported is what others said: "rejected the claim", "Pell's criticism". */
  private boolean answers(int p) {
    int first = proposals.first[p];
    if (!isPlain(p)) {
      return false;
    }
    for (int t = first; t < Math.min(proposals.end[p], first + NEAR_NOUN); t++) {
      int tag = signs.tag[t];
      if (WORDS_OF_OTHERS.contains(signs.word[t])) {
        int next = t + 1 < proposals.end[p] ? signs.tag[t + 1] : Signs.END;
        return next != Signs.THAT;
      }
      boolean that = tag == Signs.THAT && t == first;
      if (Signs.isFinite(tag) || (tag == Signs.THAT && !that) || tag == Signs.TO) {
        return false;
      }
    }
    return false;
  }

  /** Whether something is done and nothing said: "voted to close", "refused to resign". */
  private boolean isAct(int p) {
    int first = proposals.first[p];
    boolean that =
        signs.tag[first] == Signs.THAT || signs.tag[Math.max(0, first - 1)] == Signs.THAT;
    return ACTS.contains(signs.word[proposals.cue[p]]) && !that && isPlain(p);
  }

  /**
   * Whether the title of a work, or what stands on a sign, is all that is in marks, and nothing but
   * it is reported: "wrote the book "The Bridge"", "appears in "The Bridge" this week".
   */
  private boolean isOnlyTitle(int p) {
    int s = tokens.segment[proposals.first[p]];
    if (s < 0 || tokens.segment[proposals.cue[p]] == s || !Titles.isUnspoken(doc, signs, s)) {
      return false;
    }
    boolean all = tokens.segment[proposals.end[p] - 1] == s;
    int source = proposals.sourceEnd[p] - 1;
    boolean sign = source >= 0 && Titles.isSign(signs.word[source]);
    return all || sign || !Signs.isSpeech(signs.tag[proposals.cue[p]]);
  }

  /** Whether a plan is told of that nobody tells, or in passing: "is expected to run". */
  private boolean isNobodysPlan(int p) {
    int first = proposals.first[p];
    if (tokens.kind[first] == Tokens.NUMBER && !Signs.isSpeech(signs.tag[proposals.cue[p]])) {
      return isPlain(p);
    }
    boolean plan = signs.tag[first] == Signs.TO || (first > 0 && signs.tag[first - 1] == Signs.TO);
    int source = proposals.sourceFirst[p];
    int cue = proposals.cue[p];
    if (source < 0 && cue == doc.sentences.firstToken[tokens.sentence[cue]]) {
      return isPlain(p);
    }
    boolean said = source >= 0 && !isInPassing(source, proposals.cue[p]);
    if (said || !plan) {
      return false;
    }
    return isPlain(p);
  }

  /** Whether a source only wants no name: "asked not to be named", "declined to be identified". */
  private boolean hidesName(int p) {
    int first = proposals.first[p];
    for (int t = first; t < Math.min(proposals.end[p], first + NEAR_NOUN); t++) {
      if (HIDDEN.contains(signs.word[t])) {
        return signs.tag[t - 1] == Signs.AUXILIARY && isPlain(p);
      }
    }
    return false;
  }

  /** Whether no marks stand in what a proposal reports. */
  boolean isPlain(int p) {
    // Inside marks the cue's own count as running text.
    int own = tokens.segment[proposals.cue[p]];
    for (int t = proposals.first[p]; t < proposals.end[p]; t++) {
      if (tokens.segment[t] >= 0 && tokens.segment[t] != own) {
        return false;
      }
    }
    return true;
  }

  /** Whether what somebody does is told beside another thing: "as she seeks". */
  private boolean isInPassing(int source, int cue) {
    return source > 0
        && source < cue
        && signs.tag[source - 1] == Signs.WHEN
        && signs.tag[cue] != Signs.SPEECH;
  }
}
