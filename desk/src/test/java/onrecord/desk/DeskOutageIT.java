package onrecord.desk;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import onrecord.sink.Migrations;
import org.junit.jupiter.api.Test;

class DeskOutageIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void aDeskWithoutItsStorageStaysSaysSoAndGoesOnWhenItIsThere() throws Exception {
    int port = freePort();
    DeskConfig config =
        Postgres.config(
            "jdbc:postgresql://127.0.0.1:" + port + "/postgres", SOON, Duration.ofMillis(100));
    try (DeskService desk = DeskService.start(config)) {
      Visitor visitor = new Visitor(desk);

      assertEquals(200, visitor.get("/health/live").statusCode());
      assertEquals(503, visitor.get("/health/ready").statusCode());
      HttpResponse<String> page = visitor.get("/");
      assertEquals(503, page.statusCode());
      assertTrue(page.body().contains("The storage doesn&#39;t answer"), page.body());
      HttpResponse<String> answer = visitor.get("/api/articles");
      assertEquals(503, answer.statusCode());
      assertEquals("5", answer.headers().firstValue("Retry-After").orElse(""));

      try (Postgres postgres = Postgres.alone(port)) {
        await()
            .atMost(SOON)
            .until(() -> visitor.get("/health/ready").body().contains("no tables yet"));
        Migrations.migrate(postgres.source());
        await().atMost(SOON).until(() -> visitor.get("/health/ready").statusCode() == 200);
        assertEquals(200, visitor.get("/").statusCode());
      }
      await().atMost(SOON).until(() -> visitor.get("/health/ready").statusCode() == 503);
      assertEquals(503, visitor.get("/").statusCode());
    }
  }

  @Test
  void aQuestionThatTakesTooLongIsGivenUp() throws Exception {
    try (Postgres postgres = Postgres.migrated();
        DeskService desk = DeskService.start(hasty(postgres.config()));
        Connection connection = postgres.source().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table article in access exclusive mode");

      HttpResponse<String> answer = new Visitor(desk).get("/api/articles");

      assertEquals(503, answer.statusCode());
      assertTrue(answer.body().contains("took too long"), answer.body());
    }
  }

  @Test
  void anAddressInUseFailsTheStart() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      DeskConfig there =
          listening(
              Postgres.config("jdbc:postgresql://127.0.0.1:1/none", SOON, SOON),
              taken.getLocalPort());

      assertThrows(JavalinBindException.class, () -> DeskService.start(there));
    }
  }

  private static DeskConfig listening(DeskConfig config, int port) {
    return new DeskConfig(
        config.database(),
        config.httpHost(),
        port,
        config.poolSize(),
        config.queryTimeout(),
        config.startTimeout());
  }

  private static DeskConfig hasty(DeskConfig config) {
    return Postgres.config(config.database().url(), Duration.ofMillis(300), config.startTimeout());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
