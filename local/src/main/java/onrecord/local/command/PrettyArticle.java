package onrecord.local.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import onrecord.events.Candidate;
import onrecord.events.EnrichedArticle;
import onrecord.events.Entity;
import onrecord.events.Mention;
import onrecord.events.Quote;
import onrecord.events.Span;

/** An enriched article for people: its text with the finds in it, then the finds. For one call. */
final class PrettyArticle {
  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final Map<String, String> COLORS =
      Map.of(
          Entity.PERSON, "\u001b[36m",
          Entity.ORGANIZATION, "\u001b[33m",
          Entity.LOCATION, "\u001b[32m");
  private static final String OTHER_COLOR = "\u001b[35m";

  private final EnrichedArticle article;
  private final boolean colors;
  private final StringBuilder out = new StringBuilder();

  private PrettyArticle(EnrichedArticle article, boolean colors) {
    this.article = article;
    this.colors = colors;
  }

  /**
   * The lines to print.
   *
   * @param colors whether names and quotes are coloured in the text
   */
  static String of(EnrichedArticle article, boolean colors) {
    PrettyArticle pretty = new PrettyArticle(article, colors);
    pretty.text();
    pretty.entities();
    pretty.quotes();
    pretty.attitudes();
    pretty.degraded();
    return pretty.out.toString();
  }

  /** The text; behind each quote its number in the list below. */
  private void text() {
    String text = article.text();
    String[] color = new String[text.length()];
    for (Entity entity : article.entities()) {
      for (Mention mention : entity.mentions()) {
        if (mention.kind().equals(Mention.NAME)) {
          Arrays.fill(color, mention.start(), mention.end(), color(entity.type()));
        }
      }
    }
    boolean[] quoted = new boolean[text.length()];
    Map<Integer, String> numbers = new TreeMap<>();
    int number = 0;
    for (Quote quote : article.quotes()) {
      number++;
      Span last = null;
      for (Span span : quote.spans()) {
        Arrays.fill(quoted, span.start(), span.end(), true);
        last = span;
      }
      numbers.merge(last.end(), "[" + number + "]", String::concat);
    }
    String style = "";
    for (int i = 0; i <= text.length(); i++) {
      String next =
          i == text.length() ? "" : (quoted[i] ? BOLD : "") + (color[i] == null ? "" : color[i]);
      if (numbers.containsKey(i)) {
        switchStyle(style, DIM);
        out.append(numbers.get(i));
        style = DIM;
      }
      switchStyle(style, next);
      style = next;
      if (i < text.length()) {
        out.append(printable(text.charAt(i)));
      }
    }
    out.append(text.endsWith("\n") ? "\n" : "\n\n");
  }

  private void entities() {
    Map<String, StringBuilder> byType = new LinkedHashMap<>();
    for (Entity entity : article.entities()) {
      StringBuilder names = byType.computeIfAbsent(entity.type(), type -> new StringBuilder());
      names
          .append(names.isEmpty() ? "" : ", ")
          .append(styled(color(entity.type()), oneLine(entity.name())))
          .append(
              entity.roles().isEmpty()
                  ? ""
                  : " (" + oneLine(String.join("; ", entity.roles())) + ")");
    }
    byType.forEach(
        (type, names) ->
            out.append(String.format(Locale.ROOT, "%-13s", type.toLowerCase(Locale.ROOT)))
                .append(names)
                .append('\n'));
    if (!byType.isEmpty()) {
      out.append('\n');
    }
  }

  private void quotes() {
    int number = 0;
    for (Quote quote : article.quotes()) {
      number++;
      out.append(styled(DIM, "[" + number + "]"))
          .append(' ')
          .append(styled(BOLD, oneLine(SpeakerLabel.of(quote))))
          .append(": \u201c")
          .append(oneLine(quote.text()))
          .append("\u201d\n    ")
          .append(quote.kind())
          .append(
              quote.cue() == null ? "" : ", cue \u201c" + oneLine(quote.cue().exact()) + "\u201d")
          .append(String.format(Locale.ROOT, ", %.2f by %s", quote.confidence(), quote.decidedBy()))
          .append(
              quote.via() == null
                  ? ""
                  : ", through \u201c" + oneLine(quote.via().exact()) + "\u201d")
          .append(candidates(quote))
          .append(quote.within() == null ? "" : ", inside another quote")
          .append(quote.sameAs() == null ? "" : ", repeats an earlier quote")
          .append('\n');
    }
  }

  /** Who else it may be, when it is a close call. */
  private static String candidates(Quote quote) {
    StringBuilder out = new StringBuilder();
    for (Candidate candidate : quote.candidates()) {
      String name = candidate.name() == null ? "someone unnamed" : oneLine(candidate.name());
      out.append(out.isEmpty() ? ", may be " : " or ")
          .append(name)
          .append(String.format(Locale.ROOT, " (%.2f)", candidate.confidence()));
    }
    return out.toString();
  }

  /** A line each, below what was said: who, the words that tell it, what. */
  private void attitudes() {
    for (Quote attitude : article.attitudes()) {
      String cue = attitude.cue() == null ? "" : oneLine(attitude.cue().exact()) + " \u00b7 ";
      String line =
          String.format(Locale.ROOT, "%-13s", "attitude")
              + oneLine(SpeakerLabel.of(attitude))
              + " \u00b7 "
              + cue
              + oneLine(attitude.text());
      out.append(styled(DIM, line)).append('\n');
    }
  }

  private void degraded() {
    for (String reason : article.degraded()) {
      out.append("degraded: ").append(reason).append('\n');
    }
  }

  private void switchStyle(String from, String to) {
    if (colors && !from.equals(to)) {
      out.append(from.isEmpty() ? "" : RESET).append(to);
    }
  }

  private String styled(String style, String words) {
    return colors ? style + words + RESET : words;
  }

  private static String color(String entityType) {
    return COLORS.getOrDefault(entityType, OTHER_COLOR);
  }

  /** An article must not command the terminal. */
  private static char printable(char c) {
    return Character.isISOControl(c) && c != '\n' && c != '\t' ? ' ' : c;
  }

  private static String oneLine(String words) {
    return words.replaceAll("[\\s\\p{Cntrl}]+", " ");
  }
}
