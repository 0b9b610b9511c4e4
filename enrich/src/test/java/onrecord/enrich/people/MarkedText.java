package onrecord.enrich.people;

import java.util.ArrayList;
import java.util.List;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.People.Entity;
import onrecord.enrich.text.BlockFinder;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Lexicon;
import onrecord.enrich.text.QuotationMarks;
import onrecord.enrich.text.SentenceSplitter;
import onrecord.enrich.text.Tokenizer;

/** A text whose names are marked by hand: "{P Jane Rowan} of {L Arden} left {O Halvex}." */
final class MarkedText {
  private static final Lexicon LEXICON = Lexicon.load();

  final Document document = new Document();
  final People people = new People();
  final PeopleFinder finder = new PeopleFinder();
  private final Names names = new Names();
  private final String text;

  MarkedText(String marked) {
    StringBuilder plain = new StringBuilder(marked.length());
    List<int[]> marks = new ArrayList<>();
    int at = 0;
    while (at < marked.length()) {
      char c = marked.charAt(at);
      if (c == '{') {
        int close = marked.indexOf('}', at);
        int type =
            switch (marked.charAt(at + 1)) {
              case 'P' -> Names.PERSON;
              case 'O' -> Names.ORGANIZATION;
              case 'L' -> Names.LOCATION;
              default -> Names.UNKNOWN;
            };
        int start = plain.length();
        plain.append(marked, at + 3, close);
        marks.add(new int[] {start, plain.length(), type});
        at = close + 1;
      } else {
        plain.append(c);
        at++;
      }
    }
    text = plain.toString();
    document.reset(text, -1, -1);
    new BlockFinder().find(document);
    new Tokenizer(LEXICON).tokenize(document);
    new SentenceSplitter().split(document);
    new QuotationMarks().pair(document);
    name(marks);
    finder.find(document, names, people);
  }

  private void name(List<int[]> marks) {
    names.firstToken = new int[marks.size() + 1];
    names.endToken = new int[marks.size() + 1];
    names.type = new int[marks.size() + 1];
    int t = 0;
    for (int[] mark : marks) {
      while (t < document.tokens.count && document.tokens.end[t] <= mark[0]) {
        t++;
      }
      int first = t;
      while (t < document.tokens.count && document.tokens.start[t] < mark[1]) {
        t++;
      }
      if (t > first) {
        names.firstToken[names.count] = first;
        names.endToken[names.count] = t;
        names.type[names.count] = mark[2];
        names.count++;
      }
    }
  }

  /** The entity whose fullest name this is. */
  Entity entity(String name) {
    return people.entities.stream()
        .filter(each -> each.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " among " + names()));
  }

  /** The fullest name of each entity. */
  List<String> names() {
    return people.entities.stream().map(each -> each.name).toList();
  }

  /** Whom the last mention with these words means, by fullest name; null when nobody. */
  String meant(String words) {
    String found = null;
    boolean any = false;
    for (int m = 0; m < people.count; m++) {
      if (words(people.firstToken[m], people.endToken[m]).equals(words)) {
        found = people.entity[m] < 0 ? null : people.entities.get(people.entity[m]).name;
        any = true;
      }
    }
    for (int m = 0; m < people.inner.count; m++) {
      if (words(people.inner.firstToken[m], people.inner.endToken[m]).equals(words)) {
        int entity = people.inner.entity[m];
        found = entity < 0 ? null : people.entities.get(entity).name;
        any = true;
      }
    }
    if (!any) {
      throw new AssertionError("no mention \"" + words + "\" in: " + text);
    }
    return found;
  }

  String words(int first, int end) {
    return text.substring(document.tokens.start[first], document.tokens.end[end - 1]);
  }

  /** Says who speaks the words between two marks of the text. */
  void spoken(String words, String speaker) {
    int start = text.indexOf(words);
    int entity = people.entities.indexOf(entity(speaker));
    finder.spoken(start, start + words.length(), entity);
  }
}
