package onrecord.enrich.people;

import java.util.Set;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.People.Entity;
import onrecord.enrich.tags.Tags;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Blocks;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/** Which organisation "it", "its" or "the company" means. For one thread. */
final class BodyReferences {
  private static final int NOBODY = -1;
  private static final int LOOK_BACK = 60;
  private static final int CRAFT_REACH = 16;

  /** So many sentences away at most is what a noun may be said of that its name doesn't hint at. */
  private static final int FARTHEST_VAGUE = 6;

  /** So many letters at least make a stem. */
  private static final int STEM = 4;

  /** What a craft has and no organisation. */
  private static final Set<String> ABOARD =
      Set.of(
          "captain",
          "cargo",
          "cockpit",
          "crew",
          "deck",
          "engine",
          "engines",
          "hull",
          "nets",
          "occupants",
          "passengers",
          "pilot",
          "pilots",
          "skipper",
          "tail",
          "wing",
          "wreckage");

  private static final Set<String> CRAFT =
      Set.of(
          "aircraft",
          "airliner",
          "barge",
          "boat",
          "bus",
          "ferry",
          "freighter",
          "helicopter",
          "jet",
          "plane",
          "ship",
          "submarine",
          "tanker",
          "train",
          "trawler",
          "truck",
          "tug",
          "vessel",
          "yacht");

  private final Antecedents antecedents;
  private Document doc;
  private Tokens tokens;
  private People people;

  /** The block that the text begins with. */
  private int firstParagraph;

  BodyReferences(Antecedents antecedents) {
    this.antecedents = antecedents;
  }

  void begin(Document document, People who) {
    doc = document;
    tokens = doc.tokens;
    people = who;
    firstParagraph = 0;
    while (firstParagraph < doc.blocks.count - 1
        && doc.blocks.kind[firstParagraph] != Blocks.PARAGRAPH) {
      firstParagraph++;
    }
  }

  /** The organisation that "it" or "its" means: one that leads the sentence, or the one before. */
  int meant(int t) {
    boolean possessive = doc.isWord(t, "its") || doc.isWord(t, "Its");
    if (possessive ? isOfCraft(t) : isEmptyIt(t)) {
      return NOBODY;
    }
    int must = possessive ? antecedents.body(t) : NOBODY;
    if (must != NOBODY) {
      return Math.max(NOBODY, must);
    }
    int sentence = tokens.sentence[t];
    int farthest = possessive ? 1 : leads(t) ? 2 : 0;
    int nearest = NOBODY;
    for (int m = antecedents.count() - 1, seen = 0; m >= 0 && seen < 24; m--, seen++) {
      int entity = antecedents.entity(m);
      int distance = sentence - tokens.sentence[antecedents.token(m)];
      if (distance > farthest) {
        break;
      }
      if (tokens.segment[antecedents.token(m)] != tokens.segment[t] || entity < 0) {
        continue;
      }
      if (people.entities.get(entity).type != Names.ORGANIZATION) {
        continue;
      }
      if (antecedents.isSubject(m)) {
        return entity;
      }
      nearest = nearest == NOBODY && possessive && distance == 0 ? entity : nearest;
    }
    return nearest;
  }

  /** "The police stopped a boat and held its crew": the boat's. */
  private boolean isOfCraft(int t) {
    if (t + 1 >= tokens.count || !ABOARD.contains(word(t + 1))) {
      return false;
    }
    int from = Math.max(doc.sentences.firstToken[tokens.sentence[t]], t - CRAFT_REACH);
    for (int i = t - 1; i >= from; i--) {
      if (tokens.kind[i] == Tokens.WORD && CRAFT.contains(word(i))) {
        return true;
      }
    }
    return false;
  }

  private String word(int t) {
    return NameForms.fold(doc.text(tokens.start[t], tokens.end[t]));
  }

  private boolean leads(int t) {
    return t - doc.sentences.firstToken[tokens.sentence[t]] <= 1;
  }

  /** "It is hard to say": nothing is meant; told by what follows. */
  private boolean isEmptyIt(int t) {
    if (t + 1 >= tokens.count) {
      return true;
    }
    int next = tokens.flags[t + 1];
    if (tokens.kind[t + 1] != Tokens.WORD) {
      return true;
    }
    return (next & (Lexicon.SPEECH | Lexicon.THOUGHT)) == 0
        && !doc.isWord(t + 1, "had")
        && !doc.isWord(t + 1, "has")
        && !doc.isWord(t + 1, "would")
        && !doc.isWord(t + 1, "will")
        && !doc.isWord(t + 1, "also")
        && !(doc.isWord(t + 1, "was") && t + 2 < tokens.count && endsWith(t + 2, "ing"));
  }

