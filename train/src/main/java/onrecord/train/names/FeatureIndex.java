package onrecord.train.names;

import java.util.Arrays;

/** Numbers for features by their hashes: counts first, then numbers those seen often enough. */
final class FeatureIndex {
  private int[] keys = new int[1 << 22];
  private int[] values = new int[1 << 22];
  private int size;

  void count(int key) {
    int slot = slot(key);
    if (keys[slot] == 0) {
      if (size * 2 > keys.length) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
      size++;
    }
    values[slot]++;
  }

  /** Ends the counting: from here on {@link #of} gives numbers. Returns the features kept. */
  int[] number(int atLeast) {
    int[] kept = new int[size];
    int count = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != 0 && values[slot] >= atLeast) {
        kept[count++] = keys[slot];
      }
    }
    kept = Arrays.copyOf(kept, count);
    // By hash, whatever the order of counting was.
    Arrays.sort(kept);
    Arrays.fill(values, -1);
    for (int i = 0; i < count; i++) {
      values[slot(kept[i])] = i;
    }
    return kept;
  }

  /** The number of a feature, or -1. */
  int of(int key) {
    int slot = slot(key);
    return keys[slot] == 0 ? -1 : values[slot];
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = key & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = new int[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
