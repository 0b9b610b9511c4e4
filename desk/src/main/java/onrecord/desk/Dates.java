package onrecord.desk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the pages write them: in UTC, so that all readers read the same. */
final class Dates {
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Dates() {}

  /** "Friday". */
  static String weekday(Instant time) {
    return WEEKDAY.format(time);
  }

  /** "20 November 2026". */
  static String day(Instant time) {
    return DAY.format(time);
  }

  /** Writes the day, for machines to the second. */
  static void writeDay(Html html, Instant time) {
    html.element("time", day(time), "datetime", time.toString());
  }

  /** Writes the time of the day, for machines to the second. */
  static void writeMinute(Html html, Instant time) {
    html.element("time", MINUTE.format(time), "datetime", time.toString());
  }
}