  private boolean endsWith(int t, String ending) {
    int from = tokens.end[t] - ending.length();
    if (from < tokens.start[t]) {
      return false;
    }
    for (int i = 0; i < ending.length(); i++) {
      if (doc.chars[from + i] != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The organisation that "the company", "the ministry" means, or -1.
   *
   * @param first the word behind the article: "opposition" of "the opposition party"
   */
  int called(int first, int head) {
    String word = word(head);
    int best = NOBODY;
    int bestScore = Integer.MIN_VALUE;
    for (int m = antecedents.count() - 1, seen = 0; m >= 0 && seen < LOOK_BACK; m--, seen++) {
      int each = antecedents.entity(m);
      if (each < 0) {
        continue;
      }
      Entity who = people.entities.get(each);
      if (who.type != Names.ORGANIZATION || isAside(antecedents.token(m))) {
        continue;
      }
      int fit = Bodies.fit(who, word);
      int distance = tokens.sentence[head] - tokens.sentence[antecedents.token(m)];
      boolean fits = fit > 1 || (fit == 1 && distance <= FARTHEST_VAGUE);
      if (!fits || (first < head && !hasWords(who, first, head))) {
        continue;
      }
      int score = 8 * fit - Math.min(distance, 20) + Math.min(4, who.mentions);
      score += antecedents.isSubject(m) ? 2 : 0;
      if (score > bestScore) {
        bestScore = score;
        best = each;
      }
    }
    return best;
  }

  /** The one organisation of the whole article that goes best by a noun, or -1. */
  int only(int head) {
    return only(head, tokens.count);
  }

  /**
   * The one that is introduced before a noun and goes best by it. A lead may come before all, and
   * so may "the company", as most articles on a firm are on one.
   */
  int onlyBefore(int head) {
    boolean ahead = tokens.block[head] <= firstParagraph || Bodies.isFirm(word(head));
    return only(head, ahead ? tokens.count : head);
  }

  private int only(int head, int before) {
    String word = word(head);
    int best = NOBODY;
    int bestFit = 0;
    doc.budget.spend(people.entities.size());
    for (int e = 0; e < people.entities.size(); e++) {
      Entity who = people.entities.get(e);
      if (who.type != Names.ORGANIZATION || who.introduced >= before) {
        continue;
      }
      int fit = isAside(who.introduced) ? 0 : Bodies.fit(who, word);
      if (fit >= bestFit && fit > 0) {
        best = fit > bestFit ? e : NOBODY;
        bestFit = fit;
      }
    }
    return best;
  }

  /** Bylines and credits name who wrote, not whom the article is about. */
  private boolean isAside(int t) {
    int kind = doc.blocks.kind[tokens.block[t]];
    return kind == Blocks.BYLINE
        || kind == Blocks.CREDIT
        || kind == Blocks.DATELINE
        || kind == Blocks.PROMOTION;
  }

  /** Whether an organisation's name has the words before the noun that it is called by. */
  private boolean hasWords(Entity who, int first, int head) {
    for (int t = first; t < head; t++) {
      if (!hasWord(who, word(t))) {
        return false;
      }
    }
    return true;
  }

  /** Whether an organisation's name, or what it is called by, has a word or one of its stem. */
  static boolean hasWord(Entity who, String word) {
    boolean has = who.called.contains(word);
    for (String each : who.fullest.words) {
      has |= isOfOneStem(each, word);
    }
    return has;
  }

  /** "banking" and "bank", "legislative" and "legislature". */
  private static boolean isOfOneStem(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int same = Math.max(STEM, shorter - 2);
    return one.equals(other) || (shorter >= STEM && one.regionMatches(0, other, 0, same));
  }

  /**
   * Whether a noun at {@code head} names its own body, by what it is of or stands before: "the
   * administration of justice", "the hospital equipment".
   */
  boolean isOther(int head) {
    int next = head + 1;
    if (next >= tokens.count || tokens.sentence[next] != tokens.sentence[head]) {
      return false;
    }
    if (doc.isWord(next, "of")) {
      return true;
    }
    int tag = tokens.tag[next];
    int verb = Lexicon.SPEECH | Lexicon.THOUGHT | Lexicon.AUXILIARY;
    return tokens.kind[next] == Tokens.WORD
        && (tag == Tags.NOUN || tag == Tags.NOUNS)
        && (tokens.flags[next] & (verb | Lexicon.FUNCTION)) == 0;
  }
}
