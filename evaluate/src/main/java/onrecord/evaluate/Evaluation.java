package onrecord.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import onrecord.enrich.Enricher;
import onrecord.events.Article;
import onrecord.events.EnrichedArticle;
import onrecord.ingest.ArticleFiles;
import onrecord.ingest.Incoming;

/**
 * Runs the engine over gold files and scores what it says. Articles with an answer are read as the
 * doors read them; the texts of other gold files are taken exactly as they stand. For one thread.
 */
public final class Evaluation {
  private static final Clock NEVER = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final List<String> ARTICLES = List.of(".txt", ".json");
  private static final String LINES = ".jsonl";

  private final Enricher enricher;
  private final PlainFinder finder;
  private final Predicate<String> ids;
  private final SystemUnderTest system;

  /** Where the texts of speakers' files stand, or null to look beside them. */
  private final Path texts;

  private Evaluation(Enricher enricher, Predicate<String> ids, Path systemFile, Path texts)
      throws IOException {
    this.enricher = enricher;
    this.finder = new PlainFinder(enricher::find);
    this.ids = ids;
    this.system = systemFile == null ? (id, text) -> finder.find(text) : new SystemFile(systemFile);
    this.texts = texts;
  }

  /** Of the engine, over the texts whose ids are asked for. */
  public static Evaluation of(Enricher enricher, Predicate<String> ids) throws IOException {
    return new Evaluation(enricher, ids, null, null);
  }

  /**
   * Of the engine, or of a system whose output stands in a file in the score format.
   *
   * @param systemFile or null for the engine
   * @param texts the file with the texts of speakers' files, or null to look beside them
   */
  public static Evaluation of(Enricher enricher, Predicate<String> ids, Path systemFile, Path texts)
      throws IOException {
    return new Evaluation(enricher, ids, systemFile, texts);
  }

