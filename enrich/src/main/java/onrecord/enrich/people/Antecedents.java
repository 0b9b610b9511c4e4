package onrecord.enrich.people;

import java.util.Arrays;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.People.Entity;
import onrecord.enrich.tags.Tags;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Who was mentioned so far, and whom of them a pronoun means: by gender, nearness, place in the
 * sentence, and how much the article is about them. For one thread.
 */
final class Antecedents {
  private static final int LOOK_BACK = 48;
  private static final int FARTHEST_SENTENCE = 9;
  private static final int SURE_MARGIN = 6;
  private static final int MOST_SPOKEN_OF = 16;
  private static final int FARTHEST_NAMED = 12;

  /** So many tokens at most stand between who acts and whom it is done to. */
  private static final int NEAREST = 3;

  /** So many tokens at most stand between who does two things and whom the other is done to. */
  private static final int SHARED_REACH = 16;

  /** Neither an entity nor somebody unnamed. */
  private static final int NOBODY = Integer.MIN_VALUE;

  private int count;
  private int[] entity = new int[512];
  private int[] token = new int[512];
  private int[] end = new int[512];
  private boolean[] subject = new boolean[512];

  /** Whether it is the first of its sentence that does something, and whether it says something. */
  private boolean[] leads = new boolean[512];

  private boolean[] says = new boolean[512];
  private boolean[] owner = new boolean[512];
  private int unnamed;
  private int[] unnamedGender = new int[64];

  /** The best of {@link #person}, the next, and how sure it is. */
  int best;

  int second;
  double confidence;

  /** Whom the words beside a pronoun speak of: none of them is who speaks the words. */
  private final int[] spokenOf = new int[MOST_SPOKEN_OF];

  private int spokenOfCount;

  /** The first of them are spoken of by name. */
  private int spokenOfByName;

  private final Binding binding = new Binding();
  private NameMentions names;
  private Document doc;
  private Tokens tokens;
  private People people;

  void begin(Document document, NameMentions rows, People who) {
    names = rows;
    doc = document;
    tokens = doc.tokens;
    people = who;
    count = 0;
    unnamed = 0;
    binding.begin(document, rows, who);
    for (Entity each : people.entities) {
      each.mentions = 0;
      each.lastToken = -1;
    }
  }

  /** The entity that leads the sentence before token {@code t}, or -1. */
  int subjectBefore(int t) {
    int subject = -1;
    for (int m = count - 1; m >= 0 && tokens.sentence[token[m]] == tokens.sentence[t]; m--) {
      if (count - m > LOOK_BACK) {
        return -1;
      }
      subject = subject < 0 || this.subject[m] ? entity[m] : subject;
    }
    return subject;
  }

  /** Notes somebody whom the article doesn't name: a candidate, so that nobody else is taken. */
  int addUnnamed(int first, int to, int gender) {
    if (unnamed == unnamedGender.length) {
      unnamedGender = Arrays.copyOf(unnamedGender, unnamed * 2);
    }
    unnamedGender[unnamed] = gender;
    int id = -2 - unnamed;
    unnamed++;
    append(id, first, to);
    return id;
  }

  /** Notes a mention of an entity, or of somebody unnamed. */
  void add(int ofEntity, int first, int to) {
    append(ofEntity, first, to);
    if (ofEntity >= 0) {
      Entity who = people.entities.get(ofEntity);
      who.mentions++;
      who.lastToken = first;
    }
  }

  private void append(int ofEntity, int first, int to) {
    if (count == entity.length) {
      int size = count * 2;
      entity = Arrays.copyOf(entity, size);
      token = Arrays.copyOf(token, size);
      end = Arrays.copyOf(end, size);
      subject = Arrays.copyOf(subject, size);
      leads = Arrays.copyOf(leads, size);
      says = Arrays.copyOf(says, size);
      owner = Arrays.copyOf(owner, size);
    }
    entity[count] = ofEntity;
    token[count] = first;
    end[count] = to;
    subject[count] = isSubject(first, to);
    leads[count] = subject[count] && !hasSubjectBefore(first);
    says[count] = subject[count] && says(first, to);
    owner[count] =
        (to < tokens.count && tokens.kind[to] == Tokens.POSSESSIVE) || isPossessive(first);
    count++;
  }

  private boolean hasSubjectBefore(int first) {
    for (int m = count - 1; m >= 0 && tokens.sentence[token[m]] == tokens.sentence[first]; m--) {
      if (subject[m] && tokens.segment[token[m]] == tokens.segment[first]) {
        return true;
      }
      if (count - m > LOOK_BACK) {
        return true;
      }
    }
    return false;
  }

