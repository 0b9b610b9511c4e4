package onrecord.ingest;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that is a date with a year and nothing else, a label and a time of day apart. Dates in
 * figures count only year first: 6/8/2021 is June to one reader and August to the other.
 *
 * @param instant midnight UTC when there is no time, or a time whose zone isn't certain
 * @param isLabelled whether it says what it is ("Published: …")
 * @param isUpdate whether it says that it is a later one ("Updated …")
 */
record DateLine(Instant instant, boolean isLabelled, boolean isUpdate) {
  static final int MAX_CHARS = 80;

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String MONTH =
      "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
          + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
  private static final String DAY =
      "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?";

  private static final Pattern LINE =
      Pattern.compile(
          "(?:(?<label>(?:(?:first |originally )?published|posted|(?:last )?updated|last modified"
              + "|publication date|date)(?: on| at)?) ?:? )?"
              + "(?:(?<weekday>"
              + DAY
              + ")\\.?,? )?"
              + "(?:(?<month1>"
              + MONTH
              + ") (?<day1>\\d{1,2})(?:st|nd|rd|th)?,? (?<year1>\\d{4})"
              + "|(?<day2>\\d{1,2})(?:st|nd|rd|th)? (?<month2>"
              + MONTH
              + "),? (?<year2>\\d{4})"
              + "|(?<iso>\\d{4}-\\d{2}-\\d{2}(?:T\\S+)?))"
              + "(?:,? (?:at |[-–—] )?(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?::\\d{2})?"
              + "(?: ?(?<half>[ap])\\.?m\\.?)?(?: (?<zone>[A-Z]{1,5}|[+-]\\d{2}:\\d{2}))?)?\\.?",
          Pattern.CASE_INSENSITIVE);

  /** Only zones whose letters mean one thing. */
  private static final Map<String, ZoneOffset> ZONES =
      Map.of(
          "GMT",
          ZoneOffset.UTC,
          "UTC",
          ZoneOffset.UTC,
          "Z",
          ZoneOffset.UTC,
          "EDT",
          ZoneOffset.ofHours(-4),
          "PDT",
          ZoneOffset.ofHours(-7),
          "CEST",
          ZoneOffset.ofHours(2));

  /** The date that a line is, or null when it is none. */
  static DateLine of(String line) {
    if (line.length() > MAX_CHARS || line.length() < "May 1 2021".length()) {
      return null;
    }
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return null;
    }
    try {
      String label = parts.group("label");
      boolean update = label != null && label.toLowerCase(Locale.ROOT).matches(".*(updat|modif).*");
      return new DateLine(instant(parts), label != null, update);
    } catch (DateTimeException e) {
      // No such day, or another day of the week: a slip, and no telling where.
      return null;
    }
  }

  private static Instant instant(Matcher parts) {
    String iso = parts.group("iso");
    if (iso != null && iso.indexOf('T') > 0) {
      return ArticleFields.instantOf(iso);
    }
    LocalDate day =
        iso != null
            ? LocalDate.parse(iso)
            : LocalDate.of(
                Integer.parseInt(either(parts, "year")),
                1 + MONTHS.indexOf(either(parts, "month").substring(0, 3).toLowerCase(Locale.ROOT)),
                Integer.parseInt(either(parts, "day")));
    String weekday = parts.group("weekday");
    if (weekday != null && !matches(day.getDayOfWeek(), weekday)) {
      throw new DateTimeException("The day of the week is another");
    }
    String zone = parts.group("zone");
    ZoneOffset offset = zone == null ? null : offset(zone);
    return offset == null
        ? day.atStartOfDay(ZoneOffset.UTC).toInstant()
        : day.atTime(time(parts)).toInstant(offset);
  }

  private static LocalTime time(Matcher parts) {
    int hour = Integer.parseInt(parts.group("hour"));
    String half = parts.group("half");
    if (half != null) {
      if (hour < 1 || hour > 12) {
        throw new DateTimeException("No such hour");
      }
      hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    return LocalTime.of(hour, Integer.parseInt(parts.group("minute")));
  }

  private static ZoneOffset offset(String zone) {
    return Character.isLetter(zone.charAt(0))
        ? ZONES.get(zone.toUpperCase(Locale.ROOT))
        : ZoneOffset.of(zone);
  }

  private static boolean matches(DayOfWeek day, String weekday) {
    return day.name().startsWith(weekday.substring(0, 3).toUpperCase(Locale.ROOT));
  }

  /** The part as it stands before or behind the other: "June 8" or "8 June". */
  private static String either(Matcher parts, String name) {
    String first = parts.group(name + "1");
    return first != null ? first : parts.group(name + "2");
  }
}
