package onrecord.enrich.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Blocks;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Finds names by their capitals and tells persons, organisations and places apart by lists, by what
 * stands around them, and by what the same words are elsewhere in the article. Writes {@link
 * Names}; requires tokens, sentences and segments. For one thread.
 */
public final class NameFinder {
  private static final int MAX_NAME_TOKENS = 12;
  private static final int MAX_PLACE_TOKENS = 4;

  private final Lexicon lexicon;
  private final WordCounts counts = new WordCounts();
  private final Map<String, int[]> votes = new HashMap<>();

  /** The ballot of each name, shared by all names of the same words. */
  private final List<int[]> ballots = new ArrayList<>();

  private Document doc;
  private Tokens tokens;
  private Names names;

  public NameFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Finds the names of {@code document}. */
  public void find(Document document, Names into) {
    doc = document;
    tokens = doc.tokens;
    names = into;
    names.clear();
    votes.clear();
    ballots.clear();
    count();
    for (int b = 0; b < doc.blocks.count; b++) {
      block(b);
    }
    type();
  }

  private void count() {
    counts.reset(tokens.count);
    for (int b = 0; b < doc.blocks.count; b++) {
      boolean titleCase = isTitleCase(b);
      for (int t = doc.blocks.firstToken[b]; t < doc.blocks.endToken[b]; t++) {
        if (tokens.kind[t] != Tokens.WORD) {
          continue;
        }
        if (Character.isLowerCase(doc.chars[tokens.start[t]])) {
          counts.countLower(doc.chars, tokens.start[t], tokens.end[t]);
        } else if (!titleCase && !opensSentence(t)) {
          counts.countCapital(doc.chars, tokens.start[t], tokens.end[t]);
        }
      }
    }
  }

  /** Whether a block writes all its words with capitals, as headlines do. */
  private boolean isTitleCase(int b) {
    int kind = doc.blocks.kind[b];
    if (kind == Blocks.PARAGRAPH && doc.blocks.end[b] - doc.blocks.start[b] > 150) {
      return false;
    }
    int lower = 0;
    int upper = 0;
    for (int t = doc.blocks.firstToken[b]; t < doc.blocks.endToken[b]; t++) {
      if (tokens.kind[t] == Tokens.WORD && tokens.end[t] - tokens.start[t] > 3) {
        if (Character.isUpperCase(doc.chars[tokens.start[t]])) {
          upper++;
        } else {
          lower++;
        }
      }
    }
    return upper > 2 * lower && upper > 3;
  }

  private void block(int b) {
    boolean titleCase = isTitleCase(b);
    int end = doc.blocks.endToken[b];
    int t = doc.blocks.firstToken[b];
    while (t < end) {
      if (isCapital(t)) {
        int to = runEnd(t, end);
        run(t, to, titleCase);
        t = to;
      } else {
        t++;
      }
    }
  }

  /** Where the run of capitalised words that begins at {@code first} ends. */
  private int runEnd(int first, int end) {
    int t = first + 1;
    boolean of = false;
    while (t < end && t - first < MAX_NAME_TOKENS && sameStretch(t)) {
      if (isCapital(t)) {
        t++;
        continue;
      }
      int next = t + 1;
      boolean room = next < end && sameStretch(next);
      if (doc.isWord(t, ",")
          && room
          && (tokens.flags[next] & Lexicon.GENERATION) != 0
          && isCapital(next)) {
        t += 2;
      } else if (doc.isWord(t, "&") && room && isCapital(next)) {
        t += 2;
      } else if ((tokens.flags[t] & Lexicon.PARTICLE) != 0 && room) {
        boolean small =
            doc.isWord(t, "of")
                || doc.isWord(t, "the")
                || doc.isWord(t, "and")
                || doc.isWord(t, "for")
                || doc.isWord(t, "e");
        if (doc.isWord(t, "of")) {
          if (!headOfBody(t - 1)) {
            return t;
          }
          int skip = doc.isWord(next, "the") && next + 1 < end ? next + 1 : next;
          if (!isCapital(skip)) {
            return t;
          }
          of = true;
          t = skip + 1;
        } else if (small) {
          boolean and = of && doc.isWord(t, "and") && isCapital(next);
          boolean known =
              (tokens.flags[next] & (Lexicon.PLACE | Lexicon.GIVEN | Lexicon.TITLE)) != 0;
          if (!and || known) {
            return t;
          }
          t += 2;
        } else {
          int skip =
              (tokens.flags[next] & Lexicon.PARTICLE) != 0 && next + 1 < end ? next + 1 : next;
          if (!isCapital(skip) || doc.isWord(t, "y")) {
            return t;
          }
          t = skip + 1;
        }
      } else {
        return t;
      }
    }
    return t;
  }

