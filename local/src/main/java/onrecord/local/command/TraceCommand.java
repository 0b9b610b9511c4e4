package onrecord.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import onrecord.events.ArticleIdentity;
import onrecord.events.ArticleStatus;
import onrecord.events.EventJson;
import onrecord.events.Topic;
import onrecord.local.command.Trace.Away;
import onrecord.service.Database;
import onrecord.service.KafkaClients;
import onrecord.service.Settings;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord trace}: where an article is and was. */
@Command(
    name = "trace",
    description = {
      "Tells where an article is and was: its records on the topics, what enrich decided about"
          + " each, its rows in the storage, and the times. No text of it.",
      "",
      "What enrich and copies write bears the time at which the article came in, so that a replay"
          + " gives the same bytes; the next time that is known is that of its being stored.",
      "",
      "A part that can't be asked is named, and the others are shown all the same."
    },
    exitCodeList = {
      "0:there is something of it, also when a part could not be asked",
      "1:there is nothing of it anywhere",
      "2:wrong arguments",
      "69:nothing was found, but a part could not be asked",
      "130:ended by Ctrl-C"
    })
final class TraceCommand implements Callable<Integer> {
  /** Of each topic, and of the versions in the storage. */
  private static final int MOST = 200;

  private final Surroundings around;
  private final List<Away> away = new ArrayList<>();

  @Mixin private final Broker broker = new Broker();
  @Mixin private final Door door = new Door();
  @Mixin private final Storage storage = new Storage();

  @Parameters(paramLabel = "ID", description = "The article's id, as the door answered it.")
  private String id;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Takes ID as this outlet's own number of the article.")
  private String source;

  @Option(names = "--quotes", description = "The events of its quotes, too; reads all of them.")
  private boolean quotes;

  @Option(names = "--json", description = "One JSON document.")
  private boolean json;

  TraceCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws InterruptedException, JsonProcessingException {
    Terminal terminal = around.terminal();
    if (id.isBlank()) {
      terminal.err().println("An id is not blank");
      return ExitCode.WRONG_USAGE;
    }
    String article = source == null ? id : ArticleIdentity.of(source, id, null, null, null, "");
    String at = door.url(around.home());
    URI status;
    Database database;
    try {
      status = Door.article(at, article, "/status");
      database = storage.database(around);
    } catch (IllegalArgumentException e) {
      terminal.err().println("--ingest is no address: " + e.getMessage());
      return ExitCode.WRONG_USAGE;
    } catch (Settings.WrongSettings e) {
      terminal.err().println(e.getMessage());
      return ExitCode.WRONG_USAGE;
    }
    Trace trace;
    try {
      trace =
          new Trace(article, topics(article), status(at, status), rows(database, article), away);
    } catch (InterruptException e) {
      return ExitCode.INTERRUPTED;
    }
    show(trace);
    if (trace.found()) {
      return ExitCode.DONE;
    }
    return trace.away().isEmpty() ? ExitCode.SOME_REFUSED : ExitCode.UNAVAILABLE;
  }

  private TracedTopics topics(String article) {
    KafkaClients kafka = broker.clients(around.home());
    Set<Topic> topics = EnumSet.allOf(Topic.class);
    if (!quotes) {
      topics.remove(Topic.QUOTES);
    }
    try {
      TracedTopics found = TracedTopics.read(kafka, article, topics, MOST);
      for (String missing : found.missing()) {
        away.add(
            new Away("the topic " + missing, "there is none", "\"onrecord topics\" creates it"));
      }
      return found;
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      away.add(
          new Away(
              "Kafka at " + kafka.bootstrap(),
              e.getMessage(),
              "is it up? --bootstrap says which to read"));
      return null;
    }
  }

  private ArticleStatus status(String at, URI uri) throws InterruptedException {
    try {
      return TracedStatus.ask(uri);
    } catch (TracedStatus.Unanswered e) {
      away.add(
          new Away(
              "ingest at " + at,
              e.getMessage(),
              "are ingest and enrich up, and does ingest have ONRECORD_ENRICH_URL?"
                  + " --ingest says which to ask"));
      return null;
    }
  }

  private TracedRows rows(Database database, String article) {
    try {
      int partition = TracedTopics.partition(article, Topic.PARTITIONS);
      return TracedRows.read(database, article, partition, MOST);
    } catch (SQLException e) {
      away.add(
          new Away(
              "PostgreSQL at " + database.url() + " as " + database.user(),
              e.getMessage(),
              "is it up, and has sink made its tables? --jdbc-url, --jdbc-user and"
                  + " $ONRECORD_JDBC_PASSWORD say which to read"));
      return null;
    }
  }

  private void show(Trace trace) throws JsonProcessingException {
    Terminal terminal = around.terminal();
    if (json) {
      terminal
          .out()
          .println(
              EventJson.mapper()
                  .writerWithDefaultPrettyPrinter()
                  .writeValueAsString(trace.fields()));
    } else if (trace.found()) {
      TraceLines.of(trace).forEach(terminal.out()::println);
    }
    for (Away part : trace.away()) {
      terminal
          .err()
          .println(
              Terminal.escaped(
                  part.part() + " can't be asked: " + part.reason() + "; " + part.remedy()));
    }
    if (!trace.found()) {
      terminal
          .err()
          .println(
              "There is nothing of "
                  + Terminal.escaped(trace.id())
                  + (trace.away().isEmpty() ? " anywhere" : " where it could be looked for"));
    }
  }
}
