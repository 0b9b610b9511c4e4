package onrecord.enrich.text;

/**
 * The passes that cut a text into blocks, tokens, sentences and stretches inside quotation marks:
 * what every later pass requires. For one thread.
 */
public final class TextReader {
  private final BlockFinder blockFinder = new BlockFinder();
  private final Tokenizer tokenizer;
  private final SentenceSplitter sentenceSplitter = new SentenceSplitter();
  private final QuotationMarks quotationMarks = new QuotationMarks();

  /** A reader that knows these words. */
  public TextReader(Lexicon lexicon) {
    tokenizer = new Tokenizer(lexicon);
  }

  /** Reads a document that was reset to its text; only its blocks unless {@code whole}. */
  public void read(Document document, boolean whole) {
    blockFinder.find(document);
    if (whole) {
      document.budget.spend(document.length);
      tokenizer.tokenize(document);
      sentenceSplitter.split(document);
      quotationMarks.pair(document);
    }
  }
}
