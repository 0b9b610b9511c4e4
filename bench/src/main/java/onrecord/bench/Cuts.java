package onrecord.bench;

import java.util.Arrays;

/** Where a text was cut: the ends of its sentences, and its tokens. Reused; for one thread. */
final class Cuts {
  int sentences;
  int[] sentenceEnd = new int[256];
  int tokens;
  int[] tokenStart = new int[4096];
  int[] tokenEnd = new int[4096];

  void clear() {
    sentences = 0;
    tokens = 0;
  }

  void sentence(int end) {
    if (sentences == sentenceEnd.length) {
      sentenceEnd = Arrays.copyOf(sentenceEnd, sentences * 2);
    }
    sentenceEnd[sentences++] = end;
  }

  void token(int start, int end) {
    if (tokens == tokenStart.length) {
      tokenStart = Arrays.copyOf(tokenStart, tokens * 2);
      tokenEnd = Arrays.copyOf(tokenEnd, tokens * 2);
    }
    tokenStart[tokens] = start;
    tokenEnd[tokens] = end;
    tokens++;
  }
}
