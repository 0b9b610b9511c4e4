package onrecord.local.command;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import onrecord.local.Addresses;
import picocli.CommandLine.Option;

/** The option that says which door of ingest a command asks. */
final class Door {
  private static final String BY_DEFAULT = "http://localhost:18080";

  @Option(
      names = "--ingest",
      paramLabel = "URL",
      description =
          "The door to ask. Without it, that of a running \"onrecord local\", else "
              + BY_DEFAULT
              + ".")
  private String ingest;

  /** Its address, without a slash at the end. */
  String url(Path home) {
    return ingest != null
        ? ingest.replaceFirst("/+$", "")
        : Addresses.find(home).map(Addresses::ingest).orElse(BY_DEFAULT);
  }

  /**
   * Where an article is to be asked about.
   *
   * @param url see {@link #url}
   * @param more what follows the article's id
   * @throws IllegalArgumentException when the url is no address
   */
  static URI article(String url, String id, String more) {
    // A path's blank is no plus.
    String path = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    return URI.create(url + "/articles/" + path + more);
  }
}
