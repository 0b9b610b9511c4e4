package onrecord.train.names;

import java.util.List;
import onrecord.train.names.MarkedText.Place;

/**
 * A text with what to make of it.
 *
 * @param text the text
 * @param document the number of the document it was made of: a text with other names is of the same
 * @param source the corpus it is of
 */
record Lesson(MarkedText text, int document, NameSource source) {
  /** The same with more that nobody is sure of. */
  Lesson doubting(List<Place> more) {
    return new Lesson(new MarkedText(text.id(), text.text(), text.names(), more), document, source);
  }
}
