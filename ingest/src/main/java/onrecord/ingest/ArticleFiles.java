package onrecord.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import onrecord.events.Article;

/**
 * Reads articles out of files and folders: {@code .txt}, {@code .json} (one article, or an array),
 * {@code .ndjson} and {@code .jsonl} (one a line). {@code NAME.answer.json} is never an article.
 * Safe to share between threads.
 */
public final class ArticleFiles {
  private static final String ANSWER = ".answer.json";
  private static final int MAX_DEPTH = 64;

  private final Clock clock;
  private final ArticleReader reader;

  public ArticleFiles(Clock clock) {
    this.clock = clock;
    this.reader = new ArticleReader(clock);
  }

  /**
   * The files that hold articles, in order: a file named is taken whatever its ending, a folder is
   * searched for the endings above.
   *
   * @throws IOException when a name leads nowhere
   */
  public static List<Path> find(List<Path> named) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> tree = Files.walk(path, MAX_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
          tree.filter(Files::isRegularFile)
              .filter(ArticleFiles::isArticles)
              .sorted()
              .forEach(files::add);
        } catch (java.io.UncheckedIOException e) {
          throw e.getCause();
        }
      } else if (Files.exists(path)) {
        files.add(path);
      } else {
        throw new java.nio.file.NoSuchFileException(path.toString(), null, "there is no such file");
      }
    }
    return files;
  }

  private static boolean isArticles(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.endsWith(ANSWER)
        && (name.endsWith(".txt")
            || name.endsWith(".json")
            || name.endsWith(".ndjson")
            || name.endsWith(".jsonl"));
  }

  /**
   * Reads a file and hands on each article or refusal in turn; a file that can't be read is one.
   */
  public void read(Path file, Consumer<Incoming> to) {
    String name = file.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      if (lower.endsWith(".ndjson") || lower.endsWith(".jsonl")) {
        lines(in, file.toString(), name, to);
      } else if (lower.endsWith(".json")) {
        json(in, file.toString(), to);
      } else {
        text(in, file.toString(), name, to);
      }
    } catch (Refused e) {
      to.accept(e.refusal().at(file.toString(), e.refusal().line()));
    } catch (IOException e) {
      to.accept(
          new Refusal(
              Refusal.Kind.UNREADABLE,
              file.toString(),
              0,
              null,
              "can't be read: " + e.getMessage()));
    }
  }

  /** Reads a stream: what begins with a brace is an article a line, else a text. */
  public void read(InputStream stream, String name, Consumer<Incoming> to) throws IOException {
    BufferedInputStream in = new BufferedInputStream(stream);
    in.mark(1024);
    int first = in.read();
    for (int i = 0; i < 1000 && first >= 0 && first <= ' '; i++) {
      first = in.read();
    }
    in.reset();
    try {
      if (first == '{') {
        lines(in, name, name, to);
      } else {
        text(in, name, name, to);
      }
    } catch (Refused e) {
      to.accept(e.refusal().at(name, e.refusal().line()));
    }
  }

  private void lines(InputStream in, String file, String origin, Consumer<Incoming> to)
      throws IOException, Refused {
    ByteLines lines = new ByteLines(in, null, ArticleReader.MAX_DOCUMENT_BYTES);
    while (true) {
      try {
        byte[] line = lines.next();
        if (line == null) {
          return;
        }
        if (!blank(line)) {
          Article article = reader.json(line, lines.charset());
          to.accept(
              new Incoming.Received(
                  from(article, origin + ":" + lines.number()), file, lines.number()));
        }
      } catch (Refused e) {
        to.accept(e.refusal().at(file, lines.number()));
      }
    }
  }

  private static boolean blank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r' && b != 0) {
        return false;
      }
    }
    return true;
  }

  private void json(InputStream in, String file, Consumer<Incoming> to)
      throws IOException, Refused {
    try (Reader text = new StrictReader(in, null);
        JsonArticles articles = new JsonArticles(text, true, clock)) {
      while (true) {
        try {
          Article article = articles.next();
          if (article == null) {
            return;
          }
          String origin = Path.of(file).getFileName() + ":" + articles.line();
          to.accept(new Incoming.Received(from(article, origin), file, articles.line()));
        } catch (Refused e) {
          to.accept(e.refusal().at(file, articles.line()));
        }
      }
    }
  }

  private void text(InputStream in, String file, String name, Consumer<Incoming> to)
      throws IOException, Refused {
    byte[] bytes = in.readNBytes(ArticleReader.MAX_DOCUMENT_BYTES + 1);
    if (bytes.length > ArticleReader.MAX_DOCUMENT_BYTES) {
      throw new Refused(
          Refusal.Kind.TOO_LARGE,
          "body",
          "the file is larger than an article may be, " + Article.MAX_BODY_BYTES + " bytes");
    }
    ArticleFields given = new ArticleFields();
    // The name without its ending, so that the file published again is the same article.
    int dot = name.lastIndexOf('.');
    given.put("id", dot > 0 ? name.substring(0, dot) : name);
    given.put("origin", name);
    to.accept(new Incoming.Received(reader.text(bytes, null, given), file, 0));
  }

  private static Article from(Article a, String origin) {
    if (a.origin() != null) {
      return a;
    }
    return new Article(
        a.id(),
        a.sourceId(),
        a.version(),
        a.pubStatus(),
        a.url(),
        a.source(),
        a.headline(),
        a.byline(),
        a.language(),
        a.firstCreated(),
        a.versionCreated(),
        a.publishedAt(),
        a.ingestedAt(),
        a.body(),
        origin,
        a.contentHash());
  }
}
