package onrecord.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onrecord.events.EnrichedArticle;
import onrecord.events.EventJson;
import onrecord.events.OffsetCheck;
import onrecord.events.Quote;
import onrecord.events.QuoteEvent;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import onrecord.ingest.ArticleFiles;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The whole way of an article. Read this first.
 *
 * <p>A real Kafka, a real PostgreSQL and the four services run, as {@code ./onrecord local} starts
 * them. An article about a ferry is posted to ingest's door. Enrich reads it off its topic and
 * finds who is in it and who said what; its events go to two topics. Sink puts the one about the
 * article into the storage, desk shows it on a page, and a browser reads the page.
 */
class TheWholeWayIT {
  /** The article. Everybody in it is invented. */
  private static final String FERRY =
      """
      Night Ferry to Quill Island Stays, Council Decides

      The night ferry from Maristow to Quill Island sails on through the winter.

      “The ferry stays, and so do its lights,” Mayor Ilse Tarn said after the vote. She \
      refused to raise the fare.
      """;

  private static final String ID = "the-maristow-courier:ferry-1";
  private static final String WORDS = "The ferry stays, and so do its lights,";
  private static final String ACT = "to raise the fare";
  private static final String SPEAKER = "Ilse Tarn";

  private static WholeWay way;
  private static Onlooker on;
  private static HttpResponse<String> answer;

  @BeforeAll
  static void everythingStartsAndTheArticleIsPosted() throws Exception {
    way = WholeWay.start(new WholeWay.Plan(null, TestCache.DIRECTORY, 0, 0, 0, 0));
    on = new Onlooker(way.addresses());
    answer =
        on.post(
            FERRY.getBytes(UTF_8),
            "Content-Type",
            "text/plain; charset=utf-8",
            "Article-Source",
            "The Maristow Courier",
            "Article-Id",
            "ferry-1");
  }

  @AfterAll
  static void everythingStops() throws IOException {
    if (way != null) {
      way.close();
    }
  }

  // 1. The door.

  @Test
  void theDoorSaysThatKafkaHasTheArticleAndWhere() throws IOException {
    assertEquals(202, answer.statusCode(), answer.body());
    JsonNode accepted = EventJson.mapper().readTree(answer.body());
    assertEquals("accepted", accepted.path("status").asText());
    assertEquals(ID, accepted.path("id").asText());
    assertTrue(accepted.path("offset").isIntegralNumber(), answer.body());
  }

  // 2. The events.

  @Test
  void theEnrichedEventSaysWhoSaidWhat() {
    Quote quote = enriched().quotes().get(0);
    assertEquals(WORDS, quote.text());
    assertEquals(SPEAKER, quote.speaker().name());
  }

  @Test
  void theEnrichedEventTellsWhatSomebodyDidApartFromWhatWasSaid() {
    assertEquals(List.of(WORDS), enriched().quotes().stream().map(Quote::text).toList());
    Quote attitude = enriched().attitudes().get(0);
    assertEquals(ACT, attitude.text());
    assertEquals(SPEAKER, attitude.speaker().name());
  }

  @Test
  void everySpanOfTheEventHasItsExactWordsAtItsPlace() {
    assertEquals(List.of(), OffsetCheck.violations(enriched()));
  }

  @Test
  void theQuoteTravelsByItselfKeyedByItsSpeaker() {
    ConsumerRecord<String, byte[]> record = on.record(Topic.QUOTES, key -> key.equals("ilse tarn"));
    QuoteEvent event = EventJson.read(record.value(), QuoteEvent.class);
    assertEquals(ID, event.articleId());
    assertEquals(WORDS, event.quote().text());
  }

  // 3. The storage.

  @Test
  void theStorageHoldsTheQuoteWithItsSpeaker() throws Exception {
    on.awaitStored(ID);
    assertEquals(
        Optional.of(SPEAKER),
        on.ask("select speaker_name from quote where article_id = ? and text = ?", ID, WORDS));
  }

  @Test
  void theStorageHoldsTheActBesideTheQuote() throws Exception {
    on.awaitStored(ID);
    assertEquals(
        Optional.of(SPEAKER),
        on.ask("select speaker_name from attitude where article_id = ? and text = ?", ID, ACT));
  }

  // 4. The page.

  @Test
  void theApiAnswersWithTheArticle() throws Exception {
    on.awaitStored(ID);
    String article = on.get("/api/articles/" + ID);
    assertTrue(article.contains(WORDS) && article.contains(SPEAKER), article);
  }

