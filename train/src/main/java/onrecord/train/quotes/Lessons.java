package onrecord.train.quotes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import onrecord.enrich.Engine;
import onrecord.enrich.people.People;
import onrecord.enrich.quotes.Contents;
import onrecord.enrich.quotes.Cues;
import onrecord.enrich.quotes.Features;
import onrecord.enrich.quotes.Proposals;
import onrecord.enrich.quotes.QuoteModel;
import onrecord.enrich.quotes.Signs;
import onrecord.enrich.quotes.Sources;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.train.quotes.Learner.Choice;

/** What one text teaches about cues, their sources and their contents, by its attributions. */
final class Lessons {
  private final Document doc;
  private final Tokens tokens;
  private final People people;
  private final Signs signs;
  private final Aligned gold;
  private final Features features = new Features();
  private final Sources sources = new Sources();
  private final Contents contents = new Contents();
  private final List<Choice> choices = new ArrayList<>();

  private Lessons(Engine engine, QuoteModel facts, Aligned gold) {
    this.doc = engine.document();
    this.tokens = doc.tokens;
    this.people = engine.people();
    this.signs = new Signs(facts);
    this.gold = gold;
  }

  /** What it teaches about cues. */
  static List<Choice> ofCues(Engine engine, QuoteModel facts, Aligned gold) {
    Lessons lessons = new Lessons(engine, facts, gold);
    lessons.signs.read(lessons.doc, lessons.people);
    lessons.cues();
    return lessons.choices;
  }

  /**
   * What it teaches about sources and contents.
   *
   * @param model one that knows cues and wasn't trained on this text
   */
  static List<Choice> ofSourcesAndContents(Engine engine, QuoteModel model, Aligned gold) {
    Lessons lessons = new Lessons(engine, model, gold);
    lessons.signs.read(lessons.doc, lessons.people);
    new Proposals(model).findCues(lessons.doc, lessons.signs, lessons.people);
    lessons.sources.start(lessons.doc, lessons.signs, lessons.people);
    lessons.contents.start(lessons.doc, lessons.signs);
    for (Aligned.Attribution each : gold.all) {
      if (each.cue >= 0 && !each.parts.isEmpty()) {
        lessons.source(each);
      }
    }
    return lessons.choices;
  }

  private boolean insideMarks(int t) {
    int s = tokens.segment[t];
    return s >= 0 && doc.segments.endToken[s] - doc.segments.firstToken[s] > 2;
  }

  private void cues() {
    BitSet heads = new BitSet();
    gold.all.stream().filter(each -> each.cue >= 0).forEach(each -> heads.set(each.cue));
    Cues cues = new Cues();
    cues.start(doc, signs, people);
    for (int t = 0; t < tokens.count; t++) {
      if (cues.mayBe(t) && !insideMarks(t)) {
        cues.features(t, features);
        choices.add(Choice.yesOrNo(features, heads.get(t)));
      }
    }
  }

  private void source(Aligned.Attribution each) {
    sources.find(each.cue);
    boolean[] right = rightSources(each);
    int first = -1;
    int end = -1;
    boolean any = false;
    int[][] all = new int[sources.count][];
    for (int i = 0; i < sources.count; i++) {
      sources.features(i, features);
      all[i] = Choice.copy(features);
      if (right[i]) {
        any = true;
        if (first < 0 && sources.head[i] >= 0) {
          first = sources.first[i];
          end = sources.head[i] + 1;
        }
      }
    }
    if (any) {
      choices.add(new Choice(all, right));
      content(each, first, end);
    }
  }

  /** The candidates that name the source best: names before other words, heads before the rest. */
  private boolean[] rightSources(Aligned.Attribution each) {
    boolean[] right = new boolean[sources.count];
    int best = 0;
    int[] rank = new int[sources.count];
    for (int i = 0; i < sources.count; i++) {
      int head = sources.head[i];
      if (head < 0) {
        rank[i] = each.source.isEmpty() ? 4 : 0;
      } else if (each.source.get(head)) {
        int first = sources.first[i];
        boolean possessive =
            tokens.kind[Math.min(head + 1, tokens.count - 1)] == Tokens.POSSESSIVE
                && each.source.get(Math.min(head + 2, tokens.count - 1));
        int before = first - 1;
        boolean object =
            before >= 0
                && each.source.get(before)
                && (tokens.flags[before] & onrecord.enrich.text.Lexicon.PREPOSITION) != 0;
        int m = mentionAt(head);
        boolean name =
            m >= 0
                && people.kind[m] == People.NAME
                && people.entity[m] >= 0
                && people.entities.get(people.entity[m]).type == 1;
        rank[i] = possessive || object || !gold.hits(each, first, head + 1) ? 1 : name ? 3 : 2;
      }
      best = Math.max(best, rank[i]);
    }
    for (int i = 0; i < sources.count; i++) {
      right[i] = best > 0 && rank[i] == best;
    }
    return right;
  }

  private int mentionAt(int t) {
    int m = people.firstAt(t + 1) - 1;
    return m >= 0 && people.endToken[m] > t ? m : -1;
  }

  private void content(Aligned.Attribution each, int first, int end) {
    int[] part = each.parts.get(0);
    for (int[] other : each.parts) {
      // Of what is said around its cue, the first; of a subject and what is said of it, the longer.
      part = !each.marked && other[1] - other[0] > part[1] - part[0] ? other : part;
    }
    boolean behind = part[0] > each.cue;
    contents.turnTo(each.cue, first, end);
    contents.sideFeatures(features);
    choices.add(Choice.yesOrNo(features, behind));
    if (behind) {
      contents.startsBehind();
      if (choose(part[0], i -> contents.startBehindFeatures(i, features))) {
        contents.endsBehind(part[0]);
        choose(part[1], i -> contents.endBehindFeatures(i, features));
      }
    } else {
      contents.endsBefore();
      if (choose(part[1], i -> contents.endBeforeFeatures(i, features))) {
        contents.startsBefore(part[1]);
        choose(part[0], i -> contents.startBeforeFeatures(i, features));
      }
    }
  }

  private boolean choose(int right, java.util.function.IntConsumer gather) {
    int[][] all = new int[contents.count][];
    boolean[] is = new boolean[contents.count];
    boolean any = false;
    for (int i = 0; i < contents.count; i++) {
      gather.accept(i);
      all[i] = Choice.copy(features);
      is[i] = contents.place[i] == right;
      any |= is[i];
    }
    if (any) {
      choices.add(new Choice(all, is));
    }
    return any;
  }
}
