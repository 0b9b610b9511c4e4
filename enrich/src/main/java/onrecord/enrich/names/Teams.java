package onrecord.enrich.names;

import java.util.Arrays;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Teams in reports of matches go by their town, by a nickname or by both: what has a coach or a
 * record of wins is a team wherever it stands, but for its town where something happens in it.
 * Requires labels that {@link Evidence} has counted; leaves them to be counted again. For one
 * thread.
 */
final class Teams {
  /** Words that only reports of sport have several of. */
  private static final WordSet SPORT =
      WordSet.of(
          "coach coaches quarterback goalkeeper midfielder striker defender winger overtime halftime"
              + " touchdown touchdowns rebounds inning innings pitcher playoffs teammate teammates"
              + " referee rookie wicket wickets");

  /** How many different ones make a report. */
  private static final int LEAST = 2;

  /** Who belongs to a team: "Herons coach", "Elmstad 's goalkeeper". */
  private static final WordSet PEOPLE =
      WordSet.of(
          "coach manager quarterback goalkeeper midfielder striker defender winger forward guard"
              + " center captain pitcher supporters fans players");

  /** What a team does to another. */
  private static final WordSet MEETS =
      WordSet.of(
          "beat beats visits visit hosts host faces face defeated defeats edges held past over");

  /** Where a town is meant, even in such reports. */
  private static final WordSet PLACES = WordSet.of("in at near from to around of outside through");

  /** Columns of {@link #known}: what teams go by, and what stands alone behind "the". */
  private static final int TEAM = 0;

  private static final int ALONE = 1;

  private final HashTable known = new HashTable(2);
  private final Knowledge knowledge;
  private final Evidence evidence;
  private final boolean[] seen = new boolean[SPORT.size()];
  private Document doc;
  private Tokens tokens;
  private Words words;
  private Stretches stretches;
  private byte[] labels;

  Teams(Knowledge knowledge, Evidence evidence) {
    this.knowledge = knowledge;
    this.evidence = evidence;
  }

  /**
   * Mends the labels of all stretches.
   *
   * @return whether it looked at any: in reports of matches only
   */
  boolean mend(Document document, Words read, Stretches of, byte[] some) {
    doc = document;
    tokens = doc.tokens;
    words = read;
    stretches = of;
    labels = some;
    if (!isReport()) {
      return false;
    }
    known.clear();
    alone();
    for (int s = 0; s < stretches.count; s++) {
      teams(stretches.first[s], stretches.end[s]);
    }
    for (int s = 0; s < stretches.count; s++) {
      mend(stretches.first[s], stretches.end[s]);
    }
    return true;
  }

  private boolean isReport() {
    Arrays.fill(seen, false);
    int different = 0;
    for (int t = 0; t < tokens.count && different < LEAST; t++) {
      int word = words.capital[t] ? -1 : SPORT.indexOf(words.hash[t]);
      if (word >= 0 && !seen[word]) {
        seen[word] = true;
        different++;
      }
    }
    return different >= LEAST;
  }

  /** Words that stand alone where teams by their nickname do: "the Herons led", "Herons coach". */
  private void alone() {
    for (int t = 0; t < tokens.count; t++) {
      boolean one = words.capital[t] && !joins(t - 1, t) && !joins(t + 1, t);
      if (one && (isThe(t - 1, t) || isBeforePeople(t) || isBeforeRecord(t))) {
        known.mark(words.hash[t], ALONE);
      }
    }
  }

  private boolean joins(int t, int of) {
    return isTogether(t, of) && words.capital[t] && !isThe(t, of);
  }

  private boolean isTogether(int t, int of) {
    return t >= 0 && t < tokens.count && tokens.sentence[t] == tokens.sentence[of];
  }

  private boolean isThe(int t, int of) {
    return isTogether(t, of) && (doc.isWord(t, "the") || doc.isWord(t, "The"));
  }

  private boolean isBeforePeople(int last) {
    int t = last + 1;
    if (isTogether(t, last) && tokens.kind[t] == Tokens.POSSESSIVE) {
      t++;
    }
    return isTogether(t, last) && !words.capital[t] && isOne(t, PEOPLE);
  }

  /** "Herons (14-6)". */
  private boolean isBeforeRecord(int last) {
    int t = last + 2;
    return isTogether(t, last)
        && doc.isWord(last + 1, "(")
        && Character.isDigit(doc.chars[tokens.start[t]])
        && isScore(t);
  }

  private boolean isScore(int t) {
    int at = tokens.start[t];
    while (at < doc.blocks.end[tokens.block[t]] && Character.isDigit(doc.chars[at])) {
      at++;
    }
    return at < doc.blocks.end[tokens.block[t]]
        && (doc.chars[at] == '-' || doc.chars[at] == '\u2013');
  }

  private boolean isOne(int t, WordSet of) {
    return of.has(words.hash[t]);
  }

