package onrecord.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Quoted segments, their speakers' mentions, and all attributions. A <em>segment</em> is what
 * stands between marks within a gold quote, three words or more; a <em>piece</em> is what a system
 * holds for one.
 */
public final class QuoteScore {
  /** So alike must a segment and a piece be to be the same. */
  private static final double SEGMENT_LIKENESS = 0.8;

  /** So alike must the letters of two attributions' content be. */
  private static final double CONTENT_LIKENESS = 0.5;

  /** A piece that lies in an attribution by more than this may be part of it: no invention. */
  private static final double TOUCHING = 0.1;

  private static final List<String> KINDS = List.of("direct", "mixed", "indirect");

  private final Consumer<Miss> misses;
  private final Map<Count, Integer> counts = new EnumMap<>(Count.class);
  private final Map<String, Sources> bySourceKind = new TreeMap<>();
  private final Map<String, Integer> segmentsOfKind = new TreeMap<>();
  private final Map<String, Integer> segmentsFoundOfKind = new TreeMap<>();
  private final Map<String, Integer> attributionsOfKind = new TreeMap<>();
  private final Map<String, Integer> attributionsFoundOfKind = new TreeMap<>();
  private final Tally contentLetters = new Tally();
  private final Tally attributions = new Tally();
  private final Tally contents = new Tally();
  private final Calibration calibration = new Calibration();

  /** A score that hands on each miss. */
  public QuoteScore(Consumer<Miss> misses) {
    this.misses = misses;
  }

  private enum Count {
    SEGMENTS,
    SEGMENTS_FOUND,
    PIECES,
    PIECES_RIGHT,
    PIECES_RIGHT_WITH_SPEAKER,
    PIECES_WRONG,
    PIECES_WRONG_WITH_SPEAKER,
    PIECES_WITH_WRONG_BOUNDS,
    PIECES_THAT_ARE_NO_QUOTE,
    PIECES_IGNORED,
    NO_SOURCE,
    NO_SOURCE_FOUND,
    NO_SOURCE_NO_SPEAKER,
    KINDS_COMPARED,
    KINDS_RIGHT
  }

  /** How segments came out whose sources are of one kind. */
  private static final class Sources {
    private int all;
    private int found;
    private int withSpeaker;
    private int mentionRight;
    private int nameRight;
    private int eitherRight;

    void add(Sources other) {
      all += other.all;
      found += other.found;
      withSpeaker += other.withSpeaker;
      mentionRight += other.mentionRight;
      nameRight += other.nameRight;
      eitherRight += other.eitherRight;
    }
  }

  /** A segment of the gold and the attribution it is part of. */
  private record Segment(Range at, GoldQuotes.Attribution attribution) {}

  /** Holds a system's quotes against a text's. */
  public void add(GoldQuotes gold, List<SystemOutput.Attributed> quotes) {
    List<Segment> segments = segments(gold);
    List<QuotedPiece> pieces = QuotedPiece.all(gold.text(), quotes);
    List<Matching.Pair> pairs = new ArrayList<>();
    for (int s = 0; s < segments.size(); s++) {
      for (int p = 0; p < pieces.size(); p++) {
        double likeness = segments.get(s).at.likeness(pieces.get(p).at());
        if (likeness >= SEGMENT_LIKENESS) {
          pairs.add(new Matching.Pair(likeness, s, p));
        }
      }
    }
    Matching tied = new Matching(pairs);
    judgePieces(gold, segments, pieces, tied);
    count(Count.SEGMENTS, segments.size());
    count(Count.SEGMENTS_FOUND, tied.size());
    for (int s = 0; s < segments.size(); s++) {
      int piece = tied.system(s);
      judgeSegment(gold, segments.get(s), piece < 0 ? null : pieces.get(piece).quote());
    }
    judgeAttributions(gold, quotes);
  }

