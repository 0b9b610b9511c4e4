package onrecord.enrich.people;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeopleFinderTest {
  private static final int CASES = 5_000;
  private static final int MEGABYTE = 1 << 20;

  /** Far above what it takes; work that grew with the square of the text would take minutes. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final String[] PIECES = {
    "{P Jane Rowan}",
    "{P Rowan}",
    "{P Mr. Rowan}",
    "{P J. Rowan Jr.}",
    "{P Jr.}",
    "{P President}",
    "{O Halvex Inc.}",
    "{O HTS}",
    "{O The}",
    "{L Arden}",
    "{L U.S.}",
    "{P Jane}",
    "{U Tarn}",
    "{P @rowan}",
    "{O Halvex, Inc}",
    "{P Rowan's}",
    "{P Rowans}",
    "he",
    "she",
    "her",
    "his",
    "I",
    "my",
    "we",
    "it",
    "its",
    "they",
    "the",
    "a",
    "that",
    "mayor",
    "president",
    "company",
    "lawyer",
    "brother",
    "officials",
    "of",
    "at",
    "for",
    "to",
    "and",
    "who",
    "was",
    "is",
    "said",
    "told",
    ",",
    ",",
    ".",
    ". ",
    "(",
    ")",
    "\"",
    "“",
    "”",
    "'",
    "’",
    "'s",
    "’s",
    ":",
    "—",
    "\n\n",
    "54",
    "Mr.",
    "Ms.",
    "former",
    "Vice",
    "Sen.",
    "elder",
    "client",
    "forward",
    "📣",
    "Jr.",
    "III",
    "-",
    "&"
  };

  @Test
  void randomTextNeverThrowsAndEveryMentionLiesInIt() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < CASES; i++) {
      StringBuilder text = new StringBuilder("x");
      int length = 1 + random.nextInt(60);
      for (int j = 0; j < length; j++) {
        text.append(random.nextInt(6) == 0 ? "" : " ")
            .append(PIECES[random.nextInt(PIECES.length)]);
      }
      String marked = text.toString();
      try {
        MarkedText made = new MarkedText(marked);
        check(made);
        for (int each = 0; each < made.people.entities.size(); each++) {
          int start = random.nextInt(made.document.length);
          made.finder.spoken(start, start + random.nextInt(80), each);
        }
        check(made);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ", case " + i + ": " + marked, e);
      }
    }
  }

  private static void check(MarkedText text) {
    People people = text.people;
    int tokens = text.document.tokens.count;
    int end = 0;
    for (int m = 0; m < people.count; m++) {
      assertTrue(people.firstToken[m] >= end, "in order, none within another");
      assertTrue(people.endToken[m] > people.firstToken[m]);
      end = people.endToken[m];
      assertTrue(people.entity[m] >= -1 && people.entity[m] < people.entities.size());
      assertTrue(people.second[m] >= -1 && people.second[m] < people.entities.size());
      assertTrue(people.confidence[m] >= 0 && people.confidence[m] <= 1);
      assertTrue(people.titleToken[m] <= people.firstToken[m] && people.titleToken[m] >= 0);
    }
    assertTrue(end <= tokens);
    for (int m = 0; m < people.inner.count; m++) {
      assertTrue(people.inner.firstToken[m] >= 0);
      assertTrue(people.inner.endToken[m] > people.inner.firstToken[m]);
      assertTrue(people.inner.endToken[m] <= tokens);
      assertTrue(people.inner.entity[m] < people.entities.size());
    }
  }

  @Test
  void aMegabyteOfOneNameTakesNoLonger() {
    assertQuick("{P Jane Rowan} ");
    assertQuick("{P Rowan} ");
    assertQuick("Vice President {P Jane Rowan}, the mayor of {L Arden}, and ");
  }

  @Test
  void aMegabyteOfPronounsAndDescriptionsTakesNoLonger() {
    assertQuick("he ");
    assertQuick("{P Jane Rowan} she her ");
    assertQuick("the mayor of the ");
    assertQuick("his lawyer's lawyer ");
    assertQuick("\"he\" said he, ");
    assertQuick("its company ");
  }

  @Test
  void aMegabyteOfDifferentNamesTakesNoLonger() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < MEGABYTE; i++) {
      String word = "Ab" + Integer.toString(i, 26).replaceAll("[0-9]", "x");
      text.append("{P ").append(word).append(" Rowan} {P ").append(word).append("} {O ");
      text.append(word).append(" Bank} {O ").append(word).append("} the mayor ");
    }
    String marked = text.toString();
    assertTimeout(LIMIT, () -> check(new MarkedText(marked)));
  }

  @Test
  void aMegabyteOfCapitalsInOneNameTakesNoLonger() {
    assertTimeout(LIMIT, () -> check(new MarkedText("{P " + "Rowan ".repeat(MEGABYTE / 6) + "}")));
    assertQuick("President Mayor ");
  }

  private static void assertQuick(String piece) {
    String marked = piece.repeat(MEGABYTE / piece.length());
    assertTimeout(LIMIT, () -> check(new MarkedText(marked)), piece);
  }
}
