package onrecord.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import onrecord.enrich.text.Document.Blocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockFinderTest {
  private static Blocks blocks(String text) {
    Document doc = new Document();
    doc.reset(text, -1, -1);
    new BlockFinder().find(doc);
    return doc.blocks;
  }

  private static List<Integer> kinds(String text) {
    List<Integer> kinds = new ArrayList<>();
    Blocks blocks = blocks(text);
    for (int b = 0; b < blocks.count; b++) {
      kinds.add(blocks.kind[b]);
    }
    return kinds;
  }

  @ParameterizedTest
  @CsvSource({
    "'Tuesday, March 11', DATELINE",
    "'ELMTOWN, Nov. 4', DATELINE",
    "'Elm lost in March', LABEL",
    "'Additional reporting by Jo Elm in Elmtown', CREDIT",
    "'Photo: Jo Elm/Elm Wire', CREDIT",
    "'For more reporting from the Elm Wire, see below:', PARAGRAPH",
    "'Key points:', LABEL",
    "'The Elmtown Courier', LABEL"
  })
  void aLineIsWhatItsWordsSay(String line, String kind) throws ReflectiveOperationException {
    int wanted = (Integer) Blocks.class.getField(kind).get(null);
    assertEquals(wanted, kinds("The bridge opens\n\n" + line + "\n\nIt was late.").get(1));
  }

  @Test
  void aPictureIsDescribedByTheOneSentenceAboveItsCredit() {
    List<Integer> kinds =
        kinds(
            "The bridge opens\n\nIt was late. It rained.\n\nCrews at work.\n\nPhoto: Jo Elm/Wire");
    assertEquals(List.of(Blocks.HEADLINE, Blocks.PARAGRAPH, Blocks.CAPTION, Blocks.CREDIT), kinds);
  }

  @Test
  void aReportersCreditLeavesTheParagraphAboveAlone() {
    assertEquals(
        List.of(Blocks.HEADLINE, Blocks.PARAGRAPH, Blocks.CREDIT),
        kinds("The bridge opens\n\nIt was late.\n\nReporting by Jo Elm"));
  }

  @Test
  void aSentenceThatEndsInACreditIsACaption() {
    String text = "The bridge opens\n\nIt was late.\n\nCrews leave the bridge. Jo Elm/Elm Wire";
    assertEquals(Blocks.CAPTION, kinds(text).get(2));
  }

  @Test
  void anOffersLabelAndItemsAreOne() {
    Blocks blocks =
        blocks("The bridge opens\n\nIt was late.\n\nElm cover\n• One\n• Two\n\n• Three");
    assertEquals(Blocks.PROMOTION, blocks.kind[2]);
    assertEquals(
        List.of(2, 2, 2, 5),
        List.of(blocks.group[2], blocks.group[3], blocks.group[4], blocks.group[5]));
  }
}
