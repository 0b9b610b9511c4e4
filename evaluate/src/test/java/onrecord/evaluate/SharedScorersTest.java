package onrecord.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import onrecord.enrich.Enricher;
import onrecord.events.EventJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scores here and the shared scorers in Python say the same of the same output, to four digits:
 * of the engine's own, and of one that was spoilt at random so that every kind of error is in it.
 */
class SharedScorersTest {
  private static final Path SCORERS = Texts.SHARED.resolve("score");
  private static final Path DATA = Texts.SHARED.resolve("data");
  private static final Path QUOTES = DATA.resolve("quotes/polnear-train.jsonl");
  private static final Path SPEAKERS = DATA.resolve("quotes/speakers-train.jsonl");
  private static final Path NAMES = DATA.resolve("names/check/worldwide-a.jsonl");
  private static final int TEXTS = 20;
  private static final int SEGMENTS = 200;
  private static final double FOUR_DIGITS = 0.5e-4 + 1e-9;

  @TempDir static Path folder;
  private static Path quotes;
  private static Path names;
  private static Path speakers;
  private static Path speakersTexts;

  private final PlainFinder finder = new PlainFinder(new Enricher()::find);

  @BeforeAll
  static void theSharedScorersAreThere() throws IOException, InterruptedException {
    Texts.need(
        Files.exists(SCORERS.resolve("score.py")) && Files.exists(QUOTES),
        "Skipped: the shared scorers and data don't lie beside this working copy");
    boolean python;
    try {
      python = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      python = false;
    }
    Texts.need(python, "Skipped: there is no python3 to run the shared scorers with");
    takeSomeTexts();
  }

  /** Few texts, as the scorers read all of a file. */
  private static void takeSomeTexts() throws IOException {
    quotes = excerpt(QUOTES, HeldOut::holds, TEXTS);
    names = excerpt(NAMES, id -> true, TEXTS);
    Set<String> ids = new HashSet<>();
    JsonLines.each(
        excerpt(SPEAKERS, id -> true, SEGMENTS), line -> ids.add(JsonLines.string(line, "id")));
    speakers = excerpt(SPEAKERS, ids::contains, Integer.MAX_VALUE);
    speakersTexts = excerpt(QUOTES, ids::contains, Integer.MAX_VALUE);
  }

  private static Path excerpt(Path file, Predicate<String> ids, int most) throws IOException {
    List<String> lines = new ArrayList<>();
    JsonLines.each(
        file,
        line -> {
          if (lines.size() < most && ids.test(JsonLines.string(line, "id"))) {
            lines.add(line.toString());
          }
        });
    Path excerpt = Files.createTempFile(folder, "excerpt", ".jsonl");
    return Files.write(excerpt, lines);
  }

  @Test
  void quotesAreScoredAlike() throws IOException, InterruptedException {
    List<GoldQuotes> gold = GoldQuotes.read(quotes, id -> true);
    for (boolean spoilt : new boolean[] {false, true}) {
      QuoteScore score = new QuoteScore(miss -> {});
      try (Output output = new Output(spoilt)) {
        for (GoldQuotes text : gold) {
          score.add(text, output.write(text.id(), text.text()).quotes());
        }
        compare(score.figures(), output, "score.py", "quotes", quotes);
      }
    }
  }

  @Test
  void namesAreScoredAlike() throws IOException, InterruptedException {
    List<GoldEntities> gold = GoldEntities.read(names, id -> true);
    for (boolean spoilt : new boolean[] {false, true}) {
      EntityScore score = new EntityScore(miss -> {});
      try (Output output = new Output(spoilt)) {
        for (GoldEntities text : gold) {
          score.add(text, output.write(text.id(), text.text()).entities());
        }
        compare(score.figures(), output, "score.py", "entities", names);
      }
    }
  }

  @Test
  void speakersAreScoredAlike() throws IOException, InterruptedException {
    GoldSpeakers gold = GoldSpeakers.read(speakers, speakersTexts, id -> true);
    for (boolean spoilt : new boolean[] {false, true}) {
      SpeakerScore score = new SpeakerScore(miss -> {});
      try (Output output = new Output(spoilt)) {
        Map<String, SystemOutput> said = new HashMap<>();
        for (var text : gold.texts.entrySet()) {
          said.put(text.getKey(), output.write(text.getKey(), text.getValue()));
        }
        score.add(gold, said);
        compare(score.figures(), output, "score_speakers.py", speakers, speakersTexts);
      }
    }
  }

  @Test
  void sourcesWithoutAKindAreToldApartAlike() throws IOException, InterruptedException {
    List<GoldQuotes> texts = GoldQuotes.read(quotes, id -> true);
    Path bare = folder.resolve("bare.jsonl");
    ObjectMapper json = EventJson.mapper();
    try (BufferedWriter lines = Files.newBufferedWriter(bare)) {
      for (GoldQuotes text : texts) {
        ObjectNode line = json.createObjectNode().put("id", text.id());
        line.put("text", text.text().text());
        ArrayNode attributions = line.putArray("attributions");
        for (GoldQuotes.Attribution each : text.attributions()) {
          ObjectNode attribution = attributions.addObject().put("kind", each.kind());
          ranges(attribution.putArray("content"), each.content());
          ranges(attribution.putArray("source"), each.source());
        }
        lines.write(line + "\n");
      }
    }
    QuoteScore score = new QuoteScore(miss -> {});
    try (Output output = new Output(false)) {
      for (GoldQuotes text : GoldQuotes.read(bare, id -> true)) {
        score.add(text, output.write(text.id(), text.text()).quotes());
      }
      compare(score.figures(), output, "score.py", "quotes", bare);
    }
  }

