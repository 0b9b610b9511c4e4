package onrecord.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands between a pair of outermost double quotation marks of one paragraph, without them, as
 * the evaluation pairs them: independent of the engine's own pairing, which it judges.
 *
 * @param at the range, blanks and marks at its edges left out
 * @param openEnded whether it runs to the end of its paragraph and is opened again in the next
 */
record QuotedSegment(Range at, boolean openEnded) {
  /** A segment of fewer words says too little to be told from a title or a name. */
  static final int LEAST_WORDS = 3;

  private static final String OPENING = "\u201c\u201e\u201f\u00ab";
  private static final String CLOSING = "\u201d\u00bb";
  private static final String STRAIGHT = "\"\u2033";
  private static final String SINGLES = "'\u2019\u2018`";

  /** Marks and blanks that don't belong to the words at the edges. */
  static final String EDGE = STRAIGHT + OPENING + CLOSING + " \t\r\n\u00a0\u200b\u2028";

  private static final String BEFORE_AN_OPENER = "([{-\u2014\u2013/'\u2018:";
  private static final String BEHIND_A_CLOSER = ".,;:!?)]}-\u2014\u2013'\u2019/";

  private static final Pattern WORD =
      Pattern.compile("[^\\W_]+(?:['\u2019.\\-][^\\W_]+)*", Pattern.UNICODE_CHARACTER_CLASS);

  private enum Glyph {
    OPENING,
    CLOSING,
    STRAIGHT
  }

  private enum Act {
    OPEN,
    CLOSE,
    REOPEN,
    SKIP
  }

  private record Mark(int at, int length, Glyph glyph) {
    int end() {
      return at + length;
    }
  }

  /** A mark that waits to be closed. */
  private record Open(Glyph glyph, int inner, int mark) {}

