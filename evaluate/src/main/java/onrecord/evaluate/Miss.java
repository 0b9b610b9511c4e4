package onrecord.evaluate;

/**
 * Something that the system got wrong.
 *
 * @param kind of error, "speaker wrong"
 * @param detail which of them, "pronoun" or "ORG>LOC"; may be empty
 * @param id of the text
 * @param at where, in code points
 * @param gold what is right, or empty when nothing is
 * @param system what the system says, or empty when it says nothing
 * @param context the words around, on one line
 */
public record Miss(
    String kind, String detail, String id, Range at, String gold, String system, String context) {

  static Miss of(
      String kind,
      String detail,
      String id,
      CodePointText text,
      Range at,
      String gold,
      String system) {
    return new Miss(
        kind,
        detail,
        id,
        at,
        CodePointText.shortened(gold == null ? "" : gold),
        CodePointText.shortened(system == null ? "" : system),
        text.context(at));
  }
}
