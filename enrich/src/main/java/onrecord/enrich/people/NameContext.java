package onrecord.enrich.people;

import onrecord.enrich.people.People.Entity;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Blocks;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/** What stands before and around a name: its honorific, its title, its block. For one thread. */
final class NameContext {
  private Document doc;
  private Tokens tokens;
  private NameMentions names;

  void begin(Document document, NameMentions rows) {
    doc = document;
    tokens = doc.tokens;
    names = rows;
  }

  boolean hasHonorific(int n) {
    return (flagsBefore(n) & Lexicon.HONORIFIC) != 0;
  }

  int flagsBefore(int n) {
    int before = names.firstToken[n] - 1;
    return before < 0 || tokens.sentence[before] != tokens.sentence[before + 1]
        ? 0
        : tokens.flags[before];
  }

  String titleBefore(int first) {
    int title = first - 1;
    if (first > 3 && doc.isWord(first - 2, "of")) {
      // "Secretary of State".
      title = first - 3;
    }
    if (title < 0 || (tokens.flags[title] & Lexicon.TITLE) == 0) {
      return null;
    }
    return RoleWords.canonical(NameForms.fold(doc.text(tokens.start[title], tokens.end[title])));
  }

  boolean honorificAllows(int n, Entity who) {
    int gender = RoleWords.gender(flagsBefore(n));
    return gender == 0 || who.gender == 0 || who.gender == gender;
  }

  boolean isHeadline(int n) {
    return isInHeadline(names.firstToken[n]);
  }

  boolean isInHeadline(int t) {
    return doc.blocks.kind[tokens.block[t]] == Blocks.HEADLINE;
  }

  /** Whether a title or an honorific stands before a name, as before a person's. */
  boolean isTitled(int n) {
    return (flagsBefore(n) & (Lexicon.HONORIFIC | Lexicon.TITLE)) != 0;
  }

  /** Whether a name of these words stands behind "in" or a like word anywhere in the article. */
  boolean isPlace(String key) {
    doc.budget.spend(names.count);
    for (int n = 0; n < names.count; n++) {
      int before = names.firstToken[n] - 1;
      if (before >= 0 && names.words[n].key.equals(key) && isWhere(before)) {
        return true;
      }
    }
    return false;
  }

  private boolean isWhere(int t) {
    return switch (doc.text(tokens.start[t], tokens.end[t])) {
      case "in", "In", "near", "outside", "around", "across", "toward", "towards" -> true;
      default -> false;
    };
  }

  boolean isCapitals(int n) {
    return doc.isAllCaps(names.firstToken[n]);
  }
}
