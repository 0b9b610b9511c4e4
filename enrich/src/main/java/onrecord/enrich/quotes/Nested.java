package onrecord.enrich.quotes;

import java.util.Set;
import onrecord.enrich.people.People;
import onrecord.enrich.quotes.Attributions.Attribution;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Segments;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;
import onrecord.enrich.text.QuotationMarks;

/**
 * Finds what somebody quotes while speaking: words between single marks inside double ones, "He
 * told us: 'Go.'" For one thread.
 */
final class Nested {
  private static final int REACH = 12;

  private static final Set<Integer> ANSWERS =
      Signs.hashes("answer reply response message advice refrain verdict motto slogan reaction");

  private Document doc;
  private Tokens tokens;
  private Signs signs;
  private People people;
  private Attributions out;

  void find(Document document, Signs of, People who, Attributions into, Attribution[] owner) {
    doc = document;
    tokens = doc.tokens;
    signs = of;
    people = who;
    out = into;
    Segments segments = doc.segments;
    for (int s = 0; s < segments.count; s++) {
      int opened = -1;
      for (int t = segments.firstToken[s]; owner[s] != null && t < segments.endToken[s]; t++) {
        if (isMark(t)) {
          if (opens(t, segments.endToken[s])) {
            opened = t;
          } else if (opened >= 0 && closes(t)) {
            add(segments.firstToken[s], opened, t, owner[s]);
            opened = -1;
          }
        }
      }
      boolean openAtEnd = owner[s] != null && opened >= 0;
      int mark = segments.endToken[s];
      if (openAtEnd && mark < tokens.count && signs.tag[mark] == Signs.SINGLE) {
        add(segments.firstToken[s], opened, mark, owner[s]);
      }
    }
  }

  /** A single mark, or in an outlet of single marks a double one. */
  private boolean isMark(int t) {
    return signs.tag[t] == Signs.SINGLE
        || (signs.tag[t] == Signs.MARK && QuotationMarks.isDouble(doc.chars[tokens.start[t]]));
  }

  private boolean opens(int t, int end) {
    return t + 1 < end
        && tokens.start[t + 1] == tokens.end[t]
        && (t == 0 || tokens.end[t - 1] < tokens.start[t]);
  }

  private boolean closes(int t) {
    return tokens.end[t - 1] == tokens.start[t];
  }

  /** Adds the words between two single marks, if a verb or a colon says that somebody says them. */
  private void add(int from, int opening, int closing, Attribution outer) {
    int before = opening - 1;
    boolean pause =
        before >= from && (signs.tag[before] == Signs.COMMA || signs.tag[before] == Signs.COLON);
    int cue = cue(from, opening);
    int answer = cue < 0 && pause ? answer(from, before) : -1;
    if ((cue < 0 && !pause) || closing - opening < 2) {
      return;
    }
    Attribution nested = new Attribution();
    nested.kind = pause ? Attributions.DIRECT : Attributions.MIXED;
    nested.quoted.add(new int[] {tokens.start[opening + 1], tokens.end[closing - 1]});
    int first = pause || cue < 0 ? opening : clause(cue, opening);
    boolean whole = first == opening;
    nested.spans.add(
        new int[] {
          tokens.start[whole ? opening + 1 : first],
          tokens.end[whole || closing >= tokens.count ? closing - 1 : closing]
        });
    nested.decidedBy = "nested-marks";
    nested.within = outer.row;
    if (cue >= 0) {
      nested.cueStart = tokens.start[cue];
      nested.cueEnd = tokens.end[cue];
      source(nested, from, cue);
    } else if (answer >= 0) {
      nested.cueStart = tokens.start[answer];
      nested.cueEnd = tokens.end[answer];
      possessor(nested, from, answer);
      nested.unnamed = !nested.hasSource();
    }
    nested.confidence = nested.hasSource() || nested.unnamed ? 0.8 : 0;
    out.add(nested);
  }

  /** Where the clause begins that ends in the marks: behind the cue, whom it tells, and "that". */
  private int clause(int cue, int opening) {
    int first = cue + 1;
    first += Clauses.OBJECTS.contains(signs.word[first]) ? 1 : 0;
    first += first < opening && signs.tag[first] == Signs.THAT ? 1 : 0;
    boolean finite = false;
    for (int t = first; t < opening; t++) {
      finite |= Signs.isFinite(signs.tag[t]);
    }
    return finite ? first : opening;
  }

  /** The nearest verb of speech or thought before the marks in their sentence, or -1. */
  private int cue(int from, int opening) {
    for (int t = opening - 1; t >= Math.max(from, opening - REACH); t--) {
      int tag = signs.tag[t];
      if (tag == Signs.STOP) {
        return -1;
      }
      if (tag == Signs.SPEECH || tag == Signs.SPEAKING || tag == Signs.THOUGHT) {
        return t;
      }
    }
    return -1;
  }

  /**
   * The noun that what stands in the marks is said to be: the answer of "The answer was, 'No.'"; -1
   * if there is none.
   *
   * @param pause the comma or colon before the marks
   */
  private int answer(int from, int pause) {
    int t = pause - 1;
    while (t > from && (signs.tag[t] == Signs.ADVERB || signs.tag[t] == Signs.AUXILIARY)) {
      doc.budget.spend(1);
      t--;
    }
    return t >= from && ANSWERS.contains(signs.word[t]) ? t : -1;
  }

  /** Whose answer it is: "her answer", "Pell's answer". */
  private void possessor(Attribution nested, int from, int answer) {
    int t = answer - 1;
    if (t > from && signs.tag[t] == Signs.ADJECTIVE) {
      t--;
    }
    if (t > from && signs.tag[t] == Signs.POSSESSIVE) {
      t--;
    } else if (t < from || (tokens.flags[t] & Lexicon.PRONOUN) == 0) {
      return;
    }
    int m = signs.mention[t];
    if (m >= 0) {
      nested.source(people.firstToken[m], people.endToken[m], m);
    }
  }

  private void source(Attribution nested, int from, int cue) {
    for (int t = cue - 1; t >= Math.max(from, cue - REACH); t--) {
      int m = signs.mention[t];
      if (signs.tag[t] == Signs.STOP) {
        return;
      }
      if (m >= 0) {
        nested.source(people.firstToken[m], people.endToken[m], m);
        return;
      }
      if (signs.tag[t] >= Signs.PRONOUN && signs.tag[t] <= Signs.DESCRIPTION) {
        nested.source(t, t + 1, -1);
        return;
      }
    }
  }
}
