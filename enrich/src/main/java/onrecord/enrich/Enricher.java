package onrecord.enrich;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.People;
import onrecord.enrich.quotes.Attributions.Attribution;
import onrecord.enrich.text.Document.Blocks;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;
import onrecord.enrich.work.Budget;
import onrecord.events.Article;
import onrecord.events.ArticleText;
import onrecord.events.Block;
import onrecord.events.Candidate;
import onrecord.events.EnrichedArticle;
import onrecord.events.Entity;
import onrecord.events.EventJson;
import onrecord.events.Mention;
import onrecord.events.Quote;
import onrecord.events.Span;
import onrecord.events.Speaker;
import onrecord.events.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns an article into an enriched article: the engine's findings in the words of the contract.
 * For one thread, like the {@link Engine} it owns.
 */
public final class Enricher {
  private static final Logger log = LoggerFactory.getLogger(Enricher.class);

  /** Room for the envelope of a record: its key and headers. */
  static final int MAX_VALUE_BYTES = Topic.MAX_MESSAGE_BYTES - (64 << 10);

  private static final onrecord.events.Engine ENGINE =
      new onrecord.events.Engine("onrecord", Engine.VERSION, null);
  private static final String[] BLOCKS = {
    Block.HEADLINE,
    Block.BYLINE,
    Block.DATELINE,
    Block.PARAGRAPH,
    Block.LABEL,
    Block.CAPTION,
    Block.CREDIT,
    Block.PROMOTION,
    Block.EMBEDDED_POST
  };
  private static final String[] TYPES = {
    "UNKNOWN", Entity.PERSON, Entity.ORGANIZATION, Entity.LOCATION
  };
  private static final String[] KINDS = {Quote.DIRECT, Quote.MIXED, Quote.INDIRECT};

  /** How many of a shared name are told of a quote. */
  private static final int MOST_BEARERS = 8;

  /** What a quote or an entity costs to write, and a mention; in units of work. */
  private static final int WRITTEN = 16;

  private static final int MENTIONED = 8;

  private final Engine engine;
  private final long budget;

  public Enricher(Lexicon lexicon) {
    this(new Engine(lexicon));
  }

  /** An enricher around an engine that is nobody else's. */
  public Enricher(Engine engine) {
    this(engine, EnrichConfig.DEFAULT_WORK);
  }

  /**
   * An enricher with a budget of its own.
   *
   * @param budget the units of work that each step may be, see {@link onrecord.enrich.work.Budget}
   */
  public Enricher(Engine engine, long budget) {
    this.engine = engine;
    this.budget = budget;
  }

  /** An enricher with a lexicon of its own. */
  public Enricher() {
    this(Lexicon.load());
  }

  /** The bytes of an enriched article on the topic, and what they say. */
  public static final class Enriched {
    private final EnrichedArticle article;
    private final byte[] bytes;
    private final List<Fall> falls;

    Enriched(EnrichedArticle article, byte[] bytes, List<Fall> falls) {
      this.article = article;
      this.bytes = bytes;
      this.falls = List.copyOf(falls);
    }

    /** The way down to the step that was taken; empty when the engine did all it can. */
    List<Fall> falls() {
      return falls;
    }

    public EnrichedArticle article() {
      return article;
    }

    /** Not copied: who asks for them must not change them. */
    public byte[] bytes() {
      return bytes;
    }
  }

  /**
   * Enriches an article by the whole engine, or by the first step below that does it within the
   * budget, without a crash, and with findings that fit into a record. {@code degraded} says so.
   *
   * @throws RuntimeException when the last step fails too
   */
  public Enriched enrichToBytes(Article article, long recordTimestamp) {
    return enrichToBytes(article, recordTimestamp, enriched -> enriched);
  }

