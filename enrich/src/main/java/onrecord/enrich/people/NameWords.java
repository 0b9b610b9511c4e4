package onrecord.enrich.people;

import java.util.ArrayList;
import java.util.List;
import onrecord.enrich.names.Names;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * A name cut into its words, folded: without titles, generation and nickname when it is a person's,
 * without article and legal form when it is a body's. Immutable.
 */
final class NameWords {
  private static final int MOST_WORDS = 12;

  /** How the name stands in the text, white space apart. */
  final String surface;

  final String[] words;

  /** All words with single spaces. */
  final String key;

  /** "jr", "sr", "ii" … or null. */
  final String generation;

  /** The word between marks inside a name, or null. */
  final String nickname;

  /** Tokens that stand before the name's own first word and are titles. */
  final int titles;

  /** The flags of the first word. */
  final int firstFlags;

  /** The flags of all words together, and those that every word has. */
  final int anyFlags;

  final int commonFlags;

  private NameWords(Document doc, int first, int end, int type) {
    Tokens tokens = doc.tokens;
    boolean person = type == Names.PERSON;
    titles = person ? titles(doc, first, end) : 0;
    surface = surface(doc, first + titles, end);
    List<String> all = new ArrayList<>();
    String last = null;
    String nick = null;
    int any = 0;
    int common = -1;
    for (int t = first + titles; t < end && all.size() < MOST_WORDS; t++) {
      if (tokens.kind[t] == Tokens.MARK || tokens.kind[t] == Tokens.POSSESSIVE) {
        if (doc.chars[tokens.start[t]] == '&') {
          all.add("&");
        }
        continue;
      }
      String word = NameForms.fold(doc.text(tokens.start[t], tokens.end[t]));
      if (word.isEmpty()) {
        continue;
      }
      any |= tokens.flags[t];
      common &= tokens.flags[t];
      if (person && all.size() > 0 && (tokens.flags[t] & Lexicon.GENERATION) != 0) {
        last = word;
      } else if (person && all.size() > 0 && isBetweenMarks(doc, t, end)) {
        nick = word;
      } else if (!(all.isEmpty() && !person && end - t > 1 && word.equals("the"))) {
        all.add(word);
      }
    }
    boolean plain = all.size() == 2 && (any & Lexicon.ORGANIZATION) != 0 && isPlain(doc, first);
    if (!person && all.size() > 1 && !plain && isLegalForm(all.get(all.size() - 1))) {
      all.remove(all.size() - 1);
    }
    if (all.isEmpty()) {
      all.add(NameForms.fold(surface));
    }
    words = all.toArray(new String[0]);
    key = String.join(" ", words);
    generation = last;
    nickname = nick;
    firstFlags = first + titles < end ? tokens.flags[first + titles] : 0;
    anyFlags = any;
    commonFlags = common;
  }

  static NameWords of(Document doc, int first, int end, int type) {
    return new NameWords(doc, first, end, type);
  }

  String first() {
    return words[0];
  }

  String last() {
    return words[words.length - 1];
  }

  /** The words from {@code from} to {@code to}, with single spaces. */
  String phrase(int from, int to) {
    if (to - from == 1) {
      return words[from];
    }
    StringBuilder phrase = new StringBuilder(words[from]);
    for (int i = from + 1; i < to; i++) {
      phrase.append(' ').append(words[i]);
    }
    return phrase.toString();
  }

  /**
   * The first letters of its words: of a person's, hyphens open a word; of a body's, small words
   * count only when asked for.
   */
  String initials(boolean smallWordsToo) {
    StringBuilder initials = new StringBuilder();
    for (String word : words) {
      if (!smallWordsToo && isSmall(word)) {
        continue;
      }
      initials.append(word.charAt(0));
      for (int dash = word.indexOf('-'); dash >= 0; dash = word.indexOf('-', dash + 1)) {
        if (dash + 1 < word.length()) {
          initials.append(word.charAt(dash + 1));
        }
      }
    }
    return initials.toString();
  }

  static boolean isSmall(String word) {
    return switch (word) {
      case "of", "the", "and", "for", "in", "on", "&", "de", "del", "la", "el", "du", "des", "y" ->
          true;
      default -> false;
    };
  }

  /** "News Corp." is no company called News. */
  private static boolean isPlain(Document doc, int first) {
    return (doc.tokens.flags[first] & Lexicon.ORGANIZATION) != 0;
  }

  private static boolean isLegalForm(String word) {
    return switch (word) {
      case "inc",
          "corp",
          "corporation",
          "co",
          "ltd",
          "llc",
          "plc",
          "gmbh",
          "ag",
          "sa",
          "nv",
          "llp" ->
          true;
      default -> false;
    };
  }

  private static boolean isBetweenMarks(Document doc, int t, int end) {
    Tokens tokens = doc.tokens;
    return t > 0
        && t + 1 < end
        && tokens.kind[t - 1] == Tokens.MARK
        && tokens.kind[t + 1] == Tokens.MARK
        && tokens.end[t - 1] == tokens.start[t]
        && tokens.end[t] == tokens.start[t + 1];
  }

  /** How many tokens before the name proper are titles, or places that go with one. */
  private static int titles(Document doc, int first, int end) {
    Tokens tokens = doc.tokens;
    int title = first - 1;
    for (int t = first; t < end - 1; t++) {
      if (!isTitle(tokens, doc, t)) {
        continue;
      }
      boolean inside = t > first && (tokens.flags[t - 1] & Lexicon.GIVEN) != 0;
      boolean generationOnly =
          end - t == 2 && (tokens.flags[t + 1] & Lexicon.GENERATION) != 0 && t > first;
      if (!inside && !generationOnly && tokens.kind[t + 1] == Tokens.WORD) {
        title = t;
      }
    }
    if (title < first) {
      int flags = tokens.flags[first];
      boolean abroad =
          (flags & Lexicon.DEMONYM) != 0
              || ((flags & Lexicon.PLACE) != 0 && doc.chars[tokens.end[first] - 1] == '.');
      if (abroad
          && end - first > 2
          && (flags & Lexicon.GIVEN) == 0
          && (tokens.flags[first + 1] & Lexicon.GIVEN) != 0) {
        return 1;
      }
    }
    return title + 1 - first;
  }

  private static boolean isTitle(Tokens tokens, Document doc, int t) {
    int flags = tokens.flags[t];
    if ((flags & (Lexicon.TITLE | Lexicon.HONORIFIC)) == 0) {
      return false;
    }
    return (flags & Lexicon.GIVEN) == 0 || doc.chars[tokens.end[t] - 1] == '.';
  }

  private static String surface(Document doc, int first, int end) {
    int to = end;
    while (to > first + 1
        && (doc.tokens.kind[to - 1] == Tokens.POSSESSIVE
            || (doc.tokens.kind[to - 1] == Tokens.MARK
                && doc.chars[doc.tokens.start[to - 1]] == ','))) {
      to--;
    }
    String text = doc.text(doc.tokens.start[first], doc.tokens.end[to - 1]);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && (Character.isWhitespace(c) || c == '\u00a0')) {
        return text.replaceAll("[\\s\\u00a0]+", " ");
      }
    }
    return text;
  }
}