  /** Words that "of" continues: Department of …, President of …, Gulf of …. */
  private boolean headOfBody(int t) {
    return (tokens.flags[t]
                & (Lexicon.ORGANIZATION | Lexicon.PLACE_WORD | Lexicon.TITLE | Lexicon.ROLE))
            != 0
        || doc.isWord(t, "House")
        || doc.isWord(t, "Secretary");
  }

  /** One run of capitals may hold a place, a title, and the person whose title it is. */
  private void run(int first, int end, boolean titleCase) {
    int piece = first;
    for (int t = first; t < end; t++) {
      boolean opens = t == first && opensSentence(t);
      if (breaksRun(t, opens, titleCase, t > piece)) {
        piece(piece, t, titleCase);
        piece = t + 1;
      }
    }
    piece(piece, end, titleCase);
  }

  /** Whether a capitalised word is no part of a name. */
  private boolean breaksRun(int t, boolean opens, boolean titleCase, boolean inside) {
    int flags = tokens.flags[t];
    if ((flags & Lexicon.PARTICLE) != 0 && Character.isLowerCase(doc.chars[tokens.start[t]])) {
      return false;
    }
    if ((flags & (Lexicon.FUNCTION | Lexicon.PRONOUN)) != 0) {
      boolean given = inside && (tokens.flags[t - 1] & Lexicon.GIVEN) != 0;
      boolean acronym = doc.isAllCaps(t) && tokens.end[t] - tokens.start[t] > 1 && !titleCase;
      return !given && !acronym;
    }
    int start = tokens.start[t];
    int end = tokens.end[t];
    if ((flags & (Lexicon.PLACE | Lexicon.GIVEN | Lexicon.TITLE)) != 0) {
      return false;
    }
    if (titleCase) {
      boolean body =
          (flags & (Lexicon.ORGANIZATION | Lexicon.DEMONYM | Lexicon.PLACE_WORD)) != 0 && inside;
      return !body
          && !isAcronym(t)
          && (counts.capital(doc.chars, start, end) == 0
              || counts.lower(doc.chars, start, end) > counts.capital(doc.chars, start, end));
    }
    if (opens) {
      if (counts.lower(doc.chars, start, end) > counts.capital(doc.chars, start, end)) {
        return true;
      }
      int common =
          Lexicon.GROUP | Lexicon.ROLE | Lexicon.DOCUMENT | Lexicon.SPEECH | Lexicon.THOUGHT;
      return (flags & common) != 0 && counts.capital(doc.chars, start, end) == 0;
    }
    return false;
  }

  private void piece(int from, int to, boolean titleCase) {
    int first = from;
    int end = to;
    while (first < end && !isCapital(first)) {
      first++;
    }
    while (end > first && !isCapital(end - 1)) {
      end--;
    }
    if (first >= end) {
      return;
    }
    int placeEnd = placeEnd(first, end);
    if (placeEnd == end) {
      add(first, end, Names.LOCATION, 4, -1);
      return;
    }
    boolean body = isBody(first, end);
    int title = body ? -1 : lastTitle(first, end);
    if (title >= 0) {
      titled(first, title, end);
      return;
    }
    int demonym = first;
    while (!body && demonym < end && (tokens.flags[demonym] & Lexicon.DEMONYM) != 0) {
      demonym++;
    }
    if (demonym == end) {
      return;
    }
    if (demonym > first && (tokens.flags[end - 1] & Lexicon.PLACE_WORD) == 0) {
      first = demonym;
    }
    plain(first, end, titleCase);
  }

  /** The last word of the run that is a title with something behind it, or the run's last word. */
  private int lastTitle(int first, int end) {
    for (int t = end - 1; t >= first; t--) {
      if ((tokens.flags[t] & Lexicon.TITLE) != 0 && (tokens.flags[t] & Lexicon.GIVEN) == 0) {
        return t;
      }
    }
    return -1;
  }

  private void titled(int first, int title, int end) {
    int before = first;
    while (before < title && (tokens.flags[before] & Lexicon.TITLE) == 0) {
      before++;
    }
    int place = placeEnd(first, before);
    if (place > first) {
      add(first, place, Names.LOCATION, 3, -1);
    } else if (before - first == 1 && isAcronym(first)) {
      add(first, before, Names.ORGANIZATION, 3, -1);
    }
    int name = title + 1;
    if (name < end && doc.isWord(name, "of")) {
      int of = name + 1;
      if (of < end && doc.isWord(of, "the")) {
        of++;
      }
      int placeOf = placeEnd(of, end);
      if (placeOf > of) {
        add(of, placeOf, Names.LOCATION, 3, -1);
        name = placeOf;
      } else {
        // "Secretary of State", "Director of National Intelligence".
        name = Math.min(of + 1, end);
        while (name < end && (tokens.flags[name] & Lexicon.GIVEN) == 0 && end - name > 2) {
          name++;
        }
      }
    }
    if (name < end) {
      add(name, end, Names.PERSON, 6, first);
    }
  }

