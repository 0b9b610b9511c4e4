package onrecord.train.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import onrecord.enrich.names.Names;
import onrecord.evaluate.BioFile;
import onrecord.evaluate.HeldOut;
import onrecord.train.names.TextBuilder.Sentence;

/** A corpus to learn names from. */
final class NameSource {
  /** Each document is read twice, so often with other names in it the second time. */
  private static final double RENAMED = 0.5;

  /** How many of the second readings get the lines of a news site around them. */
  private static final double FRAMED = 0.4;

  final String name;
  private final double weight;

  /** Whether a machine labelled it. */
  private final boolean silver;

  private final Path file;
  private final Path second;

  /**
   * A labelled file.
   *
   * @param weight how much its examples count, 1 for hand-made labels of news
   */
  NameSource(Path file, double weight) {
    this(file, null, weight);
  }

  /** A text labelled twice: what both say counts, and what {@link Resolutions} settle. */
  NameSource(Path file, Path second, double weight) {
    String fileName = file.getFileName().toString();
    this.name = fileName.substring(0, fileName.length() - ".bio".length());
    this.file = file;
    this.second = second;
    this.silver = second == null && name.endsWith("-silver");
    this.weight = weight;
  }

  /** Its documents, but for those held out. */
  List<Lesson> read(Gazetteers gazetteers) throws IOException {
    List<List<List<BioFile.Token>>> documents = BioFile.documents(file);
    List<List<List<BioFile.Token>>> others = second == null ? null : BioFile.documents(second);
    Resolutions resolutions = second == null ? null : Resolutions.load();
    Random random = new Random(name.hashCode());
    TextBuilder builder = new TextBuilder(random);
    Renamer renamer = new Renamer(gazetteers, random);
    NewsLines lines = new NewsLines(gazetteers, random);
    List<Lesson> lessons = new ArrayList<>();
    for (int d = 0; d < documents.size(); d++) {
      String id = String.format(Locale.ROOT, "%s-%04d", name, d);
      if (HeldOut.holds(id)) {
        continue;
      }
      List<Sentence> sentences = new ArrayList<>();
      for (int s = 0; s < documents.get(d).size(); s++) {
        List<BioFile.Token> sentence = documents.get(d).get(s);
        sentences.add(
            others == null
                ? new Sentence(sentence, new BitSet())
                : settle(sentence, others.get(d).get(s), resolutions));
      }
      lessons.add(lesson(builder.build(id, sentences), d));
      boolean rename = random.nextDouble() < RENAMED;
      List<Sentence> again = rename ? renamer.rename(sentences) : sentences;
      boolean framed = random.nextDouble() < FRAMED;
      lessons.add(lesson(builder.build(id + "-again", framed ? lines.around(again) : again), d));
    }
    return lessons;
  }

  private Lesson lesson(MarkedText text, int document) {
    return new Lesson(text, document, weight, silver);
  }

  /** Keeps what both labellings say; where they differ a resolution, or doubt. */
  private static Sentence settle(
      List<BioFile.Token> one, List<BioFile.Token> other, Resolutions resolutions) {
    int size = one.size();
    String[] labels = new String[size];
    BitSet doubtful = new BitSet();
    int t = 0;
    while (t < size) {
      int end = t + 1;
      // A run in which at least one of both sees names, cut where both begin or end one.
      while (end < size && (goesOn(one, end) || goesOn(other, end))) {
        end++;
      }
      boolean same = true;
      for (int i = t; i < end; i++) {
        same &= ours(one.get(i).label()).equals(ours(other.get(i).label()));
      }
      List<String> settled = null;
      if (!same) {
        List<String> words = one.subList(t, end).stream().map(BioFile.Token::word).toList();
        settled = resolutions.of(words);
      }
      for (int i = t; i < end; i++) {
        String label = same ? ours(one.get(i).label()) : settled != null ? settled.get(i - t) : "O";
        labels[i] = label.equals("O") ? other(one.get(i).label(), other.get(i).label()) : label;
        doubtful.set(i, !same && settled == null);
      }
      t = end;
    }
    List<BioFile.Token> tokens = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      tokens.add(new BioFile.Token(one.get(i).word(), labels[i]));
    }
    return new Sentence(tokens, doubtful);
  }

  /** Whether a name goes on at a token. */
  private static boolean goesOn(List<BioFile.Token> tokens, int t) {
    return ours(tokens.get(t).label()).startsWith("I-");
  }

  private static String ours(String label) {
    int type = NameTypes.of(label.substring(label.indexOf('-') + 1));
    return type == 0 || type == Names.OTHER ? "O" : label;
  }

  /** What both take for another kind of name is one; it is not what they are asked to agree on. */
  private static String other(String one, String other) {
    boolean both = one.endsWith("-MISC") && one.equals(other);
    return both ? one : "O";
  }
}
