package onrecord.enrich.people;

import java.util.Arrays;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.People.Entity;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * The "I", "my" and "we" of an article, and the "they" that opens what is said: they mean somebody
 * only when it is known who speaks. Writes the entities of their rows in {@link People}. For one
 * thread.
 */
final class FirstPersons {
  private static final int NOBODY = -1;
  private static final int LOOK_AHEAD = 60;

  /** An article is about an organisation that it mentions so often. */
  private static final int LEAST_ABOUT = 4;

  private int count;
  private int[] token = new int[64];

  /** The row in {@link People}; -1 less a row of the inner ones; the lowest number for none. */
  private int[] row = new int[64];

  /** The description that a "my" opens, or -1. */
  private int[] owns = new int[64];

  /** Whom the antecedents know that description as. */
  private int[] ownsAs = new int[64];

  /** Pronouns that mean somebody unnamed: their row, and whom the antecedents know. */
  private int chained;

  private int[] chainedRow = new int[64];
  private int[] chainedAs = new int[64];
  private final Relations relations;

  /** Once they are looked for. */
  private int[] mostNamed;

  private Tokens tokens;
  private People people;

  FirstPersons(Relations relations) {
    this.relations = relations;
  }

  void begin(Document document, People who) {
    tokens = document.tokens;
    people = who;
    count = 0;
    chained = 0;
    mostNamed = null;
  }

  /** Says that the last "my" opens the description in a row. */
  void opens(int first, int description, int as) {
    if (count > 0 && token[count - 1] == first) {
      owns[count - 1] = description;
      ownsAs[count - 1] = as;
    }
  }

  void add(int t, int inTable) {
    if (count == token.length) {
      token = Arrays.copyOf(token, count * 2);
      row = Arrays.copyOf(row, count * 2);
      owns = Arrays.copyOf(owns, count * 2);
      ownsAs = Arrays.copyOf(ownsAs, count * 2);
    }
    token[count] = t;
    row[count] = inTable;
    owns[count] = NOBODY;
    count++;
  }

  /**
   * Says whose words stand from {@code start} to {@code end}, in characters: "I" is a person who
   * speaks, "we" an organisation that does, and "he" is not the speaker.
   */
  void spoken(int start, int end, int speaker) {
    Entity who = people.entities.get(speaker);
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.start[token[middle]] < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low; i < count && tokens.end[token[i]] <= end; i++) {
      int t = token[i];
      int at = row[i];
      if ((tokens.flags[t] & Lexicon.THEY) != 0) {
        others(at, who);
        continue;
      }
      boolean plural = (tokens.flags[t] & Lexicon.FIRST_PLURAL) != 0;
      if (who.type != (plural ? Names.ORGANIZATION : Names.PERSON)) {
        continue;
      }
      if (at == Integer.MIN_VALUE) {
        row[i] = -1 - people.inner.count;
        people.inner.add(t, t + 1, People.PRONOUN, speaker);
      } else if (at >= 0) {
        people.entity[at] = speaker;
        people.confidence[at] = 0.9;
      } else {
        people.inner.entity[-1 - at] = speaker;
        if (!plural) {
          ownDescription(i, speaker);
        }
      }
    }
    if (who.type == Names.PERSON) {
      notTheSpeaker(start, end, speaker);
    }
  }

  /**
   * "They" of whom the words before name nobody, said by somebody of another organisation: the one
   * that the article is about. An analyst of a bank speaks of the firm.
   */
  private void others(int row, Entity speaker) {
    if (speaker.type != Names.PERSON || speaker.body < 0 || people.entity[row] >= 0) {
      return;
    }
    int about = NOBODY;
    int most = LEAST_ABOUT - 1;
    for (int each : mostNamed()) {
      if (each < 0 || each == speaker.body) {
        continue;
      }
      int mentions = people.entities.get(each).mentions;
      about = mentions > most ? each : mentions == most ? NOBODY : about;
      most = Math.max(most, mentions);
    }
    if (about >= 0) {
      people.entity[row] = about;
      people.confidence[row] = 0.6;
    }
  }

  /** The three organisations that the article speaks of most, as far as there are any. */
  private int[] mostNamed() {
    if (mostNamed != null) {
      return mostNamed;
    }
    mostNamed = new int[] {NOBODY, NOBODY, NOBODY};
    for (int e = 0; e < people.entities.size(); e++) {
      if (people.entities.get(e).type != Names.ORGANIZATION) {
        continue;
      }
      int each = e;
      for (int i = 0; i < mostNamed.length; i++) {
        int there = mostNamed[i];
        if (there < 0 || people.entities.get(there).mentions < people.entities.get(each).mentions) {
          mostNamed[i] = each;
          each = there;
        }
        if (each < 0) {
          break;
        }
      }
    }
    return mostNamed;
  }

  /** "my uncle": whoever the article says is the speaker's uncle. */
  private void ownDescription(int at, int speaker) {
    int row = owns[at];
    if (row < 0 || people.entity[row] >= 0) {
      return;
    }
    int known = relations.of(speaker, people.endToken[row] - 1);
    if (known >= 0) {
      people.entity[row] = known;
      people.confidence[row] = 0.8;
      renameChain(row, ownsAs[at], known);
    }
  }

  /** "My uncle … him": the pronouns that mean the uncle mean who he is. */
  private void renameChain(int row, int as, int known) {
    int at = Arrays.binarySearch(chainedRow, 0, chained, row);
    int end = Math.min(chained, -at - 1 + LOOK_AHEAD);
    for (int i = Math.max(0, -at - 1); i < end; i++) {
      if (chainedAs[i] == as && people.entity[chainedRow[i]] < 0) {
        people.entity[chainedRow[i]] = known;
        people.confidence[chainedRow[i]] = 0.6;
      }
    }
  }

  /** Who speaks says "I" of himself, so "he" is the other. */
  private void notTheSpeaker(int start, int end, int speaker) {
    int low = 0;
    int high = people.count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.start[people.firstToken[middle]] < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int m = low; m < people.count && tokens.start[people.firstToken[m]] < end; m++) {
      int flags = tokens.flags[people.firstToken[m]];
      if (people.kind[m] == People.PRONOUN
          && people.entity[m] == speaker
          && (flags & Lexicon.SINGULAR_PERSON_PRONOUN) != 0) {
        people.entity[m] = people.second[m];
        people.second[m] = NOBODY;
        people.confidence[m] = people.entity[m] < 0 ? 0 : 0.6;
      }
    }
  }

  void chain(int inTable, int as) {
    if (chained == chainedRow.length) {
      chainedRow = Arrays.copyOf(chainedRow, chained * 2);
      chainedAs = Arrays.copyOf(chainedAs, chained * 2);
    }
    chainedRow[chained] = inTable;
    chainedAs[chained] = as;
    chained++;
  }
}
