package onrecord.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onrecord.enrich.Enricher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  private static final String ARTICLE = "\uD83D\uDE00 “We stay,” Mayor Ilse Tarn said.";
  private static final String ANSWER =
      "{\"id\":\"ferry\",\"entities\":[{\"id\":\"e1\",\"type\":\"PERSON\",\"name\":\"Ilse Tarn\","
          + "\"roles\":[\"Mayor\"],\"mentions\":[[19,28,\"name\"]]}],\"quotes\":[{\"kind\":\"direct\","
          + "\"spans\":[[3,11]],\"quoted\":[[3,11]],\"speaker\":\"e1\",\"speakerName\":\"Ilse Tarn\","
          + "\"speakerKind\":\"person\",\"mention\":[19,28],\"cue\":[29,33]}]}";
  private static final Enricher ENRICHER = new Enricher();

  @TempDir Path folder;

  @Test
  void anArticleIsHeldAgainstItsAnswerInCodePoints() throws IOException {
    write("ferry.txt", ARTICLE);
    Path answer = write("ferry.answer.json", ANSWER);
    Report report = evaluate(answer).get(0);
    assertEquals(1, report.figures().value("quotes_exact_f1"));
    assertEquals(1, report.figures().value("attributions_f1"));
    assertEquals(1, report.figures().value("fullest_name_accuracy"));
  }

  @Test
  void anArticleLeadsToItsAnswerAndAFolderToAll() throws IOException {
    Path article = write("ferry.txt", ARTICLE);
    write("ferry.answer.json", ANSWER);
    assertEquals(1, evaluate(article).get(0).documents());
    assertEquals(1, evaluate(folder).get(0).documents());
  }

  @Test
  void aFileOfQuotesAndNamesIsScoredForBoth() throws IOException {
    Path gold =
        write(
            "gold.jsonl",
            "{\"id\":\"a\",\"text\":\"\\\"We stay here,\\\" Ilse Tarn said.\",\"entities\":"
                + "[[17,26,\"PER\"]],\"attributions\":[{\"content\":[[0,15]],\"source\":[[16,25]],"
                + "\"cue\":null,\"kind\":\"direct\"}]}\n");
    List<Report> reports = evaluate(gold);
    assertEquals(
        List.of(Report.Kind.QUOTES, Report.Kind.ENTITIES),
        reports.stream().map(Report::kind).toList());
    assertEquals(1, reports.get(0).figures().value("q1_f1"));
    assertEquals(1, reports.get(0).figures().value("q2_speaker_acc_all_named"));
  }

  @Test
  void onlyTheIdsAskedForAreScored() throws IOException {
    Path gold =
        write(
            "gold.jsonl",
            """
            {"id":"a","text":"Rain.","entities":[]}
            {"id":"b","text":"Rain.","entities":[]}
            """);
    assertEquals(1, Evaluation.of(ENRICHER, "b"::equals).evaluate(gold).get(0).documents());
  }

  @Test
  void anotherSystemsOutputIsScoredAsItStands() throws IOException {
    Path gold =
        write("gold.jsonl", "{\"id\":\"a\",\"text\":\"rain\",\"entities\":[[0,4,\"ORG\"]]}\n");
    Path output = write("output.txt", "{\"id\":\"a\",\"entities\":[[0,4,\"ORG\",null]]}\n");
    Evaluation evaluation = Evaluation.of(ENRICHER, id -> true, output, null);
    assertEquals(1, evaluation.evaluate(gold).get(0).figures().value("n1_micro_f1"));
  }

  @Test
  void theTextsOfSpeakersStandBesideThem() throws IOException {
    write(
        "attributions.jsonl",
        "{\"id\":\"a\",\"text\":\"\\\"We stay here,\\\" Ilse Tarn said.\",\"attributions\":[]}\n");
    Path gold =
        write(
            "speakers.jsonl",
            "{\"id\":\"a\",\"start\":1,\"end\":14,\"type\":\"person\","
                + "\"speaker\":\"Ilse Tarn\"}\n");
    Report report = evaluate(gold).get(0);
    assertEquals(1, report.figures().value("speaker_full_name_accuracy"));
  }

  @Test
  void whatIsNoGoldFileIsSaidSo() throws IOException {
    refused(write("other.jsonl", "{\"id\":\"a\"}\n"), "no gold file");
    refused(write("empty.jsonl", ""), "no gold file");
    refused(write("alone.txt", "Rain."), "alone.answer.json");
    refused(folder.resolve("nothing"), "nothing");
    refused(Files.createDirectory(folder.resolve("bare")), "holds no");
  }

  @Test
  void aBadLineIsNamed() throws IOException {
    refused(
        write("bad.jsonl", "{\"id\":\"a\",\"text\":\"Rain.\",\"entities\":[]}\n{\"id\":\"b\"}\n"),
        "bad.jsonl:2: the field \"entities\" is missing");
    refused(
        write("cut.jsonl", "{\"id\":\"a\",\"text\":\"Rain.\",\"entities\":[]}\n{\"id\":\n"),
        "cut.jsonl:2");
  }

  private void refused(Path path, String words) {
    IOException refusal = assertThrows(IOException.class, () -> evaluate(path));
    assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
  }

  private static List<Report> evaluate(Path path) throws IOException {
    return Evaluation.of(ENRICHER, id -> true).evaluate(path);
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