  private boolean says(int first, int to) {
    if (to < tokens.count && (tokens.flags[to] & Lexicon.SPEECH) != 0) {
      return true;
    }
    int before = first - 1;
    while (before > 0 && (tokens.flags[before] & Lexicon.TITLE) != 0) {
      doc.budget.spend(1);
      before--;
    }
    return before >= 0 && (tokens.flags[before] & Lexicon.SPEECH) != 0;
  }

  /**
   * The one last spoken of who has exactly this role and may be of the gender, but for one; -1 when
   * the sentence of token {@code t} and the two before it speak of none.
   */
  int withRole(String role, int except, int gender, int t) {
    for (int m = count - 1; m >= 0 && tokens.sentence[t] - tokens.sentence[token[m]] <= 2; m--) {
      doc.budget.spend(1);
      if (entity[m] < 0 || entity[m] == except) {
        continue;
      }
      Entity who = people.entities.get(entity[m]);
      if (who.roles.contains(role) && (who.gender == 0 || who.gender == gender)) {
        return entity[m];
      }
    }
    return -1;
  }

  /** Whom the last mention was of. */
  int last() {
    return count == 0 ? -1 : entity[count - 1];
  }

  int count() {
    return count;
  }

  int entity(int at) {
    return entity[at];
  }

  int token(int at) {
    return token[at];
  }

  boolean isSubject(int at) {
    return subject[at];
  }

  /** Whether a mention does something: before a verb of speech or an auxiliary, or first. */
  private boolean isSubject(int first, int to) {
    if (to < tokens.count && tokens.kind[to] == Tokens.POSSESSIVE) {
      return false;
    }
    if (to - first == 1 && isNominative(first)) {
      return true;
    }
    int before = first - 1;
    int start = doc.sentences.firstToken[tokens.sentence[first]];
    while (before >= start
        && (tokens.flags[before] & (Lexicon.TITLE | Lexicon.HONORIFIC)) != 0
        && tokens.kind[before] == Tokens.WORD) {
      doc.budget.spend(1);
      before--;
    }
    if (before >= start
        && (tokens.flags[before] & Lexicon.PREPOSITION) != 0
        && !doc.isWord(before, "after")
        && !doc.isWord(before, "before")
        && !doc.isWord(before, "as")
        && !doc.isWord(before, "than")) {
      return false;
    }
    if (to < tokens.count && tokens.kind[to] == Tokens.WORD) {
      int verbs = Lexicon.SPEECH | Lexicon.THOUGHT | Lexicon.AUXILIARY;
      if ((tokens.flags[to] & verbs) != 0 && Character.isLowerCase(doc.chars[tokens.start[to]])) {
        return true;
      }
    }
    if (to + 2 < tokens.count && doc.chars[tokens.start[to]] == ')') {
      // "(GHW), complained".
      int verb = doc.isWord(to + 1, ",") ? to + 2 : to + 1;
      if ((tokens.flags[verb] & Lexicon.SPEECH) != 0) {
        return true;
      }
    }
    if (before >= start
        && (tokens.flags[before] & Lexicon.SPEECH) != 0
        && before > start
        && tokens.kind[before - 1] == Tokens.MARK) {
      // "…," said Rowan.
      return true;
    }
    return first - start <= 3 || actsBehindComma(to);
  }

  private boolean isNominative(int t) {
    return doc.isWord(t, "he")
        || doc.isWord(t, "He")
        || doc.isWord(t, "she")
        || doc.isWord(t, "She");
  }

  /** Whether a verb follows the comma that closes what stands behind a name. */
  private boolean actsBehindComma(int comma) {
    if (comma + 2 >= tokens.count || !doc.isWord(comma, ",")) {
      return false;
    }
    if (doc.isWord(comma + 1, "who")) {
      return true;
    }
    int end = Math.min(doc.sentences.endToken[tokens.sentence[comma]] - 1, comma + 16);
    for (int t = comma + 1; t < end; t++) {
      if (doc.isWord(t, ",")) {
        int verbs = Lexicon.SPEECH | Lexicon.THOUGHT | Lexicon.AUXILIARY;
        if ((tokens.flags[t + 1] & verbs) != 0) {
          return Character.isLowerCase(doc.chars[tokens.start[t + 1]]);
        }
      }
    }
    return false;
  }

  private boolean isPossessive(int t) {
    return doc.isWord(t, "his") || doc.isWord(t, "His");
  }

