package onrecord.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The figures that the build holds the engine to, in a file of lines {@code REPORT FIGURE VALUE};
 * lines that begin with # are for people. Which figures are held stands in the file: renewing it
 * changes their values only.
 */
final class CommittedFigures {
  /** So much lower, in points of a hundred, fails. */
  private static final double DROP = 0.5;

  /** So much higher asks for the file to be renewed. */
  private static final double RISE = 1;

  private static final double POINTS = 100;

  /** Committed figures have four digits. */
  private static final double ROUNDING = 0.005 + 1e-9;

  private final Path file;
  private final List<String> lines;

  CommittedFigures(Path file) throws IOException {
    this.file = file;
    this.lines = Files.readAllLines(file);
  }

  /**
   * What became of the figures.
   *
   * @param worse a sentence for each that is worse by more than half a point
   * @param better a sentence for each that is better by more than a point
   * @param compared how many figures
   */
  record Comparison(List<String> worse, List<String> better, int compared) {}

  /** Holds figures, by the name of their report, against the file. */
  Comparison compare(Map<String, Figures> reports) {
    List<String> worse = new ArrayList<>();
    List<String> better = new ArrayList<>();
    int compared = 0;
    for (String line : lines) {
      if (isFigure(line)) {
        String[] columns = line.trim().split("\\s+", -1);
        double committed = Double.parseDouble(columns[2]);
        Figures.Figure now = figure(columns, reports);
        double gain = POINTS * (now.value() - committed);
        if (now.sense() == Figures.Sense.LOWER_IS_BETTER) {
          gain = -gain;
        }
        if (gain < -DROP - ROUNDING) {
          worse.add(sentence(columns, now, gain, "worse"));
        } else if (gain > RISE + ROUNDING) {
          better.add(sentence(columns, now, gain, "better"));
        }
        compared++;
      }
    }
    return new Comparison(worse, better, compared);
  }

  /** Writes the present values into the file. */
  void renew(Map<String, Figures> reports) throws IOException {
    List<String> renewed = new ArrayList<>();
    for (String line : lines) {
      if (isFigure(line)) {
        double now = figure(line.trim().split("\\s+", -1), reports).value();
        String value = String.format(Locale.ROOT, "%.4f", now);
        renewed.add(line.substring(0, line.lastIndexOf(' ') + 1) + value);
      } else {
        renewed.add(line);
      }
    }
    Files.write(file, renewed);
  }

  private static boolean isFigure(String line) {
    return !line.isBlank() && !line.startsWith("#");
  }

  private Figures.Figure figure(String[] columns, Map<String, Figures> reports) {
    Figures figures = reports.get(columns[0]);
    if (figures == null || !figures.has(columns[1])) {
      throw new IllegalStateException(
          file.getFileName() + ": there is no figure " + columns[1] + " of " + columns[0]);
    }
    return figures.figure(columns[1]);
  }

  private static String sentence(
      String[] columns, Figures.Figure now, double gain, String direction) {
    return String.format(
        Locale.ROOT,
        "%s %s: %s committed, %.4f now, %.2f points %s",
        columns[0],
        columns[1],
        columns[2],
        now.value(),
        Math.abs(gain),
        direction);
  }
}
