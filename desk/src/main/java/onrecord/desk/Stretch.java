package onrecord.desk;

import java.util.ArrayList;
import java.util.List;
import onrecord.events.Block;

/**
 * A part of the article's text that stands on its own on the page. Together the stretches hold all
 * of the text but white space, whether or not its blocks do.
 *
 * @param kind see {@link Block#kind}
 * @param start UTF-16 code units into the text
 * @param end exclusive
 */
record Stretch(String kind, int start, int end) {

  /** The stretches of a text, in its order. */
  static List<Stretch> of(String text, List<Block> blocks) {
    List<Stretch> stretches = new ArrayList<>();
    int at = 0;
    for (Block block : blocks) {
      addLines(stretches, text, at, block.start());
      addBlock(stretches, text, block);
      at = Math.max(at, block.end());
    }
    addLines(stretches, text, at, text.length());
    return stretches;
  }

  private static void addBlock(List<Stretch> stretches, String text, Block block) {
    int start = skipBlank(text, block.start(), block.end());
    if (start == block.end()) {
      return;
    }
    int last = stretches.size() - 1;
    // "LISBON (AP) —" opens the line it stands in.
    if (last >= 0
        && stretches.get(last).kind().equals(Block.DATELINE)
        && text.substring(stretches.get(last).end(), start).indexOf('\n') < 0) {
      stretches.set(last, new Stretch(block.kind(), stretches.get(last).start(), block.end()));
    } else {
      stretches.add(new Stretch(block.kind(), start, block.end()));
    }
  }

  /** Text that no block claims: a paragraph a line. */
  private static void addLines(List<Stretch> stretches, String text, int from, int to) {
    int at = skipBlank(text, from, to);
    while (at < to) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? to : Math.min(end, to);
      stretches.add(new Stretch(Block.PARAGRAPH, at, end));
      at = skipBlank(text, end, to);
    }
  }

  private static int skipBlank(String text, int from, int to) {
    int at = from;
    while (at < to && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
