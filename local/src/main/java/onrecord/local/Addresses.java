package onrecord.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import onrecord.events.EventJson;

/**
 * Where everything listens while {@code local} runs; kept in a file that the other commands find.
 *
 * @param process the number of the process that runs it all
 * @param kafka host:port
 * @param jdbcUrl the storage
 * @param jdbcUser the role to log in as; it has no password
 * @param ingest where articles are posted
 * @param desk the reading room
 */
public record Addresses(
    long process, String kafka, String jdbcUrl, String jdbcUser, String ingest, String desk) {
  private static final ObjectMapper JSON = EventJson.mapper();

  /** Where the file lies in a working copy. */
  public static Path file(Path home) {
    return home.resolve(".onrecord").resolve("local.json");
  }

  /** What runs now, if anything does; a file that a killed process left doesn't count. */
  public static Optional<Addresses> find(Path home) {
    Path file = file(home);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Addresses found = JSON.readValue(file.toFile(), Addresses.class);
      return ProcessHandle.of(found.process).filter(ProcessHandle::isAlive).map(alive -> found);
    } catch (IOException e) {
      // Being removed at this moment, or no file of ours.
      return Optional.empty();
    }
  }

  /** Writes the file so that no reader sees half of it. */
  public void write(Path home) throws IOException {
    Path file = file(home);
    Files.createDirectories(file.getParent());
    Path half = Files.createTempFile(file.getParent(), "local", ".part");
    Files.write(half, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes the file, unless another run has written its own over it. */
  public void remove(Path home) throws IOException {
    if (find(home).filter(this::equals).isPresent()) {
      Files.deleteIfExists(file(home));
    }
  }
}
