package onrecord.enrich.quotes;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * What was learned from articles marked by hand: a weight for each feature, and for each frequent
 * word its clusters and what it can be. Immutable; safe to share between threads.
 */
public final class QuoteModel {
  /** The word may be a cue's head. */
  public static final int MAY_BE_CUE = 1;

  /** The word may be a source's head. */
  public static final int MAY_BE_SOURCE = 1 << 1;

  /** What a word may be that the model doesn't know. */
  private static final int UNKNOWN = MAY_BE_CUE | MAY_BE_SOURCE;

  /** How many points a table of reliability has. */
  public static final int KNOTS = 21;

  private static final int MAGIC = 0x4F524331;
  private static final float STEPS = 1 / 24f;

  private final byte[] weights;
  private final int[] words;
  private final int[] facts;
  private final float[] reliability;

  private QuoteModel(byte[] weights, int[] words, int[] facts, float[] reliability) {
    this.weights = weights;
    this.words = words;
    this.facts = facts;
    this.reliability = reliability;
  }

  /**
   * A model of weights.
   *
   * @param weights one for each place of {@link Features}
   * @param words an open-addressed table of word hashes, its length a power of two; 0 is empty
   * @param facts for each, {@link #fact}
   * @param reliability tables for {@link #reliable}, or none
   */
  public static QuoteModel of(float[] weights, int[] words, int[] facts, float[] reliability) {
    byte[] small = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      small[i] = (byte) Math.max(-127, Math.min(127, Math.round(weights[i] / STEPS)));
    }
    return new QuoteModel(small, words.clone(), facts.clone(), reliability.clone());
  }

  /** The facts of a word in one number: coarse cluster, fine cluster, what it may be. */
  public static int fact(int coarse, int fine, int may) {
    return may | coarse << 4 | fine << 16;
  }

  /** The facts of a word by its hash. */
  int facts(int word) {
    int mask = words.length - 1;
    for (int slot = word & mask; words[slot] != 0; slot = (slot + 1) & mask) {
      if (words[slot] == word) {
        return facts[slot];
      }
    }
    return UNKNOWN;
  }

  /** The sum of the features' weights. */
  public float score(Features features) {
    int sum = 0;
    int[] at = features.at;
    for (int i = 0; i < features.count; i++) {
      sum += weights[at[i]];
    }
    return sum * STEPS;
  }

  /** How likely a yes is at this score. */
  static float likely(float score) {
    return (float) (1 / (1 + Math.exp(-score)));
  }

  /**
   * How often a likelihood was right on texts that weren't trained on.
   *
   * @param table which step decided: each has a table of {@link #KNOTS}, from 0 to 1
   */
  public float reliable(int table, float likelihood) {
    int from = table * KNOTS;
    if (reliability.length < from + KNOTS) {
      return likelihood;
    }
    float place = Math.max(0, Math.min(1, likelihood)) * (KNOTS - 1);
    int low = Math.min((int) place, KNOTS - 2);
    float at = reliability[from + low];
    return at + (place - low) * (reliability[from + low + 1] - at);
  }

  /** The model beside this class, read once. */
  public static QuoteModel shared() {
    return Shared.MODEL;
  }

  private static final class Shared {
    private static final QuoteModel MODEL = load();
  }

  /** Reads the model beside this class. */
  public static QuoteModel load() {
    try (InputStream stream = QuoteModel.class.getResourceAsStream("quotes.bin")) {
      if (stream == null) {
        throw new IllegalStateException("The model quotes.bin is missing from the class path");
      }
      return read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("The model quotes.bin can't be read", e);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static QuoteModel read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    if (in.readInt() != MAGIC) {
      throw new IOException("this is no model of quotes");
    }
    byte[] weights = new byte[Features.PLACES];
    in.readFully(weights);
    int size = in.readInt();
    int[] words = new int[size];
    int[] facts = new int[size];
    for (int i = 0; i < size; i++) {
      words[i] = in.readInt();
      facts[i] = in.readInt();
    }
    float[] reliability = new float[in.readInt()];
    for (int i = 0; i < reliability.length; i++) {
      reliability[i] = in.readFloat();
    }
    return new QuoteModel(weights, words, facts, reliability);
  }

  /** Writes the model: the same model, the same bytes. */
  public void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(MAGIC);
    out.write(weights);
    out.writeInt(words.length);
    for (int i = 0; i < words.length; i++) {
      out.writeInt(words[i]);
      out.writeInt(facts[i]);
    }
    out.writeInt(reliability.length);
    for (float share : reliability) {
      out.writeFloat(share);
    }
    out.flush();
  }
}
