package onrecord.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the headers of a request say about the plain text in its body: {@code Article-Headline} and
 * so on, one for each field; the values are percent-encoded UTF-8, so that any script fits.
 */
final class ArticleHeaders {
  private static final String PREFIX = "article-";

  /** Header in small letters to field: {@code article-pub-status} to {@code pubStatus}. */
  private static final Map<String, String> FIELDS =
      ArticleFields.NAMES.stream()
          .filter(name -> !List.of("body", "origin").contains(name))
          .collect(Collectors.toMap(ArticleHeaders::header, name -> name));

  private ArticleHeaders() {}

  static ArticleFields fields(HttpServletRequest request) throws Refused {
    ArticleFields fields = new ArticleFields();
    for (String header : Collections.list(request.getHeaderNames())) {
      String name = header.toLowerCase(Locale.ROOT);
      if (!name.startsWith(PREFIX)) {
        continue;
      }
      String field = FIELDS.get(name);
      if (field == null) {
        throw new Refused(
            Refusal.Kind.UNUSABLE,
            header,
            "\""
                + header
                + "\" is no header of an article; the headers are "
                + FIELDS.keySet().stream().sorted().collect(Collectors.joining(", ")));
      }
      List<String> values = Collections.list(request.getHeaders(header));
      if (values.size() > 1) {
        throw new Refused(Refusal.Kind.UNREADABLE, field, header + " stands there twice");
      }
      fields.put(field, decoded(header, field, values.get(0)));
    }
    return fields;
  }

  private static String header(String field) {
    return PREFIX + field.replaceAll("(\\p{Lu})", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String decoded(String header, String field, String value) throws Refused {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '%') {
        int high = i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
        int low = i + 2 < value.length() ? Character.digit(value.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw notEncoded(header, field);
        }
        bytes.write(high << 4 | low);
        i += 2;
      } else if (c > 0x7E) {
        throw notEncoded(header, field);
      } else {
        bytes.write(c);
      }
    }
    try {
      return StrictReader.decode(bytes.toByteArray(), null);
    } catch (Refused e) {
      throw notEncoded(header, field);
    }
  }

  private static Refused notEncoded(String header, String field) {
    return new Refused(
        Refusal.Kind.UNREADABLE,
        field,
        header
            + " isn't percent-encoded UTF-8; write every character outside ASCII as its bytes (é is"
            + " %C3%A9), and % as %25");
  }
}
