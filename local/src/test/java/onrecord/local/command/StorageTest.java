package onrecord.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import onrecord.local.Addresses;
import onrecord.service.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Which PostgreSQL a command reads: the option, else the environment, else what runs here. */
class StorageTest {
  private static final String SET = "jdbc:postgresql://set/onrecord";

  @TempDir Path home;

  @Test
  void withoutAWordItIsWhatLocalPrints() {
    Database database = database(Map.of());
    assertEquals("jdbc:postgresql://localhost:15432/onrecord", database.url());
    assertEquals("onrecord", database.user());
  }

  @Test
  void whatRunsHereIsFound() throws IOException {
    String runs = "jdbc:postgresql://localhost:4/onrecord";
    new Addresses(ProcessHandle.current().pid(), "k", runs, "me", "i", "d").write(home);
    assertEquals(runs, database(Map.of()).url());
    assertEquals("me", database(Map.of()).user());
  }

  @Test
  void theEnvironmentBeatsWhatRunsHereAndAnOptionBeatsBoth() throws IOException {
    new Addresses(ProcessHandle.current().pid(), "k", "jdbc:postgresql://a/b", "me", "i", "d")
        .write(home);
    Map<String, String> environment = Map.of("ONRECORD_JDBC_URL", SET);
    assertEquals(SET, database(environment).url());
    String option = "jdbc:postgresql://option/onrecord";
    assertEquals(option, database(environment, "--jdbc-url", option).url());
    assertEquals("you", database(environment, "--jdbc-user", "you").user());
  }

  @Test
  void thePasswordIsInTheEnvironmentAndPrintedNowhere() {
    Database database = database(Map.of("ONRECORD_JDBC_PASSWORD", "hush"));
    assertEquals("hush", database.password().value());
    assertFalse(database.toString().contains("hush"));
  }

  private Database database(Map<String, String> environment, String... options) {
    Storage storage = new Storage();
    CommandLine.populateCommand(storage, options);
    return storage.database(
        new Surroundings(
            null, InputStream.nullInputStream(), home, home, environment, Instant.EPOCH));
  }
}
