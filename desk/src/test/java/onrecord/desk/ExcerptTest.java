package onrecord.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import onrecord.desk.Excerpt.Hit;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void hitsPointIntoTheWordsWithoutTheSigns() {
    assertEquals(
        new Excerpt("a lamp here", List.of(new Hit(2, 6))),
        Excerpt.withHits("a \uE000lamp\uE001 here"));
  }

  @Test
  void aSignOfTheArticlesOwnMakesNoHit() {
    assertEquals(new Excerpt("ab", List.of()), Excerpt.withHits("a\uE001b\uE000"));
  }

  @Test
  void aLongOpeningIsCutBetweenWords() {
    assertEquals("one two\u00a0…", Excerpt.opening("one two three", 0, 13, 9).text());
  }

  @Test
  void aLongWordIsNotCutInsideAnEmoji() {
    assertEquals("aa\u00a0…", Excerpt.opening("aa💡bb", 0, 6, 3).text());
  }

  @Test
  void anOpeningBehindTheTextAtHandIsEmpty() {
    assertEquals("", Excerpt.opening("abc", 5, 9, 10).text());
  }
}