  @Test
  void theApiAnswersWithTheFindingsAsTheEventHasThem() throws Exception {
    on.awaitStored(ID);
    EnrichedArticle answered =
        EventJson.read(on.get("/api/articles/" + ID).getBytes(UTF_8), EnrichedArticle.class);
    assertEquals(enriched().entities(), answered.entities());
    assertEquals(enriched().quotes(), answered.quotes());
    assertEquals(enriched().attitudes(), answered.attitudes());
  }

  @Test
  void aReaderFindsTheArticleAndSeesWhoSpeaks() {
    assumeTrue(Browser.isHere(), "No Chromium here: the page isn't read in a browser");
    on.awaitStored(ID);
    ChromeDriver browser = Browser.open();
    try {
      browser.get(way.addresses().desk() + "/");
      browser.findElement(By.partialLinkText("Night Ferry to Quill Island Stays")).click();
      assertEquals(WORDS, browser.findElement(By.cssSelector("mark.quote")).getText());
      String note = browser.findElement(By.cssSelector(".note")).getText();
      assertTrue(note.contains(SPEAKER), note);
      String below = browser.findElement(By.cssSelector(".attitudes")).getText();
      assertTrue(below.contains(SPEAKER) && below.contains(ACT), below);
    } finally {
      browser.quit();
    }
  }

  // What else may come.

  @Test
  void anArticleWithoutABodyIsRefusedAndTheFieldNamed() throws Exception {
    HttpResponse<String> refused = post("application/json", "{\"id\":\"empty-1\"}");
    assertEquals(422, refused.statusCode());
    assertEquals("body", EventJson.mapper().readTree(refused.body()).path("field").asText());
  }

  @Test
  void oneBadArticleInABatchSpoilsNoOther() throws Exception {
    String batch =
        """
        {"id":"batch-1","body":"Rain fell on Maristow."}
        {"id":"batch-2","body":"Snow fell.","mood":"calm"}
        {"id":"batch-3","body":"Fog came in."}
        """;
    List<String> statuses = new ArrayList<>();
    for (String line : post("application/x-ndjson", batch).body().split("\n", -1)) {
      if (!line.isBlank()) {
        statuses.add(EventJson.mapper().readTree(line).path("status").asText());
      }
    }
    assertEquals(List.of("accepted", "refused", "accepted"), statuses);
    on.awaitStored("batch-3");
  }

  @Test
  void aBrokenRecordOnTheTopicIsSetAsideAsItCameAndTheNextIsStored() throws Exception {
    byte[] broken = "{\"id\":\"broken-1\",\"bo".getBytes(UTF_8);
    on.send(0, "broken-1", broken);
    on.send(0, "behind-1", "{\"id\":\"behind-1\",\"body\":\"All is calm.\"}".getBytes(UTF_8));
    ConsumerRecord<String, byte[]> rejected =
        on.record(Topic.REJECTED, key -> key.equals("broken-1"));
    assertArrayEquals(broken, rejected.value());
    assertEquals(Rejection.DESERIALIZE, Rejection.readFrom(rejected.headers()).stage());
    on.awaitStored("behind-1");
  }

  @Test
  void aWithdrawnArticleLosesItsQuotesAndAttitudes() throws Exception {
    post(
        "application/json",
        "{\"id\":\"gone-1\",\"version\":1,\"body\":\"“We left,” Ilse Tarn said. She refused to stay.\"}");
    on.awaitStored("gone-1");
    post("application/json", "{\"id\":\"gone-1\",\"version\":2,\"pubStatus\":\"canceled\"}");
    await()
        .atMost(Onlooker.PATIENCE)
        .until(
            () -> on.ask("select pub_status from article where id = ?", "gone-1"),
            Optional.of("canceled")::equals);
    assertEquals(
        Optional.of("0"),
        on.ask("select count(*)::text from quote where article_id = ?", "gone-1"));
    assertEquals(
        Optional.of("0"),
        on.ask("select count(*)::text from attitude where article_id = ?", "gone-1"));
  }

  @Test
  void everySeedComesThrough() throws Exception {
    List<Path> seeds = ArticleFiles.find(List.of(Path.of("..", "seeds")));
    try (Delivery delivery = Delivery.begin(seeds, way.addresses(), Clock.systemUTC())) {
      await()
          .atMost(Onlooker.PATIENCE)
          .until(
              () -> {
                delivery.look();
                return delivery.done();
              });
      assertEquals(List.of(), delivery.problems());
      assertEquals(seeds.size(), delivery.stored());
    }
  }

  private static EnrichedArticle enriched() {
    return EventJson.read(on.record(Topic.ENRICHED, ID::equals).value(), EnrichedArticle.class);
  }

  private static HttpResponse<String> post(String type, String body) throws Exception {
    return on.post(body.getBytes(UTF_8), "Content-Type", type);
  }
}
