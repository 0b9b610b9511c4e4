package onrecord.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnrecordMainTest {
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local",
        "enrich",
        "evaluate",
        "train",
        "publish",
        "withdraw",
        "tail",
        "trace",
        "rejects",
        "topics"
      })
  void everyCommandSaysHowItIsUsedAndWhatItsExitCodesMean(String command) {
    Typed typed = Typed.command(home, command, "--help");
    assertEquals(0, typed.code());
    assertTrue(typed.out().contains("Usage: onrecord " + command), typed.out());
    assertTrue(typed.out().contains("Exit codes:"), typed.out());
  }

  @Test
  void aDoorThatIsAwayIsSaidSo() {
    Typed typed = Typed.command(home, "withdraw", "a", "--ingest", "http://localhost:1");
    assertEquals(69, typed.code());
    assertTrue(typed.err().contains("localhost:1"), typed.err());
  }

  @Test
  void aTraceOfWrongAddressesIsAWrongArgument() {
    assertEquals(2, Typed.command(home, "trace", "a", "--ingest", "a door").code());
    Typed storage = Typed.command(home, "trace", "a", "--jdbc-url", "jdbc:mysql://localhost/a");
    assertEquals(2, storage.code());
    assertTrue(storage.err().contains("jdbc:postgresql:"), storage.err());
  }

  @Test
  void theRejectsWantToBeToldWhatToDo() {
    assertEquals(2, Typed.command(home, "rejects").code());
  }

  @Test
  void aRedriveWantsToBeToldWhich() {
    Typed typed = Typed.command(home, "rejects", "redrive", "--yes");
    assertEquals(2, typed.code());
    assertTrue(typed.err().contains("--all"), typed.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1:", "1:x", "1:2:3", "1:9999999999999999999"})
  void aPlaceThatIsNoneIsAWrongArgument(String place) {
    for (Typed typed :
        List.of(
            Typed.command(home, "rejects", "show", place),
            Typed.command(home, "rejects", "redrive", "0:0", place, "--yes"))) {
      assertEquals(2, typed.code());
      assertTrue(typed.err().contains("'" + place + "' is no place"), typed.err());
    }
  }

  @Test
  void rejectsOfABrokerThatIsAwayAreSaidSo() {
    Typed typed = Typed.command(home, "rejects", "redrive", "--all", "--bootstrap", "localhost:1");
    assertEquals(69, typed.code());
    assertTrue(typed.err().contains("localhost:1"), typed.err());
  }

  @Test
  void theCommandsAreListed() {
    Typed typed = Typed.command(home, "--help");
    assertEquals(0, typed.code());
    assertTrue(typed.out().contains("publish"), typed.out());
  }

  @Test
  void aCommandThatIsNoneIsAWrongArgument() {
    assertEquals(2, Typed.command(home, "broadcast").code());
  }

  @Test
  void articlesThatAreNotThereStartNothing() {
    Typed typed = Typed.command(home, "local", home.resolve("nothing").toString());
    assertEquals(2, typed.code());
    assertTrue(typed.err().contains("nothing"), typed.err());
  }

  @Test
  void aBrokerThatIsAwayIsSaidSo() {
    Typed typed =
        Typed.withInput(
            "Rain fell on Maristow.",
            home,
            "publish",
            "--bootstrap",
            "localhost:1",
            "--timeout",
            "1",
            "-");
    assertEquals(69, typed.code());
    assertTrue(typed.err().contains("localhost:1"), typed.err());
  }
}
