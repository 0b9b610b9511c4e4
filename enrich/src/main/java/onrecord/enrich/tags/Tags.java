package onrecord.enrich.tags;

/** The parts of speech, those of the Penn Treebank made fewer. */
public final class Tags {
  /** Marks, conjunctions, interjections. */
  public static final int OTHER = 0;

  public static final int NOUN = 1;
  public static final int NOUNS = 2;
  public static final int NAME = 3;
  public static final int ADJECTIVE = 4;
  public static final int ADVERB = 5;

  /** A verb's bare form: "to say", "will say". */
  public static final int VERB = 6;

  /** Its present: "they say". */
  public static final int SAY = 7;

  /** Its third person: "she says". */
  public static final int SAYS = 8;

  /** Its past: "she said". */
  public static final int SAID = 9;

  /** Its past participle: "was said". */
  public static final int BEEN_SAID = 10;

  /** Its present participle: "saying". */
  public static final int SAYING = 11;

  /** A preposition, "that" before a clause, "to". */
  public static final int PREPOSITION = 12;

  /** "Will", "may". */
  public static final int MODAL = 13;

  /** An article, a possessive pronoun, a number. */
  public static final int DETERMINER = 14;

  public static final int PRONOUN = 15;

  public static final int COUNT = 16;

  private Tags() {}

  /** The tag for one of the Penn Treebank. */
  public static int ofPenn(String penn) {
    return switch (penn) {
      case "NN" -> NOUN;
      case "NNS" -> NOUNS;
      case "NNP", "NNPS" -> NAME;
      case "JJ", "JJR", "JJS" -> ADJECTIVE;
      case "RB", "RBR", "RBS", "RP" -> ADVERB;
      case "VB" -> VERB;
      case "VBP" -> SAY;
      case "VBZ" -> SAYS;
      case "VBD" -> SAID;
      case "VBN" -> BEEN_SAID;
      case "VBG" -> SAYING;
      case "IN", "TO" -> PREPOSITION;
      case "MD" -> MODAL;
      case "DT", "PRP$", "CD", "PDT", "WP$", "WDT" -> DETERMINER;
      case "PRP", "WP", "EX" -> PRONOUN;
      default -> OTHER;
    };
  }
}
