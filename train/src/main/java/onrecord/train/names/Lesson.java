package onrecord.train.names;

import java.util.List;
import onrecord.train.names.MarkedText.Place;

/**
 * A text with what to make of it.
 *
 * @param text the text
 * @param document the number of the document it was made of: a text with other names is of the same
 * @param weight how much its examples count, 1 for hand-made labels of news
 * @param silver whether a machine labelled it
 */
record Lesson(MarkedText text, int document, double weight, boolean silver) {
  /** The same with more that nobody is sure of. */
  Lesson doubting(List<Place> more) {
    MarkedText doubted = new MarkedText(text.id(), text.text(), text.names(), more);
    return new Lesson(doubted, document, weight, silver);
  }
}
