package onrecord.enrich.tags;

import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;

/**
 * Finds each token's part of speech, from left to right, the likeliest of those that its word can
 * have. Writes {@link Tokens#tag}; requires sentences. For one thread.
 */
public final class Tagger {
  /** What a word with a choice costs, in units of work. */
  private static final int SCORED = 2;

  private final TagModel model;
  private final TagFeatures features = new TagFeatures();
  private final int[] scores = new int[Tags.COUNT];

  public Tagger(TagModel model) {
    this.model = model;
  }

  /** Tags a document's tokens. */
  public void tag(Document doc) {
    features.read(doc, model);
    long scored = 0;
    for (int s = 0; s < doc.sentences.count; s++) {
      int first = doc.sentences.firstToken[s];
      int end = doc.sentences.endToken[s];
      features.turnTo(first, end);
      int before = Tags.OTHER;
      int beforeThat = Tags.OTHER;
      for (int t = first; t < end; t++) {
        int mask = features.mask[t];
        int tag = Integer.numberOfTrailingZeros(mask);
        if ((mask & (mask - 1)) != 0) {
          features.gather(t, before, beforeThat);
          tag = best(mask);
          scored++;
        }
        doc.tokens.tag[t] = tag;
        beforeThat = before;
        before = tag;
      }
    }
    doc.budget.spend(SCORED * scored);
  }

  private int best(int mask) {
    byte[] weights = model.weights;
    for (int rest = mask; rest != 0; rest &= rest - 1) {
      scores[Integer.numberOfTrailingZeros(rest)] = 0;
    }
    for (int row : features.row) {
      int at = row * Tags.COUNT;
      for (int rest = mask; rest != 0; rest &= rest - 1) {
        int tag = Integer.numberOfTrailingZeros(rest);
        scores[tag] += weights[at + tag];
      }
    }
    int best = Integer.numberOfTrailingZeros(mask);
    for (int rest = mask; rest != 0; rest &= rest - 1) {
      int tag = Integer.numberOfTrailingZeros(rest);
      best = scores[tag] > scores[best] ? tag : best;
    }
    return best;
  }

  /** Sees each word that has a choice: how the trainer learns. */
  public interface Watcher {
    /**
     * Sees a token.
     *
     * @param rows of the features
     * @param mask the tags that it can have, a bit each
     */
    void sees(int token, int[] rows, int mask);
  }

  /** Shows the tokens that have a choice, the tags before each as {@code doc} has them. */
  public void watch(Document doc, Watcher by) {
    features.read(doc, model);
    for (int s = 0; s < doc.sentences.count; s++) {
      int first = doc.sentences.firstToken[s];
      int end = doc.sentences.endToken[s];
      features.turnTo(first, end);
      for (int t = first; t < end; t++) {
        int mask = features.mask[t];
        if ((mask & (mask - 1)) != 0) {
          int before = t > first ? doc.tokens.tag[t - 1] : Tags.OTHER;
          int beforeThat = t > first + 1 ? doc.tokens.tag[t - 2] : Tags.OTHER;
          features.gather(t, before, beforeThat);
          by.sees(t, features.copy(), mask);
        }
      }
    }
  }
}
