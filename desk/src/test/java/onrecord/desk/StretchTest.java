package onrecord.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import onrecord.events.Block;
import org.junit.jupiter.api.Test;

class StretchTest {
  @Test
  void anEmptyTextHasNone() {
    assertEquals(List.of(), Stretch.of("", List.of()));
  }

  @Test
  void aTextWithoutBlocksIsAParagraphALine() {
    assertEquals(
        List.of(new Stretch("paragraph", 0, 1), new Stretch("paragraph", 3, 4)),
        Stretch.of("a\n\nb\n", List.of()));
  }

  @Test
  void whatNoBlockClaimsIsThere() {
    assertEquals(
        List.of(
            new Stretch("paragraph", 0, 1),
            new Stretch("caption", 2, 3),
            new Stretch("paragraph", 4, 5)),
        Stretch.of("a\nb\nc", List.of(new Block("caption", 2, 3))));
  }

  @Test
  void aBlankBlockIsLeftOut() {
    assertEquals(List.of(), Stretch.of(" \n ", List.of(new Block("paragraph", 0, 3))));
  }

  @Test
  void aDatelineOpensTheParagraphOfItsLine() {
    assertEquals(
        List.of(new Stretch("paragraph", 0, 6)),
        Stretch.of("A — Go", List.of(new Block("dateline", 0, 3), new Block("paragraph", 4, 6))));
  }

  @Test
  void aDatelineOnItsOwnLineStaysThere() {
    assertEquals(
        List.of(new Stretch("dateline", 0, 1), new Stretch("paragraph", 2, 4)),
        Stretch.of("A\nGo", List.of(new Block("dateline", 0, 1), new Block("paragraph", 2, 4))));
  }
}
