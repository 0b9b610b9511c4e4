package onrecord.bench.copies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import onrecord.copies.Signature;
import onrecord.copies.Signer;
import onrecord.enrich.Enricher;
import onrecord.events.ArticleBuilder;
import onrecord.events.EnrichedArticle;

/**
 * How right the finding of copies is: makes copies of real articles by each kind of edit, and for
 * each kind as many articles that are like one and no copy, puts them among all the articles and
 * counts which pairs are linked, by the very signatures that the service makes.
 */
public final class CopyScore {
  private static final List<Path> USUAL =
      List.of(
          Path.of("../shared/data/quotes/polnear-train.jsonl"),
          Path.of("../shared/data/names/check/worldwide-a.jsonl"),
          Path.of("../shared/data/sample-articles"));

  private static final int MOST_BASES = 400;

  private final List<Story> stories;
  private final Rivals rivals;
  private final List<Text> originals = new ArrayList<>();
  private final Enricher enricher = new Enricher();
  private final Signer signer = new Signer();
  private long signing;
  private int signed;

  /**
   * A text of the pool.
   *
   * @param base the article it is made of
   * @param rivalOf the article it is like and no copy of, or -1
   */
  private record Text(int base, int rivalOf, boolean edited, Signature signature) {}

  /** What was counted for one kind of edit. */
  public record Score(String kind, int copies, int found, int rivals, int rivalsLinked, int wrong) {
    public double recall() {
      return found / (double) copies;
    }

    /** Of the links of the kind's articles, those that are right. */
    public double precision() {
      return found / (double) (found + wrong);
    }
  }

  private CopyScore(List<Story> stories) {
    this.stories = stories;
    rivals = new Rivals(stories);
    for (int i = 0; i < stories.size(); i++) {
      originals.add(new Text(i, -1, false, sign(stories.get(i))));
    }
  }

  /** All kinds: each edit alone, then several at once. */
  static Map<String, List<Edit>> kinds() {
    Map<String, List<Edit>> kinds = new LinkedHashMap<>();
    for (Edit edit : Edit.values()) {
      kinds.put(edit.words, List.of(edit));
    }
    kinds.put("lead + cut", List.of(Edit.CUT, Edit.LOCAL_LEAD));
    kinds.put("style + cut", List.of(Edit.STYLE, Edit.CUT));
    kinds.put("style + swapped + correction", List.of(Edit.STYLE, Edit.SWAPPED, Edit.CORRECTION));
    kinds.put("style + lead + headline", List.of(Edit.STYLE, Edit.LOCAL_LEAD, Edit.HEADLINE));
    kinds.put(
        "all of them",
        List.of(
            Edit.STYLE, Edit.CUT, Edit.SWAPPED, Edit.LOCAL_LEAD, Edit.CORRECTION, Edit.HEADLINE));
    return kinds;
  }

  private Signature sign(Story story) {
    EnrichedArticle article =
        enricher.enrich(
            new ArticleBuilder(story.id()).headline(story.headline()).body(story.body()).build(),
            0);
    long start = System.nanoTime();
    Signature signature = signer.sign(article.text(), article.blocks());
    signing += System.nanoTime() - start;
    signed++;
    return signature;
  }

  private Score score(String kind, List<Edit> edits, long seed) {
    Random random = new Random(seed);
    List<Integer> bases = new ArrayList<>();
    for (int i = 0; i < stories.size(); i++) {
      bases.add(i);
    }
    Collections.shuffle(bases, random);
    List<Text> pool = new ArrayList<>(originals);
    int copies = 0;
    for (int base : bases.subList(0, Math.min(MOST_BASES, bases.size()))) {
      pool.add(new Text(base, -1, true, sign(edited(stories.get(base), edits, random))));
      copies++;
      int neighbour = rivals.nearest(base);
      if (neighbour >= 0) {
        Story quoting = rivals.withQuotes(base, neighbour, random);
        Story later = rivals.withBackground(base, neighbour);
        pool.add(rival(base, neighbour, edited(stories.get(neighbour), edits, random)));
        pool.add(rival(base, neighbour, edited(quoting, edits, random)));
        pool.add(rival(base, neighbour, edited(later, edits, random)));
      }
    }
    return count(kind, pool, copies);
  }

