package onrecord.evaluate;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named figures in order. */
public final class Figures {
  private final Map<String, Figure> all = new LinkedHashMap<>();

  /** How a figure is read. */
  public enum Sense {
    /** How many there are: neither good nor bad. */
    COUNT,
    /** A share from 0 to 1. */
    HIGHER_IS_BETTER,
    /** An error from 0 to 1. */
    LOWER_IS_BETTER
  }

  /**
   * A figure.
   *
   * @param name in lower case with underscores
   * @param value the figure
   * @param sense how it is read
   */
  public record Figure(String name, double value, Sense sense) {}

  void count(String name, int value) {
    put(new Figure(name, value, Sense.COUNT));
  }

  void share(String name, double value) {
    put(new Figure(name, value, Sense.HIGHER_IS_BETTER));
  }

  void error(String name, double value) {
    put(new Figure(name, value, Sense.LOWER_IS_BETTER));
  }

  /** Precision, recall and their harmonic mean. */
  void tally(String name, Tally tally) {
    share(name + "_p", tally.precision());
    share(name + "_r", tally.recall());
    share(name + "_f1", tally.f1());
  }

  void addAll(Figures others) {
    others.all().forEach(this::put);
  }

  private void put(Figure figure) {
    if (all.putIfAbsent(figure.name, figure) != null) {
      throw new IllegalStateException("The figure " + figure.name + " is there twice");
    }
  }

  /** The figures in order. */
  public Collection<Figure> all() {
    return Collections.unmodifiableCollection(all.values());
  }

  /** Whether there is such a figure. */
  public boolean has(String name) {
    return all.containsKey(name);
  }

  /**
   * The value of a figure.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public double value(String name) {
    return figure(name).value;
  }

  /** The same with how it is read. */
  Figure figure(String name) {
    Figure figure = all.get(name);
    if (figure == null) {
      throw new IllegalArgumentException("There is no figure " + name);
    }
    return figure;
  }

  static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
