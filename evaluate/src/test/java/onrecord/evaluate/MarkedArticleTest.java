package onrecord.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onrecord.evaluate.GoldQuotes.Attribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedArticleTest {
  private static final String TAGGED =
      "<q1>“Close it,”</q1> <s1><per>Ana Pell</per></s1> <c1>said</c1>. <q1>“Now.”</q1> She read"
          + " <no>“The Long Bridge of Time”</no>.";

  @Test
  void tagsAreTakenOutAndSayWhoSaidWhat() {
    MarkedArticle article = MarkedArticle.of("council-01", TAGGED);
    CodePointText text = article.quotes().text();

    assertEquals(
        "“Close it,” Ana Pell said. “Now.” She read “The Long Bridge of Time”.", text.text());
    Attribution said = article.quotes().attributions().get(0);
    assertEquals(1, article.quotes().attributions().size());
    assertEquals(
        List.of("“Close it,”", "“Now.”"), said.content().stream().map(text::words).toList());
    assertEquals("Ana Pell", text.words(said.source()));
    assertEquals("said", text.words(said.cue()));
    assertEquals("direct", said.kind());
    assertEquals("named", said.sourceKind());
    GoldEntities.Marked name = article.names().entities().get(0);
    assertEquals("PER", name.type());
    assertEquals("Ana Pell", text.words(name.at()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          <s1>Pell</s1> said <q1>that it was old</q1>.              | indirect
          <s1>Pell</s1> said <q1>that it was “old”</q1>.            | mixed
          <q1>‘It’s the drivers’ bridge,’</q1> said <s1>Pell</s1>.  | direct
          <s1>Pell</s1> said <q1>the boys' bridge wasn't old</q1>.  | indirect
          <s1>Pell</s1> said <q1>it was 'an old bridge'</q1>.       | mixed
          """)
  void theKindIsThatOfTheMarksAroundTheContent(String tagged, String kind) {
    assertEquals(kind, MarkedArticle.of("x-01", tagged).quotes().attributions().get(0).kind());
  }

  @Test
  void onlyOutermostAttributionsCount() {
    String tagged =
        "<s1>Pell</s1> said <q1><s1.1>Vance</s1.1> told her <q1.1>to leave</q1.1></q1>.";

    GoldQuotes gold = MarkedArticle.of("x-01", tagged).quotes();

    assertEquals(1, gold.attributions().size());
    assertEquals(
        "Vance told her to leave", gold.text().words(gold.attributions().get(0).content()));
  }

  @ParameterizedTest
  @CsvSource({
    "<q1>It is old, <q1> stays open",
    "It is old</q1>, </q1> closes nothing",
    "<s1>Pell</s1> said, attribution 1 has no <q1>",
    "<x1>Pell</x1>, no tag: <x1>Pell</x1>",
    "<q1>It <q1>is</q1></q1>, <q1> stands within another <q1>",
  })
  void aTagThatDoesNotFitIsNamed(String tagged, String why) {
    assertEquals(
        why,
        assertThrows(IllegalArgumentException.class, () -> MarkedArticle.of("x-01", tagged))
            .getMessage());
  }

  @Test
  void theFileIsNamedToo(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("council-01.marked");
    Files.writeString(file, "<q1>It is old");

    IOException e = assertThrows(IOException.class, () -> MarkedArticle.read(file));

    assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
  }

  @Test
  void aFolderIsReadByNameAndByWhatIsAskedFor(@TempDir Path folder) throws IOException {
    for (String name : List.of("sports-02.marked", "sports-01.marked", "sports-05.marked")) {
      Files.writeString(folder.resolve(name), TAGGED);
    }
    Files.writeString(folder.resolve("notes.txt"), "<q1>");

    List<String> trained =
        MarkedArticle.readAll(folder, id -> !HeldOut.holds(id)).stream()
            .map(MarkedArticle::id)
            .toList();

    assertEquals(List.of("sports-01", "sports-02"), trained);
  }
}