  /**
   * Scores a gold file ({@code .jsonl}, {@code .bio}), an article with an answer beside it or with
   * tags in it ({@code .marked}), or a folder of such.
   *
   * @throws IOException when it can't be read, or is none of these
   */
  public List<Report> evaluate(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return folder(path);
    }
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString(), null, "there is no such file or folder");
    }
    String name = name(path);
    if (name.endsWith(BioFile.ENDING)) {
      return List.of(entities(name, GoldEntities.read(path, ids)));
    }
    if (name.endsWith(LINES)) {
      return lines(path);
    }
    if (name.endsWith(MarkedArticle.ENDING)) {
      return marked(name, List.of(MarkedArticle.read(path)));
    }
    Path answer = name.endsWith(Answer.ENDING) ? path : answerTo(path);
    return List.of(answers(name(answer), List.of(answer)));
  }

  private List<Report> folder(Path folder) throws IOException {
    List<Path> answers = new ArrayList<>();
    List<Path> gold = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = name(file);
        if (name.endsWith(Answer.ENDING)) {
          answers.add(file);
        } else if (name.endsWith(BioFile.ENDING) || name.endsWith(LINES)) {
          gold.add(file);
        }
      }
    }
    List<Report> reports = new ArrayList<>();
    if (!answers.isEmpty()) {
      reports.add(answers(shown(folder), answers));
    }
    for (Path file : gold) {
      reports.addAll(evaluate(file));
    }
    List<MarkedArticle> marked = MarkedArticle.readAll(folder, ids);
    if (!marked.isEmpty()) {
      reports.addAll(marked(shown(folder), marked));
    }
    if (reports.isEmpty()) {
      throw new IOException(
          folder
              + " holds no NAME"
              + Answer.ENDING
              + ", no NAME"
              + MarkedArticle.ENDING
              + ", no gold .jsonl and no .bio");
    }
    return reports;
  }

  private static String shown(Path folder) {
    return folder.toAbsolutePath().normalize().getFileName() + "/";
  }

  /** Scores the attributions and the names of articles with tags. */
  private List<Report> marked(String name, List<MarkedArticle> articles) throws IOException {
    return List.of(
        quotes(name, articles.stream().map(MarkedArticle::quotes).toList()),
        entities(name, articles.stream().map(MarkedArticle::names).toList()));
  }

  private List<Report> lines(Path file) throws IOException {
    JsonNode first = JsonLines.first(file);
    List<Report> reports = new ArrayList<>();
    if (first != null && first.has("attributions")) {
      reports.add(quotes(name(file), GoldQuotes.read(file, ids)));
    }
    if (first != null && first.has("entities")) {
      reports.add(entities(name(file), GoldEntities.read(file, ids)));
    }
    if (first != null && first.has("speaker") && first.has("start")) {
      reports.add(speakers(file));
    }
    if (reports.isEmpty()) {
      throw new IOException(
          file + " holds no \"attributions\", no \"entities\" and no \"speaker\": no gold file");
    }
    return reports;
  }

  /** Scores all attributions of some texts. */
  private Report quotes(String name, List<GoldQuotes> gold) throws IOException {
    List<Miss> misses = new ArrayList<>();
    QuoteScore score = new QuoteScore(misses::add);
    for (GoldQuotes text : gold) {
      score.add(text, system.find(text.id(), text.text().text()).quotes());
    }
    return new Report(
        name, Report.Kind.QUOTES, gold.size(), score.figures(), score.calibration(), misses);
  }

  private Report entities(String name, List<GoldEntities> gold) throws IOException {
    List<Miss> misses = new ArrayList<>();
    EntityScore score = new EntityScore(misses::add);
    for (GoldEntities text : gold) {
      score.add(text, system.find(text.id(), text.text().text()).entities());
    }
    return new Report(name, Report.Kind.ENTITIES, gold.size(), score.figures(), null, misses);
  }

  private Report speakers(Path file) throws IOException {
    List<Miss> misses = new ArrayList<>();
    SpeakerScore score = new SpeakerScore(misses::add);
    GoldSpeakers gold = GoldSpeakers.read(file, texts == null ? textsBeside(file) : texts, ids);
    Map<String, SystemOutput> said = new HashMap<>();
    gold.texts.forEach((id, text) -> said.put(id, system.find(id, text.text())));
    score.add(gold, said);
    return new Report(
        name(file), Report.Kind.SPEAKERS, gold.texts.size(), score.figures(), null, misses);
  }

  /** The file of the same folder that has texts with attributions. */
  private static Path textsBeside(Path file) throws IOException {
    try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
      for (Path other : files.sorted().toList()) {
        if (name(other).endsWith(LINES)) {
          JsonNode first = JsonLines.first(other);
          if (first != null && first.has("text") && first.has("attributions")) {
            return other;
          }
        }
      }
    }
    throw new IOException("the texts of " + file + " aren't beside it; name their file");
  }

  private Report answers(String name, List<Path> answers) throws IOException {
    List<Miss> misses = new ArrayList<>();
    AnswerScore score = new AnswerScore(misses::add);
    int articles = 0;
    for (Path file : answers) {
      Path article = articleOf(file);
      String id = stem(article);
      if (ids.test(id)) {
        EnrichedArticle enriched = enriched(article);
        Answer answer = Answer.read(file, enriched.text());
        score.add(answer, Answer.of(enriched));
        articles++;
      }
    }
    return new Report(
        name, Report.Kind.ANSWERS, articles, score.figures(), score.calibration(), misses);
  }

  private EnrichedArticle enriched(Path article) throws IOException {
    List<Incoming> read = new ArrayList<>();
    new ArticleFiles(NEVER).read(article, read::add);
    if (read.size() != 1 || !(read.get(0) instanceof Incoming.Received received)) {
      throw new IOException(article + " has an answer beside it and is no single article");
    }
    Article asRead = received.article();
    return enricher.enrich(asRead, NEVER.millis());
  }

  private static Path articleOf(Path answer) throws IOException {
    String name = name(answer);
    String stem = name.substring(0, name.length() - Answer.ENDING.length());
    for (String ending : ARTICLES) {
      Path article = answer.resolveSibling(stem + ending);
      if (Files.exists(article)) {
        return article;
      }
    }
    throw new IOException(answer + " stands beside no " + stem + ".txt or .json");
  }

  private static Path answerTo(Path article) throws IOException {
    Path answer = article.resolveSibling(stem(article) + Answer.ENDING);
    if (!Files.exists(answer)) {
      throw new IOException(article + " has no " + answer.getFileName() + " beside it");
    }
    return answer;
  }

  private static String stem(Path article) {
    String name = name(article);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
