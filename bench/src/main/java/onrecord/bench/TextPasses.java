package onrecord.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Our text passes beside Apache OpenNLP, the Java library's break iterators and ICU's: how many
 * sentences and tokens come out as labelled by hand, and how fast.
 */
public final class TextPasses {
  private static final Path LABELLED = Path.of("../shared/data/names/train");
  private static final List<String> FILES = List.of("uner-ewt-test.bio", "gum-open-other.bio");

  /** Only what isn't held out in these is read by people. */
  private static final List<String> TO_READ = List.of("uner-ewt-train.bio", "gum-open-other.bio");

  private TextPasses() {}

  /** With a number: prints so many of the boundaries that only OpenNLP gets right, to be read. */
  public static void main(String[] args) throws IOException {
    Map<String, Cutter> cutters = new LinkedHashMap<>();
    cutters.put("ours", Cutter.ours());
    cutters.put("OpenNLP", Cutter.openNlp());
    cutters.put("BreakIterator", Cutter.java());
    cutters.put("ICU4J", Cutter.icu());
    if (args.length > 0) {
      misses(cutters, Integer.parseInt(args[0]));
      return;
    }
    for (String file : FILES) {
      compare(GoldCuts.read(LABELLED.resolve(file), true), file, cutters);
    }
    Race race = new Race(Articles.read(Articles.usualFolder()));
    Cuts cuts = new Cuts();
    cutters.forEach(
        (name, cutter) ->
            race.add(
                name,
                text -> {
                  cutter.cut(text, cuts);
                  return cuts.sentences + cuts.tokens;
                }));
    race.run();
  }

  private static void compare(List<GoldCuts> texts, String file, Map<String, Cutter> cutters) {
    System.out.printf(
        Locale.ROOT,
        "%s: %d texts, %d sentences, %d tokens%n",
        file,
        texts.size(),
        texts.stream().mapToInt(text -> text.cuts().sentences).sum(),
        texts.stream().mapToInt(text -> text.cuts().tokens).sum());
    Map<String, List<GoldCuts>> kinds = new TreeMap<>();
    for (GoldCuts text : texts) {
      kinds.computeIfAbsent(text.kind(), kind -> new ArrayList<>()).add(text);
    }
    if (kinds.size() > 1) {
      kinds.put("all", texts);
    }
    System.out.printf(
        "%-16s %-14s %9s %9s %9s %9s %9s %9s%n",
        "", "", "bounds F1", "precision", "recall", "behind .", "tokens F1", "joined F1");
    kinds.forEach(
        (kind, of) ->
            cutters.forEach((name, cutter) -> System.out.println(line(kind, name, cutter, of))));
    System.out.println();
  }

  private static String line(String kind, String name, Cutter cutter, List<GoldCuts> texts) {
    CutScore score = new CutScore();
    Cuts cuts = new Cuts();
    for (GoldCuts gold : texts) {
      cutter.cut(gold.text(), cuts);
      score.add(gold, cuts);
    }
    return String.format(
        Locale.ROOT,
        "%-16s %-14s %9.3f %9.3f %9.3f %9.3f %9.3f %9.3f",
        kind,
        name,
        score.boundaries.f1(),
        score.boundaries.precision(),
        score.boundaries.recall(),
        score.behindMark.f1(),
        score.tokens.f1(),
        score.joined.f1());
  }

  /** Where OpenNLP agrees with the labels and we don't, in texts that aren't held out. */
  private static void misses(Map<String, Cutter> cutters, int most) throws IOException {
    Cuts ours = new Cuts();
    Cuts theirs = new Cuts();
    for (String file : TO_READ) {
      int left = most;
      for (GoldCuts gold : GoldCuts.read(LABELLED.resolve(file), false)) {
        cutters.get("ours").cut(gold.text(), ours);
        cutters.get("OpenNLP").cut(gold.text(), theirs);
        for (int at = 1; at < gold.text().length() && left > 0; at++) {
          boolean right = CutScore.isEnd(gold.cuts(), at);
          if (CutScore.isEnd(theirs, at) == right && CutScore.isEnd(ours, at) != right) {
            left--;
            System.out.printf(
                "%s %s: %s|%s%n",
                right ? "missed" : "extra ",
                gold.kind(),
                gold.text().substring(Math.max(0, at - 50), at),
                gold.text().substring(at, Math.min(gold.text().length(), at + 30)));
          }
        }
      }
    }
  }
}
