package onrecord.enrich.names;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Rows of numbers by the hash of a word or a name. Two words of one text that share a hash would
 * only share their row. Reused from text to text: clearing costs as much as the text before was
 * long. For one thread.
 */
final class HashTable {
  /**
   * Another one in each process, and odd: nobody can write words that all fall into one slot. What
   * the table answers doesn't depend on it.
   */
  private static final long SPREAD = new SplittableRandom().nextLong() | 1;

  private final int columns;
  private int[] keys = new int[1 << 10];
  private int[] rowOf = new int[1 << 10];
  private int[] rows = new int[1 << 12];
  private int mask = (1 << 10) - 1;
  private int count;

  HashTable(int columns) {
    this.columns = columns;
  }

  /** Forgets everything. */
  void clear() {
    Arrays.fill(keys, 0, mask + 1, 0);
    Arrays.fill(rows, 0, count * columns, 0);
    // After one long text the next ones don't pay for its size.
    mask = (1 << 10) - 1;
    count = 0;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Sets the columns from {@code column} on to nought in all rows. */
  void clearFrom(int column) {
    for (int row = 0; row < count; row++) {
      Arrays.fill(rows, row * columns + column, (row + 1) * columns, 0);
    }
  }

  /** Where the row of a key begins, or -1. */
  int find(int key) {
    for (int slot = slot(key); keys[slot] != 0; slot = (slot + 1) & mask) {
      if (keys[slot] == key) {
        return rowOf[slot] * columns;
      }
    }
    return -1;
  }

  /** Where the row of a key begins; a new one is all zeros. */
  int row(int key) {
    int found = find(key);
    if (found >= 0) {
      return found;
    }
    if (count * 2 > mask) {
      grow();
    }
    int slot = slot(key);
    while (keys[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    rowOf[slot] = count++;
    if (count * columns > rows.length) {
      rows = Arrays.copyOf(rows, rows.length * 2);
    }
    return (count - 1) * columns;
  }

  /** Sets a column of a key to one. */
  void mark(int key, int column) {
    set(row(key) + column, 1);
  }

  /** Whether a column of a key isn't nought. */
  boolean isMarked(int key, int column) {
    int row = find(key);
    return row >= 0 && get(row + column) != 0;
  }

  private int slot(int key) {
    return (int) ((key * SPREAD) >>> 32) & mask;
  }

  int get(int at) {
    return rows[at];
  }

  void set(int at, int value) {
    rows[at] = value;
  }

  void add(int at, int value) {
    rows[at] += value;
  }

  private void grow() {
    int size = (mask + 1) * 2;
    int[] oldKeys = Arrays.copyOf(keys, mask + 1);
    int[] oldRows = Arrays.copyOf(rowOf, mask + 1);
    if (keys.length < size) {
      keys = new int[size];
      rowOf = new int[size];
    } else {
      Arrays.fill(keys, 0, size, 0);
    }
    mask = size - 1;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        while (keys[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        keys[slot] = oldKeys[i];
        rowOf[slot] = oldRows[i];
      }
    }
  }
}