  private static List<Segment> segments(GoldQuotes gold) {
    CodePointText text = gold.text();
    List<BitSet> contents =
        gold.attributions().stream().map(each -> text.letters(each.content())).toList();
    List<Segment> segments = new ArrayList<>();
    for (QuotedSegment quoted : text.quoted()) {
      if (QuotedSegment.wordCount(text.words(quoted.at())) < QuotedSegment.LEAST_WORDS) {
        continue;
      }
      BitSet letters = text.letters(List.of(quoted.at()));
      double best = 0;
      GoldQuotes.Attribution whose = null;
      for (int a = 0; a < contents.size(); a++) {
        GoldQuotes.Attribution attribution = gold.attributions().get(a);
        double covered = covered(letters, contents.get(a));
        if (!attribution.kind().equals("indirect") && covered > best) {
          best = covered;
          whose = attribution;
        }
      }
      if (best >= QuotedPiece.COVERED) {
        segments.add(new Segment(quoted.at(), whose));
      }
    }
    return segments;
  }

  private void judgePieces(
      GoldQuotes gold, List<Segment> segments, List<QuotedPiece> pieces, Matching tied) {
    CodePointText text = gold.text();
    BitSet ignored = text.letters(gold.ignore());
    BitSet touched = new BitSet();
    for (GoldQuotes.Attribution attribution : gold.attributions()) {
      touched.or(text.letters(attribution.content()));
      touched.or(text.letters(attribution.source()));
      touched.or(text.letters(attribution.cue()));
    }
    count(Count.PIECES, pieces.size());
    for (int p = 0; p < pieces.size(); p++) {
      QuotedPiece piece = pieces.get(p);
      int withSpeaker = piece.quote().hasSpeaker() ? 1 : 0;
      if (tied.hasSystem(p)) {
        count(Count.PIECES_RIGHT, 1);
        count(Count.PIECES_RIGHT_WITH_SPEAKER, withSpeaker);
        continue;
      }
      BitSet letters = text.letters(List.of(piece.at()));
      boolean besideASegment = segments.stream().anyMatch(each -> each.at.overlaps(piece.at()));
      if (covered(letters, ignored) > 0.5
          || (!besideASegment && covered(letters, touched) > TOUCHING)) {
        count(Count.PIECES_IGNORED, 1);
        continue;
      }
      count(Count.PIECES_WRONG, 1);
      count(Count.PIECES_WRONG_WITH_SPEAKER, withSpeaker);
      count(
          besideASegment ? Count.PIECES_WITH_WRONG_BOUNDS : Count.PIECES_THAT_ARE_NO_QUOTE,
          withSpeaker);
      if (withSpeaker == 1) {
        miss(
            besideASegment ? "quote bounds wrong" : "quote invented",
            piece.quote().kind(),
            gold,
            piece.at(),
            null,
            text.words(piece.at()));
      }
    }
  }

  /**
   * Counts a segment and, when it was found, its speaker.
   *
   * @param quote what the system made of it, or null
   */
  private void judgeSegment(GoldQuotes gold, Segment segment, SystemOutput.Attributed quote) {
    GoldQuotes.Attribution attribution = segment.attribution;
    CodePointText text = gold.text();
    segmentsOfKind.merge(attribution.kind(), 1, Integer::sum);
    if (quote != null) {
      segmentsFoundOfKind.merge(attribution.kind(), 1, Integer::sum);
    } else {
      miss("quote missed", attribution.kind(), gold, segment.at, text.words(segment.at), null);
    }
    if (!attribution.hasSource()) {
      count(Count.NO_SOURCE, 1);
      if (quote != null) {
        count(Count.NO_SOURCE_FOUND, 1);
        count(Count.NO_SOURCE_NO_SPEAKER, quote.hasSpeaker() ? 0 : 1);
      }
      return;
    }
    Sources sources = bySourceKind.computeIfAbsent(attribution.sourceKind(), kind -> new Sources());
    sources.all++;
    if (quote == null) {
      return;
    }
    sources.found++;
    boolean mention = quote.speaker() != null && hits(text, quote.speaker(), attribution.source());
    boolean name =
        attribution.sourceKind().equals(SourceHead.NAMED)
            && SourceHead.endsAlike(attribution.sourceHead(), quote.speakerName());
    sources.withSpeaker += quote.hasSpeaker() ? 1 : 0;
    sources.mentionRight += mention ? 1 : 0;
    sources.nameRight += name ? 1 : 0;
    sources.eitherRight += mention || name ? 1 : 0;
    if (quote.hasSpeaker()) {
      calibration.add(quote.confidence(), mention);
    }
    if (!mention) {
      miss(
          quote.speaker() == null ? "speaker missing" : "speaker wrong",
          attribution.sourceKind(),
          gold,
          segment.at,
          speaker(text, attribution),
          speaker(text, quote.speaker(), quote.speakerName()));
    }
  }

