package onrecord.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BioFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "Rain fell , she said . # Rain fell, she said.",
        "She said : \" We stay . \" # She said: \"We stay.\"",
        "It did n't cost $ 5 ( or so ) # It didn't cost $5 (or so)",
        "the workers ' union # the workers' union",
        "a ' late ' ferry # a 'late' ferry",
        "and / or # and/or",
        "Tarn 's boat # Tarn's boat",
        ", and so on # , and so on",
      })
  void tokensAreJoinedAsNewsWritesThem(String tokens, String text) {
    List<BioFile.Token> sentence =
        Arrays.stream(tokens.split(" ")).map(word -> new BioFile.Token(word, "O")).toList();
    assertEquals(text, BioFile.running("a", List.of(sentence)).text().text());
  }

  @Test
  void namesAreFoundAgainInTheRunningTextInCodePoints() {
    GoldEntities running =
        BioFile.running(
            "a",
            List.of(
                List.of(token("\uD83D\uDE00", "O"), token(".", "O")),
                List.of(
                    token("Ilse", "B-PER"),
                    token("Tarn", "I-PER"),
                    token("Halvex", "I-ORG"),
                    token("Kroy", "B-ORG"))));
    assertEquals("\uD83D\uDE00.\nIlse Tarn Halvex Kroy", running.text().text());
    assertEquals(
        List.of(
            new GoldEntities.Marked(new Range(3, 12), "PER"),
            new GoldEntities.Marked(new Range(13, 19), "ORG"),
            new GoldEntities.Marked(new Range(20, 24), "ORG")),
        running.entities());
  }

  @Test
  void documentsBeginWhereTheFileSaysSo() throws IOException {
    List<GoldEntities> read =
        read("-DOCSTART-\tO\n\nRain\tO\nfell\tO\n\nSnow\tO\n\n-DOCSTART-\tO\n\nHail\tO\n");
    assertEquals(List.of("some-0000", "some-0001"), read.stream().map(GoldEntities::id).toList());
    assertEquals("Rain fell\nSnow", read.get(0).text().text());
  }

  @Test
  void aFileThatSaysNothingIsCutEveryFortySentences() throws IOException {
    List<GoldEntities> read = read("Rain\tO\n\n".repeat(41));
    assertEquals(2, read.size());
    assertEquals("Rain", read.get(1).text().text());
  }

  @Test
  void aTokenWithoutALabelIsNamed() {
    IOException refused = assertThrows(IOException.class, () -> read("Rain\tO\nfell\n"));
    assertTrue(refused.getMessage().contains("some.bio:2"), refused.getMessage());
  }

  private List<GoldEntities> read(String lines) throws IOException {
    return BioFile.read(Files.writeString(folder.resolve("some.bio"), lines));
  }

  private static BioFile.Token token(String word, String label) {
    return new BioFile.Token(word, label);
  }
}
