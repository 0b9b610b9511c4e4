package onrecord.enrich.quotes;

import onrecord.enrich.quotes.Attributions.Attribution;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Segments;

/**
 * What stands inside marks and is long enough to be speech, nobody's: all that is said of quotes
 * when a text is too much work. Writes {@link Attributions}; requires segments. Immutable.
 */
public final class MarkedWords {
  /** Titles, nicknames and words held at arm's length are shorter. */
  private static final int LEAST_TOKENS = 5;

  private MarkedWords() {}

  /** Finds the stretches of {@code doc}; one that runs on over paragraphs is one. */
  public static void find(Document doc, Attributions into) {
    Segments segments = doc.segments;
    into.all.clear();
    Attribution runsOn = null;
    for (int s = 0; s < segments.count; s++) {
      doc.budget.spend(1);
      Attribution words = runsOn == null ? new Attribution() : runsOn;
      words.spans.add(new int[] {segments.start[s], segments.end[s]});
      words.quoted.add(new int[] {segments.start[s], segments.end[s]});
      boolean prose = QuoteFinder.isProse(doc.blocks.kind[segments.block[s]]);
      boolean speech = segments.endToken[s] - segments.firstToken[s] >= LEAST_TOKENS;
      if (runsOn == null && prose && speech) {
        words.decidedBy = "marks";
        into.add(words);
      }
      runsOn = segments.runsOn[s] ? words : null;
    }
  }
}