  /** An attribution of the system: quotes of one group, or of one mention where none is given. */
  private record Said(List<Range> content, Range speaker, String speakerName, List<String> kinds) {
    String kind() {
      return kinds.stream().distinct().count() == 1 ? kinds.get(0) : "mixed";
    }

    static List<Said> all(List<SystemOutput.Attributed> quotes) {
      Map<Object, Said> groups = new LinkedHashMap<>();
      for (int q = 0; q < quotes.size(); q++) {
        SystemOutput.Attributed quote = quotes.get(q);
        Object key =
            quote.group() != null
                ? List.of("group", quote.group())
                : quote.speaker() != null ? quote.speaker() : q;
        Said said =
            groups.computeIfAbsent(
                key,
                first ->
                    new Said(
                        new ArrayList<>(),
                        quote.speaker(),
                        quote.speakerName(),
                        new ArrayList<>()));
        said.content.addAll(quote.spans());
        said.kinds.add(quote.kind());
      }
      return new ArrayList<>(groups.values());
    }
  }

  private void judgeAttributions(GoldQuotes gold, List<SystemOutput.Attributed> quotes) {
    CodePointText text = gold.text();
    BitSet ignored = text.letters(gold.ignore());
    List<GoldQuotes.Attribution> right = gold.attributions();
    List<BitSet> rightLetters = right.stream().map(each -> text.letters(each.content())).toList();
    List<Said> said = Said.all(quotes);
    said.removeIf(
        each -> {
          BitSet letters = text.letters(each.content);
          return letters.isEmpty() || covered(letters, ignored) > 0.5;
        });
    List<BitSet> saidLetters = said.stream().map(each -> text.letters(each.content)).toList();
    countLetters(rightLetters, saidLetters, ignored);

    List<Matching.Pair> alike = new ArrayList<>();
    List<Matching.Pair> alikeAndSameSpeaker = new ArrayList<>();
    for (int g = 0; g < right.size(); g++) {
      for (int s = 0; s < said.size(); s++) {
        double likeness = likeness(rightLetters.get(g), saidLetters.get(s));
        if (likeness >= CONTENT_LIKENESS) {
          Matching.Pair pair = new Matching.Pair(likeness, g, s);
          alike.add(pair);
          if (sameSpeaker(text, right.get(g), said.get(s))) {
            alikeAndSameSpeaker.add(pair);
          }
        }
      }
    }
    Matching byContent = new Matching(alike);
    Matching bySpeakerToo = new Matching(alikeAndSameSpeaker);
    int toBeFound = (int) rightLetters.stream().filter(letters -> !letters.isEmpty()).count();
    count(attributions, bySpeakerToo, toBeFound, said.size());
    count(contents, byContent, toBeFound, said.size());
    for (int g = 0; g < right.size(); g++) {
      if (!rightLetters.get(g).isEmpty()) {
        attributionsOfKind.merge(right.get(g).kind(), 1, Integer::sum);
        judgeAttribution(gold, right.get(g), g, said, byContent, bySpeakerToo);
      }
    }
    for (int s = 0; s < said.size(); s++) {
      if (!byContent.hasSystem(s)) {
        Said invented = said.get(s);
        miss(
            "attribution invented",
            invented.kind(),
            gold,
            invented.content.get(0),
            null,
            speaker(text, invented.speaker, invented.speakerName)
                + ": "
                + text.words(invented.content));
      }
    }
  }

