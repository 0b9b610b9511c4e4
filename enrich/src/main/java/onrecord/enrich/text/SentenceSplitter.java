package onrecord.enrich.text;

import onrecord.enrich.text.Document.Blocks;
import onrecord.enrich.text.Document.Tokens;

/**
 * Groups the tokens of each block into sentences. Writes {@link Document#sentences} and the tokens'
 * sentence; requires {@link Tokenizer}. For one thread.
 */
public final class SentenceSplitter {
  /** Finds the sentences of {@code doc}. */
  public void split(Document doc) {
    Blocks blocks = doc.blocks;
    for (int b = 0; b < blocks.count; b++) {
      int first = blocks.firstToken[b];
      int end = blocks.endToken[b];
      for (int t = first; t < end; t++) {
        if (t + 1 == end || (endsSentence(doc, t) && t + 1 < end)) {
          int sentence = doc.sentences.count;
          doc.sentences.add(first, t + 1);
          for (int i = first; i <= t; i++) {
            doc.tokens.sentence[i] = sentence;
          }
          first = t + 1;
        }
      }
    }
  }

  /**
   * Whether the sentence ends behind token {@code t}: an end mark, what closes with it, a start.
   */
  private static boolean endsSentence(Document doc, int t) {
    Tokens tokens = doc.tokens;
    int next = t + 1;
    char after = doc.chars[tokens.start[next]];
    // Asked first: of a long run of closing marks only the last looks back over all of them.
    if (isCloser(after) && tokens.start[next] == tokens.end[t]) {
      return false;
    }
    int mark = t;
    // Closing quotation marks and brackets belong to the sentence that they close.
    while (mark > 0
        && tokens.kind[mark] == Tokens.MARK
        && isCloser(doc.chars[tokens.start[mark]])) {
      if (tokens.start[mark] != tokens.end[mark - 1]) {
        return false;
      }
      mark--;
    }
    char last = doc.chars[tokens.end[mark] - 1];
    if (tokens.kind[mark] == Tokens.WORD && last == '.') {
      // An abbreviation: a sentence ends there only when a plain small word opens the next.
      return (tokens.flags[next] & (Lexicon.FUNCTION | Lexicon.PRONOUN)) != 0
          && Character.isUpperCase(after)
          && (tokens.flags[mark] & Lexicon.TITLE) == 0
          && tokens.end[mark] - tokens.start[mark] > 2;
    }
    if (tokens.kind[mark] != Tokens.MARK
        || !(last == '.' || last == '!' || last == '?' || last == '\u2026')) {
      return false;
    }
    boolean starts = !Character.isLowerCase(after);
    return starts && tokens.start[next] > tokens.end[t];
  }

  private static boolean isCloser(char c) {
    return c == '"'
        || c == '\u201d'
        || c == '\''
        || c == '\u2019'
        || c == ')'
        || c == ']'
        || c == '\u00bb';
  }
}
