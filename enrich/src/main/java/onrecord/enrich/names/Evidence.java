package onrecord.enrich.names;

import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * What the rest of the article says of a word or a name: how often it is written small, what
 * company it keeps elsewhere, which long name it is part of or the letters of; and, once names were
 * found, what it was found to be. Reused from text to text; for one thread.
 */
final class Evidence {
  // What was seen of a word at one of its places, a bit each.
  static final int BEHIND_TITLE = 1;
  static final int BEHIND_GIVEN = 1 << 1;
  static final int BEFORE_SPEECH = 1 << 2;
  static final int BEHIND_SPEECH = 1 << 3;
  static final int BEFORE_ORGANIZATION = 1 << 4;
  static final int BEHIND_IN = 1 << 5;
  static final int BEFORE_POSSESSIVE = 1 << 6;
  static final int BEFORE_PLACE_WORD = 1 << 7;
  static final int BEHIND_THE = 1 << 8;
  static final int BEFORE_COMMA = 1 << 9;
  static final int BEFORE_CAPITAL = 1 << 10;
  static final int BEHIND_CAPITAL = 1 << 11;
  static final int ALONE = 1 << 12;
  static final int IN_QUOTES = 1 << 13;
  static final int PEOPLE = 1 << 14;
  static final int LAND = 1 << 15;

  /** How peoples end, and how their lands may: Peruvian, Peru; Danish, Denmark isn't one. */
  private static final String[][] PEOPLES = {
    {"an", "a", "", "o", "y"},
    {"ian", "", "ia", "y", "e"},
    {"ean", "", "e", "ea"},
    {"ish", "land", "eland", "", "and"},
    {"ese", "", "a", "e"},
    {"er", "", "land"},
    {"i", ""},
  };

  private static final int SMALL = 0;
  private static final int CAPITAL = 1;
  private static final int SEEN = 2;

  /** The last word of the longest stretch it stands in, and that stretch's length. */
  private static final int LONGEST_END = 3;

  private static final int LONGEST = 4;
  private static final int VOTES = 5;
  private static final int MAX_ACRONYM = 6;
  private static final int MIN_STEM = 3;
  private static final int MAX_STEM = 20;

  private final HashTable words = new HashTable(VOTES + Labels.COUNT);
  private final HashTable names = new HashTable(Names.OTHER + 1);
  private final HashTable acronyms = new HashTable(1);
  private final char[] name = new char[MAX_STEM + 8];
  private Document doc;
  private Words of;

  /** Reads what is seen of the words of {@code document}; no names are known yet. */
  void read(Document document, Words read, Stretches stretches) {
    doc = document;
    of = read;
    words.clear();
    names.clear();
    acronyms.clear();
    Tokens tokens = doc.tokens;
    for (int s = 0; s < stretches.count; s++) {
      for (int t = stretches.first[s]; t < stretches.end[s]; t++) {
        if (of.capital[t]) {
          see(t, stretches.first[s], stretches.end[s]);
        }
      }
      acronyms(stretches.first[s], stretches.end[s]);
    }
    for (int s = 0; s < stretches.count; s++) {
      for (int t = stretches.first[s]; t < stretches.end[s]; t++) {
        if (of.capital[t]) {
          peoples(t);
        }
      }
    }
    for (int t = 0; t < tokens.count; t++) {
      if (!of.capital[t] && tokens.kind[t] == Tokens.WORD) {
        // Only words that also stand with a capital matter.
        int row = words.find(of.hash[t]);
        if (row >= 0) {
          words.add(row + SMALL, 1);
        }
      }
    }
  }

  private void see(int t, int first, int end) {
    int row = words.row(of.hash[t]);
    if (of.titleCase[t]) {
      return;
    }
    if (!of.opens[t]) {
      words.add(row + CAPITAL, 1);
    }
    words.set(row + SEEN, words.get(row + SEEN) | seen(t));
    int length = end - first;
    if (length > words.get(row + LONGEST)) {
      words.set(row + LONGEST, length);
      words.set(row + LONGEST_END, of.hash[end - 1]);
    }
  }