  @Test
  void labelledTokensBecomeTheSameRunningText() throws IOException, InterruptedException {
    Path bio = DATA.resolve("names/train/uner-ewt-test.bio");
    Path running = folder.resolve("running.jsonl");
    Files.write(running, python("bio2jsonl.py", bio));
    List<GoldEntities> theirs = GoldEntities.read(running, id -> true);
    List<GoldEntities> ours = GoldEntities.read(bio, id -> true);
    assertEquals(theirs.size(), ours.size());
    for (int i = 0; i < ours.size(); i++) {
      assertEquals(theirs.get(i).id(), ours.get(i).id());
      assertEquals(theirs.get(i).text().text(), ours.get(i).text().text());
      assertEquals(theirs.get(i).entities(), ours.get(i).entities());
    }
  }

  /** Every figure the scorer prints is among ours, and the same. */
  private static void compare(Figures ours, Output output, Object... scorer)
      throws IOException, InterruptedException {
    output.close();
    List<Object> words = new ArrayList<>(Arrays.asList(scorer));
    words.add(output.file);
    int compared = 0;
    for (String line : python(words.toArray())) {
      String[] figure = line.split(" ", -1);
      if (figure[0].startsWith("docs")) {
        continue;
      }
      double theirs = Double.parseDouble(figure[1]);
      assertEquals(theirs, ours.value(figure[0]), FOUR_DIGITS, figure[0]);
      compared++;
    }
    assertTrue(compared >= 9, "figures compared: " + compared);
  }

  private static List<String> python(Object... scriptAndArguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3"));
    command.add(SCORERS.resolve(scriptAndArguments[0].toString()).toString());
    for (int i = 1; i < scriptAndArguments.length; i++) {
      command.add(scriptAndArguments[i].toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    // The scorers' folder may be read-only.
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.environment().put("PYTHONIOENCODING", "UTF-8");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), command + " didn't end");
    assertEquals(0, process.exitValue(), command.toString());
    return lines;
  }

  private static void ranges(ArrayNode to, List<Range> ranges) {
    ranges.forEach(range -> to.addArray().add(range.start()).add(range.end()));
  }

  /** What the engine says, written for the scorers, spoilt or as it is. */
  private final class Output implements AutoCloseable {
    private final Path file = folder.resolve("output.jsonl");
    private final BufferedWriter lines = Files.newBufferedWriter(file);
    private final Random random = new Random(20161108);
    private final boolean spoilt;

    Output(boolean spoilt) throws IOException {
      this.spoilt = spoilt;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }

    SystemOutput write(String id, CodePointText text) throws IOException {
      SystemOutput output = finder.find(text.text());
      if (spoilt) {
        output = spoil(output, text.length());
      }
      ObjectNode line = EventJson.mapper().createObjectNode().put("id", id);
      ArrayNode entities = line.putArray("entities");
      for (SystemOutput.Name name : output.entities()) {
        entities
            .addArray()
            .add(name.at().start())
            .add(name.at().end())
            .add(name.type())
            .add(name.name());
      }
      ArrayNode quotes = line.putArray("quotes");
      for (SystemOutput.Attributed quote : output.quotes()) {
        ObjectNode node = quotes.addObject().put("kind", quote.kind());
        node.put("start", quote.spans().get(0).start());
        node.put("end", quote.spans().get(quote.spans().size() - 1).end());
        ranges(node.putArray("spans"), quote.spans());
        node.put("speakerName", quote.speakerName());
        if (quote.speaker() != null) {
          node.put("speakerStart", quote.speaker().start());
          node.put("speakerEnd", quote.speaker().end());
        }
        if (quote.group() != null) {
          node.put("group", quote.group().toString());
        }
      }
      lines.write(line + "\n");
      return output;
    }

    private SystemOutput spoil(SystemOutput output, int length) {
      List<SystemOutput.Name> names = new ArrayList<>();
      for (SystemOutput.Name name : output.entities()) {
        String type = random.nextInt(5) == 0 ? pick("PER", "ORG", "LOC", "MISC") : name.type();
        names.add(new SystemOutput.Name(spoil(name.at(), length), type, name.name()));
      }
      List<SystemOutput.Attributed> quotes = new ArrayList<>();
      for (SystemOutput.Attributed quote : output.quotes()) {
        for (int copies = random.nextInt(7); copies >= 0; copies -= 5) {
          quotes.add(spoil(quote, length));
        }
      }
      return new SystemOutput(names, quotes);
    }

    private SystemOutput.Attributed spoil(SystemOutput.Attributed quote, int length) {
      String kind = random.nextInt(4) == 0 ? pick("direct", "mixed", "indirect") : quote.kind();
      List<Range> spans = quote.spans().stream().map(span -> spoil(span, length)).toList();
      Range speaker = quote.speaker();
      if (speaker != null) {
        speaker = random.nextInt(5) == 0 ? null : spoil(speaker, length);
      }
      String name = random.nextInt(3) == 0 ? pick(null, "Tarn", "José Tarn") : quote.speakerName();
      Object group = random.nextInt(3) == 0 ? null : quote.group();
      return new SystemOutput.Attributed(kind, spans, speaker, name, group, Double.NaN);
    }

    /** Moves one range in four, at times over a line break, never to nothing. */
    private Range spoil(Range range, int length) {
      if (random.nextInt(4) > 0) {
        return range;
      }
      int start = Math.max(0, range.start() - random.nextInt(12) + 4);
      int end = Math.min(length, range.end() + random.nextInt(60) - 20);
      return start < end ? new Range(start, end) : range;
    }

    private String pick(String... words) {
      return words[random.nextInt(words.length)];
    }
  }
}
