package onrecord.enrich.people;

import java.util.Set;
import onrecord.enrich.names.Names;
import onrecord.enrich.people.People.Entity;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Who holds which office in the article, to resolve "the vice president" and "the judge". For one
 * thread.
 */
final class RoleHolders {
  private static final int NOBODY = -1;
  private static final int LOOK_BACK = 80;

  /** Who leads something, by what the office is called. */
  private static final Set<String> LEADING =
      Set.of(
          "administrator",
          "boss",
          "ceo",
          "chair",
          "chairman",
          "chairwoman",
          "chief",
          "commander",
          "commissioner",
          "director",
          "executive",
          "head",
          "leader",
          "manager",
          "president",
          "superintendent");

  /** What a headline calls them all. */
  private static final Set<String> CHIEF = Set.of("boss", "chief", "head", "leader");

  /** By the noun of the office. */
  private final EntityIndex byHead = new EntityIndex();

  /** Who leads, by each word of the office and of what it is in. */
  private final EntityIndex leaders = new EntityIndex();

  /** How sure the last answer is. */
  double confidence;

  private Document doc;
  private Tokens tokens;
  private People people;

  void begin(Document document, People who) {
    doc = document;
    tokens = doc.tokens;
    people = who;
    byHead.clear();
    leaders.clear();
    for (int e = 0; e < people.entities.size(); e++) {
      Entity each = people.entities.get(e);
      if (each.type == Names.PERSON) {
        for (String role : each.roles) {
          String folded = NameForms.fold(role);
          String head = headOf(folded);
          byHead.add(head, e);
          if (LEADING.contains(head)) {
            lead(folded, e);
            lead(each.body < 0 ? "" : NameForms.fold(people.entities.get(each.body).name), e);
          }
        }
      }
    }
  }

  private void lead(String words, int entity) {
    doc.budget.spend(words.length());
    for (String word : words.split(" ", -1)) {
      leaders.add(word, entity);
    }
  }

  /**
   * Who leads what a headline names: the general manager of the Port Authority for its "Port
   * Chief"; -1 when nobody does, or two do.
   *
   * @param t the first of the two words
   */
  int chief(int t) {
    int[] all = CHIEF.contains(word(t + 1)) ? leaders.of(word(t)) : new int[0];
    return all.length == 1 ? all[0] : NOBODY;
  }

  /** The noun of a role: the last word before "of", "for", "at". */
  static String headOf(String role) {
    int end = role.length();
    for (String small : new String[] {" of ", " for ", " at ", " to ", " with ", " and "}) {
      int at = role.indexOf(small);
      end = at > 0 && at < end ? at : end;
    }
    int space = role.lastIndexOf(' ', end - 1);
    return RoleWords.canonical(role.substring(space + 1, end));
  }

  private String word(int t) {
    return NameForms.fold(doc.text(tokens.start[t], tokens.end[t]));
  }

  /** The only person whose office has the noun at token {@code t}, or -1. */
  int only(int t) {
    int[] all = byHead.of(RoleWords.canonical(word(t)));
    if (all.length == 1) {
      return all[0];
    }
    String exact = doc.text(tokens.start[t], tokens.end[t]);
    int only = NOBODY;
    for (int each : all) {
      if (people.entities.get(each).roles.contains(exact)) {
        if (only != NOBODY) {
          return NOBODY;
        }
        only = each;
      }
    }
    return only;
  }

  /**
   * Who is meant by the words from {@code first} to {@code end}: of those whose role has them all
   * the one last spoken of; -1 when none has, or two were named in one breath.
   */
  int holder(int first, int end, Antecedents antecedents) {
    int[] all = byHead.of(RoleWords.canonical(word(end - 1)));
    int best = NOBODY;
    int bestToken = -1;
    int bestFit = 0;
    int next = -1;
    // Who met "with the president" isn't the president.
    boolean object = first > 1 && (tokens.flags[first - 2] & Lexicon.PREPOSITION) != 0;
    int subject = object ? antecedents.subjectBefore(first) : NOBODY;
    for (int each : all) {
      Entity who = people.entities.get(each);
      int fit = fit(who, first, end);
      if (fit == 0 || (each == subject && all.length > 1)) {
        continue;
      }
      if (fit > bestFit || (fit == bestFit && who.lastToken > bestToken)) {
        next = fit == bestFit ? bestToken : -1;
        best = each;
        bestToken = who.lastToken;
        bestFit = fit;
      } else if (fit == bestFit) {
        next = Math.max(next, who.lastToken);
      }
    }
    confidence = all.length > 1 ? 0.7 : 0.85;
    if (best == NOBODY) {
      return generic(first, end, antecedents);
    }
    boolean sameBreath =
        next >= 0
            && bestToken >= 0
            && tokens.sentence[next] == tokens.sentence[bestToken]
            && bestToken - next < 4;
    return sameBreath ? NOBODY : best;
  }

  /** 2 when one role has all the words, 1 when the noun stands alone, 0 when it doesn't fit. */
  private int fit(Entity who, int first, int end) {
    doc.budget.spend(4L * who.roles.size());
    if (end - first == 1) {
      String head = RoleWords.canonical(word(first));
      for (String role : who.roles) {
        String folded = NameForms.fold(role);
        boolean lesser = folded.contains("vice ") || folded.contains("deputy ");
        if (!lesser && headOf(folded).equals(head)) {
          return 1;
        }
      }
      return 0;
    }
    for (String role : who.roles) {
      String all = ' ' + NameForms.fold(role) + ' ';
      boolean has = true;
      for (int t = first; t < end - 1 && has; t++) {
        has = all.contains(' ' + word(t) + ' ');
      }
      if (has) {
        return 2;
      }
    }
    return 0;
  }

  /** "the leader" is whoever leads something and isn't who acts in the sentence. */
  private int generic(int first, int end, Antecedents antecedents) {
    if (!doc.isWord(end - 1, "leader")) {
      return NOBODY;
    }
    int sentence = tokens.sentence[first];
    int subject = antecedents.subjectBefore(first);
    confidence = 0.6;
    for (int m = antecedents.count() - 1, seen = 0; m >= 0 && seen < LOOK_BACK; m--, seen++) {
      int each = antecedents.entity(m);
      if (each < 0) {
        continue;
      }
      Entity who = people.entities.get(each);
      int distance = sentence - tokens.sentence[antecedents.token(m)];
      if (distance > 3) {
        return NOBODY;
      }
      if (who.type != Names.PERSON || each == subject) {
        continue;
      }
      for (String role : who.roles) {
        String head = headOf(NameForms.fold(role));
        if (head.equals("president")
            || head.equals("minister")
            || head.equals("chancellor")
            || head.equals("king")
            || head.equals("governor")) {
          return each;
        }
      }
    }
    return NOBODY;
  }
}
