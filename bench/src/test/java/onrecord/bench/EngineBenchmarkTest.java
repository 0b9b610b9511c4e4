package onrecord.bench;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Only that the benchmarks run: what they measure is measured by hand. */
class EngineBenchmarkTest {
  @ParameterizedTest
  @EnumSource
  void everyPassReadsAnArticle(Pass pass) throws IOException {
    EngineBenchmark benchmark = new EngineBenchmark();
    benchmark.pass = pass;
    benchmark.folder = "../seeds";
    benchmark.load();

    assertNotEquals(0, benchmark.article());
  }
}
