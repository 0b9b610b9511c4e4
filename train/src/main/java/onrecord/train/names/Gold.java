package onrecord.train.names;

import java.util.Arrays;
import onrecord.enrich.names.Labels;
import onrecord.enrich.names.NameView;
import onrecord.enrich.names.Names;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/** The right label of each token of a text that is read, and which tokens to leave alone. */
final class Gold {
  byte[] labels = new byte[0];
  boolean[] doubtful = new boolean[0];

  /** Reads the marks of a text that {@code doc} holds. */
  void read(MarkedText text, Document doc) {
    int count = doc.tokens.count;
    labels = new byte[count];
    doubtful = new boolean[count];
    for (MarkedText.Name name : text.names()) {
      int first = tokenAt(doc.tokens, name.at().start());
      int last = tokenAt(doc.tokens, name.at().end() - 1);
      boolean fits =
          doc.tokens.start[first] == name.at().start() && doc.tokens.end[last] == name.at().end();
      // The point of "Inc." at the end of a sentence is often left out of the name.
      boolean nearly =
          doc.tokens.start[first] == name.at().start()
              && doc.tokens.end[last] == name.at().end() + 1
              && doc.chars[name.at().end()] == '.';
      if (fits || nearly) {
        first = behindTitles(doc, name, first, last);
        for (int t = first; t <= last; t++) {
          labels[t] = (byte) Labels.of(name.type(), t - first, last - first + 1);
        }
      } else {
        Arrays.fill(doubtful, first, last + 1, true);
      }
    }
    for (MarkedText.Place place : text.doubtful()) {
      int first = tokenAt(doc.tokens, place.start());
      int last = tokenAt(doc.tokens, place.end() - 1);
      Arrays.fill(doubtful, first, last + 1, true);
    }
  }

  /** Corpora differ in whether "Mr" and "Pope" belong to a person's name: to us they don't. */
  private static int behindTitles(Document doc, MarkedText.Name name, int first, int last) {
    int begin = first;
    boolean the = doc.isWord(first, "The") || doc.isWord(first, "the");
    if (the && first < last && name.type() != Names.OTHER && !doc.isWord(first + 1, "Hague")) {
      return first + 1;
    }
    if (name.type() == Names.PERSON) {
      while (begin < last
          && (doc.tokens.flags[begin] & (Lexicon.TITLE | Lexicon.GIVEN)) == Lexicon.TITLE) {
        begin++;
      }
    }
    return begin;
  }

  /** Whether a stretch can be learned from: nothing doubtful in it, no name half inside. */
  boolean isClear(NameView view, int stretch) {
    int first = view.first(stretch);
    int end = view.end(stretch);
    cut(first, end);
    for (int t = first; t < end; t++) {
      if (doubtful[t]) {
        return false;
      }
    }
    return Labels.opens(labels[first]) && Labels.ends(labels[end - 1]);
  }

  /** Of another kind of name ("2014 Elm Prize") the stretch may hold a part only: that counts. */
  private void cut(int first, int end) {
    int from = first;
    while (from < end && !Labels.opens(labels[from]) && Labels.type(labels[from]) == Names.OTHER) {
      from++;
      if (Labels.ends(labels[from - 1])) {
        break;
      }
    }
    if (from > first) {
      relabel(first, from);
    }
    int last = end - 1;
    if (!Labels.ends(labels[last]) && Labels.type(labels[last]) == Names.OTHER) {
      int begin = last;
      while (begin > first && !Labels.begins(labels[begin])) {
        begin--;
      }
      relabel(begin, end);
    }
  }

  private void relabel(int first, int end) {
    for (int t = first; t < end; t++) {
      labels[t] = (byte) Labels.of(Names.OTHER, t - first, end - first);
    }
  }

  /** The token at a place of the text, or the one before it. */
  private static int tokenAt(Tokens tokens, int at) {
    int found = Arrays.binarySearch(tokens.start, 0, tokens.count, at);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }
}
