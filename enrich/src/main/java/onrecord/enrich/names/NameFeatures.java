package onrecord.enrich.names;

import java.util.Arrays;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * What speaks for and against each label of a token, as hashes that {@link NameModel} has weights
 * for. Every feature is a kind (a small number of its own) with a value; the same features serve
 * training and tagging. Reused from text to text; for one thread.
 */
public final class NameFeatures {
  /** The features that know the very word come first, so that training can hide them. */
  public static final int OF_THE_WORD = 6;

  /** More than a token ever has. */
  public static final int MAX = 160;

  /** What the lexicon says that matters beside and inside a name. */
  private static final int TELLING =
      Lexicon.SPEECH
          | Lexicon.TITLE
          | Lexicon.ROLE
          | Lexicon.ORGANIZATION
          | Lexicon.PLACE_WORD
          | Lexicon.PLACE
          | Lexicon.DEMONYM
          | Lexicon.GIVEN
          | Lexicon.FUNCTION
          | Lexicon.PARTICLE
          | Lexicon.GENERATION
          | Lexicon.PRONOUN
          | Lexicon.DETERMINER
          | Lexicon.PREPOSITION
          | Lexicon.GROUP;

  private final Knowledge knowledge;
  private Document doc;
  private Tokens tokens;
  private Words words;
  private Evidence evidence;

  /** For the tokens of a stretch: lists of the listed names that they stand in, by part. */
  private final int[] listed = new int[4 * 64];

  private final int[] listedLength = new int[64];

  /** For the tokens of a stretch: verdicts on names found elsewhere that begin or end there. */
  private final int[] found = new int[2 * 64];

  private int first;
  private int end;
  private int[] into;
  private int count;

