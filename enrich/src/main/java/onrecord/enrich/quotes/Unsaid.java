package onrecord.enrich.quotes;

import java.util.Set;
import onrecord.enrich.names.Names;
import onrecord.enrich.tags.Tags;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Blocks;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Says which proposals look like reports and report no words: what somebody does, wants or knows,
 * what words mean, what nobody says. For one thread.
 */
final class Unsaid {
  /** What is said by them when a bare noun phrase follows: "announced a truce". */
  private static final Set<Integer> SAYING_THINGS =
      Signs.hashes(
          "announce announces announced announcing propose proposes proposed proposing promise"
              + " promises promised promising pledge pledges pledged pledging demand demands demanded"
              + " demanding deny denies denied denying predict predicts predicted predicting stress"
              + " stresses stressed stressing emphasize emphasizes emphasized emphasizing emphasise"
              + " emphasises emphasised emphasising highlight highlights highlighted highlighting"
              + " underline underlines underlined underscore underscores underscored underscoring warn"
              + " warns warned warning urge urges urged urging recommend recommends recommended"
              + " recommending suggest suggests suggested suggesting confirm confirms confirmed"
              + " confirming admit admits admitted admitting acknowledge acknowledges acknowledged"
              + " acknowledging note notes noted noting cite cites cited citing report reports reported"
              + " reporting reveal reveals revealed revealing declare declares declared declaring"
              + " allege alleges alleged alleging threaten threatens threatened threatening request"
              + " requests requested requesting describe describes described describing call calls"
              + " called calling accuse accuses accused accusing blame blames blamed blaming praise"
              + " praises praised praising thank thanks thanked thanking condemn condemns condemned"
              + " condemning denounce denounces denounced denouncing criticize criticizes criticized"
              + " criticizing criticise criticises criticised criticising estimate estimates estimated"
              + " estimating put puts vow vows vowed vowing apologize apologizes apologized"
              + " apologizing apologise apologises apologised apologising complain complains"
              + " complained complaining mention mentions mentioned mentioning order orders ordered"
              + " ordering credit credits credited crediting cautioned caution cautions dispute"
              + " disputes disputed disputing according tell tells told telling say says said saying"
              + " write writes wrote written writing state states stated stating claim claims claimed"
              + " claiming voice voices voiced voicing express expresses expressed expressing mock"
              + " mocks mocked mocking lament laments lamented lamenting boast boasts boasted boasting"
              + " repeat repeats repeated repeating reiterate reiterates reiterated reiterating recall"
              + " recalls recalled recalling advise advises advised advising hail hails hailed hailing");

  /** Who asks or orders that something be done, or promises to do it; others only want to. */
  private static final Set<Integer> BIDDING =
      Signs.hashes(
          "ask asks asked asking order orders ordered ordering instruct instructs instructed"
              + " instructing direct directs directed directing urge urges urged urging tell tells"
              + " told telling call calls called calling request requests requested requesting advise"
              + " advises advised advising threaten threatens threatened threatening promise promises"
              + " promised promising pledge pledges pledged pledging vow vows vowed vowing offer offers"
              + " offered offering demand demands demanded demanding warn warns warned warning beg begs"
              + " begged begging invite invites invited inviting propose proposes proposed proposing"
              + " claim claims claimed claiming encourage encourages encouraged encouraging command"
              + " commands commanded commanding swear swears swore threat threats promise call demand"
              + " request order warning appeal appeals appealed appealing remind reminds reminded"
              + " implore implored plead pleads pleaded pleading say says said saying believe believes"
              + " believed believing consider considers considered recommend recommends recommended"
              + " caution cautioned cautions press presses pressed pressing challenge challenges"
              + " challenged challenging dare dares dared");

  /** What tells of whom or what words are, and of no words. */
  private static final Set<Integer> GLOSSES =
      Signs.hashes("referring refer refers referred known dubbed named nicknamed titled entitled");

  private static final Set<Integer> KNOWING =
      Signs.hashes(
          "know knows knew known knowing see sees saw seen seeing seem seems seemed feel felt hear"
              + " hears heard hearing remember remembers wonder wonders understand understands"
              + " realize realizes realise realises");

  private static final Set<Integer> SEEING = Signs.hashes("saw watched witnessed woke awoke");

  private static final Set<Integer> SHOWING =
      Signs.hashes("show shows showed showing reveal reveals revealed depict depicts depicted");

