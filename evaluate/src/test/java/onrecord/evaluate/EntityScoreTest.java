package onrecord.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityScoreTest {
  private static final String TEXT = "\uD83D\uDE00 Ilse Tarn of Halvex in Maristow";

  private final List<Miss> misses = Texts.misses();
  private final EntityScore score = new EntityScore(misses::add);

  @Test
  void allRightIsOneWhateverTypesAreLeftOut() {
    score.add(
        gold(), List.of(name("Ilse Tarn", "PER"), name("Halvex", "ORG"), name("Maristow", "LOC")));
    assertEquals(1, score.figures().value("n1_micro_f1"));
    assertEquals(3, score.figures().value("n1_gold"));
    assertEquals(List.of(), misses);
  }

  @Test
  void nothingSaidIsNought() {
    score.add(gold(), List.of());
    assertEquals(0, score.figures().value("n1_micro_f1"));
    assertEquals(
        List.of("name missed: PER", "name missed: ORG", "name missed: LOC"), Texts.kinds(misses));
  }

  @Test
  void aWrongTypeAndAnInventionCountAgainstPrecisionAndRecall() {
    score.add(
        gold(),
        List.of(
            name("Ilse Tarn", "PER"),
            name("Halvex", "LOC"),
            name("Maristow", "LOC"),
            name("Ilse", "PER")));
    Figures figures = score.figures();
    assertEquals(0.5, figures.value("n1_PER_p"));
    assertEquals(1, figures.value("n1_PER_r"));
    assertEquals(0.5, figures.value("n1_micro_p"));
    assertEquals(2 / 3.0, figures.value("n1_micro_r"), 1e-12);
    assertEquals(1, figures.value("n1_untyped_r"));
    assertEquals(List.of("type wrong: ORG>LOC", "name invented: PER"), Texts.kinds(misses));
  }

  @Test
  void blanksAtTheEdgesDontCount() {
    score.add(gold(), List.of(name(" Halvex ", "ORG")));
    assertEquals(1, score.figures().value("n1_ORG_f1"));
  }

  @Test
  void wrongBoundsAreToldFromAMissAndAnInvention() {
    score.add(
        gold(), List.of(name("Tarn", "PER"), name("of Halvex", "LOC"), name("Maristow", "LOC")));
    assertEquals(
        List.of("bounds wrong: PER", "bounds and type wrong: ORG>LOC"), Texts.kinds(misses));
    assertEquals("Tarn PER", misses.get(0).system());
    assertEquals(TEXT.replace("Ilse Tarn", ">>Ilse Tarn<<"), misses.get(0).context());
  }

  private static GoldEntities gold() {
    return new GoldEntities(
        "a",
        new CodePointText(TEXT),
        marked("Ilse Tarn PER", "Halvex ORG", "Maristow LOC", "of MISC"));
  }

  private static List<GoldEntities.Marked> marked(String... wordsAndTypes) {
    return Arrays.stream(wordsAndTypes)
        .map(
            each -> {
              int cut = each.lastIndexOf(' ');
              return new GoldEntities.Marked(
                  Texts.at(TEXT, each.substring(0, cut)), each.substring(cut + 1));
            })
        .toList();
  }

  private static SystemOutput.Name name(String words, String type) {
    return new SystemOutput.Name(Texts.at(TEXT, words), type, null);
  }
}
