package onrecord.local.command;

import java.util.List;

/** What the storage holds of some articles, a line each, as wide as the terminal. */
final class ResultTable {
  private static final String[] NUMBERS = {"ENTITIES", "QUOTES"};
  private static final int GAP = 2;
  private static final int LEAST_TITLE = 20;

  private ResultTable() {}

  /**
   * A stored article.
   *
   * @param title its headline
   * @param entities how many it has
   * @param quotes how many it has
   * @param speakers their names, who says most first
   */
  record Row(String title, int entities, int quotes, List<String> speakers) {}

  /** The lines to print. */
  static String of(List<Row> rows, int columns) {
    int numbers = 0;
    for (String heading : NUMBERS) {
      numbers += GAP + heading.length();
    }
    int longest = rows.stream().mapToInt(row -> TextWidth.of(row.title)).max().orElse(0);
    // Titles get up to half of what the numbers leave, speakers the rest.
    int title = Math.max(LEAST_TITLE, Math.min(longest, (columns - numbers - GAP) / 2));
    int speakers = Math.max(LEAST_TITLE, columns - numbers - GAP - title);
    StringBuilder table = new StringBuilder();
    line(table, title, "ARTICLE", NUMBERS[0], NUMBERS[1], speakers, "SPEAKERS");
    for (Row row : rows) {
      line(
          table,
          title,
          row.title,
          Integer.toString(row.entities),
          Integer.toString(row.quotes),
          speakers,
          String.join(", ", row.speakers));
    }
    return table.toString();
  }

  private static void line(
      StringBuilder table,
      int titleWidth,
      String title,
      String entities,
      String quotes,
      int speakersWidth,
      String speakers) {
    table
        .append(TextWidth.fitted(title, titleWidth))
        .append(" ".repeat(GAP + NUMBERS[0].length() - entities.length()))
        .append(entities)
        .append(" ".repeat(GAP + NUMBERS[1].length() - quotes.length()))
        .append(quotes)
        .append(" ".repeat(GAP))
        .append(TextWidth.fitted(speakers, speakersWidth).stripTrailing())
        .append('\n');
  }
}
