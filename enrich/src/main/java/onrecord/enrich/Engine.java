package onrecord.enrich;

import java.util.ArrayList;
import java.util.List;
import onrecord.enrich.names.NameFinder;
import onrecord.enrich.names.Names;
import onrecord.enrich.names.TrainedNames;
import onrecord.enrich.people.People;
import onrecord.enrich.people.PeopleFinder;
import onrecord.enrich.quotes.Attributions;
import onrecord.enrich.quotes.Attributions.Attribution;
import onrecord.enrich.quotes.QuoteFinder;
import onrecord.enrich.quotes.QuoteModel;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Lexicon;
import onrecord.enrich.text.TextReader;

/**
 * A text's way through the passes, a line each. Owns buffers that it reuses from text to text: one
 * engine a thread. Its findings hold until the next call.
 */
public final class Engine {
  /** Changes whenever the findings may. */
  public static final String VERSION = "0.2.0";

  final Document document = new Document();
  final Names names = new Names();
  final People people = new People();
  final Attributions attributions = new Attributions();

  private final TextReader textReader;
  private final NameFinder nameFinder;
  private final PeopleFinder peopleFinder = new PeopleFinder();
  private final QuoteFinder quoteFinder;

  /** Start and end of words that somebody known says, and the entity who does. */
  private final List<int[]> spoken = new ArrayList<>();

  public Engine(Lexicon lexicon) {
    this(lexicon, QuoteModel.shared());
  }

  /** An engine with a model of quotes of its own. */
  public Engine(Lexicon lexicon, QuoteModel quotes) {
    textReader = new TextReader(lexicon);
    nameFinder = new NameFinder(TrainedNames.load());
    quoteFinder = new QuoteFinder(quotes);
  }

  /** Reads a text whose headline, when known, stands from {@code headlineStart}; else -1, -1. */
  void read(String text, int headlineStart, int headlineEnd, boolean whole) {
    begin(text, headlineStart, headlineEnd, whole);
    if (!whole) {
      return;
    }
    findPeople();
    quoteFinder.find(document, people, attributions);
    firstPersons();
  }

  private void begin(String text, int headlineStart, int headlineEnd, boolean whole) {
    document.reset(text, headlineStart, headlineEnd);
    attributions.all.clear();
    people.clear();
    textReader.read(document, whole);
  }

  private void findPeople() {
    nameFinder.find(document, names);
    peopleFinder.find(document, names, people);
  }

  /** "I" is whoever speaks: known only when the quotes are; the innermost of nested ones last. */
  private void firstPersons() {
    spoken.clear();
    for (Attribution said : attributions.all) {
      if (said.entity >= 0) {
        boolean direct = said.kind == Attributions.DIRECT;
        for (int[] words : direct ? said.spans : said.quoted) {
          spoken.add(new int[] {words[0], words[1], said.entity});
        }
      }
    }
    spoken.sort((a, b) -> Integer.compare(b[1] - b[0], a[1] - a[0]));
    for (int[] words : spoken) {
      peopleFinder.spoken(words[0], words[1], words[2]);
    }
  }

  /** Reads a text that is no article, for training. */
  public void read(String text) {
    read(text, -1, -1, true);
  }

  /** Reads a text as far as its people, for training. */
  public void readPeople(String text) {
    begin(text, -1, -1, true);
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
