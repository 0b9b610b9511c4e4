package onrecord.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import onrecord.service.KafkaClients;
import onrecord.service.Settings;
import org.junit.jupiter.api.Test;

class IngestConfigTest {
  @Test
  void theDefaults() {
    assertEquals(
        new IngestConfig(
            new KafkaClients("localhost:9092", Map.of()),
            "127.0.0.1",
            8080,
            64 << 20,
            64 << 20,
            16,
            10_000,
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            "",
            Duration.ofSeconds(30)),
        IngestConfig.from(Map.of()));
  }

  @Test
  void everyVariable() {
    assertEquals(
        new IngestConfig(
            new KafkaClients("kafka:1", Map.of("a", "b")),
            "0.0.0.0",
            1,
            2_000_000,
            3_000_000,
            4,
            5,
            Duration.ofSeconds(6),
            Duration.ofSeconds(7),
            Duration.ofSeconds(8),
            "http://enrich:1",
            Duration.ofSeconds(9)),
        IngestConfig.from(
            Map.ofEntries(
                Map.entry("ONRECORD_KAFKA_BOOTSTRAP", "kafka:1"),
                Map.entry("ONRECORD_KAFKA_PROPERTIES", "a=b"),
                Map.entry("ONRECORD_HTTP_HOST", "0.0.0.0"),
                Map.entry("ONRECORD_HTTP_PORT", "1"),
                Map.entry("ONRECORD_MAX_IN_FLIGHT_BYTES", "2000000"),
                Map.entry("ONRECORD_MAX_REQUEST_BYTES", "3000000"),
                Map.entry("ONRECORD_MAX_REQUESTS", "4"),
                Map.entry("ONRECORD_MAX_BATCH_LINES", "5"),
                Map.entry("ONRECORD_REQUEST_TIMEOUT", "PT6S"),
                Map.entry("ONRECORD_IDLE_TIMEOUT", "PT7S"),
                Map.entry("ONRECORD_DELIVERY_TIMEOUT", "PT8S"),
                Map.entry("ONRECORD_ENRICH_URL", "http://enrich:1"),
                Map.entry("ONRECORD_START_TIMEOUT", "PT9S"))));
  }

  @Test
  void aSlipInAVariablesNameIsRefused() {
    Settings.WrongSettings e =
        assertThrows(
            Settings.WrongSettings.class,
            () -> IngestConfig.from(Map.of("ONRECORD_HTTP_PROT", "1")));
    assertTrue(e.getMessage().contains("ONRECORD_HTTP_PROT"), e.getMessage());
  }

  @Test
  void aDeliveryTimeoutThatKafkaCantKeepIsRefused() {
    assertThrows(
        Settings.WrongSettings.class,
        () -> IngestConfig.from(Map.of("ONRECORD_DELIVERY_TIMEOUT", "PT0.5S")));
  }
}
