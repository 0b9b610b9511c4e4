package onrecord.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A text with marks on parts of it, to be written as HTML a stretch at a time. Marks may overlap in
 * any way; where two cross, the inner one is closed and opened again, so that the elements nest.
 * For one thread; written once, because a mark's id is given to its first piece only.
 */
final class MarkedText {
  /**
   * An element around a part of the text.
   *
   * @param start UTF-16 code units into the text
   * @param end exclusive
   * @param rank of two marks over the same part the lower rank is the outer one
   * @param element its name
   * @param classes its style classes
   * @param tie what it belongs to, words parted by spaces (see {@code desk.js}), or null
   * @param id of its first piece, or null
   * @param describedBy the id of what describes it, on its first piece, or null
   */
  record Mark(
      int start,
      int end,
      int rank,
      String element,
      String classes,
      String tie,
      String id,
      String describedBy) {}

  /**
   * Something that stands between two characters of the text.
   *
   * @param at before the character at this offset
   */
  record Insertion(int at, Consumer<Html> content) {}

  /** Outer before inner. */
  private static final Comparator<Mark> NESTING =
      Comparator.comparingInt(Mark::end).reversed().thenComparingInt(Mark::rank);

  private final String text;
  private final List<Mark> marks;

  /** The greatest end among the marks up to each one: where a search backwards may stop. */
  private final int[] reach;

  private final Set<String> givenIds = new HashSet<>();

  MarkedText(String text, List<Mark> marks) {
    this.text = text;
    this.marks =
        marks.stream()
            .filter(mark -> mark.start() < mark.end())
            .sorted(Comparator.comparingInt(Mark::start).thenComparing(NESTING))
            .toList();
    this.reach = new int[this.marks.size()];
    for (int i = 0; i < reach.length; i++) {
      reach[i] = Math.max(i == 0 ? 0 : reach[i - 1], this.marks.get(i).end());
    }
  }

  /**
   * Writes the text from {@code from} to {@code to} with its marks.
   *
   * @param insertions what stands between its characters, in the order of the text
   */
  void write(Html html, int from, int to, List<Insertion> insertions) {
    int nextInsertion = 0;
    int nextMark = firstMarkFrom(from);
    List<Mark> opening = new ArrayList<>(running(from, nextMark));
    List<Mark> open = new ArrayList<>();
    int at = from;
    while (true) {
      closeEnded(html, open, opening, at);
      while (nextInsertion < insertions.size() && insertions.get(nextInsertion).at() == at) {
        insertions.get(nextInsertion++).content().accept(html);
      }
      if (at == to) {
        break;
      }
      while (nextMark < marks.size() && marks.get(nextMark).start() == at) {
        opening.add(marks.get(nextMark++));
      }
      opening.sort(NESTING);
      opening.forEach(mark -> open(html, mark));
      open.addAll(opening);
      opening.clear();
      int next = to;
      for (Mark mark : open) {
        next = Math.min(next, mark.end());
      }
      if (nextMark < marks.size()) {
        next = Math.min(next, marks.get(nextMark).start());
      }
      if (nextInsertion < insertions.size()) {
        next = Math.min(next, insertions.get(nextInsertion).at());
      }
      html.text(text, at, next);
      at = next;
    }
    open.forEach(mark -> html.close());
  }

  /**
   * Closes the marks that end here and, because elements nest, those opened inside them, which are
   * put into {@code opening} to be opened again.
   */
  private static void closeEnded(Html html, List<Mark> open, List<Mark> opening, int at) {
    int outermost = 0;
    while (outermost < open.size() && open.get(outermost).end() > at) {
      outermost++;
    }
    List<Mark> closing = open.subList(outermost, open.size());
    for (Mark mark : closing) {
      html.close();
      if (mark.end() > at) {
        opening.add(mark);
      }
    }
    closing.clear();
  }

  private void open(Html html, Mark mark) {
    boolean first = mark.id() == null || givenIds.add(mark.id());
    html.open(
        mark.element(),
        "class",
        mark.classes(),
        "data-tie",
        mark.tie(),
        "id",
        first ? mark.id() : null,
        "aria-describedby",
        first ? mark.describedBy() : null);
  }

  /** The marks that began before {@code from} and go on behind it. */
  private List<Mark> running(int from, int firstMark) {
    List<Mark> running = new ArrayList<>();
    for (int i = firstMark - 1; i >= 0 && reach[i] > from; i--) {
      if (marks.get(i).end() > from) {
        running.add(marks.get(i));
      }
    }
    return running;
  }

  private int firstMarkFrom(int offset) {
    int low = 0;
    int high = marks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (marks.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
