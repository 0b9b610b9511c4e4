package onrecord.evaluate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is held out from training, so that it can be measured by: the last months of dated articles,
 * of undated corpora their own test part or every tenth document, and of the articles written for
 * this project every fifth of each topic. Training and evaluation both ask here.
 */
public final class HeldOut {
  /** The first month that isn't trained on. */
  public static final String FROM = "2016-08";

  private static final Pattern DATED =
      Pattern.compile("(?:^|_)((?:19|20)\\d\\d-\\d\\d)(?:-\\d\\d)?(?:_|$)");
  private static final Pattern NUMBERED = Pattern.compile("(.*)-(\\d{4,})");

  private static final Pattern LESSON = Pattern.compile("[a-z]+-(\\d\\d)");

  private HeldOut() {}

  /**
   * Whether a document is held out.
   *
   * @param id of the document: {@code outlet_2016-08-03_words} in dated files, {@code corpus-0009}
   *     in {@code .bio} files, {@code topic-05} of articles with tags
   */
  public static boolean holds(String id) {
    Matcher dated = DATED.matcher(id);
    if (dated.find()) {
      return dated.group(1).compareTo(FROM) >= 0;
    }
    Matcher lesson = LESSON.matcher(id);
    if (lesson.matches()) {
      return Integer.parseInt(lesson.group(1)) % 5 == 0;
    }
    Matcher numbered = NUMBERED.matcher(id);
    if (!numbered.matches()) {
      return false;
    }
    String corpus = numbered.group(1);
    int number = Integer.parseInt(numbered.group(2));
    if (corpus.endsWith("-test") || corpus.endsWith("-dev")) {
      return true;
    }
    // Three documents a domain: training, development, test.
    if (corpus.startsWith("crossner-")) {
      return number == 2;
    }
    return number % 10 == 9;
  }
}
