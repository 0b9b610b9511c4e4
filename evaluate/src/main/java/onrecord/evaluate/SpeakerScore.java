package onrecord.evaluate;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Who said it, by full name. */
public final class SpeakerScore {
  private static final double FOUND = 0.8;
  private static final Set<String> HONORIFICS =
      Set.of("the", "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "president");
  private static final Pattern ACCENT = Pattern.compile("\\p{M}");
  private static final Pattern POSSESSIVE =
      Pattern.compile("'s\\b", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9 \\-]");
  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  private final Consumer<Miss> misses;
  private int segments;
  private int found;
  private int named;
  private int fullNameRight;
  private int surnameRight;
  private int persons;
  private int personRight;
  private int unnamed;
  private int leftUnnamed;

  /** A score that hands on each miss. */
  public SpeakerScore(Consumer<Miss> misses) {
    this.misses = misses;
  }

  /** Holds a system's speakers against the right ones. */
  public void add(GoldSpeakers gold, Map<String, SystemOutput> system) {
    Map<String, List<QuotedPiece>> pieces = new HashMap<>();
    gold.texts.forEach(
        (id, text) ->
            pieces.put(
                id, QuotedPiece.all(text, system.getOrDefault(id, SystemOutput.NOTHING).quotes())));
    for (GoldSpeakers.Segment segment : gold.segments) {
      add(segment, gold.texts.get(segment.id()), likest(segment, pieces.get(segment.id())));
    }
  }

  private static SystemOutput.Attributed likest(
      GoldSpeakers.Segment segment, List<QuotedPiece> pieces) {
    double best = 0;
    SystemOutput.Attributed quote = null;
    for (QuotedPiece piece : pieces) {
      double likeness = piece.at().likeness(segment.at());
      if (likeness > best) {
        best = likeness;
        quote = piece.quote();
      }
    }
    return best < FOUND ? null : quote;
  }

  private void add(
      GoldSpeakers.Segment segment, CodePointText text, SystemOutput.Attributed quote) {
    segments++;
    if (quote != null) {
      found++;
    }
    String name = quote == null ? null : quote.speakerName();
    if (segment.speaker() == null) {
      if (segment.unnamedSpeech() && quote != null) {
        unnamed++;
        if (name == null || !CAPITAL.matcher(name).find()) {
          leftUnnamed++;
        } else {
          miss("unnamed speaker named", segment, text, segment.note(), name);
        }
      }
      return;
    }
    named++;
    List<String> said = words(name);
    List<String> right = words(segment.speaker());
    boolean surname = !said.isEmpty() && !right.isEmpty() && last(said).equals(last(right));
    boolean full = fullName(said, right, surname);
    if (full) {
      fullNameRight++;
    }
    if (full || surname) {
      surnameRight++;
    }
    if (segment.type().equals("person")) {
      persons++;
      if (full) {
        personRight++;
      }
    }
    if (!full) {
      String kind =
          quote == null
              ? "segment not found"
              : name == null ? "full name missing" : "full name wrong";
      miss(kind, segment, text, segment.speaker(), name);
    }
  }

  /** Equal, or one has the other's words and the system's is not a bare surname for more. */
  private static boolean fullName(List<String> said, List<String> right, boolean surname) {
    if (!said.isEmpty() && said.equals(right)) {
      return true;
    }
    Set<String> saidWords = new HashSet<>(said);
    Set<String> rightWords = new HashSet<>(right);
    return surname
        && (saidWords.containsAll(rightWords)
            || (said.size() > 1 && rightWords.containsAll(saidWords)));
  }

  private void miss(
      String kind, GoldSpeakers.Segment segment, CodePointText text, String gold, String system) {
    misses.accept(Miss.of(kind, segment.type(), segment.id(), text, segment.at(), gold, system));
  }

  private static String last(List<String> words) {
    return words.get(words.size() - 1);
  }

  /** A name's words without accents, case, honorifics and a leading "the". */
  private static List<String> words(String name) {
    String plain = Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFKD);
    plain = ACCENT.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    plain = OTHER.matcher(POSSESSIVE.matcher(plain).replaceAll("")).replaceAll(" ");
    return Arrays.stream(plain.split(" +"))
        .filter(word -> !word.isEmpty() && !HONORIFICS.contains(word))
        .toList();
  }

  /** The figures, named as the shared scorer names them. */
  public Figures figures() {
    Figures figures = new Figures();
    figures.count("segments", segments);
    figures.count("segments_found", found);
    figures.count("named", named);
    figures.share("speaker_full_name_accuracy", Figures.share(fullNameRight, named));
    figures.share("speaker_surname_accuracy", Figures.share(surnameRight, named));
    figures.count("persons", persons);
    figures.share("person_full_name_accuracy", Figures.share(personRight, persons));
    figures.count("unnamed_found", unnamed);
    figures.share("unnamed_left_unnamed", Figures.share(leftUnnamed, unnamed));
    return figures;
  }
}
