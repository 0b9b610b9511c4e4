package onrecord.ingest;

import java.nio.charset.Charset;
import java.util.Locale;

/**
 * What a request says its body is.
 *
 * @param form how articles stand in it
 * @param charset as declared, or null
 */
record ContentType(Form form, Charset charset) {

  /** How articles stand in a body. */
  enum Form {
    JSON,
    LINES,
    TEXT
  }

  /** Reads a Content-Type header, null when there is none. */
  static ContentType of(String header) throws Refused {
    String[] parts = header == null ? new String[] {""} : header.split(";", -1);
    Form form = form(parts[0].strip().toLowerCase(Locale.ROOT));
    Charset charset = null;
    for (String part : parts) {
      String[] pair = part.strip().split("=", 2);
      if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("charset")) {
        charset = charset(pair[1].replace("\"", "").strip());
      }
    }
    return new ContentType(form, charset);
  }

  private static Form form(String media) throws Refused {
    return switch (media) {
      case "application/json" -> Form.JSON;
      case "application/x-ndjson", "application/ndjson", "application/jsonl" -> Form.LINES;
      case "text/plain" -> Form.TEXT;
      case "text/html", "application/xhtml+xml" ->
          throw wrong("HTML where text was expected; send the article's text as text/plain");
      default ->
          throw wrong(
              (media.isEmpty() ? "no Content-Type" : "the Content-Type is \"" + media + "\"")
                  + "; send application/json, application/x-ndjson (one JSON object a line) or"
                  + " text/plain");
    };
  }

  private static Charset charset(String name) throws Refused {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      Refused wrong = wrong("the charset \"" + name + "\" isn't known here; send UTF-8");
      wrong.initCause(e);
      throw wrong;
    }
  }

  private static Refused wrong(String reason) {
    return new Refused(Refusal.Kind.WRONG_TYPE, null, reason);
  }
}