  /** Looks for the person that a pronoun of {@code gender} at token {@code t} means. */
  void person(int t, int gender) {
    best = -1;
    second = -1;
    int bestScore = Integer.MIN_VALUE;
    int secondScore = Integer.MIN_VALUE;
    boolean possessive = isPossessiveUse(t, gender);
    boolean object = !possessive && (doc.isWord(t, "him") || doc.isWord(t, "her"));
    int sentence = tokens.sentence[t];
    int actor = object ? actorBefore(t) : NOBODY;
    spokenOf(t);
    for (int m = count - 1, seen = 0; m >= 0 && seen < LOOK_BACK; m--) {
      doc.budget.spend(1);
      Entity who = entity[m] < 0 ? null : people.entities.get(entity[m]);
      if (who != null && who.type != Names.PERSON) {
        continue;
      }
      seen++;
      int distance = sentence - tokens.sentence[token[m]];
      if (distance > FARTHEST_SENTENCE && best != -1) {
        break;
      }
      int known = who == null ? unnamedGender[-2 - entity[m]] : who.gender;
      // "Rowan said he found him": who finds isn't found, wherever else he was named.
      if ((known != 0 && known != gender) || entity[m] == actor) {
        continue;
      }
      int score = score(m, t, distance, seen, who, gender);
      score += fit(m, t, distance, possessive, object);
      score -=
          isSpokenOf(entity[m], spokenOfByName) ? 9 : isSpokenOf(entity[m], spokenOfCount) ? 3 : 0;
      if (entity[m] == best) {
        bestScore = Math.max(bestScore, score);
      } else if (score > bestScore) {
        secondScore = bestScore;
        second = best;
        bestScore = score;
        best = entity[m];
      } else if (score > secondScore) {
        secondScore = score;
        second = entity[m];
      }
    }
    int margin = second == -1 ? SURE_MARGIN : Math.min(SURE_MARGIN, bestScore - secondScore);
    confidence = 0.6 + 0.33 * margin / SURE_MARGIN;
    int must = binding.must(t, gender, possessive);
    if (must >= 0) {
      second = best == must ? second : best;
      best = must;
      confidence = 0.85;
    }
  }

  /** The organisation that "its" must mean by its sentence, or -1. */
  int body(int t) {
    return binding.must(t, Lexicon.IT, true);
  }

  /** Whom the "he" or "she" close before a token means, which acts in its clause; or NOBODY. */
  private int actorBefore(int t) {
    int m = count - 1;
    boolean acts =
        m >= 0
            && end[m] - token[m] == 1
            && isNominative(token[m])
            && t - end[m] <= NEAREST
            && tokens.sentence[token[m]] == tokens.sentence[t]
            && tokens.segment[token[m]] == tokens.segment[t]
            && !hasClauseBetween(end[m], t);
    return acts ? entity[m] : NOBODY;
  }

  /** Collects who is spoken of in the words that "he said" stands beside. */
  private void spokenOf(int t) {
    spokenOfCount = 0;
    spokenOfByName = 0;
    if (tokens.segment[t] >= 0) {
      return;
    }
    namedBehind(t);
    spokenOfByName = spokenOfCount;
    boolean says =
        (t + 1 < tokens.count && (tokens.flags[t + 1] & Lexicon.SPEECH) != 0)
            || (t > 0 && (tokens.flags[t - 1] & Lexicon.SPEECH) != 0);
    if (!says) {
      return;
    }
    int before = -1;
    for (int i = t - 1; i >= 0 && i >= t - 4 && before < 0; i--) {
      before = tokens.segment[i];
    }
    int after = -1;
    for (int i = t + 1; i < tokens.count && i <= t + 5 && after < 0; i++) {
      after = tokens.segment[i];
    }
    boolean behind = before >= 0 && doc.segments.block[before] == tokens.block[t];
    if (behind) {
      namesIn(before);
    }
    if (after >= 0 && doc.segments.block[after] == tokens.block[t]) {
      namesIn(after);
    }
    spokenOfByName = spokenOfCount;
    for (int m = count - 1, seen = 0; behind && m >= 0 && seen < LOOK_BACK; m--, seen++) {
      if (tokens.segment[token[m]] == before) {
        spokenOfToo(entity[m]);
      }
    }
  }

  /**
   * Collects who is named behind "she", before the next comma: "she thinks Rowan should go" isn't
   * what Rowan thinks.
   */
  private void namedBehind(int t) {
    if (!isNominative(t)) {
      return;
    }
    int end = Math.min(t + FARTHEST_NAMED, doc.sentences.endToken[tokens.sentence[t]]);
    int to = t + 1;
    while (to < end && !doc.isWord(to, ",") && tokens.segment[to] < 0) {
      doc.budget.spend(1);
      to++;
    }
    int n = names.firstAt(t);
    while (n < names.count && names.firstToken[n] < to && spokenOfCount < MOST_SPOKEN_OF) {
      spokenOfToo(names.entity[n]);
      n++;
    }
  }

  private void namesIn(int segment) {
    int end = doc.segments.endToken[segment];
    int n = names.firstAt(doc.segments.firstToken[segment]);
    while (n < names.count && names.firstToken[n] < end && spokenOfCount < MOST_SPOKEN_OF) {
      spokenOfToo(names.entity[n]);
      n++;
    }
  }

