package onrecord.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A report for people: a few lines of figures, and the misses by kind. */
public final class ReportText {
  private static final String INDENT = "  ";
  private static final int LABEL = 20;

  private final Report report;
  private final StringBuilder out = new StringBuilder();

  private ReportText(Report report) {
    this.report = report;
  }

  /** The figures, a few lines. */
  public static String figures(Report report) {
    ReportText text = new ReportText(report);
    text.out.append(report.name()).append("  ").append(texts(report.documents())).append('\n');
    switch (report.kind()) {
      case ANSWERS -> text.answers();
      case QUOTES -> text.segments();
      case ENTITIES -> text.names();
      case SPEAKERS -> text.speakers();
    }
    text.calibration();
    return text.out.toString();
  }

  /**
   * The misses by kind, the most frequent first.
   *
   * @param most how many of each kind
   * @param only the kinds whose name holds these words, empty for all
   */
  public static String misses(Report report, int most, String only) {
    ReportText text = new ReportText(report);
    for (Map.Entry<String, List<Miss>> kind : report.missesByKind()) {
      if (kind.getKey().contains(only)) {
        text.misses(kind.getKey(), kind.getValue(), most);
      }
    }
    return text.out.toString();
  }

  private static String texts(int count) {
    return count == 1 ? "1 text" : count + " texts";
  }

  private void answers() {
    names();
    line("entities");
    measured("clusters B3", "clusters_bcubed");
    share("persons' fullest name", "fullest_name_accuracy", "persons");
    line("roles");
    measured("", "roles");
    line("quotes");
    measured("", "quotes");
    share("to the letter", "quotes_exact_f1");
    share("kind", "quotes_kind_accuracy");
    share("mention", "quotes_mention_accuracy");
    share("cue", "quotes_cue_accuracy");
    line("who said it");
    measured("", "attributions");
    share("name", "speaker_name_accuracy");
    share("kind of speaker", "speaker_kind_accuracy");
    share("left unnamed", "unnamed_left_unnamed", "unnamed_quotes_found");
    line("structure");
    share("blocks", "blocks_f1");
    share("repeats tied", "same_as_f1");
    share("nested", "within_f1");
    share("not speech, taken for it", "not_speech_taken_for_quotes", "not_speech");
    end();
    segments();
  }

  private void names() {
    line("names");
    measured("", "n1_micro");
    for (String type : List.of("PER", "ORG", "LOC")) {
      share(type, "n1_" + type + "_f1", "n1_" + type + "_gold");
    }
    share("spans alone", "n1_untyped_f1");
    end();
  }

  private void segments() {
    line("quoted segments");
    measured("", "q1");
    count("wrong bounds", "q1_fp_boundary");
    count("no quote", "q1_fp_notquote");
    line("speaker's mention");
    share("all", "q2_speaker_acc_all", "q2_segments_with_source");
    for (String kind : List.of("named", "pronoun", "nominal")) {
      share(kind, "q2_speaker_acc_all_" + kind, "q2_n_" + kind);
    }
    line("attributions");
    measured("", "q3_attribution");
    for (String kind : List.of("direct", "mixed", "indirect")) {
      share(kind, "q3_attribution_recall_" + kind, "q3_attribution_n_" + kind);
    }
    line("");
    share("content alone F1", "q3_attribution_content_only_f1");
    share("its letters F1", "q3_content_char_f1");
    share("kind", "q3_kind_accuracy");
    end();
  }

  private void speakers() {
    line("who said it");
    share("full name", "speaker_full_name_accuracy", "named");
    share("persons", "person_full_name_accuracy", "persons");
    share("last name", "speaker_surname_accuracy");
    share("left unnamed", "unnamed_left_unnamed", "unnamed_found");
    line("");
    out.append(count("segments_found")).append(" of ").append(count("segments"));
    out.append(" segments found");
    end();
  }

  private void calibration() {
    Calibration calibration = report.calibration();
    if (calibration == null || calibration.count() == 0) {
      return;
    }
    line("confidence");
    out.append("error ").append(shown(calibration.error())).append(" over ");
    out.append(calibration.count());
    line("");
    out.append("said/right");
    for (Calibration.Bin bin : calibration.table()) {
      out.append(INDENT)
          .append(shown(bin.confidence()))
          .append('/')
          .append(shown(bin.right()))
          .append(" (")
          .append(bin.count())
          .append(')');
    }
    end();
  }

  private void line(String label) {
    end();
    out.append(INDENT).append(label).append(" ".repeat(Math.max(0, LABEL - label.length())));
  }

  private void end() {
    int length = out.length();
    while (length > 0 && out.charAt(length - 1) == ' ') {
      length--;
    }
    out.setLength(length);
    if (length > 0 && out.charAt(length - 1) != '\n') {
      out.append('\n');
    }
  }

  private void measured(String label, String prefix) {
    boolean segments = prefix.equals("q1");
    share((label + " F1").strip(), prefix + "_f1");
    share("P", prefix + (segments ? "_precision" : "_p"));
    share("R", prefix + (segments ? "_recall" : "_r"));
  }

  private void share(String label, String figure) {
    out.append(label).append(' ').append(shown(report.figures().value(figure))).append(INDENT);
  }

  private void share(String label, String figure, String of) {
    share(label, figure);
    out.setLength(out.length() - INDENT.length());
    out.append(" (").append(count(of)).append(')').append(INDENT);
  }

  private void count(String label, String figure) {
    out.append(label).append(' ').append(count(figure)).append(INDENT);
  }

  private int count(String figure) {
    return (int) report.figures().value(figure);
  }

  private static String shown(double share) {
    String shown = String.format(Locale.ROOT, "%.3f", share);
    return shown.startsWith("0") ? shown.substring(1) : shown;
  }

  private void misses(String kind, List<Miss> misses, int most) {
    out.append('\n').append(kind).append("  ").append(misses.size());
    Map<String, Integer> details = new TreeMap<>();
    misses.forEach(miss -> details.merge(miss.detail(), 1, Integer::sum));
    if (details.size() > 1 || !details.containsKey("")) {
      String parts =
          String.join(
              ", ",
              details.entrySet().stream()
                  .sorted((a, b) -> Integer.compare(b.getValue(), a.getValue()))
                  .map(detail -> detail.getKey() + " " + detail.getValue())
                  .toList());
      out.append(": ").append(parts);
    }
    out.append('\n');
    misses.stream().limit(most).forEach(this::miss);
  }

  private void miss(Miss miss) {
    out.append(INDENT).append(miss.id()).append("  ").append(miss.at());
    if (!miss.detail().isEmpty()) {
      out.append("  ").append(miss.detail());
    }
    out.append('\n');
    said("gold", miss.gold());
    said("said", miss.system());
    said("text", miss.context());
  }

  private void said(String label, String words) {
    if (!words.isEmpty()) {
      out.append(INDENT).append(INDENT).append(label).append("  ").append(words).append('\n');
    }
  }
}