  private void judgeAttribution(
      GoldQuotes gold,
      GoldQuotes.Attribution right,
      int index,
      List<Said> said,
      Matching byContent,
      Matching bySpeakerToo) {
    CodePointText text = gold.text();
    if (bySpeakerToo.hasGold(index)) {
      attributionsFoundOfKind.merge(right.kind(), 1, Integer::sum);
    }
    if (!byContent.hasGold(index)) {
      miss(
          "attribution missed",
          right.kind(),
          gold,
          right.content().get(0),
          speaker(text, right) + ": " + text.words(right.content()),
          null);
      return;
    }
    Said instead = said.get(byContent.system(index));
    count(Count.KINDS_COMPARED, 1);
    if (instead.kind().equals(right.kind())) {
      count(Count.KINDS_RIGHT, 1);
    } else {
      miss(
          "kind wrong",
          right.kind() + ">" + instead.kind(),
          gold,
          right.content().get(0),
          right.kind() + ": " + text.words(right.content()),
          instead.kind() + ": " + text.words(instead.content));
    }
    if (!bySpeakerToo.hasGold(index) && !sameSpeaker(text, right, instead)) {
      miss(
          "attribution, speaker wrong",
          right.kind() + " " + right.sourceKind(),
          gold,
          right.content().get(0),
          speaker(text, right),
          speaker(text, instead.speaker, instead.speakerName));
    }
  }

  private void countLetters(List<BitSet> right, List<BitSet> said, BitSet ignored) {
    BitSet gold = union(right);
    gold.andNot(ignored);
    BitSet system = union(said);
    system.andNot(ignored);
    int both = shared(gold, system);
    contentLetters.add(both, system.cardinality() - both, gold.cardinality() - both);
  }

  private static void count(Tally tally, Matching tied, int gold, int system) {
    tally.add(tied.size(), system - tied.size(), gold - tied.size());
  }

  private void count(Count what, int more) {
    counts.merge(what, more, Integer::sum);
  }

  private static boolean sameSpeaker(CodePointText text, GoldQuotes.Attribution right, Said said) {
    return right.hasSource()
        ? said.speaker != null && hits(text, said.speaker, right.source())
        : said.speaker == null;
  }

  /** Whether at least half of a mention's letters lie in the source. */
  static boolean hits(CodePointText text, Range mention, List<Range> source) {
    BitSet letters = text.letters(List.of(mention));
    return !letters.isEmpty() && 2 * shared(letters, text.letters(source)) >= letters.cardinality();
  }

  private static BitSet union(List<BitSet> sets) {
    BitSet union = new BitSet();
    sets.forEach(union::or);
    return union;
  }

  static int shared(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both.cardinality();
  }

  /** Which share of some letters lies in others. */
  private static double covered(BitSet letters, BitSet others) {
    return Figures.share(shared(letters, others), letters.cardinality());
  }

  /** What both share, of what either has. */
  static double likeness(BitSet one, BitSet other) {
    int both = shared(one, other);
    return Figures.share(both, one.cardinality() + other.cardinality() - both);
  }

  private static String speaker(CodePointText text, GoldQuotes.Attribution attribution) {
    return attribution.hasSource()
        ? text.words(attribution.source()) + " @" + attribution.source().get(0).start()
        : "(nobody)";
  }

  private static String speaker(CodePointText text, Range mention, String name) {
    String words = mention == null ? "(nobody)" : text.placed(mention);
    return name == null ? words : words + " = " + name;
  }

  private void miss(
      String kind, String detail, GoldQuotes gold, Range at, String right, String said) {
    misses.accept(Miss.of(kind, detail, gold.id(), gold.text(), at, right, said));
  }

  /** Whether the mention is right as often as the confidence says, over the segments found. */
  public Calibration calibration() {
    return calibration;
  }

  /** The figures, named as the shared scorer names them. */
  public Figures figures() {
    Figures figures = new Figures();
    segmentFigures(figures);
    speakerFigures(figures);
    figures.tally("q3_content_char", contentLetters);
    figures.tally("q3_attribution", attributions);
    figures.tally("q3_attribution_content_only", contents);
    figures.share("q3_kind_accuracy", share(Count.KINDS_RIGHT, Count.KINDS_COMPARED));
    for (String kind : KINDS) {
      int all = attributionsOfKind.getOrDefault(kind, 0);
      figures.count("q3_attribution_n_" + kind, all);
      figures.share(
          "q3_attribution_recall_" + kind,
          Figures.share(attributionsFoundOfKind.getOrDefault(kind, 0), all));
    }
    return figures;
  }

