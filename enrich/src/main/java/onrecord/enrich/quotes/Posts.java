package onrecord.enrich.quotes;

import onrecord.enrich.people.People;
import onrecord.enrich.quotes.Attributions.Attribution;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Blocks;
import onrecord.enrich.text.Document.Tokens;

/**
 * Finds words whose speaker is told by the layout: embedded posts, signed below, and the lines of a
 * transcript, "HARLAN: …". For one thread.
 */
final class Posts {
  private static final int MOST_NAME_WORDS = 4;

  private Document doc;
  private Tokens tokens;
  private People people;
  private Attributions out;

  void find(Document document, People who, Attributions into) {
    doc = document;
    tokens = doc.tokens;
    people = who;
    out = into;
    Blocks blocks = doc.blocks;
    for (int b = 0; b < blocks.count; b++) {
      if (blocks.kind[b] == Blocks.EMBEDDED_POST) {
        int signature = b;
        while (signature + 1 < blocks.count && blocks.group[signature + 1] == blocks.group[b]) {
          signature++;
        }
        post(b, signature);
        b = signature;
      } else if (blocks.kind[b] != Blocks.PROMOTION) {
        transcript(b);
      }
    }
  }

  private void post(int first, int signature) {
    Attribution post = new Attribution();
    source(post, doc.blocks.firstToken[signature], doc.blocks.endToken[signature]);
    for (int b = first; b < signature; b++) {
      int to = doc.blocks.endToken[b];
      while (to > doc.blocks.firstToken[b] && tokens.kind[to - 1] == Tokens.ADDRESS) {
        to--;
      }
      if (to > doc.blocks.firstToken[b]) {
        post.spans.add(new int[] {doc.blocks.start[b], tokens.end[to - 1]});
      }
    }
    if (!post.spans.isEmpty()) {
      post.quoted.addAll(post.spans);
      post.confidence = post.hasSource() ? 0.95 : 0;
      post.decidedBy = "embedded-post";
      out.all.add(post);
    }
  }

  private void transcript(int b) {
    int first = doc.blocks.firstToken[b];
    int end = doc.blocks.endToken[b];
    if (first + 2 >= end || doc.blocks.firstSegment[b] < doc.blocks.endSegment[b]) {
      return;
    }
    int colon = first;
    while (colon < end
        && colon < first + MOST_NAME_WORDS
        && tokens.kind[colon] == Tokens.WORD
        && doc.isAllCaps(colon)) {
      colon++;
    }
    if (colon == first || colon + 1 >= end || doc.chars[tokens.start[colon]] != ':') {
      return;
    }
    Attribution line = new Attribution();
    source(line, first, colon);
    line.spans.add(new int[] {tokens.start[colon + 1], doc.blocks.end[b]});
    line.confidence = line.hasSource() ? 0.9 : 0;
    line.decidedBy = "transcript";
    out.all.add(line);
  }

  private void source(Attribution of, int from, int to) {
    int m = people.firstAt(from);
    if (m < people.count && people.firstToken[m] < to) {
      of.source(people.firstToken[m], people.endToken[m], m);
      of.entity = people.entity[m];
    }
  }
}