  private void plain(int first, int end, boolean titleCase) {
    int start = tokens.start[first];
    if (end - first == 1) {
      int flags = tokens.flags[first];
      if (end(first) - start < 2) {
        return;
      }
      if (opensSentence(first) && !titleCase) {
        boolean seen = counts.capital(doc.chars, start, end(first)) > 0;
        boolean known = (flags & Lexicon.GIVEN) != 0 || isAcronym(first);
        boolean speaks =
            first + 1 < tokens.count && (tokens.flags[first + 1] & Lexicon.SPEECH) != 0;
        boolean owns = first + 1 < tokens.count && tokens.kind[first + 1] == Tokens.POSSESSIVE;
        if (!seen && !known && !speaks && !owns) {
          return;
        }
      }
      int common = Lexicon.ORGANIZATION | Lexicon.PLACE_WORD | Lexicon.ROLE | Lexicon.DOCUMENT;
      if ((flags & common) != 0 && counts.lower(doc.chars, start, end(first)) > 0) {
        return;
      }
    }
    vote(first, end);
  }

  private void vote(int first, int end) {
    int last = end - 1;
    int flags = tokens.flags[last];
    int size = end - first;
    int firstFlags = tokens.flags[first];
    int type = Names.UNKNOWN;
    int weight = 1;
    if (isBody(first, end)) {
      type = Names.ORGANIZATION;
      weight = 5;
    } else if ((flags & Lexicon.GENERATION) != 0 && size > 1) {
      type = Names.PERSON;
      weight = 5;
    } else if ((flags & Lexicon.PLACE_WORD) != 0 && size > 1) {
      type = Names.LOCATION;
      weight = 4;
    } else if (size > 1 && isPlaceHead(first)) {
      type = Names.LOCATION;
      weight = 3;
    } else if ((firstFlags & Lexicon.GIVEN) != 0) {
      type = Names.PERSON;
      weight = size > 1 ? 4 : 2;
    } else if (size > 1 && size <= 4 && hasInitial(first, end)) {
      type = Names.PERSON;
      weight = 4;
    } else if (size == 1 && isAcronym(first)) {
      type = Names.ORGANIZATION;
      weight = 3;
    } else if (speaks(first, end)) {
      type = Names.PERSON;
      weight = 2;
    } else if (isPlaceContext(first, end)) {
      type = Names.LOCATION;
      weight = size == 1 ? 2 : 1;
    } else if (size >= 2 && size <= 3) {
      type = Names.PERSON;
    } else if (size > 3) {
      type = Names.ORGANIZATION;
    }
    add(first, end, type, weight, -1);
  }

  /** Whether the words name a body: an organisation's word among them, most often the last. */
  private boolean isBody(int first, int end) {
    if (end - first < 2) {
      return false;
    }
    if ((tokens.flags[end - 1] & Lexicon.ORGANIZATION) != 0
        && (end - first == 2 || (tokens.flags[first] & Lexicon.TITLE) == 0)) {
      return true;
    }
    for (int t = first; t + 1 < end; t++) {
      boolean organization = (tokens.flags[t] & Lexicon.ORGANIZATION) != 0;
      if (organization
          && (doc.isWord(t + 1, "of") || doc.isWord(t + 1, "for") || doc.isWord(t + 1, "&"))) {
        return (tokens.flags[t] & Lexicon.TITLE) == 0;
      }
      if (doc.isWord(t, "&")) {
        return true;
      }
    }
    return false;
  }

  private boolean isPlaceHead(int t) {
    return doc.isWord(t, "Lake")
        || doc.isWord(t, "Mount")
        || doc.isWord(t, "Port")
        || doc.isWord(t, "Fort")
        || doc.isWord(t, "San")
        || doc.isWord(t, "Santa")
        || doc.isWord(t, "St.")
        || doc.isWord(t, "Cape")
        || doc.isWord(t, "North")
        || doc.isWord(t, "South")
        || doc.isWord(t, "East")
        || doc.isWord(t, "West")
        || doc.isWord(t, "El");
  }

  private boolean hasInitial(int first, int end) {
    for (int t = first; t < end - 1; t++) {
      if (tokens.end[t] - tokens.start[t] == 2 && doc.chars[tokens.end[t] - 1] == '.') {
        return true;
      }
    }
    return false;
  }

  private boolean speaks(int first, int end) {
    int verb = Lexicon.SPEECH | Lexicon.THOUGHT;
    boolean after = end < tokens.count && (tokens.flags[end] & verb) != 0 && !isCapital(end);
    boolean before =
        first > 0 && (tokens.flags[first - 1] & Lexicon.SPEECH) != 0 && !isCapital(first - 1);
    return after || before;
  }

