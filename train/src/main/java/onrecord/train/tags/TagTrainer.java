package onrecord.train.tags;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import onrecord.enrich.tags.TagFeatures;
import onrecord.enrich.tags.TagModel;
import onrecord.enrich.tags.Tagger;
import onrecord.enrich.tags.Tags;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;

/**
 * Trains the model of parts of speech: which tags each word has, and, where it has several, the
 * weights that choose. Each tenth text is left out and measured on.
 */
public final class TagTrainer {
  private static final int EPOCHS = 5;
  private static final float RATE = 0.15f;
  private static final long SEED = 20161108;

  /** A word seen less often isn't known. */
  private static final int SEEN = 4;

  /** A tag that a word has less often is taken for a mistake. */
  private static final double SHARE = 0.006;

  /** Of sentences of a headline's length, so many are read as one too: in capitals. */
  private static final double AS_HEADLINE = 0.48;

  private static final int LONGEST_HEADLINE = 16;
  private static final int SHORT_WORD = 3;

  private final TagTexts texts;
  private final PrintStream log;
  private final float[] weights = new float[TagModel.ROWS * Tags.COUNT];
  private final float[] squares = new float[weights.length];
  private final List<int[]> rows = new ArrayList<>();
  private final List<int[]> masksAndTags = new ArrayList<>();

  /** The sentences of the text at hand that stand as headlines. */
  private final Set<Integer> headlines = new HashSet<>();

  private int right;
  private int tokens;

  /** A trainer on the texts of a folder. */
  public TagTrainer(Path data, PrintStream log) {
    texts = new TagTexts(data);
    this.log = log;
  }

