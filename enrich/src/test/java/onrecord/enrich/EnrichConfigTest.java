package onrecord.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import onrecord.service.KafkaClients;
import onrecord.service.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrichConfigTest {
  @Test
  void theDefaults() {
    assertEquals(
        new EnrichConfig(
            new KafkaClients("localhost:9092", Map.of()),
            "onrecord-enrich",
            1,
            System.getProperty("java.io.tmpdir") + "/onrecord-enrich",
            Duration.ofSeconds(45),
            Duration.ofSeconds(10),
            10_000_000,
            "127.0.0.1",
            8080,
            "localhost"),
        EnrichConfig.from(Map.of()));
  }

  @Test
  void everyVariable() {
    assertEquals(
        new EnrichConfig(
            new KafkaClients("kafka:1", Map.of("a", "b")),
            "app",
            2,
            "/state",
            Duration.ofSeconds(3),
            Duration.ofSeconds(4),
            5,
            "0.0.0.0",
            6,
            "here"),
        EnrichConfig.from(
            Map.ofEntries(
                Map.entry("ONRECORD_KAFKA_BOOTSTRAP", "kafka:1"),
                Map.entry("ONRECORD_KAFKA_PROPERTIES", "a=b"),
                Map.entry("ONRECORD_APPLICATION_ID", "app"),
                Map.entry("ONRECORD_THREADS", "2"),
                Map.entry("ONRECORD_STATE_DIR", "/state"),
                Map.entry("ONRECORD_SESSION_TIMEOUT", "PT3S"),
                Map.entry("ONRECORD_TRANSACTION_TIMEOUT", "PT4S"),
                Map.entry("ONRECORD_MAX_WORK", "5"),
                Map.entry("ONRECORD_HTTP_HOST", "0.0.0.0"),
                Map.entry("ONRECORD_HTTP_PORT", "6"),
                Map.entry("ONRECORD_ADVERTISED_HOST", "here"))));
  }

  @Test
  void aContainerIsFoundUnderItsOwnName() {
    assertEquals("box", EnrichConfig.from(Map.of("HOSTNAME", "box")).advertisedHost());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2147483647"})
  void theLeastAndTheMostWork(String units) {
    assertEquals(
        Integer.parseInt(units), EnrichConfig.from(Map.of("ONRECORD_MAX_WORK", units)).maxWork());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "2147483648", "1e7", "10_000_000", "much"})
  void anyOtherWorkIsRefusedWithItsValueAndWhatIsMeant(String units) {
    Settings.WrongSettings wrong =
        assertThrows(
            Settings.WrongSettings.class,
            () -> EnrichConfig.from(Map.of("ONRECORD_MAX_WORK", units)));

    assertEquals(
        "ONRECORD_MAX_WORK is \"" + units + "\", it must be a whole number from 1 to 2147483647",
        wrong.getMessage());
  }
}
