package onrecord.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import onrecord.events.EnrichedArticle;
import onrecord.events.EventJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichCommandTest {
  private static final String TEXT = "\u201cWe stay,\u201d Mayor Ilse Tarn said.";

  @TempDir Path home;
  private Path file;

  @BeforeEach
  void writeAnArticle() throws IOException {
    file = Files.writeString(home.resolve("ferry.txt"), TEXT);
  }

  @Test
  void anArticleComesOutAsItsEventOnALine() {
    Typed typed = Typed.command(home, "enrich", file.toString());
    assertEquals("We stay,", event(typed.out()).quotes().get(0).text());
    assertEquals(0, typed.code());
  }

  @Test
  void theSameArticleGivesTheSameBytes() {
    assertEquals(
        Typed.command(home, "enrich", file.toString()),
        Typed.command(home, "enrich", file.toString()));
  }

  @Test
  void aFolderIsSearched() {
    assertEquals("ferry", event(Typed.command(home, "enrich", home.toString()).out()).id());
  }

  @Test
  void theStandardInputIsRead() {
    Typed typed = Typed.withInput("{\"id\":\"a\",\"body\":\"Rain fell.\"}\n", home, "enrich", "-");
    assertEquals("a", event(typed.out()).id());
  }

  @Test
  void forPeopleTheQuoteStandsBelowTheTextWithItsSpeaker() {
    Typed typed = Typed.command(home, "enrich", "--pretty", file.toString());
    assertTrue(typed.out().contains("[1] Ilse Tarn"), typed.out());
  }

  @Test
  void whatIsRefusedIsNamedAndTheRestIsEnriched() throws IOException {
    Path empty = Files.writeString(home.resolve("empty.txt"), "");
    Typed typed = Typed.command(home, "enrich", empty.toString(), file.toString());
    assertEquals(1, typed.code());
    assertTrue(typed.err().contains("empty.txt"), typed.err());
    assertEquals("ferry", event(typed.out()).id());
  }

  @Test
  void aNameThatLeadsNowhereIsAWrongArgument() {
    Typed typed = Typed.command(home, "enrich", home.resolve("nothing").toString());
    assertEquals(2, typed.code());
    assertTrue(typed.err().contains("nothing"), typed.err());
  }

  @Test
  void theScoreFormatAnswersInTheOrderAsked() {
    Typed typed =
        Typed.withInput(
            "{\"id\":\"b\",\"text\":\"Rain fell.\"}\n{\"id\":\"a\",\"text\":\"Snow fell.\"}\n",
            home,
            "enrich",
            "--format",
            "score",
            "-");
    assertEquals(
        """
        {"id":"b","entities":[],"quotes":[]}
        {"id":"a","entities":[],"quotes":[]}
        """,
        typed.out());
  }

  @Test
  void theScoreFormatTakesATextLongerThanAnArticleMayBe() {
    String text = "Rain fell. ".repeat(200_000);
    Typed typed =
        Typed.withInput(
            "{\"id\":\"a\",\"text\":\"" + text + "\"}\n", home, "enrich", "--format", "score", "-");
    assertEquals("{\"id\":\"a\",\"entities\":[],\"quotes\":[]}\n", typed.out());
  }

  @Test
  void theScoreFormatAnswersATextWithANulAndHalfAPair() {
    Typed typed =
        Typed.withInput(
            "{\"id\":\"a\",\"text\":\"\\u0000 \\ud800 \u201cWe stay,\u201d said Ilse Tarn.\"}\n",
            home,
            "enrich",
            "--format",
            "score",
            "-");
    assertEquals(0, typed.code(), typed.err());
    assertTrue(typed.out().startsWith("{\"id\":\"a\",\"entities\":[[20,29,\"PER\""), typed.out());
  }

  @Test
  void aFormatThatIsNoneIsAWrongArgument() {
    assertEquals(2, Typed.command(home, "enrich", "--format", "xml", file.toString()).code());
  }

  private static EnrichedArticle event(String line) {
    return EventJson.read(line.getBytes(StandardCharsets.UTF_8), EnrichedArticle.class);
  }
}
