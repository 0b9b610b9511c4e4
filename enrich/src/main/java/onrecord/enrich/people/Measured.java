package onrecord.enrich.people;

import java.util.Set;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.People.Entity;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Who is meant by a trade with a measure before it, "the 6-foot-2 guard" or "the 34-year-old
 * midfielder": somebody lately spoken of whom the article gives no other trade and no other
 * measure. For one thread.
 */
final class Measured {
  private static final int NOBODY = -1;
  private static final int MOST_WORDS = 4;
  private static final int MOST_TOKENS = 6;
  private static final int LOOK_BACK = 32;
  private static final int FARTHEST_SENTENCE = 4;

  /** What the words of a measure are, behind their number: "6-foot-2", "34-year-old". */
  private static final Set<String> UNITS =
      Set.of("foot", "ft", "inch", "year", "pound", "meter", "metre", "cm", "kilogram", "stone");

  private final Antecedents antecedents;
  private Document doc;
  private Tokens tokens;
  private People people;
  private NameMentions names;

  Measured(Antecedents antecedents) {
    this.antecedents = antecedents;
  }

  void begin(Document document, NameMentions rows, People who) {
    doc = document;
    tokens = doc.tokens;
    names = rows;
    people = who;
  }

  /** Where a description with a measure that begins at {@code t} ends; {@code t} when none does. */
  int end(int t, int limit) {
    if (!doc.isWord(t, "the") && !doc.isWord(t, "The")) {
      return t;
    }
    int from = measureEnd(t + 1, limit);
    int stops =
        Lexicon.PREPOSITION
            | Lexicon.AUXILIARY
            | Lexicon.PRONOUN
            | Lexicon.DETERMINER
            | Lexicon.GROUP;
    int end = t;
    for (int i = from; from > t + 1 && i < Math.min(limit, from + MOST_WORDS); i++) {
      boolean goesOn =
          tokens.kind[i] == Tokens.WORD
              && tokens.sentence[i] == tokens.sentence[t]
              && (tokens.flags[i] & stops) == 0;
      boolean trade = goesOn && (tokens.flags[i] & (Lexicon.OCCUPATION | Lexicon.ROLE)) != 0;
      if (!goesOn || (end > t && !trade)) {
        break;
      }
      end = trade ? i + 1 : t;
    }
    return end;
  }

  /** Where the measure that begins at a token ends; that token when it is none. */
  private int measureEnd(int from, int limit) {
    int t = from;
    boolean measure = false;
    while (t < Math.min(limit, from + MOST_TOKENS) && isPart(t, t > from)) {
      measure |= tokens.kind[t] == Tokens.WORD ? unit(t) != null : hasMark(t);
      t++;
    }
    return measure ? t : from;
  }

  /** Whether a token is a number with its unit, or goes on from the one before: 6' 2". */
  private boolean isPart(int t, boolean goesOn) {
    boolean close = goesOn && tokens.start[t] == tokens.end[t - 1];
    boolean inches = goesOn && tokens.kind[t - 1] == Tokens.MARK;
    return tokens.kind[t] == Tokens.MARK
        ? close && hasMark(t)
        : isDigit(doc.chars[tokens.start[t]]) && (!goesOn || close || inches);
  }

  /** The unit of "6-foot-2", or null. */
  private String unit(int t) {
    for (String part : doc.text(tokens.start[t], tokens.end[t]).split("-", MOST_TOKENS)) {
      if (UNITS.contains(part)) {
        return part;
      }
    }
    return null;
  }

  /** Whether feet or inches are marked. */
  private boolean hasMark(int t) {
    for (int i = tokens.start[t]; i < tokens.end[t]; i++) {
      if (isMark(doc.chars[i])) {
        return true;
      }
    }
    return false;
  }

