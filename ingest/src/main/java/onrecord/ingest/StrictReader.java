package onrecord.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes bytes to text: drops a byte order mark, changes nothing else, and stops with the offset
 * of the first byte that can't be decoded. Reads of fewer than two characters may give none: a pair
 * of surrogates comes whole. For one thread.
 */
final class StrictReader extends Reader {
  private static final int BUFFER_BYTES = 8192;

  private final InputStream in;
  private final ByteBuffer bytes;
  private final CharsetDecoder decoder;
  private final Charset charset;
  private long bytesBefore;
  private boolean ended;
  private boolean decoded;
  private boolean flushed;

  /**
   * Reads the first bytes to find a mark.
   *
   * @param declared what the sender says the charset is, or null; a mark says it more surely
   */
  StrictReader(InputStream in, Charset declared) throws IOException {
    this.in = in;
    this.bytes = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    fill();
    Encoding encoding = Encoding.of(bytes.array(), bytes.limit(), declared);
    bytes.position(encoding.markBytes());
    charset = encoding.charset();
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Decodes the whole of some bytes. */
  static String decode(byte[] bytes, Charset declared) throws Refused {
    StringBuilder text = new StringBuilder(bytes.length);
    char[] chars = new char[Math.min(BUFFER_BYTES, bytes.length + 1)];
    try (StrictReader reader = new StrictReader(new ByteArrayInputStream(bytes), declared)) {
      for (int n = reader.read(chars); n >= 0; n = reader.read(chars)) {
        text.append(chars, 0, n);
      }
    } catch (Malformed e) {
      throw e.refused();
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory can't fail to be read", e);
    }
    return text.toString();
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    CharBuffer out = CharBuffer.wrap(target, offset, length);
    while (!decoded && out.hasRemaining()) {
      CoderResult result = decoder.decode(bytes, out, ended);
      if (result.isError()) {
        if (out.position() > offset) {
          // What stands before the fault comes first; the next read meets it again.
          break;
        }
        throw new Malformed(charset, bytesBefore + bytes.position());
      }
      if (result.isOverflow()) {
        break;
      }
      if (ended) {
        decoded = true;
      } else {
        fill();
      }
    }
    if (decoded && !flushed) {
      flushed = decoder.flush(out).isUnderflow();
    }
    int read = out.position() - offset;
    return read == 0 && flushed ? -1 : read;
  }

  /** Moves what is left to the front and reads more behind it. */
  private void fill() throws IOException {
    bytesBefore += bytes.position();
    bytes.compact();
    int wanted = bytes.remaining();
    int n = in.readNBytes(bytes.array(), bytes.position(), wanted);
    ended = n < wanted;
    bytes.position(bytes.position() + n).flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /**
   * How bytes are to be read.
   *
   * @param charset never UTF-16 without an order of bytes
   * @param markBytes how long the mark at the front is
   */
  record Encoding(Charset charset, int markBytes) {
    static Encoding of(byte[] head, int length, Charset declared) {
      if (length >= 3
          && head[0] == (byte) 0xEF
          && head[1] == (byte) 0xBB
          && head[2] == (byte) 0xBF) {
        return new Encoding(StandardCharsets.UTF_8, 3);
      }
      if (length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
        return new Encoding(StandardCharsets.UTF_16BE, 2);
      }
      if (length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
        return new Encoding(StandardCharsets.UTF_16LE, 2);
      }
      if (declared == null) {
        return new Encoding(StandardCharsets.UTF_8, 0);
      }
      boolean unordered = declared.equals(StandardCharsets.UTF_16);
      return new Encoding(unordered ? StandardCharsets.UTF_16BE : declared, 0);
    }
  }

  /** A byte that the charset doesn't have there. */
  static final class Malformed extends CharacterCodingException {
    private static final long serialVersionUID = 1;

    private final String charset;
    private final long offset;

    Malformed(Charset charset, long offset) {
      this.charset = charset.name();
      this.offset = offset;
    }

    Refused refused() {
      return new Refused(
          new Refusal(
              Refusal.Kind.UNREADABLE,
              null,
              "the text isn't "
                  + charset
                  + ": the byte at offset "
                  + offset
                  + " can't stand there; send UTF-8, or name the charset that it is"),
          this);
    }
  }
}
