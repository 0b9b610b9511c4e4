package onrecord.ingest;

/**
 * Why an article was not taken, and where: what a sender needs to mend it. Sending the same again
 * gives the same refusal.
 *
 * @param kind what sort of fault
 * @param file the file as the caller named it, or null
 * @param line the line, from 1, or 0 when there is none to name
 * @param field the field at fault, or null
 * @param reason what is wrong and what to do; never the article's text
 */
public record Refusal(Kind kind, String file, int line, String field, String reason)
    implements Incoming {
  private static final int MAX_REASON_CHARS = 500;

  /** The sorts of fault; each is one HTTP status and one word in the metrics. */
  public enum Kind {
    /** The bytes can't be read as what they say they are. */
    UNREADABLE(400, "unreadable"),
    /** It could be read, but a field holds what must not travel. */
    UNUSABLE(422, "unusable"),
    /** More than an article may have. */
    TOO_LARGE(413, "too-large"),
    /** A kind of text that isn't taken. */
    WRONG_TYPE(415, "wrong-type"),
    /** It would not do what is meant, as the article stands. */
    CONFLICT(409, "conflict");

    final int httpStatus;
    final String word;

    Kind(int httpStatus, String word) {
      this.httpStatus = httpStatus;
      this.word = word;
    }
  }

  public Refusal {
    field = field == null ? null : printable(field, 100);
    reason = printable(reason, MAX_REASON_CHARS);
  }

  Refusal(Kind kind, String field, String reason) {
    this(kind, null, 0, field, reason);
  }

  /** The same refusal at a place. */
  Refusal at(String newFile, int newLine) {
    return new Refusal(kind, newFile, newLine, field, reason);
  }

  /** One line for people: file:line: reason. */
  public String sentence() {
    String place = file == null ? "" : file;
    if (line > 0) {
      place += (place.isEmpty() ? "line " : ":") + line;
    }
    return place.isEmpty() ? reason : place + ": " + reason;
  }

  /** Parts of what was sent may stand in a reason; they must fit a line and be valid Unicode. */
  private static String printable(String text, int maxChars) {
    StringBuilder printable = new StringBuilder(Math.min(text.length(), maxChars));
    text.codePoints()
        .limit(maxChars)
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean bad = type == Character.CONTROL || type == Character.SURROGATE;
              printable.appendCodePoint(bad ? '?' : c);
            });
    return printable.toString();
  }
}
