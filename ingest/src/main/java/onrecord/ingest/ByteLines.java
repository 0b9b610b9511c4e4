package onrecord.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Splits a stream into lines without decoding it, so that one line that can't be decoded spoils no
 * other. Holds one line at a time, and of a line that is too long only its beginning. For one
 * thread.
 */
final class ByteLines {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int FIRST_LINE_BYTES = 1 << 10;

  private final InputStream in;
  private final int maxLineBytes;
  private final Charset charset;

  /** The bytes of a line end, the last one lowest. */
  private final int newline;

  private final int newlineBytes;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int limit;
  private byte[] line = new byte[FIRST_LINE_BYTES];
  private int number;

  /**
   * Reads the first bytes to find a byte order mark.
   *
   * @throws Refused when the charset has no line end to split at
   */
  ByteLines(InputStream in, Charset declared, int maxLineBytes) throws IOException, Refused {
    this.in = in;
    this.maxLineBytes = maxLineBytes;
    // Four bytes hold every mark; without a mark they are the first bytes of the first line.
    limit = in.readNBytes(buffer, 0, 4);
    StrictReader.Encoding encoding = StrictReader.Encoding.of(buffer, limit, declared);
    at = encoding.markBytes();
    charset = encoding.charset();
    byte[] end = charset.canEncode() ? "\n".getBytes(charset) : new byte[0];
    if (end.length == 0 || end.length > Integer.BYTES) {
      throw new Refused(
          Refusal.Kind.WRONG_TYPE, null, "lines can't be read in " + charset + "; send UTF-8");
    }
    int bits = 0;
    for (byte b : end) {
      bits = (bits << Byte.SIZE) | (b & 0xFF);
    }
    newline = bits;
    newlineBytes = end.length;
  }

  /** How the bytes of a line are to be read. */
  Charset charset() {
    return charset;
  }

  /** The number of the line that {@link #next} gave or refused, from 1. */
  int number() {
    return number;
  }

  /**
   * The next line without its end, or null behind the last.
   *
   * @throws Refused when the line is longer than a line may be; the line after it can be read
   */
  byte[] next() throws IOException, Refused {
    if (at == limit && !fill()) {
      return null;
    }
    int mask = newlineBytes == Integer.BYTES ? -1 : (1 << (newlineBytes * Byte.SIZE)) - 1;
    int last = 0;
    long total = 0;
    boolean ended = false;
    while (!ended && (at < limit || fill())) {
      byte b = buffer[at++];
      last = (last << Byte.SIZE) | (b & 0xFF);
      if (total == line.length && total < maxLineBytes) {
        line = Arrays.copyOf(line, (int) Math.min(2 * total, maxLineBytes));
      }
      if (total < line.length) {
        line[(int) total] = b;
      }
      total++;
      ended = (last & mask) == newline && total % newlineBytes == 0;
    }
    // Only now: a line during which the stream breaks off was not read.
    number++;
    long length = ended ? total - newlineBytes : total;
    if (total > maxLineBytes) {
      // A monstrous line must not be held on to.
      line = new byte[FIRST_LINE_BYTES];
      throw new Refused(
          Refusal.Kind.TOO_LARGE,
          null,
          "the line has " + length + " bytes, an article has at most " + maxLineBytes);
    }
    return Arrays.copyOf(line, (int) length);
  }

  private boolean fill() throws IOException {
    at = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }
}
