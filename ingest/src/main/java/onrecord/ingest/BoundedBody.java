package onrecord.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/**
 * The body of a request, read up to a number of bytes and until a time. For one thread.
 *
 * <p>What a service leaves unread breaks the connection under the sender's hands before it sees the
 * answer; hence {@link #drain}.
 */
final class BoundedBody extends InputStream {
  private static final long MAX_DRAIN_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final InputStream in;
  private final long maxBytes;
  private final long deadline;
  private long bytes;

  /**
   * Begins the time.
   *
   * @param maxNanos how long reading may take
   */
  BoundedBody(InputStream in, long maxBytes, long maxNanos) {
    this.in = in;
    this.maxBytes = maxBytes;
    this.deadline = System.nanoTime() + maxNanos;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int n = in.read(target, offset, length);
    bytes += Math.max(0, n);
    if (bytes > maxBytes) {
      throw new Cut(413, "a request has at most " + maxBytes + " bytes");
    }
    if (n >= 0 && System.nanoTime() - deadline > 0) {
      throw new Cut(408, "the request took too long to come in");
    }
    return n;
  }

  /** Reads on to the end for a little while, so that the sender gets to read the answer. */
  void drain() {
    long end = System.nanoTime() + MAX_DRAIN_NANOS;
    byte[] waste = new byte[1 << 16];
    try {
      int n = 0;
      for (long left = maxBytes; n >= 0 && left > 0 && System.nanoTime() - end < 0; left -= n) {
        n = in.read(waste);
      }
    } catch (IOException e) {
      // The sender is gone, and the answer with it.
    }
  }

  /** Reading ends before the body does. */
  static final class Cut extends IOException {
    private static final long serialVersionUID = 1;

    /** The status that tells the sender. */
    final int httpStatus;

    Cut(int httpStatus, String message) {
      super(message);
      this.httpStatus = httpStatus;
    }
  }
}
