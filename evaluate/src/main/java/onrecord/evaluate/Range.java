package onrecord.evaluate;

import java.util.Comparator;

/**
 * A stretch of a text.
 *
 * @param start in Unicode code points
 * @param end exclusive
 */
public record Range(int start, int end) implements Comparable<Range> {
  private static final Comparator<Range> ORDER =
      Comparator.comparingInt(Range::start).thenComparingInt(Range::end);

  boolean overlaps(Range other) {
    return Math.min(end, other.end) > Math.max(start, other.start);
  }

  /** What both share, of what either has: 1 when equal, 0 when apart. */
  double likeness(Range other) {
    int shared = Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
    int either = (end - start) + (other.end - other.start) - shared;
    return either == 0 ? 0 : (double) shared / either;
  }

  @Override
  public int compareTo(Range other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return start + "-" + end;
  }
}
