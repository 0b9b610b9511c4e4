package onrecord.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Names by strict span and type. */
public final class EntityScore {
  private static final List<String> TYPES = List.of("PER", "ORG", "LOC");

  private final List<Tally> byType = TYPES.stream().map(type -> new Tally()).toList();
  private final Tally untyped = new Tally();
  private final Tally all = new Tally();
  private final Consumer<Miss> misses;

  /** A score that hands on each miss. */
  public EntityScore(Consumer<Miss> misses) {
    this.misses = misses;
  }

  /** A name that is scored. */
  private record Typed(Range at, String type) implements Comparable<Typed> {
    @Override
    public int compareTo(Typed other) {
      int place = at.compareTo(other.at);
      return place != 0 ? place : type.compareTo(other.type);
    }
  }

  /** Holds a system's names against a text's. */
  public void add(GoldEntities gold, List<SystemOutput.Name> system) {
    Set<Typed> right = new TreeSet<>();
    gold.entities().forEach(name -> keep(gold.text(), name.at(), name.type(), right));
    Set<Typed> said = new TreeSet<>();
    system.forEach(name -> keep(gold.text(), name.at(), name.type(), said));
    for (int t = 0; t < TYPES.size(); t++) {
      String type = TYPES.get(t);
      Set<Typed> goldNames = only(type, right);
      Set<Typed> systemNames = only(type, said);
      byType.get(t).add(goldNames, systemNames);
      all.add(goldNames, systemNames);
    }
    untyped.add(places(right), places(said));
    misses(gold, right, said);
  }

  private static void keep(CodePointText text, Range at, String type, Set<Typed> to) {
    if (!TYPES.contains(type)) {
      return;
    }
    int start = at.start();
    int end = at.end();
    while (start < end && CodePointText.isSpace(text.at(start))) {
      start++;
    }
    while (end > start && CodePointText.isSpace(text.at(end - 1))) {
      end--;
    }
    to.add(new Typed(new Range(start, end), type));
  }

  private static Set<Typed> only(String type, Set<Typed> names) {
    Set<Typed> some = new TreeSet<>(names);
    some.removeIf(name -> !name.type.equals(type));
    return some;
  }

  private static Set<Range> places(Set<Typed> names) {
    Set<Range> places = new TreeSet<>();
    names.forEach(name -> places.add(name.at));
    return places;
  }

  /** Tells a wrong type and wrong bounds from a name that was missed or invented. */
  private void misses(GoldEntities gold, Set<Typed> right, Set<Typed> said) {
    List<Typed> missed = new ArrayList<>(right);
    missed.removeAll(said);
    List<Typed> invented = new ArrayList<>(said);
    invented.removeAll(right);
    List<Matching.Pair> pairs = new ArrayList<>();
    for (int g = 0; g < missed.size(); g++) {
      for (int s = 0; s < invented.size(); s++) {
        double likeness = missed.get(g).at.likeness(invented.get(s).at);
        if (likeness > 0) {
          pairs.add(new Matching.Pair(likeness, g, s));
        }
      }
    }
    Matching tied = new Matching(pairs);
    for (int g = 0; g < missed.size(); g++) {
      Typed name = missed.get(g);
      if (!tied.hasGold(g)) {
        miss(gold, "name missed", name.type, name.at, name, null);
        continue;
      }
      Typed instead = invented.get(tied.system(g));
      boolean sameType = name.type.equals(instead.type);
      boolean samePlace = name.at.equals(instead.at);
      miss(
          gold,
          samePlace ? "type wrong" : sameType ? "bounds wrong" : "bounds and type wrong",
          sameType ? name.type : name.type + ">" + instead.type,
          name.at,
          name,
          instead);
    }
    for (int s = 0; s < invented.size(); s++) {
      if (!tied.hasSystem(s)) {
        Typed name = invented.get(s);
        miss(gold, "name invented", name.type, name.at, null, name);
      }
    }
  }

  private void miss(
      GoldEntities gold, String kind, String detail, Range at, Typed right, Typed said) {
    misses.accept(
        Miss.of(kind, detail, gold.id(), gold.text(), at, shown(gold, right), shown(gold, said)));
  }

  private static String shown(GoldEntities gold, Typed name) {
    return name == null ? null : gold.text().words(name.at) + " " + name.type;
  }

  /** The figures, named as the shared scorer names them. */
  public Figures figures() {
    Figures figures = new Figures();
    figures.count("n1_gold", all.gold());
    figures.count("n1_sys", all.system());
    figures.tally("n1_micro", all);
    for (int t = 0; t < TYPES.size(); t++) {
      figures.count("n1_" + TYPES.get(t) + "_gold", byType.get(t).gold());
      figures.tally("n1_" + TYPES.get(t), byType.get(t));
    }
    figures.tally("n1_untyped", untyped);
    return figures;
  }
}
