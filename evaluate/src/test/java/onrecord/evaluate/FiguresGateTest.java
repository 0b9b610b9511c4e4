package onrecord.evaluate;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import onrecord.enrich.Enricher;
import org.junit.jupiter.api.Test;

/**
 * The engine is as right as it was: the figures of this build held against the committed ones. A
 * drop of more than half a point fails; one that is meant is committed by renewing the file.
 */
class FiguresGateTest {
  private static final Path COMMITTED = Path.of("src/test/resources/onrecord/evaluate");
  private static final Path DATA = Texts.SHARED.resolve("data");
  private static final String RENEW = "onrecord.figures";
  private static final String HOW =
      "mvn -pl evaluate -am test -Dtest=FiguresGateTest -Dsurefire.failIfNoSpecifiedTests=false -D"
          + RENEW
          + "=renew";

  @Test
  void theSeedsComeOutAsRightAsCommitted() throws IOException {
    hold("seeds.figures", List.of(new Gold(Texts.SEEDS, id -> true)));
  }

  @Test
  void theLessonsHeldOutComeOutAsRightAsCommitted() throws IOException {
    hold("lessons.figures", List.of(new Gold(Texts.SEEDS.resolve("lessons"), HeldOut::holds)));
  }

  @Test
  void theTextsHeldOutComeOutAsRightAsCommitted() throws IOException {
    Texts.need(
        Files.isDirectory(DATA),
        "Skipped: the shared data doesn't lie beside this working copy; the seeds were held alone");
    hold(
        "held-out.figures",
        List.of(
            heldOut("quotes/polnear-train.jsonl"),
            heldOut("quotes/speakers-train.jsonl"),
            // For checking only: all of it is left out of training.
            new Gold(DATA.resolve("names/check/worldwide-a.jsonl"), id -> true),
            heldOut("names/train/uner-ewt-test.bio"),
            heldOut("names/train/gum-open-other.bio"),
            heldOut("names/train/crossner-politics.bio")));
  }

  @Test
  void theUsersArticleComesOutAsRightAsCommitted() throws IOException {
    Path article = Texts.SHARED.resolve("seeds");
    Texts.need(
        Files.isDirectory(article),
        "Skipped: the user's article doesn't lie beside this working copy");
    hold("article.figures", List.of(new Gold(article, id -> true)));
  }

  /** A gold file or folder and which of its texts are scored. */
  private record Gold(Path path, Predicate<String> ids) {}

  private static Gold heldOut(String file) {
    return new Gold(DATA.resolve(file), HeldOut::holds);
  }

  private static void hold(String name, List<Gold> all) throws IOException {
    Enricher enricher = new Enricher();
    Map<String, Figures> reports = new HashMap<>();
    for (Gold gold : all) {
      for (Report report : Evaluation.of(enricher, gold.ids).evaluate(gold.path)) {
        System.out.println(ReportText.figures(report));
        // Of articles with tags there are two reports, of quotes and of names.
        Figures figures = reports.computeIfAbsent(report.name(), each -> new Figures());
        figures.addAll(report.figures());
        if (report.calibration() != null) {
          figures.error("calibration_error", report.calibration().error());
        }
      }
    }
    CommittedFigures committed = new CommittedFigures(COMMITTED.resolve(name));
    if ("renew".equals(System.getProperty(RENEW))) {
      committed.renew(reports);
      System.out.println("Renewed: " + name);
      return;
    }
    CommittedFigures.Comparison comparison = committed.compare(reports);
    assertTrue(comparison.compared() > 0, name + " holds no figure");
    if (!comparison.better().isEmpty()) {
      System.out.println(
          name
              + ": better than committed by more than a point. Keep it:\n  "
              + HOW
              + "\n  "
              + String.join("\n  ", comparison.better()));
    }
    if (!comparison.worse().isEmpty()) {
      fail(
          name
              + ": worse than committed by more than half a point:\n  "
              + String.join("\n  ", comparison.worse())
              + "\nSee what went wrong with ./onrecord evaluate --errors 10 FILE. When it is meant,"
              + " commit the new figures:\n  "
              + HOW);
    }
  }
}
