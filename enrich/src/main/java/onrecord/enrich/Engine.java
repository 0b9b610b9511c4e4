package onrecord.enrich;

import java.util.ArrayList;
import java.util.List;
import onrecord.enrich.names.NameFinder;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.People;
import onrecord.enrich.people.PeopleFinder;
import onrecord.enrich.quotes.Attributions;
import onrecord.enrich.quotes.Attributions.Attribution;
import onrecord.enrich.quotes.QuoteFinder;
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
  private final PeopleFinder peopleFinder = new PeopleFinder();
  private final QuoteFinder quoteFinder = new QuoteFinder();

  /** Start and end of words that somebody known says, and the entity who does. */
  private final List<int[]> spoken = new ArrayList<>();

  public Engine(Lexicon lexicon) {
    tokenizer = new Tokenizer(lexicon);
    nameFinder = new NameFinder(lexicon);
  }

  /** Reads a text whose headline, when known, stands from {@code headlineStart}; else -1, -1. */
  void read(String text, int headlineStart, int headlineEnd, boolean whole) {
    document.reset(text, headlineStart, headlineEnd);
    attributions.all.clear();
    people.clear();
    blockFinder.find(document);
    if (!whole) {
      return;
    }
    tokenizer.tokenize(document);
    sentenceSplitter.split(document);
    quotationMarks.pair(document);
    nameFinder.find(document, names);
    peopleFinder.find(document, names, people);
    quoteFinder.find(document, people, attributions);
    firstPersons();
  }

  /** "I" is whoever speaks: known only when the quotes are; the innermost of nested ones last. */
  private void firstPersons() {
    spoken.clear();
    for (Attribution said : attributions.all) {
      int speaker = said.mention < 0 ? -1 : people.entity[said.mention];
      if (speaker >= 0) {
        boolean direct = said.kind == Attributions.DIRECT;
        for (int[] words : direct ? said.spans : said.quoted) {
          spoken.add(new int[] {words[0], words[1], speaker});
        }
      }
    }
    spoken.sort((a, b) -> Integer.compare(b[1] - b[0], a[1] - a[0]));
    for (int[] words : spoken) {
      peopleFinder.spoken(words[0], words[1], words[2]);
    }
  }

  /** A description with what it is of: "a spokesman for the campaign". */
  String description(int mention) {
    int first = people.firstToken[mention];
    int last = people.endToken[mention] - 1;
    int end = document.sentences.endToken[document.tokens.sentence[last]];
    int to = peopleFinder.complementEnd(last + 1, end);
    return document.text(document.tokens.start[first], document.tokens.end[to - 1]);
  }
}
