package onrecord.enrich;

/**
 * An article's way down to a step that does less.
 *
 * @param to the step it came to
 * @param why what the step above couldn't do
 */
record Fall(Step to, Why why) {
  /** Why a step wasn't taken. */
  enum Why {
    WORK("over the budget of work"),
    SIZE("findings too large for a record"),

    /** A pass crashed: a bug. */
    FAILURE("the engine failed"),

    /** A pass took far longer than its units of work say: a bug. */
    WATCHDOG("stopped by the watchdog");

    private final String title;

    Why(String title) {
      this.title = title;
    }
  }

  /** As the event says it. */
  String sentence() {
    return to.title() + ": " + why.title;
  }
}
