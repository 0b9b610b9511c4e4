package onrecord.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import onrecord.events.Article;
import onrecord.events.EventJson;
import onrecord.ingest.ArticleFiles;
import onrecord.ingest.Incoming;
import onrecord.ingest.Refusal;
import onrecord.local.Addresses;
import onrecord.local.WholeWay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord local}: the whole way on this machine. */
@Command(
    name = "local",
    description =
        "Starts Kafka, PostgreSQL and the four services, feeds the articles through their HTTP"
            + " door, shows what was stored, and stays up until Ctrl-C.",
    exitCodeList = {
      "0:every article is stored, or ended by Ctrl-C behind that",
      "1:some articles were refused or never stored, each named on stderr",
      "2:wrong arguments",
      "69:something can't start",
      "70:something died",
      "130:ended by Ctrl-C before the articles were stored"
    })
final class LocalCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = EventJson.mapper();
  private static final int BATCH = 50;
  private static final Duration STORE_PATIENCE = Duration.ofMinutes(5);

  private final Surroundings around;
  private final Runnable stopInOrder;

  @Parameters(
      paramLabel = "FILE",
      description = "Files and folders of articles (default: the seeds of the working copy).")
  private List<Path> files = List.of();

  @Option(names = "--once", description = "Stops when the articles are stored and shown.")
  private boolean once;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keeps Kafka and PostgreSQL there (default: a temporary directory).")
  private Path data;

  @Option(names = "--kafka-port", paramLabel = "PORT", defaultValue = "19092")
  private int kafkaPort;

  @Option(names = "--postgres-port", paramLabel = "PORT", defaultValue = "15432")
  private int postgresPort;

  @Option(names = "--ingest-port", paramLabel = "PORT", defaultValue = "18080")
  private int ingestPort;

  @Option(names = "--desk-port", paramLabel = "PORT", defaultValue = "18081")
  private int deskPort;

  private int refused;

  LocalCommand(Surroundings around, Runnable stopInOrder) {
    this.around = around;
    this.stopInOrder = stopInOrder;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintStream err = around.terminal().err();
    List<Path> found;
    try {
      found = ArticleFiles.find(files.isEmpty() ? List.of(around.home().resolve("seeds")) : files);
    } catch (IOException e) {
      err.println(e.getMessage());
      return ExitCode.UNAVAILABLE;
    }
    stopInOrder.run();
    WholeWay.Plan plan =
        new WholeWay.Plan(data, around.cache(), kafkaPort, postgresPort, ingestPort, deskPort);
    try (WholeWay way = WholeWay.start(plan)) {
      Addresses addresses = way.addresses();
      addresses.write(around.home());
      try {
        err.println("Kafka       " + addresses.kafka());
        err.println("PostgreSQL  " + addresses.jdbcUrl() + " (user " + addresses.jdbcUser() + ")");
        err.println("ingest      " + addresses.ingest() + "/articles");
        boolean all = feed(found, addresses);
        around.terminal().out().println("The desk is open at " + addresses.desk());
        if (once) {
          return all ? ExitCode.DONE : ExitCode.SOME_REFUSED;
        }
        err.println("Ctrl-C stops everything.");
        return awaitEnd(way, err);
      } finally {
        addresses.remove(around.home());
      }
    } catch (IOException | SQLException e) {
      err.println("onrecord local failed: " + e.getMessage());
      return ExitCode.UNAVAILABLE;
    }
  }

  private static int awaitEnd(WholeWay way, PrintStream err) {
    try {
      err.println(way.death().get());
      return ExitCode.DIED;
    } catch (InterruptedException e) {
      return ExitCode.DONE;
    } catch (java.util.concurrent.ExecutionException e) {
      err.println(e.getCause());
      return ExitCode.DIED;
    }
  }

  /** Feeds the articles and waits for them; whether every one is stored. */
  private boolean feed(List<Path> found, Addresses addresses)
      throws IOException, InterruptedException, SQLException {
    PrintStream err = around.terminal().err();
    List<Article> articles = new ArrayList<>();
    ArticleFiles reader = new ArticleFiles(Clock.systemUTC());
    for (Path file : found) {
      reader.read(
          file,
          incoming -> {
            if (incoming instanceof Refusal refusal) {
              err.println("refused: " + refusal.sentence());
              refused++;
            } else {
              articles.add(((Incoming.Received) incoming).article());
            }
          });
    }
    Set<String> accepted = new LinkedHashSet<>();
    HttpClient client = HttpClient.newHttpClient();
    for (int from = 0; from < articles.size(); from += BATCH) {
      List<Article> batch = articles.subList(from, Math.min(articles.size(), from + BATCH));
      post(client, addresses, batch, accepted);
    }
    try (Connection connection =
        DriverManager.getConnection(addresses.jdbcUrl(), addresses.jdbcUser(), "")) {
      boolean stored = awaitStored(connection, accepted);
      around.terminal().out().print(table(connection, accepted));
      return stored && refused == 0;
    }
  }

  private void post(
      HttpClient client, Addresses addresses, List<Article> batch, Set<String> accepted)
      throws IOException, InterruptedException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Article article : batch) {
      lines.write(JSON.writeValueAsBytes(door(article)));
      lines.write('\n');
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(addresses.ingest() + "/articles"))
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofByteArray(lines.toByteArray()))
            .build();
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    for (String line : new String(response.body(), StandardCharsets.UTF_8).split("\n", -1)) {
      if (line.isBlank()) {
        continue;
      }
      JsonNode answer = JSON.readTree(line);
      if (answer.path("status").asText().equals("accepted")) {
        accepted.add(answer.path("id").asText());
      } else {
        Article article = batch.get(Math.max(0, answer.path("line").asInt(1) - 1));
        around
            .terminal()
            .err()
            .println("refused: " + article.origin() + ": " + answer.path("reason").asText());
        refused++;
      }
    }
  }

  /** The fields that the door takes: what it sets by itself is left out. */
  private static JsonNode door(Article article) {
    com.fasterxml.jackson.databind.node.ObjectNode fields = JSON.valueToTree(article);
    fields.remove(Arrays.asList("ingestedAt", "contentHash", "id", "sourceId"));
    if (article.sourceId() != null) {
      fields.put("id", article.sourceId());
    }
    return fields;
  }

  private boolean awaitStored(Connection connection, Set<String> ids)
      throws SQLException, InterruptedException {
    ProgressBar bar = new ProgressBar(around.terminal(), ids.size(), "articles stored");
    Instant deadline = Instant.now().plus(STORE_PATIENCE);
    boolean first = true;
    int stored = 0;
    while (Instant.now().isBefore(deadline)) {
      try (PreparedStatement count =
          connection.prepareStatement("select count(*) from article where id = any(?)")) {
        count.setArray(1, connection.createArrayOf("text", ids.toArray()));
        try (ResultSet rows = count.executeQuery()) {
          rows.next();
          stored = rows.getInt(1);
        }
      }
      bar.show(stored);
      if (first && stored > 0) {
        first = false;
        bar.end();
        Duration time = Duration.between(around.started(), Instant.now());
        around
            .terminal()
            .err()
            .printf(
                java.util.Locale.ROOT,
                "First article stored %.1f s after the start%n",
                time.toMillis() / 1000.0);
      }
      if (stored == ids.size()) {
        bar.end();
        return true;
      }
      Thread.sleep(100);
    }
    bar.end();
    around.terminal().err().println((ids.size() - stored) + " articles were not stored in time");
    return false;
  }

  private String table(Connection connection, Set<String> ids) throws SQLException {
    List<ResultTable.Row> rows = new ArrayList<>();
    String sql =
        "select coalesce(a.headline, left(regexp_replace(a.text, '\\s+', ' ', 'g'), 200)),"
            + " (select count(*) from entity e where e.article_id = a.id),"
            + " (select count(*) from quote q where q.article_id = a.id),"
            + " array(select q.speaker_name from quote q where q.article_id = a.id"
            + " and q.speaker_name is not null group by 1 order by count(*) desc, 1)"
            + " from article a where a.id = any(?) order by a.shown_at desc, a.id";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          String[] speakers = (String[]) found.getArray(4).getArray();
          rows.add(
              new ResultTable.Row(
                  found.getString(1), found.getInt(2), found.getInt(3), Arrays.asList(speakers)));
        }
      }
    }
    return ResultTable.of(rows, around.terminal().columns());
  }
}
