package onrecord.enrich;

import onrecord.enrich.names.NameFinder;
import onrecord.enrich.names.Names;
import onrecord.enrich.names.TrainedNames;
import onrecord.enrich.people.EntityResolver;
import onrecord.enrich.people.MentionResolver;
import onrecord.enrich.people.People;
import onrecord.enrich.quotes.Attributions;
import onrecord.enrich.quotes.QuoteFinder;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Lexicon;
import onrecord.enrich.text.TextReader;

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

  private final TextReader textReader;
  private final NameFinder nameFinder;
  private final EntityResolver entityResolver = new EntityResolver();
  private final MentionResolver mentionResolver = new MentionResolver();
  private final QuoteFinder quoteFinder = new QuoteFinder();

  public Engine(Lexicon lexicon) {
    textReader = new TextReader(lexicon);
    nameFinder = new NameFinder(TrainedNames.load());
  }

  /** Reads a text whose headline, when known, stands from {@code headlineStart}; else -1, -1. */
  void read(String text, int headlineStart, int headlineEnd, boolean whole) {
    document.reset(text, headlineStart, headlineEnd);
    attributions.all.clear();
    people.clear();
    textReader.read(document, whole);
    if (!whole) {
      return;
    }
    nameFinder.find(document, names);
    int[] entities = entityResolver.resolve(document, names, people);
    mentionResolver.resolve(document, names, entities, people);
    quoteFinder.find(document, people, attributions);
  }
}
