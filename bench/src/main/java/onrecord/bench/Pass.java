package onrecord.bench;

/** How far a text is read. */
public enum Pass {
  /** A bare pass that hashes each word: the yardstick, as fast as reading gets. */
  YARDSTICK("yardstick: each word hashed"),

  /** Blocks, tokens, sentences, marks. */
  TEXT("text passes"),

  /** The text passes, then names. */
  NAMES("text to names"),

  /** As far as people, their roles and pronouns. */
  ENTITIES("text to entities"),

  /** Everything, quotes too, in the words of the contract. */
  EVERYTHING("everything");

  private final String title;

  Pass(String title) {
    this.title = title;
  }

  /** As printed. */
  String title() {
    return title;
  }
}
