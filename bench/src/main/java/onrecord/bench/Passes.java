package onrecord.bench;

import onrecord.enrich.Engine;
import onrecord.enrich.Enricher;
import onrecord.enrich.names.NameFinder;
import onrecord.enrich.names.Names;
import onrecord.enrich.names.TrainedNames;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Lexicon;
import onrecord.enrich.text.TextReader;

/** The engine, to be read with as far as a pass. For one thread. */
public final class Passes {
  private final Document document = new Document();
  private final Names names = new Names();
  private final TextReader textReader;
  private final NameFinder nameFinder;
  private final Engine engine;
  private final Enricher enricher;
  private char[] chars = new char[0];

  /** Everything loaded. */
  public Passes() {
    Lexicon lexicon = Lexicon.load();
    textReader = new TextReader(lexicon);
    nameFinder = new NameFinder(TrainedNames.load());
    engine = new Engine(lexicon);
    enricher = new Enricher(lexicon);
  }

  /** Reads a text as far as {@code pass}; a number that hangs on what was found. */
  public int read(Pass pass, String text) {
    return switch (pass) {
      case YARDSTICK -> hash(text);
      case TEXT -> text(text);
      case NAMES -> names(text);
      case ENTITIES -> entities(text);
      case EVERYTHING -> everything(text);
    };
  }

  private int hash(String text) {
    int length = text.length();
    if (chars.length < length) {
      chars = new char[length];
    }
    text.getChars(0, length, chars, 0);
    char[] of = chars;
    int all = 0;
    int word = 0;
    for (int i = 0; i < length; i++) {
      char c = of[i];
      if (c > ' ') {
        word = word * 31 + c;
      } else {
        all ^= word;
        word = 0;
      }
    }
    return all ^ word;
  }

  private int text(String text) {
    document.reset(text, -1, -1);
    textReader.read(document, true);
    return document.sentences.count;
  }

  private int names(String text) {
    text(text);
    nameFinder.find(document, names);
    return names.count;
  }

  private int entities(String text) {
    engine.readPeople(text);
    return engine.people().count;
  }

  private int everything(String text) {
    Enricher.Findings findings = enricher.find(text);
    return findings.entities().size() + findings.quotes().size();
  }
}