  private static final Set<Integer> PICTURES =
      Signs.hashes(
          "footage video videos image images photo photos photograph photographs picture pictures"
              + " clip clips film camera cameras");

  /** Among so many blocks an article begins. */
  private static final int FIRST_BLOCKS = 5;

  private static final Set<Integer> NOBODY =
      Signs.hashes("none nobody no-one neither no few nothing");

  private static final Set<Integer> CITING = Signs.hashes("quote quotes quoted quoting cite cited");

  private static final int IF = Signs.hash("if");

  private static final int BE = Signs.hash("be");

  private static final int WHAT = Signs.hash("what");

  private static final int AS = Signs.hash("as");

  private final Admission admission;
  private Blocks blocks;
  private Tokens tokens;
  private Signs signs;
  private Proposals proposals;

  Unsaid(Admission admission) {
    this.admission = admission;
  }

  void start(Document document, Signs of, Proposals from) {
    blocks = document.blocks;
    tokens = document.tokens;
    signs = of;
    proposals = from;
  }

  /** Whether nothing is told at all of what somebody says, thinks or does. */
  boolean isNothing(int p) {
    return isFiled(p)
        || isNextVerb(p)
        || isSupposed(p)
        || isGloss(p)
        || isDescribed(p)
        || isWhatWasSaid(p)
        || passesOn(p)
        || isNobodys(p);
  }

  /** Whether what somebody does, wants or knows is told, and no words. */
  boolean isOnlyDone(int p) {
    return isDeed(p) || isWish(p) || isKnown(p) || isSeen(p) || isAuthors(p) || isEmpty(p);
  }

  /** Whether a headline only goes on with what its subject does: "Repeats Pledge, Stays Silent". */
  private boolean isNextVerb(int p) {
    int cue = proposals.cue[p];
    return blocks.kind[tokens.block[cue]] == Blocks.HEADLINE
        && cue + 1 < tokens.count
        && signs.tag[cue + 1] == Signs.COMMA
        && proposals.first[p] == cue + 2
        && admission.isPlain(p);
  }

  /** Whether it would only be said: "if Pell said so", "it should be noted that". */
  private boolean isSupposed(int p) {
    int source = proposals.sourceFirst[p];
    if (source > 0) {
      return signs.word[source - 1] == IF && admission.isPlain(p);
    }
    int t = proposals.cue[p] - 1;
    while (t > 0 && signs.tag[t] == Signs.ADVERB) {
      t--;
    }
    return t > 0 && signs.word[t] == BE && tokens.tag[t - 1] == Tags.MODAL;
  }

  /** Whether something is seen to happen, and not told: "saw a man sent off", "footage showed". */
  private boolean isSeen(int p) {
    int source = proposals.sourceEnd[p] - 1;
    boolean pictures =
        source >= 0
            && SHOWING.contains(signs.word[proposals.cue[p]])
            && PICTURES.contains(signs.word[source]);
    return admission.isPlain(p) && (pictures || SEEING.contains(signs.word[proposals.cue[p]]));
  }

  /** Whether it is what the author thinks: "I hope my critics are wrong" outside marks. */
  private boolean isAuthors(int p) {
    int source = proposals.sourceFirst[p];
    int cue = proposals.cue[p];
    int first = Lexicon.FIRST_SINGULAR | Lexicon.FIRST_PLURAL;
    return source >= 0
        && proposals.sourceEnd[p] - source == 1
        && (tokens.flags[source] & first) != 0
        && tokens.segment[cue] < 0
        && (signs.tag[cue] == Signs.THOUGHT || KNOWING.contains(signs.word[cue]))
        && admission.isPlain(p);
  }

  /** Whether nobody says nothing in particular: "will be announced in due course". */
  private boolean isEmpty(int p) {
    return proposals.sourceFirst[p] < 0 && admission.isPlain(p) && !admission.hasClause(p);
  }

  /** Whether a place at the head of an article only says where it was filed: "Doha: The bridge". */
  private boolean isFiled(int p) {
    int cue = proposals.cue[p];
    int source = proposals.sourceEnd[p] - 1;
    return signs.tag[cue] == Signs.COLON
        && source >= 0
        && signs.tag[source] == Signs.NAME + Names.LOCATION
        && tokens.block[cue] < FIRST_BLOCKS
        && admission.isPlain(p);
  }

