package onrecord.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import onrecord.service.Settings.Secret;
import onrecord.service.Settings.WrongSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @Test
  void whatIsNotSetHasItsDefault() {
    Settings settings = new Settings(Map.of("ONRECORD_BLANK", "  "));

    assertEquals("a", settings.string("STRING", "a"));
    assertNull(settings.string("NONE", null));
    assertEquals("b", settings.string("BLANK", "b"));
    assertEquals(7, settings.integer("INTEGER", 7, 1, 9));
    assertEquals(Duration.ofSeconds(3), settings.duration("DURATION", Duration.ofSeconds(3)));
    assertEquals(URI.create("http://a"), settings.uri("URI", URI.create("http://a")));
    assertEquals("x", settings.oneOf("WORD", "x", Set.of("x", "y")));
    assertEquals(new Secret("s"), settings.secret("SECRET", new Secret("s")));
  }

  @Test
  void whatIsSetIsReadWithoutTheBlanksAroundIt() {
    Settings settings =
        new Settings(
            Map.of(
                "ONRECORD_STRING", " a ",
                "ONRECORD_INTEGER", "9",
                "ONRECORD_DURATION", "PT1M",
                "ONRECORD_URI", "http://b.example/c",
                "ONRECORD_WORD", "y",
                "ONRECORD_SECRET", "s3cret"));

    assertEquals("a", settings.string("STRING", "z"));
    assertEquals(9, settings.integer("INTEGER", 7, 1, 9));
    assertEquals(Duration.ofMinutes(1), settings.duration("DURATION", Duration.ofSeconds(3)));
    assertEquals(URI.create("http://b.example/c"), settings.uri("URI", null));
    assertEquals("y", settings.oneOf("WORD", "x", Set.of("x", "y")));
    assertEquals("s3cret", settings.secret("SECRET", null).value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10", "-1", "1.5", "many", "99999999999"})
  void aNumberThatIsNoneOrOutOfRangeIsNamed(String value) {
    refuses(value, "a whole number from 1 to 9", () -> settings(value).integer("X", 1, 1, 9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "30s", "PT0S", "-PT1S", "soon"})
  void aDurationThatIsNoneOrNotPositiveIsNamed(String value) {
    refuses(value, "such as PT30S", () -> settings(value).duration("X", Duration.ofSeconds(1)));
  }

  @Test
  void anAddressThatIsNoneIsNamed() {
    refuses("http://a b", "an address", () -> settings("http://a b").uri("X", null));
  }

  @Test
  void aWordOutsideTheSetIsNamedWithTheSet() {
    refuses("z", "one of [x, y]", () -> settings("z").oneOf("X", "x", Set.of("y", "x")));
  }

  @Test
  void anUnknownVariableWithOurPrefixIsNamedWithThoseThatAreKnown() {
    Settings settings =
        new Settings(Map.of("ONRECORD_PROT", "1", "ONRECORD_PORT", "2", "PATH", "/bin"));
    settings.integer("PORT", 1, 1, 9);

    WrongSettings refusal = assertThrows(WrongSettings.class, settings::refuseUnknown);

    assertEquals(
        "Unknown variables [ONRECORD_PROT]; this service knows [ONRECORD_PORT]",
        refusal.getMessage());
  }

  @Test
  void variablesOfOthersAreNoneOfOurs() {
    Settings settings = new Settings(Map.of("PATH", "/bin", "ONRECORDING", "1"));

    settings.refuseUnknown();
  }

  @Test
  void theValueOfAnUnknownVariableIsNotPrinted() {
    Settings settings = new Settings(Map.of("ONRECORD_JDBC_PASWORD", "s3cret"));

    WrongSettings refusal = assertThrows(WrongSettings.class, settings::refuseUnknown);

    assertFalse(refusal.getMessage().contains("s3cret"));
  }

  @Test
  void secretsArePrintedAsStars() {
    Settings settings =
        new Settings(
            Map.of(
                "ONRECORD_JDBC_PASSWORD", "s3cret",
                "ONRECORD_KAFKA_PROPERTIES", "sasl.jaas.config=s3cret;security.protocol=SASL_SSL"));

    Database database = Database.from(settings);
    KafkaClients kafka = KafkaClients.from(settings);

    assertEquals("***", database.password().toString());
    assertFalse(database.toString().contains("s3cret"), database.toString());
    assertFalse(kafka.toString().contains("s3cret"), kafka.toString());
    assertEquals("s3cret", database.password().value());
  }

  private static Settings settings(String value) {
    return new Settings(Map.of("ONRECORD_X", value));
  }

  private static void refuses(String value, String wanted, Executable reading) {
    WrongSettings refusal = assertThrows(WrongSettings.class, reading);
    assertTrue(
        refusal.getMessage().startsWith("ONRECORD_X is \"" + value + "\", it must be "),
        refusal.getMessage());
    assertTrue(refusal.getMessage().contains(wanted), refusal.getMessage());
  }
}
