package onrecord.train.names;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onrecord.enrich.names.Knowledge;
import onrecord.enrich.names.NameFeatures;
import onrecord.enrich.names.NameMarker;
import onrecord.enrich.names.NameModel;
import onrecord.enrich.names.NameView;
import onrecord.enrich.names.TrainedNames;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Lexicon;
import onrecord.enrich.text.TextReader;

/**
 * The way from the data to what the finder of names reads: knowledge is compiled; the first look
 * learns; what it finds in texts that it didn't learn from (a part in {@value #PARTS} at a time) is
 * what the second look learns to use.
 */
public final class NameSchool {
  private static final int PARTS = 4;

  private final Path data;
  private final Path articles;
  private final PrintStream log;
  private final NameTrainer.Settings settings;
  private final TextReader reader = new TextReader(Lexicon.load());
  private final Document document = new Document();
  private final Gold gold = new Gold();
  private final int[] features = new int[NameFeatures.MAX];

  /**
   * A school.
   *
   * @param data the folder with {@code names/train}, {@code gazetteers} and {@code vectors}
   * @param articles the folder of articles with tags
   * @param log is told how far it is
   */
  public NameSchool(Path data, Path articles, PrintStream log) {
    this.data = data;
    this.articles = articles;
    this.log = log;
    settings = NameSettings.TRAINING;
  }

  /** Trains all and writes it into a folder. */
  public void train(Path folder) throws IOException {
    byte[] compiled = new KnowledgeCompiler(data, true).compile();
    log.printf("knowledge: %,d bytes%n", compiled.length);
    Knowledge knowledge =
        Knowledge.read(new ByteArrayInputStream(new KnowledgeCompiler(data, false).compile()));
    Gazetteers gazetteers = new Gazetteers(data.resolve("gazetteers"));
    List<Lesson> lessons = new ArrayList<>();
    for (NameSource source : NameSettings.sources(data.resolve("names/train"))) {
      int before = lessons.size();
      lessons.addAll(source.read(gazetteers));
      log.printf("%s: %,d texts%n", source.name, lessons.size() - before);
    }
    int before = lessons.size();
    lessons.addAll(OwnArticles.read(articles));
    log.printf("%s: %,d texts%n", articles.getFileName(), lessons.size() - before);
    doubt(knowledge, lessons);
    List<byte[]> votes = votes(knowledge, lessons);
    NameModel first = model(knowledge, lessons, null, "first look");
    NameModel second = model(knowledge, lessons, votes, "second look");
    Files.createDirectories(folder);
    Files.write(folder.resolve(TrainedNames.KNOWLEDGE), compiled);
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(TrainedNames.MODEL)))) {
      first.write(out);
      second.write(out);
    }
  }

  /** Where a machine labelled, only what a model that learned from the others finds too counts. */
  private void doubt(Knowledge knowledge, List<Lesson> lessons) {
    List<Lesson> others = lessons.stream().filter(lesson -> !lesson.silver()).toList();
    NameMarker marker =
        new NameMarker(knowledge, model(knowledge, others, null, "first look without silver"));
    NameView view = new NameView(knowledge);
    int doubted = 0;
    for (int i = 0; i < lessons.size(); i++) {
      if (lessons.get(i).silver()) {
        List<MarkedText.Place> doubtful = differing(lessons.get(i), marker, view);
        doubted += doubtful.size();
        lessons.set(i, lessons.get(i).doubting(doubtful));
      }
    }
    log.printf("silver: %,d stretches doubted%n", doubted);
  }

  /** The stretches of a text that the marker labels otherwise. */
  private List<MarkedText.Place> differing(Lesson lesson, NameMarker marker, NameView view) {
    read(lesson);
    gold.read(lesson.text(), document);
    byte[] marks = marker.mark(document);
    view.read(document);
    List<MarkedText.Place> differing = new ArrayList<>();
    for (int s = 0; s < view.stretches(); s++) {
      int first = view.first(s);
      int end = view.end(s);
      if (!Arrays.equals(marks, first, end, gold.labels, first, end)) {
        differing.add(
            new MarkedText.Place(document.tokens.start[first], document.tokens.end[end - 1]));
      }
    }
    return differing;
  }

  /** What the first look finds in each text when it hasn't learned from it. */
  private List<byte[]> votes(Knowledge knowledge, List<Lesson> lessons) {
    List<byte[]> votes = new ArrayList<>();
    lessons.forEach(lesson -> votes.add(null));
    for (int part = 0; part < PARTS; part++) {
      int without = part;
      List<Lesson> others =
          lessons.stream().filter(lesson -> lesson.document() % PARTS != without).toList();
      NameModel model = model(knowledge, others, null, "first look without part " + part);
      NameMarker marker = new NameMarker(knowledge, model);
      for (int i = 0; i < lessons.size(); i++) {
        if (lessons.get(i).document() % PARTS == part) {
          read(lessons.get(i));
          votes.set(i, marker.mark(document));
        }
      }
    }
    return votes;
  }

  private NameModel model(
      Knowledge knowledge, List<Lesson> lessons, List<byte[]> votes, String name) {
    long started = System.nanoTime();
    NameView view = new NameView(knowledge);
    Examples examples = new Examples();
    for (int i = 0; i < lessons.size(); i++) {
      Lesson lesson = lessons.get(i);
      read(lesson);
      gold.read(lesson.text(), document);
      view.read(document);
      if (votes != null) {
        view.vote(votes.get(i));
      }
      for (int s = 0; s < view.stretches(); s++) {
        if (gold.isClear(view, s)) {
          examples.open(lesson.weight());
          view.enter(s);
          for (int t = view.first(s); t < view.end(s); t++) {
            examples.add(features, view.features(t, features), gold.labels[t]);
          }
          view.leave();
        }
      }
    }
    NameModel model = new NameTrainer(examples, settings).train();
    log.printf(
        "%s: %,d stretches, %,d tokens, %,d features kept, %d s%n",
        name,
        examples.count(),
        examples.tokens(),
        model.size(),
        (System.nanoTime() - started) / 1_000_000_000);
    return model;
  }

  private void read(Lesson lesson) {
    document.reset(lesson.text().text(), -1, -1);
    reader.read(document, true);
  }
}
