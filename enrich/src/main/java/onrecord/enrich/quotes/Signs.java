package onrecord.enrich.quotes;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.enrich.people.People;
import onrecord.enrich.tags.Tags;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Segments;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * What the models see of each token, a column an array: its word, its word's clusters, its tag (a
 * rough part of speech). Requires tokens, segments and {@link People}. For one thread.
 */
public final class Signs {
  static final int END = 0;
  static final int COMMA = 1;
  static final int STOP = 2;
  static final int COLON = 3;
  static final int SEMICOLON = 4;
  static final int DASH = 5;
  static final int QUOTE = 6;
  static final int SINGLE = 7;
  static final int OPEN = 8;
  static final int CLOSE = 9;
  static final int MARK = 10;
  static final int POSSESSIVE = 11;
  static final int NUMBER = 12;
  static final int ADDRESS = 13;

  /** And of organisations, places and unknown kind, in the order of Names. */
  static final int NAME = 14;

  static final int PRONOUN = 18;
  static final int THEY = 19;
  static final int IT = 20;
  static final int ROLE = 21;
  static final int DESCRIPTION = 22;
  static final int RELATIVE = 23;
  static final int DETERMINER = 24;
  static final int AUXILIARY = 25;
  static final int PREPOSITION = 26;
  static final int AND = 27;
  static final int WHEN = 28;
  static final int THAT = 29;
  static final int TO = 30;
  static final int SPEECH = 31;
  static final int SPEAKING = 32;
  static final int THOUGHT = 33;
  static final int ADVERB = 34;
  static final int ING = 35;
  static final int ED = 36;
  static final int CAPITAL = 37;
  static final int FUNCTION = 38;
  static final int NOUN = 39;
  static final int PLURAL = 40;

  /** Other nouns, and what is no word of a known kind. */
  static final int PLAIN = 41;

  /** "Taken", or a verb's form like it. */
  static final int PARTICIPLE = 42;

  static final int PRESENT_THIRD = 43;
  static final int PRESENT = 44;
  static final int BARE = 45;
  static final int ADJECTIVE = 46;

  /** "Was told", "is believed". */
  static final int SPOKEN = 47;

  static final int HELD = 48;

  /** "Claims", "the call". */
  static final int WORD_OF_SPEECH = 49;

  private static final int[] CLOSED = closed();

  private final QuoteModel model;

  /** The lower-case word's hash. */
  public int[] word = new int[1024];

  /** Its coarse cluster, 0 when unknown. */
  int[] coarse = new int[1024];

  /** Its fine cluster, 0 when unknown. */
  int[] fine = new int[1024];

  /** One of the constants here. */
  int[] tag = new int[1024];

  /** Who may always speak, met in training or not. */
  private static final Set<Integer> ANYBODY =
      hashes("somebody someone anybody anyone everybody everyone nobody others another");

  /** What it may be: bits of {@link QuoteModel}. */
  int[] may = new int[1024];

  /** The mention of People that it stands in, or -1. */
  int[] mention = new int[1024];

  /** How likely each is a cue's head, in a few levels; by {@link Proposals}. */
  public int[] cue = new int[1024];

  public Signs(QuoteModel model) {
    this.model = model;
  }

  /** The hash of a word, however it is written. */
  public static int hash(CharSequence word) {
    int hash = 17;
    for (int i = 0; i < word.length(); i++) {
      hash = 31 * hash + lower(word.charAt(i));
    }
    return spread(hash);
  }

  /** The hashes of words with spaces between them. */
  static Set<Integer> hashes(String words) {
    return Stream.of(words.split(" ")).map(Signs::hash).collect(Collectors.toUnmodifiableSet());
  }

