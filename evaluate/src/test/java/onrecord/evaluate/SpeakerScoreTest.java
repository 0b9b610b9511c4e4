package onrecord.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakerScoreTest {
  private static final String TEXT = "\"The ferry will sail,\" someone said.";

  @TempDir Path folder;
  private final List<Miss> misses = Texts.misses();

  @ParameterizedTest
  @CsvSource({
    "José Tarn, Jose Tarn, 1, 1",
    "Ms. Ilse Tarn, Ilse Tarn, 1, 1",
    "Ilse Maria Tarn, Ilse Tarn, 1, 1",
    "Ilse Tarn, Ilse Maria Tarn, 1, 1",
    "Tarn, Ilse Tarn, 0, 1",
    "Otto Tarn, Ilse Tarn, 0, 1",
    "The Harbor Authority, Harbor Authority, 1, 1",
    "Ilse, Ilse Tarn, 0, 0",
    ", Ilse Tarn, 0, 0",
  })
  void aFullNameIsRightButForAccentsHonorificsAndMiddleNames(
      String said, String right, int full, int surname) throws IOException {
    Figures figures = score("person", right, said);
    assertEquals(full, figures.value("speaker_full_name_accuracy"));
    assertEquals(full, figures.value("person_full_name_accuracy"));
    assertEquals(surname, figures.value("speaker_surname_accuracy"));
    assertEquals(1 - full, misses.size());
  }

  @ParameterizedTest
  @CsvSource({", 1", "a harbor clerk, 1", "Harbor Authority, 0"})
  void anUnnamedSpeakerStaysUnnamed(String said, int left) throws IOException {
    assertEquals(left, score("unnamed", null, said).value("unnamed_left_unnamed"));
  }

  @Test
  void aSegmentThatWasNotFoundIsWrong() throws IOException {
    SpeakerScore score = new SpeakerScore(misses::add);
    score.add(gold("person", "Ilse Tarn"), Map.of());
    assertEquals(0, score.figures().value("segments_found"));
    assertEquals(List.of("segment not found: person"), Texts.kinds(misses));
  }

  private Figures score(String type, String right, String said) throws IOException {
    SpeakerScore score = new SpeakerScore(misses::add);
    SystemOutput.Attributed quote =
        Texts.quote("direct", Texts.at(TEXT, "\"The ferry will sail,\""), null, said);
    score.add(gold(type, right), Map.of("a", new SystemOutput(List.of(), List.of(quote))));
    return score.figures();
  }

  private GoldSpeakers gold(String type, String speaker) throws IOException {
    String name = speaker == null ? "null" : '"' + speaker + '"';
    Path gold =
        Files.writeString(
            folder.resolve("gold.jsonl"),
            "{\"id\":\"a\",\"start\":1,\"end\":21,\"type\":\""
                + type
                + "\",\"speaker\":"
                + name
                + "}\n");
    Path texts =
        Files.writeString(
            folder.resolve("texts.jsonl"),
            "{\"id\":\"a\",\"text\":\"" + TEXT.replace("\"", "\\\"") + "\"}\n");
    return GoldSpeakers.read(gold, texts, id -> true);
  }
}
