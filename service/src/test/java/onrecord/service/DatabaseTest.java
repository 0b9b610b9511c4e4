package onrecord.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import onrecord.service.Settings.Secret;
import onrecord.service.Settings.WrongSettings;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  @Test
  void everyDefaultIsPinned() {
    assertEquals(
        new Database("jdbc:postgresql://localhost:5432/onrecord", "onrecord", new Secret("")),
        Database.from(new Settings(Map.of())));
  }

  @Test
  void everyVariableIsRead() {
    Settings settings =
        new Settings(
            Map.of(
                "ONRECORD_JDBC_URL", "jdbc:postgresql://db:5433/news",
                "ONRECORD_JDBC_USER", "reader",
                "ONRECORD_JDBC_PASSWORD", "s3cret"));

    assertEquals(
        new Database("jdbc:postgresql://db:5433/news", "reader", new Secret("s3cret")),
        Database.from(settings));
    settings.refuseUnknown();
  }

  @Test
  void anotherDatabaseIsRefused() {
    WrongSettings refusal =
        assertThrows(
            WrongSettings.class, () -> new Database("jdbc:mysql://a", "u", new Secret("")));

    assertTrue(refusal.getMessage().startsWith("ONRECORD_JDBC_URL is \"jdbc:mysql://a\""));
  }

  @Test
  void aPasswordInTheAddressIsRefusedAndNotPrinted() {
    WrongSettings refusal =
        assertThrows(
            WrongSettings.class,
            () -> new Database("jdbc:postgresql://a/b?password=s3cret", "u", new Secret("")));

    assertFalse(refusal.getMessage().contains("s3cret"));
  }
}
