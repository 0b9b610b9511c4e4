package onrecord.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import onrecord.events.Article;

/**
 * Reads articles out of files and folders: {@code .txt}, {@code .json} (one article, or an array),
 * {@code .ndjson} and {@code .jsonl} (one a line). {@code NAME.answer.json} is never an article.
 * Holds one article at a time. Safe to share between threads.
 */
public final class ArticleFiles {
  private static final String TEXT = ".txt";
  private static final String JSON = ".json";
  private static final List<String> LINES = List.of(".ndjson", ".jsonl");
  private static final String ANSWER = ".answer.json";
  private static final int MAX_DEPTH = 64;

  private final Clock clock;
  private final ArticleReader reader;

  /** The id that a text's name gave it, and the file that had it first. */
  private final Map<String, Path> textIds = new ConcurrentHashMap<>();

  /**
   * A reader of files.
   *
   * @param clock gives each article its time of arrival
   */
  public ArticleFiles(Clock clock) {
    this.clock = clock;
    this.reader = new ArticleReader(clock);
  }

  /**
   * What was found.
   *
   * @param files to be read, in order, each once
   * @param skipped how many others were met in folders: other endings, answers, hidden ones
   */
  public record Found(List<Path> files, int skipped) {
    public Found {
      files = List.copyOf(files);
    }
  }

  /**
   * The files that hold articles, see {@link #search}.
   *
   * @throws IOException when a name leads nowhere
   */
  public static List<Path> find(List<Path> named) throws IOException {
    return search(named).files();
  }