  static boolean isMark(char c) {
    return c == '\''
        || c == '\u2019'
        || c == '"'
        || c == '\u201d'
        || c == '\u2032'
        || c == '\u2033';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Who is meant by the description from {@code first} to {@code end}: of those lately spoken of
   * one who has the trade, or else one who has none; -1 when there is nobody, or two are spoken of
   * in one sentence.
   */
  int meant(int first, int end) {
    String trade = word(end - 1);
    int from = measureEnd(first + 1, end);
    boolean age = isAge(first + 1, from);
    int value = value(first + 1, from);
    int best = NOBODY;
    int bestFit = 0;
    int bestSentence = 0;
    boolean two = false;
    for (int m = antecedents.count() - 1, seen = 0; m >= 0 && seen < LOOK_BACK; m--, seen++) {
      int each = antecedents.entity(m);
      int sentence = tokens.sentence[antecedents.token(m)];
      if (tokens.sentence[first] - sentence > FARTHEST_SENTENCE) {
        break;
      }
      if (each < 0 || each == best || people.entities.get(each).type != Names.PERSON) {
        continue;
      }
      int fit = fit(people.entities.get(each), trade, tokens.flags[end - 1], age, value);
      if (fit > bestFit) {
        best = each;
        bestFit = fit;
        bestSentence = sentence;
        two = false;
      } else if (fit == bestFit && fit > 0) {
        two |= sentence == bestSentence;
      }
    }
    return two ? NOBODY : best;
  }

  /** 2 for one who has the trade, 1 for one who has none, 0 for one who isn't meant. */
  private int fit(Entity who, String trade, int flags, boolean age, int value) {
    doc.budget.spend(2L * who.roles.size() + 1);
    int gender = RoleWords.gender(flags);
    if (gender != 0 && who.gender != 0 && who.gender != gender) {
      return 0;
    }
    int known = age ? ageOf(who) : 0;
    if (known != 0) {
      return known == value ? 2 : 0;
    }
    int fit = who.roles.isEmpty() ? 1 : 0;
    int row = 0;
    for (String role : who.roles) {
      int t = who.roleToken[row++];
      if (hasWord(role, trade)) {
        int measure = measureBefore(t);
        boolean same = measure == t || isAge(measure, t) != age || value(measure, t) == value;
        if (!same) {
          return 0;
        }
        fit = 2;
      }
    }
    return fit;
  }

  private static boolean hasWord(String role, String trade) {
    String all = NameForms.fold(role);
    int at = all.indexOf(trade);
    int end = at + trade.length();
    return at >= 0
        && (at == 0 || all.charAt(at - 1) == ' ')
        && (end == all.length() || all.charAt(end) == ' ');
  }

  /** Where the measure before a role begins; the role's first token when it has none. */
  private int measureBefore(int t) {
    int from = t;
    int lowest = Math.max(0, t - MOST_TOKENS);
    while (from > lowest && (hasMark(from - 1) || isDigit(doc.chars[tokens.start[from - 1]]))) {
      from--;
    }
    return measureEnd(from, t) == t ? from : t;
  }

  /** The age behind a comma and the name where somebody is introduced, or 0. */
  private int ageOf(Entity who) {
    int n = names.firstAt(who.introduced);
    int t = n < names.count ? names.endToken[n] : tokens.count;
    boolean age =
        t + 2 < tokens.count
            && doc.isWord(t, ",")
            && tokens.kind[t + 1] == Tokens.NUMBER
            && doc.isWord(t + 2, ",");
    return age ? value(t + 1, t + 2) : 0;
  }

  private boolean isAge(int from, int to) {
    return from < to && "year".equals(unit(from));
  }

  /** A measure's numbers, made one: 602 of "6-foot-2" and of 6'2". */
  private int value(int from, int to) {
    int value = 0;
    int part = 0;
    boolean digits = false;
    for (int i = from < to ? tokens.start[from] : 0; from < to && i < tokens.end[to - 1]; i++) {
      boolean digit = isDigit(doc.chars[i]);
      if (digit) {
        part = Math.min(999, part * 10 + doc.chars[i] - '0');
      } else if (digits) {
        value = value * 100 + part;
        part = 0;
      }
      digits = digit;
    }
    return digits ? value * 100 + part : value;
  }

  private String word(int t) {
    return NameForms.fold(doc.text(tokens.start[t], tokens.end[t]));
  }
}
