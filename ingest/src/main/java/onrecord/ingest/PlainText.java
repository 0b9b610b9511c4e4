package onrecord.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onrecord.events.Article;
import onrecord.events.ArticleText;

/**
 * Recognises what a plain text says about itself in its first lines: address, headline, outlet,
 * byline and date of publication. The text isn't changed by it. Every rule would rather find
 * nothing than something wrong.
 */
final class PlainText {
  private static final int HEAD_LINES = 10;

  /** Lines between headline and byline that are neither: a deck, a kicker. */
  private static final int MAX_DECK_LINES = 2;

  /** An agency's dateline opens the story, so it stands high up. */
  private static final int MAX_LINES_ABOVE_DATELINE = 5;

  private PlainText() {}

  /**
   * What was recognised; null where nothing was.
   *
   * @param url the first line when it is nothing but an address
   * @param headline the words of the first line behind the address, as they stand
   * @param source the outlet
   * @param byline as printed
   * @param publishedAt midnight UTC where only a day is given, or a time without its zone
   */
  record Found(String url, String headline, String source, String byline, Instant publishedAt) {
    static final Found NOTHING = new Found(null, null, null, null, null);
  }

  /**
   * A line that holds a letter or a digit.
   *
   * @param start where it begins in the text
   * @param words its beginning, without white space around it; all of it unless it {@link #isLong}
   * @param length of the whole line
   * @param blankBelow whether a line with neither letter nor digit, or the end, follows
   */
  record Line(int start, String words, int length, boolean blankBelow) {
    static final int MAX_HEAD_CHARS = 200;

    /** Too long for a line of the head. */
    boolean isLong() {
      return length > MAX_HEAD_CHARS;
    }
  }

  /** What a line of the head says; nothing when all are null. */
  private record Head(String byline, DateLine date, String outlet) {
    static Head of(Line line) {
      String byline = null;
      DateLine date = null;
      String outlet = null;
      if (!line.isLong()) {
        for (String part : line.words().split("[|•·]", -1)) {
          byline = byline == null ? Byline.of(part.strip()) : byline;
          date = date == null ? DateLine.of(part.strip()) : date;
          outlet = outlet == null ? Outlet.of(part.strip()) : outlet;
        }
      }
      return new Head(byline, date, outlet);
    }

    boolean saysNothing() {
      return byline == null && date == null && outlet == null;
    }
  }

  static Found recognise(String text) {
    int opening = ArticleText.opening(text);
    List<Line> lines = lines(text, opening, HEAD_LINES);
    List<Head> heads = lines.stream().map(Head::of).toList();
    boolean hasHeadline =
        !lines.isEmpty()
            && lines.get(0).start() == opening
            && heads.get(0).saysNothing()
            && (Headline.isOne(lines) || isAboveByline(lines, heads));

    String source = null;
    String byline = null;
    DateLine date = null;
    int decks = 0;
    for (int i = hasHeadline ? 1 : 0; i < lines.size(); i++) {
      Head head = heads.get(i);
      if (head.saysNothing()) {
        decks++;
        if (!hasHeadline || decks > MAX_DECK_LINES || lines.get(i).isLong()) {
          break;
        }
        continue;
      }
      source = source == null ? head.outlet() : source;
      byline = byline == null ? head.byline() : byline;
      // Below a deck a lone date may head a section.
      boolean isOfTheHead = decks == 0 || byline != null;
      if (head.date() != null && isOfTheHead && (date == null || date.isUpdate())) {
        date = head.date();
      }
    }
    if (source == null && byline != null) {
      source = Outlet.inByline(byline);
    }
    for (int i = 0; source == null && i < Math.min(lines.size(), MAX_LINES_ABOVE_DATELINE); i++) {
      source = Outlet.inDateline(lines.get(i).words());
    }
    if (date != null && !date.isLabelled() && isTimeline(text)) {
      date = null;
    }
    return new Found(
        address(text, opening),
        hasHeadline ? lines.get(0).words() : null,
        source,
        byline,
        date == null ? null : date.instant());
  }

  private static String address(String text, int opening) {
    String address = text.substring(0, opening).strip();
    boolean usable =
        address.length() <= Article.MAX_FIELD_CHARS && ArticleFields.isWebAddress(address);
    return usable ? address : null;
  }

  /** A short line above a byline is the headline, however it ends; a deck may stand between. */
  private static boolean isAboveByline(List<Line> lines, List<Head> heads) {
    if (lines.get(0).isLong() || !Headline.mayBeOne(lines.get(0).words())) {
      return false;
    }
    for (int i = 1; i < Math.min(heads.size(), 2 + MAX_DECK_LINES); i++) {
      if (heads.get(i).byline() != null) {
        return true;
      }
      if (lines.get(i).isLong()) {
        return false;
      }
    }
    return false;
  }

  /** Whether the text has several lines that are dates: sections of a timeline. */
  private static boolean isTimeline(String text) {
    Set<Instant> dates = new HashSet<>();
    for (Line line : lines(text, 0, Integer.MAX_VALUE)) {
      DateLine date = line.length() <= DateLine.MAX_CHARS ? DateLine.of(line.words()) : null;
      if (date != null && !date.isLabelled()) {
        dates.add(date.instant());
      }
    }
    return dates.size() > 1;
  }

  private static List<Line> lines(String text, int from, int most) {
    List<Line> lines = new ArrayList<>();
    int at = from;
    while (at < text.length() && lines.size() < most) {
      int end = lineEnd(text, at);
      if (hasWord(text, at, end)) {
        int start = at;
        while (Character.isWhitespace(text.charAt(start))) {
          start++;
        }
        int length = end - start;
        String words =
            text.substring(start, start + Math.min(length, Line.MAX_HEAD_CHARS)).stripTrailing();
        int below = Math.min(end + 1, text.length());
        if (text.startsWith("\r\n", end)) {
          below++;
        }
        boolean blankBelow = !hasWord(text, below, lineEnd(text, below));
        // Blanks at a line's end don't make it long.
        int whole = length <= Line.MAX_HEAD_CHARS ? words.length() : length;
        lines.add(new Line(start, words, whole, blankBelow));
      }
      at = end + 1;
    }
    return lines;
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static boolean hasWord(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      // Letters beyond the first plane come as surrogates.
      if (Character.isLetterOrDigit(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
