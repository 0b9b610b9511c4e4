package onrecord.enrich;

import onrecord.enrich.names.NameFinder;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.EntityResolver;
import onrecord.enrich.people.MentionResolver;
import onrecord.enrich.people.People;
import onrecord.enrich.quotes.Attributions;
import onrecord.enrich.quotes.QuoteFinder;
import onrecord.enrich.quotes.QuoteModel;
import onrecord.enrich.text.BlockFinder;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Lexicon;
import onrecord.enrich.text.QuotationMarks;
import onrecord.enrich.text.SentenceSplitter;
import onrecord.enrich.text.Tokenizer;

/**
 * A text's way through the passes, a line each. Owns buffers that it reuses from text to text: one
 * engine a thread. Its findings hold until the next call.
 */
public final class Engine {
  /** Changes whenever the findings may. */
  public static final String VERSION = "0.1.0";

  final Document document = new Document();
  final Names names = new Names();
  final People people = new People();
  final Attributions attributions = new Attributions();

  private final BlockFinder blockFinder = new BlockFinder();
  private final Tokenizer tokenizer;
  private final SentenceSplitter sentenceSplitter = new SentenceSplitter();
  private final QuotationMarks quotationMarks = new QuotationMarks();
  private final NameFinder nameFinder;
  private final EntityResolver entityResolver = new EntityResolver();
  private final MentionResolver mentionResolver = new MentionResolver();
  private final QuoteFinder quoteFinder;

  public Engine(Lexicon lexicon) {
    this(lexicon, QuoteModel.shared());
  }

  /** An engine with a model of quotes of its own. */
  public Engine(Lexicon lexicon, QuoteModel quotes) {
    tokenizer = new Tokenizer(lexicon);
    nameFinder = new NameFinder(lexicon);
    quoteFinder = new QuoteFinder(quotes);
  }

  /** Reads a text whose headline, when known, stands from {@code headlineStart}; else -1, -1. */
  void read(String text, int headlineStart, int headlineEnd, boolean whole) {
    document.reset(text, headlineStart, headlineEnd);
    attributions.all.clear();
    people.clear();
    blockFinder.find(document);
    if (whole) {
      findPeople();
      quoteFinder.find(document, people, attributions);
    }
  }

  private void findPeople() {
    tokenizer.tokenize(document);
    sentenceSplitter.split(document);
    quotationMarks.pair(document);
    nameFinder.find(document, names);
    int[] entities = entityResolver.resolve(document, names, people);
    mentionResolver.resolve(document, names, entities, people);
  }

  /** Reads a text that is no article, for training. */
  public void read(String text) {
    read(text, -1, -1, true);
  }

  /** Reads a text as far as its people, for training. */
  public void readPeople(String text) {
    read(text, -1, -1, false);
    findPeople();
  }

  /** The text that was read, in tokens. */
  public Document document() {
    return document;
  }

  /** Who is spoken of. */
  public People people() {
    return people;
  }

  /** Who said what. */
  public Attributions attributions() {
    return attributions;
  }

  /** The last of the passes, for training. */
  public QuoteFinder quoteFinder() {
    return quoteFinder;
  }
}
