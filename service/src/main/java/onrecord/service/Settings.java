package onrecord.service;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a service's settings from a map (the environment). Every variable starts with {@value
 * #PREFIX}; each getter names the variable and its value when it refuses it; {@link #refuseUnknown}
 * ends the reading. For one thread.
 */
public final class Settings {
  public static final String PREFIX = "ONRECORD_";

  private final Map<String, String> values = new TreeMap<>();
  private final SortedSet<String> known = new TreeSet<>();

  public Settings(Map<String, String> environment) {
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX)) {
            values.put(name, value);
          }
        });
  }

  /**
   * A string as it stands, white space around it apart.
   *
   * @param name without the prefix
   */
  public String string(String name, String byDefault) {
    String value = value(name);
    return value == null ? byDefault : value;
  }

  /** A word out of a set. */
  public String oneOf(String name, String byDefault, Set<String> words) {
    String value = string(name, byDefault);
    if (!words.contains(value)) {
      throw refused(name, value, "one of " + new TreeSet<>(words));
    }
    return value;
  }

  public int integer(String name, int byDefault, int least, int most) {
    String value = value(name);
    if (value == null) {
      return byDefault;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of range.
    }
    throw refused(name, value, "a whole number from " + least + " to " + most);
  }

  /** An ISO-8601 duration such as PT30S, greater than zero. */
  public Duration duration(String name, Duration byDefault) {
    String value = value(name);
    if (value == null) {
      return byDefault;
    }
    try {
      Duration duration = Duration.parse(value);
      if (!duration.isNegative() && !duration.isZero()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Refused below, like a negative one.
    }
    throw refused(name, value, "a duration greater than zero such as PT30S");
  }

  /** An address such as jdbc:postgresql://host/database. */
  public URI uri(String name, URI byDefault) {
    String value = value(name);
    if (value == null) {
      return byDefault;
    }
    try {
      return new URI(value);
    } catch (URISyntaxException e) {
      throw refused(name, value, "an address");
    }
  }

  public Secret secret(String name, Secret byDefault) {
    String value = value(name);
    return value == null ? byDefault : new Secret(value);
  }

  /** Refuses variables with our prefix that no getter asked for: a typing slip must not pass. */
  public void refuseUnknown() {
    SortedSet<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new WrongSettings("Unknown variables " + unknown + "; this service knows " + known);
    }
  }

  private String value(String name) {
    String variable = PREFIX + name;
    known.add(variable);
    String value = values.get(variable);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static WrongSettings refused(String name, String value, String wanted) {
    return new WrongSettings(PREFIX + name + " is \"" + value + "\", it must be " + wanted);
  }

  /** A value that must not be printed. */
  public record Secret(String value) {
    @Override
    public String toString() {
      return "***";
    }
  }

  /** The settings can't be used; the message says which and what to set instead. */
  public static final class WrongSettings extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WrongSettings(String message) {
      super(message);
    }
  }
}
