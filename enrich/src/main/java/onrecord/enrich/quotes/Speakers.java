package onrecord.enrich.quotes;

import onrecord.enrich.names.Names;
import onrecord.enrich.people.Descriptions;
import onrecord.enrich.people.Groups;
import onrecord.enrich.people.People;
import onrecord.enrich.quotes.Attributions.Attribution;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Ties each attribution's source to an entity where the article does: the mention's own, or for
 * "who" and "which" that of the words before. A source that the article never names stays unnamed.
 * For one thread.
 */
final class Speakers {
  private static final int NEAR = 3;

  private static final int BLOCKS = 2;

  /** No phrase before "who" has more tokens. */
  private static final int PHRASE = 8;

  private static final int TITLES = Lexicon.TITLE | Lexicon.HONORIFIC;

  private static final int SPOKEN_TO = 6;

  /** So many attributions before one may say who wrote the text that speaks. */
  private static final int WRITINGS = 6;

  private static final int WRITING_REACH = 40;

  private static final int ADJECTIVES = 3;

  /** So many attributions and paragraphs before may have who is meant by "the official". */
  private static final int SPEAKERS = 12;

  private static final int SPEAKER_BLOCKS = 4;

  private static final int OWNERS = Lexicon.SINGULAR_PERSON_PRONOUN | Lexicon.IT | Lexicon.THEY;

  /** From here on another source makes a close call. */
  private static final float CLOSE = 0.1f;

  private final Groups groups = new Groups();
  private final Descriptions descriptions = new Descriptions();
  private Document doc;
  private Signs signs;
  private People people;
  private Attributions all;

  void resolve(Document document, Signs of, People who, Attributions into) {
    signs = of;
    people = who;
    doc = document;
    all = into;
    groups.begin(document, who);
    descriptions.begin(document, who);
    Attribution last = null;
    Attribution before = null;
    for (int i = 0; i < into.all.size(); i++) {
      Attribution each = into.all.get(i);
      if (each.otherEnd > 0 && each.otherLikelihood >= CLOSE) {
        int mention = signs.mention[each.otherEnd - 1];
        each.otherEntity = mention < 0 ? -1 : people.entity[mention];
      }
      if (each.hasSource()) {
        notItself(each);
      }
      if (each.entity < 0 && each.hasSource()) {
        each.entity = entity(each);
        if (each.entity < 0) {
          each.entity = author(i);
        }
        if (each.entity < 0 && each.within < 0) {
          open(i);
        }
        if (last != null && each.within < 0 && !isLed(each, last) && goesOn(each, last)) {
          each.entity = last.entity;
          means(each);
        }
        groups(each);
        if (before != null && isThey(each) && isNext(each, before)) {
          each.groupName = before.groupName;
        }
      }
      before = each.within < 0 && each.hasSource() ? each : before;
      if (each.within < 0 && each.hasSource() && isPerson(each) && !isAsker(each)) {
        last = each;
      }
    }
    for (Attribution each : into.attitudes) {
      if (each.hasSource()) {
        each.entity = entity(each);
        groups(each);
      }
    }
  }

  /**
   * Whose text speaks: of "In a letter to the board, Pell wrote that … "It must close," the letter
   * said" Pell's; -1 when it isn't told.
   */
  private int author(int row) {
    Attribution of = all.all.get(row);
    int head = of.sourceEnd - 1;
    boolean one = head - of.sourceFirst == 1 && doc.isWord(of.sourceFirst, "the");
    one |= head - of.sourceFirst == 1 && doc.isWord(of.sourceFirst, "The");
    if (!one || (doc.tokens.flags[head] & Lexicon.DOCUMENT) == 0) {
      return -1;
    }
    int block = doc.tokens.block[head] - BLOCKS;
    for (int i = row - 1; i >= Math.max(0, row - WRITINGS); i--) {
      Attribution each = all.all.get(i);
      if (!each.hasSource() || doc.tokens.block[each.sourceFirst] < block) {
        return -1;
      }
      if (each.entity >= 0 && each.within < 0 && isIntroduced(head, each.sourceFirst)) {
        return each.entity;
      }
    }
    return -1;
  }

