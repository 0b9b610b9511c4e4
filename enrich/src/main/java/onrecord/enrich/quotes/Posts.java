package onrecord.enrich.quotes;

import onrecord.enrich.names.Names;
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

  /** A list of thousands is no conversation. */
  private static final int MOST_PEOPLE = 200;

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
    int lines = 0;
    for (int b = 0; b < blocks.count; b++) {
      lines += colon(b) > 0 ? 1 : 0;
    }
    for (int b = 0; b < blocks.count; b++) {
      if (blocks.kind[b] == Blocks.EMBEDDED_POST) {
        int signature = b;
        while (signature + 1 < blocks.count && blocks.group[signature + 1] == blocks.group[b]) {
          signature++;
        }
        post(b, signature);
        b = signature;
      } else if (colon(b) > 0) {
        line(b, colon(b), lines > 1);
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
      out.add(post);
    }
  }

  /** The colon behind the capitals that open a line and say who speaks, or 0. */
  private int colon(int b) {
    int first = doc.blocks.firstToken[b];
    int end = doc.blocks.endToken[b];
    if (first + 2 >= end
        || doc.blocks.kind[b] == Blocks.PROMOTION
        || doc.blocks.kind[b] == Blocks.EMBEDDED_POST
        || doc.blocks.firstSegment[b] < doc.blocks.endSegment[b]) {
      return 0;
    }
    int colon = first;
    while (colon < end
        && colon < first + MOST_NAME_WORDS
        && tokens.kind[colon] == Tokens.WORD
        && doc.isAllCaps(colon)) {
      colon++;
    }
    boolean opens = colon > first && colon + 1 < end && doc.chars[tokens.start[colon]] == ':';
    return opens ? colon : 0;
  }

  /** A single such line is a label unless somebody is named in it. */
  private void line(int b, int colon, boolean oneOfSeveral) {
    Attribution line = new Attribution();
    source(line, doc.blocks.firstToken[b], colon);
    int named = bySurname(colon - 1);
    if (named >= 0) {
      line.source(doc.blocks.firstToken[b], colon, line.mention);
      line.entity = named;
    }
    boolean person = line.entity >= 0 && people.entities.get(line.entity).type == Names.PERSON;
    if (!person && !oneOfSeveral) {
      return;
    }
    line.spans.add(new int[] {tokens.start[colon + 1], doc.blocks.end[b]});
    line.confidence = line.hasSource() ? 0.9 : 0;
    line.decidedBy = "transcript";
    out.add(line);
  }

  /** The only person of the article with this surname, whatever its capitals; else -1. */
  private int bySurname(int t) {
    String surname = doc.text(tokens.start[t], tokens.end[t]);
    int found = -1;
    int most = Math.min(people.entities.size(), MOST_PEOPLE);
    doc.budget.spend(most / 8);
    for (int e = 0; e < most; e++) {
      People.Entity entity = people.entities.get(e);
      String name = entity.name;
      int at = name.length() - surname.length();
      boolean ends =
          entity.type == Names.PERSON
              && at > 0
              && name.charAt(at - 1) == ' '
              && name.regionMatches(true, at, surname, 0, surname.length());
      if (ends && found >= 0) {
        return -1;
      }
      found = ends ? e : found;
    }
    return found;
  }

  private void source(Attribution of, int from, int to) {
    int m = people.firstAt(from);
    if (m < people.count && people.firstToken[m] < to) {
      of.source(people.firstToken[m], people.endToken[m], m);
      of.entity = people.entity[m];
    }
  }
}
