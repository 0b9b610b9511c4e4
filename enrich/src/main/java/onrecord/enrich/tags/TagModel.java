package onrecord.enrich.tags;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * What was learned about parts of speech: which tags a word can have, and a weight of each tag for
 * each feature. Immutable; safe to share between threads.
 */
public final class TagModel {
  /** How many rows of weights there are, a weight a tag in each. */
  public static final int ROWS = 1 << 16;

  /** One unit of a stored weight. */
  public static final float STEP = 1 / 16f;

  private static final int MAGIC = 0x4F525431;

  /** Any word that isn't known is one of these. */
  private static final int OPEN =
      1 << Tags.NOUN
          | 1 << Tags.NOUNS
          | 1 << Tags.NAME
          | 1 << Tags.ADJECTIVE
          | 1 << Tags.ADVERB
          | 1 << Tags.VERB
          | 1 << Tags.SAY
          | 1 << Tags.SAYS
          | 1 << Tags.SAID
          | 1 << Tags.BEEN_SAID
          | 1 << Tags.SAYING;

  final byte[] weights;

  /** An open-addressed table of word keys, its length a power of two; 0 is empty. */
  private final int[] words;

  /** A bit for each tag that the word can have. */
  private final short[] masks;

  private TagModel(byte[] weights, int[] words, short[] masks) {
    this.weights = weights;
    this.words = words;
    this.masks = masks;
  }

  /**
   * A model.
   *
   * @param weights {@link #ROWS} rows of a weight a tag
   * @param words an open-addressed table of {@link TagFeatures#key}, its length a power of two, at
   *     least one place empty; 0 is empty
   * @param masks for each, a bit a tag
   */
  public static TagModel of(float[] weights, int[] words, short[] masks) {
    byte[] small = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      small[i] = (byte) Math.max(-127, Math.min(127, Math.round(weights[i] / STEP)));
    }
    return new TagModel(small, words.clone(), masks.clone());
  }

  /** The tags that a word can have, a bit each; 0 when it isn't known. */
  private int known(int key) {
    int at = words.length - 1;
    for (int slot = key & at; words[slot] != 0; slot = (slot + 1) & at) {
      if (words[slot] == key) {
        return masks[slot] & 0xffff;
      }
    }
    return 0;
  }

  /**
   * The tags that a word can have, a bit each.
   *
   * @param hash of the word in lower case
   * @param capital whether it begins with a capital
   */
  public int mask(int hash, boolean capital) {
    int mask = known(TagFeatures.key(hash, capital));
    if (mask == 0) {
      mask = known(TagFeatures.key(hash, !capital));
      mask = mask == 0 ? OPEN : capital ? mask | 1 << Tags.NAME : mask;
    }
    return mask;
  }

  /** The model beside this class, read once. */
  public static TagModel shared() {
    return Shared.MODEL;
  }

  private static final class Shared {
    private static final TagModel MODEL = load();
  }

  private static TagModel load() {
    try (InputStream stream = TagModel.class.getResourceAsStream("tags.bin")) {
      if (stream == null) {
        throw new IllegalStateException("The model tags.bin is missing from the class path");
      }
      return read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("The model tags.bin can't be read", e);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static TagModel read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    if (in.readInt() != MAGIC) {
      throw new IOException("this is no model of parts of speech");
    }
    byte[] weights = new byte[ROWS * Tags.COUNT];
    in.readFully(weights);
    int size = in.readInt();
    int[] words = new int[size];
    short[] masks = new short[size];
    for (int i = 0; i < size; i++) {
      words[i] = in.readInt();
      masks[i] = in.readShort();
    }
    return new TagModel(weights, words, masks);
  }

  /** Writes the model: the same model, the same bytes. */
  public void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(MAGIC);
    out.write(weights);
    out.writeInt(words.length);
    for (int i = 0; i < words.length; i++) {
      out.writeInt(words[i]);
      out.writeShort(masks[i]);
    }
    out.flush();
  }
}
