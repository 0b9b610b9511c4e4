package onrecord.enrich.quotes;

import java.util.Arrays;
import onrecord.enrich.people.People;
import onrecord.enrich.quotes.Attributions.Attribution;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Blocks;
import onrecord.enrich.text.Document.Segments;

/**
 * Finds who said what. Writes {@link Attributions}; requires segments and {@link People}. For one
 * thread.
 *
 * <p>Posts and transcripts say themselves who speaks. In running text each likely cue proposes a
 * source and a content ({@link Proposals}); {@link Choice} takes the likeliest that don't overlap;
 * what stands inside marks and is still nobody's is given away by the conversation ({@link
 * Marked}). What each step decides is learned ({@link QuoteModel}).
 */
public final class QuoteFinder {
  private final QuoteModel model;
  private final Signs signs;
  private final Proposals proposals;
  private final Posts posts = new Posts();
  private final Choice choice = new Choice();
  private final Marked marked;
  private final Nested nested = new Nested();
  private final Speakers speakers = new Speakers();
  private final Repeats repeats = new Repeats();
  private Attribution[] owner = new Attribution[64];

  public QuoteFinder(QuoteModel model) {
    this.model = model;
    signs = new Signs(model);
    proposals = new Proposals(model);
    marked = new Marked(model, choice);
  }

  /** Finds the attributions of {@code doc}. */
  public void find(Document doc, People people, Attributions into) {
    into.clear();
    Segments segments = doc.segments;
    if (owner.length < segments.count) {
      owner = new Attribution[segments.count * 2];
    }
    Arrays.fill(owner, 0, segments.count, null);
    signs.read(doc, people);
    posts.find(doc, people, into);
    proposals.find(doc, signs, people);
    choice.choose(doc, signs, proposals, into, owner);
    marked.tie(doc, signs, people, proposals, into, owner);
    nested.find(doc, signs, people, into, owner);
    choice.nest();
    repeats.tie(doc, into);
    speakers.resolve(doc, signs, people, into);
    into.all.forEach(this::believe);
    into.attitudes.forEach(this::believe);
  }

  private void believe(Attribution each) {
    if (each.step >= 0 && each.hasSource()) {
      each.confidence = model.reliable(each.step, each.likelihood);
    }
  }

  /** What the cues of the last document proposed, for training. */
  public Proposals proposals() {
    return proposals;
  }

  /** Lets the trainer see each stretch inside marks before it is decided whose words it holds. */
  public void watch(Marked.Watcher by) {
    marked.watch(by);
  }

  /** Whether a block's words are the article's own. */
  static boolean isProse(int kind) {
    return kind != Blocks.PROMOTION && kind != Blocks.EMBEDDED_POST && kind != Blocks.CREDIT;
  }
}
