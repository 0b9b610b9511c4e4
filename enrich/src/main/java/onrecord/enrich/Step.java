package onrecord.enrich;

/** How much of its work the engine does, from all of it to the least. */
public enum Step {
  WHOLE("everything"),

  /** Names tied into entities, and what stands inside marks: no roles, pronouns or speakers. */
  NAMES_AND_DIRECT_QUOTES("names and direct quotes only"),

  /** The article itself and its blocks. */
  BLOCKS("blocks only"),

  /** The article itself. */
  TEXT("text only");

  private final String title;

  Step(String title) {
    this.title = title;
  }

  /** The step that does less; the last has none. */
  Step next() {
    return switch (this) {
      case WHOLE -> NAMES_AND_DIRECT_QUOTES;
      case NAMES_AND_DIRECT_QUOTES -> BLOCKS;
      case BLOCKS -> TEXT;
      case TEXT -> throw new IllegalStateException("Nothing is less than the text");
    };
  }

  /** As the event says it. */
  String title() {
    return title;
  }
}
