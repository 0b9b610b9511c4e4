package onrecord.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswerScoreTest {
  private static final String TEXT =
      "Ferry Stays\n\nMayor Ilse Tarn said she was \"very glad\" about \"The Long Way Home\". The"
          + " clerk said \"rain fell\".";

  private final List<Miss> misses = Texts.misses();
  private final AnswerScore score = new AnswerScore(misses::add);

  @Test
  void everySeedsAnswerHeldAgainstItselfIsAllRight() throws IOException {
    List<Path> answers;
    try (Stream<Path> files = Files.list(Texts.SEEDS)) {
      answers = files.filter(file -> file.toString().endsWith(Answer.ENDING)).sorted().toList();
    }
    for (Path file : answers) {
      String name = file.getFileName().toString();
      Path article =
          file.resolveSibling(name.substring(0, name.length() - Answer.ENDING.length()) + ".txt");
      Answer answer = Answer.read(file, Files.readString(article));
      score.add(answer, answer);
    }
    assertEquals(List.of(), misses);
    for (Figures.Figure figure : score.figures().all()) {
      // The segments of the shared scorer stand between double marks, which in one seed stand
      // within
      // single ones; and its last words of names are those of mentions, "the mayor" among them.
      if (!figure.name().startsWith("q1_") && !figure.name().startsWith("q2_")) {
        switch (figure.sense()) {
          case HIGHER_IS_BETTER -> assertEquals(1, figure.value(), figure.name());
          case LOWER_IS_BETTER -> assertEquals(0, figure.value(), figure.name());
          case COUNT -> assertTrue(figure.value() > 0, figure.name());
        }
      }
    }
    assertTrue(score.figures().value("q1_f1") > 0.99, "segments of a perfect answer");
    assertTrue(answers.size() >= 12, "seeds with an answer: " + answers.size());
  }

  @Test
  void aMentionGivenToAnotherEntityCostsTheClusters() {
    Answer.Who tarn = who("e1", "Ilse Tarn", List.of("Mayor"), "Ilse Tarn", "she");
    Answer.Who alone = who("e1", "Ilse Tarn", List.of("Mayor"), "Ilse Tarn");
    Answer.Who she = who("e2", "she", List.of(), "she");
    score.add(answer(List.of(tarn), List.of()), answer(List.of(alone, she), List.of()));
    Figures figures = score.figures();
    assertEquals(1, figures.value("clusters_bcubed_p"));
    assertEquals(0.5, figures.value("clusters_bcubed_r"));
    assertEquals(1, figures.value("mentions_f1"));
    assertEquals(1, figures.value("fullest_name_accuracy"));
    assertEquals(List.of("mention of another entity: pronoun"), Texts.kinds(misses));
  }

  @Test
  void aRoleIsRightWhenItsWordsAre() {
    score.add(
        answer(List.of(who("e1", "Ilse Tarn", List.of("Mayor", "chair"), "Ilse Tarn")), List.of()),
        answer(List.of(who("e9", "Tarn", List.of("Mayor", "mayor"), "Ilse Tarn")), List.of()));
    Figures figures = score.figures();
    assertEquals(0.5, figures.value("roles_p"));
    assertEquals(0.5, figures.value("roles_r"));
    assertEquals(0, figures.value("fullest_name_accuracy"));
    assertEquals(
        List.of("fullest name wrong: ", "role missed: ", "role invented: "), Texts.kinds(misses));
  }

  @Test
  void aQuoteIsFoundByHalfOfItsContentAndRightWithItsSpeaker() {
    Answer.Who tarn = who("e1", "Ilse Tarn", List.of(), "Ilse Tarn");
    Answer gold =
        answer(
            List.of(tarn),
            List.of(
                said("she was \"very glad\"", "e1", "Ilse Tarn"), said("rain fell", null, null)));
    Answer found =
        answer(
            List.of(who("x", "Ilse Tarn", List.of(), "Ilse Tarn")),
            List.of(said("very glad", "x", "Ilse Tarn"), said("rain fell", "x", "Ilse Tarn")));
    score.add(gold, found);
    Figures figures = score.figures();
    assertEquals(1, figures.value("quotes_f1"));
    assertEquals(0.5, figures.value("quotes_exact_f1"));
    assertEquals(0.5, figures.value("attributions_f1"));
    assertEquals(1, figures.value("speaker_name_accuracy"));
    assertEquals(0, figures.value("unnamed_left_unnamed"));
    assertEquals(0.9 * 2 - 1, figuresError(), 1e-12);
  }

  private double figuresError() {
    return score.calibration().error() * score.calibration().count();
  }

  @Test
  void aTitleTakenForAQuoteIsCounted() {
    score.add(
        answer(List.of(), List.of()),
        answer(List.of(), List.of(said("The Long Way Home", null, null))));
    assertEquals(1, score.figures().value("not_speech_taken_for_quotes"));
    assertEquals(
        List.of("quote invented: direct", "not speech, taken for a quote: "), Texts.kinds(misses));
  }

  @Test
  void whatIsBorderlineCountsNeitherWay() {
    Answer gold =
        new Answer(
            "a",
            new CodePointText(TEXT),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Answer.Noted(at("rain fell"), "quote: may be none")));
    score.add(gold, answer(List.of(), List.of(said("rain fell", null, null))));
    assertEquals(List.of(), misses);
  }

  @Test
  void aBorderlineMentionCostsTheClustersNothing() {
    Answer.Who tarn = who("e1", "Ilse Tarn", List.of(), "Ilse Tarn");
    Answer gold =
        new Answer(
            "a",
            new CodePointText(TEXT),
            List.of(),
            List.of(tarn),
            List.of(),
            List.of(),
            List.of(new Answer.Noted(at("Ferry"), "entity: may be a name")));
    score.add(gold, answer(List.of(tarn, who("e2", "Ferry", List.of(), "Ferry")), List.of()));
    assertEquals(1, score.figures().value("clusters_bcubed_f1"));
    assertEquals(List.of(), misses.stream().filter(m -> m.kind().startsWith("mention")).toList());
  }

  @Test
  void repeatsAreTiedByTheQuotesTheyMean() {
    Answer.Said first = said("very glad", null, null);
    Answer.Said again = repeat("rain fell", 0);
    score.add(
        answer(List.of(), List.of(first, again)),
        // The same two in another order: the index differs, the pair doesn't.
        answer(
            List.of(),
            List.of(said("The Long Way Home", null, null), first, repeat("rain fell", 1))));
    assertEquals(1, score.figures().value("same_as_f1"));
  }

  @Test
  void aBlockIsRightByItsKindAndItsPlace() {
    Answer gold = withBlock("headline", new Range(0, 11));
    score.add(gold, withBlock("paragraph", new Range(0, 11)));
    assertEquals(0, score.figures().value("blocks_f1"));
    assertEquals("paragraph 0-11", misses.get(0).system());
  }

  private static Answer withBlock(String kind, Range at) {
    return new Answer(
        "a",
        new CodePointText(TEXT),
        List.of(new Answer.Part(kind, at)),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Answer answer(List<Answer.Who> entities, List<Answer.Said> quotes) {
    return new Answer(
        "a",
        new CodePointText(TEXT),
        List.of(),
        entities,
        quotes,
        List.of(new Answer.Noted(at("The Long Way Home"), "title of a play")),
        List.of());
  }

  private static Answer.Who who(String id, String name, List<String> roles, String... mentions) {
    List<Answer.Named> places = new ArrayList<>();
    for (String mention : mentions) {
      places.add(new Answer.Named(mention.equals("she") ? "pronoun" : "name", at(mention)));
    }
    return new Answer.Who(id, "PERSON", name, roles, places);
  }

  private static Answer.Said said(String words, String speaker, String name) {
    return new Answer.Said(
        "direct",
        List.of(at(words)),
        List.of(at(words)),
        speaker,
        name,
        speaker == null ? "unnamed" : "person",
        null,
        null,
        null,
        null,
        0.9);
  }

  private static Answer.Said repeat(String words, int of) {
    Answer.Said said = said(words, null, null);
    return new Answer.Said(
        said.kind(), said.spans(), said.quoted(), null, null, "unnamed", null, null, of, null, 0.9);
  }

  private static Range at(String words) {
    return Texts.at(TEXT, words);
  }
}
