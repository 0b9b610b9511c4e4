package onrecord.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import onrecord.events.Entity;

/**
 * What the engine found in articles held against their answers. Two entities are tied by the
 * mentions they share, most first; two quotes by their content, of which they must share half. What
 * the answer calls borderline counts neither way.
 */
public final class AnswerScore {
  private static final double SAME_CONTENT = 0.5;

  private final Consumer<Miss> misses;
  private final EntityScore names;
  private final QuoteScore segments;
  private final Bcubed clusters = new Bcubed();
  private final Tally mentions = new Tally();
  private final Tally roles = new Tally();
  private final Tally quotes = new Tally();
  private final Tally quotesToTheLetter = new Tally();
  private final Tally attributions = new Tally();
  private final Tally repeats = new Tally();
  private final Tally nestings = new Tally();
  private final Tally blocks = new Tally();
  private final Calibration calibration = new Calibration();
  private int persons;
  private int fullestNames;
  private int found;
  private int kindsRight;
  private int cuesRight;
  private int mentionsRight;
  private int speakerKinds;
  private int speakerKindsRight;
  private int namedQuotes;
  private int speakerNamesRight;
  private int unnamedQuotes;
  private int leftUnnamed;
  private int notSpeech;
  private int takenForSpeech;

  /** A score that hands on each miss. */
  public AnswerScore(Consumer<Miss> misses) {
    this.misses = misses;
    this.names = new EntityScore(misses);
    // Its misses are told here in other words: only the figures are wanted.
    this.segments = new QuoteScore(miss -> {});
  }

  /** Holds what was found in an article against its answer. */
  public void add(Answer gold, Answer system) {
    SystemOutput output = system.systemOutput();
    GoldEntities marked = gold.goldEntities();
    names.add(marked, withoutBorderline(gold, marked, output.entities()));
    segments.add(gold.goldQuotes(), output.quotes());
    new Article(gold, system).score();
  }

  /** A name where a careful reader may see one or not is neither right nor invented. */
  private static List<SystemOutput.Name> withoutBorderline(
      Answer gold, GoldEntities marked, List<SystemOutput.Name> found) {
    Set<Range> borderline = new HashSet<>();
    gold.borderline().forEach(each -> borderline.add(each.at()));
    marked.entities().forEach(name -> borderline.remove(name.at()));
    return found.stream().filter(name -> !borderline.contains(name.at())).toList();
  }

  /** One article while it is scored. */
  private final class Article {
    private final Answer gold;
    private final Answer system;
    private final CodePointText text;
    private final Matching entities;
    private final List<BitSet> goldContent;
    private final List<BitSet> systemContent;
    private final Matching tied;

    /** Where a mention may stand or not: borderline, and none of the answer's. */
    private final Set<Range> borderline = new HashSet<>();

    Article(Answer gold, Answer system) {
      this.gold = gold;
      this.system = system;
      this.text = gold.text();
      this.entities = tieEntities();
      this.goldContent = contents(gold);
      this.systemContent = contents(system);
      this.tied = tieQuotes();
      gold.borderline().forEach(each -> borderline.add(each.at()));
      gold.entities().forEach(who -> borderline.removeAll(places(who)));
    }

    void score() {
      clusters();
      entities();
      quotes();
      pairs(repeats, "sameAs", Answer.Said::sameAs);
      pairs(nestings, "within", Answer.Said::within);
      notSpeech();
      blocks();
    }

    private Matching tieEntities() {
      List<Matching.Pair> pairs = new ArrayList<>();
      for (int g = 0; g < gold.entities().size(); g++) {
        Set<Range> mentions = places(gold.entities().get(g));
        for (int s = 0; s < system.entities().size(); s++) {
          Set<Range> both = places(system.entities().get(s));
          both.retainAll(mentions);
          if (!both.isEmpty()) {
            pairs.add(new Matching.Pair(both.size(), g, s));
          }
        }
      }
      return new Matching(pairs);
    }

    private Matching tieQuotes() {
      List<Matching.Pair> pairs = new ArrayList<>();
      for (int g = 0; g < goldContent.size(); g++) {
        for (int s = 0; s < systemContent.size(); s++) {
          double likeness = QuoteScore.likeness(goldContent.get(g), systemContent.get(s));
          if (likeness >= SAME_CONTENT) {
            pairs.add(new Matching.Pair(likeness, g, s));
          }
        }
      }
      return new Matching(pairs);
    }

