package onrecord.desk;

import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of one request, each within bounds. What can't be read is refused by name. For one
 * thread.
 */
final class Parameters {
  static final int MOST_ITEMS = 100;
  private static final int USUAL_ITEMS = 20;
  private static final int MAX_CHARS = 300;
  private static final int MAX_CURSOR_CHARS = 3_000;

  private final Context ctx;

  private Parameters(Context ctx) {
    this.ctx = ctx;
  }

  /** Refuses parameters it isn't told: a typing slip must not widen an answer unseen. */
  static Parameters strict(Context ctx, String... known) {
    Set<String> names = new TreeSet<>(List.of(known));
    for (String given : ctx.queryParamMap().keySet()) {
      if (!names.contains(given)) {
        throw Refusal.badParameter(
            given, "There is no parameter \"" + shortened(given) + "\"; there are " + names + ".");
      }
    }
    return new Parameters(ctx);
  }

  /** Passes over parameters that nobody asks for: links gather them on their way. */
  static Parameters lenient(Context ctx) {
    return new Parameters(ctx);
  }

  /** The parameter's text, or null when it isn't there or is blank. */
  String text(String name) {
    return text(name, MAX_CHARS);
  }

  /** How many items to answer with. */
  int limit() {
    String value = text("limit");
    if (value == null) {
      return USUAL_ITEMS;
    }
    try {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= MOST_ITEMS) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of range.
    }
    throw Refusal.badParameter(
        "limit",
        "limit is \""
            + shortened(value)
            + "\", it must be a whole number from 1 to "
            + MOST_ITEMS
            + ".");
  }

  /** Where the list goes on, or null for its beginning. */
  Cursor before() {
    String value = text("before", MAX_CURSOR_CHARS);
    if (value == null) {
      return null;
    }
    try {
      return Cursor.of(value);
    } catch (IllegalArgumentException e) {
      throw Refusal.badParameter(
          "before",
          "before is \"" + shortened(value) + "\", it must be the \"next\" of an earlier answer.");
    }
  }

  private String text(String name, int most) {
    List<String> values = ctx.queryParams(name);
    if (values.size() > 1) {
      throw Refusal.badParameter(name, name + " is given " + values.size() + " times.");
    }
    String value = values.isEmpty() ? null : values.get(0);
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > most) {
      throw Refusal.badParameter(
          name, name + " has " + value.length() + " characters, the most is " + most + ".");
    }
    if (value.indexOf(0) >= 0) {
      throw Refusal.badParameter(name, name + " holds a NUL character.");
    }
    return value.strip();
  }

  private static String shortened(String value) {
    return value.length() <= 40 ? value : value.substring(0, 40) + "…";
  }
}
