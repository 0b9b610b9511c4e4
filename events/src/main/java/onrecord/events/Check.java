package onrecord.events;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** The refusals that the event records share; each names the field it refuses. */
final class Check {
  /** RFC 3339 and PostgreSQL agree on these years. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private Check() {}

  static String required(String field, String value, int maxChars) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return optional(field, value, maxChars);
  }

  static String optional(String field, String value, int maxChars) {
    if (value == null) {
      return null;
    }
    if (value.length() > maxChars) {
      throw new IllegalArgumentException(
          field + " has " + value.length() + " characters, the most is " + maxChars);
    }
    return text(field, value);
  }

  /** Refuses NULs (PostgreSQL can't hold them) and lone surrogates (UTF-8 can't). */
  static String text(String field, String value) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == 0) {
        throw new IllegalArgumentException(field + " has a NUL character at offset " + i);
      }
      if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c)
            && i + 1 < value.length()
            && Character.isLowSurrogate(value.charAt(i + 1))) {
          i++;
        } else {
          throw new IllegalArgumentException(
              field + " has half a surrogate pair at offset " + i + ": the text is damaged");
        }
      }
    }
    return value;
  }

  static Instant instant(String field, Instant value) {
    if (value != null && (value.isBefore(EARLIEST) || value.isAfter(LATEST))) {
      throw new IllegalArgumentException(
          field + " is " + value + ", it must lie in the years 1 to 9999");
    }
    return value;
  }

  static <T> T present(String field, T value) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return value;
  }

  static <T> List<T> list(String field, List<T> value) {
    if (value == null) {
      return List.of();
    }
    for (T item : value) {
      if (item == null) {
        throw new IllegalArgumentException(field + " holds a null");
      }
    }
    return List.copyOf(value);
  }

  /** A list of strings, each fit to travel. */
  static List<String> strings(String field, List<String> value) {
    List<String> strings = list(field, value);
    strings.forEach(string -> text(field, string));
    return strings;
  }

  /** A number that orders versions: JavaScript must keep it exactly. */
  static void order(String field, long value) {
    if (Math.abs(value) > Article.MAX_VERSION) {
      throw new IllegalArgumentException(
          field + " is " + value + ", the most is " + Article.MAX_VERSION + " on either side of 0");
    }
  }

  static void sha256(String field, String value) {
    if (!SHA_256.matcher(required(field, value, 64)).matches()) {
      throw new IllegalArgumentException(
          field + " is no SHA-256, it must be 64 hex digits in lower case");
    }
  }

  static double share(String field, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(field + " is " + value + ", it must be from 0 to 1");
    }
    return value;
  }

  static void range(String field, int start, int end) {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(field + " runs from " + start + " to " + end);
    }
  }
}
