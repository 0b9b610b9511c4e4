package onrecord.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import onrecord.service.Database;
import onrecord.service.KafkaClients;
import onrecord.service.Settings;
import org.junit.jupiter.api.Test;

class SinkConfigTest {
  @Test
  void anEmptyEnvironmentGivesTheDefaults() {
    assertEquals(
        new SinkConfig(
            new KafkaClients("localhost:9092", Map.of()),
            new Database(
                "jdbc:postgresql://localhost:5432/onrecord", "onrecord", new Settings.Secret("")),
            "127.0.0.1",
            8080,
            "onrecord-sink",
            500,
            16 * 1024 * 1024,
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(45),
            2),
        SinkConfig.from(Map.of()));
  }

  @Test
  void everyVariableIsRead() {
    Map<String, String> environment =
        Map.ofEntries(
            Map.entry("ONRECORD_KAFKA_BOOTSTRAP", "broker:1"),
            Map.entry("ONRECORD_KAFKA_PROPERTIES", "a=b"),
            Map.entry("ONRECORD_JDBC_URL", "jdbc:postgresql://host/other"),
            Map.entry("ONRECORD_JDBC_USER", "me"),
            Map.entry("ONRECORD_JDBC_PASSWORD", "secret"),
            Map.entry("ONRECORD_HTTP_HOST", "0.0.0.0"),
            Map.entry("ONRECORD_HTTP_PORT", "0"),
            Map.entry("ONRECORD_CONSUMER_GROUP", "shadow"),
            Map.entry("ONRECORD_MAX_BATCH", "7"),
            Map.entry("ONRECORD_MAX_BATCH_BYTES", "8"),
            Map.entry("ONRECORD_POLL_TIMEOUT", "PT2S"),
            Map.entry("ONRECORD_START_TIMEOUT", "PT3S"),
            Map.entry("ONRECORD_SESSION_TIMEOUT", "PT10S"),
            Map.entry("ONRECORD_POOL_SIZE", "4"));

    assertEquals(
        new SinkConfig(
            new KafkaClients("broker:1", Map.of("a", "b")),
            new Database("jdbc:postgresql://host/other", "me", new Settings.Secret("secret")),
            "0.0.0.0",
            0,
            "shadow",
            7,
            8,
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            4),
        SinkConfig.from(environment));
  }

  @Test
  void aVariableThatTheSinkDoesNotKnowIsRefused() {
    Map<String, String> environment = Map.of("ONRECORD_MAX_BACTH", "7");

    Settings.WrongSettings refusal =
        assertThrows(Settings.WrongSettings.class, () -> SinkConfig.from(environment));
    assertTrue(refusal.getMessage().contains("ONRECORD_MAX_BACTH"), refusal.getMessage());
  }

  @Test
  void thePasswordIsNotPrinted() {
    SinkConfig config = SinkConfig.from(Map.of("ONRECORD_JDBC_PASSWORD", "hush"));

    assertTrue(!config.toString().contains("hush"), config.toString());
  }
}
