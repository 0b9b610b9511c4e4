package onrecord.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import onrecord.events.Quote;
import onrecord.events.Speaker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The pages as a browser shows them, read by keyboard and pointer. Skipped without Chromium. */
class DeskBrowserIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir private static Path profile;
  private static Postgres postgres;
  private static DeskService desk;
  private static ChromeDriver browser;

  @BeforeAll
  static void open() throws Exception {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "The pages aren't looked at: there is no "
            + CHROMIUM
            + " with "
            + DRIVER
            + " (Debian: apt-get install chromium chromium-driver)");
    postgres = Postgres.migrated();
    Rows.write(postgres.source(), Invented.lamps());
    Rows.write(
        postgres.source(),
        new Draft("later", "\"The ice is gone,\" said Orla Penhallow, now mayor.")
            .source("Almory Post")
            .headline("Ice Gone")
            .publishedAt("2026-04-01T09:00:00Z")
            .quote(Quote.DIRECT, "The ice is gone,")
            .by(Speaker.PERSON, null, Invented.SPEAKER, "mayor")
            .end()
            .done());
    Rows.write(
        postgres.source(),
        new Draft("later-copy", "\"The ice is gone now,\" said Penhallow.")
            .source("Coast Wire")
            .publishedAt("2026-04-01T09:30:00Z")
            .quote(Quote.DIRECT, "The ice is gone now,")
            .by(Speaker.PERSON, null, Invented.SPEAKER, null)
            .end()
            .done());
    postgres.run(
        """
        insert into copy (article_id, sequence, original, engine_name, engine_version)
        values ('later-copy', 1, 'later', 'copies', '1');
        insert into wording (id, pairs, quotation, quotation_size, loose)
        values (1, '{}', 1, 4, false);
        update quote set wording = 1 where article_id like 'later%';
        insert into revision (article_id, version, content_hash, verdict, latest, pub_status,
          correction, ingested_at, changes, engine_version)
        values ('later', 6, 'a', 'new', true, 'usable', null, '2026-04-01T09:01:00Z', '[]', '1'),
          ('later', 7, 'a', 'corrected', true, 'usable', 'A name.', '2026-04-01T09:02:00Z',
           '[{"operation": "changed", "what": "quote", "id": "q", "text": "The ice is gone,",
              "speaker": "Orla Penhallow", "before": "Bram Oyelaran"},
             {"operation": "withdrawn", "what": "entity", "text": "Bram Oyelaran"}]', '1')
        """);
    desk = DeskService.start(postgres.config());
    browser = chromium();
  }

  @AfterAll
  static void close() throws IOException {
    if (browser != null) {
      browser.quit();
    }
    if (desk != null) {
      desk.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  @BeforeEach
  void asAtFirst() {
    scheme("light");
    window(1400);
    complaints();
  }

  @Test
  void aReaderGoesFromTheListToAnArticleAndItsSpeakerByKeyboardAlone() {
    visit("/");
    press("j");
    press("j");
    assertEquals(Invented.HEADLINE, focused().getText());

    focused().sendKeys(Keys.ENTER);
    await("/articles/tern-gazette%3Alamps");
    press("j");
    press("j");
    assertEquals("Quote 2: Orla Penhallow", focused().getAccessibleName());

    focused().sendKeys(Keys.ENTER);
    assertTrue(browser.getCurrentUrl().endsWith("#note-2"), browser.getCurrentUrl());
    // From the note on, the number and then the speaker are the next two stops.
    press(Keys.TAB);
    press(Keys.TAB);
    assertEquals("Orla Penhallow", focused().getText());
    focused().sendKeys(Keys.ENTER);
    await("/speakers/Orla%20Penhallow");

    List<String> occasions =
        browser.findElements(By.cssSelector(".occasion h2")).stream()
            .map(WebElement::getText)
            .toList();
    assertEquals(List.of("Ice Gone", Invented.HEADLINE), occasions);
    assertEquals(List.of(), complaints());
  }

  @Test
  void aQuoteUnderThePointerLightsItsCueSpeakerNoteAndCard() {
    visit("/articles/" + Invented.ID);

    new Actions(browser).moveToElement(one(".quote[data-tie=q2]")).perform();

    for (String part :
        List.of(
            ".quote[data-tie=q2]",
            ".cue[data-tie=q2]",
            ".speaker[data-tie=q2]",
            "#note-2",
            ".voice[data-tie~=q2]")) {
      assertTrue(classes(part).contains("lit"), part);
    }
    assertTrue(!classes("#note-4").contains("lit"));
  }

  @Test
  void theFirstStopOfThePageSkipsToItsContent() {
    visit("/");

    press(Keys.TAB);
    assertEquals("Skip to the content", focused().getText());
    focused().sendKeys(Keys.ENTER);

    assertEquals("main", focused().getTagName());
  }

  @Test
  void aSlashGoesToTheSearchAndThereIsALetter() {
    visit("/");

    press("/");
    focused().sendKeys("a/j", Keys.ENTER);

    await("/?q=a%2Fj");
    assertEquals("a/j", one("#search").getDomProperty("value"));
  }

  @Test
  void keysThatAreSwitchedOffStayOff() {
    visit("/");
    press("?");
    one("#keys-on").click();

    visit("/");
    press("j");
    boolean off = focused().getTagName().equals("body");
    press("?");
    browser.executeScript("localStorage.clear()");

    assertTrue(off);
  }

  @Test
  void aWideWindowHasTheNoteBesideItsParagraphAndANarrowOneBelow() {
    visit("/articles/" + Invented.ID);
    WebElement quote = one(".quote[data-tie=q2]");
    WebElement note = one("#note-2");
    assertTrue(note.getRect().x > quote.getRect().x + quote.getRect().width);
    assertTrue(Math.abs(note.getRect().y - quote.getRect().y) < 40);

    window(390);

    assertTrue(note.getRect().y > quote.getRect().y);
    assertTrue(note.getRect().x < 60);
  }

  @Test
  void theDarkIsDarkAndTheLightIsLight() {
    visit("/");
    String light = ground();

    scheme("dark");

    assertEquals("rgba(252, 250, 245, 1)", light);
    assertNotEquals(light, ground());
  }

  @ParameterizedTest
  @CsvSource({
    "/, light, 1400",
    "/, dark, 390",
    "/?q=lamps+penhallow, light, 390",
    "/articles/tern-gazette:lamps, light, 1400",
    "/articles/tern-gazette:lamps, dark, 1400",
    "/articles/tern-gazette:lamps, light, 390",
    "/articles/tern-gazette:lamps, dark, 800",
    "/articles/later, light, 390",
    "/articles/later, dark, 1400",
    "/quotes, dark, 1400",
    "/speakers, light, 390",
    "/speakers, dark, 1400",
    "/speakers/Orla%20Penhallow, light, 1400",
    "/speakers/Orla%20Penhallow, dark, 390",
    "/nothing, light, 390",
  })
  void nobodyStumbles(String address, String scheme, int width) throws IOException {
    scheme(scheme);
    window(width);
    visit(address);

    assertEquals(List.of(), browser.executeScript(script()));
    List<String> complaints = complaints();
    complaints.removeIf(complaint -> complaint.contains("404 (Not Found)"));
    assertEquals(List.of(), complaints);
  }

  private static ChromeDriver chromium() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-prefers-reduced-motion",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    return new ChromeDriver(
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build(),
        options);
  }

  private static void visit(String address) {
    browser.get("http://127.0.0.1:" + desk.port() + address);
  }

  private static void await(String address) {
    new WebDriverWait(browser, SOON)
        .until(
            driver ->
                driver.getCurrentUrl().equals("http://127.0.0.1:" + desk.port() + address)
                    && browser.executeScript("return document.readyState").equals("complete"));
  }

  private static void scheme(String scheme) {
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  private static void window(int width) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  private static void press(CharSequence key) {
    new Actions(browser).sendKeys(key).perform();
  }

  private static WebElement focused() {
    return browser.switchTo().activeElement();
  }

  private static WebElement one(String selector) {
    return browser.findElement(By.cssSelector(selector));
  }

  private static List<String> classes(String selector) {
    return List.of(one(selector).getDomAttribute("class").split(" "));
  }

  private static String ground() {
    return one("html").getCssValue("background-color");
  }

  /** What the browser has complained of since it was last asked: errors, blocked contents. */
  private static List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    browser.manage().logs().get(LogType.BROWSER).forEach(entry -> complaints.add(entry.toString()));
    return complaints;
  }

  private static String script() throws IOException {
    try (InputStream in = DeskBrowserIT.class.getResourceAsStream("accessibility.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
