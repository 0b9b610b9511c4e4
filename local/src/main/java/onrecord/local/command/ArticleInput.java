package onrecord.local.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import onrecord.ingest.ArticleFiles;
import onrecord.ingest.Incoming;

/**
 * One of the things that a command reads articles from.
 *
 * @param file or null
 * @param stream the standard input, or null
 */
record ArticleInput(Path file, InputStream stream) {
  /** How the standard input is named. */
  static final Path STANDARD = Path.of("-");

  /**
   * The files that are meant by files, folders and "-".
   *
   * @throws IOException when a name leads nowhere
   */
  static List<ArticleInput> of(List<Path> named, InputStream standard) throws IOException {
    List<ArticleInput> inputs = new ArrayList<>();
    for (Path path : named) {
      if (path.equals(STANDARD)) {
        inputs.add(new ArticleInput(null, standard));
      } else {
        ArticleFiles.find(List.of(path)).forEach(file -> inputs.add(new ArticleInput(file, null)));
      }
    }
    return inputs;
  }

  /** Hands on each article or refusal in turn. */
  void read(ArticleFiles reader, Consumer<Incoming> to) throws IOException {
    if (file != null) {
      reader.read(file, to);
    } else {
      reader.read(stream, "stdin", to);
    }
  }
}
