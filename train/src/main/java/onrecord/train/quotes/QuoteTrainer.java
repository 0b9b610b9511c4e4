package onrecord.train.quotes;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import onrecord.enrich.Engine;
import onrecord.enrich.quotes.Attributions;
import onrecord.enrich.quotes.Conversation;
import onrecord.enrich.quotes.Features;
import onrecord.enrich.quotes.Proposals;
import onrecord.enrich.quotes.QuoteModel;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;
import onrecord.evaluate.GoldQuotes;
import onrecord.evaluate.HeldOut;
import onrecord.evaluate.MarkedArticle;
import onrecord.train.quotes.Learner.Choice;

/**
 * Trains the model of quotes on articles marked by hand, those held out left out. Later steps learn
 * from what the earlier ones say of articles that they weren't trained on: of each article in
 * {@link #PARTS} by a model of the others.
 */
public final class QuoteTrainer {
  private static final int PARTS = 4;
  private static final int EPOCHS = 8;
  private static final int ORDERS = 4;
  private static final long SEED = 20161108;
  private static final float[] NO_RELIABILITY = {};

  private final PrintStream log;
  private final Lexicon lexicon = Lexicon.load();
  private final List<GoldQuotes> texts;
  private final WordFacts facts;

  private QuoteTrainer(List<GoldQuotes> texts, WordFacts facts, PrintStream log) {
    this.texts = texts;
    this.facts = facts;
    this.log = log;
  }

  /**
   * Trains and writes the model.
   *
   * @param gold the articles with their attributions
   * @param lessons the folder of articles with tags
   * @param clusters the words' clusters
   * @param into the model's file
   */
  public static void train(Path gold, Path lessons, Path clusters, Path into, PrintStream log)
      throws IOException {
    Predicate<String> ids = id -> !HeldOut.holds(id);
    QuoteModel model = model(texts(gold, lessons, ids), clusters, log);
    Files.createDirectories(into.toAbsolutePath().getParent());
    try (OutputStream out = Files.newOutputStream(into)) {
      model.write(out);
    }
  }

  /** The articles of a file and of a folder whose ids are asked for. */
  static List<GoldQuotes> texts(Path gold, Path lessons, Predicate<String> ids) throws IOException {
    List<GoldQuotes> texts = new ArrayList<>(GoldQuotes.read(gold, ids));
    MarkedArticle.readAll(lessons, ids).forEach(article -> texts.add(article.quotes()));
    return texts;
  }

  /** The model that some articles make. */
  static QuoteModel model(List<GoldQuotes> texts, Path clusters, PrintStream log)
      throws IOException {
    return new QuoteTrainer(texts, WordFacts.read(clusters), log).train();
  }

  private QuoteModel train() {
    say(texts.size() + " articles");
    Engine plain = new Engine(lexicon, facts.model(new float[Features.PLACES], NO_RELIABILITY));
    countWords(plain);
    QuoteModel known = facts.model(new float[Features.PLACES], NO_RELIABILITY);
    List<List<Choice>> cues = new ArrayList<>();
    for (GoldQuotes text : texts) {
      plain.readPeople(text.text().text());
      cues.add(Lessons.ofCues(plain, known, new Aligned(plain.document(), text)));
    }
    say("cues", cues);
    Learner[] parts = new Learner[PARTS];
    for (int part = 0; part < PARTS; part++) {
      parts[part] = new Learner();
    }
    learn(parts, cues);
    List<List<Choice>> contents = apply(parts, QuoteTrainer::contents);
    say("sources and contents", contents);
    learn(parts, contents);
    List<List<Choice>> verdicts = apply(parts, this::verdicts);
    say("verdicts", verdicts);
    learn(parts, verdicts);
    List<List<Choice>> marked = apply(parts, this::marked);
    say("words inside marks", marked);
    float[] weights = mean(List.of(cues, contents, verdicts, marked));
    learn(parts, marked);
    Reliability reliability = new Reliability();
    apply(
        parts,
        (engine, model, text) -> {
          engine.read(text.text().text());
          reliability.add(engine.attributions(), new Aligned(engine.document(), text));
          return List.of();
        });
    return facts.model(weights, reliability.tables());
  }

