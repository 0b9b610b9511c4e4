package onrecord.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import onrecord.events.Article;

/**
 * Articles one a line, each a JSON object (NDJSON, JSON Lines). Blank lines count as lines and are
 * passed over. Holds one line at a time. For one thread.
 */
final class JsonLines implements ArticleSource {
  private final InputStream in;
  private final ByteLines lines;
  private final String origin;
  private final ArticleReader reader;

  /**
   * Reads the first bytes to find a byte order mark.
   *
   * @param declared the charset that the sender names, or null
   * @param origin where articles come from that don't say so themselves, or null
   */
  JsonLines(InputStream in, Charset declared, String origin, ArticleReader reader)
      throws IOException, Refused {
    this.in = in;
    this.lines = new ByteLines(in, declared, ArticleReader.MAX_DOCUMENT_BYTES);
    this.origin = origin;
    this.reader = reader;
  }

  @Override
  public Article next() throws IOException, Refused {
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      String json = StrictReader.decode(line, lines.charset());
      if (!json.isBlank()) {
        return reader.json(json, origin == null ? null : origin + ":" + lines.number());
      }
    }
    return null;
  }

  @Override
  public int line() {
    return lines.number();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