    private List<BitSet> contents(Answer answer) {
      return answer.quotes().stream().map(quote -> text.letters(quote.spans())).toList();
    }

    private void clusters() {
      clusters.add(
          gold.entities().stream().map(this::places).toList(),
          system.entities().stream().map(this::countedPlaces).toList());
      Map<Range, Integer> entityOf = new HashMap<>();
      for (int s = 0; s < system.entities().size(); s++) {
        for (Range place : places(system.entities().get(s))) {
          entityOf.putIfAbsent(place, s);
        }
      }
      for (int g = 0; g < gold.entities().size(); g++) {
        Answer.Who who = gold.entities().get(g);
        for (Answer.Named mention : who.mentions()) {
          Integer instead = entityOf.remove(mention.at());
          mentions.add(instead == null ? 0 : 1, 0, instead == null ? 1 : 0);
          if (instead == null) {
            miss("mention missed", mention.kind(), mention.at(), who.name(), null);
          } else if (entities.system(g) != instead) {
            miss(
                "mention of another entity",
                mention.kind(),
                mention.at(),
                who.name(),
                system.entities().get(instead).name());
          }
        }
      }
      entityOf.keySet().removeAll(borderline);
      mentions.add(0, entityOf.size(), 0);
      for (Answer.Who who : system.entities()) {
        for (Answer.Named mention : who.mentions()) {
          if (entityOf.containsKey(mention.at())) {
            miss("mention invented", mention.kind(), mention.at(), null, who.name());
          }
        }
      }
    }

    /** The places of a found entity where the answer doesn't leave it open whether it stands. */
    private Set<Range> countedPlaces(Answer.Who who) {
      Set<Range> places = places(who);
      places.removeAll(borderline);
      return places;
    }

    private Set<Range> places(Answer.Who who) {
      Set<Range> places = new TreeSet<>();
      who.mentions().forEach(mention -> places.add(mention.at()));
      return places;
    }

    private void entities() {
      for (int g = 0; g < gold.entities().size(); g++) {
        Answer.Who who = gold.entities().get(g);
        Answer.Who instead = entities.hasGold(g) ? system.entities().get(entities.system(g)) : null;
        Range at = who.mentions().get(0).at();
        if (who.type().equals(Entity.PERSON)) {
          persons++;
          if (instead != null && instead.name().equals(who.name())) {
            fullestNames++;
          } else {
            miss("fullest name wrong", "", at, who.name(), instead == null ? null : instead.name());
          }
        }
        Set<String> right = new TreeSet<>(who.roles());
        Set<String> said = new TreeSet<>(instead == null ? List.of() : instead.roles());
        roles.add(right, said);
        for (String role : right) {
          if (!said.contains(role)) {
            miss("role missed", "", at, who.name() + ": " + role, null);
          }
        }
        said.removeAll(right);
        said.forEach(role -> miss("role invented", "", at, null, who.name() + ": " + role));
      }
      for (int s = 0; s < system.entities().size(); s++) {
        if (!entities.hasSystem(s)) {
          Answer.Who who = system.entities().get(s);
          roles.add(0, new HashSet<>(who.roles()).size(), 0);
          for (String role : who.roles()) {
            miss("role invented", "", who.mentions().get(0).at(), null, who.name() + ": " + role);
          }
        }
      }
    }

    private void quotes() {
      int toTheLetter = 0;
      int withSpeaker = 0;
      for (int g = 0; g < gold.quotes().size(); g++) {
        Answer.Said right = gold.quotes().get(g);
        countSpeakers(right);
        if (!tied.hasGold(g)) {
          String nested = right.within() == null ? right.kind() : "nested " + right.kind();
          miss("quote missed", nested, start(right), shown(gold, right), null);
          continue;
        }
        Answer.Said said = system.quotes().get(tied.system(g));
        found++;
        toTheLetter += sameSpans(right, said) ? 1 : 0;
        withSpeaker += judge(right, said) ? 1 : 0;
      }
      int counted = 0;
      for (int s = 0; s < system.quotes().size(); s++) {
        Answer.Said said = system.quotes().get(s);
        if (tied.hasSystem(s)) {
          counted++;
        } else if (!borderline(s)) {
          counted++;
          miss("quote invented", said.kind(), start(said), null, shown(system, said));
        }
      }
      int all = gold.quotes().size();
      quotes.add(tied.size(), counted - tied.size(), all - tied.size());
      quotesToTheLetter.add(toTheLetter, counted - toTheLetter, all - toTheLetter);
      attributions.add(withSpeaker, counted - withSpeaker, all - withSpeaker);
    }

