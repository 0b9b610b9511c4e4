package onrecord.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleTextTest {
  @Test
  void aHeadlineGivenApartIsPutBeforeTheBody() {
    ArticleText text = text("Snow Falls", "It fell.");

    assertEquals("Snow Falls\n\nIt fell.", text.text());
    assertEquals("Snow Falls", headline(text));
    assertEquals("It fell.", text.text().substring(text.bodyStart()));
  }

  @Test
  void aBodyThatOpensWithItsHeadlineStaysAsItCame() {
    String body = "\nSnow Falls \r\n\r\n  It fell.";

    ArticleText text = text("Snow Falls", body);

    assertEquals(body, text.text());
    assertEquals("Snow Falls", headline(text));
    assertEquals("It fell.", text.text().substring(text.bodyStart()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFFSnow Falls\n\nIt fell.",
        "https://a.example/snow\n\nSnow Falls\n\nIt fell.",
        "\uFEFFhttp://a.example/snow\nSnow Falls\nIt fell."
      })
  void aMarkOrAnAddressBeforeTheHeadlineDoesNotHideIt(String body) {
    ArticleText text = text("Snow Falls", body);

    assertEquals(body, text.text());
    assertEquals("Snow Falls", headline(text));
    assertEquals("It fell.", text.text().substring(text.bodyStart()));
  }

  @Test
  void blanksAroundAHeadlineDoNotDoubleIt() {
    ArticleText text = text(" Snow Falls ", "Snow Falls\n\nIt fell.");

    assertEquals("Snow Falls\n\nIt fell.", text.text());
    assertEquals("Snow Falls", headline(text));
  }

  @Test
  void aFirstSentenceThatOnlyBeginsLikeTheHeadlineIsTheBodys() {
    ArticleText text = text("Snow Falls", "Snow Falls in Carrow were heavy.");

    assertEquals("Snow Falls\n\nSnow Falls in Carrow were heavy.", text.text());
    assertEquals("Snow Falls\n\n".length(), text.bodyStart());
  }

  @Test
  void anArticleThatIsNothingButItsHeadlineHasAnEmptyBody() {
    ArticleText text = text("Snow Falls", "Snow Falls");

    assertEquals("Snow Falls", text.text());
    assertEquals(text.text().length(), text.bodyStart());
  }

  @Test
  void withoutAHeadlineTheTextIsTheBody() {
    for (String none : new String[] {null, " "}) {
      ArticleText text = text(none, " It fell.");

      assertEquals(" It fell.", text.text());
      assertEquals(-1, text.headlineStart());
      assertEquals(-1, text.headlineEnd());
      assertEquals(0, text.bodyStart());
    }
  }

  @Test
  void aLineThatIsMoreThanAnAddressIsText() {
    assertEquals(0, ArticleText.opening("https://a.example says so.\nNext."));
    assertEquals(1, ArticleText.opening("\nNext."));
    assertEquals(18, ArticleText.opening("https://a.example\nNext."));
    assertEquals(17, ArticleText.opening("https://a.example"));
    assertEquals(0, ArticleText.opening(""));
  }

  private static ArticleText text(String headline, String body) {
    return new ArticleBuilder("a").headline(headline).body(body).build().text();
  }

  private static String headline(ArticleText text) {
    return text.text().substring(text.headlineStart(), text.headlineEnd());
  }
}