  private int seen(int t) {
    Tokens tokens = doc.tokens;
    int seen = tokens.segment[t] >= 0 ? IN_QUOTES : 0;
    boolean before = t > 0 && tokens.sentence[t - 1] == tokens.sentence[t];
    boolean after = t + 1 < tokens.count && tokens.sentence[t + 1] == tokens.sentence[t];
    if (before) {
      int flags = tokens.flags[t - 1];
      boolean capital = of.capital[t - 1];
      seen |= (flags & Lexicon.TITLE) != 0 ? BEHIND_TITLE : 0;
      seen |= capital && (flags & Lexicon.GIVEN) != 0 ? BEHIND_GIVEN : 0;
      seen |= (flags & Lexicon.SPEECH) != 0 && !capital ? BEHIND_SPEECH : 0;
      seen |= capital ? BEHIND_CAPITAL : 0;
      seen |= doc.isWord(t - 1, "in") || doc.isWord(t - 1, "near") ? BEHIND_IN : 0;
      seen |= doc.isWord(t - 1, "the") || doc.isWord(t - 1, "The") ? BEHIND_THE : 0;
    }
    if (after) {
      int flags = tokens.flags[t + 1];
      boolean capital = of.capital[t + 1];
      seen |= (flags & Lexicon.SPEECH) != 0 && !capital ? BEFORE_SPEECH : 0;
      seen |= (flags & Lexicon.ORGANIZATION) != 0 && capital ? BEFORE_ORGANIZATION : 0;
      seen |= (flags & Lexicon.PLACE_WORD) != 0 && capital ? BEFORE_PLACE_WORD : 0;
      seen |= tokens.kind[t + 1] == Tokens.POSSESSIVE ? BEFORE_POSSESSIVE : 0;
      seen |= doc.isWord(t + 1, ",") ? BEFORE_COMMA : 0;
      seen |= capital ? BEFORE_CAPITAL : 0;
    }
    if ((seen & (BEFORE_CAPITAL | BEHIND_CAPITAL)) == 0) {
      seen |= ALONE;
    }
    return seen;
  }

  /** Marks what is called after a land of the article, and the land. */
  private void peoples(int t) {
    int start = doc.tokens.start[t];
    int end = doc.tokens.end[t];
    if (doc.chars[end - 1] == 's') {
      end--;
    }
    for (String[] ends : PEOPLES) {
      int stem = end - ends[0].length();
      if (stem - start < MIN_STEM || stem - start > MAX_STEM || !isAt(stem, end, ends[0])) {
        continue;
      }
      for (int i = 1; i < ends.length; i++) {
        System.arraycopy(doc.chars, start, name, 0, stem - start);
        ends[i].getChars(0, ends[i].length(), name, stem - start);
        int land = words.find(WordHash.of(name, 0, stem - start + ends[i].length()));
        if (land >= 0) {
          int people = words.row(of.hash[t]);
          words.set(people + SEEN, words.get(people + SEEN) | PEOPLE);
          words.set(land + SEEN, words.get(land + SEEN) | LAND);
        }
      }
    }
  }

  private boolean isAt(int from, int to, String letters) {
    for (int i = from; i < to; i++) {
      if (doc.chars[i] != letters.charAt(i - from)) {
        return false;
      }
    }
    return true;
  }

  /** Remembers the letters by which the capitals of a stretch may be called. */
  private void acronyms(int first, int end) {
    for (int from = first; from < end; from++) {
      if (!of.capital[from]) {
        continue;
      }
      int hash = 0;
      int letters = 0;
      for (int t = from; t < end && letters < MAX_ACRONYM; t++) {
        if (of.capital[t]) {
          char c = WordHash.lower(doc.chars[doc.tokens.start[t]]);
          hash = hash * 31 + c;
          letters++;
          if (letters > 1) {
            acronyms.row(key(hash));
          }
        } else if (letters > 0 && (doc.tokens.flags[t] & Lexicon.PARTICLE) == 0) {
          break;
        }
      }
    }
  }

  /** Whether a token of capitals is the first letters of a longer name of the article. */
  boolean isAcronym(int t) {
    int start = doc.tokens.start[t];
    int end = doc.tokens.end[t];
    if (end - start < 2 || end - start > 2 * MAX_ACRONYM || !doc.isAllCaps(t)) {
      return false;
    }
    int hash = 0;
    for (int i = start; i < end; i++) {
      if (doc.chars[i] != '.') {
        hash = hash * 31 + WordHash.lower(doc.chars[i]);
      }
    }
    return acronyms.find(key(hash)) >= 0;
  }

  private static int key(int hash) {
    return hash * 0x9e3779b1 | 1;
  }

  /** Adds what was found: {@code labels[t]} for each token of the stretches. */
  void vote(Stretches stretches, byte[] labels) {
    for (int s = 0; s < stretches.count; s++) {
      votes(stretches.first[s], stretches.end[s], labels, 1);
    }
  }

  /** Takes back the votes of one stretch, or gives them again: none votes for itself. */
  void votes(int first, int end, byte[] labels, int times) {
    for (int t = first; t < end; t++) {
      if (of.capital[t]) {
        words.add(words.row(of.hash[t]) + VOTES + labels[t], times);
      }
    }
    names(first, end, labels, times);
  }