  /** Writes the tokens to be tagged: a token a line, an empty line behind a sentence. */
  public void writeTokens(Path into) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(into)) {
      texts.forEach(
          doc -> {
            for (int s = 0; s < doc.sentences.count; s++) {
              for (int t = doc.sentences.firstToken[s]; t < doc.sentences.endToken[s]; t++) {
                out.write(doc.text(doc.tokens.start[t], doc.tokens.end[t]));
                out.write('\n');
              }
              out.write('\n');
            }
          });
    }
  }

  /**
   * Trains and writes the model.
   *
   * @param tagged what {@link #writeTokens} wrote, behind each token a tab and its tag of the Penn
   *     Treebank
   */
  public void train(Path tagged, Path into) throws IOException {
    int[][] dictionary = dictionary(tagged);
    short[] masks = new short[dictionary[1].length];
    for (int i = 0; i < masks.length; i++) {
      masks[i] = (short) dictionary[1][i];
    }
    TagModel words = TagModel.of(weights, dictionary[0], masks);
    Tagger watched = new Tagger(words);
    Random random = new Random(SEED);
    forEach(
        tagged,
        (doc, number) -> {
          if (number % 10 != 9) {
            watched.watch(doc, (t, features, mask) -> learn(features, mask, doc.tokens.tag[t]));
            asHeadlines(doc, random);
            watched.watch(doc, (t, features, mask) -> headline(doc, t, features, mask));
          }
        });
    log.println(rows.size() + " words with a choice");
    epochs(random);
    TagModel model = TagModel.of(weights, dictionary[0], masks);
    try (OutputStream out = Files.newOutputStream(into)) {
      model.write(out);
    }
    measure(tagged, model);
  }

  private void measure(Path tagged, TagModel model) throws IOException {
    Tagger tagger = new Tagger(model);
    forEach(
        tagged,
        (doc, number) -> {
          if (number % 10 == 9) {
            int[] gold = doc.tokens.tag.clone();
            tagger.tag(doc);
            for (int t = 0; t < doc.tokens.count; t++) {
              if (doc.tokens.kind[t] == Tokens.WORD) {
                tokens++;
                right += gold[t] == doc.tokens.tag[t] ? 1 : 0;
              }
            }
          }
        });
    log.printf(
        "%d of %d words as the other tagger has them: %.4f%n",
        right, tokens, (double) right / tokens);
  }

  private void learn(int[] features, int mask, int tag) {
    if ((mask & 1 << tag) != 0) {
      rows.add(features);
      masksAndTags.add(new int[] {mask, tag});
    }
  }

  private void headline(Document doc, int t, int[] features, int mask) {
    if (doc.tokens.kind[t] == Tokens.WORD && headlines.contains(doc.tokens.sentence[t])) {
      learn(features, mask, doc.tokens.tag[t]);
    }
  }

  /** Gives some short sentences the capitals of a headline, in place. */
  private void asHeadlines(Document doc, Random random) {
    headlines.clear();
    for (int s = 0; s < doc.sentences.count; s++) {
      int first = doc.sentences.firstToken[s];
      int end = doc.sentences.endToken[s];
      if (end - first <= LONGEST_HEADLINE && random.nextDouble() < AS_HEADLINE) {
        headlines.add(s);
        for (int t = first; t < end; t++) {
          int start = doc.tokens.start[t];
          if (doc.tokens.kind[t] == Tokens.WORD && doc.tokens.end[t] - start > SHORT_WORD) {
            doc.chars[start] = Character.toUpperCase(doc.chars[start]);
          }
        }
      }
    }
  }

  private void epochs(Random random) {
    int[] order = new int[rows.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    float[] sum = new float[weights.length];
    int summed = 0;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swap = order[i];
        order[i] = order[j];
        order[j] = swap;
      }
      for (int i : order) {
        step(rows.get(i), masksAndTags.get(i)[0], masksAndTags.get(i)[1]);
      }
      if (epoch >= EPOCHS / 2) {
        summed++;
        for (int i = 0; i < sum.length; i++) {
          sum[i] += weights[i];
        }
      }
    }
    for (int i = 0; i < sum.length; i++) {
      weights[i] = sum[i] / summed;
    }
  }

  private void step(int[] features, int mask, int tag) {
    double[] scores = new double[Tags.COUNT];
    double most = Double.NEGATIVE_INFINITY;
    for (int rest = mask; rest != 0; rest &= rest - 1) {
      int k = Integer.numberOfTrailingZeros(rest);
      for (int row : features) {
        scores[k] += weights[row * Tags.COUNT + k];
      }
      most = Math.max(most, scores[k]);
    }
    double all = 0;
    for (int rest = mask; rest != 0; rest &= rest - 1) {
      int k = Integer.numberOfTrailingZeros(rest);
      scores[k] = Math.exp(scores[k] - most);
      all += scores[k];
    }
    for (int rest = mask; rest != 0; rest &= rest - 1) {
      int k = Integer.numberOfTrailingZeros(rest);
      float slope = (float) (scores[k] / all - (k == tag ? 1 : 0));
      if (Math.abs(slope) > 1e-3f) {
        for (int row : features) {
          int at = row * Tags.COUNT + k;
          squares[at] += slope * slope;
          weights[at] -= RATE * slope / (float) Math.sqrt(squares[at] + 1f);
        }
      }
    }
  }

  /** The words' keys and masks, an open-addressed table each. */
  private int[][] dictionary(Path tagged) throws IOException {
    Map<Integer, int[]> counts = new HashMap<>();
    forEach(
        tagged,
        (doc, number) -> {
          if (number % 10 == 9) {
            return;
          }
          for (int t = 0; t < doc.tokens.count; t++) {
            if (doc.tokens.kind[t] == Tokens.WORD) {
              int hash = TagFeatures.hash(doc.chars, doc.tokens.start[t], doc.tokens.end[t]);
              int key = TagFeatures.key(hash, TagFeatures.isCapital(doc, t));
              counts.computeIfAbsent(key, k -> new int[Tags.COUNT])[doc.tokens.tag[t]]++;
            }
          }
        });
    counts.values().removeIf(of -> total(of) < SEEN);
    int size = Integer.highestOneBit(counts.size() * 3 / 2) * 2;
    int[] keys = new int[size];
    int[] masks = new int[size];
    new TreeMap<>(counts)
        .forEach(
            (key, of) -> {
              int slot = key & (size - 1);
              while (keys[slot] != 0) {
                slot = (slot + 1) & (size - 1);
              }
              keys[slot] = key;
              masks[slot] = mask(of);
            });
    log.println(counts.size() + " words known");
    return new int[][] {keys, masks};
  }

  private static int total(int[] counts) {
    int total = 0;
    for (int count : counts) {
      total += count;
    }
    return total;
  }

  private static int mask(int[] counts) {
    int total = total(counts);
    int mask = 0;
    for (int k = 0; k < counts.length; k++) {
      boolean has = counts[k] >= 2 || (total < 2 * SEEN && counts[k] > 0);
      mask |= has && counts[k] >= SHARE * total ? 1 << k : 0;
    }
    return mask;
  }

  /** Sees each text with its tags, and its number. */
  private interface Lesson {
    void read(Document document, int number) throws IOException;
  }

  private void forEach(Path tagged, Lesson lesson) throws IOException {
    int[] number = new int[1];
    try (BufferedReader in = Files.newBufferedReader(tagged)) {
      texts.forEach(
          doc -> {
            for (int s = 0; s < doc.sentences.count; s++) {
              for (int t = doc.sentences.firstToken[s]; t < doc.sentences.endToken[s]; t++) {
                String[] line = in.readLine().split("\t", -1);
                if (!line[0].equals(doc.text(doc.tokens.start[t], doc.tokens.end[t]))) {
                  throw new IOException(
                      tagged + " doesn't fit the texts: write the tokens anew and tag them");
                }
                doc.tokens.tag[t] = tag(doc, t, line[1]);
              }
              in.readLine();
            }
            lesson.read(doc, number[0]++);
          });
    }
  }

  private static int tag(Document doc, int t, String penn) {
    return switch (doc.tokens.kind[t]) {
      case Tokens.WORD -> Tags.ofPenn(penn);
      case Tokens.NUMBER -> Tags.DETERMINER;
      default -> Tags.OTHER;
    };
  }
}
