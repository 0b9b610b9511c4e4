package onrecord.bench.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Articles that are like another one and no copy of it: of the same story or topic (the nearest
 * neighbour by the cosine of rare words), with the other's quotes, or with its background at the
 * end.
 */
final class Rivals {
  /** More than that of either text in common and it would be a matter of opinion. */
  private static final double MOST_IN_COMMON = 0.35;

  private static final int MOST_QUOTES = 4;
  private static final Pattern QUOTE = Pattern.compile("[\"\u201c][^\"\u201d]{25,}[\"\u201d]");

  private final List<Story> stories;
  private final List<Map<String, Double>> weights = new ArrayList<>();
  private final Map<String, List<Integer>> places = new HashMap<>();
  private final List<Set<String>> sentences = new ArrayList<>();
  private final Map<Integer, Integer> nearest = new HashMap<>();

  Rivals(List<Story> stories) {
    this.stories = stories;
    Map<String, Integer> documents = new HashMap<>();
    List<Map<String, Integer>> counts = new ArrayList<>();
    for (Story story : stories) {
      Map<String, Integer> count = new HashMap<>();
      for (String word : story.body().toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
        count.merge(word, 1, Integer::sum);
      }
      count.keySet().forEach(word -> documents.merge(word, 1, Integer::sum));
      counts.add(count);
      Set<String> own = new HashSet<>();
      for (String paragraph : story.paragraphs()) {
        for (String sentence : Story.sentences(paragraph)) {
          if (Story.words(sentence) >= 6) {
            own.add(sentence.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " "));
          }
        }
      }
      sentences.add(own);
    }
    for (int i = 0; i < stories.size(); i++) {
      Map<String, Double> weight = new HashMap<>();
      counts
          .get(i)
          .forEach(
              (word, n) -> {
                int in = documents.get(word);
                if (in > 1 && in < stories.size() / 10) {
                  weight.put(word, (1 + Math.log(n)) * Math.log(stories.size() / (double) in));
                }
              });
      double length = Math.sqrt(weight.values().stream().mapToDouble(w -> w * w).sum());
      weight.replaceAll((word, w) -> w / length);
      weights.add(weight);
      for (String word : weight.keySet()) {
        places.computeIfAbsent(word, w -> new ArrayList<>()).add(i);
      }
    }
  }

  /**
   * Whether two of the articles are one text already, by another measure than the one under test: a
   * third of the sentences of one stand word for word in the other.
   */
  boolean sameText(int a, int b) {
    Set<String> few = sentences.get(a);
    Set<String> many = sentences.get(b);
    if (few.size() > many.size()) {
      return sameText(b, a);
    }
    return few.stream().filter(many::contains).count() * 3 >= Math.max(few.size(), 1);
  }

  /** The article most like this one that isn't the same text; -1 when there is none. */
  int nearest(int of) {
    return nearest.computeIfAbsent(of, this::find);
  }

  private int find(int of) {
    double[] cosine = new double[stories.size()];
    weights
        .get(of)
        .forEach(
            (word, weight) ->
                places.get(word).forEach(i -> cosine[i] += weight * weights.get(i).get(word)));
    Integer[] order = new Integer[cosine.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(cosine[b], cosine[a]));
    for (int other : order) {
      if (other != of && cosine[other] > 0 && !sameText(of, other)) {
        return other;
      }
    }
    return -1;
  }

  /** The neighbour as another outlet has it: with the quotes that this article has. */
  Story withQuotes(int of, int neighbour, Random random) {
    Story story = stories.get(of);
    Story other = stories.get(neighbour);
    int room = room(story, other);
    List<String> paragraphs = new ArrayList<>(other.paragraphs());
    int quotes = 0;
    for (String paragraph : story.paragraphs()) {
      for (String sentence : Story.sentences(paragraph)) {
        int words = Story.words(sentence);
        if (quotes < MOST_QUOTES && words <= room && QUOTE.matcher(sentence).find()) {
          paragraphs.add(random.nextInt(paragraphs.size() + 1), sentence);
          room -= words;
          quotes++;
        }
      }
    }
    return new Story("quotes:" + story.id(), other.headline(), paragraphs);
  }

  /** The neighbour as a later article of the story: with the last paragraphs of this one. */
  Story withBackground(int of, int neighbour) {
    Story story = stories.get(of);
    Story other = stories.get(neighbour);
    int room = room(story, other);
    List<String> background = new ArrayList<>();
    for (int i = story.paragraphs().size() - 1; i >= 0; i--) {
      String paragraph = story.paragraphs().get(i);
      int words = Story.words(paragraph);
      if (words <= room) {
        background.add(0, paragraph);
        room -= words;
      }
    }
    List<String> paragraphs = new ArrayList<>(other.paragraphs());
    paragraphs.addAll(background);
    return new Story("background:" + story.id(), other.headline(), paragraphs);
  }

  private static int room(Story story, Story other) {
    return (int) (MOST_IN_COMMON * Math.min(story.words(), other.words()));
  }
}