  private static int hash(char[] chars, int start, int end) {
    int hash = 17;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + lower(chars[i]);
    }
    return spread(hash);
  }

  private static int spread(int hash) {
    int h = hash * 0x9E3779B1;
    h ^= h >>> 15;
    return h == 0 ? 1 : h;
  }

  private static char lower(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return c == '\u2019' ? '\'' : Character.toLowerCase(c);
  }

  /** The level of a cue's likelihood: 0 to 3. */
  public static int level(float likely) {
    return likely < 0.15f ? 0 : likely < 0.5f ? 1 : likely < 0.85f ? 2 : 3;
  }

  /** Fills the columns. */
  public void read(Document doc, People people) {
    Tokens tokens = doc.tokens;
    int count = tokens.count;
    if (word.length < count) {
      int size = count * 2;
      word = new int[size];
      coarse = new int[size];
      fine = new int[size];
      tag = new int[size];
      may = new int[size];
      mention = new int[size];
      cue = new int[size];
    }
    Arrays.fill(cue, 0, count, 0);
    Arrays.fill(mention, 0, count, -1);
    for (int m = 0; m < people.count; m++) {
      Arrays.fill(mention, people.firstToken[m], people.endToken[m], m);
    }
    for (int t = 0; t < count; t++) {
      int start = tokens.start[t];
      int end = tokens.end[t];
      if (tokens.kind[t] == Tokens.WORD) {
        word[t] = hash(doc.chars, start, end);
        int facts = model.facts(word[t]);
        may[t] = (facts & 15) | (ANYBODY.contains(word[t]) ? QuoteModel.MAY_BE_SOURCE : 0);
        coarse[t] = (facts >> 4) & 0xfff;
        fine[t] = facts >>> 16;
        tag[t] = wordTag(doc, people, t, start, end);
      } else {
        coarse[t] = 0;
        fine[t] = 0;
        tag[t] = otherTag(doc, tokens, t, start);
        may[t] =
            tag[t] == COLON
                ? QuoteModel.MAY_BE_CUE
                : tag[t] == ADDRESS ? QuoteModel.MAY_BE_SOURCE : 0;
        word[t] = -1 - tag[t];
      }
    }
    marks(doc);
  }

  /** The marks of pairs are told from other marks. */
  private void marks(Document doc) {
    Segments segments = doc.segments;
    Tokens tokens = doc.tokens;
    for (int s = 0; s < segments.count; s++) {
      for (int t = segments.firstToken[s] - 1;
          t >= 0 && tokens.start[t] >= segments.outerStart[s];
          t--) {
        tag[t] = QUOTE;
        word[t] = -1 - QUOTE;
      }
      for (int t = segments.endToken[s];
          t < tokens.count && tokens.end[t] <= segments.outerEnd[s];
          t++) {
        tag[t] = QUOTE;
        word[t] = -2 - QUOTE;
      }
    }
  }

  private int wordTag(Document doc, People people, int t, int start, int end) {
    int m = mention[t];
    if (m >= 0 && people.kind[m] == People.NAME) {
      int entity = people.entity[m];
      return NAME + (entity < 0 ? 0 : people.entities.get(entity).type);
    }
    int flags = doc.tokens.flags[t];
    int closed = closedTag(word[t]);
    if (closed != 0) {
      return closed;
    }
    if ((flags & Lexicon.PRONOUN) != 0 && (flags & Lexicon.DETERMINER) == 0) {
      return (flags & Lexicon.THEY) != 0 ? THEY : (flags & Lexicon.IT) != 0 ? IT : PRONOUN;
    }
    if (m >= 0 && t == people.endToken[m] - 1) {
      int kind = people.kind[m];
      return kind == People.PRONOUN ? PRONOUN : kind == People.ROLE ? ROLE : DESCRIPTION;
    }
    if ((flags & Lexicon.AUXILIARY) != 0) {
      return AUXILIARY;
    }
    if ((flags & Lexicon.DETERMINER) != 0) {
      return DETERMINER;
    }
    if ((flags & Lexicon.PREPOSITION) != 0) {
      return PREPOSITION;
    }
    char last = doc.chars[end - 1];
    char before = end - start > 2 ? doc.chars[end - 2] : ' ';
    boolean ing = last == 'g' && before == 'n' && end - start > 4;
    boolean says = (flags & Lexicon.SPEECH) != 0 && isHeadline(doc, t);
    int part = doc.tokens.tag[t];
    if (!says && Character.isUpperCase(doc.chars[start])) {
      return part == Tags.NAME ? CAPITAL : ofPart(part, CAPITAL);
    }
    boolean thought = (flags & Lexicon.THOUGHT) != 0;
    if ((flags & Lexicon.SPEECH) != 0 || thought) {
      return part == Tags.BEEN_SAID
          ? thought ? HELD : SPOKEN
          : part == Tags.NOUN || part == Tags.NOUNS
              ? WORD_OF_SPEECH
              : thought ? THOUGHT : ing ? SPEAKING : SPEECH;
    }
    if ((flags & (Lexicon.ROLE | Lexicon.GROUP | Lexicon.DOCUMENT | Lexicon.TITLE)) != 0) {
      return part >= Tags.VERB && part <= Tags.SAYING ? ofPart(part, NOUN) : NOUN;
    }
    if ((flags & Lexicon.FUNCTION) != 0) {
      return ofPart(part, FUNCTION);
    }
    return ofPart(part, PLAIN);
  }

  /** Whether a tag is that of what says or thinks something. */
  static boolean isSpeech(int tag) {
    return tag == Signs.SPEECH
        || tag == Signs.SPEAKING
        || tag == Signs.SPOKEN
        || tag == Signs.WORD_OF_SPEECH
        || tag == Signs.THOUGHT
        || tag == Signs.HELD
        || tag == Signs.COLON;
  }

  /** Whether a tag is of a verb in its person and time. */
  static boolean isFinite(int tag) {
    return tag == AUXILIARY
        || tag == ED
        || tag == SPEECH
        || tag == THOUGHT
        || tag == PRESENT
        || tag == PRESENT_THIRD;
  }

  /** The tag of a part of speech. */
  private static int ofPart(int part, int otherwise) {
    return switch (part) {
      case Tags.NOUN -> PLAIN;
      case Tags.NOUNS -> PLURAL;
      case Tags.NAME -> CAPITAL;
      case Tags.ADJECTIVE -> ADJECTIVE;
      case Tags.ADVERB -> ADVERB;
      case Tags.VERB -> BARE;
      case Tags.SAY -> PRESENT;
      case Tags.SAYS -> PRESENT_THIRD;
      case Tags.SAID -> ED;
      case Tags.BEEN_SAID -> PARTICIPLE;
      case Tags.SAYING -> ING;
      case Tags.PREPOSITION -> PREPOSITION;
      case Tags.MODAL -> AUXILIARY;
      default -> otherwise;
    };
  }

  /** Whether a word's capital may be its headline's. */
  private static boolean isHeadline(Document doc, int t) {
    return doc.blocks.kind[doc.tokens.block[t]] == Document.Blocks.HEADLINE
        && doc.sentences.firstToken[doc.tokens.sentence[t]] != t;
  }

  /** The tag of a token of {@code [from, to)}; {@link #END} outside. */
  int tagWithin(int t, int from, int to) {
    return t < from || t >= to ? END : tag[t];
  }

  /** The word of a token of {@code [from, to)}; 0 outside. */
  int wordWithin(int t, int from, int to) {
    return t < from || t >= to ? 0 : word[t];
  }

  private static int otherTag(Document doc, Tokens tokens, int t, int start) {
    int kind = tokens.kind[t];
    if (kind == Tokens.NUMBER) {
      return NUMBER;
    }
    if (kind == Tokens.ADDRESS) {
      return ADDRESS;
    }
    if (kind == Tokens.POSSESSIVE) {
      return POSSESSIVE;
    }
    return switch (doc.chars[start]) {
      case ',' -> COMMA;
      case '.', '!', '?', '\u2026' -> STOP;
      case ':' -> COLON;
      case ';' -> SEMICOLON;
      case '-', '\u2013', '\u2014', '\u2015' -> DASH;
      case '\'', '\u2018', '\u2019', '`' -> SINGLE;
      case '(', '[' -> OPEN;
      case ')', ']' -> CLOSE;
      default -> MARK;
    };
  }

  private static int closedTag(int word) {
    int slot = word & (CLOSED.length / 2 - 1);
    while (CLOSED[2 * slot] != 0) {
      if (CLOSED[2 * slot] == word) {
        return CLOSED[2 * slot + 1];
      }
      slot = (slot + 1) & (CLOSED.length / 2 - 1);
    }
    return 0;
  }

  private static int[] closed() {
    String[] words = {
      "who which whom whose",
      "and or but",
      "while when because if after before although though since unless until whether where as",
      "that",
      "to"
    };
    int[] tags = {RELATIVE, AND, WHEN, THAT, TO};
    // Words and their tags by turns, at the place of the word's hash or behind it.
    int[] table = new int[256];
    for (int i = 0; i < words.length; i++) {
      for (String word : words[i].split(" ", -1)) {
        int hash = hash(word);
        int slot = hash & 127;
        while (table[2 * slot] != 0) {
          slot = (slot + 1) & 127;
        }
        table[2 * slot] = hash;
        table[2 * slot + 1] = tags[i];
      }
    }
    return table;
  }
}