  private Text rival(int base, int neighbour, Story story) {
    return new Text(neighbour, base, true, sign(story));
  }

  private static Story edited(Story story, List<Edit> edits, Random random) {
    Story edited = story;
    for (Edit edit : edits) {
      edited = edit.apply(edited, random);
    }
    return edited;
  }

  private Score count(String kind, List<Text> pool, int copies) {
    Map<Integer, List<Integer>> buckets = new HashMap<>();
    int found = 0;
    int wrong = 0;
    int rivalsLinked = 0;
    Set<Integer> linked = new HashSet<>();
    for (int i = 0; i < pool.size(); i++) {
      Text text = pool.get(i);
      Set<Integer> met = new HashSet<>();
      for (int k = 0; k < text.signature().keys(); k++) {
        List<Integer> bucket =
            buckets.computeIfAbsent(text.signature().key(k), key -> new ArrayList<>());
        met.addAll(bucket);
        bucket.add(i);
      }
      for (int j : met) {
        Text other = pool.get(j);
        // Copies of one article among themselves are neither asked for nor wrong; two originals
        // aren't of this kind; two rivals may be made of each other.
        if (!text.edited() || text.signature().similarity(other.signature()) < 0) {
          continue;
        }
        if (text.base() == other.base()) {
          found += !other.edited() && text.rivalOf() < 0 ? 1 : 0;
        } else if (!rivals.sameText(text.base(), other.base())
            && (text.rivalOf() < 0 || other.rivalOf() < 0)) {
          wrong++;
          if (text.rivalOf() == other.base() && linked.add(i)) {
            rivalsLinked++;
          }
        }
      }
    }
    int rivalTexts = (int) pool.stream().filter(text -> text.rivalOf() >= 0).count();
    return new Score(kind, copies, found, rivalTexts, rivalsLinked, wrong);
  }

  /** The scores of all kinds over the articles of files and folders. */
  public static List<Score> score(List<Path> places, long seed) throws IOException {
    CopyScore score = new CopyScore(Stories.read(places));
    List<Score> scores = new ArrayList<>();
    kinds().forEach((kind, edits) -> scores.add(score.score(kind, edits, seed)));
    return scores;
  }

  /** {@code [--seed N] [FILE|FOLDER…]} */
  public static void main(String[] args) throws IOException {
    long seed = 1;
    List<Path> places = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--seed")) {
        seed = Long.parseLong(args[++i]);
      } else {
        places.add(Path.of(args[i]));
      }
    }
    CopyScore score = new CopyScore(Stories.read(places.isEmpty() ? USUAL : places));
    System.out.printf(Locale.ROOT, "%d articles, seed %d%n", score.stories.size(), seed);
    System.out.printf(
        "%-30s %9s %7s %6s %6s %7s %7s%n",
        "kind of edit", "precision", "recall", "copies", "wrong", "rivals", "linked");
    for (Map.Entry<String, List<Edit>> kind : kinds().entrySet()) {
      Score s = score.score(kind.getKey(), kind.getValue(), seed);
      System.out.printf(
          Locale.ROOT,
          "%-30s %9.4f %7.4f %6d %6d %7d %7d%n",
          s.kind(),
          s.precision(),
          s.recall(),
          s.copies(),
          s.wrong(),
          s.rivals(),
          s.rivalsLinked());
    }
    System.out.printf(
        Locale.ROOT,
        "%.1f microseconds a signature (the mean of %d, the JVM not warmed up)%n",
        score.signing / 1e3 / score.signed,
        score.signed);
  }
}
