package onrecord.sink;

/** A record that can't be stored, now or later; the message says why and quotes nothing of it. */
final class Unstorable extends Exception {
  private static final long serialVersionUID = 1;

  /** The kinds of reasons, as the metrics tell them apart. */
  enum Reason {
    /** Its bytes are no enriched article. */
    UNREADABLE("unreadable"),

    /** Its offsets don't point to the words they name. */
    WRONG_OFFSETS("wrong-offsets"),

    /** PostgreSQL can't hold it. */
    REFUSED_BY_DATABASE("refused-by-database");

    private final String word;

    Reason(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  private final Reason reason;

  Unstorable(Reason reason, String sentence, Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