  /**
   * As {@link #enrichToBytes(Article, long)}.
   *
   * @param finish adds what the engine can't know, to whatever will be written
   */
  public Enriched enrichToBytes(
      Article article, long recordTimestamp, UnaryOperator<EnrichedArticle> finish) {
    List<Fall> falls = new ArrayList<>();
    for (Step step = first(article); ; step = falls.get(falls.size() - 1).to()) {
      Fall.Why why;
      try {
        engine.document.budget.begin(budget);
        EnrichedArticle enriched = finish.apply(enrich(article, recordTimestamp, step, falls));
        byte[] bytes = EventJson.write(enriched);
        if (bytes.length > MAX_VALUE_BYTES && enriched.revision() != null) {
          // Findings are worth more than the list of what they change.
          enriched = enriched.as(enriched.revision().withoutChanges());
          bytes = EventJson.write(enriched);
        }
        if (bytes.length <= MAX_VALUE_BYTES || step == Step.TEXT) {
          return new Enriched(enriched, bytes, falls);
        }
        why = Fall.Why.SIZE;
      } catch (RuntimeException | StackOverflowError e) {
        // The stack is the article's doing; any other Error is the machine's.
        if (step == Step.TEXT) {
          throw e instanceof RuntimeException crash ? crash : new IllegalStateException(e);
        }
        why = why(article, step, e);
      }
      falls.add(new Fall(step.next(), why));
    }
  }

  /** Logs what is a bug; without its message, which may hold words of the article. */
  private static Fall.Why why(Article article, Step step, Throwable e) {
    if (e instanceof Budget.Exceeded exceeded && !exceeded.byClock()) {
      return Fall.Why.WORK;
    }
    StackTraceElement[] trace = e.getStackTrace();
    log.error(
        "Article {} falls from the step {}, which is a bug: {} at {}",
        article.id(),
        step,
        e.getClass().getName(),
        Arrays.asList(trace).subList(0, Math.min(trace.length, 8)));
    return e instanceof Budget.Exceeded ? Fall.Why.WATCHDOG : Fall.Why.FAILURE;
  }

  /** Enriches an article by the whole engine, whatever the work; one that isn't usable has none. */
  public EnrichedArticle enrich(Article article, long recordTimestamp) {
    engine.document.budget.begin();
    return enrich(article, recordTimestamp, first(article), List.of());
  }

  private static Step first(Article article) {
    return article.pubStatus().equals(Article.USABLE) ? Step.WHOLE : Step.BLOCKS;
  }

  private EnrichedArticle enrich(
      Article article, long recordTimestamp, Step step, List<Fall> falls) {
    ArticleText text = article.text();
    engine.read(text.text(), text.headlineStart(), text.headlineEnd(), step);
    Map<Integer, String> ids = new HashMap<>();
    List<Entity> entities = entities(text.text(), ids);
    Map<String, Integer> occurrences = new HashMap<>();
    List<Quote> quotes =
        quotes(article.id(), text.text(), engine.attributions.all, ids, occurrences);
    List<Quote> attitudes =
        quotes(article.id(), text.text(), engine.attributions.attitudes, ids, occurrences);
    return EnrichedArticle.of(
        article,
        recordTimestamp,
        step == Step.TEXT ? List.of() : blocks(),
        entities,
        quotes,
        attitudes,
        ENGINE,
        falls.stream().map(Fall::sentence).toList());
  }

  /** What is found in a text that is no article: taken exactly as given, with no headline. */
  public Findings find(String text) {
    engine.document.budget.begin();
    engine.read(text, -1, -1, Step.WHOLE);
    Map<Integer, String> ids = new HashMap<>();
    List<Entity> entities = entities(text, ids);
    Map<String, Integer> occurrences = new HashMap<>();
    return new Findings(
        entities,
        quotes("text", text, engine.attributions.all, ids, occurrences),
        quotes("text", text, engine.attributions.attitudes, ids, occurrences));
  }

