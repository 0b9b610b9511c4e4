package onrecord.enrich.people;

import java.util.Set;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.People.Entity;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Blocks;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/** Which organisation "it", "its" or "the company" means. For one thread. */
final class BodyReferences {
  private static final int NOBODY = -1;
  private static final int LOOK_BACK = 60;
  private static final int CRAFT_REACH = 16;

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

  BodyReferences(Antecedents antecedents) {
    this.antecedents = antecedents;
  }

  void begin(Document document, People who) {
    doc = document;
    tokens = doc.tokens;
    people = who;
  }

  /** The organisation that "it" or "its" means: one that leads the sentence, or the one before. */
  int meant(int t) {
    boolean possessive = doc.isWord(t, "its") || doc.isWord(t, "Its");
    if (possessive ? isOfCraft(t) : isEmptyIt(t)) {
      return NOBODY;
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

  /** The organisation that "the company", "the ministry" means, or -1. */
  int called(int head) {
    String word = NameForms.fold(doc.text(tokens.start[head], tokens.end[head]));
    int wanted = Bodies.kind(word);
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
      int fit = Bodies.fit(who.fullest, word, wanted);
      if (fit <= 0) {
        continue;
      }
      int distance = tokens.sentence[head] - tokens.sentence[antecedents.token(m)];
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
    String word = NameForms.fold(doc.text(tokens.start[head], tokens.end[head]));
    int wanted = Bodies.kind(word);
    int best = NOBODY;
    int bestFit = 0;
    doc.budget.spend(people.entities.size());
    for (int e = 0; e < people.entities.size(); e++) {
      Entity who = people.entities.get(e);
      if (who.type != Names.ORGANIZATION || who.introduced >= tokens.count) {
        continue;
      }
      int fit = isAside(who.introduced) ? 0 : Bodies.fit(who.fullest, word, wanted);
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
  boolean hasWords(int entity, int first, int head) {
    NameWords name = people.entities.get(entity).fullest;
    for (int t = first; t < head; t++) {
      String word = NameForms.fold(doc.text(tokens.start[t], tokens.end[t]));
      boolean has = false;
      for (String each : name.words) {
        has |= each.equals(word);
      }
      if (!has) {
        return false;
      }
    }
    return true;
  }
}
