package onrecord.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.ingest.PlainText.Line;

/**
 * Tells a headline from the opening words of a story. A line without a full stop that stands alone
 * is one. A line that ends like a sentence is one only when it is written as headlines are: in
 * title case, or short, with no more than one article and without the words that stories open with.
 */
final class Headline {
  private static final int MIN_WORDS = 3;
  private static final int MIN_SENTENCE_WORDS = 4;
  private static final int MAX_SENTENCE_CHARS = 90;
  private static final int MAX_CHARS = 150;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’.&-]*");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?…。！？][\"'”’»)\\]]*$");
  private static final Pattern GOES_ON = Pattern.compile("[:,，：][\"'”’»]?$");
  private static final Pattern INNER_SENTENCE_END =
      Pattern.compile("[\\p{Ll}\\p{N})][.!?][\"'”’]?\\s+[\"'“‘]?\\p{Lu}");
  private static final Pattern DATELINE =
      Pattern.compile("(\\p{Lu}[\\p{Lu} .'’-]+)(, [^-–—:]{1,40})?( \\([^)]*\\))? ?(?:[-–—]|:) ?.*");
  private static final Set<String> KICKERS =
      Set.of(
          "ANALYSIS",
          "BREAKING",
          "COLUMN",
          "EDITORIAL",
          "EXCLUSIVE",
          "LIVE",
          "OPINION",
          "PHOTOS",
          "POLL",
          "REPORT",
          "REVIEW",
          "UPDATE",
          "VIDEO",
          "WATCH");

  /** Words that title case may leave small. */
  private static final Set<String> SMALL =
      words(
          "a about after against amid an and are as at be between but by can could de del did do"
              + " does during for from had has have he her his how i if in into is it its la may"
              + " might nor not of off on or our out over per she so than that the their they this"
              + " to up van via von vs was we were what when while who will with without would yet"
              + " you your");

  /** Words that make a sentence a story's and not a headline's. */
  private static final Set<String> STORY =
      words(
          "am are aren't been had has hasn't have haven't he's i i'm is isn't me mr mrs ms my our"
              + " said says she's that's there there's they're today us was wasn't we we're were"
              + " weren't yesterday you your monday tuesday wednesday thursday friday saturday"
              + " sunday");

  private static final Set<String> STORY_FIRST =
      words("and but he it no not now she so still that then these they this those yet");
  private static final Set<String> ARTICLES = words("a an the");

  private Headline() {}

  /** Whether the first of the lines is a headline, judged by itself and the line below it. */
  static boolean isOne(List<Line> lines) {
    if (lines.size() < 2 || lines.get(0).length() > MAX_CHARS) {
      return false;
    }
    String line = lines.get(0).words();
    if (!mayBeOne(line) || !(lines.get(0).blankBelow() || isBrokenOnPurpose(lines))) {
      return false;
    }
    if (SENTENCE_END.matcher(line).find()) {
      return isTitleCase(line) || (!isDateline(line) && isShortSentence(line));
    }
    return !isLabel(line);
  }

  /** Whether a line has the look that every headline has. */
  static boolean mayBeOne(String line) {
    if (GOES_ON.matcher(line).find() || line.startsWith("<") || Outlet.inDateline(line) != null) {
      return false;
    }
    Matcher word = WORD.matcher(line);
    return word.find() && !Character.isLowerCase(word.group().codePointAt(0));
  }

  /** A few capitalised words may be a section's name or an author's: no headline for certain. */
  private static boolean isLabel(String line) {
    int words = 0;
    boolean allCapitalised = true;
    int ideographs = 0;
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words++;
      allCapitalised &= Character.isUpperCase(word.group().codePointAt(0));
      ideographs += (int) word.group().codePoints().filter(Character::isIdeographic).count();
    }
    if (ideographs > MIN_WORDS) {
      return false;
    }
    return words < MIN_WORDS || (words == MIN_WORDS && allCapitalised);
  }

  private static boolean isTitleCase(String line) {
    int capitalised = 0;
    Matcher word = WORD.matcher(line);
    for (boolean first = true; word.find(); first = false) {
      if (first || SMALL.contains(plain(word.group()))) {
        continue;
      }
      if (Character.isLowerCase(word.group().codePointAt(0))) {
        return false;
      }
      if (Character.isUpperCase(word.group().codePointAt(0))) {
        capitalised++;
      }
    }
    return capitalised >= MIN_WORDS;
  }

  private static boolean isShortSentence(String line) {
    if (line.length() > MAX_SENTENCE_CHARS || INNER_SENTENCE_END.matcher(line).find()) {
      return false;
    }
    int words = 0;
    int articles = 0;
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      String plain = plain(word.group());
      if (STORY.contains(plain) || (words == 0 && STORY_FIRST.contains(plain))) {
        return false;
      }
      articles += ARTICLES.contains(plain) ? 1 : 0;
      words++;
    }
    return words >= MIN_SENTENCE_WORDS && articles <= 1;
  }

  private static boolean isDateline(String line) {
    Matcher dateline = DATELINE.matcher(line);
    return dateline.matches() && !KICKERS.contains(dateline.group(1).strip());
  }

  /** Whether the line ends where wrapping would not have ended it: the next word had room. */
  private static boolean isBrokenOnPurpose(List<Line> lines) {
    String first = lines.get(0).words();
    String below = lines.get(1).words();
    if (SENTENCE_END.matcher(first).find() || !mayBeOne(below)) {
      return false;
    }
    int widest = lines.stream().mapToInt(Line::length).max().orElse(0);
    return first.length() + 1 + below.split("\\s", 2)[0].length() <= widest;
  }

  private static String plain(String word) {
    String plain = word.toLowerCase(Locale.ROOT).replace('’', '\'');
    int end = plain.length();
    while (end > 0 && !Character.isLetterOrDigit(plain.charAt(end - 1))) {
      end--;
    }
    return plain.substring(0, end);
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }
}
