package onrecord.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteScoreTest {
  private static final String TEXT =
      "\uD83D\uDE00 Ms. Tarn said on Monday: \"We will keep the ferry.\" She called it a “small,"
          + " quiet miracle” for Maristow.\n\n“I never asked for that at all,” the harbor clerk"
          + " added. “It was their own idea.”\n\nThey staged \"The Long Way Home\" that night."
          + " Brandt thinks fares will rise.";

  private final List<Miss> misses = Texts.misses();
  private final QuoteScore score = new QuoteScore(misses::add);

  private static GoldQuotes gold() {
    CodePointText text = new CodePointText(TEXT);
    return new GoldQuotes(
        "a",
        text,
        List.of(
            attribution(text, "direct", "Ms. Tarn", "said", "\"We will keep the ferry.\""),
            attribution(text, "mixed", "She", "called", "it a “small, quiet miracle” for Maristow"),
            attribution(
                text,
                "direct",
                "the harbor clerk",
                "added",
                "“I never asked for that at all,”",
                "“It was their own idea.”"),
            attribution(text, "indirect", "Brandt", "thinks", "fares will rise")),
        List.of());
  }

  private static GoldQuotes.Attribution attribution(
      CodePointText text, String kind, String source, String cue, String... content) {
    List<Range> ranges = new ArrayList<>();
    for (String words : content) {
      ranges.add(at(words));
    }
    return GoldQuotes.Attribution.of(text, ranges, List.of(at(source)), List.of(at(cue)), kind);
  }

  private static List<SystemOutput.Attributed> allRight() {
    List<SystemOutput.Attributed> quotes = new ArrayList<>();
    for (GoldQuotes.Attribution each : gold().attributions()) {
      quotes.add(
          new SystemOutput.Attributed(
              each.kind(),
              each.content(),
              each.source().get(0),
              each.sourceHead(),
              quotes.size(),
              1));
    }
    return quotes;
  }

  @Test
  void whatIsAllRightIsOneInEveryFigure() {
    Figures figures = figures(allRight());
    for (String name :
        List.of(
            "q1_recall",
            "q1_precision",
            "q1_f1",
            "q2_speaker_acc_all",
            "q2_name_match_all",
            "q2_either_acc_all",
            "q3_content_char_f1",
            "q3_attribution_f1",
            "q3_attribution_content_only_f1",
            "q3_kind_accuracy")) {
      assertEquals(1, figures.value(name), name);
    }
    assertEquals(4, figures.value("q1_gold_segments"));
    assertEquals(List.of(), misses);
  }

  @Test
  void nothingSaidIsNought() {
    Figures figures = figures(List.of());
    for (Figures.Figure figure : figures.all()) {
      if (figure.sense() != Figures.Sense.COUNT) {
        assertEquals(0, figure.value(), figure.name());
      }
    }
  }

  @Test
  void aTitleTakenForSpeechIsAnInventionOnlyWhenItIsGivenASpeaker() {
    Range title = at("\"The Long Way Home\"");
    Figures figures = figures(List.of(tarn(), Texts.quote("direct", title, at("They"), "They")));
    assertEquals(0.5, figures.value("q1_precision"));
    assertEquals(0.25, figures.value("q1_recall"));
    assertEquals("quote invented: direct", Texts.kinds(misses).get(0));

    QuoteScore other = new QuoteScore(miss -> {});
    other.add(gold(), List.of(tarn(), Texts.quote("direct", title, null, null)));
    assertEquals(1, other.figures().value("q1_precision"));
    assertEquals(0.5, other.figures().value("q1_precision_all"));
  }

  @Test
  void theRightNameByAnotherMentionIsARightNameAndAWrongMention() {
    Figures figures =
        figures(
            List.of(
                Texts.quote("direct", at("\"We will keep the ferry.\""), at("She"), "Ilse Tarn")));
    assertEquals(0, figures.value("q2_speaker_acc_all"));
    assertEquals(1, figures.value("q2_name_match_all"));
    assertEquals(0.25, figures.value("q2_either_acc_all"));
    assertEquals("speaker wrong: named", Texts.kinds(misses).get(0));
    assertEquals("Ms. Tarn @2", misses.get(0).gold());
    assertEquals("She @53 = Ilse Tarn", misses.get(0).system());
  }

  @Test
  void wrongBoundsAreAMissAndAnInvention() {
    Figures figures =
        figures(List.of(Texts.quote("direct", at("\"We will"), at("Ms. Tarn"), "Tarn")));
    assertEquals(0, figures.value("q1_recall"));
    assertEquals(1, figures.value("q1_fp_boundary"));
    assertEquals("quote bounds wrong: direct", Texts.kinds(misses).get(0));
  }

  @Test
  void quotesOfOneMentionAreOneAttribution() {
    Range clerk = at("the harbor clerk");
    Figures figures =
        figures(
            List.of(
                Texts.quote("direct", at("“I never asked for that at all,”"), clerk, null),
                Texts.quote("direct", at("“It was their own idea.”"), clerk, null)));
    assertEquals(0.25, figures.value("q3_attribution_r"));
    assertEquals(1, figures.value("q3_attribution_p"));
  }

  @Test
  void indirectSpeechIsNoPieceAndAnAttribution() {
    Figures figures =
        figures(List.of(Texts.quote("indirect", at("fares will rise"), at("Brandt"), "Brandt")));
    assertEquals(1, figures.value("q3_attribution_recall_indirect"));
    assertEquals(0, figures.value("q1_sys_pieces"));
  }

  @Test
  void aWrongKindIsTold() {
    figures(List.of(Texts.quote("mixed", at("fares will rise"), at("Brandt"), "Brandt")));
    assertEquals(
        List.of("kind wrong: indirect>mixed"),
        Texts.kinds(misses).stream().filter(kind -> kind.startsWith("kind")).toList());
  }

  @Test
  void confidenceIsHeldAgainstTheMention() {
    score.add(
        gold(),
        List.of(
            new SystemOutput.Attributed(
                "direct",
                List.of(at("“It was their own idea.”")),
                at("Brandt"),
                "Brandt",
                null,
                0.75)));
    assertEquals(0.75, score.calibration().error(), 1e-12);
  }

  private static SystemOutput.Attributed tarn() {
    return Texts.quote("direct", at("\"We will keep the ferry.\""), at("Ms. Tarn"), "Ilse Tarn");
  }

  private Figures figures(List<SystemOutput.Attributed> quotes) {
    score.add(gold(), quotes);
    return score.figures();
  }

  private static Range at(String words) {
    return Texts.at(TEXT, words);
  }
}
