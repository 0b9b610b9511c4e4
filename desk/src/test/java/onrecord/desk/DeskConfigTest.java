package onrecord.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import onrecord.service.Database;
import onrecord.service.Settings.Secret;
import onrecord.service.Settings.WrongSettings;
import org.junit.jupiter.api.Test;

class DeskConfigTest {
  @Test
  void theDefaults() {
    assertEquals(
        new DeskConfig(
            new Database("jdbc:postgresql://localhost:5432/onrecord", "onrecord", new Secret("")),
            "127.0.0.1",
            8080,
            8,
            Duration.ofSeconds(5),
            Duration.ofSeconds(30)),
        DeskConfig.from(Map.of()));
  }

  @Test
  void everyVariable() {
    assertEquals(
        new DeskConfig(
            new Database("jdbc:postgresql://db/news", "reader", new Secret("s3cret")),
            "0.0.0.0",
            0,
            3,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2)),
        DeskConfig.from(
            Map.of(
                "ONRECORD_JDBC_URL", "jdbc:postgresql://db/news",
                "ONRECORD_JDBC_USER", "reader",
                "ONRECORD_JDBC_PASSWORD", "s3cret",
                "ONRECORD_HTTP_HOST", "0.0.0.0",
                "ONRECORD_HTTP_PORT", "0",
                "ONRECORD_POOL_SIZE", "3",
                "ONRECORD_QUERY_TIMEOUT", "PT1S",
                "ONRECORD_START_TIMEOUT", "PT2S")));
  }

  @Test
  void aVariableItDoesntKnowIsRefused() {
    assertThrows(WrongSettings.class, () -> DeskConfig.from(Map.of("ONRECORD_HTTP_PROT", "8080")));
  }
}
