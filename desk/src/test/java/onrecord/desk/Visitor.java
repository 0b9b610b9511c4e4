package onrecord.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import onrecord.events.EventJson;

/** One who asks a desk over HTTP. */
final class Visitor {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String root;

  Visitor(DeskService desk) {
    root = "http://127.0.0.1:" + desk.port();
  }

  HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return send("GET", address);
  }

  HttpResponse<String> send(String method, String address)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + address))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  JsonNode json(String address) throws IOException, InterruptedException {
    return EventJson.mapper().readTree(get(address).body());
  }

  /**
   * The parts of a list, first to last, each as the one before says.
   *
   * @param address of the first, with a limit
   */
  List<JsonNode> parts(String address) throws IOException, InterruptedException {
    List<JsonNode> parts = new ArrayList<>();
    String next = "";
    do {
      JsonNode part = json(address + next);
      parts.add(part);
      next = part.has("next") ? "&before=" + part.get("next").asText() : null;
    } while (next != null);
    return parts;
  }
}
