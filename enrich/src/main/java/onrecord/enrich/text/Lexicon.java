package onrecord.enrich.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Words and phrases with what is known of them, a bit each. Looked up by a slice of characters,
 * without regard to case; a phrase is looked up with single spaces between its words. Immutable
 * after {@link #load}, safe to share between threads.
 */
public final class Lexicon {
  public static final int SPEECH = 1;
  public static final int THOUGHT = 1 << 1;
  public static final int TITLE = 1 << 2;
  public static final int ROLE = 1 << 3;
  public static final int GROUP = 1 << 4;
  public static final int DOCUMENT = 1 << 5;
  public static final int ORGANIZATION = 1 << 6;
  public static final int PLACE_WORD = 1 << 7;
  public static final int PLACE = 1 << 8;
  public static final int DEMONYM = 1 << 9;
  public static final int GIVEN_FEMALE = 1 << 10;
  public static final int GIVEN_MALE = 1 << 11;
  public static final int FUNCTION = 1 << 12;
  public static final int ABBREVIATION = 1 << 13;
  public static final int PARTICLE = 1 << 14;
  public static final int HE = 1 << 15;
  public static final int SHE = 1 << 16;
  public static final int THEY = 1 << 17;
  public static final int IT = 1 << 18;
  public static final int FIRST_SINGULAR = 1 << 19;
  public static final int DETERMINER = 1 << 20;
  public static final int FEMALE_TITLE = 1 << 21;
  public static final int MALE_TITLE = 1 << 22;
  public static final int GENERATION = 1 << 23;
  public static final int AUXILIARY = 1 << 24;
  public static final int PREPOSITION = 1 << 25;

  /** What somebody is, said of them beside their name only. */
  public static final int OCCUPATION = 1 << 26;

  /** Whose somebody is: "brother", "predecessor". */
  public static final int KIN = 1 << 27;

  /** A noun for an organisation that the article names elsewhere: "the company". */
  public static final int BODY = 1 << 28;

  /** A small word of a longer title: "former", "deputy", "campaign". */
  public static final int MODIFIER = 1 << 29;

  /** "Mr", "Ms": says the gender and nothing of a role. */
  public static final int HONORIFIC = 1 << 30;

  public static final int FIRST_PLURAL = 1 << 31;

  public static final int GIVEN = GIVEN_FEMALE | GIVEN_MALE;
  public static final int SINGULAR_PERSON_PRONOUN = HE | SHE;
  public static final int PRONOUN = HE | SHE | THEY | IT | FIRST_SINGULAR;

  private static final float FILL = 0.5f;

  private char[][] words = new char[1 << 13][];
  private int[] flags = new int[1 << 13];
  private int size;

  private Lexicon() {}

  /** Reads the word lists beside this class. */
  public static Lexicon load() {
    Lexicon lexicon = new Lexicon();
    lexicon.words("speech", SPEECH);
    lexicon.words("thought", THOUGHT);
    lexicon.words("titles", TITLE);
    lexicon.words("roles", ROLE);
    lexicon.words("groups", GROUP);
    lexicon.words("documents", DOCUMENT);
    lexicon.words("organizations", ORGANIZATION);
    lexicon.words("place-words", PLACE_WORD);
    lexicon.phrases("places", PLACE);
    lexicon.words("demonyms", DEMONYM);
    lexicon.words("given-female", GIVEN_FEMALE);
    lexicon.words("given-male", GIVEN_MALE);
    lexicon.words("function-words", FUNCTION);
    lexicon.words("abbreviations", ABBREVIATION);
    lexicon.words("occupations", OCCUPATION);
    lexicon.words("kin", KIN);
    lexicon.words("bodies", BODY);
    lexicon.words("role-modifiers", MODIFIER);
    lexicon.words("particles", PARTICLE);
    lexicon.all(HE, "he him his himself he'd he’d he'll he’ll");
    lexicon.all(SHE, "she her hers herself she'd she’d she'll she’ll");
    lexicon.all(
        THEY,
        "they them their theirs themselves they're they’re they've they’ve they'll they’ll they'd they’d");
    lexicon.all(IT, "it its itself it'll it’ll it'd it’d");
    lexicon.all(FIRST_SINGULAR, "i me my mine myself i'm i've i'll i'd i’m i’ve i’ll i’d");
    lexicon.all(
        FIRST_PLURAL, "we us our ours ourselves we're we've we'll we'd we’re we’ve we’ll we’d");
    lexicon.all(HONORIFIC, "mr mrs ms miss mx sir dame madam messrs mme mlle");
    lexicon.all(
        DETERMINER,
        "the a an this that these those his her their its our my your some many several two three"
            + " four five six another one other both few most all any each no every");
    lexicon.all(FEMALE_TITLE, "mrs ms miss madam dame lady queen princess duchess baroness sister");
    lexicon.all(
        FEMALE_TITLE, "spokeswoman chairwoman congresswoman councilwoman businesswoman actress");
    lexicon.all(MALE_TITLE, "mr sir lord king prince duke baron father brother");
    lexicon.all(MALE_TITLE, "spokesman chairman congressman councilman businessman");
    lexicon.all(GENERATION, "jr sr ii iii iv");
    lexicon.all(
        AUXILIARY,
        "is are was were be been being has have had having do does did will would shall should can"
            + " could may might must not n't never also later then just only once often recently"
            + " repeatedly publicly initially previously reportedly further still even again earlier"
            + " subsequently ’d 'd ’s 's");
    lexicon.all(
        PREPOSITION,
        "of in on at by to from with without for about against between among under over into onto"
            + " near after before during through toward towards than as like upon via");
    return lexicon;
  }

  /** What is known of the word or phrase at {@code [start, end)}; 0 when nothing is. */
  public int flags(char[] chars, int start, int end) {
    int length = end - start;
    int mask = words.length - 1;
    for (int slot = hash(chars, start, end) & mask; words[slot] != null; slot = (slot + 1) & mask) {
      char[] word = words[slot];
      if (word.length == length && same(word, chars, start)) {
        return flags[slot];
      }
    }
    return 0;
  }

  private static boolean same(char[] word, char[] chars, int start) {
    for (int i = 0; i < word.length; i++) {
      if (word[i] != lower(chars[start + i])) {
        return false;
      }
    }
    return true;
  }

  private static int hash(char[] chars, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + lower(chars[i]);
    }
    return hash ^ (hash >>> 15);
  }

  private static char lower(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return Character.toLowerCase(c);
  }

  private void add(String word, int flag) {
    char[] chars = word.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = lower(chars[i]);
    }
    if (size + 1 > words.length * FILL) {
      grow();
    }
    int mask = words.length - 1;
    int slot = hash(chars, 0, chars.length) & mask;
    while (words[slot] != null
        && !(words[slot].length == chars.length && same(words[slot], chars, 0))) {
      slot = (slot + 1) & mask;
    }
    if (words[slot] == null) {
      words[slot] = chars;
      size++;
    }
    flags[slot] |= flag;
  }

  private void grow() {
    char[][] oldWords = words;
    int[] oldFlags = flags;
    words = new char[oldWords.length * 2][];
    flags = new int[oldWords.length * 2];
    int mask = words.length - 1;
    for (int i = 0; i < oldWords.length; i++) {
      if (oldWords[i] != null) {
        int slot = hash(oldWords[i], 0, oldWords[i].length) & mask;
        while (words[slot] != null) {
          slot = (slot + 1) & mask;
        }
        words[slot] = oldWords[i];
        flags[slot] = oldFlags[i];
      }
    }
  }

  private void all(int flag, String list) {
    for (String word : list.split(" ", -1)) {
      add(word, flag);
    }
  }

  private void words(String list, int flag) {
    read(list, "\\s+", flag);
  }

  private void phrases(String list, int flag) {
    read(list, "\\s*,\\s*", flag);
  }

  private void read(String list, String separator, int flag) {
    String name = "lexicon/" + list + ".txt";
    try (InputStream stream = Lexicon.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(
            "The word list " + name + " is missing from the class path");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        for (String word : line.split(separator, -1)) {
          if (!word.isBlank()) {
            add(word, flag);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The word list " + name + " can't be read", e);
    }
  }
}
