package onrecord.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressesTest {
  @TempDir Path home;

  @Test
  void whatIsWrittenIsFound() throws IOException {
    Addresses mine = addresses(ProcessHandle.current().pid(), 1);
    mine.write(home);
    assertEquals(Optional.of(mine), Addresses.find(home));
  }

  @Test
  void whatADeadProcessLeftIsNotFound() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    addresses(dead.pid(), 1).write(home);
    assertEquals(Optional.empty(), Addresses.find(home));
  }

  @Test
  void aFileOfSomebodyElseIsNotFound() throws IOException {
    Files.createDirectories(Addresses.file(home).getParent());
    Files.writeString(Addresses.file(home), "hello");
    assertEquals(Optional.empty(), Addresses.find(home));
  }

  @Test
  void whatIsRemovedIsGone() throws IOException {
    Addresses mine = addresses(ProcessHandle.current().pid(), 1);
    mine.write(home);
    mine.remove(home);
    assertTrue(Files.notExists(Addresses.file(home)));
  }

  @Test
  void theFileOfALaterRunStays() throws IOException {
    Addresses later = addresses(ProcessHandle.current().pid(), 2);
    later.write(home);
    addresses(ProcessHandle.current().pid(), 1).remove(home);
    assertEquals(Optional.of(later), Addresses.find(home));
  }

  private static Addresses addresses(long process, int port) {
    return new Addresses(
        process,
        "localhost:" + port,
        "jdbc:postgresql://localhost/onrecord",
        "onrecord",
        "http://localhost:" + port,
        "http://localhost:" + port);
  }
}
