package onrecord.enrich.quotes;

import onrecord.enrich.people.People;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Blocks;
import onrecord.enrich.text.Document.Tokens;

/**
 * Scores a token as the head of a cue: the verb of "has repeatedly said", the noun of "his claim
 * that", the "according" of "according to", the colon of a headline. For one thread.
 */
public final class Cues {
  private static final int REACH = 12;

  private Document doc;
  private Signs signs;
  private Tokens tokens;
  private People people;

  public void start(Document document, Signs of, People who) {
    doc = document;
    tokens = doc.tokens;
    signs = of;
    people = who;
  }

  /** Whether the token is looked at at all; what is said inside marks is looked at apart. */
  public boolean mayBe(int t) {
    return (signs.may[t] & QuoteModel.MAY_BE_CUE) != 0 || Signs.isSpeech(signs.tag[t]);
  }

  /** Gathers the features of token {@code t} as a cue. */
  public void features(int t, Features out) {
    int sentence = tokens.sentence[t];
    int from = doc.sentences.firstToken[sentence];
    int to = doc.sentences.endToken[sentence];
    int w = signs.word[t];
    int c = signs.coarse[t];
    int f = signs.fine[t];
    int g = signs.tag[t];
    int w1 = signs.wordWithin(t + 1, from, to);
    int w2 = signs.wordWithin(t + 2, from, to);
    int b1 = signs.wordWithin(t - 1, from, to);
    int b2 = signs.wordWithin(t - 2, from, to);
    int g1 = signs.tagWithin(t + 1, from, to);
    int g2 = signs.tagWithin(t + 2, from, to);
    int g3 = signs.tagWithin(t + 3, from, to);
    int h1 = signs.tagWithin(t - 1, from, to);
    int h2 = signs.tagWithin(t - 2, from, to);
    int h3 = signs.tagWithin(t - 3, from, to);
    int suffix = suffix(t);
    out.clear();
    out.add(0, g);
    out.add(1, w);
    out.add(2, c);
    out.add(3, f);
    out.add(4, suffix);
    out.add(5, w, g1);
    out.add(6, w, h1);
    out.add(7, w, w1);
    out.add(8, w, b1);
    out.add(9, w, w2);
    out.add(10, w1, g);
    out.add(11, b1, g);
    out.add(12, w1, c);
    out.add(13, b1, c);
    out.add(14, f, g1, h1);
    out.add(15, g, g1, g2);
    out.add(16, g, h1, h2);
    out.add(17, g, h1, g1);
    out.add(18, suffix, g1, h1);
    out.add(19, w1, w2);
    out.add(20, b1, b2);
    out.add(21, g1 * 64 + g2, g3 * 64 + h1, h2 * 64 + h3);
    out.add(22, c, g1, g2);
    out.add(23, c, h1, h2);
    out.add(24, w, g1 * 64 + g2, h1);
    out.add(25, suffix, c);
    int n1 = t + 1 < to ? signs.fine[t + 1] : 0;
    int p1 = t > from ? signs.fine[t - 1] : 0;
    out.add(26, f, n1);
    out.add(27, f, p1);
    out.add(28, c, w1);
    context(t, from, to, out);
  }

  private int suffix(int t) {
    int start = tokens.start[t];
    int end = tokens.end[t];
    int at = Math.max(start, end - 3);
    int suffix = 0;
    for (int i = at; i < end; i++) {
      suffix = suffix * 31 + Character.toLowerCase(doc.chars[i]);
    }
    return suffix;
  }

  private void context(int t, int from, int to, Features out) {
    int w = signs.word[t];
    int c = signs.coarse[t];
    int left = subject(t, from);
    int leftTag = left < 0 ? Signs.END : signs.tag[left];
    int distance = left < 0 ? 15 : Features.coarse(t - left);
    out.add(30, leftTag, distance);
    out.add(31, w, leftTag);
    out.add(32, c, leftTag, distance);
    if (left >= 0) {
      out.add(33, signs.word[left], signs.tag[t]);
      out.add(34, signs.coarse[left], c);
    }
    boolean that = false;
    boolean opens = false;
    boolean closed = t > from && signs.tag[t - 1] == Signs.QUOTE;
    int near = Math.min(to, t + REACH);
    for (int i = t + 1; i < near; i++) {
      that |= signs.tag[i] == Signs.THAT;
      opens |= signs.tag[i] == Signs.QUOTE;
    }
    boolean rival = false;
    boolean quoteBefore = false;
    for (int i = Math.max(from, t - REACH); i < t; i++) {
      rival |= signs.tag[i] == Signs.SPEECH;
      quoteBefore |= signs.tag[i] == Signs.QUOTE;
    }
    int seen = (that ? 1 : 0) + (opens ? 2 : 0) + (rival ? 4 : 0) + (quoteBefore ? 8 : 0);
    out.add(35, seen, signs.tag[t]);
    out.add(36, seen, w);
    out.add(37, seen, c);
    int place = Features.coarse(t - from) * 16 + Features.coarse(to - t);
    out.add(38, place, signs.tag[t]);
    out.add(39, Features.coarse(to - t), w);
    out.add(40, Features.coarse(t - from), w);
    int block = doc.blocks.kind[tokens.block[t]];
    out.add(41, block == Blocks.HEADLINE ? 1 : 0, signs.tag[t]);
    out.add(42, closed ? 1 : 0, signs.tag[t], tokens.segment[t] >= 0 ? 1 : 0);
    out.add(43, block == Blocks.HEADLINE ? 1 : 0, c);
  }

  /** The likeliest subject before a verb: past its helpers and adverbs. */
  private int subject(int t, int from) {
    for (int i = t - 1; i >= from && t - i <= REACH; i--) {
      int g = signs.tag[i];
      if (g == Signs.AUXILIARY || g == Signs.ADVERB || g == Signs.TO) {
        continue;
      }
      if (signs.mention[i] >= 0) {
        return people.endToken[signs.mention[i]] - 1;
      }
      return i;
    }
    return -1;
  }
}
