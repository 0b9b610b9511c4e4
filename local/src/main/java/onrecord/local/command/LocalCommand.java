package onrecord.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import onrecord.ingest.ArticleFiles;
import onrecord.local.Addresses;
import onrecord.local.Delivery;
import onrecord.local.WholeWay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord local}: the whole way on this machine, fed with articles. */
@Command(
    name = "local",
    description = {
      "Starts a real Kafka, a real PostgreSQL and every service on this machine, sends the articles"
          + " the whole way and shows what came out. Then everything stays up until Ctrl-C.",
      "",
      "While it runs, the other commands find its Kafka by themselves."
    },
    exitCodeList = {
      "0:all articles are stored, and everything was stopped",
      "1:some articles were refused or rejected; they are named",
      "2:wrong arguments",
      "69:a server or a service can't start",
      "70:one of them died, or articles got stuck",
      "130:ended by Ctrl-C before all articles were stored"
    })
final class LocalCommand implements Callable<Integer> {
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);
  private static final Duration STUCK_AFTER = Duration.ofMinutes(3);

  private final Surroundings around;
  private final Terminal terminal;
  private final Runnable stopInOrder;

  @Parameters(
      paramLabel = "FILE|FOLDER",
      description = "Articles: .txt, .json, .ndjson, .jsonl; by default those in seeds/.")
  private List<Path> named = new ArrayList<>();

  @Option(names = "--once", description = "Ends when every article is stored.")
  private boolean once;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keeps Kafka's and PostgreSQL's data there, for the next run to go on with; without it"
              + " they are temporary.")
  private Path data;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      defaultValue = "19092",
      description = "Where Kafka listens if the port is free (default: ${DEFAULT-VALUE}).")
  private int kafkaPort;

  @Option(
      names = "--postgres-port",
      paramLabel = "PORT",
      defaultValue = "15432",
      description = "The same for PostgreSQL (default: ${DEFAULT-VALUE}).")
  private int postgresPort;

  @Option(
      names = "--ingest-port",
      paramLabel = "PORT",
      defaultValue = "18080",
      description = "The same for ingest's door (default: ${DEFAULT-VALUE}).")
  private int ingestPort;

  @Option(
      names = "--desk-port",
      paramLabel = "PORT",
      defaultValue = "18081",
      description = "The same for the reading room (default: ${DEFAULT-VALUE}).")
  private int deskPort;

  /**
   * The command.
   *
   * @param stopInOrder called before anything is started that must be stopped
   */
  LocalCommand(Surroundings around, Runnable stopInOrder) {
    this.around = around;
    this.terminal = around.terminal();
    this.stopInOrder = stopInOrder;
  }

  @Override
  public Integer call() throws InterruptedException, IOException, SQLException {
    List<Path> files;
    try {
      files = ArticleFiles.find(named.isEmpty() ? List.of(around.home().resolve("seeds")) : named);
    } catch (IOException e) {
      terminal.err().println("The articles can't be found: " + e.getMessage());
      return ExitCode.WRONG_USAGE;
    }
    stopInOrder.run();
    terminal.err().println("Starting Kafka, PostgreSQL, ingest, enrich, sink and desk");
    WholeWay.Plan plan =
        new WholeWay.Plan(data, around.cache(), kafkaPort, postgresPort, ingestPort, deskPort);
    WholeWay way;
    try {
      way = WholeWay.start(plan);
    } catch (IOException e) {
      terminal.err().println(e.getMessage());
      return ExitCode.UNAVAILABLE;
    }
    Addresses addresses = way.addresses();
    try (way) {
      addresses.write(around.home());
      print(addresses);
      int code = send(files, way);
      return once || code == ExitCode.DIED ? code : stayUp(way, code);
    } finally {
      addresses.remove(around.home());
    }
  }

  private void print(Addresses addresses) {
    terminal.err().println("  Kafka       " + addresses.kafka());
    terminal.err().println("  PostgreSQL  " + addresses.jdbcUrl() + " as " + addresses.jdbcUser());
    terminal.err().println("  ingest      " + addresses.ingest() + "/articles");
    terminal.err().println("  desk        " + addresses.desk() + "/");
  }

  private int stayUp(WholeWay way, int code) {
    terminal
        .out()
        .println("Read them at " + way.addresses().desk() + "/ (Ctrl-C stops everything)");
    try {
      terminal.err().println(way.death().get());
      return ExitCode.DIED;
    } catch (InterruptedException e) {
      terminal.err().println("Stopping");
      return code;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A death is never exceptional", e);
    }
  }

  /** Sends the articles, waits until each has come through, and says what became of them. */
  private int send(List<Path> files, WholeWay way)
      throws InterruptedException, SQLException, IOException {
    try (Delivery delivery = Delivery.begin(files, way.addresses(), Clock.systemUTC())) {
      String trouble = await(delivery, way);
      show(delivery, way.addresses());
      if (trouble != null) {
        terminal.err().println(trouble);
        delivery.waitingIds().forEach(id -> terminal.err().println("  " + id + " isn't stored"));
        return ExitCode.DIED;
      }
      return delivery.problems().isEmpty() ? ExitCode.DONE : ExitCode.SOME_REFUSED;
    }
  }

  /** Returns when the delivery is done, or with what keeps it from being done. */
  private String await(Delivery delivery, WholeWay way)
      throws InterruptedException, SQLException, IOException {
    ProgressBar bar = new ProgressBar(terminal, "articles stored");
    Instant moved = Instant.now();
    int before = -1;
    try {
      while (true) {
        delivery.look();
        int waiting = delivery.waitingIds().size();
        bar.show(delivery.stored(), delivery.accepted());
        if (delivery.done()) {
          return null;
        }
        if (way.death().isDone()) {
          return way.death().join();
        }
        if (waiting != before) {
          before = waiting;
          moved = Instant.now();
        } else if (moved.plus(STUCK_AFTER).isBefore(Instant.now())) {
          return "Nothing has come through for " + STUCK_AFTER.toMinutes() + " minutes";
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
      }
    } finally {
      bar.end();
    }
  }

  private void show(Delivery delivery, Addresses addresses) throws SQLException {
    List<ResultTable.Row> rows = StoredArticles.rows(addresses, delivery.storedIds());
    if (!rows.isEmpty()) {
      terminal.out().println(ResultTable.of(rows, terminal.columns()));
    }
    List<String> problems = delivery.problems();
    for (String problem : problems) {
      terminal.err().println(problem);
    }
    int quotes = rows.stream().mapToInt(ResultTable.Row::quotes).sum();
    String first =
        delivery.firstStored() == null
            ? ""
            : " The first was stored " + seconds(delivery.firstStored()) + " after the start.";
    terminal
        .out()
        .println(
            count(rows.size(), "article")
                + " stored with "
                + count(quotes, "quote")
                + " in "
                + seconds(Instant.now())
                + ", "
                + problems.size()
                + " refused or rejected."
                + first);
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private String seconds(Instant moment) {
    Duration since = Duration.between(around.started(), moment);
    return String.format(Locale.ROOT, "%.1f s", since.toMillis() / 1000.0);
  }
}
