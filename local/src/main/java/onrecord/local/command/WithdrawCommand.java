package onrecord.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import onrecord.events.EventJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord withdraw}: takes an article out of every view, by ingest's door. */
@Command(
    name = "withdraw",
    description = {
      "Takes an article out of every view, with all its quotes.",
      "",
      "An article whose versions are counted needs --version; the refusal says which."
    },
    exitCodeList = {
      "0:Kafka has the withdrawal",
      "1:it was refused",
      "2:wrong arguments",
      "69:the door can't be reached, or can't take it now"
    })
final class WithdrawCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Surroundings around;

  @Parameters(paramLabel = "ID", description = "The article's id.")
  private String id;

  @Option(
      names = "--version",
      paramLabel = "N",
      description = "The withdrawal's place among the versions; without it, the time.")
  private Long version;

  @Mixin private final Door door = new Door();

  // The inherited one is left out by picocli, because its --version is the program's.
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  @SuppressWarnings("UnusedVariable") // Read by picocli.
  private boolean help;

  WithdrawCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws InterruptedException {
    Terminal terminal = around.terminal();
    String at = door.url(around.home());
    URI uri;
    try {
      uri = Door.article(at, id, version == null ? "" : "?version=" + version);
    } catch (IllegalArgumentException e) {
      terminal.err().println("--ingest is no address: " + e.getMessage());
      return ExitCode.WRONG_USAGE;
    }
    try {
      HttpResponse<byte[]> answer =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .build()
              .send(
                  HttpRequest.newBuilder(uri).timeout(PATIENCE).DELETE().build(),
                  BodyHandlers.ofByteArray());
      return say(answer.statusCode(), EventJson.mapper().readTree(answer.body()));
    } catch (IOException | IllegalArgumentException e) {
      terminal.err().println("The door at " + at + " doesn't answer as it should: " + e);
      return ExitCode.UNAVAILABLE;
    }
  }

  private int say(int status, JsonNode answer) {
    Terminal terminal = around.terminal();
    if (status == 202) {
      terminal
          .out()
          .println(
              "accepted  "
                  + answer.path("id").asText()
                  + "  version "
                  + answer.path("version").asText()
                  + "  partition "
                  + answer.path("partition").asText()
                  + "  offset "
                  + answer.path("offset").asText());
      return ExitCode.DONE;
    }
    String why = answer.path("reason").asText("status " + status);
    if (status == 429 || status >= 500) {
      terminal.err().println("not taken now  " + id + ": " + why);
      return ExitCode.UNAVAILABLE;
    }
    terminal.err().println("refused  " + id + ": " + why);
    return ExitCode.SOME_REFUSED;
  }
}
