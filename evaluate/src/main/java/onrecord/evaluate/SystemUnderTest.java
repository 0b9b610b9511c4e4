package onrecord.evaluate;

/** Whose findings are scored: the engine, or one whose output stands in a file. */
@FunctionalInterface
interface SystemUnderTest {
  /** What it says about a text. */
  SystemOutput find(String id, String text);
}
