package onrecord.enrich.names;

import java.util.Arrays;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Mends the types of names that are called after another thing of the article: a land after its
 * people, a water by its last word, the owner of a site, a place by its number alone, a people
 * after its land. Requires labels that {@link Evidence} has counted; leaves them to be counted
 * again. For one thread.
 */
final class Namesakes {
  // Columns of what is known of a word: a water of the article has it, it is the owner of a site.
  private static final int WATER = 0;
  private static final int OWNER = 1;

  /** Numbers that a place of the article has: "Bridge No. 4". */
  private static final int NUMBER = 2;

  /** The first letters of a place, by which its people may be known. */
  private static final int STEM = 3;

  private static final int STEM_LETTERS = 4;
  private static final String[] WATERS = {
    "Strait", "Gulf", "Sea", "Bay", "River", "Channel", "Lake"
  };
  private static final String[] PEOPLES = {"ish", "ese", "ian", "ean"};

  /** Ends that only several of a people have: "Brinioans said". */
  private static final String[] OF_PEOPLES = {"ans", "eans", "ians"};

  private final HashTable known = new HashTable(4);
  private final Knowledge knowledge;
  private final Evidence evidence;
  private Document doc;
  private Tokens tokens;
  private Words words;
  private byte[] labels;

  Namesakes(Knowledge knowledge, Evidence evidence) {
    this.knowledge = knowledge;
    this.evidence = evidence;
  }

  /** Mends the labels of all stretches. */
  void mend(Document document, Words read, Stretches stretches, byte[] some) {
    doc = document;
    tokens = doc.tokens;
    words = read;
    labels = some;
    known.clear();
    for (int s = 0; s < stretches.count; s++) {
      read(stretches.first[s], stretches.end[s]);
    }
    for (int s = 0; s < stretches.count; s++) {
      mend(stretches.first[s], stretches.end[s]);
    }
  }

  private void read(int first, int end) {
    for (int t = first; t < end; t++) {
      int owner = endOfOwner(t);
      if (owner > 0) {
        known.mark(WordHash.of(doc.chars, tokens.start[t], owner), OWNER);
      }
      if (t > first && t + 1 < end && isNumbered(t) && isPlaceWord(t - 1)) {
        known.mark(words.hash[t + 1], NUMBER);
      }
      if (Labels.type(labels[t]) == Names.LOCATION && Labels.opens(labels[t])) {
        place(t, Labels.stop(labels, t, end));
      }
    }
  }

  /** Where the owner's name ends in "Example.com"; -1 where no site is written. */
  private int endOfOwner(int t) {
    int start = tokens.start[t];
    int at = tokens.end[t];
    while (words.capital[t] && at > start && isSmall(doc.chars[at - 1])) {
      at--;
    }
    boolean site = at - start > STEM_LETTERS && tokens.end[t] - at > 1 && doc.chars[at - 1] == '.';
    return site ? at - 1 : -1;
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }

  private void place(int from, int to) {
    if (to - from > 1) {
      boolean before = isWater(from) && doc.isWord(from + 1, "of");
      if (before || isWater(to - 1)) {
        known.mark(words.hash[before ? to - 1 : to - 2], WATER);
      }
    }
    if (tokens.end[from] - tokens.start[from] > STEM_LETTERS) {
      known.mark(stem(from), STEM);
    }
  }

  private boolean isWater(int t) {
    return isOne(t, WATERS);
  }

  private boolean isOne(int t, String[] of) {
    for (String word : of) {
      if (doc.isWord(t, word)) {
        return true;
      }
    }
    return false;
  }

  private int stem(int t) {
    int start = tokens.start[t];
    return WordHash.of(doc.chars, start, start + STEM_LETTERS);
  }

  private boolean isNumbered(int t) {
    return doc.isWord(t, "No.") && tokens.kind[t + 1] == Tokens.NUMBER;
  }

  private boolean isPlaceWord(int t) {
    return words.capital[t] && (tokens.flags[t] & Lexicon.PLACE_WORD) != 0;
  }

  private void mend(int first, int end) {
    int t = first;
    while (t < end) {
      if (t + 1 < end && isNumberAlone(t, first)) {
        Labels.name(labels, t, t + 2, Names.LOCATION);
        t += 2;
        continue;
      }
      int to = t + 1;
      if (labels[t] != Labels.OUTSIDE && Labels.begins(labels[t])) {
        to = Labels.stop(labels, t, end);
        int type = type(t, to);
        if (type == 0) {
          Arrays.fill(labels, t, to, (byte) Labels.OUTSIDE);
        } else if (type != Labels.type(labels[t])) {
          Labels.name(labels, t, to, type);
        }
      }
      t = to;
    }
  }

  /** "No. 4" without its place's word, where "Bridge No. 4" stands elsewhere. */
  private boolean isNumberAlone(int t, int first) {
    return isNumbered(t)
        && Labels.type(labels[t]) == 0
        && (t == first || !isPlaceWord(t - 1))
        && known.isMarked(words.hash[t + 1], NUMBER);
  }

  /** What a name is by the others; 0 for none. */
  private int type(int from, int to) {
    int type = Labels.type(labels[from]);
    boolean alone = to - from == 1;
    if (type == Names.OTHER && isLand(from, to)) {
      return Names.LOCATION;
    }
    if (type == Names.OTHER && alone && known.isMarked(words.hash[from], OWNER)) {
      return Names.ORGANIZATION;
    }
    if (type == Names.ORGANIZATION && alone) {
      boolean the = from > 0 && (doc.isWord(from - 1, "the") || doc.isWord(from - 1, "The"));
      if (the && known.isMarked(words.hash[from], WATER)) {
        return Names.LOCATION;
      }
      if (isPeople(from)) {
        return 0;
      }
    }
    return type;
  }

  /**
   * "Costa Brinia", in no list, taken for something else here but elsewhere for a place with a
   * people.
   */
  private boolean isLand(int from, int to) {
    int word = evidence.word(to - 1);
    return word >= 0
        && (evidence.seenOf(word) & Evidence.LAND) != 0
        && knowledge.lists(words.hash(from, to)) == 0
        && evidence.isEver(words.hash(from, to), Names.LOCATION);
  }

  /** "Brinish officials" where Brinholm is a place. */
  private boolean isPeople(int t) {
    int after = t + 1;
    boolean before =
        after < tokens.count
            && tokens.sentence[after] == tokens.sentence[t]
            && !words.capital[after]
            && (tokens.flags[after] & (Lexicon.ROLE | Lexicon.GROUP | Lexicon.OCCUPATION)) != 0
            && endsAs(t, PEOPLES);
    return (before || endsAs(t, OF_PEOPLES))
        && tokens.end[t] - tokens.start[t] > STEM_LETTERS
        && known.isMarked(stem(t), STEM);
  }

  private boolean endsAs(int t, String[] ends) {
    for (String end : ends) {
      int length = end.length();
      int from = tokens.end[t] - length;
      boolean same = from > tokens.start[t];
      for (int i = 0; same && i < length; i++) {
        same = doc.chars[from + i] == end.charAt(i);
      }
      if (same) {
        return true;
      }
    }
    return false;
  }
}