  /**
   * Whether something is done to somebody or something, in no words: "questioned the roommates".
   */
  private boolean isDeed(int p) {
    int cue = proposals.cue[p];
    boolean thing = admission.isPlain(p) && !admission.hasClause(p);
    if (!thing || admission.blames(p)) {
      return false;
    }
    int tag = signs.tag[cue];
    boolean noun = tag == Signs.WORD_OF_SPEECH || tag == Signs.COLON;
    boolean being = cue > 1 && BE == signs.word[cue - 1] && isAhead(cue - 2);
    boolean later = being || (cue > 0 && tokens.tag[cue] == Tags.VERB && isAhead(cue - 1));
    return later || !(noun || SAYING_THINGS.contains(signs.word[cue])) || isOnlySomebody(p);
  }

  /** Whether what follows is still to be done: "will report results". */
  private boolean isAhead(int t) {
    return tokens.tag[t] == Tags.MODAL || signs.tag[t] == Signs.TO;
  }

  /**
   * Whether all that stands behind a cue is a person or a pronoun: "called her", "praised Pell".
   */
  private boolean isOnlySomebody(int p) {
    int first = proposals.first[p];
    int m = signs.mention[first];
    if (first < proposals.cue[p] || m < 0 || isTold(p)) {
      return false;
    }
    int tag = signs.tag[proposals.end[p] - 1];
    return signs.mention[proposals.end[p] - 1] == m
        && (tag == Signs.NAME + Names.PERSON || tag == Signs.PRONOUN || tag == Signs.THEY);
  }

  private boolean isTold(int p) {
    return Admission.SAID.contains(signs.word[proposals.cue[p]]);
  }

  /** Whether somebody only means to do something: "plans to share the proceeds". */
  private boolean isWish(int p) {
    int first = proposals.first[p];
    boolean to = signs.tag[first] == Signs.TO || (first > 0 && signs.tag[first - 1] == Signs.TO);
    return to
        && admission.isPlain(p)
        && first > proposals.cue[p]
        && !BIDDING.contains(signs.word[proposals.cue[p]]);
  }

  /** Whether somebody knows or sees something, or nobody does: "is seen as a step". */
  private boolean isKnown(int p) {
    int cue = proposals.cue[p];
    return KNOWING.contains(signs.word[cue])
        && admission.isPlain(p)
        && (proposals.sourceFirst[p] < 0
            || (tokens.flags[proposals.sourceFirst[p]] & Lexicon.FIRST_SINGULAR) != 0
            || (tokens.flags[proposals.sourceFirst[p]] & Lexicon.FIRST_PLURAL) != 0
            || !admission.hasClause(p)
            || admission.isNegated(p));
  }

  /** Whether words are explained or named, and none said: ", referring to the bridge". */
  private boolean isGloss(int p) {
    int cue = proposals.cue[p];
    boolean named = proposals.sourceFirst[p] < 0 || admission.isPlain(p);
    return named && GLOSSES.contains(signs.word[cue]);
  }

  /** Whether what looks like a cue describes a noun: "the accused", "informed sources". */
  private boolean isDescribed(int p) {
    int cue = proposals.cue[p];
    int tag = signs.tag[cue];
    int before = cue == 0 ? Signs.END : signs.tag[cue - 1];
    boolean verbal = tag == Signs.SPEECH || tag == Signs.SPOKEN || tag == Signs.PARTICIPLE;
    boolean past = tokens.tag[cue] == Tags.SAID || tokens.tag[cue] == Tags.BEEN_SAID;
    return verbal && past && before == Signs.DETERMINER;
  }

  /** Whether it only says what was said: "what he said was a surprise". */
  private boolean isWhatWasSaid(int p) {
    int source = proposals.sourceFirst[p];
    int first = proposals.first[p];
    return source > 0
        && first > proposals.cue[p]
        && signs.word[source - 1] == WHAT
        && admission.isPlain(p);
  }

  /** Whether another is said to have said it: "quoted Pell as saying that". */
  private boolean passesOn(int p) {
    int cue = proposals.cue[p];
    if (!CITING.contains(signs.word[cue])) {
      return false;
    }
    for (int t = proposals.first[p]; t + 1 < proposals.end[p]; t++) {
      if (signs.word[t] == AS && signs.tag[t + 1] == Signs.SPEAKING) {
        return true;
      }
    }
    return false;
  }

  /** Whether nobody says it: "none of the neighbors could say". */
  private boolean isNobodys(int p) {
    int source = proposals.sourceFirst[p];
    return source >= 0
        && admission.isPlain(p)
        && (NOBODY.contains(signs.word[source])
            || (source > 0 && NOBODY.contains(signs.word[source - 1])));
  }
}
