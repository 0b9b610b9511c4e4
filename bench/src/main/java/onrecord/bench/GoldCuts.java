package onrecord.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import onrecord.evaluate.BioFile;
import onrecord.evaluate.HeldOut;

/**
 * A text with its sentences and tokens as labelled by hand.
 *
 * @param kind of text: the genre that its corpus gives
 * @param text in which a blank stands between sentences, as in running text
 * @param cuts where it is cut
 */
record GoldCuts(String kind, String text, Cuts cuts) {
  /** The documents of a {@code .bio} file that are held out, or those that aren't. */
  static List<GoldCuts> read(Path file, boolean heldOut) throws IOException {
    String corpus = file.getFileName().toString().replace(".bio", "");
    List<String> names;
    try (var lines = Files.lines(file)) {
      names = lines.filter(line -> line.startsWith("-DOCSTART-")).toList();
    }
    List<GoldCuts> texts = new ArrayList<>();
    List<List<List<BioFile.Token>>> documents = BioFile.documents(file);
    for (int d = 0; d < documents.size(); d++) {
      String id = String.format(Locale.ROOT, "%s-%04d", corpus, d);
      if (HeldOut.holds(id) == heldOut) {
        texts.add(of(d < names.size() ? kind(names.get(d)) : corpus, documents.get(d)));
      }
    }
    return texts;
  }

  /** "GUM_interview_…" and "weblog-…" say their genre. */
  private static String kind(String line) {
    String name = line.substring(line.lastIndexOf('\t') + 1);
    return name.startsWith("GUM_") ? "gum " + name.split("_", -1)[1] : name.split("-", -1)[0];
  }

  /**
   * Joins the tokens of a document; curly marks become straight ones, for which the spacing is
   * known.
   */
  static GoldCuts of(String kind, List<List<BioFile.Token>> curly) {
    List<List<BioFile.Token>> sentences =
        curly.stream().map(each -> each.stream().map(GoldCuts::straight).toList()).toList();
    String text = BioFile.running(kind, sentences).text().text().replace('\n', ' ');
    Cuts cuts = new Cuts();
    int at = 0;
    for (List<BioFile.Token> sentence : sentences) {
      for (BioFile.Token token : sentence) {
        int start = text.indexOf(token.word(), at);
        at = start + token.word().length();
        cuts.token(start, at);
      }
      cuts.sentence(at);
    }
    return new GoldCuts(kind, text, cuts);
  }

  private static BioFile.Token straight(BioFile.Token token) {
    String word =
        token
            .word()
            .replace('\u2018', '\'')
            .replace('\u2019', '\'')
            .replace('\u201c', '"')
            .replace('\u201d', '"');
    return new BioFile.Token(word, token.label());
  }
}
