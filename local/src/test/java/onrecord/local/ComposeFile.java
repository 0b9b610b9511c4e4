package onrecord.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.events.EventJson;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The deployment as its files have it: {@code docker-compose.yml} with the settings of an
 * environment, and what the {@code Dockerfile} adds.
 */
final class ComposeFile {
  /** The services that run our code and stay. */
  static final List<String> SERVICES = List.of("ingest", "enrich", "copies", "sink", "desk");

  static final Path HOUSE = Path.of("").toAbsolutePath().getParent();

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::([-?])([^}]*))?\\}");

  private final String raw;
  private final JsonNode tree;
  private final String dockerfile;

  private ComposeFile(String raw, JsonNode tree, String dockerfile) {
    this.raw = raw;
    this.tree = tree;
    this.dockerfile = dockerfile;
  }

  /** The file as it stands, its variables not replaced. */
  static ComposeFile raw() throws IOException {
    return new ComposeFile(text(), tree(text()), Files.readString(HOUSE.resolve("Dockerfile")));
  }

  /**
   * The file with its variables replaced, as Compose does it.
   *
   * @throws IllegalStateException with the file's own words when a variable without a default is
   *     missing
   */
  static ComposeFile with(Map<String, String> variables) throws IOException {
    String replaced =
        VARIABLE
            .matcher(text())
            .replaceAll(
                found -> {
                  String value = variables.getOrDefault(found.group(1), "");
                  if (value.isEmpty() && "?".equals(found.group(2))) {
                    throw new IllegalStateException(found.group(3));
                  }
                  return Matcher.quoteReplacement(
                      value.isEmpty() && found.group(3) != null ? found.group(3) : value);
                });
    return new ComposeFile(replaced, tree(replaced), Files.readString(HOUSE.resolve("Dockerfile")));
  }

  private static String text() throws IOException {
    return Files.readString(HOUSE.resolve("docker-compose.yml"));
  }

  private static JsonNode tree(String yaml) {
    Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    return EventJson.mapper().valueToTree(loaded);
  }

  /** Every variable to its default; without one, to an empty text. */
  Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>();
    Matcher found = VARIABLE.matcher(raw);
    while (found.find()) {
      variables.put(found.group(1), "-".equals(found.group(2)) ? found.group(3) : "");
    }
    return variables;
  }

  Set<String> names() {
    Set<String> names = new TreeSet<>();
    tree.get("services").fieldNames().forEachRemaining(names::add);
    return names;
  }

  JsonNode service(String name) {
    return tree.get("services").get(name);
  }

  /** What the file sets for a service. */
  Map<String, String> environment(String service) {
    Map<String, String> environment = new TreeMap<>();
    service(service)
        .get("environment")
        .properties()
        .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
    return environment;
  }

  /** What a service's container runs: the image's entry point, then its command. */
  List<String> command(String service) throws IOException {
    List<String> command = new ArrayList<>(words("ENTRYPOINT", "runtime"));
    command.addAll(words("CMD", service(service).get("build").get("target").asText()));
    return command;
  }

  /** The words of an instruction in a stage of the Dockerfile. */
  private List<String> words(String instruction, String stage) throws IOException {
    Matcher found =
        Pattern.compile(
                "^FROM \\S+ AS "
                    + stage
                    + "$(?:(?!^FROM )[\\s\\S])*?^"
                    + instruction
                    + " (\\[.*\\])$",
                Pattern.MULTILINE)
            .matcher(dockerfile);
    if (!found.find()) {
      throw new IOException("The Dockerfile has no " + instruction + " in " + stage);
    }
    List<String> words = new ArrayList<>();
    EventJson.mapper().readTree(found.group(1)).forEach(word -> words.add(word.asText()));
    return words;
  }

  String dockerfile() {
    return dockerfile;
  }
}