  NameFeatures(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  void open(Document document, Words of, Evidence seen) {
    doc = document;
    tokens = doc.tokens;
    words = of;
    evidence = seen;
  }

  /** Turns to a stretch; {@code second}: whether verdicts on the names elsewhere are known. */
  void stretch(int from, int to, boolean second) {
    first = from;
    end = to;
    int length = to - from;
    Arrays.fill(listed, 0, 4 * length, 0);
    Arrays.fill(listedLength, 0, length, 0);
    Arrays.fill(found, 0, 2 * length, -1);
    for (int t = from; t < to; t++) {
      if (words.capital[t] || tokens.kind[t] == Tokens.NUMBER) {
        names(t, second);
      }
    }
  }

  private void names(int from, boolean second) {
    int limit = Math.min(end, from + Knowledge.MAX_WORDS);
    int hash = 0;
    for (int t = from; t < limit; t++) {
      hash = WordHash.join(hash, words.hash[t]);
      int lists = knowledge.lists(hash);
      if (lists != 0) {
        mark(from, t + 1, lists);
      }
      if (second) {
        int verdict = evidence.nameVerdict(hash);
        if (verdict >= 0) {
          int length = Math.min(t - from, 3);
          // The longest that begins here, and the longest that ends there.
          found[2 * (from - first)] = verdict * 4 + length;
          if (found[2 * (t - first) + 1] < 0) {
            found[2 * (t - first) + 1] = verdict * 4 + length;
          }
        }
      }
    }
  }

  private void mark(int from, int to, int lists) {
    int length = to - from;
    for (int t = from; t < to; t++) {
      int part = length == 1 ? 3 : t == from ? 0 : t == to - 1 ? 2 : 1;
      listed[4 * (t - first) + part] |= lists;
      listedLength[t - first] = Math.max(listedLength[t - first], length);
    }
  }

  /**
   * Writes the features of a token of the stretch; returns how many there are.
   *
   * @param second whether verdicts on the names elsewhere are known
   */
  int of(int t, boolean second, int[] features) {
    into = features;
    count = 0;
    int hash = words.hash[t];
    int before = at(t - 1, t) ? words.hash[t - 1] : 1;
    int after = at(t + 1, t) ? words.hash[t + 1] : 2;
    put(1, hash);
    put(2, words.exact[t]);
    put(3, pair(before, hash));
    put(4, pair(hash, after));
    put(5, pair(pair(before, hash), after));
    put(6, pair(hash, words.shape[t]));
    around(t, before, after);
    form(t);
    company(t);
    lists(t);
    flags(t);
    place(t);
    article(t);
    if (second) {
      verdicts(t);
    }
    return count;
  }

  private void around(int t, int before, int after) {
    put(10, before);
    put(11, after);
    put(12, pair(before, after));
    int twoBefore = at(t - 2, t) ? words.hash[t - 2] : 1;
    int twoAfter = at(t + 2, t) ? words.hash[t + 2] : 2;
    put(13, twoBefore);
    put(14, twoAfter);
    put(15, pair(twoBefore, before));
    put(16, pair(after, twoAfter));
    // What stands before and behind the whole stretch, wherever in it the token is.
    int left = at(first - 1, t) ? words.hash[first - 1] : 1;
    int right = at(end, t) ? words.hash[end] : 2;
    put(17, left);
    put(18, right);
    if (at(end + 1, t)) {
      put(19, pair(right, words.hash[end + 1]));
    }
    if (at(first - 2, t)) {
      put(20, pair(words.hash[first - 2], left));
    }
    put(21, pair(Knowledge.middle(cluster(first - 1, t)), Math.min(t - first, 3)));
    put(22, pair(Knowledge.middle(cluster(end, t)), Math.min(end - t, 4)));
  }

  private void form(int t) {
    int shape = words.shape[t];
    int before = at(t - 1, t) ? words.shape[t - 1] : 1;
    int after = at(t + 1, t) ? words.shape[t + 1] : 2;
    put(30, shape);
    put(31, pair(before, shape));
    put(32, pair(shape, after));
    put(33, pair(pair(before, shape), after));
    int start = tokens.start[t];
    int last = tokens.end[t];
    int length = last - start;
    int prefix = 0;
    for (int i = 0; i < 4 && i < length; i++) {
      prefix = prefix * 31 + WordHash.lower(doc.chars[start + i]);
      if (i >= 1) {
        put(34 + i, prefix);
      }
    }
    int suffix = 0;
    for (int i = 0; i < 5 && i < length; i++) {
      suffix = suffix * 31 + WordHash.lower(doc.chars[last - 1 - i]);
      if (i >= 1) {
        put(40 + i, suffix);
      }
    }
    put(46, Math.min(length, 12));
  }

  /** The words that a word keeps company with, as clusters. */
  private void company(int t) {
    long here = words.clusters[t];
    long before = cluster(t - 1, t);
    long after = cluster(t + 1, t);
    int coarse = Knowledge.coarse(here);
    put(50, coarse);
    put(51, Knowledge.middle(here));
    put(52, Knowledge.fine(here));
    put(53, Knowledge.finest(here));
    put(54, Knowledge.middle(before));
    put(55, Knowledge.middle(after));
    put(56, Knowledge.fine(before));
    put(57, Knowledge.fine(after));
    put(58, pair(Knowledge.coarse(before), coarse));
    put(59, pair(coarse, Knowledge.coarse(after)));
    put(60, pair(pair(Knowledge.coarse(before), coarse), Knowledge.coarse(after)));
    put(61, Knowledge.middle(cluster(t - 2, t)));
    put(62, Knowledge.middle(cluster(t + 2, t)));
    put(63, pair(Knowledge.middle(here), words.shape[t]));
    put(64, pair(Knowledge.middle(before), Knowledge.middle(here)));
    put(65, pair(Knowledge.middle(here), Knowledge.middle(after)));
    put(66, pair(Knowledge.fine(here), words.shape[t]));
  }

  private void lists(int t) {
    int at = 4 * (t - first);
    for (int part = 0; part < 4; part++) {
      int lists = listed[at + part];
      if (lists == 0) {
        continue;
      }
      put(70, pair(part, lists));
      int length = listedLength[t - first];
      for (int rest = lists; rest != 0; rest &= rest - 1) {
        int list = Integer.numberOfTrailingZeros(rest);
        put(71, list * 4 + part);
        put(72, pair(list * 4 + part, length));
      }
    }
    int only = words.lists[t];
    int before = at(t - 1, t) ? words.lists[t - 1] : 0;
    int after = at(t + 1, t) ? words.lists[t + 1] : 0;
    put(73, pair(before, only));
    put(74, pair(only, after));
    put(75, pair(only, words.shape[t]));
    put(76, pair(only, Knowledge.coarse(words.clusters[t])));
  }

  private void flags(int t) {
    int here = tokens.flags[t] & TELLING;
    int before = at(t - 1, t) ? tokens.flags[t - 1] & TELLING : 0;
    int after = at(t + 1, t) ? tokens.flags[t + 1] & TELLING : 0;
    put(80, here);
    put(81, before);
    put(82, after);
    put(83, pair(before, here));
    put(84, pair(here, after));
    put(85, at(t - 2, t) ? tokens.flags[t - 2] & TELLING : 0);
    put(86, at(t + 2, t) ? tokens.flags[t + 2] & TELLING : 0);
    // The last word of the stretch often says what the whole is: Bank, Party, University.
    put(87, pair(tokens.flags[end - 1] & TELLING, t == end - 1 ? 1 : 0));
    put(88, pair(words.hash[end - 1], Math.min(end - 1 - t, 3)));
    put(89, pair(Knowledge.middle(words.clusters[end - 1]), Math.min(end - 1 - t, 3)));
    put(90, pair(words.hash[first], Math.min(t - first, 3)));
  }

  private void place(int t) {
    int opens = words.opens[t] ? 1 : 0;
    int title = words.titleCase[t] ? 2 : 0;
    int quoted = tokens.segment[t] >= 0 ? 4 : 0;
    int place = opens | title | quoted;
    put(100, place);
    put(101, pair(place, words.shape[t]));
    put(102, pair(place, tokens.flags[t] & TELLING));
    put(103, pair(opens | title, words.hash[t]));
    put(104, pair(Math.min(t - first, 3), Math.min(end - t, 4)));
    put(105, doc.blocks.kind[tokens.block[t]]);
    put(106, pair(opens | title, Knowledge.middle(words.clusters[t])));
  }

  /** What the rest of the article says of the word. */
  private void article(int t) {
    int opens = (words.opens[t] ? 1 : 0) | (words.titleCase[t] ? 2 : 0);
    int word = evidence.word(t);
    if (word < 0) {
      return;
    }
    int small = Math.min(evidence.small(word), 2);
    int capital = Math.min(evidence.capital(word), 2);
    put(110, (opens * 3 + small) * 3 + capital);
    put(111, pair((opens * 3 + small) * 3 + capital, Knowledge.coarse(words.clusters[t])));
    int seen = evidence.seenOf(word);
    for (int rest = seen; rest != 0; rest &= rest - 1) {
      put(112, Integer.numberOfTrailingZeros(rest));
    }
    int longest = evidence.longest(word);
    if (longest > end - first) {
      put(113, evidence.longestEnd(word));
      put(114, knowledge.lists(evidence.longestEnd(word)));
      put(115, Knowledge.middle(knowledge.word(evidence.longestEnd(word))));
    }
    if (evidence.isAcronym(t)) {
      put(116, pair(words.shape[t], Math.min(end - first, 2)));
    }
  }

  /** What names elsewhere in the article were found to be. */
  private void verdicts(int t) {
    int word = evidence.word(t);
    if (word >= 0) {
      int verdict = evidence.verdict(word);
      int type = evidence.typeVerdict(word);
      put(120, verdict);
      put(121, type);
      put(122, pair(type, words.shape[t]));
      put(123, pair(type, at(t - 1, t) ? verdictOf(t - 1) : -2));
      put(124, pair(type, at(t + 1, t) ? verdictOf(t + 1) : -2));
      put(125, pair(type, Math.min(end - first, 3)));
      put(126, pair(type, words.lists[t]));
      put(130, pair(evidence.ends(word), Math.min(end - first, 2)));
    }
    put(127, found[2 * (t - first)]);
    put(128, found[2 * (t - first) + 1]);
    put(129, pair(found[2 * (t - first)], Math.min(end - t, 3)));
  }

  private int verdictOf(int t) {
    int word = words.capital[t] ? evidence.word(t) : -1;
    return word < 0 ? -1 : evidence.typeVerdict(word);
  }

  private long cluster(int t, int of) {
    return at(t, of) ? words.clusters[t] : 0;
  }

  /** Whether token {@code t} exists and stands in the sentence of {@code of}. */
  private boolean at(int t, int of) {
    return t >= 0 && t < tokens.count && tokens.sentence[t] == tokens.sentence[of];
  }

  private void put(int kind, int value) {
    int h = (value + kind * 0x632be5ab) * 0x9e3779b1;
    h = (h ^ (h >>> 15)) * 0x85ebca6b;
    h ^= h >>> 13;
    into[count++] = h == 0 ? 1 : h;
  }

  private static int pair(int a, int b) {
    return (a * 0x2c1b3c6d + Integer.rotateLeft(b, 16)) * 0x297a2d39 ^ b;
  }
}