  /** Forgets all votes and adds these. */
  void recount(Stretches stretches, byte[] labels) {
    words.clearFrom(VOTES);
    names.clear();
    vote(stretches, labels);
  }

  /** The label of a name of one word that most places of a word have; else outside. */
  int usual(int t) {
    int row = words.find(of.hash[t]);
    int all = 0;
    int best = Labels.OUTSIDE;
    for (int label = 0; label < Labels.COUNT; label++) {
      int votes = words.get(row + VOTES + label);
      all += votes;
      boolean alone = Labels.begins(label) && Labels.ends(label);
      if (alone && votes > (best == Labels.OUTSIDE ? 1 : words.get(row + VOTES + best))) {
        best = label;
      }
    }
    return best != Labels.OUTSIDE && 2 * words.get(row + VOTES + best) > all
        ? best
        : Labels.OUTSIDE;
  }

  private void names(int first, int end, byte[] labels, int times) {
    int t = first;
    while (t < end) {
      if (!Labels.begins(labels[t])) {
        t++;
        continue;
      }
      int type = Labels.type(labels[t]);
      int hash = of.hash[t];
      while (!Labels.ends(labels[t])) {
        t++;
        hash = WordHash.join(hash, of.hash[t]);
      }
      t++;
      names.add(names.row(hash) + type, times);
    }
  }

  /** Where the word of a token is kept, for the methods below; -1 when nothing is. */
  int word(int t) {
    return words.find(of.hash[t]);
  }

  int seenOf(int word) {
    return words.get(word + SEEN);
  }

  int small(int word) {
    return words.get(word + SMALL);
  }

  int capital(int word) {
    return words.get(word + CAPITAL);
  }

  int longest(int word) {
    return words.get(word + LONGEST);
  }

  int longestEnd(int word) {
    return words.get(word + LONGEST_END);
  }

  /** The label most often given to a word, its share in quarters and whether it was given often. */
  int verdict(int word) {
    int best = 0;
    int all = 0;
    for (int label = 0; label < Labels.COUNT; label++) {
      int votes = words.get(word + VOTES + label);
      all += votes;
      if (votes > words.get(word + VOTES + best)) {
        best = label;
      }
    }
    if (all == 0) {
      return -1;
    }
    int share = 4 * words.get(word + VOTES + best) / all;
    return (best * 5 + share) * 3 + Math.min(all, 6) / 3;
  }

  /** The type most often given to a word: share in quarters, few or many; -1 for none. */
  int typeVerdict(int word) {
    int[] votes = typeVotes;
    java.util.Arrays.fill(votes, 0);
    int all = 0;
    for (int label = 0; label < Labels.COUNT; label++) {
      int some = words.get(word + VOTES + label);
      votes[Labels.type(label)] += some;
      all += some;
    }
    return all == 0 ? -1 : best(votes, all);
  }

  /** The types that longer names which begin and end with a word were most often given. */
  int ends(int word) {
    return 5 * most(word, 1) + most(word, 3);
  }

  private int most(int word, int label) {
    int best = 0;
    int votes = 0;
    for (int type = 1; type <= Names.OTHER; type++) {
      int some = words.get(word + VOTES + label + 4 * (type - 1));
      if (some > votes) {
        votes = some;
        best = type;
      }
    }
    return best;
  }

  private final int[] typeVotes = new int[Names.OTHER + 1];

  /** What a name of these very words was found to be; -1 when it wasn't found. */
  int nameVerdict(int hash) {
    int row = names.find(hash);
    if (row < 0) {
      return -1;
    }
    int all = 0;
    for (int type = 1; type <= Names.OTHER; type++) {
      typeVotes[type] = names.get(row + type);
      all += typeVotes[type];
    }
    typeVotes[0] = 0;
    return all == 0 ? -1 : best(typeVotes, all);
  }

  /** The type that most names of these very words have; 0 for words that are no name. */
  int typeOf(int hash) {
    int row = names.find(hash);
    int best = 0;
    for (int type = 1; row >= 0 && type <= Names.OTHER; type++) {
      if (names.get(row + type) > (best == 0 ? 0 : names.get(row + best))) {
        best = type;
      }
    }
    return best;
  }

  /** Whether a name of these very words has a type at any of its places. */
  boolean isEver(int hash, int type) {
    int row = names.find(hash);
    return row >= 0 && names.get(row + type) > 0;
  }

  private static int best(int[] votes, int all) {
    int best = 0;
    for (int type = 1; type < votes.length; type++) {
      if (votes[type] > votes[best]) {
        best = type;
      }
    }
    int share = 4 * votes[best] / all;
    int many = all == 1 ? 0 : all < 4 ? 1 : 2;
    return (best * 5 + share) * 3 + many;
  }
}
