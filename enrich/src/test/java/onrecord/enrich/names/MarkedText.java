package onrecord.enrich.names;

import java.util.ArrayList;
import java.util.List;
import onrecord.enrich.text.Document;

/** Texts with names marked as a tagger may have taken them, and what a pass makes of them. */
final class MarkedText {
  private static final List<String> TYPES = List.of("", "PER", "ORG", "LOC", "OTHER");
  private static final Knowledge KNOWLEDGE = TrainedNames.load().knowledge();

  private MarkedText() {}

  /** A pass over labels. */
  interface Pass {
    void mend(Knowledge knowledge, Evidence evidence, LabeledText text);
  }

  /**
   * The names behind a pass, in the order of the text: {@code "PER Nora Vance, LOC Elmstad"}.
   *
   * @param marked as "[PER Nora Vance] went to [LOC Elmstad]."
   */
  static String mended(String marked, Pass pass) {
    StringBuilder text = new StringBuilder();
    List<int[]> names = new ArrayList<>();
    int at = 0;
    for (int open = marked.indexOf('['); open >= 0; open = marked.indexOf('[', at)) {
      int close = marked.indexOf(']', open);
      int blank = marked.indexOf(' ', open);
      text.append(marked, at, open);
      int start = text.length();
      text.append(marked, blank + 1, close);
      names.add(new int[] {start, text.length(), TYPES.indexOf(marked.substring(open + 1, blank))});
      at = close + 1;
    }
    text.append(marked.substring(at));
    Document doc = ReadText.of(text.toString());
    byte[] labels = new byte[doc.tokens.count];
    for (int[] name : names) {
      int first = first(doc, name[0]);
      Labels.name(labels, first, first(doc, name[1]), name[2]);
    }
    Words words = new Words(KNOWLEDGE);
    words.read(doc);
    Stretches stretches = new Stretches();
    stretches.find(doc, words);
    Evidence evidence = new Evidence();
    evidence.read(doc, words, stretches);
    evidence.vote(stretches, labels);
    LabeledText labeled = new LabeledText();
    labeled.open(doc, words, labels);
    pass.mend(KNOWLEDGE, evidence, labeled);
    return names(doc, labeled);
  }

  private static int first(Document doc, int offset) {
    int t = 0;
    while (t < doc.tokens.count && doc.tokens.start[t] < offset) {
      t++;
    }
    return t;
  }

  private static String names(Document doc, LabeledText labeled) {
    List<String> names = new ArrayList<>();
    for (int t = 0; t < doc.tokens.count; t++) {
      if (labeled.begins(t)) {
        String name = doc.text(doc.tokens.start[t], doc.tokens.end[labeled.stop(t) - 1]);
        names.add(TYPES.get(labeled.type(t)) + " " + name);
      }
    }
    return String.join(", ", names);
  }
}
