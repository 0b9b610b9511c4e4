package onrecord.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  @TempDir Path home;

  @Test
  void whichModelMustBeSaid() {
    Typed typed = Typed.command(home, "train");

    assertEquals(2, typed.code());
    assertTrue(typed.err().contains("quotes"), typed.err());
  }

  @Test
  void dataThatIsNotThereIsNamed() {
    Typed typed = Typed.command(home, "train", "quotes", home.resolve("none.jsonl").toString());

    assertEquals(2, typed.code());
    assertTrue(typed.err().contains("none.jsonl"), typed.err());
  }
}
