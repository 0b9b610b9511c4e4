package onrecord.train.names;

import java.util.List;

/**
 * A text to learn from.
 *
 * @param id of the text
 * @param text the text
 * @param names in the order of the text, none overlapping another
 * @param doubtful stretches that nobody is sure of, not to be learned from
 */
public record MarkedText(String id, String text, List<Name> names, List<Place> doubtful) {
  public MarkedText {
    names = List.copyOf(names);
    doubtful = List.copyOf(doubtful);
  }

  /**
   * A stretch of the text.
   *
   * @param start in UTF-16 code units
   * @param end exclusive
   */
  public record Place(int start, int end) {
    Place moved(int by) {
      return new Place(start + by, end + by);
    }
  }

  /**
   * A name.
   *
   * @param at where it stands
   * @param type of {@link onrecord.enrich.names.Names}
   */
  public record Name(Place at, int type) {
    Name moved(int by) {
      return new Name(at.moved(by), type);
    }
  }
}