  /**
   * Looks for files that hold articles. A file that is named is taken whatever its ending, unless
   * it is an answer; a folder is searched with all folders in it, those behind links too, sorted by
   * path. A folder that can't be opened is among the files, so that {@link #read} says so.
   *
   * @throws IOException when a name leads nowhere
   */
  public static Found search(List<Path> named) throws IOException {
    Search search = new Search();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        search.folder(path);
      } else if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString(), null, "there is no such file or folder");
      } else if (lowerName(path).endsWith(ANSWER)) {
        search.skipped++;
      } else {
        search.take(path);
      }
    }
    return new Found(search.files, search.skipped);
  }

  /**
   * Reads a file and hands on each article or refusal in turn, as it comes to it; a file that can't
   * be read is a refusal.
   */
  public void read(Path file, Consumer<Incoming> to) {
    String shown = file.toString();
    try (InputStream in = Files.newInputStream(file)) {
      String name = lowerName(file);
      if (LINES.stream().anyMatch(name::endsWith)) {
        lines(in, shown, fileName(file), to);
      } else if (name.endsWith(JSON)) {
        json(in, shown, fileName(file), to);
      } else if (name.endsWith(TEXT)) {
        text(in, shown, named(file), to);
      } else {
        throw new Refused(
            Refusal.Kind.WRONG_TYPE,
            null,
            "articles are read from .txt, .json, .ndjson and .jsonl; give the file one of these"
                + " endings");
      }
    } catch (Refused e) {
      to.accept(e.refusal().at(shown, e.refusal().line()));
    } catch (IOException e) {
      to.accept(unreadable(shown, e));
    }
  }

  /**
   * Reads a stream that doesn't say what it holds: JSON when it begins with a brace or a bracket
   * (one article a line when its first line is a whole object), else a text.
   *
   * @param name what the stream is called; the origin of its articles
   */
  public void read(InputStream stream, String name, Consumer<Incoming> to) throws IOException {
    BufferedInputStream in = new BufferedInputStream(stream);
    try {
      switch (Guess.of(in)) {
        case LINES -> lines(in, name, name, to);
        case JSON -> json(in, name, name, to);
        case TEXT -> {
          ArticleFields given = new ArticleFields();
          given.put("origin", name);
          text(in, name, given, to);
        }
      }
    } catch (Refused e) {
      to.accept(e.refusal().at(name, e.refusal().line()));
    }
  }

  private void lines(InputStream in, String shown, String origin, Consumer<Incoming> to)
      throws IOException, Refused {
    try (JsonLines lines = new JsonLines(in, null, origin, reader)) {
      all(lines, shown, to);
    }
  }

  private void json(InputStream in, String shown, String origin, Consumer<Incoming> to)
      throws IOException {
    try (JsonArticles articles =
        new JsonArticles(new StrictReader(in, null), true, origin, clock)) {
      all(articles, shown, to);
    }
  }

  private static void all(ArticleSource source, String shown, Consumer<Incoming> to)
      throws IOException {
    while (true) {
      Incoming next;
      try {
        Article article = source.next();
        if (article == null) {
          return;
        }
        next = new Incoming.Received(article, shown, source.line());
      } catch (Refused e) {
        int line = e.refusal().line();
        // Within a document a fault knows its own line; a document of one line doesn't matter.
        next = e.refusal().at(shown, Math.max(line, source.line()));
      }
      to.accept(next);
    }
  }

  private void text(InputStream in, String shown, ArticleFields given, Consumer<Incoming> to)
      throws IOException, Refused {
    byte[] bytes = in.readNBytes(ArticleReader.MAX_DOCUMENT_BYTES + 1);
    to.accept(new Incoming.Received(reader.text(bytes, null, given), shown, 0));
  }

  /** The id of a text is its name without the ending: published again it is the same article. */
  private ArticleFields named(Path file) throws IOException, Refused {
    String name = fileName(file);
    String id = name.substring(0, name.length() - TEXT.length());
    Path real = file.toRealPath();
    Path first = textIds.putIfAbsent(id, real);
    if (first != null && !first.equals(real)) {
      throw new Refused(
          Refusal.Kind.UNUSABLE,
          "id",
          "another file gave the id \""
              + id
              + "\" before, and one would replace the other; rename it, or write it as JSON with an"
              + " id of its own");
    }
    ArticleFields given = new ArticleFields();
    given.put("id", id);
    given.put("origin", name);
    return given;
  }

  private static Refusal unreadable(String shown, IOException e) {
    String reason =
        e instanceof java.nio.file.AccessDeniedException ? "no permission" : e.getMessage();
    return new Refusal(Refusal.Kind.UNREADABLE, shown, 0, null, "can't be read: " + reason);
  }

  private static String fileName(Path file) {
    return file.getFileName().toString();
  }

  private static String lowerName(Path file) {
    return fileName(file).toLowerCase(Locale.ROOT);
  }

  /** What a stream seems to hold. */
  private enum Guess {
    LINES,
    JSON,
    TEXT;

    /** Looks at the first line and leaves the stream where it was. */
    static Guess of(BufferedInputStream in) throws IOException {
      in.mark(ArticleReader.MAX_DOCUMENT_BYTES);
      int first = 0;
      int last = 0;
      for (int n = 1; n < ArticleReader.MAX_DOCUMENT_BYTES; n++) {
        int b = in.read();
        // Blank lines on top, marks of UTF-8 and UTF-16 and the zeros of the latter say nothing.
        boolean blank = b <= ' ' || b == 0xEF || b == 0xBB || b == 0xBF || b >= 0xFE;
        if (b < 0 || (b == '\n' && first != 0)) {
          break;
        }
        if (!blank) {
          first = first == 0 ? b : first;
          last = b;
          if (first != '{') {
            break;
          }
        }
      }
      in.reset();
      if (first == '{') {
        return last == '}' ? LINES : JSON;
      }
      return first == '[' ? JSON : TEXT;
    }
  }

  /** Files in order, each once, however many ways lead to it. */
  private static final class Search {
    private final List<Path> files = new ArrayList<>();
    private final Set<Path> real = new HashSet<>();
    private int skipped;

    void take(Path file) throws IOException {
      if (real.add(file.toRealPath())) {
        files.add(file);
      }
    }

    void folder(Path folder) throws IOException {
      List<Path> met = new ArrayList<>();
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          MAX_DEPTH,
          new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              return !dir.equals(folder) && isHidden(dir)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && holdsArticles(file)) {
                met.add(file);
              } else {
                skipped++;
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              if (!(e instanceof FileSystemLoopException)) {
                met.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
      met.sort(null);
      for (Path file : met) {
        // What could not be visited is kept as it is, for the reading to say why.
        if (Files.isReadable(file)) {
          take(file);
        } else {
          files.add(file);
        }
      }
    }

    private static boolean holdsArticles(Path file) {
      String name = lowerName(file);
      boolean known =
          name.endsWith(TEXT) || name.endsWith(JSON) || LINES.stream().anyMatch(name::endsWith);
      return known && !name.endsWith(ANSWER) && !isHidden(file);
    }

    private static boolean isHidden(Path file) {
      return fileName(file).startsWith(".");
    }
  }
}
