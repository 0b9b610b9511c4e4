package onrecord.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What kind of words name a source, and the last word of its head: "Robby Mook, the manager" is
 * named, Mook; "a spokesman for Trump" is nominal, spokesman. Computed where a gold file doesn't
 * say, by the rules that the gold files were made by.
 *
 * @param kind one of the constants here
 * @param head or null
 */
record SourceHead(String kind, String head) {
  static final String NAMED = "named";
  static final String PRONOUN = "pronoun";
  static final String NOMINAL = "nominal";
  static final String NONE = "none";

  private static final Set<String> PRONOUNS =
      words(
          "i me my mine myself you your yours yourself he him his himself she her hers herself it"
              + " its itself we us our ours ourselves they them their theirs themselves who whom"
              + " whose which that this these those one someone somebody anyone anybody everyone"
              + " everybody nobody others another some many most few several all both each either"
              + " neither none more");
  private static final Set<String> REFLEXIVES = words("himself herself themselves itself");

  /** Written with a capital at times, and yet no names. */
  private static final Set<String> COMMON =
      words(
          "republicans republican democrats democrat americans american gop president senator"
              + " congressman congresswoman governor secretary mayor sheriff judge justice attorney"
              + " general officials official voters voter aides aide supporters critics experts"
              + " analysts sources reporters reporter spokesman spokeswoman spokesperson candidate"
              + " candidates nominee campaign administration government people conservatives"
              + " liberals progressives muslims hispanics latinos evangelicals christians jews"
              + " blacks whites britons russians mexicans women men lawmakers leaders pundits"
              + " pollsters observers others host moderator chairman director king queen pope"
              + " kremlin-officials party committee department");

  private static final Set<String> BODIES = words("committee party department");
  private static final Set<String> TITLES = words("king judge justice pope general host");
  private static final Set<String> SUFFIXES = words("jr jr. sr sr. ii iii iv esq esq.");

  private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern HEAD_ENDS =
      Pattern.compile(
          "\\s*(?:,|;|\\(|\u2014|\u2013|--|:|\\b(?:who|whom|whose|which|that|of|for|in|from|at|on"
              + "|with|to|by|about|against|and|as|including|during|into|behind|among|within|near"
              + "|outside|inside|under|over|after|before|when|where|told|said|released|owned"
              + "|conducted|published|obtained|going|posted|written|signed)\\b)",
          FLAGS);
  private static final Pattern TOKEN = Pattern.compile("[^\\s,;()\"\u201c\u201d\\[\\]]+", FLAGS);
  private static final Pattern INITIALS = Pattern.compile("(?:[A-Z]\\.)+");
  private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s$");
  private static final Pattern APPOSITION =
      Pattern.compile(
          ",\\s+((?:[A-Z][^\\s,;]*\\s+){1,4}[A-Z][^\\s,;]*)"
              + "(?=,|$|\\s+(?:who|of|in|from|at|told|said|whose)\\b)",
          FLAGS);
  private static final Pattern TITLE_WITH_OF =
      Pattern.compile(
          "^(?:the |The |former |Former |then-)*(?:(?:Deputy |Assistant |Under)?[Ss]ecretary of"
              + " (?:State|Defense|Labor|Energy|Agriculture|the Treasury|the Interior|Commerce"
              + "|Education|Health and Human Services|Homeland Security)|Speaker of the House"
              + "|[Dd]irector of National Intelligence)\\s+(?=[A-Z])",
          FLAGS);

  static SourceHead of(CodePointText text, List<Range> source) {
    if (source == null || source.isEmpty()) {
      return new SourceHead(NONE, null);
    }
    String words = text.words(source.stream().sorted().toList()).replace('\n', ' ');
    words = TITLE_WITH_OF.matcher(stripped(words, QuotedSegment.EDGE)).replaceFirst("");
    return of(words);
  }

  private static SourceHead of(String words) {
    List<String> head = head(words);
    int last = head.size() - 1;
    if (last < 0) {
      return new SourceHead(NOMINAL, null);
    }
    if (last > 0
        && REFLEXIVES.contains(lower(head.get(last)))
        && capital(head.get(last - 1))
        && !pronoun(head.get(last - 1))) {
      head.remove(last--);
    }
    String word = head.get(last);
    if (head.stream().allMatch(SourceHead::pronoun) || (last <= 1 && pronoun(word))) {
      return new SourceHead(PRONOUN, word);
    }
    if (word.startsWith("@") || (capital(word) && !pronoun(word) && name(head))) {
      return new SourceHead(NAMED, word);
    }
    Matcher apposition = APPOSITION.matcher(words);
    if (apposition.find()) {
      List<String> beside = head(apposition.group(1));
      if (!beside.isEmpty()) {
        String name = beside.get(beside.size() - 1);
        if (capital(name) && !COMMON.contains(lower(name))) {
          return new SourceHead(NAMED, name);
        }
      }
    }
    return new SourceHead(NOMINAL, word);
  }

  /** Whether a head whose last word has a capital is a name and no common noun with a capital. */
  private static boolean name(List<String> head) {
    int last = head.size() - 1;
    String word = lower(head.get(last));
    if (!COMMON.contains(word)) {
      return true;
    }
    if (BODIES.contains(word)
        && last > 1
        && capital(head.get(last - 1))
        && capital(head.get(last - 2))
        && !pronoun(head.get(last - 2))) {
      return true;
    }
    return TITLES.contains(word)
        && last > 0
        && capital(head.get(last - 1))
        && !head.get(last - 1).equals("The")
        && !head.get(last - 1).equals("A");
  }

  /** Whether a name ends as the head does. */
  static boolean endsAlike(String head, String name) {
    if (head == null || head.isEmpty() || name == null || name.isEmpty()) {
      return false;
    }
    List<String> words = head(name);
    return !words.isEmpty() && lower(words.get(words.size() - 1)).equals(lower(head));
  }

  /** The words up to the end of the head: no appositions, no clauses, no suffixes of names. */
  private static List<String> head(String phrase) {
    String words = stripped(phrase, QuotedSegment.EDGE);
    Matcher end = HEAD_ENDS.matcher(words);
    boolean ends = words.length() > 0 && end.find(1);
    while (ends && end.end() < words.length() && words.substring(0, end.start()).isBlank()) {
      ends = end.find(end.end());
    }
    String head = ends && end.start() > 0 ? words.substring(0, end.start()) : words;
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(head);
    while (token.find()) {
      String word = token.group();
      if (!INITIALS.matcher(word).matches()) {
        word = stripped(word, ".'\u2019\u2018!?");
      }
      word = POSSESSIVE.matcher(word).replaceFirst("");
      if (!word.isEmpty()) {
        tokens.add(word);
      }
    }
    while (tokens.size() > 1 && SUFFIXES.contains(lower(tokens.get(tokens.size() - 1)))) {
      tokens.remove(tokens.size() - 1);
    }
    return tokens;
  }

  private static boolean pronoun(String word) {
    return PRONOUNS.contains(lower(word));
  }

  private static boolean capital(String word) {
    return Character.isUpperCase(word.codePointAt(0));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static String stripped(String words, String edge) {
    int start = 0;
    int end = words.length();
    while (start < end && edge.indexOf(words.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && edge.indexOf(words.charAt(end - 1)) >= 0) {
      end--;
    }
    return words.substring(start, end);
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }
}