  static List<QuotedSegment> all(CodePointText text) {
    List<Range> paragraphs = paragraphs(text);
    List<QuotedSegment> segments = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      boolean goesOn = i + 1 < paragraphs.size() && beginsWithOpener(text, paragraphs.get(i + 1));
      segments.addAll(new Paragraph(text, paragraphs.get(i), goesOn).segments());
    }
    return segments;
  }

  static int wordCount(String words) {
    return (int) WORD.matcher(words).results().count();
  }

  /** The lines that aren't blank. */
  private static List<Range> paragraphs(CodePointText text) {
    List<Range> paragraphs = new ArrayList<>();
    int start = 0;
    boolean blank = true;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.at(i) == '\n') {
        if (!blank) {
          paragraphs.add(new Range(start, i));
        }
        start = i + 1;
        blank = true;
      } else if (!CodePointText.isSpace(text.at(i))) {
        blank = false;
      }
    }
    return paragraphs;
  }

  private static boolean beginsWithOpener(CodePointText text, Range paragraph) {
    int first = paragraph.start();
    while (CodePointText.isSpace(text.at(first))) {
      first++;
    }
    int c = text.at(first);
    boolean doubled = (c == '\'' || c == '`') && text.at(first + 1) == c;
    return holds(OPENING, c) || holds(STRAIGHT, c) || doubled;
  }

  private static boolean holds(String set, int c) {
    return set.indexOf(c) >= 0;
  }

  /** One paragraph while its marks are paired. */
  private static final class Paragraph {
    private final CodePointText text;
    private final Range line;
    private final boolean goesOn;
    private final List<Mark> marks;
    private final Set<QuotedSegment> found = new LinkedHashSet<>();

    Paragraph(CodePointText text, Range line, boolean goesOn) {
      this.text = text;
      this.line = line;
      this.goesOn = goesOn;
      this.marks = marks();
    }

    private List<Mark> marks() {
      List<Mark> all = new ArrayList<>();
      for (int i = line.start(); i < line.end(); i++) {
        int c = text.at(i);
        if (holds(OPENING, c)) {
          all.add(new Mark(i, 1, Glyph.OPENING));
        } else if (holds(CLOSING, c)) {
          all.add(new Mark(i, 1, Glyph.CLOSING));
        } else if (holds(STRAIGHT, c)) {
          all.add(new Mark(i, 1, Glyph.STRAIGHT));
        } else if (holds(SINGLES, c) && i + 1 < line.end() && text.at(i + 1) == c) {
          boolean opens = c == '`' || c == '\u2018';
          all.add(new Mark(i, 2, opens ? Glyph.OPENING : Glyph.STRAIGHT));
          i++;
        }
      }
      return all;
    }

    List<QuotedSegment> segments() {
      int from = 0;
      while (from >= 0) {
        from = pair(from);
      }
      return found.stream()
          .map(this::trimmed)
          .filter(segment -> segment.at.start() < segment.at.end())
          .sorted(Comparator.comparing(QuotedSegment::at))
          .toList();
    }

    /**
     * Pairs the marks from one on. A mark that is never closed is forgotten, and the marks behind
     * it are paired anew.
     *
     * @return the mark to go on from, or -1 when all are done
     */
    private int pair(int from) {
      List<Open> open = new ArrayList<>();
      List<QuotedSegment> closed = new ArrayList<>();
      for (int m = from; m < marks.size(); m++) {
        Mark mark = marks.get(m);
        switch (act(mark, open)) {
          case OPEN -> open(open, mark, m);
          case REOPEN -> {
            close(open, Glyph.STRAIGHT);
            open(open, mark, m);
          }
          case CLOSE -> {
            Glyph partner = mark.glyph == Glyph.STRAIGHT ? Glyph.STRAIGHT : Glyph.OPENING;
            int inner = close(open, waits(open, partner) ? partner : last(open).glyph);
            if (open.isEmpty()) {
              closed.add(new QuotedSegment(new Range(inner, mark.at), false));
            }
          }
          case SKIP -> {
            // Neither opens nor closes: a prime, a stray mark.
          }
        }
      }
      if (open.isEmpty()) {
        found.addAll(closed);
        return -1;
      }
      Open outermost = open.get(0);
      closed.stream().filter(s -> s.at.start() < outermost.inner).forEach(found::add);
      if (goesOn) {
        found.add(new QuotedSegment(new Range(outermost.inner, line.end()), true));
        return -1;
      }
      return outermost.mark + 1;
    }

    private Act act(Mark mark, List<Open> open) {
      int before = mark.at > line.start() ? text.at(mark.at - 1) : ' ';
      int behind = mark.end() < line.end() ? text.at(mark.end()) : ' ';
      boolean blankBefore = CodePointText.isSpace(before);
      boolean blankBehind = CodePointText.isSpace(behind);
      boolean opener = (blankBefore || holds(BEFORE_AN_OPENER, before)) && !blankBehind;
      boolean closer = !blankBefore && (blankBehind || holds(BEHIND_A_CLOSER, behind));
      boolean onlyCloser = closer && !opener;
      return switch (mark.glyph) {
        case OPENING -> onlyCloser && waits(open, Glyph.OPENING) ? Act.CLOSE : Act.OPEN;
        case CLOSING -> !open.isEmpty() ? Act.CLOSE : opener ? Act.OPEN : Act.SKIP;
        case STRAIGHT -> {
          if (waits(open, Glyph.STRAIGHT)) {
            // One that can only open says that the last one was never closed.
            yield opener && !closer && blankBefore ? Act.REOPEN : Act.CLOSE;
          }
          if (onlyCloser && waits(open, Glyph.OPENING)) {
            yield Act.CLOSE;
          }
          boolean opens = !blankBehind && (opener || !closer);
          yield opens || mark.at == line.start() ? Act.OPEN : Act.SKIP;
        }
      };
    }

    private static void open(List<Open> open, Mark mark, int index) {
      Glyph waitsAs = mark.glyph == Glyph.CLOSING ? Glyph.OPENING : mark.glyph;
      open.add(new Open(waitsAs, mark.end(), index));
    }

    /** Closes the innermost mark of a kind and all within it; returns where its words begin. */
    private static int close(List<Open> open, Glyph glyph) {
      int inner = -1;
      while (!open.isEmpty()) {
        Open last = open.remove(open.size() - 1);
        inner = last.inner;
        if (last.glyph == glyph) {
          break;
        }
      }
      return inner;
    }

    private static boolean waits(List<Open> open, Glyph glyph) {
      return open.stream().anyMatch(mark -> mark.glyph == glyph);
    }

    private static Open last(List<Open> open) {
      return open.get(open.size() - 1);
    }

    private QuotedSegment trimmed(QuotedSegment segment) {
      int start = segment.at.start();
      int end = segment.at.end();
      while (start < end && holds(EDGE, text.at(start))) {
        start++;
      }
      while (end > start && holds(EDGE, text.at(end - 1))) {
        end--;
      }
      return new QuotedSegment(new Range(start, end), segment.openEnded);
    }
  }
}