  private void spokenOfToo(int entity) {
    if (spokenOfCount < MOST_SPOKEN_OF && entity != -1) {
      spokenOf[spokenOfCount++] = entity;
    }
  }

  private boolean isSpokenOf(int entity, int most) {
    for (int i = 0; i < most; i++) {
      if (spokenOf[i] == entity) {
        return true;
      }
    }
    return false;
  }

  private int score(int m, int t, int distance, int seen, Entity who, int gender) {
    boolean insideThen = tokens.segment[token[m]] >= 0;
    boolean insideNow = tokens.segment[t] >= 0;
    int score = -3 * Math.min(distance, 12) - seen / 4;
    score -= 2 * Math.min(4, tokens.block[t] - tokens.block[token[m]]);
    if (who != null) {
      score += who.gender == gender ? 3 : likely(who, gender);
      score += Math.min(3, who.mentions / 3);
    } else {
      score -= 1;
    }
    score += distance == 0 ? 2 : 0;
    score += leads[m] ? 4 : subject[m] ? 2 : 0;
    score += says[m] && says(t, t + 1) ? 2 : 0;
    score -= owner[m] && !subject[m] ? 1 : 0;
    if (insideThen != insideNow) {
      // Words of one speaker seldom speak of whom the next sentence outside them means.
      score -= insideThen ? 6 : 1;
    } else if (insideNow && tokens.segment[token[m]] == tokens.segment[t]) {
      score += 3;
    }
    return score;
  }

  /** What a pronoun's own place says: "him" isn't who acts beside it, "his" most often is. */
  private int fit(int m, int t, int distance, boolean possessive, boolean object) {
    if (distance != 0) {
      return 0;
    }
    if (object && subject[m] && isSameClause(m, t)) {
      return -9;
    }
    if (possessive && t > 0 && doc.isWord(t - 1, "called") && subject[m]) {
      return -8;
    }
    return possessive && subject[m] ? 2 : 0;
  }

  /**
   * Whether who does something also does what an object stands behind: "Rowan met Tallis", "Rowan
   * ruled today and convicted him".
   */
  private boolean isSameClause(int m, int t) {
    if (!hasClauseBetween(end[m], t)) {
      return true;
    }
    if (t - end[m] > SHARED_REACH || !isVerb(end[m])) {
      return false;
    }
    boolean shared = false;
    for (int i = end[m] + 1; i < t; i++) {
      boolean and = doc.isWord(i, "and");
      if (tokens.kind[i] == Tokens.MARK || (!and && isClauseWord(i)) || isNominative(i)) {
        return false;
      }
      if (and && !isVerb(i + 1)) {
        return false;
      }
      shared |= and;
    }
    return shared;
  }

  private boolean isVerb(int t) {
    int tag = tokens.tag[t];
    return tag == Tags.SAID || tag == Tags.SAYS || tag == Tags.SAY;
  }

  private boolean hasClauseBetween(int from, int to) {
    for (int i = Math.max(from, to - 30); i < to; i++) {
      if (tokens.kind[i] == Tokens.MARK || isClauseWord(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isClauseWord(int t) {
    return doc.isWord(t, "that")
        || doc.isWord(t, "and")
        || doc.isWord(t, "but")
        || doc.isWord(t, "who")
        || doc.isWord(t, "when")
        || doc.isWord(t, "because");
  }

  /** "her book", but not "told her that". */
  private boolean isPossessiveUse(int t, int gender) {
    if (doc.isWord(t, "his") || doc.isWord(t, "His") || doc.isWord(t, "Her")) {
      return true;
    }
    if (!doc.isWord(t, "her") || t + 1 >= tokens.count || tokens.kind[t + 1] != Tokens.WORD) {
      return false;
    }
    int small = Lexicon.PREPOSITION | Lexicon.FUNCTION | Lexicon.AUXILIARY | Lexicon.PRONOUN;
    return gender == Lexicon.SHE && (tokens.flags[t + 1] & small) == 0;
  }

  /** A weak guess for given names that no list holds: many that end in "a" are women's. */
  private static int likely(Entity who, int gender) {
    NameWords name = who.fullest;
    if (name.words.length < 2) {
      return 0;
    }
    String given = name.first();
    char last = given.charAt(given.length() - 1);
    if (given.length() < 3) {
      return 0;
    }
    if (last == 'a') {
      return gender == Lexicon.SHE ? 2 : -2;
    }
    if (last == 'o' || last == 'd' || last == 'k' || last == 'r' || last == 's') {
      return gender == Lexicon.HE ? 1 : -1;
    }
    return 0;
  }
}
