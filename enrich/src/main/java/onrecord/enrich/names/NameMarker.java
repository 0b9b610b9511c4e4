package onrecord.enrich.names;

import onrecord.enrich.text.Document;

/** One look of a model over a document: a label a token. For one thread. */
public final class NameMarker {
  private final NameModel model;
  private final NameView view;
  private final NameTagger tagger = new NameTagger();

  /** A marker that looks with this model. */
  public NameMarker(Knowledge knowledge, NameModel model) {
    this.model = model;
    view = new NameView(knowledge);
  }

  /** The labels of the tokens of {@code doc}, as a first look sees them. */
  public byte[] mark(Document doc) {
    byte[] labels = new byte[doc.tokens.count];
    view.read(doc);
    tagger.tag(model, view, labels);
    return labels;
  }
}
