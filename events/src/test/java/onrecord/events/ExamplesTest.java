package onrecord.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wire format can't drift unseen: each event is held against a committed example. */
class ExamplesTest {
  private static final ObjectMapper JSON = EventJson.mapper();

  static Set<String> names() {
    return Examples.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theExampleIsTheEventPrinted(String name) throws IOException {
    byte[] event = EventJson.write(Examples.all().get(name));
    String printed = printed(event);
    Path fresh = Path.of("target", "examples", name);
    Files.createDirectories(fresh.getParent());
    Files.writeString(fresh, printed);

    assertEquals(
        new String(committed(name), UTF_8),
        printed,
        "The wire format has changed. If that is meant, copy "
            + fresh
            + " over the example and say so in the CHANGELOG");
    assertEquals(new String(event, UTF_8), JSON.readTree(committed(name)).toString());
  }

  @ParameterizedTest
  @MethodSource("names")
  void theExampleIsReadAsAnEqualRecord(String name) throws IOException {
    Record event = Examples.all().get(name);

    assertEquals(event, EventJson.read(committed(name), event.getClass()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void theExampleFitsItsSchema(String name) throws IOException {
    JsonNode example = JSON.readTree(committed(name));

    assertEquals(List.of(), Schemas.violations(Examples.all().get(name).getClass(), example));
  }

  @Test
  void theOffsetsOfTheExampleAreRight() {
    assertEquals(List.of(), OffsetCheck.violations(Examples.enriched()));
  }

  @Test
  void thereIsNoExampleOfNothing() throws Exception {
    Path folder = Path.of("src", "main", "resources", "onrecord", "events", "examples");
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          names().stream().sorted().toList(),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  static byte[] committed(String name) throws IOException {
    try (InputStream file = Examples.class.getResourceAsStream("examples/" + name)) {
      assertNotNull(file, "There is no examples/" + name);
      return file.readAllBytes();
    }
  }

  private static String printed(byte[] event) throws IOException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    return JSON.writer(printer).writeValueAsString(JSON.readTree(event)) + "\n";
  }
}
