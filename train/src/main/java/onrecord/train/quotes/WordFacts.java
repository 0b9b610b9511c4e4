package onrecord.train.quotes;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import onrecord.enrich.quotes.QuoteModel;
import onrecord.enrich.quotes.Signs;

/**
 * What is known of each word before anything is learned: its clusters, and whether it was ever a
 * cue or a source in the training texts.
 */
final class WordFacts {
  private static final int MOST_WORDS = 40_000;
  private static final int OFTEN = 12;

  private final TreeMap<Integer, int[]> clusters = new TreeMap<>();
  private final TreeMap<Integer, int[]> seen = new TreeMap<>();

  /** Reads the clusters of the most frequent words: word, and four numbers of clusters. */
  static WordFacts read(Path file) throws IOException {
    WordFacts facts = new WordFacts();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String line = lines.readLine();
      while (line != null && facts.clusters.size() < MOST_WORDS) {
        String[] fields = line.split("\t", -1);
        if (!line.startsWith("#") && fields.length == 5) {
          int coarse = Integer.parseInt(fields[1]) + 1;
          int fine = Integer.parseInt(fields[4]) + 1;
          facts.clusters.putIfAbsent(Signs.hash(fields[0]), new int[] {coarse, fine});
        }
        line = lines.readLine();
      }
    }
    return facts;
  }

  void count(int word, boolean cue, boolean source) {
    int[] counts = seen.computeIfAbsent(word, each -> new int[3]);
    counts[0]++;
    counts[1] += cue ? 1 : 0;
    counts[2] += source ? 1 : 0;
  }

  /** A model of these facts and weights. */
  QuoteModel model(float[] weights, float[] reliability) {
    TreeMap<Integer, Integer> facts = new TreeMap<>();
    int either = QuoteModel.MAY_BE_CUE | QuoteModel.MAY_BE_SOURCE;
    clusters.forEach((word, of) -> facts.put(word, QuoteModel.fact(of[0], of[1], either)));
    seen.forEach(
        (word, counts) -> {
          if (counts[0] >= OFTEN) {
            int[] of = clusters.getOrDefault(word, new int[2]);
            int may =
                (counts[1] > 0 ? QuoteModel.MAY_BE_CUE : 0)
                    | (counts[2] > 0 ? QuoteModel.MAY_BE_SOURCE : 0);
            facts.put(word, QuoteModel.fact(of[0], of[1], may));
          }
        });
    int size = Integer.highestOneBit(facts.size() * 2) << 1;
    int[] words = new int[size];
    int[] values = new int[size];
    facts.forEach(
        (word, fact) -> {
          int slot = word & (size - 1);
          while (words[slot] != 0) {
            slot = (slot + 1) & (size - 1);
          }
          words[slot] = word;
          values[slot] = fact;
        });
    return QuoteModel.of(weights, words, values, reliability);
  }
}
