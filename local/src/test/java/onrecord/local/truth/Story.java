package onrecord.local.truth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import onrecord.local.truth.Step.Kind;
import onrecord.local.truth.Step.Statement;

/**
 * What happens to a few articles: records in the order in which they are sent.
 *
 * @param seed makes the same story again, see {@link #of}
 * @param steps in the order in which they are sent
 */
record Story(long seed, List<Step> steps) {
  static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  /** Well outside of the window in which copies are looked for. */
  private static final Duration LONG_BEFORE = Duration.ofDays(40);

  private static final int SENTENCES = 24;
  private static final List<String> SPEAKERS = List.of("Ana Roe", "Al Poe", "Eva Moe");
  private static final List<String> WORDS =
      List.of(
          "We will open the bridge again in spring",
          "Nobody has paid for the new road so far",
          "The council never asked us about the trees",
          "I have seen the letter and I will answer it",
          "They promised the money before the summer");
  private static final List<String> SYLLABLES =
      List.of("ba", "do", "fe", "gi", "ka", "lu", "mo", "ne", "pi", "ra", "so", "tu", "ve", "zi");

  /** A story of its own for each seed. */
  static Story of(long seed) {
    Random random = new Random(seed);
    int articles = 1 + random.nextInt(3);
    int length = 3 + random.nextInt(10);
    List<Step> steps = new ArrayList<>();
    while (steps.size() < length) {
      boolean again = !steps.isEmpty() && random.nextInt(6) == 0;
      steps.add(
          again
              ? later(steps.get(random.nextInt(steps.size())), steps.size())
              : step(random, random.nextInt(articles), steps.size()));
    }
    if (random.nextBoolean()) {
      Collections.shuffle(steps, random);
    }
    return new Story(seed, List.copyOf(steps));
  }

  /** The same story without a step. */
  Story without(int step) {
    List<Step> fewer = new ArrayList<>(steps);
    fewer.remove(step);
    return new Story(seed, fewer);
  }

  /**
   * A text that no other story has, long enough for copies to be known by it, in which nobody says
   * anything.
   *
   * @param telling keeps apart the texts of a story that is told twice
   */
  String basicText(int family, int telling) {
    Random random = new Random((seed * 31 + family) * 31 + telling);
    StringBuilder text = new StringBuilder();
    for (int sentence = 0; sentence < SENTENCES; sentence++) {
      text.append(sentence == 0 ? "" : " ").append("The ").append(word(random));
      for (int i = 0; i < 3; i++) {
        text.append(" of the ").append(word(random));
      }
      text.append(" lay near the ").append(word(random)).append('.');
    }
    return text.toString();
  }

  /** The same record sent once more. */
  private static Step later(Step step, int at) {
    return new Step(
        step.article(),
        step.kind(),
        step.version(),
        step.correction(),
        step.statements(),
        step.family(),
        step.publishedAt(),
        BEGINNING.plusSeconds(at));
  }

  private static Step step(Random random, int article, int at) {
    Kind kind = kind(random);
    // A few small numbers, so that versions meet.
    Long version = random.nextInt(4) == 0 ? null : Long.valueOf(1 + random.nextInt(5));
    boolean corrects = version != null && kind == Kind.USABLE && random.nextInt(4) == 0;
    List<Statement> statements = new ArrayList<>();
    for (String words : WORDS) {
      if (random.nextInt(3) == 0) {
        statements.add(new Statement(SPEAKERS.get(random.nextInt(SPEAKERS.size())), words));
      }
    }
    // Each article is published once; the first long before the others.
    int family = random.nextInt(2);
    Instant publishedAt =
        article == 0 && family == 1
            ? BEGINNING.minus(LONG_BEFORE)
            : BEGINNING.plusSeconds(60L * article);
    return new Step(
        article,
        kind,
        version,
        corrects ? "A name was wrong." : null,
        List.copyOf(statements),
        family,
        publishedAt,
        BEGINNING.plusSeconds(at));
  }

  private static Kind kind(Random random) {
    int dice = random.nextInt(20);
    if (dice < 12) {
      return Kind.USABLE;
    } else if (dice < 14) {
      return Kind.CANCELED;
    }
    return switch (dice) {
      case 14 -> Kind.WITHHELD;
      case 15, 16 -> Kind.TOMBSTONE;
      case 17 -> Kind.BROKEN;
      case 18 -> Kind.EMPTY;
      default -> Kind.MISKEYED;
    };
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    return word.append('n').toString();
  }

  @Override
  public String toString() {
    StringBuilder story = new StringBuilder("story ").append(seed);
    steps.forEach(step -> story.append("\n  ").append(step));
    return story.toString();
  }
}
