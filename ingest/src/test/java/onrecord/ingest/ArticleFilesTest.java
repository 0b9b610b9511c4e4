package onrecord.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import onrecord.events.Article;
import onrecord.events.ArticleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleFilesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-03-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;
  private final ArticleFiles reader = new ArticleFiles(CLOCK);

  @Test
  void aTextHasItsNameAsIdAndOrigin() throws Exception {
    Article article = article(write("story-1.txt", "One story.\n"));

    assertEquals("story-1", article.id());
    assertEquals("story-1.txt", article.origin());
    assertEquals("One story.\n", article.body());
    assertEquals(CLOCK.instant(), article.ingestedAt());
  }

  @Test
  void aJsonFileHoldsOneArticle() throws Exception {
    Article article = article(write("a.json", "{\n \"id\": \"x\",\n \"body\": \"B.\"\n}\n"));

    assertEquals("x", article.id());
    assertEquals("a.json", article.origin());
  }

  @Test
  void anArrayHoldsManyAndABadOneSpoilsNoOther() throws Exception {
    Path file =
        write(
            "a.json",
            """
            [{"id": "x", "body": "B."},
             {"id": "y", "bdy": "B."},
             5,
             {"id": "z", "body": "B."}]
            """);

    assertEquals(
        List.of("x a.json:1", "2 bdy", "3 null", "z a.json:4"),
        read(file).stream().map(ArticleFilesTest::shown).toList());
  }

  @Test
  void linesHoldOneArticleEach() throws Exception {
    Path file =
        write("a.ndjson", "{\"id\":\"x\",\"body\":\"B.\"}\n\nnope\n{\"id\":\"z\",\"body\":\"B.\"}");

    assertEquals(
        List.of("x a.ndjson:1", "3 null", "z a.ndjson:4"),
        read(file).stream().map(ArticleFilesTest::shown).toList());
  }

  @Test
  void anOriginThatIsGivenStays() throws Exception {
    assertEquals("cms", article(write("a.jsonl", "{\"body\":\"B.\",\"origin\":\"cms\"}")).origin());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.txt    |                            | 0 | empty",
        "a.txt    | <html><p>x                 | 0 | HTML",
        "a.json   |                            | 0 | empty",
        "a.json   | {\"body\": \"x             | 1 | column",
        "a.json   | {\"body\":\"x\"} {\"b\":1} | 1 | NDJSON",
        "a.jsonl  | {\"body\":                 | 1 | can't be read",
        "a.doc    | x                          | 0 | .txt"
      })
  void aBadFileIsARefusalThatNamesFileAndLine(String name, String content, int line, String word)
      throws Exception {
    Path file = write(name, content == null ? "" : content);

    Refusal refusal = refusal(file);

    assertEquals(file.toString(), refusal.file());
    assertEquals(line, refusal.line());
    assertTrue(refusal.reason().contains(word), refusal.reason());
  }

  @Test
  void anEmptyFileOfLinesHoldsNothing() throws Exception {
    assertEquals(List.of(), read(write("a.ndjson", "")));
  }

  @Test
  void jsonThatIsCutInHalfGivesWhatStandsBeforeTheCut() throws Exception {
    List<Incoming> read =
        read(write("a.json", "[{\"id\":\"x\",\"body\":\"B.\"},\n{\"id\":\"y\",\"bo"));

    assertEquals(
        List.of("x a.json:1", "2 null"), read.stream().map(ArticleFilesTest::shown).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.json", "a.ndjson"})
  void fiftyMegabytesAreRefused(String name) throws Exception {
    byte[] bytes = new byte[50 << 20];
    java.util.Arrays.fill(bytes, (byte) 'x');
    System.arraycopy("{\"body\":\"".getBytes(StandardCharsets.UTF_8), 0, bytes, 0, 9);
    Path file = Files.write(folder.resolve(name), bytes);

    assertEquals(1, read(file).size());
    assertTrue(refusal(file).reason().length() > 0);
  }

  @Test
  void invalidUtf8IsARefusalWithItsOffset() throws Exception {
    Path text = Files.write(folder.resolve("a.txt"), new byte[] {'a', (byte) 0xFF});
    Path json = Files.write(folder.resolve("a.json"), new byte[] {'{', (byte) 0xFF});

    assertTrue(refusal(text).reason().contains("offset 1 "), refusal(text).reason());
    assertTrue(refusal(json).reason().contains("offset 1 "), refusal(json).reason());
  }

  @Test
  void utf16WithAMarkIsReadInEveryFormat() throws Exception {
    String json = "{\"id\":\"x\",\"body\":\"Grüße.\"}";
    for (String name : List.of("a.json", "a.ndjson")) {
      byte[] bytes = ("\uFEFF" + json + "\n").getBytes(StandardCharsets.UTF_16LE);
      assertEquals("Grüße.", article(Files.write(folder.resolve(name), bytes)).body());
    }
    byte[] text = "\uFEFFGrüße.".getBytes(StandardCharsets.UTF_16BE);
    assertEquals("Grüße.", article(Files.write(folder.resolve("a.txt"), text)).body());
  }

  @Test
  void aFileThatIsGoneIsARefusal() {
    assertTrue(refusal(folder.resolve("gone.txt")).reason().contains("can't be read"));
  }

  @Test
  void aFileThatMayNotBeReadIsARefusal() throws Exception {
    Path file = write("a.txt", "x");
    assumeFalse(
        file.toFile().setReadable(false) && Files.isReadable(file), "root may read every file");

    assertTrue(refusal(file).reason().contains("no permission"), refusal(file).reason());
  }

  @Test
  void twoTextsOfOneNameDontReplaceEachOther() throws Exception {
    Path first = write("a/story.txt", "One.");
    Path second = write("b/story.txt", "Two.");

    assertEquals("story", article(first).id());
    assertEquals("id", refusal(second).field());
    assertEquals("story", article(first).id());
  }

  @Test
  void aFolderIsSearchedInOrderAndTheRestIsCounted() throws Exception {
    write("b.txt", "x");
    write("a/z.ndjson", "x");
    write("a/a.JSON", "x");
    write("c.jsonl", "x");
    write("b.answer.json", "x");
    write("notes.md", "x");
    write(".hidden.txt", "x");
    write(".git/x.txt", "x");

    ArticleFiles.Found found = ArticleFiles.search(List.of(folder));

    assertEquals(
        List.of("a/a.JSON", "a/z.ndjson", "b.txt", "c.jsonl"),
        found.files().stream().map(file -> folder.relativize(file).toString()).toList());
    assertEquals(3, found.skipped());
  }

  @Test
  void anAnswerIsNeverAnArticle() throws Exception {
    Path answer = write("a.answer.json", "{}");

    assertEquals(List.of(), ArticleFiles.find(List.of(answer)));
  }

  @Test
  void aFileIsFoundOnceHoweverManyWaysLeadToIt() throws Exception {
    Path file = write("a/story.txt", "x");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);

    assertEquals(List.of(file), ArticleFiles.find(List.of(file, folder, folder)));
  }

  @Test
  void aNameThatLeadsNowhereIsSaid() {
    assertThrows(
        NoSuchFileException.class, () -> ArticleFiles.find(List.of(folder.resolve("nowhere"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":\"x\",\"body\":\"B.\"}                              | x stdin:1",
        "{\"id\":\"x\",\"body\":\"B.\"}~{\"id\":\"y\",\"body\":\"B.\"} | x stdin:1, y stdin:2",
        "{~\"id\":\"x\",\"body\":\"B.\"}                             | x stdin",
        "~[{\"id\":\"x\",\"body\":\"B.\"}]                           | x stdin:2"
      })
  void aStreamOfJsonIsGuessed(String content, String all) throws Exception {
    List<Incoming> read = stream(content.replace('~', '\n').getBytes(StandardCharsets.UTF_8));

    assertEquals(all, String.join(", ", read.stream().map(ArticleFilesTest::shown).toList()));
  }

  @Test
  void aStreamThatIsNoJsonIsATextWithoutAnId() throws Exception {
    Article article =
        ((Incoming.Received) stream("  He said {so}.".getBytes(StandardCharsets.UTF_8)).get(0))
            .article();

    assertEquals("  He said {so}.", article.body());
    assertNull(article.sourceId());
    assertEquals("stdin", article.origin());
  }

  @Test
  void aStreamOfUtf16IsGuessedToo() throws Exception {
    byte[] bytes = "\uFEFF{\"id\":\"x\",\"body\":\"B.\"}\n".getBytes(StandardCharsets.UTF_16LE);
    assertEquals("x stdin:1", shown(stream(bytes).get(0)));
  }

  @Test
  void anEmptyStreamIsARefusal() throws Exception {
    assertTrue(stream(new byte[0]).get(0) instanceof Refusal);
  }

  @Test
  void everySeedOpensWithItsHeadline() throws Exception {
    List<Path> seeds;
    try (Stream<Path> files = Files.list(Path.of("..", "seeds"))) {
      seeds = files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    assertTrue(seeds.size() >= 12);
    for (Path seed : seeds) {
      Article article = article(seed);
      ArticleText text = article.text();
      assertEquals(article.body(), text.text(), seed.toString());
      assertEquals(article.body().lines().findFirst().orElseThrow(), article.headline());
    }
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private List<Incoming> read(Path file) {
    List<Incoming> all = new ArrayList<>();
    reader.read(file, all::add);
    return all;
  }

  private List<Incoming> stream(byte[] bytes) throws IOException {
    List<Incoming> all = new ArrayList<>();
    reader.read(new ByteArrayInputStream(bytes), "stdin", all::add);
    return all;
  }

  private Article article(Path file) {
    Incoming only = read(file).get(0);
    assertTrue(only instanceof Incoming.Received, () -> String.valueOf(only));
    return ((Incoming.Received) only).article();
  }

  private Refusal refusal(Path file) {
    Incoming last = read(file).get(0);
    assertTrue(last instanceof Refusal, () -> String.valueOf(last));
    return (Refusal) last;
  }

  private static String shown(Incoming incoming) {
    return incoming instanceof Refusal refusal
        ? refusal.line() + " " + refusal.field()
        : ((Incoming.Received) incoming).article().id()
            + " "
            + ((Incoming.Received) incoming).article().origin();
  }
}
