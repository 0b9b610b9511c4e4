package onrecord.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.events.EventJson;
import onrecord.service.ServiceMain;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The deployment without its containers: every service as a process, with the command of the {@code
 * Dockerfile} and the environment of {@code docker-compose.yml}; only host names, ports, the
 * state's folder and the class path are this machine's. Everything is started, an article goes
 * through, everything is stopped; the tests look at what was seen.
 */
class ComposeIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Map<String, String> PASSWORDS =
      Map.of("POSTGRES_PASSWORD", "the owner's", "POSTGRES_READER_PASSWORD", "the reader's");
  private static final String REJECTED = "onrecord_articles_rejected_total{stage=\"deserialize\"}";
  private static final String ARTICLE =
      """
      {"id": "1", "source": "The Maristow Courier", "headline": "Bridge closed",
       "body": "\\"It is all closed now,\\" said Nóra Vance."}""";

  @TempDir private static Path directory;

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Map<String, ChildJvm> running = new HashMap<>();
  private static final Map<String, Integer> ports = new HashMap<>();
  private static ComposeFile compose;
  private static LocalKafka kafka;
  private static EmbeddedPostgres postgres;

  private static final List<Integer> topicsCodes = new ArrayList<>();
  private static JsonNode listed;
  private static final Map<String, String> metrics = new HashMap<>();
  private static final Map<String, Integer> readyCodes = new TreeMap<>();
  private static final Map<String, Integer> exitCodes = new TreeMap<>();

  @BeforeAll
  static void deployPostAndStop() throws Exception {
    try {
      deploy();
      post();
      stop();
    } catch (ConditionTimeoutException | TerminalFailureException e) {
      throw new AssertionError(e.getMessage() + logs(), e);
    }
  }

  private static void deploy() throws Exception {
    compose = ComposeFile.with(PASSWORDS);
    kafka = LocalKafka.start(directory.resolve("kafka"), 0);
    postgres = postgres();
    topicsCodes.add(start("topics").awaitEnd());
    for (String service : ComposeFile.SERVICES) {
      running.put(service, start(service));
    }
    for (String service : ComposeFile.SERVICES) {
      await(service).until(() -> ready(service) == 0);
      readyCodes.put(service, ready(service));
    }
    topicsCodes.add(start("topics").awaitEnd());
  }

  private static void post() throws Exception {
    Onlooker on = onlooker();
    HttpResponse<String> accepted =
        on.post(ARTICLE.getBytes(UTF_8), "Content-Type", "application/json");
    assertEquals(202, accepted.statusCode(), () -> accepted.body() + logs());
    on.send(0, "broken", "{".getBytes(UTF_8));
    await("the article").until(() -> !articles(on).isEmpty());
    listed = articles(on).get(0);
    await("the broken one's rejection")
        .until(() -> value(get("enrich", "/metrics").body(), REJECTED) > 0);
    for (String service : ComposeFile.SERVICES) {
      metrics.put(service, get(service, "/metrics").body());
    }
  }

  /** A wait that ends at once when a service has ended, for then it would be for nothing. */
  private static ConditionFactory await(String what) {
    return Awaitility.await(what)
        .atMost(PATIENCE)
        .failFast(
            "a service has ended",
            () -> running.values().stream().anyMatch(service -> !service.isAlive()));
  }

  private static void stop() throws Exception {
    for (String service : ComposeFile.SERVICES) {
      exitCodes.put(service, running.get(service).stop());
    }
  }

  @AfterAll
  static void endEverything() throws IOException {
    running.values().stream().filter(ChildJvm::isAlive).forEach(ChildJvm::close);
    if (postgres != null) {
      postgres.close();
    }
    if (kafka != null) {
      kafka.close();
    }
  }

  @Test
  void topicsEndsWellAndMayRunAgain() {
    assertEquals(List.of(ServiceMain.STOPPED, ServiceMain.STOPPED), topicsCodes);
  }

  @Test
  void theHealthCheckOfTheImagesFindsEveryServiceReady() throws IOException {
    assertEquals(
        Map.of("ingest", 0, "enrich", 0, "copies", 0, "sink", 0, "desk", 0),
        readyCodes,
        ComposeIT::logs);
  }

  @Test
  void theHealthCheckOfTheImagesFailsWhereNothingListens() throws Exception {
    assertNotEquals(0, ready("ingest"));
  }

  @Test
  void deskShowsTheArticle() {
    assertEquals("Bridge closed", listed.get("headline").asText());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "ingest, onrecord_articles_accepted_total, 1",
        "ingest, `onrecord_articles_refused_total{reason=\"unusable\"}`, 0",
        "ingest, onrecord_article_acknowledgement_seconds_count, 1",
        "enrich, onrecord_articles_enriched_total, 1",
        "enrich, onrecord_quotes_total, 1",
        "enrich, `onrecord_articles_rejected_total{stage=\"deserialize\"}`, 1",
        "enrich, `onrecord_articles_rejected_total{stage=\"annotate\"}`, 0",
        "enrich, onrecord_annotation_seconds_count, 1",
        "enrich, onrecord_article_enrichment_latency_seconds_count, 1",
        "sink, onrecord_articles_stored_total, 1",
        "sink, onrecord_articles_superseded_total, 0",
        "sink, onrecord_article_latency_seconds_count, 1",
        "sink, `onrecord_articles_rejected_total{reason=\"unreadable\",stage=\"store\"}`, 0",
      })
  void aServiceCountsWhatItDid(String service, String name, double expected) {
    assertEquals(expected, value(metrics.get(service), name), name);
  }

  @ParameterizedTest
  @CsvSource({
    "ingest, kafka_producer_record_send_total",
    "enrich, kafka_consumer_fetch_manager_records_lag_max",
    "enrich, kafka_producer_record_send_total",
    "enrich, kafka_stream_thread_process_total",
    "sink, kafka_consumer_fetch_manager_records_lag_max",
    "sink, hikaricp_connections_active",
    "desk, hikaricp_connections_active",
    "desk, onrecord_desk_requests_seconds_count",
    "ingest, jvm_memory_used_bytes",
    "enrich, jvm_memory_used_bytes",
    "sink, jvm_memory_used_bytes",
    "desk, jvm_memory_used_bytes",
  })
  void aServiceHasTheMetricsOfWhatItStandsOn(String service, String name) {
    assertTrue(
        Pattern.compile("^" + name + "[{ ]", Pattern.MULTILINE)
            .matcher(metrics.get(service))
            .find(),
        () ->
            name
                + " is none of\n"
                + metrics.get(service).lines().filter(line -> line.startsWith("# TYPE")).toList());
  }

  @Test
  void desksRoleCanWriteNothing() throws SQLException {
    try (Connection connection = connection("onrecord_reader");
        Statement statement = connection.createStatement()) {
      statement.execute("set default_transaction_read_only = off");
      SQLException refused =
          assertThrows(SQLException.class, () -> statement.execute("delete from article"));
      // Insufficient privilege.
      assertEquals("42501", refused.getSQLState());
    }
  }

  @Test
  void everyServiceEndsWellOnASignal() throws IOException {
    assertEquals(
        Map.of("ingest", 0, "enrich", 0, "copies", 0, "sink", 0, "desk", 0),
        exitCodes,
        ComposeIT::logs);
  }

  @ParameterizedTest
  @MethodSource("services")
  void nothingOfAServiceIsLeft(String service) {
    assertFalse(running.get(service).isAlive());
    assertThrows(ConnectException.class, () -> get(service, "/health/live"));
  }

  static Stream<String> services() {
    return ComposeFile.SERVICES.stream();
  }

  private static ChildJvm start(String service) throws IOException {
    List<String> command = new ArrayList<>();
    for (String word : compose.command(service)) {
      command.add(
          switch (word) {
            case "java" -> ChildJvm.JAVA;
            case "/opt/onrecord/app/*:/opt/onrecord/lib/*" ->
                classPath(compose.service(service).at("/build/target").asText());
            default -> word;
          });
    }
    // What a container's limits would tell the JVM, and its own /tmp.
    command.add(1, "-XX:MaxRAM=" + compose.service(service).get("mem_limit").asText());
    command.add(
        2, "-Djava.io.tmpdir=" + Files.createDirectories(directory.resolve("tmp-" + service)));
    return ChildJvm.start(command, environment(service), log(service));
  }

  /** What the image has in /opt/onrecord. */
  private static String classPath(String target) throws IOException {
    Path built = ComposeFile.HOUSE.resolve(target.equals("topics") ? "service" : target);
    try (Stream<Path> jars = Files.list(built.resolve("target"))) {
      String jar =
          jars.map(Path::toString)
              .filter(file -> file.endsWith(".jar"))
              .findFirst()
              .orElseThrow(() -> new IOException(built + " isn't built; run mvn package"));
      return jar + ":" + built.resolve("target/lib") + "/*";
    }
  }

  private static Map<String, String> environment(String service) throws IOException {
    Map<String, String> environment = compose.environment(service);
    environment.replaceAll(
        (name, value) ->
            value
                .replace("kafka:9092", kafka.bootstrap())
                .replace("postgres:5432", "localhost:" + postgres.getPort())
                .replace("0.0.0.0", "127.0.0.1"));
    // A container's own volume: here it would outlive the test, and the next broker knows nothing
    // of it.
    environment.computeIfPresent(
        "ONRECORD_STATE_DIR", (name, value) -> directory.resolve("state-" + service).toString());
    if (environment.containsKey("ONRECORD_HTTP_PORT")) {
      ports.put(service, Ports.free(0));
      environment.put("ONRECORD_HTTP_PORT", ports.get(service).toString());
    }
    return environment;
  }

  private static Path log(String service) {
    return directory.resolve(service + ".log");
  }

  /** What the services said, for a failure's message. */
  private static String logs() {
    StringBuilder said = new StringBuilder();
    for (String service : ComposeFile.SERVICES) {
      try {
        said.append("\n== ").append(service).append('\n').append(Files.readString(log(service)));
      } catch (IOException e) {
        said.append(e);
      }
    }
    return said.toString();
  }

  /** A server that the deployment's own script has prepared and that asks for passwords. */
  private static EmbeddedPostgres postgres() throws IOException, SQLException {
    Path data = directory.resolve("postgres");
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(TestCache.DIRECTORY.resolve("postgres").toFile())
            .setDataDirectory(data)
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .start();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database onrecord");
    }
    try (Connection connection = server.getDatabase("postgres", "onrecord").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(roles());
      Files.writeString(
          data.resolve("pg_hba.conf"),
          "host all postgres all trust\nhost all all all scram-sha-256\n");
      statement.execute("select pg_reload_conf()");
    }
    return server;
  }

  /** The script, with what psql would put in for \getenv. */
  private static String roles() throws IOException {
    String script = Files.readString(ComposeFile.HOUSE.resolve("docker/postgres/roles.sql"));
    Map<String, String> environment = compose.environment("postgres");
    Matcher variable = Pattern.compile("(?m)^\\\\getenv (\\w+) (\\w+)$").matcher(script);
    String sql = variable.replaceAll("");
    variable.reset();
    while (variable.find()) {
      String value = environment.get(variable.group(2)).replace("'", "''");
      sql = sql.replace(":'" + variable.group(1) + "'", "'" + value + "'");
    }
    return sql;
  }

  private static Connection connection(String user) throws SQLException {
    return DriverManager.getConnection(
        databaseUrl(), user, PASSWORDS.get("POSTGRES_READER_PASSWORD"));
  }

  private static String databaseUrl() {
    return "jdbc:postgresql://localhost:" + postgres.getPort() + "/onrecord";
  }

  /** The exit code of the images' health check. */
  private static int ready(String service) throws IOException, InterruptedException {
    ProcessBuilder check =
        new ProcessBuilder("bash", ComposeFile.HOUSE.resolve("docker/ready").toString());
    check.environment().put("ONRECORD_HTTP_PORT", ports.get(service).toString());
    check.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = check.start();
    assertTrue(process.waitFor(10, TimeUnit.SECONDS), "the health check hangs");
    return process.exitValue();
  }

  /** Looks at what was started, by the addresses that it was given. */
  private static Onlooker onlooker() {
    return new Onlooker(
        new Addresses(
            0,
            kafka.bootstrap(),
            databaseUrl(),
            "onrecord_reader",
            address("ingest", ""),
            address("desk", "")));
  }

  private static JsonNode articles(Onlooker on) throws Exception {
    return EventJson.mapper().readTree(on.get("/api/articles")).at("/articles");
  }

  private static double value(String scraped, String name) {
    return scraped
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in\n" + scraped));
  }

  private static HttpResponse<String> get(String service, String path)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(address(service, path))).build(),
        HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  private static String address(String service, String path) {
    return "http://127.0.0.1:" + ports.get(service) + path;
  }
}
