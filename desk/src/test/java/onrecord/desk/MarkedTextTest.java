package onrecord.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import onrecord.desk.MarkedText.Insertion;
import onrecord.desk.MarkedText.Mark;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
  @Test
  void aTextWithoutMarksIsTheText() {
    assertEquals("a &lt; b", written("a < b"));
  }

  @Test
  void anEmptyTextIsEmpty() {
    assertEquals("", written(""));
  }

  @Test
  void aMarkOfNothingIsLeftOut() {
    assertEquals("ab", written("ab", mark(1, 1, "x")));
  }

  @Test
  void aMarkInsideAnotherNests() {
    assertEquals(
        "a<i class=\"x\">b<i class=\"y\">c</i>d</i>e",
        written("abcde", mark(1, 4, "x"), mark(2, 3, "y")));
  }

  @Test
  void ofTwoMarksThatCrossTheInnerOneIsOpenedAgain() {
    assertEquals(
        "<i class=\"x\">a<i class=\"y\">b</i></i><i class=\"y\">c</i>",
        written("abc", mark(0, 2, "x"), mark(1, 3, "y")));
  }

  @Test
  void ofTwoMarksOverTheSameWordsTheLowerRankIsOuter() {
    Mark inner = new Mark(0, 1, 2, "i", "inner", null, null, null);
    Mark outer = new Mark(0, 1, 1, "i", "outer", null, null, null);

    assertEquals("<i class=\"outer\"><i class=\"inner\">a</i></i>", written("a", inner, outer));
  }

  @Test
  void marksThatTouchDontMix() {
    assertEquals(
        "<i class=\"x\">a</i><i class=\"y\">b</i>",
        written("ab", mark(0, 1, "x"), mark(1, 2, "y")));
  }

  @Test
  void offsetsCountUtf16SoAnEmojiIsTwo() {
    assertEquals("💡<i class=\"x\">on</i>", written("💡on", mark(2, 4, "x")));
  }

  @Test
  void aMarkOverTwoStretchesGoesOnInTheSecond() {
    MarkedText text = new MarkedText("ab\ncd", List.of(mark(1, 4, "x")));
    Html html = new Html().open("p");

    text.write(html, 0, 2, List.of());
    html.close().open("p");
    text.write(html, 3, 5, List.of());

    assertEquals(
        "<p>a<i class=\"x\">b</i></p><p><i class=\"x\">c</i>d</p>", html.close().toString());
  }

  @Test
  void onlyTheFirstPieceHasTheId() {
    Mark crossed = new Mark(1, 3, 0, "i", "y", null, "only", "note");

    assertEquals(
        "<i class=\"x\">a<i class=\"y\" id=\"only\" aria-describedby=\"note\">b</i></i>"
            + "<i class=\"y\">c</i>",
        written("abc", mark(0, 2, "x"), crossed));
  }

  @Test
  void anInsertionStandsBehindTheMarkThatEndsThere() {
    MarkedText text = new MarkedText("ab", List.of(mark(0, 1, "x"), mark(1, 2, "y")));
    Html html = new Html();

    text.write(html, 0, 2, List.of(new Insertion(1, out -> out.text("1"))));

    assertEquals("<i class=\"x\">a</i>1<i class=\"y\">b</i>", html.toString());
  }

  @Test
  void anInsertionMayStandAtTheEnd() {
    Html html = new Html();

    new MarkedText("a", List.of())
        .write(html, 0, 1, List.of(new Insertion(1, out -> out.text("1"))));

    assertEquals("a1", html.toString());
  }

  @Test
  void anyMarksLeaveTheTextAsItIs() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      String text = text(random);
      List<Mark> marks = new ArrayList<>();
      for (int i = random.nextInt(8); i > 0; i--) {
        int start = random.nextInt(text.length() + 1);
        int end = start + random.nextInt(text.length() - start + 1);
        marks.add(new Mark(start, end, random.nextInt(3), "i", "m" + i, null, null, null));
      }
      int middle = random.nextInt(text.length() + 1);
      Html html = new Html();
      MarkedText marked = new MarkedText(text, marks);

      marked.write(html, 0, middle, List.of());
      marked.write(html, middle, text.length(), List.of());

      String bare = html.toString().replaceAll("<[^>]*>", "");
      assertEquals(text, bare, "seed " + seed);
      assertTrue(everyCharacterHasItsMarks(html.toString(), text, marks), "seed " + seed);
    }
  }

  /** Follows the elements and compares, character by character, which are open. */
  private static boolean everyCharacterHasItsMarks(String html, String text, List<Mark> marks) {
    List<String> open = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < html.length(); i++) {
      if (html.charAt(i) != '<') {
        int here = at++;
        List<String> wanted =
            marks.stream()
                .filter(mark -> mark.start() <= here && here < mark.end())
                .map(Mark::classes)
                .sorted()
                .toList();
        if (!wanted.equals(open.stream().sorted().toList())) {
          return false;
        }
        continue;
      }
      int end = html.indexOf('>', i);
      if (html.charAt(i + 1) == '/') {
        open.remove(open.size() - 1);
      } else {
        open.add(html.substring(html.indexOf('"', i) + 1, html.lastIndexOf('"', end)));
      }
      i = end;
    }
    return at == text.length() && open.isEmpty();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      text.append("ab \n".charAt(random.nextInt(4)));
    }
    return text.toString();
  }

  private static Mark mark(int start, int end, String classes) {
    return new Mark(start, end, 0, "i", classes, null, null, null);
  }

  private static String written(String text, Mark... marks) {
    Html html = new Html();
    new MarkedText(text, List.of(marks)).write(html, 0, text.length(), List.of());
    return html.toString();
  }
}
