package onrecord.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

  @TempDir Path parent;

  @Test
  void twoRunsNeverShareADirectory() throws IOException {
    try (DataDirectory first = DataDirectory.kept(parent)) {
      Files.createDirectories(first.kafka());
      assertThrows(IOException.class, () -> DataDirectory.kept(parent));
    }
  }

  @Test
  void aTemporaryDirectoryIsDeletedWithWhatIsInIt() throws IOException {
    try (DataDirectory data = DataDirectory.temporary(parent, LATER)) {
      Files.createDirectories(data.kafka());
    }
    assertEquals(List.of(), children());
  }

  @Test
  void aKeptDirectoryStays() throws IOException {
    try (DataDirectory data = DataDirectory.kept(parent)) {
      Files.createDirectories(data.kafka());
    }
    assertTrue(children().contains("kafka"));
  }

  @Test
  void whatAKilledRunLeftGoesAway() throws IOException {
    Path left = Files.createDirectories(parent.resolve("onrecord-local-1/kafka")).getParent();
    Files.createFile(left.resolve("lock"));
    DataDirectory.temporary(parent, LATER).close();
    assertEquals(List.of(), children());
  }

  @Test
  void whatALivingRunUsesStays() throws IOException {
    try (DataDirectory living = DataDirectory.temporary(parent, LATER)) {
      Files.createDirectories(living.kafka());
      DataDirectory.temporary(parent, LATER).close();
      assertTrue(Files.exists(living.kafka()));
    }
  }

  @Test
  void whatWasMadeThisMomentStays() throws IOException {
    Path young = Files.createDirectories(parent.resolve("onrecord-local-1"));
    Files.createFile(young.resolve("lock"));
    DataDirectory.temporary(parent, Clock.systemUTC()).close();
    assertEquals(List.of("onrecord-local-1"), children());
  }

  private List<String> children() throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children.map(path -> path.getFileName().toString()).toList();
    }
  }
}
