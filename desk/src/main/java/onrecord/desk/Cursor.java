package onrecord.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import onrecord.events.Article;

/**
 * A place in a list, newest first: just behind the item that has these values. To clients it is one
 * opaque word.
 *
 * @param at the item's time
 * @param articleId the item's article, or the article that is the item
 * @param ordinal the quote's place in the article; 0 where articles are listed
 */
record Cursor(Instant at, String articleId, int ordinal) {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  /** The word that stands for it. */
  String word() {
    String parts = at.getEpochSecond() + " " + at.getNano() + " " + ordinal + " " + articleId;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(parts.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads the word.
   *
   * @throws IllegalArgumentException when no list has given it
   */
  static Cursor of(String word) {
    String decoded = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
    String[] parts = decoded.split(" ", 4);
    if (parts.length < 4 || parts[3].length() > Article.MAX_ID_CHARS || parts[3].indexOf(0) >= 0) {
      throw new IllegalArgumentException("This is no place in a list");
    }
    Instant at;
    try {
      at = Instant.ofEpochSecond(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    } catch (java.time.DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("This is no time in a list", e);
    }
    if (at.isBefore(FIRST) || at.isAfter(LAST)) {
      throw new IllegalArgumentException("This is no time in a list");
    }
    return new Cursor(at, parts[3], Integer.parseInt(parts[2]));
  }
}
