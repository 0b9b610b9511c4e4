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
import onrecord.enrich.quotes.MarkedWords;
import onrecord.enrich.quotes.QuoteFinder;
import onrecord.enrich.quotes.QuoteModel;
import onrecord.enrich.tags.TagModel;
import onrecord.enrich.tags.Tagger;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Lexicon;
import onrecord.enrich.text.TextReader;
import onrecord.enrich.work.Budget;

/**
 * A text's way through the passes, a line each. Owns buffers that it reuses from text to text: one
 * engine a thread. Its findings hold until the next call.
 */
public final class Engine {
  /** Changes whenever the findings may. */
  public static final String VERSION = "0.5.0";

  final Document document;
  final Names names = new Names();
  final People people = new People();
  final Attributions attributions = new Attributions();

  private final TextReader textReader;
  private final Tagger tagger = new Tagger(TagModel.shared());
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
    this(lexicon, quotes, new Budget());
  }

  Engine(Lexicon lexicon, QuoteModel quotes, Budget budget) {
    document = new Document(budget);
    textReader = new TextReader(lexicon);
    nameFinder = new NameFinder(TrainedNames.load());
    quoteFinder = new QuoteFinder(quotes);
  }

  /**
   * Reads a text as far as a step, within the document's budget.
   *
   * @param headlineStart where the headline stands when it is known; else -1, as its end
   */
  void read(String text, int headlineStart, int headlineEnd, Step step) {
    begin(text, headlineStart, headlineEnd, step);
    if (step == Step.WHOLE) {
      findPeople();
      quoteFinder.find(document, people, attributions);
      firstPersons();
    } else if (step == Step.NAMES_AND_DIRECT_QUOTES) {
      nameFinder.find(document, names);
      peopleFinder.findNames(document, names, people);
      MarkedWords.find(document, attributions);
    }
  }

  private void begin(String text, int headlineStart, int headlineEnd, Step step) {
    document.reset(text, headlineStart, headlineEnd);
    attributions.clear();
    people.clear();
    textReader.read(document, step.compareTo(Step.BLOCKS) < 0);
  }

  private void findPeople() {
    tagger.tag(document);
    nameFinder.find(document, names);
    peopleFinder.find(document, names, people);
  }

  /** "I" is whoever speaks: known only when the quotes are; the innermost of nested ones last. */
  private void firstPersons() {
    spoken.clear();
    for (int i = 0; i < attributions.all.size(); i++) {
      Attribution said = attributions.all.get(i);
      boolean direct = said.kind == Attributions.DIRECT;
      for (int[] words : direct ? said.spans : said.quoted) {
        spoken.add(new int[] {words[0], words[1], i});
      }
    }
    spoken.sort((a, b) -> Integer.compare(b[1] - b[0], a[1] - a[0]));
    for (int[] words : spoken) {
      Attribution said = attributions.all.get(words[2]);
      retold(said);
      if (said.entity >= 0) {
        document.budget.spend(words[1] - words[0]);
        peopleFinder.spoken(words[0], words[1], said.entity);
      }
    }
    attributions.all.forEach(this::retold);
  }

  /** Who is quoted by another may be known by whose words tell of it: "my uncle", "he". */
  private void retold(Attribution said) {
    if (said.within >= 0 && said.mention >= 0) {
      said.entity = people.entity[said.mention];
    }
  }

  /** Reads a text that is no article, for training. */
  public void read(String text) {
    read(text, -1, -1, Step.WHOLE);
  }

  /** Reads a text as far as its people, for training. */
  public void readPeople(String text) {
    begin(text, -1, -1, Step.WHOLE);
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
