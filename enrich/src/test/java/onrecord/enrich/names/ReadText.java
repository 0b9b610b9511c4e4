package onrecord.enrich.names;

import onrecord.enrich.text.Document;
import onrecord.enrich.text.Lexicon;
import onrecord.enrich.text.TextReader;

/** Texts read up to their tokens, sentences and segments. */
final class ReadText {
  private static final Lexicon LEXICON = Lexicon.load();

  private ReadText() {}

  static Document of(String text) {
    Document doc = new Document();
    doc.reset(text, -1, -1);
    new TextReader(LEXICON).read(doc, true);
    return doc;
  }
}