    private void countSpeakers(Answer.Said right) {
      if (right.speakerKind() != null) {
        speakerKinds++;
      }
      if (right.speakerName() != null) {
        namedQuotes++;
      }
    }

    private boolean borderline(int s) {
      BitSet content = systemContent.get(s);
      List<Range> places = gold.borderline().stream().map(Answer.Noted::at).toList();
      return 2 * QuoteScore.shared(content, text.letters(places)) > content.cardinality();
    }

    private boolean sameSpans(Answer.Said right, Answer.Said said) {
      boolean same = right.spans().equals(said.spans());
      if (!same) {
        miss(
            "quote bounds wrong",
            right.kind(),
            start(right),
            text.words(right.spans()),
            text.words(said.spans()));
      }
      return same;
    }

    /** Whether the right one is said to have said it. */
    private boolean judge(Answer.Said right, Answer.Said said) {
      if (right.kind().equals(said.kind())) {
        kindsRight++;
      } else {
        miss(
            "kind wrong",
            right.kind() + ">" + said.kind(),
            start(right),
            right.kind(),
            said.kind());
      }
      if (sameMention(right.mention(), said.mention())) {
        mentionsRight++;
      } else {
        miss(
            "speaker's mention wrong",
            "",
            start(right),
            words(right.mention()),
            words(said.mention()));
      }
      if (Objects.equals(right.cue(), said.cue())) {
        cuesRight++;
      } else {
        miss("cue wrong", "", start(right), words(right.cue()), words(said.cue()));
      }
      judgeKindOfSpeaker(right, said);
      judgeName(right, said);
      boolean rightSpeaker = sameSpeaker(right, said);
      if (said.speakerKind() != null) {
        calibration.add(said.confidence(), rightSpeaker);
      }
      if (!rightSpeaker) {
        miss(
            said.speakerKind() == null ? "speaker missing" : "speaker wrong",
            String.valueOf(right.speakerKind()),
            start(right),
            speaker(right),
            speaker(said));
      }
      return rightSpeaker;
    }

    private void judgeKindOfSpeaker(Answer.Said right, Answer.Said said) {
      if (right.speakerKind() == null) {
        return;
      }
      if (right.speakerKind().equals(said.speakerKind())) {
        speakerKindsRight++;
      } else {
        miss(
            "speaker's kind wrong",
            right.speakerKind() + ">" + said.speakerKind(),
            start(right),
            speaker(right),
            speaker(said));
      }
    }

    private void judgeName(Answer.Said right, Answer.Said said) {
      if (right.speakerName() == null) {
        unnamedQuotes++;
        if (said.speakerName() == null) {
          leftUnnamed++;
        }
      } else if (right.speakerName().equals(said.speakerName())) {
        speakerNamesRight++;
      }
    }

    /** The same entity; where the answer has none, none and the same name or no name. */
    private boolean sameSpeaker(Answer.Said right, Answer.Said said) {
      if (right.speaker() == null) {
        return said.speaker() == null
            && Objects.equals(right.speakerName(), said.speakerName())
            && (said.speakerKind() != null || right.speakerKind() == null);
      }
      for (int g = 0; g < gold.entities().size(); g++) {
        if (gold.entities().get(g).id().equals(right.speaker())) {
          return entities.hasGold(g)
              && system.entities().get(entities.system(g)).id().equals(said.speaker());
        }
      }
      return false;
    }

    private boolean sameMention(Range right, Range said) {
      return right == null
          ? said == null
          : said != null && QuoteScore.hits(text, said, List.of(right));
    }

    /** Pairs of quotes that belong together, by the quotes that the system's are tied to. */
    private void pairs(Tally tally, String kind, Function<Answer.Said, Integer> other) {
      int right = 0;
      int missed = 0;
      for (int g = 0; g < gold.quotes().size(); g++) {
        Integer to = other.apply(gold.quotes().get(g));
        if (to == null) {
          continue;
        }
        int s = tied.system(g);
        Integer said = s < 0 ? null : other.apply(system.quotes().get(s));
        if (said != null && tied.gold(said) == to) {
          right++;
        } else {
          missed++;
          Answer.Said quote = gold.quotes().get(g);
          String instead = said == null ? null : text.words(system.quotes().get(said).spans());
          miss(
              kind + " wrong",
              "",
              start(quote),
              text.words(gold.quotes().get(to).spans()),
              instead);
        }
      }
      int all = (int) system.quotes().stream().filter(quote -> other.apply(quote) != null).count();
      tally.add(right, all - right, missed);
    }

