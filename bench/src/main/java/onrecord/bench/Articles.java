package onrecord.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The texts that are measured by: the {@code .txt} files of a folder, in the order of names. */
public final class Articles {
  private static final List<Path> USUAL =
      List.of(
          Path.of("../shared/data/sample-articles"),
          Path.of("seeds"),
          Path.of("../../shared/data/sample-articles"),
          Path.of("../seeds"));

  private Articles() {}

  /** The usual folder: real articles where they lie beside the project, else the seeds. */
  public static Path usualFolder() {
    return USUAL.stream()
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("Neither articles nor seeds here: name a folder"));
  }

  /** The texts of a folder. */
  public static List<String> read(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    if (texts.isEmpty()) {
      throw new IOException("No .txt file in " + folder);
    }
    return texts;
  }

  /** How many characters they have together. */
  static long characters(List<String> texts) {
    return texts.stream().mapToLong(String::length).sum();
  }
}
