package onrecord.enrich.people;

import onrecord.enrich.names.Names;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Finds pronouns and descriptions and ties them to entities: "he" and "she" to the nearest person
 * of that gender who leads a sentence, "the vice president" to who has that title. Writes the
 * mentions of {@link People}; requires {@link EntityResolver}. For one thread.
 */
public final class MentionResolver {
  private static final int MAX_DESCRIPTION = 6;
  private static final int LOOK_BACK = 12;

  private Document doc;
  private Tokens tokens;
  private People people;

  /** Finds the mentions of {@code document}. */
  public void resolve(Document document, Names names, int[] entity, People into) {
    doc = document;
    tokens = doc.tokens;
    people = into;
    people.count = 0;
    int name = 0;
    int t = 0;
    while (t < tokens.count) {
      if (name < names.count && names.firstToken[name] == t) {
        people.add(t, names.endToken[name], People.NAME, entity[name]);
        t = names.endToken[name];
        name++;
        continue;
      }
      int limit = name < names.count ? names.firstToken[name] : tokens.count;
      int flags = tokens.flags[t];
      int end = tokens.kind[t] == Tokens.WORD ? descriptionEnd(t, limit) : t;
      if (end > t) {
        description(t, end);
        t = end;
      } else {
        if (tokens.kind[t] == Tokens.WORD && (flags & Lexicon.PRONOUN) != 0) {
          people.add(t, t + 1, People.PRONOUN, pronoun(t));
        }
        t++;
      }
    }
  }

  /** The person that "he" or "she" at {@code t} most likely is, or -1. */
  private int pronoun(int t) {
    int gender = tokens.flags[t] & Lexicon.SINGULAR_PERSON_PRONOUN;
    if (gender == 0) {
      return -1;
    }
    int best = -1;
    int bestScore = Integer.MIN_VALUE;
    int sentence = tokens.sentence[t];
    int seen = 0;
    for (int m = people.count - 1; m >= 0 && seen < LOOK_BACK; m--) {
      int candidate = people.entity[m];
      if (candidate < 0 || people.entities.get(candidate).type != Names.PERSON) {
        continue;
      }
      seen++;
      int distance = sentence - tokens.sentence[people.firstToken[m]];
      if (distance > 6) {
        break;
      }
      int known = people.entities.get(candidate).gender;
      if (known != 0 && known != gender) {
        continue;
      }
      // Words of one speaker seldom speak of whom the next sentence outside them means.
      boolean sameSide = tokens.segment[people.firstToken[m]] < 0 == tokens.segment[t] < 0;
      int score = -3 * distance - seen / 2;
      score += known == gender ? 6 : 0;
      score += leads(m) ? 3 : 0;
      score += people.kind[m] == People.PRONOUN ? 2 : 0;
      score += sameSide ? 3 : 0;
      if (score > bestScore) {
        bestScore = score;
        best = candidate;
      }
    }
    if (best >= 0 && people.entities.get(best).gender == 0) {
      people.entities.get(best).gender = gender;
    }
    return best;
  }

  /** Whether a mention opens its sentence, quotation marks and a word or two apart. */
  private boolean leads(int m) {
    int first = people.firstToken[m];
    return first - doc.sentences.firstToken[tokens.sentence[first]] <= 3;
  }

  /**
   * Where a description that begins at {@code t} ends, behind its head noun; {@code t} when none.
   */
  private int descriptionEnd(int t, int limit) {
    int flags = tokens.flags[t];
    int noun = Lexicon.ROLE | Lexicon.GROUP | Lexicon.DOCUMENT;
    if ((flags & Lexicon.DETERMINER) == 0) {
      return (flags & Lexicon.GROUP) != 0 && (flags & Lexicon.SPEECH) == 0 ? t + 1 : t;
    }
    int end = t;
    for (int i = t + 1; i < Math.min(limit, t + 1 + MAX_DESCRIPTION); i++) {
      boolean stops =
          tokens.kind[i] != Tokens.WORD
              || tokens.sentence[i] != tokens.sentence[t]
              || (tokens.flags[i] & (Lexicon.PREPOSITION | Lexicon.AUXILIARY | Lexicon.PRONOUN))
                  != 0;
      if (stops) {
        break;
      }
      if ((tokens.flags[i] & noun) != 0) {
        end = i + 1;
      } else if (end > t) {
        break;
      }
    }
    return end;
  }

  private void description(int first, int end) {
    int head = end - 1;
    int flags = tokens.flags[head];
    if ((flags & Lexicon.ROLE) == 0
        || ((tokens.flags[first] & Lexicon.GROUP) != 0 && end - first == 1)) {
      people.add(first, end, People.DESCRIPTION, -1);
      return;
    }
    boolean definite =
        doc.isWord(first, "the") || doc.isWord(first, "The") || doc.isWord(first, "this");
    people.add(first, end, People.ROLE, definite ? holder(first + 1, end) : -1);
  }

  /** The person last mentioned whose role ends with the words of the description, or -1. */
  private int holder(int first, int end) {
    int seen = 0;
    for (int m = people.count - 1; m >= 0 && seen < 4 * LOOK_BACK; m--) {
      int candidate = people.entity[m];
      if (candidate < 0 || people.kind[m] != People.NAME) {
        continue;
      }
      seen++;
      for (String role : people.entities.get(candidate).roles) {
        if (endsWith(role, tokens.start[first], tokens.end[end - 1])) {
          return candidate;
        }
      }
    }
    return -1;
  }

  private boolean endsWith(String role, int start, int end) {
    int length = end - start;
    int offset = role.length() - length;
    if (offset < 0 || (offset > 0 && role.charAt(offset - 1) != ' ')) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (Character.toLowerCase(role.charAt(offset + i))
          != Character.toLowerCase(doc.chars[start + i])) {
        return false;
      }
    }
    return true;
  }
}