  private void teams(int first, int end) {
    for (int t = first; t < end; t++) {
      if (!Labels.begins(labels[t]) || Labels.type(labels[t]) == Names.OTHER) {
        continue;
      }
      int to = Labels.stop(labels, t, end);
      boolean nobody = Labels.type(labels[t]) != Names.PERSON || !isPerson(to - 1);
      if (nobody && (isBeforeRecord(to - 1) || isBeforePeople(to - 1))) {
        known.mark(words.hash(t, to), TEAM);
      }
      if (to - t > 1 && isThe(t - 1, t) && isFull(to - 1)) {
        known.mark(words.hash(t, to), TEAM);
        known.mark(words.hash(t, to - 1), TEAM);
        known.mark(words.hash[to - 1], TEAM);
      }
    }
  }

  /** Whether somebody in the article bears the name. */
  private boolean isPerson(int last) {
    int word = evidence.word(last);
    return word >= 0
        && (evidence.seenOf(word) & (Evidence.BEHIND_GIVEN | Evidence.BEHIND_TITLE)) != 0;
  }

  /** Whether a name of several words ends as a team's: its last word stands alone elsewhere. */
  private boolean isFull(int last) {
    boolean body = (tokens.flags[last] & (Lexicon.ORGANIZATION | Lexicon.PLACE_WORD)) != 0;
    return known.isMarked(words.hash[last], ALONE)
        && (!body || doc.chars[tokens.end[last] - 1] == 's');
  }

  private void mend(int first, int end) {
    int t = first;
    while (t < end) {
      int to = t + 1;
      int type = Labels.type(labels[t]);
      if (type != 0 && Labels.begins(labels[t])) {
        to = Labels.stop(labels, t, end);
      }
      if (type == Names.ORGANIZATION && isTitle(t)) {
        shorten(t, to);
      } else if (type == Names.ORGANIZATION) {
        part(t, to);
      }
      if (type != Names.ORGANIZATION && isTeam(t, to, type)) {
        Labels.name(labels, t, to, Names.ORGANIZATION);
        known.mark(words.hash(t, to), TEAM);
      }
      t = to;
    }
  }

  /** "The first win in Quillon for the Herons": where a name holds "the" and a team, two stand. */
  private void part(int from, int to) {
    for (int the = from + 2; the + 1 < to; the++) {
      if (isThe(the, from)
          && !words.capital[the - 1]
          && known.isMarked(words.hash(the + 1, to), TEAM)) {
        boolean place = isTogether(from - 1, from) && isOne(from - 1, PLACES);
        Labels.name(labels, from, the - 1, place ? Names.LOCATION : Names.ORGANIZATION);
        labels[the - 1] = Labels.OUTSIDE;
        labels[the] = Labels.OUTSIDE;
        Labels.name(labels, the + 1, to, Names.ORGANIZATION);
        return;
      }
    }
  }

  private boolean isTitle(int t) {
    return words.titleCase[t] || doc.blocks.kind[tokens.block[t]] == Document.Blocks.HEADLINE;
  }

  /** "Late Goals Carry Herons": where all words are capital, the team is the end that is known. */
  private void shorten(int from, int to) {
    for (int t = Math.max(from, to - Knowledge.MAX_WORDS); t < to; t++) {
      if (known.isMarked(words.hash(t, to), TEAM)) {
        for (int i = from; i < t; i++) {
          labels[i] = Labels.OUTSIDE;
        }
        Labels.name(labels, t, to, Names.ORGANIZATION);
        return;
      }
    }
  }

  private boolean isTeam(int from, int to, int type) {
    if (type == 0 && isTitle(from)) {
      // A headline's words are all capital; "the Herons" of the text tells which is the team.
      return known.isMarked(words.hash[from], TEAM) && known.isMarked(words.hash[from], ALONE);
    }
    if (type == 0) {
      return words.capital[from]
          && known.isMarked(words.hash[from], TEAM)
          && !joins(from + 1, from)
          && !joins(from - 1, from);
    }
    boolean place = isTogether(from - 1, from) && isOne(from - 1, PLACES);
    // A land's team is its land, in sport as in politics.
    boolean land = (knowledge.lists(words.hash(from, to)) & Knowledge.COUNTRY) != 0;
    if (place || land || (to - from == 1 && doc.isAllCaps(from))) {
      return false;
    }
    if (known.isMarked(words.hash(from, to), TEAM)) {
      return true;
    }
    return (type == Names.LOCATION || (type == Names.PERSON && !isPerson(to - 1)))
        && isTogether(from - 2, from)
        && isOne(from - 1, MEETS)
        && isNameOfTeam(from - 2);
  }

  /** Whether a team's name ends at a token. */
  private boolean isNameOfTeam(int last) {
    if (Labels.type(labels[last]) != Names.ORGANIZATION) {
      return false;
    }
    int from = last;
    while (from > 0 && !Labels.begins(labels[from])) {
      from--;
    }
    return known.isMarked(words.hash(from, last + 1), TEAM);
  }
}
