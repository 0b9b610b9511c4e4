package onrecord.desk;

import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The style sheet, the script and the icon. Their addresses change with their content, so a browser
 * may keep them for good. Safe to share between threads.
 */
final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "desk.css", "text/css; charset=utf-8",
          "desk.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");

  private final Map<String, byte[]> contents = new LinkedHashMap<>();

  Assets() {
    TYPES.keySet().forEach(name -> contents.put(name, read(name)));
  }

  /** The address of an asset. */
  String address(String name) {
    return "/assets/" + name + "?" + hash(contents.get(name));
  }

  void addTo(JavalinConfig config) {
    contents.forEach(
        (name, content) ->
            config.routes.get(
                "/assets/" + name,
                ctx ->
                    ctx.contentType(TYPES.get(name))
                        .header("Cache-Control", "public, max-age=31536000, immutable")
                        .result(content)));
  }

  private static byte[] read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The desk's own file " + name + " can't be read", e);
    }
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform must have SHA-256", e);
    }
  }
}
