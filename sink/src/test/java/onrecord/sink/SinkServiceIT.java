package onrecord.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service with a real database and no broker; with a broker it is tested in local. */
class SinkServiceIT {
  /** A port where nothing listens. */
  private static final String NOBODY = "localhost:1";

  private static Postgres postgres;
  private static SinkService sink;

  @BeforeAll
  static void start() throws SQLException {
    postgres = Postgres.empty();
    sink = SinkService.start(config(Map.of()));
  }

  @AfterAll
  static void stop() {
    sink.close();
  }

  @Test
  void itMigratesItsDatabase() throws SQLException {
    assertEquals("0", postgres.one("select count(*) from consumed"));
  }

  @Test
  void withoutABrokerItIsAlive() throws Exception {
    assertEquals(200, get("/health/live").statusCode());
  }

  @Test
  void withoutABrokerItIsNotReady() throws Exception {
    HttpResponse<String> answer = get("/health/ready");

    assertEquals(503, answer.statusCode());
    assertTrue(answer.body().contains(NOBODY), answer.body());
  }

  @Test
  void itsMetricsTellOfArticlesPoolAndConsumer() throws Exception {
    String metrics = get("/metrics").body();

    for (String name :
        new String[] {
          "onrecord_articles_stored_total",
          "onrecord_articles_superseded_total",
          "onrecord_article_latency_seconds_bucket",
          "hikaricp_connections_active",
          "kafka_consumer_connection_count"
        }) {
      assertTrue(metrics.contains("\n" + name), name);
    }
  }

  @Test
  void itStopsInTime() throws Exception {
    SinkService other = SinkService.start(config(Map.of()));

    assertTrue(other.stop(Duration.ofSeconds(15)));
    assertNull(other.awaitEnd());
  }

  @Test
  void itMayBeStoppedTwice() throws Exception {
    SinkService other = SinkService.start(config(Map.of()));
    other.close();

    assertTrue(other.stop(Duration.ofSeconds(1)));
  }

  @Test
  void withoutADatabaseItDoesNotStart() {
    SinkConfig config =
        config(
            Map.of(
                "ONRECORD_JDBC_URL",
                "jdbc:postgresql://" + NOBODY + "/onrecord",
                "ONRECORD_START_TIMEOUT",
                "PT0.5S"));

    assertThrows(HikariPool.PoolInitializationException.class, () -> SinkService.start(config));
  }

  private static SinkConfig config(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("ONRECORD_KAFKA_BOOTSTRAP", NOBODY);
    environment.put("ONRECORD_JDBC_URL", postgres.url());
    environment.put("ONRECORD_JDBC_USER", Postgres.USER);
    environment.put("ONRECORD_HTTP_PORT", "0");
    environment.putAll(more);
    return SinkConfig.from(environment);
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sink.port() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
