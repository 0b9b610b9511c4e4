package onrecord.sink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import onrecord.events.Quote;
import onrecord.events.QuoteEvent;
import onrecord.events.Span;

/**
 * The words of a quote, as far as they tell one quotation from another: letters and digits,
 * lower-case, with the last name of who says them. It knows its words only by their hashes.
 *
 * <p>Of two wordings the greater may {@linkplain #holds hold} the other: the same words in another
 * spelling, with an ellipsis, or a part of them. A short one is known again word for word only.
 * Immutable.
 */
final class Wording {
  /** A shorter part in quotation marks is no quotation by itself; the whole quote is. */
  private static final int LEAST_QUOTED = 3;

  /** So many words in a row must agree for one wording to be looked at beside another. */
  private static final int RUN = 6;

  /** So many words are the same quotation whoever is thought to have said them. */
  private static final int TELLING = 12;

  /** The words behind these don't count: no reader compares so many. */
  private static final int MOST = 400;

  /** The share of the shorter one's pairs of words that the greater must have. */
  private static final double HELD = 0.6;

  private static final Set<String> NO_SURNAMES = Set.of("jr", "sr", "ii", "iii", "iv");

  private final long id;
  private final String speaker;
  private final int[] pairs;
  private final boolean loose;

  /** A wording that was stored. */
  Wording(long id, String speaker, int[] pairs, boolean loose) {
    this.id = id;
    this.speaker = speaker;
    this.pairs = pairs;
    this.loose = loose;
  }

  /** A wording with the hashes by which those that may hold it, or be held, are found. */
  record Printed(Wording wording, List<Integer> prints) {}

  /** The wording of a quote; null when it has no letter. */
  static Printed of(Quote quote) {
    String words =
        Quote.normalized(String.join(" ", quote.quoted().stream().map(Span::exact).toList()));
    String[] split = words.split(" ", -1);
    if (words.isEmpty() || split.length < LEAST_QUOTED) {
      words = Quote.normalized(quote.text());
      split = words.split(" ", -1);
    }
    if (words.isEmpty()) {
      return null;
    }
    String name = quote.speaker() == null ? null : quote.speaker().name();
    return of(Arrays.copyOf(split, Math.min(split.length, MOST)), surname(name));
  }

  private static Printed of(String[] words, String speaker) {
    Set<Integer> pairs = new TreeSet<>();
    for (int i = 0; i + 1 < words.length; i++) {
      pairs.add(hash(words, i, 2));
    }
    long id = id((speaker == null ? "" : speaker) + "\n" + String.join(" ", words));
    boolean loose = speaker == null && words.length < RUN;
    int[] sorted = pairs.stream().mapToInt(Integer::intValue).toArray();
    return new Printed(new Wording(id, speaker, sorted, loose), prints(words));
  }

  /**
   * The lesser of each two neighbouring runs of five: of six words in a row one is always there.
   */
  private static List<Integer> prints(String[] words) {
    Set<Integer> prints = new TreeSet<>();
    for (int i = 0; i + RUN <= words.length; i++) {
      prints.add(Math.min(hash(words, i, RUN - 1), hash(words, i + 1, RUN - 1)));
    }
    return new ArrayList<>(prints);
  }

  private static String surname(String name) {
    if (name == null) {
      return null;
    }
    String[] parts = Quote.normalized(QuoteEvent.folded(name)).split(" ", -1);
    int last = parts.length - 1;
    while (last > 0 && NO_SURNAMES.contains(parts[last])) {
      last--;
    }
    String surname = parts[last];
    return surname.isEmpty() ? null : surname.substring(0, Math.min(surname.length(), 100));
  }

  private static int hash(String[] words, int from, int count) {
    int hash = 0;
    for (int i = from; i < from + count; i++) {
      hash = (hash ^ words[i].hashCode()) * 0x9E3779B1;
      hash ^= hash >>> 15;
    }
    return hash;
  }

  private static long id(String words) {
    try {
      byte[] sha =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(sha).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform must have SHA-256", e);
    }
  }

  long id() {
    return id;
  }

  String speaker() {
    return speaker;
  }

  /** How many pairs of words it has. */
  int size() {
    return pairs.length;
  }

  List<Integer> pairs() {
    return Arrays.stream(pairs).boxed().toList();
  }

  boolean loose() {
    return loose;
  }

  /** Whether this is the greater one and says what the other says. */
  boolean holds(Wording other) {
    boolean greater = size() != other.size() ? size() > other.size() : id > other.id;
    return greater && speakersAgree(other) && shared(other) >= HELD * other.size();
  }

  private boolean speakersAgree(Wording other) {
    boolean telling = other.size() >= TELLING - 1;
    if (speaker == null || other.speaker == null) {
      return telling || (speaker == null && other.speaker == null);
    }
    return speaker.equals(other.speaker);
  }

  private int shared(Wording other) {
    int shared = 0;
    int mine = 0;
    for (int pair : other.pairs) {
      while (mine < pairs.length && pairs[mine] < pair) {
        mine++;
      }
      if (mine < pairs.length && pairs[mine] == pair) {
        shared++;
      }
    }
    return shared;
  }
}
