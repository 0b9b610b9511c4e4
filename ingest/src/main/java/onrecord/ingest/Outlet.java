package onrecord.ingest;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the name of an outlet: an agency that everyone knows, or words that end like a paper's. */
final class Outlet {
  private static final int MAX_CHARS = 60;

  private static final Set<String> KNOWN =
      Set.of(
          "AFP",
          "AP",
          "Agence France-Presse",
          "Al Jazeera",
          "Associated Press",
          "The Associated Press",
          "BBC",
          "BBC News",
          "Bloomberg",
          "CNN",
          "EFE",
          "NPR",
          "PTI",
          "Reuters",
          "TASS",
          "UPI",
          "Xinhua");

  /** Last words of names of papers and agencies that are rarely anything else. */
  private static final String PAPER =
      "(?:Argus|Chronicle|Courier|Dispatch|Echo|Enquirer|Examiner|Express|Gazette|Globe|Guardian"
          + "|Herald|Independent|Inquirer|Journal|Mail|Mercury|Monitor|Observer|Post|Press|Register"
          + "|Sentinel|Telegraph|Times|Tribune|Wire)";

  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lu}[\\p{L}\\p{M}'’-]*(?: (?:of|the|and|&|\\p{Lu}[\\p{L}\\p{M}'’.-]*)){0,4} "
              + PAPER);
  private static final Pattern DATELINE =
      Pattern.compile(
          "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: (?:da|de|del|do|la|of|\\p{Lu}[\\p{L}\\p{M}.'’-]*)){0,4}"
              + "(?:, [\\p{L}\\p{M} .]{2,30})?(?:, \\p{Lu}\\p{L}{2,8}\\.? \\d{1,2})?"
              + " \\(([^()]{2,60})\\) ?[-–—]{1,2} ?\\S.*",
          Pattern.DOTALL);

  private Outlet() {}

  /** The words when they name an outlet, else null. */
  static String of(String words) {
    boolean outlet =
        words.length() <= MAX_CHARS && (KNOWN.contains(words) || NAME.matcher(words).matches());
    return outlet ? words : null;
  }

  /** The outlet behind the last comma of a byline, or null. */
  static String inByline(String byline) {
    int comma = byline.lastIndexOf(',');
    return comma < 0 ? null : of(byline.substring(comma + 1).strip());
  }

  /** The agency of a dateline, "LISBON (Meridian Wire) — …", or null. */
  static String inDateline(String line) {
    Matcher dateline = DATELINE.matcher(line);
    return dateline.matches() ? of(dateline.group(1).strip()) : null;
  }
}