    private void notSpeech() {
      for (Answer.Noted place : gold.notSpeech()) {
        notSpeech++;
        BitSet letters = text.letters(List.of(place.at()));
        for (int s = 0; s < system.quotes().size(); s++) {
          if (!tied.hasSystem(s) && isTaken(letters, system.quotes().get(s))) {
            takenForSpeech++;
            miss(
                "not speech, taken for a quote",
                "",
                place.at(),
                place.note(),
                shown(system, system.quotes().get(s)));
            break;
          }
        }
      }
    }

    private boolean isTaken(BitSet letters, Answer.Said said) {
      List<Range> parts = said.quoted().isEmpty() ? said.spans() : said.quoted();
      return parts.stream()
          .anyMatch(
              part -> QuoteScore.likeness(letters, text.letters(List.of(part))) >= SAME_CONTENT);
    }

    private void blocks() {
      Set<Answer.Part> said = new HashSet<>(system.blocks());
      blocks.add(new HashSet<>(gold.blocks()), said);
      for (Answer.Part block : gold.blocks()) {
        if (!said.contains(block)) {
          String instead =
              String.join(
                  ", ",
                  system.blocks().stream()
                      .filter(part -> part.at().overlaps(block.at()))
                      .map(part -> part.kind() + " " + part.at())
                      .toList());
          miss("block wrong", block.kind(), block.at(), block.kind() + " " + block.at(), instead);
        }
      }
    }

    private Range start(Answer.Said said) {
      return said.spans().get(0);
    }

    private String words(Range range) {
      return range == null ? "(none)" : text.placed(range);
    }

    private String speaker(Answer.Said said) {
      String mention = said.mention() == null ? "" : text.placed(said.mention());
      String name = said.speakerName() == null ? "(unnamed)" : said.speakerName();
      String kind = said.speakerKind() == null ? "(nobody)" : said.speakerKind();
      return kind + " " + name + (mention.isEmpty() ? "" : ", " + mention);
    }

    private String shown(Answer answer, Answer.Said said) {
      return speaker(said) + ": " + answer.text().words(said.spans());
    }

    private void miss(String kind, String detail, Range at, String right, String said) {
      misses.accept(Miss.of(kind, detail, gold.id(), text, at, right, said));
    }
  }

  /** Whether the speaker is right as often as the confidence says, over the quotes found. */
  public Calibration calibration() {
    return calibration;
  }

  /** The figures: those of the shared scorer and those of answers only. */
  public Figures figures() {
    Figures figures = new Figures();
    figures.addAll(names.figures());
    figures.share("clusters_bcubed_p", clusters.precision());
    figures.share("clusters_bcubed_r", clusters.recall());
    figures.share("clusters_bcubed_f1", clusters.f1());
    figures.tally("mentions", mentions);
    figures.count("persons", persons);
    figures.share("fullest_name_accuracy", Figures.share(fullestNames, persons));
    figures.count("roles", roles.gold());
    figures.tally("roles", roles);
    figures.count("quotes", quotes.gold());
    figures.tally("quotes", quotes);
    figures.share("quotes_exact_f1", quotesToTheLetter.f1());
    figures.share("quotes_kind_accuracy", Figures.share(kindsRight, found));
    figures.share("quotes_mention_accuracy", Figures.share(mentionsRight, found));
    figures.share("quotes_cue_accuracy", Figures.share(cuesRight, found));
    figures.tally("attributions", attributions);
    figures.share("speaker_name_accuracy", Figures.share(speakerNamesRight, namedQuotes));
    figures.share("speaker_kind_accuracy", Figures.share(speakerKindsRight, speakerKinds));
    figures.count("unnamed_quotes_found", unnamedQuotes);
    figures.share("unnamed_left_unnamed", Figures.share(leftUnnamed, unnamedQuotes));
    figures.share("same_as_f1", repeats.f1());
    figures.share("within_f1", nestings.f1());
    figures.count("not_speech", notSpeech);
    figures.error("not_speech_taken_for_quotes", Figures.share(takenForSpeech, notSpeech));
    figures.tally("blocks", blocks);
    figures.addAll(segments.figures());
    return figures;
  }
}
