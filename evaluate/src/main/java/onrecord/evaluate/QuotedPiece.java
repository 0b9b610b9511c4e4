package onrecord.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Words that a system holds for spoken: the span of a direct quote, line by line and without its
 * marks; of other quotes what stands between marks in them.
 *
 * @param at where
 * @param quote what they are a piece of
 */
record QuotedPiece(Range at, SystemOutput.Attributed quote) {
  /** So much of a segment's letters must lie in a quote for the segment to be part of it. */
  static final double COVERED = 0.8;

  /** The pieces in order, each once: the one that has a speaker where two are the same. */
  static List<QuotedPiece> all(CodePointText text, List<SystemOutput.Attributed> quotes) {
    Map<Range, SystemOutput.Attributed> pieces = new TreeMap<>();
    for (SystemOutput.Attributed quote : quotes) {
      List<Range> ranges =
          quote.kind().equals("direct") ? lines(text, quote.spans()) : marked(text, quote.spans());
      for (Range range : ranges) {
        pieces.merge(
            range,
            quote,
            (first, other) -> other.hasSpeaker() && !first.hasSpeaker() ? other : first);
      }
    }
    List<QuotedPiece> all = new ArrayList<>();
    pieces.forEach((at, quote) -> all.add(new QuotedPiece(at, quote)));
    return all;
  }

  private static List<Range> lines(CodePointText text, List<Range> spans) {
    List<Range> lines = new ArrayList<>();
    for (Range span : spans) {
      int start = span.start();
      int last = Math.min(span.end(), text.length());
      for (int i = start; i <= last; i++) {
        if (i == last || text.at(i) == '\n') {
          Range line = withoutMarks(text, start, i);
          if (line.start() < line.end() && text.holdsLetters(line)) {
            lines.add(line);
          }
          start = i + 1;
        }
      }
    }
    return lines;
  }

  private static List<Range> marked(CodePointText text, List<Range> spans) {
    BitSet within = text.letters(spans);
    List<Range> marked = new ArrayList<>();
    for (QuotedSegment segment : text.quoted()) {
      BitSet letters = text.letters(List.of(segment.at()));
      int all = letters.cardinality();
      letters.and(within);
      if (all > 0 && (double) letters.cardinality() / all >= COVERED) {
        marked.add(segment.at());
      }
    }
    return marked;
  }

  private static Range withoutMarks(CodePointText text, int from, int to) {
    int start = Math.max(0, from);
    int end = Math.min(to, text.length());
    while (true) {
      int startBefore = start;
      int endBefore = end;
      while (start < end && QuotedSegment.EDGE.indexOf(text.at(start)) >= 0) {
        start++;
      }
      while (end > start && QuotedSegment.EDGE.indexOf(text.at(end - 1)) >= 0) {
        end--;
      }
      if (end - start >= 2 && twice(text, start, "'`\u2018")) {
        start += 2;
      }
      if (end - start >= 2 && twice(text, end - 2, "'\u2019")) {
        end -= 2;
      }
      if (start == startBefore && end == endBefore) {
        return new Range(start, end);
      }
    }
  }

  private static boolean twice(CodePointText text, int at, String marks) {
    return marks.indexOf(text.at(at)) >= 0 && text.at(at) == text.at(at + 1);
  }
}