  /** The mean of what is learned in several orders: how the order falls matters less. */
  private static float[] mean(List<List<List<Choice>>> steps) {
    float[] mean = new float[Features.PLACES];
    for (int order = 0; order < ORDERS; order++) {
      Learner learner = new Learner();
      for (List<List<Choice>> lessons : steps) {
        learner.learn(without(lessons, -1), EPOCHS, SEED + order);
      }
      for (int i = 0; i < mean.length; i++) {
        mean[i] += learner.weights()[i] / ORDERS;
      }
    }
    return mean;
  }

  private static void learn(Learner[] parts, List<List<Choice>> lessons) {
    for (int part = 0; part < PARTS; part++) {
      parts[part].learn(without(lessons, part), EPOCHS, SEED);
    }
  }

  private static List<Choice> contents(Engine engine, QuoteModel model, GoldQuotes text) {
    engine.readPeople(text.text().text());
    return Lessons.ofSourcesAndContents(engine, model, new Aligned(engine.document(), text));
  }

  private void say(String what, List<List<Choice>> lessons) {
    say(what + ": " + lessons.stream().mapToInt(List::size).sum() + " lessons");
  }

  private void say(String what) {
    log.println(what);
  }

  private void countWords(Engine engine) {
    for (GoldQuotes text : texts) {
      engine.readPeople(text.text().text());
      Document doc = engine.document();
      Tokens tokens = doc.tokens;
      BitSet cues = new BitSet();
      BitSet sources = new BitSet();
      for (Aligned.Attribution each : new Aligned(doc, text).all) {
        if (each.cue >= 0) {
          cues.set(each.cue);
        }
        for (int t = each.source.nextSetBit(0); t >= 0; t = each.source.nextSetBit(t + 1)) {
          boolean ends =
              !each.source.get(t + 1)
                  || tokens.kind[t + 1] == Tokens.MARK
                  || (tokens.flags[t + 1] & Lexicon.PREPOSITION) != 0;
          sources.set(t, sources.get(t) || ends);
        }
      }
      for (int t = 0; t < tokens.count; t++) {
        if (tokens.kind[t] == Tokens.WORD) {
          String word = doc.text(tokens.start[t], tokens.end[t]);
          facts.count(onrecord.enrich.quotes.Signs.hash(word), cues.get(t), sources.get(t));
        }
      }
    }
  }

  private static List<Choice> without(List<List<Choice>> lessons, int part) {
    List<Choice> some = new ArrayList<>();
    for (int i = 0; i < lessons.size(); i++) {
      if (i % PARTS != part) {
        some.addAll(lessons.get(i));
      }
    }
    return some;
  }

  private interface Reading {
    List<Choice> read(Engine engine, QuoteModel model, GoldQuotes text);
  }

