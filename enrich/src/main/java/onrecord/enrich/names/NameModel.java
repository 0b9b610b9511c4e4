package onrecord.enrich.names;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The weights of one look: a row of labels for each feature, and for each two labels that follow
 * one another. Immutable, safe to share between threads; trained by {@code onrecord train names}.
 */
public final class NameModel {
  private static final int MAGIC = 0x4f524e31;

  /** How finely a weight is kept: a step of a 32nd, from -4 to 4. */
  private static final float STEP = 1f / 32;

  private final int[] keys;
  private final byte[] weights;
  private final float[] follows;
  private final int size;

  private NameModel(int size) {
    this.size = size;
    keys = new int[Integer.highestOneBit(Math.max(size, 8)) << 2];
    weights = new byte[keys.length * Labels.ROW];
    follows = new float[Labels.COUNT * Labels.COUNT];
  }

  /**
   * A model of trained weights.
   *
   * @param features the features' hashes
   * @param weights a row of {@link Labels#COUNT} for each feature
   * @param follows by label before times {@link Labels#COUNT} plus label
   */
  public static NameModel of(int[] features, float[] weights, float[] follows) {
    NameModel model = new NameModel(features.length);
    System.arraycopy(follows, 0, model.follows, 0, follows.length);
    for (int f = 0; f < features.length; f++) {
      int row = model.take(features[f]);
      for (int label = 0; label < Labels.COUNT; label++) {
        int steps = Math.round(weights[f * Labels.COUNT + label] / STEP);
        model.weights[row + label] = (byte) Math.max(-127, Math.min(127, steps));
      }
    }
    return model;
  }

  private int take(int key) {
    int mask = keys.length - 1;
    int slot = key & mask;
    while (keys[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    return slot * Labels.ROW;
  }

  /** How many features have weights. */
  public int size() {
    return size;
  }

  /** Adds the weights of a token's features to {@code scores}, of a row's length, in steps. */
  public void add(int[] features, int count, int[] scores) {
    int mask = keys.length - 1;
    for (int f = 0; f < count; f++) {
      int key = features[f];
      for (int slot = key & mask; keys[slot] != 0; slot = (slot + 1) & mask) {
        if (keys[slot] == key) {
          int row = slot * Labels.ROW;
          for (int label = 0; label < Labels.ROW; label++) {
            scores[label] += weights[row + label];
          }
          break;
        }
      }
    }
  }

  /** The weight of a label behind another, in the steps of {@link #add}. */
  float follows(int before, int label) {
    return follows[before * Labels.COUNT + label] / STEP;
  }

  /** Writes the features in the order of their hashes, of each row what isn't nought. */
  public void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(MAGIC);
    out.writeInt(size);
    for (float weight : follows) {
      out.writeFloat(weight);
    }
    long[] sorted = new long[size];
    int next = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != 0) {
        sorted[next++] = (long) keys[slot] << 32 | slot;
      }
    }
    java.util.Arrays.sort(sorted);
    for (long entry : sorted) {
      int row = (int) entry * Labels.ROW;
      int present = 0;
      for (int label = 0; label < Labels.COUNT; label++) {
        present |= weights[row + label] == 0 ? 0 : 1 << label;
      }
      out.writeInt((int) (entry >>> 32));
      out.writeInt(present);
      for (int label = 0; label < Labels.COUNT; label++) {
        if (weights[row + label] != 0) {
          out.writeByte(weights[row + label]);
        }
      }
    }
    out.flush();
  }

  /** Reads a model that was written. */
  public static NameModel read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    if (in.readInt() != MAGIC) {
      throw new IOException("This is no trained model of names");
    }
    NameModel model = new NameModel(in.readInt());
    for (int i = 0; i < model.follows.length; i++) {
      model.follows[i] = in.readFloat();
    }
    for (int f = 0; f < model.size; f++) {
      int row = model.take(in.readInt());
      int present = in.readInt();
      for (int label = 0; label < Labels.COUNT; label++) {
        if ((present & 1 << label) != 0) {
          model.weights[row + label] = in.readByte();
        }
      }
    }
    return model;
  }
}
