package onrecord.events;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The refusals that the event records share; each names the field it refuses. */
final class Check {
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
    if (value != null) {
      int year = value.atOffset(ZoneOffset.UTC).getYear();
      if (year < 1 || year > 9999) {
        throw new IllegalArgumentException(field + " lies in the year " + year);
      }
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
