package onrecord.local.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream as bytes, however long they are. Owns a buffer that the next line writes
 * over: for one thread.
 */
final class ByteLines {
  private static final int FIRST_SIZE = 1 << 16;

  private final InputStream in;

  /** Holds the line from {@link #start} to {@link #end}, its end of line left out. */
  byte[] buffer = new byte[FIRST_SIZE];

  int start;
  int end;

  private int filled;
  private int next;
  private boolean atEnd;

  ByteLines(InputStream in) {
    this.in = in;
  }

  /** Moves to the next line; false when there is none. */
  boolean advance() throws IOException {
    start = next;
    int from = start;
    while (true) {
      for (int i = from; i < filled; i++) {
        if (buffer[i] == '\n') {
          end = i;
          next = i + 1;
          return true;
        }
      }
      from = filled;
      if (atEnd) {
        end = filled;
        next = filled;
        return start < end;
      }
      from -= fill();
    }
  }

  /** Reads on behind what is there; returns how far the line moved towards the front. */
  private int fill() throws IOException {
    int moved = 0;
    if (filled == buffer.length) {
      if (start > 0) {
        moved = start;
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= moved;
        start = 0;
      } else {
        buffer = Arrays.copyOf(buffer, Math.multiplyExact(buffer.length, 2));
      }
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      atEnd = true;
    } else {
      filled += read;
    }
    return moved;
  }
}
