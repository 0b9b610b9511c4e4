package onrecord.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * HTML being written: every text and attribute value is escaped, every element that is opened must
 * be closed. There is no way to write markup from a string, so what an article holds stays text.
 * For one thread.
 *
 * <p>Attributes are given as names and values in turn; a null value leaves the attribute out, an
 * empty one makes a bare attribute. Names of elements and attributes are the caller's own literals.
 */
final class Html {
  private static final Set<String> EMPTY = Set.of("br", "input", "link", "meta", "path", "rect");

  private final StringBuilder out = new StringBuilder(16_384);
  private final Deque<String> open = new ArrayDeque<>();

  Html doctype() {
    out.append("<!doctype html>\n");
    return this;
  }

  Html open(String element, String... attributes) {
    start(element, attributes);
    if (!EMPTY.contains(element)) {
      open.push(element);
    }
    return this;
  }

  /** Closes the element that was opened last. */
  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** A whole element with nothing but text in it. */
  Html element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  Html text(String text) {
    return text(text, 0, text.length());
  }

  /** The part of {@code text} from {@code from} to {@code to}. */
  Html text(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return this;
  }

  private void start(String element, String[] attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      String value = attributes[i + 1];
      if (value == null) {
        continue;
      }
      out.append(' ').append(attributes[i]);
      if (!value.isEmpty()) {
        out.append("=\"");
        text(value);
        out.append('"');
      }
    }
    out.append('>');
  }

  /** What was written. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("Elements are still open: " + open);
    }
    return out.toString();
  }
}