  /**
   * The findings in a text.
   *
   * @param entities see {@link EnrichedArticle#entities}
   * @param quotes see {@link EnrichedArticle#quotes}
   * @param attitudes see {@link EnrichedArticle#attitudes}
   */
  public record Findings(List<Entity> entities, List<Quote> quotes, List<Quote> attitudes) {}

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int b = 0; b < engine.document.blocks.count; b++) {
      int start = engine.document.blocks.start[b];
      int group = engine.document.blocks.group[b];
      while (b + 1 < engine.document.blocks.count && engine.document.blocks.group[b + 1] == group) {
        b++;
      }
      String kind = BLOCKS[engine.document.blocks.kind[b]];
      blocks.add(new Block(kind, start, engine.document.blocks.end[b]));
    }
    return blocks;
  }

  private List<Entity> entities(String text, Map<Integer, String> ids) {
    People people = engine.people;
    Map<Integer, List<Mention>> mentions = new HashMap<>();
    for (int m = 0; m < people.count; m++) {
      add(
          mentions,
          text,
          people.entity[m],
          people.kind[m],
          people.firstToken[m],
          people.endToken[m]);
    }
    People.Inner inner = people.inner;
    for (int m = 0; m < inner.count; m++) {
      add(mentions, text, inner.entity[m], inner.kind[m], inner.firstToken[m], inner.endToken[m]);
    }
    int most = 1;
    List<Map.Entry<Integer, List<Mention>>> ordered = new ArrayList<>(mentions.entrySet());
    for (Map.Entry<Integer, List<Mention>> each : ordered) {
      each.getValue().sort(Comparator.comparingInt(Mention::start).thenComparingInt(Mention::end));
      most = Math.max(most, each.getValue().size());
    }
    ordered.sort(
        Comparator.comparingInt(
                (Map.Entry<Integer, List<Mention>> each) -> each.getValue().get(0).start())
            .thenComparingInt(Map.Entry::getKey));
    List<Entity> entities = new ArrayList<>();
    for (Map.Entry<Integer, List<Mention>> entry : ordered) {
      People.Entity found = people.entities.get(entry.getKey());
      engine.document.budget.spend(WRITTEN);
      String id = "e" + (entities.size() + 1);
      ids.put(entry.getKey(), id);
      entities.add(
          new Entity(
              id,
              TYPES[found.type],
              found.name,
              variants(entry.getValue(), found.name),
              List.copyOf(found.roles),
              entry.getValue(),
              salience(entry.getValue(), most),
              found.resolvedBy));
    }
    return entities;
  }

  private void add(
      Map<Integer, List<Mention>> mentions, String text, int entity, int kind, int first, int to) {
    if (entity < 0) {
      return;
    }
    Tokens tokens = engine.document.tokens;
    String of =
        kind == People.NAME
            ? Mention.NAME
            : kind == People.PRONOUN ? Mention.PRONOUN : Mention.ROLE;
    engine.document.budget.spend(MENTIONED);
    int start = tokens.start[first];
    int end = kind == People.PRONOUN ? pronounEnd(start, tokens.end[first]) : tokens.end[to - 1];
    mentions
        .computeIfAbsent(entity, key -> new ArrayList<>())
        .add(new Mention(of, start, end, text.substring(start, end)));
  }

  /** Of "I've" the pronoun is "I". */
  private int pronounEnd(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      char c = engine.document.chars[i];
      if (c == '\'' || c == '\u2019') {
        return i;
      }
    }
    return end;
  }

  /** Each way in which the name is written, in the order of the text. */
  private static List<String> variants(List<Mention> mentions, String name) {
    Set<String> variants = new LinkedHashSet<>();
    for (Mention mention : mentions) {
      if (mention.kind().equals(Mention.NAME)) {
        variants.add(mention.exact());
      }
    }
    if (variants.isEmpty()) {
      variants.add(name);
    }
    return List.copyOf(variants);
  }

  /** How much the article is about an entity: how often, how early, and whether the headline is. */
  private double salience(List<Mention> mentions, int most) {
    Blocks blocks = engine.document.blocks;
    int told = 0;
    boolean headline = false;
    int block = blocks.at(mentions.get(0).start());
    for (Mention mention : mentions) {
      while (block + 1 < blocks.count && blocks.start[block + 1] <= mention.start()) {
        block++;
      }
      headline |= blocks.kind[block] == Blocks.HEADLINE;
      boolean aside =
          blocks.kind[block] == Blocks.BYLINE
              || blocks.kind[block] == Blocks.CREDIT
              || blocks.kind[block] == Blocks.PROMOTION;
      told += aside ? 0 : 1;
    }
    if (told == 0) {
      return 0;
    }
    double early = 1 - (double) mentions.get(0).start() / Math.max(1, engine.document.length);
    double salience = 0.7 * told / most + (headline ? 0.15 : 0) + 0.15 * early;
    return Math.round(1000.0 * Math.min(1, salience)) / 1000.0;
  }

  /**
   * What is to be written of some attributions.
   *
   * @param occurrences how often each content was met in the article
   */
  private List<Quote> quotes(
      String articleId,
      String text,
      List<Attribution> all,
      Map<Integer, String> ids,
      Map<String, Integer> occurrences) {
    List<List<Span>> contents = new ArrayList<>();
    List<String> quoteIds = new ArrayList<>();
    for (Attribution found : all) {
      List<Span> spans = spans(text, found.spans);
      engine.document.budget.spend(WRITTEN);
      spans.forEach(span -> engine.document.budget.spend(span.end() - span.start()));
      String content = Quote.textOf(spans);
      int occurrence = occurrences.merge(Quote.normalized(content), 1, Integer::sum) - 1;
      contents.add(spans);
      quoteIds.add(Quote.id(articleId, content, occurrence));
    }
    List<Quote> quotes = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Attribution found = all.get(i);
      quotes.add(
          new Quote(
              quoteIds.get(i),
              KINDS[found.kind],
              contents.get(i),
              spans(text, found.quoted),
              Quote.textOf(contents.get(i)),
              found.within < 0 ? null : quoteIds.get(found.within),
              speaker(found, ids),
              mention(text, found.sourceFirst, found.sourceEnd),
              mention(text, found.viaFirst, found.viaEnd),
              found.cueStart < 0 ? null : Span.of(text, found.cueStart, found.cueEnd),
              found.sourceFirst < 0 && !found.unnamed ? 0 : rounded(found.confidence),
              found.decidedBy,
              candidates(found, ids),
              found.sameAs < 0 ? null : quoteIds.get(found.sameAs)));
    }
    return quotes;
  }

  /** Whether a source is one or some of several: the first word of "one of the reviewers". */
  private boolean isOneOfSome(Attribution found) {
    int t = found.sourceFirst;
    return found.sourceEnd - t == 1
        && engine.document.tokens.kind[t] == Tokens.WORD
        && (engine.document.tokens.flags[t] & Lexicon.PRONOUN) == 0
        && engine.document.isWord(t + 1, "of");
  }

  /** Whether a source ends like a noun in the plural: "Local hunters". */
  private boolean isPlural(int first, int end) {
    Tokens tokens = engine.document.tokens;
    int head = end - 1;
    String word = engine.document.text(tokens.start[head], tokens.end[head]);
    boolean one =
        engine.document.isWord(first, "a")
            || engine.document.isWord(first, "A")
            || engine.document.isWord(first, "an")
            || engine.document.isWord(first, "An");
    return !one
        && (tokens.flags[head] & (Lexicon.ROLE | Lexicon.TITLE | Lexicon.OCCUPATION)) == 0
        && word.length() > 3
        && word.endsWith("s")
        && !word.endsWith("ss")
        && !word.endsWith("us")
        && !word.endsWith("is");
  }

  private static double rounded(double confidence) {
    return Math.round(1000 * confidence) / 1000.0;
  }

  private List<Candidate> candidates(Attribution found, Map<Integer, String> ids) {
    if (found.entity >= 0 && engine.people.entities.get(found.entity).oneOf != null) {
      return bearers(found, ids);
    }
    int other = found.otherEntity;
    if (other < 0 || other == found.entity) {
      return List.of();
    }
    String name = engine.people.entities.get(other).name;
    return List.of(new Candidate(ids.get(other), name, rounded(found.otherLikelihood)));
  }

  /** Whom a shared name may mean, none likelier than the others. */
  private List<Candidate> bearers(Attribution found, Map<Integer, String> ids) {
    int[] oneOf = engine.people.entities.get(found.entity).oneOf;
    List<Candidate> bearers = new ArrayList<>();
    for (int i = 0; i < Math.min(oneOf.length, MOST_BEARERS); i++) {
      engine.document.budget.spend(WRITTEN);
      String name = engine.people.entities.get(oneOf[i]).name;
      double share = found.confidence / oneOf.length;
      bearers.add(new Candidate(ids.get(oneOf[i]), name, rounded(share)));
    }
    return bearers;
  }

  private static List<Span> spans(String text, List<int[]> pairs) {
    List<Span> spans = new ArrayList<>();
    pairs.forEach(pair -> spans.add(Span.of(text, pair[0], pair[1])));
    return spans;
  }

  private Span mention(String text, int first, int end) {
    Tokens tokens = engine.document.tokens;
    if (first < 0) {
      return null;
    }
    int start = tokens.start[first];
    int stop = tokens.end[end - 1];
    boolean pronoun = end - first == 1 && (tokens.flags[first] & Lexicon.PRONOUN) != 0;
    return Span.of(text, start, pronoun ? pronounEnd(start, stop) : stop);
  }

  private Speaker speaker(Attribution found, Map<Integer, String> ids) {
    if (found.sourceFirst < 0) {
      return found.unnamed ? new Speaker(Speaker.UNNAMED, null, null, null) : null;
    }
    People people = engine.people;
    int entity = found.entity;
    if (entity >= 0) {
      People.Entity who = people.entities.get(entity);
      String kind =
          who.type == Names.PERSON
              ? Speaker.PERSON
              : who.type == Names.ORGANIZATION ? Speaker.ORGANIZATION : Speaker.GROUP;
      if (who.oneOf != null) {
        return new Speaker(kind, null, null, null);
      }
      return new Speaker(kind, ids.get(entity), who.name, who.roleAt(found.sourceFirst));
    }
    if (found.groupName != null) {
      return new Speaker(Speaker.GROUP, null, found.groupName, null);
    }
    Tokens tokens = engine.document.tokens;
    int first = found.whoFirst >= 0 ? found.whoFirst : found.sourceFirst;
    int end = found.whoFirst >= 0 ? found.whoEnd : found.sourceEnd;
    int flags = tokens.flags[end - 1];
    if (isOneOfSome(found)) {
      String words =
          engine.document.text(tokens.start[found.sourceFirst], tokens.end[found.sourceEnd - 1]);
      boolean one = words.equalsIgnoreCase("one") || words.equalsIgnoreCase("another");
      return new Speaker(one ? Speaker.UNNAMED : Speaker.GROUP, null, null, null);
    }
    boolean several = (flags & (Lexicon.GROUP | Lexicon.BODY)) != 0;
    boolean small = !several && (flags & (Lexicon.PRONOUN | Lexicon.FUNCTION)) != 0;
    if (end - first == 1 && small) {
      boolean they = (flags & Lexicon.THEY) != 0;
      boolean one = (flags & Lexicon.SINGULAR_PERSON_PRONOUN) != 0;
      return they
          ? new Speaker(Speaker.GROUP, null, null, null)
          : one ? new Speaker(Speaker.UNNAMED, null, null, null) : null;
    }
    String kind =
        (flags & Lexicon.DOCUMENT) != 0
            ? Speaker.DOCUMENT
            : several || isPlural(first, end) ? Speaker.GROUP : Speaker.UNNAMED;
    // Whom the article doesn't name has a role at most: "a spokesman for the campaign".
    String words = engine.document.text(tokens.start[first], tokens.end[end - 1]);
    return new Speaker(kind, null, null, words);
  }
}
