package onrecord.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import onrecord.events.EventJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  @TempDir Path home;
  private Path gold;

  @BeforeEach
  void writeAGoldFile() throws IOException {
    gold =
        Files.writeString(
            home.resolve("gold.jsonl"),
            """
            {"id":"courier_2016-07-01_a","text":"Rain fell on the pier.","entities":[[0,4,"ORG"]]}
            {"id":"courier_2016-08-01_b","text":"Snow fell on the pier.","entities":[[0,4,"LOC"]]}
            """);
  }

  @Test
  void aFileIsScoredInAFewLines() {
    Typed typed = evaluate();
    assertEquals(0, typed.code(), typed.err());
    assertTrue(typed.out().startsWith("gold.jsonl  2 texts\n"), typed.out());
    assertTrue(typed.out().contains("ORG .000 (1)"), typed.out());
    assertFalse(typed.out().contains("name missed"), typed.out());
  }

  @Test
  void errorsStandByKindWithTheirPlaceAndTheWordsAround() {
    String out = evaluate("--errors", "1").out();
    assertTrue(out.contains("name missed  2: LOC 1, ORG 1"), out);
    assertTrue(out.contains("courier_2016-07-01_a  0-4  ORG"), out);
    assertTrue(out.contains("text  >>Rain<< fell on the pier."), out);
    assertFalse(out.contains(">>Snow<<"), out);
  }

  @Test
  void onlyTheKindsAskedForAreShown() {
    String out = evaluate("--errors", "1", "--of", "invented").out();
    assertFalse(out.contains("name missed"), out);
  }

  @Test
  void textsHeldOutAreToldFromThoseTrainedOn() {
    assertTrue(evaluate("--held-out").out().contains("LOC .000 (1)"));
    assertTrue(evaluate("--held-out").out().contains("1 text\n"));
    assertTrue(evaluate("--trained-on").out().contains("LOC .000 (0)"));
  }

  @Test
  void idsAreChosenByTheirBeginningOrByAFile() throws IOException {
    assertTrue(evaluate("--id", "courier_2016-07").out().contains("1 text\n"));
    Path ids = Files.writeString(home.resolve("ids.txt"), "courier_2016-08-01_b\nother\n");
    assertTrue(evaluate("--ids", ids.toString()).out().contains("1 text\n"));
  }

  @Test
  void asJsonAllFiguresAreThere() throws IOException {
    JsonNode report = EventJson.mapper().readTree(evaluate("--json", "--errors", "5").out()).get(0);
    assertEquals(2, report.at("/figures/n1_gold").asInt());
    assertEquals(2, report.at("/misses/name missed/count").asInt());
    assertEquals("Rain ORG", report.at("/misses/name missed/first/0/gold").asText());
  }

  @Test
  void whatIsNoGoldFileIsAWrongArgument() throws IOException {
    Path other = Files.writeString(home.resolve("other.jsonl"), "{\"id\":\"a\"}\n");
    Typed typed = Typed.command(home, "evaluate", other.toString());
    assertEquals(2, typed.code());
    assertTrue(typed.err().contains("no gold file"), typed.err());
  }

  private Typed evaluate(String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "evaluate";
    words[1] = gold.toString();
    System.arraycopy(options, 0, words, 2, options.length);
    return Typed.command(home, words);
  }
}
