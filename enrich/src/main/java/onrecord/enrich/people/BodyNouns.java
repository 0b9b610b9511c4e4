package onrecord.enrich.people;

import java.util.Set;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.People.Entity;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Finds what the article says an organisation is: the noun before its name ("the opposition party
 * Libra"), right behind it ("the Libra party"), in apposition, and behind "is". Writes {@code
 * called} of {@link People#entities}; requires {@link EntityResolver}. For one thread.
 */
final class BodyNouns {
  private static final int MOST_WORDS = 8;
  private static final int MOST_BEHIND = 3;

  /** Nouns that say what the name before them is, and not what it has. */
  private static final Set<String> CLASSES =
      Set.of(
          "bank",
          "broadcaster",
          "church",
          "club",
          "coalition",
          "company",
          "group",
          "magazine",
          "movement",
          "network",
          "newspaper",
          "party",
          "union",
          "university");

  private Document doc;
  private Tokens tokens;
  private NameMentions names;

  /** Finds what the organisations of {@code document} are. */
  void find(Document document, NameMentions rows, People people) {
    doc = document;
    tokens = doc.tokens;
    names = rows;
    for (int n = 0; n < names.count; n++) {
      int entity = names.entity[n];
      if (entity < 0 || people.entities.get(entity).type != Names.ORGANIZATION) {
        continue;
      }
      Entity who = people.entities.get(entity);
      doc.budget.spend(1);
      int first = names.firstToken[n];
      int sentence = tokens.sentence[first];
      before(who, first - 1, doc.sentences.firstToken[sentence]);
      behind(who, bracketEnd(names.endToken[n]), doc.sentences.endToken[sentence]);
    }
  }

  /** "the opposition party Libra". */
  private void before(Entity who, int head, int lowest) {
    if (head > lowest && isDeterminer(head - 1) && isPeriodical(head)) {
      who.called.add("newspaper");
      who.called.add("paper");
      return;
    }
    if (head < lowest || !isBody(head)) {
      return;
    }
    int t = head - 1;
    while (t >= lowest && t > head - MOST_BEHIND && isAttribute(t)) {
      t--;
    }
    call(who, t + 1, head + 1);
  }

  private void behind(Entity who, int from, int end) {
    if (from + 1 >= end) {
      return;
    }
    if (tokens.kind[from] == Tokens.WORD && !isVerbOfBeing(from)) {
      int t = from;
      while (t < end && t < from + MOST_BEHIND && isAttribute(t) && !isBody(t)) {
        t++;
      }
      if (t < end && isBody(t) && CLASSES.contains(word(t))) {
        call(who, from, t + 1);
      }
      return;
    }
    boolean opens = doc.isWord(from, ",") || isVerbOfBeing(from);
    int t = from + 1;
    boolean determined = opens && isDeterminer(t);
    if (!determined) {
      return;
    }
    int head = -1;
    int most = Math.min(end, t + MOST_WORDS);
    for (t = from + 2; t < most; t++) {
      if (tokens.kind[t] == Tokens.POSSESSIVE) {
        continue;
      }
      boolean goesOn = isAttribute(t) || isBody(t);
      if (!goesOn && (tokens.kind[t] != Tokens.WORD || !isCapital(t))) {
        break;
      }
      if (isBody(t)) {
        head = t;
      } else if (head >= 0) {
        break;
      }
    }
    // "the bank manager" isn't a bank.
    boolean ends = head >= 0 && head + 1 == t;
    boolean name =
        ends && names.firstAt(t) < names.count && names.firstToken[names.firstAt(t)] == t;
    if (ends && !name && !isNoun(t)) {
      call(who, from + 2, head + 1);
    }
  }

  /** Where the brackets behind a name end. */
  private int bracketEnd(int t) {
    boolean opens = t + 2 < tokens.count && doc.chars[tokens.start[t]] == '(';
    return opens && doc.chars[tokens.start[t + 2]] == ')' ? t + 3 : t;
  }

  private void call(Entity who, int from, int to) {
    for (int t = from; t < to; t++) {
      if (tokens.kind[t] == Tokens.WORD) {
        who.called.add(word(t));
      }
    }
  }

  private boolean isBody(int t) {
    return tokens.kind[t] == Tokens.WORD
        && (tokens.flags[t] & Lexicon.BODY) != 0
        && Bodies.isKnown(word(t))
        && !isCapital(t);
  }

  /** A word that may stand before a noun: no small word, no verb. */
  private boolean isAttribute(int t) {
    int never =
        Lexicon.PREPOSITION
            | Lexicon.AUXILIARY
            | Lexicon.PRONOUN
            | Lexicon.DETERMINER
            | Lexicon.FUNCTION
            | Lexicon.SPEECH;
    return tokens.kind[t] == Tokens.WORD && (tokens.flags[t] & never) == 0 && !isCapital(t);
  }

  private boolean isNoun(int t) {
    return t < tokens.count
        && tokens.kind[t] == Tokens.WORD
        && (tokens.flags[t] & (Lexicon.ROLE | Lexicon.GROUP | Lexicon.OCCUPATION)) != 0
        && (tokens.flags[t] & (Lexicon.SPEECH | Lexicon.PREPOSITION)) == 0;
  }

  /** "the daily Tessel Post". */
  private boolean isPeriodical(int t) {
    return doc.isWord(t, "daily") || doc.isWord(t, "weekly") || doc.isWord(t, "tabloid");
  }

  private boolean isVerbOfBeing(int t) {
    return doc.isWord(t, "is")
        || doc.isWord(t, "was")
        || doc.isWord(t, "remains")
        || doc.isWord(t, "became");
  }

  private boolean isDeterminer(int t) {
    return doc.isWord(t, "the") || doc.isWord(t, "a") || doc.isWord(t, "an");
  }

  private boolean isCapital(int t) {
    return Character.isUpperCase(doc.chars[tokens.start[t]]);
  }

  private String word(int t) {
    return NameForms.fold(doc.text(tokens.start[t], tokens.end[t]));
  }
}
