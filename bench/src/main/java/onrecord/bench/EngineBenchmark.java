package onrecord.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The time an article takes, pass by pass; with {@code -prof gc} the bytes too. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {
  /** How far each text is read. */
  @Param public Pass pass;

  /** The folder of the texts; empty for the usual one. */
  @Param("")
  public String folder = "";

  private List<String> texts;
  private Passes passes;
  private int at;

  /** Loads the engine and the texts. */
  @Setup
  public void load() throws IOException {
    texts = Articles.read(folder.isEmpty() ? Articles.usualFolder() : Path.of(folder));
    passes = new Passes();
  }

  /** Reads the next article. */
  @Benchmark
  public int article() {
    at = at + 1 < texts.size() ? at + 1 : 0;
    return passes.read(pass, texts.get(at));
  }
}