  private boolean isPlaceContext(int first, int end) {
    if (first == 0 || tokens.sentence[first - 1] != tokens.sentence[first]) {
      return false;
    }
    boolean preposition =
        doc.isWord(first - 1, "in")
            || doc.isWord(first - 1, "near")
            || doc.isWord(first - 1, "across");
    boolean owns = end < tokens.count && tokens.kind[end] == Tokens.POSSESSIVE;
    return preposition && !owns;
  }

  /**
   * Where the longest known place that begins at {@code first} ends; {@code first} when none does.
   */
  private int placeEnd(int first, int end) {
    for (int to = Math.min(end, first + MAX_PLACE_TOKENS); to > first; to--) {
      int flags = lexicon.flags(doc.chars, tokens.start[first], end(to - 1));
      boolean known = (flags & Lexicon.PLACE) != 0;
      // "us" and "turkey" are places only with their capitals; "US" in capitals only.
      if (known && (end(to - 1) - tokens.start[first] > 2 || doc.isAllCaps(first))) {
        return to;
      }
    }
    return first;
  }

  private void add(int first, int end, int type, int weight, int title) {
    names.add(first, end, type, title);
    int[] ballot = votes.computeIfAbsent(surface(first, end), key -> new int[4]);
    ballot[type] += weight;
    ballots.add(ballot);
  }

  /** Gives each name the type that its words have most often, a surname that of its full name. */
  private void type() {
    Set<String> surnames = new HashSet<>();
    for (int n = 0; n < names.count; n++) {
      names.type[n] = winner(ballots.get(n));
      if (names.type[n] == Names.PERSON && names.endToken[n] - names.firstToken[n] > 1) {
        int last = names.endToken[n] - 1;
        if ((tokens.flags[last] & Lexicon.GENERATION) != 0) {
          last--;
        }
        while (last > names.firstToken[n] && tokens.kind[last] != Tokens.WORD) {
          last--;
        }
        surnames.add(surface(last, last + 1));
        surnames.add(surface(names.firstToken[n], names.firstToken[n] + 1));
      }
    }
    int kept = 0;
    for (int n = 0; n < names.count; n++) {
      boolean single = names.endToken[n] - names.firstToken[n] == 1;
      if (single
          && ballots.get(n)[Names.LOCATION] < 4
          && surnames.contains(surface(names.firstToken[n], names.endToken[n]))) {
        names.type[n] = Names.PERSON;
      }
      if (names.type[n] == Names.UNKNOWN) {
        boolean repeated = counts.capital(doc.chars, start(n), end(names.endToken[n] - 1)) > 1;
        if (!repeated) {
          continue;
        }
        names.type[n] = Names.ORGANIZATION;
      }
      names.firstToken[kept] = names.firstToken[n];
      names.endToken[kept] = names.endToken[n];
      names.type[kept] = names.type[n];
      names.titleToken[kept] = names.titleToken[n];
      kept++;
    }
    names.count = kept;
  }

  private static int winner(int[] ballot) {
    int best = Names.UNKNOWN;
    for (int type = Names.PERSON; type <= Names.LOCATION; type++) {
      if (ballot[type] > (best == Names.UNKNOWN ? 0 : ballot[best])) {
        best = type;
      }
    }
    return best;
  }

  private int start(int n) {
    return tokens.start[names.firstToken[n]];
  }

  private int end(int t) {
    return tokens.end[t];
  }

  private String surface(int first, int end) {
    return doc.text(tokens.start[first], tokens.end[end - 1]);
  }

  private boolean isCapital(int t) {
    return tokens.kind[t] == Tokens.WORD && Character.isUpperCase(doc.chars[tokens.start[t]]);
  }

  private boolean isAcronym(int t) {
    int length = tokens.end[t] - tokens.start[t];
    return length >= 2
        && length <= 7
        && doc.isAllCaps(t)
        && (tokens.flags[t] & Lexicon.FUNCTION) == 0
        && (Character.isLetter(doc.chars[tokens.start[t] + 1])
            || doc.chars[tokens.start[t] + 1] == '.');
  }

  private boolean opensSentence(int t) {
    if (t == 0 || tokens.sentence[t - 1] != tokens.sentence[t]) {
      return true;
    }
    if (tokens.kind[t - 1] != Tokens.MARK) {
      return false;
    }
    char before = doc.chars[tokens.start[t - 1]];
    return before == '"'
        || before == '\u201c'
        || before == '\u2018'
        || before == '\''
        || before == ':'
        || before == '\u2022'
        || before == '\u2014'
        || before == '.';
  }

  private boolean sameStretch(int t) {
    return tokens.sentence[t] == tokens.sentence[t - 1]
        && tokens.segment[t] == tokens.segment[t - 1];
  }
}
