package onrecord.enrich.names;

import java.util.Arrays;
import onrecord.enrich.text.Document;

/**
 * Finds the names of persons, organisations and places by a trained model, in two looks: the first
 * sees the words, their company and what the article shows of them; the second also knows what the
 * first took the same words for elsewhere. Writes {@link Names}; requires tokens, sentences and
 * segments. For one thread.
 */
public final class NameFinder {
  /** What both looks at a token of a stretch cost, in units of work. */
  private static final int TAGGED = 12;

  private final TrainedNames trained;
  private final NameView view;
  private final NameTagger tagger = new NameTagger();
  private byte[] firstLook = new byte[1024];
  private byte[] secondLook = new byte[1024];

  /** A finder that uses what was trained. */
  public NameFinder(TrainedNames trained) {
    this.trained = trained;
    view = new NameView(trained.knowledge());
  }

  /** Finds the names of {@code doc}. */
  public void find(Document doc, Names names) {
    if (firstLook.length < doc.tokens.count) {
      firstLook = new byte[doc.tokens.count * 2];
      secondLook = new byte[doc.tokens.count * 2];
    }
    view.read(doc);
    Arrays.fill(firstLook, 0, doc.tokens.count, (byte) Labels.OUTSIDE);
    Arrays.fill(secondLook, 0, doc.tokens.count, (byte) Labels.OUTSIDE);
    doc.budget.spend((long) TAGGED * view.tokens());
    tagger.tag(trained.first(), view, firstLook);
    view.vote(firstLook);
    tagger.tag(trained.second(), view, secondLook);
    view.agree(secondLook);
    names.clear();
    add(doc.tokens.count, names);
  }

  private void add(int count, Names names) {
    int begin = 0;
    for (int t = 0; t < count; t++) {
      int label = secondLook[t];
      if (Labels.begins(label)) {
        begin = t;
      }
      if (label != Labels.OUTSIDE && Labels.ends(label) && Labels.type(label) != Names.OTHER) {
        names.add(begin, t + 1, Labels.type(label));
      }
    }
  }
}
