package onrecord.train.names;

import java.nio.file.Path;
import java.util.List;

/** What the finder of names learns from, and how: chosen by the texts held out. */
final class NameSettings {
  static final NameTrainer.Settings TRAINING = new NameTrainer.Settings(6, 0.12, 1e-4, 0.5, 2);

  private NameSettings() {}

  /** The corpora in {@code folder}; docs/models/names.md says where they come from. */
  static List<NameSource> sources(Path folder) {
    return List.of(
        new NameSource(folder.resolve("uner-ewt-train.bio"), 1),
        new NameSource(folder.resolve("gum-open-other.bio"), 1),
        new NameSource(folder.resolve("crossner-politics.bio"), 1),
        new NameSource(folder.resolve("crossner-literature.bio"), 0.7),
        new NameSource(folder.resolve("crossner-music.bio"), 0.7),
        new NameSource(folder.resolve("crossner-science.bio"), 0.7),
        new NameSource(folder.resolve("crossner-ai.bio"), 0.7),
        new NameSource(folder.resolve("re3d.bio"), 0.7),
        new NameSource(
            folder.resolve("gmb-clean.bio"), folder.resolve("gmb-corenlp-silver.bio"), 0.4),
        new NameSource(folder.resolve("us-senate-corenlp-silver.bio"), 0.4));
  }
}
