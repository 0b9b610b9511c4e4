package onrecord.enrich.names;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What the finder of names was taught. Immutable, safe to share between threads.
 *
 * @param knowledge of words and names
 * @param first the weights of the first look
 * @param second the weights of the second look
 */
public record TrainedNames(Knowledge knowledge, NameModel first, NameModel second) {
  /** The compiled knowledge, beside this class. */
  public static final String KNOWLEDGE = "knowledge.bin";

  /** The trained weights, beside this class. */
  public static final String MODEL = "names.bin";

  private static final class Holder {
    static final TrainedNames LOADED = read();
  }

  /** What comes with the engine: read once, shared by all. */
  public static TrainedNames load() {
    return Holder.LOADED;
  }

  private static TrainedNames read() {
    try (InputStream knowledge = open(KNOWLEDGE);
        InputStream model = open(MODEL)) {
      return new TrainedNames(
          Knowledge.read(knowledge), NameModel.read(model), NameModel.read(model));
    } catch (IOException e) {
      throw new UncheckedIOException("The trained names can't be read", e);
    }
  }

  private static InputStream open(String name) {
    InputStream stream = TrainedNames.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException(
          "The trained file " + name + " is missing from the class path");
    }
    return new BufferedInputStream(stream, 1 << 16);
  }
}
