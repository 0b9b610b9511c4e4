package onrecord.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import onrecord.enrich.Enricher;
import onrecord.events.Entity;
import onrecord.events.Mention;
import onrecord.events.Quote;
import onrecord.events.Span;

/**
 * What a system says about a text, in the words of the score format: offsets in Unicode code
 * points, names only, outermost attributions only, those of attitudes among them.
 *
 * @param entities one for each mention by name
 * @param quotes in the system's order
 */
public record SystemOutput(List<Name> entities, List<Attributed> quotes) {
  /** A system that says nothing. */
  static final SystemOutput NOTHING = new SystemOutput(List.of(), List.of());

  public SystemOutput {
    entities = List.copyOf(entities);
    quotes = List.copyOf(quotes);
  }

  /**
   * A mention by name.
   *
   * @param at where it stands
   * @param type PER, ORG or LOC; others are not scored
   * @param name the entity's fullest name, or null
   */
  public record Name(Range at, String type, String name) {}

  /**
   * Words with their speaker.
   *
   * @param kind direct, mixed or indirect
   * @param spans never empty
   * @param speaker the mention that gives the speaker away, or null
   * @param speakerName null when the speaker is unnamed
   * @param group equal for the pieces of one attribution; null when the system doesn't group
   * @param confidence 0 to 1, NaN when the system doesn't say
   */
  public record Attributed(
      String kind,
      List<Range> spans,
      Range speaker,
      String speakerName,
      Object group,
      double confidence) {
    public Attributed {
      spans = List.copyOf(spans);
    }

    boolean hasSpeaker() {
      return speaker != null || (speakerName != null && !speakerName.isBlank());
    }
  }

  /**
   * The engine's findings.
   *
   * @param codePoints turns an offset of the findings into one in code points
   */
  static SystemOutput of(Enricher.Findings findings, IntUnaryOperator codePoints) {
    List<Name> names = new ArrayList<>();
    for (Entity entity : findings.entities()) {
      String type = type(entity.type());
      if (type == null) {
        continue;
      }
      for (Mention mention : entity.mentions()) {
        if (mention.kind().equals(Mention.NAME)) {
          names.add(
              new Name(range(mention.start(), mention.end(), codePoints), type, entity.name()));
        }
      }
    }
    List<Attributed> attributed = new ArrayList<>();
    for (Quote quote : findings.quotes()) {
      if (quote.within() == null && !isPart(quote, findings.attitudes())) {
        attributed.add(
            quote.via() == null
                ? attributed(quote, attributed.size(), codePoints)
                : passedOn(quote, attributed.size(), codePoints));
      }
    }
    for (Quote attitude : findings.attitudes()) {
      attributed.add(attributed(attitude, attributed.size(), codePoints));
    }
    return new SystemOutput(names, attributed);
  }

  /** Whether what is said stands in what an attitude is about: only the outermost counts here. */
  private static boolean isPart(Quote quote, List<Quote> attitudes) {
    Span first = quote.spans().get(0);
    return attitudes.stream()
        .flatMap(attitude -> attitude.spans().stream())
        .anyMatch(span -> span.start() < first.start() && first.end() <= span.end());
  }

  private static Attributed attributed(Quote quote, int group, IntUnaryOperator codePoints) {
    List<Range> spans = new ArrayList<>(quote.spans().size());
    for (Span span : quote.spans()) {
      spans.add(range(span.start(), span.end(), codePoints));
    }
    Span mention = quote.mention();
    return new Attributed(
        quote.kind(),
        spans,
        mention == null ? null : range(mention.start(), mention.end(), codePoints),
        quote.speaker() == null ? null : quote.speaker().name(),
        group,
        quote.confidence());
  }

  /**
   * Of words at second hand the outermost attribution: whoever passed them on says that somebody
   * said them.
   */
  private static Attributed passedOn(Quote quote, int group, IntUnaryOperator codePoints) {
    List<Range> spans = new ArrayList<>(quote.spans().size());
    int first = quote.mention().start();
    int end = quote.mention().end();
    if (quote.cue() != null) {
      first = Math.min(first, quote.cue().start());
      end = Math.max(end, quote.cue().end());
    }
    // The words that it was said with go to the span that they stand nearest to.
    Span nearest = quote.spans().get(0);
    for (Span span : quote.spans()) {
      nearest = distance(span, first, end) < distance(nearest, first, end) ? span : nearest;
    }
    for (Span span : quote.spans()) {
      int from = span.equals(nearest) ? Math.min(span.start(), first) : span.start();
      int to = span.equals(nearest) ? Math.max(span.end(), end) : span.end();
      spans.add(range(from, to, codePoints));
    }
    return new Attributed(
        quote.kind().equals(Quote.DIRECT) ? Quote.MIXED : quote.kind(),
        spans,
        range(quote.via().start(), quote.via().end(), codePoints),
        null,
        group,
        quote.confidence());
  }

  private static int distance(Span span, int first, int end) {
    return Math.max(0, Math.max(first - span.end(), span.start() - end));
  }

  /** The score format's word for a type of entity; null for what it leaves out. */
  static String type(String entityType) {
    return switch (entityType) {
      case Entity.PERSON -> "PER";
      case Entity.ORGANIZATION -> "ORG";
      case Entity.LOCATION, "FACILITY" -> "LOC";
      default -> null;
    };
  }

  static Range range(int start, int end, IntUnaryOperator codePoints) {
    return new Range(codePoints.applyAsInt(start), codePoints.applyAsInt(end));
  }
}