  private void segmentFigures(Figures figures) {
    figures.count("q1_gold_segments", value(Count.SEGMENTS));
    figures.count("q1_sys_pieces", value(Count.PIECES));
    int right = value(Count.PIECES_RIGHT_WITH_SPEAKER);
    double recall = share(Count.SEGMENTS_FOUND, Count.SEGMENTS);
    double precision = Figures.share(right, right + value(Count.PIECES_WRONG_WITH_SPEAKER));
    figures.share("q1_recall", recall);
    figures.share("q1_precision", precision);
    figures.share("q1_f1", Tally.harmonic(precision, recall));
    figures.share(
        "q1_precision_all",
        Figures.share(
            value(Count.PIECES_RIGHT), value(Count.PIECES_RIGHT) + value(Count.PIECES_WRONG)));
    Sources all = allSources();
    figures.share("q1_recall_with_speaker", Figures.share(all.withSpeaker, all.all));
    figures.count("q1_tp_with_speaker", right);
    figures.count("q1_fp_with_speaker", value(Count.PIECES_WRONG_WITH_SPEAKER));
    figures.count("q1_fp_boundary", value(Count.PIECES_WITH_WRONG_BOUNDS));
    figures.count("q1_fp_notquote", value(Count.PIECES_THAT_ARE_NO_QUOTE));
    figures.count("q1_ignored_pieces", value(Count.PIECES_IGNORED));
    for (String kind : List.of("direct", "mixed")) {
      figures.share(
          "q1_recall_" + kind,
          Figures.share(
              segmentsFoundOfKind.getOrDefault(kind, 0), segmentsOfKind.getOrDefault(kind, 0)));
    }
  }

  private void speakerFigures(Figures figures) {
    Sources all = allSources();
    Sources named = bySourceKind.getOrDefault(SourceHead.NAMED, new Sources());
    figures.count("q2_segments_with_source", all.all);
    figures.share("q2_speaker_acc_all", Figures.share(all.mentionRight, all.all));
    figures.share("q2_speaker_acc_detected", Figures.share(all.mentionRight, all.found));
    figures.share("q2_speaker_acc_given_speaker", Figures.share(all.mentionRight, all.withSpeaker));
    figures.count("q2_named_subset", named.all);
    figures.share("q2_name_match_all", Figures.share(named.nameRight, named.all));
    figures.share("q2_name_match_detected", Figures.share(named.nameRight, named.found));
    figures.share("q2_either_acc_all", Figures.share(all.eitherRight, all.all));
    figures.share("q2_either_acc_detected", Figures.share(all.eitherRight, all.found));
    for (String kind : List.of(SourceHead.PRONOUN, SourceHead.NAMED, SourceHead.NOMINAL)) {
      Sources some = bySourceKind.getOrDefault(kind, new Sources());
      figures.count("q2_n_" + kind, some.all);
      figures.share("q2_speaker_acc_all_" + kind, Figures.share(some.mentionRight, some.all));
      figures.share(
          "q2_speaker_acc_detected_" + kind, Figures.share(some.mentionRight, some.found));
      if (kind.equals(SourceHead.NAMED)) {
        figures.share("q2_either_acc_all_named", Figures.share(some.eitherRight, some.all));
      }
    }
    figures.count("q2_no_source_segments", value(Count.NO_SOURCE));
    figures.share(
        "q2_no_source_detected_without_speaker",
        share(Count.NO_SOURCE_NO_SPEAKER, Count.NO_SOURCE_FOUND));
  }

  private Sources allSources() {
    Sources all = new Sources();
    bySourceKind.values().forEach(all::add);
    return all;
  }

  private int value(Count what) {
    return counts.getOrDefault(what, 0);
  }

  private double share(Count part, Count whole) {
    return Figures.share(value(part), value(whole));
  }
}
