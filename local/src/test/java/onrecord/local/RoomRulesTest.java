package onrecord.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.events.Topic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house that a machine can hold, over the sources and classes of all modules. */
class RoomRulesTest {
  private static final Path HOUSE = Path.of("").toAbsolutePath().getParent();
  private static final Pattern TYPE =
      Pattern.compile("^\\s*(?:\\w+\\s+)*(?:class|record|interface|enum)\\s+(\\w+)");
  private static final Pattern EMPTY_WORD =
      Pattern.compile("(Util|Utils|Common|Helper|Impl|Base|Manager)($|[A-Z])");

  /** Every Java file of every module, tests included, and its text. */
  private static final Map<Path, String> SOURCES = new TreeMap<>();

  private static JavaClasses classes;

  @BeforeAll
  static void readTheHouse() throws IOException {
    try (DirectoryStream<Path> modules =
        Files.newDirectoryStream(HOUSE, folder -> Files.isDirectory(folder.resolve("src")))) {
      for (Path module : modules) {
        try (Stream<Path> files = Files.walk(module.resolve("src"))) {
          for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
            SOURCES.put(HOUSE.relativize(file), Files.readString(file));
          }
        }
      }
    }
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("onrecord");
  }

  @Test
  void theSourcesOfAllModulesAreSeen() {
    for (String module :
        List.of(
            "events",
            "service",
            "ingest",
            "enrich",
            "copies",
            "evaluate",
            "train",
            "sink",
            "desk",
            "local",
            "bench")) {
      assertFalse(
          SOURCES.keySet().stream().noneMatch(path -> path.startsWith(module)),
          "No source of " + module + " below " + HOUSE);
    }
  }

  @Test
  void theTextRoomsKnowNoKafkaNoHttpNoDatabaseAndNoJson() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "onrecord.enrich.text..",
            "onrecord.enrich.tags..",
            "onrecord.enrich.names..",
            "onrecord.enrich.people..",
            "onrecord.enrich.quotes..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..",
            "io.javalin..",
            "java.net.http..",
            "java.sql..",
            "com.fasterxml.jackson..",
            "onrecord.service..")
        .allowEmptyShould(true)
        .check(classes);
  }

  @Test
  void onlyEventsSpellsATopicsName() {
    List<String> spelt = new ArrayList<>();
    SOURCES.forEach(
        (path, source) -> {
          if (path.startsWith("events")) {
            return;
          }
          for (Topic topic : Topic.values()) {
            // A name without a dot is also a word of the language; beside Kafka it is the topic.
            boolean topicOnly =
                topic.topicName().contains(".") || source.contains("org.apache.kafka");
            if (topicOnly && source.contains('"' + topic.topicName() + '"')) {
              spelt.add(path + ": " + topic.topicName());
            }
          }
        });
    assertEquals(List.of(), spelt);
  }

  @Test
  void noPackageNeedsOneThatNeedsIt() {
    slices().matching("onrecord.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void onlyAMainEndsTheProcessOrReadsItsEnvironment() {
    noClasses()
        .that(not(nameMatching(".*Main(\\$.*)?")))
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .check(classes);
  }

  @Test
  void noTypeHasANameThatSaysNothing() {
    List<String> empty = new ArrayList<>();
    SOURCES.forEach(
        (path, source) ->
            source
                .lines()
                .map(TYPE::matcher)
                .filter(matcher -> matcher.find() && EMPTY_WORD.matcher(matcher.group(1)).find())
                .forEach(matcher -> empty.add(path + ": " + matcher.group(1))));
    assertEquals(List.of(), empty);
  }

  @Test
  void noPackageHasANameThatSaysNothing() {
    List<String> empty =
        SOURCES.keySet().stream()
            .flatMap(path -> Arrays.stream(path.getParent().toString().split("/")))
            .filter(List.of("util", "utils", "common", "helper", "helpers", "impl")::contains)
            .distinct()
            .toList();
    assertEquals(List.of(), empty);
  }
}