  /** Whether a text is met for the first time in the sentence of a token: "in a long letter". */
  private boolean isIntroduced(int head, int t) {
    int sentence = doc.tokens.sentence[t];
    int end = Math.min(t + WRITING_REACH, doc.sentences.endToken[sentence]);
    int from = Math.max(t - WRITING_REACH, doc.sentences.firstToken[sentence]);
    for (int i = from + 1; i < end; i++) {
      if (signs.word[i] == signs.word[head] && doc.tokens.segment[i] < 0) {
        for (int k = i - 1; k >= Math.max(from, i - ADJECTIVES); k--) {
          if (doc.isWord(k, "a") || doc.isWord(k, "an") || (doc.tokens.flags[k] & OWNERS) != 0) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Finds whom "it" or "the official" means, whom the words before leave open. */
  private void open(int row) {
    Attribution of = all.all.get(row);
    int t = of.sourceFirst;
    int found = -1;
    if (of.sourceEnd - t == 1 && (doc.tokens.flags[t] & Lexicon.IT) != 0) {
      found = sayingBefore(row);
    } else if (descriptions.isPlain(t, of.sourceEnd)) {
      found = descriptions.body(t, of.sourceEnd);
      found = found < 0 ? descriptions.bearer(t, of.sourceEnd) : found;
      found = found < 0 ? descriptions.ofGender(t, of.sourceEnd) : found;
      found = found < 0 ? calledSo(row) : found;
    } else {
      found = descriptions.bearerOf(t, of.sourceEnd);
      found = found < 0 ? descriptions.nameBefore(t, of.sourceEnd) : found;
    }
    if (found >= 0) {
      of.entity = found;
      if (of.mention >= 0) {
        people.entity[of.mention] = found;
      }
    }
  }

  /** The organisation that said what stands before, "it added"; -1 when somebody else did. */
  private int sayingBefore(int row) {
    int block = doc.tokens.block[all.all.get(row).sourceFirst] - BLOCKS;
    for (int i = row - 1; i >= Math.max(0, row - SPEAKERS); i--) {
      Attribution each = all.all.get(i);
      if (each.within < 0 && each.hasSource()) {
        boolean body =
            each.entity >= 0
                && doc.tokens.block[each.sourceFirst] >= block
                && people.entities.get(each.entity).type == Names.ORGANIZATION;
        return body ? each.entity : -1;
      }
    }
    return -1;
  }

  /** The one of those who spoke in the paragraphs before that goes by a description, or -1. */
  private int calledSo(int row) {
    Attribution of = all.all.get(row);
    int block = doc.tokens.block[of.sourceFirst] - SPEAKER_BLOCKS;
    int found = -1;
    int best = Descriptions.NO;
    for (int i = row - 1; i >= Math.max(0, row - SPEAKERS); i--) {
      Attribution each = all.all.get(i);
      if (each.within >= 0 || each.entity < 0 || each.entity == found) {
        continue;
      }
      if (!each.hasSource() || doc.tokens.block[each.sourceFirst] < block) {
        continue;
      }
      int fits = descriptions.fits(each.entity, of.sourceFirst, of.sourceEnd);
      if (fits > best) {
        best = fits;
        found = each.entity;
      } else if (fits == best && fits > Descriptions.NO) {
        // Two go by it.
        return -1;
      }
    }
    return found;
  }

  private void groups(Attribution of) {
    int last = of.mention < 0 ? -1 : groups.lastJoined(of.mention, of.cueStart);
    int other = last < 0 ? -1 : groups.joined(last);
    if (other >= 0) {
      of.groupName = groups.names(other, last);
      int end = last > of.mention ? people.endToken[last] : of.sourceEnd;
      of.source(people.firstToken[other], end, -1);
      of.entity = -1;
    } else if (of.entity < 0) {
      of.groupName = groups.name(of.sourceFirst, of.sourceEnd);
    }
  }

  /** Whether "they" says something, of whom the words before it say nothing. */
  private boolean isThey(Attribution of) {
    return of.groupName == null
        && of.entity < 0
        && of.sourceEnd - of.sourceFirst == 1
        && (doc.tokens.flags[of.sourceFirst] & Lexicon.THEY) != 0;
  }

  private boolean isNext(Attribution of, Attribution before) {
    return doc.tokens.block[of.sourceFirst] - doc.tokens.block[before.sourceFirst] <= 1;
  }

  /** The pronoun that is a source means who is found to speak. */
  private void means(Attribution of) {
    if (of.mention >= 0 && people.kind[of.mention] == People.PRONOUN) {
      people.entity[of.mention] = of.entity;
    }
  }

  /** "The paper itself notes": the paper does. */
  private void notItself(Attribution of) {
    int t = of.sourceFirst;
    int m = t == 0 ? -1 : signs.mention[t - 1];
    boolean itself = doc.isWord(t, "itself") || doc.isWord(t, "themselves");
    if (itself && of.sourceEnd - t == 1 && m >= 0) {
      of.source(people.firstToken[m], people.endToken[m], m);
    }
  }

  /** "Why?" a reporter asked: not who answers. */
  private boolean isAsker(Attribution of) {
    return of.entity < 0 && of.cueStart >= 0 && doc.text(of.cueStart, of.cueEnd).startsWith("ask");
  }

  /** Whether somebody speaks, named or not; a pronoun that nobody resolved says too little. */
  private boolean isPerson(Attribution of) {
    if (of.entity >= 0) {
      return people.entities.get(of.entity).type == Names.PERSON;
    }
    return signs.tag[of.sourceEnd - 1] == Signs.ROLE;
  }

  /** Whether "he" or "she" is who spoke last, a paragraph or two before, unnamed or not. */
  private boolean goesOn(Attribution of, Attribution last) {
    int t = of.sourceFirst;
    int gender = doc.tokens.flags[t] & Lexicon.SINGULAR_PERSON_PRONOUN;
    if (gender == 0 || of.sourceEnd - t > 1 || last.sourceFirst >= t) {
      return false;
    }
    int known = last.entity < 0 ? 0 : people.entities.get(last.entity).gender;
    int away = doc.tokens.block[t] - doc.tokens.block[last.sourceFirst];
    return (known == 0 || known == gender)
        && away <= (last.entity < 0 ? 1 : BLOCKS)
        && (last.entity < 0 || !isSpokenTo(t, last.entity));
  }

  /**
   * Whether the words before "he" or "she" lead to whom it means, and not to who spoke last: of the
   * two its own sentence names that one first, or the sentence before does, or one farther back in
   * the paragraph when those between go on with a pronoun: "Rowan's plan came weeks after she
   * called for it". Not where the last one spoke in these words.
   */
  private boolean isLed(Attribution of, Attribution last) {
    int t = of.sourceFirst;
    if (of.entity < 0) {
      return false;
    }
    int to = t;
    for (int s = doc.tokens.sentence[t]; s >= 0; s--) {
      doc.budget.spend(1);
      int first = doc.sentences.firstToken[s];
      boolean spoke = last.sourceFirst >= first && last.sourceFirst < to;
      if (spoke || doc.tokens.block[first] != doc.tokens.block[t]) {
        return false;
      }
      int named = namedFirst(of.entity, last.entity, first, to);
      if (named >= 0 || (to < t && !goesOnWith(of.entity, first, to))) {
        return named == of.entity;
      }
      to = first;
    }
    return false;
  }

  /** Which of two the words outside marks name first, objects of prepositions apart; -1 if none. */
  private int namedFirst(int entity, int other, int from, int to) {
    for (int m = people.firstAt(from); m < people.count && people.firstToken[m] < to; m++) {
      int t = people.firstToken[m];
      boolean either = people.entity[m] == entity || people.entity[m] == other;
      if (!either || people.kind[m] == People.PRONOUN || doc.tokens.segment[t] >= 0) {
        continue;
      }
      int before = t - 1;
      while (before > from && (doc.tokens.flags[before] & TITLES) != 0) {
        doc.budget.spend(1);
        before--;
      }
      int end = people.endToken[m];
      boolean object = t > from && (doc.tokens.flags[before] & Lexicon.PREPOSITION) != 0;
      if (!object || (end < to && doc.tokens.kind[end] == Tokens.POSSESSIVE)) {
        return people.entity[m];
      }
    }
    return -1;
  }

  /** Whether words outside marks have a pronoun that means somebody. */
  private boolean goesOnWith(int entity, int from, int to) {
    for (int m = people.firstAt(from); m < people.count && people.firstToken[m] < to; m++) {
      if (people.entity[m] == entity
          && people.kind[m] == People.PRONOUN
          && doc.tokens.segment[people.firstToken[m]] < 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether an entity is named behind a pronoun in its sentence: "he told Pell" isn't Pell. */
  private boolean isSpokenTo(int t, int entity) {
    int end = Math.min(t + SPOKEN_TO, doc.sentences.endToken[doc.tokens.sentence[t]]);
    for (int i = t + 1; i < end; i++) {
      int m = signs.mention[i];
      boolean named = m >= 0 && people.kind[m] == People.NAME && doc.tokens.segment[i] < 0;
      if (named && people.entity[m] == entity) {
        return true;
      }
    }
    return false;
  }

  private int entity(Attribution of) {
    boolean first = (doc.tokens.flags[of.sourceFirst] & Lexicon.FIRST_SINGULAR) != 0;
    if (first && of.within >= 0 && of.sourceEnd - of.sourceFirst == 1) {
      // Who says "I" is who is quoted; outer ones stand before what is nested in them.
      return all.all.get(of.within).entity;
    }
    if (of.mention >= 0) {
      return people.entity[of.mention];
    }
    int tag = signs.tag[of.sourceEnd - 1];
    if (of.sourceEnd - of.sourceFirst > 1 || (tag != Signs.RELATIVE && tag != Signs.THAT)) {
      return -1;
    }
    int m = people.firstAt(of.sourceFirst) - 1;
    boolean near = m >= 0 && of.sourceFirst - people.endToken[m] < NEAR;
    if (near && people.entity[m] >= 0 && !hasNoun(people.endToken[m], of.sourceFirst)) {
      return people.entity[m];
    }
    relatesTo(of);
    return -1;
  }

  private boolean hasNoun(int from, int to) {
    for (int t = from; t < to; t++) {
      if (isNoun(signs.tag[t])) {
        return true;
      }
    }
    return false;
  }

  /** The noun phrase that a source "who" relates to: "several truck drivers, who alleged". */
  private void relatesTo(Attribution of) {
    int sentence = doc.sentences.firstToken[doc.tokens.sentence[of.sourceFirst]];
    int end = of.sourceFirst;
    if (end > sentence && signs.tag[end - 1] == Signs.COMMA) {
      end--;
    }
    if (end <= sentence || !isNoun(signs.tag[end - 1])) {
      return;
    }
    int first = end - 1;
    while (first > sentence && end - first < PHRASE && isModifier(signs.tag[first - 1])) {
      first--;
    }
    of.whoFirst = first;
    of.whoEnd = end;
  }

  private static boolean isNoun(int tag) {
    return tag == Signs.NOUN
        || tag == Signs.PLAIN
        || tag == Signs.PLURAL
        || tag == Signs.ROLE
        || tag == Signs.DESCRIPTION;
  }

  private static boolean isModifier(int tag) {
    return isNoun(tag)
        || tag == Signs.DETERMINER
        || tag == Signs.ADJECTIVE
        || tag == Signs.NUMBER
        || tag == Signs.CAPITAL
        || (tag >= Signs.NAME && tag < Signs.PRONOUN);
  }
}