  /** Reads each article by the model of the others. */
  private List<List<Choice>> apply(Learner[] parts, Reading reading) {
    Engine[] engines = new Engine[PARTS];
    QuoteModel[] models = new QuoteModel[PARTS];
    for (int part = 0; part < PARTS; part++) {
      models[part] = facts.model(parts[part].weights(), NO_RELIABILITY);
      engines[part] = new Engine(lexicon, models[part]);
    }
    List<List<Choice>> lessons = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      lessons.add(reading.read(engines[i % PARTS], models[i % PARTS], texts.get(i)));
    }
    return lessons;
  }

  /** Whether each proposal is right as a whole. */
  private List<Choice> verdicts(Engine engine, QuoteModel model, GoldQuotes text) {
    engine.read(text.text().text());
    Aligned gold = new Aligned(engine.document(), text);
    Proposals proposals = engine.quoteFinder().proposals();
    Features features = new Features();
    List<Choice> choices = new ArrayList<>();
    for (int p = 0; p < proposals.count; p++) {
      if (proposals.insideLongSegment(proposals.cue[p])) {
        continue;
      }
      choices.add(verdict(proposals, p, gold, features));
      if (proposals.isClose(p)) {
        proposals.turn(p);
        choices.add(verdict(proposals, p, gold, features));
        proposals.turn(p);
      }
    }
    return choices;
  }

  private static Choice verdict(Proposals proposals, int p, Aligned gold, Features features) {
    BitSet content = new BitSet();
    content.set(proposals.first[p], Math.max(proposals.first[p], proposals.end[p]));
    boolean right = false;
    for (Aligned.Attribution each : gold.all) {
      right |=
          each.content.intersects(content)
              && gold.hits(each, proposals.sourceFirst[p], proposals.sourceEnd[p])
              && likely(gold, each, content);
    }
    proposals.verdictFeatures(p, features);
    return Choice.yesOrNo(features, right);
  }

  /** Other parts of the content are found later, by what goes on inside marks. */
  private static boolean likely(Aligned gold, Aligned.Attribution each, BitSet content) {
    if (gold.likeness(each.content, content) >= 0.5) {
      return true;
    }
    if (each.parts.size() < 2 || !each.marked) {
      return false;
    }
    BitSet first = new BitSet();
    first.set(each.parts.get(0)[0], each.parts.get(0)[1]);
    return gold.likeness(first, content) >= 0.5;
  }

  /** Whose words stand inside marks that no sure cue reports. */
  private List<Choice> marked(Engine engine, QuoteModel model, GoldQuotes text) {
    List<Choice> choices = new ArrayList<>();
    Features features = new Features();
    Aligned[] gold = new Aligned[1];
    engine
        .quoteFinder()
        .watch(
            (segment, candidates) -> {
              if (gold[0] == null) {
                gold[0] = new Aligned(engine.document(), text);
              }
              boolean[] right = right(engine.document(), gold[0], segment, candidates);
              int[][] all = new int[candidates.count][];
              for (int i = 0; i < candidates.count; i++) {
                candidates.features(i, features);
                all[i] = Choice.copy(features);
              }
              choices.add(new Choice(all, right));
            });
    engine.read(text.text().text());
    engine.quoteFinder().watch(null);
    return choices;
  }

  private static boolean[] right(Document doc, Aligned gold, int s, Conversation candidates) {
    boolean[] right = new boolean[candidates.count];
    BitSet words = new BitSet();
    words.set(doc.segments.firstToken[s], doc.segments.endToken[s]);
    Aligned.Attribution whose = null;
    double most = 0;
    for (Aligned.Attribution each : gold.all) {
      BitSet both = (BitSet) each.content.clone();
      both.and(words);
      double share = (double) gold.letters(both) / Math.max(1, gold.letters(words));
      if (each.marked && share > most) {
        most = share;
        whose = each;
      }
    }
    if (whose == null || most < 0.8) {
      right[0] = true;
      return right;
    }
    int best = 0;
    int[] rank = new int[candidates.count];
    for (int i = 0; i < candidates.count; i++) {
      int type = candidates.type[i];
      boolean hits =
          candidates.sourceFirst[i] >= 0
              && !whose.source.isEmpty()
              && gold.hits(whose, candidates.sourceFirst[i], candidates.sourceEnd[i]);
      if (type == Conversation.NOBODY_KNOWN) {
        rank[i] = whose.source.isEmpty() ? 4 : 1;
      } else if (hits) {
        boolean same =
            candidates.attribution[i] != null && shares(doc, whose, candidates.attribution[i]);
        boolean joins = type == Conversation.GOES_ON || type == Conversation.JOINS_NEXT;
        rank[i] = joins ? (same ? 6 : 2) : type == Conversation.UNSURE_CUE ? 5 : 3;
      }
      best = Math.max(best, rank[i]);
    }
    for (int i = 0; i < candidates.count; i++) {
      right[i] = rank[i] == best;
    }
    return right;
  }

  /** Whether an attribution has words of the gold one's content. */
  private static boolean shares(
      Document doc, Aligned.Attribution gold, Attributions.Attribution of) {
    for (int[] span : of.spans) {
      for (int t = gold.content.nextSetBit(0); t >= 0; t = gold.content.nextSetBit(t + 1)) {
        if (doc.tokens.start[t] >= span[0] && doc.tokens.end[t] <= span[1]) {
          return true;
        }
      }
    }
    return false;
  }
}
