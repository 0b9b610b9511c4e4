package onrecord.enrich.quotes;

import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Segments;
import onrecord.enrich.text.Document.Tokens;

/**
 * The candidates for what a cue reports: behind the cue or before it, and in each case where it
 * begins and where it ends. A stretch inside marks is stepped over as one. For one thread.
 */
public final class Contents {
  private static final int NEAR = 16;
  private static final int FAR = 64;

  /** A sentence may be as long as its text; what is reported isn't. */
  private static final int LONGEST = 400;

  private Document doc;
  private Signs signs;
  private Tokens tokens;
  private Segments segments;

  /** Places in the text that are scored: tokens; for ends the token behind the last. */
  public final int[] place = new int[FAR + NEAR];

  public int count;

  private int cue;
  private int sourceFirst;
  private int sourceEnd;
  private int from;
  private int to;
  private int low;
  private int high;
  private int anchor;
  private int sourceSide;
  final Clauses clauses = new Clauses();
  final Insertions insertions = new Insertions(clauses);

  public void start(Document document, Signs of) {
    doc = document;
    tokens = doc.tokens;
    segments = doc.segments;
    signs = of;
    clauses.start(document, of);
    insertions.start(document, of);
  }

  /** Turns to a cue with its source; -1, -1 when it has none. */
  public void turnTo(int cueToken, int sourceFirstToken, int sourceEndToken) {
    cue = cueToken;
    sourceFirst = sourceFirstToken;
    sourceEnd = sourceEndToken;
    int sentence = tokens.sentence[cue];
    from = doc.sentences.firstToken[sentence];
    to = doc.sentences.endToken[sentence];
    boolean source = sourceFirst >= 0;
    low = cue;
    high = cue + 1;
    if (source && sourceFirst < cue && cue - sourceEnd <= NEAR) {
      low = sourceFirst;
    }
    if (source && sourceFirst > cue && sourceFirst - cue <= 3) {
      high = sourceEnd;
    }
    sourceSide = !source ? 0 : sourceFirst < cue ? 1 : 2;
    clauses.turnTo(cue, sourceFirst, sourceEnd, high);
  }

  private int tagAt(int t) {
    return signs.tagWithin(t, from, to);
  }

  private int wordAt(int t) {
    return signs.wordWithin(t, from, to);
  }

  private boolean isWord(int t) {
    return tokens.isWordOrNumber(t) || tokens.kind[t] == Tokens.ADDRESS;
  }

  private boolean inSource(int t) {
    return t >= sourceFirst && t < sourceEnd;
  }

  /** The segment of a token, or -1; inside marks the cue's own counts as running text. */
  private int segment(int t) {
    int segment = tokens.segment[t];
    return segment == tokens.segment[cue] ? -1 : segment;
  }

  /** Whether the content stands behind the cue. */
  public void sideFeatures(Features out) {
    out.clear();
    int w = signs.word[cue];
    int c = signs.coarse[cue];
    int g = signs.tag[cue];
    int before = tagAt(low - 1);
    int after = tagAt(high);
    int b = Features.coarse(low - from);
    int a = Features.coarse(to - high);
    out.add(200, 0);
    out.add(201, w);
    out.add(202, c);
    out.add(203, g, sourceSide);
    out.add(204, before, after);
    out.add(205, before, after, sourceSide);
    out.add(206, b, a);
    out.add(207, w, before, after);
    out.add(208, w, sourceSide);
    out.add(209, wordAt(high), sourceSide);
    out.add(210, wordAt(high), wordAt(high + 1));
    out.add(211, wordAt(low - 1), sourceSide);
    out.add(212, wordAt(low - 1), after);
    out.add(213, b, before);
    out.add(214, a, after);
    out.add(215, before * 64 + tagAt(low - 2), after * 64 + tagAt(high + 1));
    out.add(216, w, b, a);
    out.add(217, tagAt(cue + 1), g);
    out.add(218, tagAt(cue + 1), tagAt(cue - 1), sourceSide);
    out.add(219, c, after);
    out.add(220, c, before);
    boolean opensLater = false;
    for (int t = high; t < Math.min(to, high + NEAR); t++) {
      opensLater |= signs.tag[t] == Signs.QUOTE;
    }
    boolean closedBefore = false;
    for (int t = low - 1; t >= Math.max(from, low - NEAR); t--) {
      closedBefore |= signs.tag[t] == Signs.QUOTE;
    }
    out.add(221, (opensLater ? 1 : 0) + (closedBefore ? 2 : 0), sourceSide);
    out.add(222, (opensLater ? 1 : 0) + (closedBefore ? 2 : 0), before, after);
  }

  /** Where content behind the cue may begin. */
  public void startsBehind() {
    count = 0;
    for (int t = cue + 1; t < Math.min(to, cue + 1 + NEAR); t++) {
      if (isWord(t) && !inSource(t)) {
        place[count++] = t;
      }
    }
    int next = nextBlock();
    if (next >= 0) {
      place[count++] = next;
    }
    anchor = cue;
  }

  /** Whether a token stands in a later block than the cue. */
  private int blocked(int t) {
    return tokens.block[t] == tokens.block[cue] ? 0 : segment(t) >= 0 ? 2 : 1;
  }

  /** The first word of the block behind a cue's sentence that ends in a colon, or -1. */
  private int nextBlock() {
    int last = to - 1;
    while (last > cue && signs.tag[last] == Signs.QUOTE) {
      last--;
    }
    int block = tokens.block[cue] + 1;
    if (to - cue > FAR
        || signs.tag[last] != Signs.COLON
        || to != doc.blocks.endToken[block - 1]
        || block >= doc.blocks.count) {
      return -1;
    }
    int end = doc.blocks.endToken[block];
    for (int t = doc.blocks.firstToken[block]; t < end; t++) {
      if (isWord(t)) {
        return t;
      }
    }
    return -1;
  }

  /** Gathers the features of place {@code i} as the start of content behind the cue. */
  public void startBehindFeatures(int i, Features out) {
    int t = place[i];
    out.clear();
    int w = signs.word[cue];
    int c = signs.coarse[cue];
    int distance = Features.coarse(t - cue);
    int p = tagAt(t - 1);
    int g = tagAt(t);
    int behindSource = sourceSide == 2 ? (t == sourceEnd ? 2 : t > sourceEnd ? 1 : 3) : 0;
    int opens = segment(t) >= 0 && segments.firstToken[segment(t)] == t ? 1 : 0;
    int inside = segment(t) >= 0 ? 1 : 0;
    int shape = 0;
    for (int k = cue + 1; k < Math.min(t, cue + 1 + NEAR); k++) {
      shape = shape * 61 + signs.tag[k];
    }
    out.add(230, distance, sourceSide);
    out.add(231, distance, behindSource);
    out.add(232, p, g);
    out.add(233, wordAt(t - 1), distance);
    out.add(234, wordAt(t), distance);
    out.add(235, w, distance);
    out.add(236, w, wordAt(t - 1));
    out.add(237, w, g);
    out.add(238, w, wordAt(t));
    out.add(239, c, p, g);
    out.add(240, c, distance);
    out.add(241, shape);
    out.add(242, shape, w);
    out.add(243, shape, g);
    out.add(244, opens * 2 + inside, distance);
    out.add(245, opens * 2 + inside, p);
    out.add(246, wordAt(t - 1), wordAt(t));
    out.add(247, wordAt(t - 1), g);
    out.add(248, behindSource, p, g);
    out.add(249, signs.coarse[t], p);
    out.add(250, wordAt(t - 1), c);
    out.add(251, tagAt(t - 2) * 64 + p, g * 64 + tagAt(t + 1));
    out.add(252, inside == 1 && opens == 0 ? 1 : 0);
    out.add(253, wordAt(t - 2), wordAt(t - 1));
    int rival = 0;
    for (int k = cue + 1; k < Math.min(t, cue + NEAR); k++) {
      rival = Math.max(rival, signs.cue[k]);
    }
    int passed = 0;
    for (int k = cue + 1; k < Math.min(t, cue + NEAR); k++) {
      passed += signs.mention[k] >= 0 && signs.mention[k] != signs.mention[k + 1] ? 1 : 0;
    }
    int mention = signs.mention[t] < 0 ? 0 : signs.mention[t] == signs.mention[t - 1] ? 1 : 2;
    int behindMention =
        signs.mention[t - 1] >= 0 && signs.mention[t] != signs.mention[t - 1] ? 1 : 0;
    out.add(340, w, passed, behindMention);
    out.add(341, w, passed, mention);
    out.add(342, passed, behindMention, g);
    out.add(343, w, passed, p);
    out.add(344, signs.fine[cue], passed, behindMention);
    out.add(345, signs.fine[cue], distance, p);
    out.add(254, rival, distance);
    out.add(255, rival, g);
    out.add(256, signs.cue[t], w);
    out.add(257, blocked(t), w);
    out.add(258, blocked(t), distance);
  }

  /** Where content that begins at token {@code start} behind the cue may end. */
  public void endsBehind(int start) {
    count = 0;
    anchor = start;
    int limit = sourceFirst > start ? sourceFirst : tokens.count;
    int block = tokens.block[start];
    int blockEnd = doc.blocks.endToken[block];
    limit = Math.min(limit, blockEnd);
    int t = start;
    while (t < limit && count < FAR) {
      int segment = segment(t);
      if (segment >= 0) {
        t = Math.max(t + 1, segments.endToken[segment]);
        // Marks at the edge of the words inside aren't words.
        int last = t;
        while (last > start + 1 && !isWord(last - 1)) {
          last--;
        }
        place[count++] = Math.min(last, limit);
      } else {
        t++;
        if (isWord(t - 1) && !midMention(t)) {
          place[count++] = t;
        }
      }
      if (t >= limit || tokens.sentence[t - 1] != tokens.sentence[t] || leaves(t, t - 1)) {
        break;
      }
    }
    if (blocked(start) > 0 && t < blockEnd) {
      int last = Math.min(blockEnd, start + LONGEST);
      while (last > start + 1 && !isWord(last - 1)) {
        last--;
      }
      place[count == FAR ? FAR - 1 : count++] = last;
    }
    if (count == 0) {
      place[count++] = start + 1;
    } else if (t < limit && count == FAR) {
      int last = Math.min(limit, doc.sentences.endToken[tokens.sentence[t]]);
      last = Math.min(last, start + LONGEST);
      while (last > start + 1 && !isWord(last - 1)) {
        last--;
      }
      place[FAR - 1] = last;
    }
    to = Math.max(to, doc.sentences.endToken[tokens.sentence[Math.max(start, t - 1)]]);
  }

  /** Whether what is said inside marks would run out of them. */
  private boolean leaves(int outside, int inside) {
    int within = tokens.segment[cue];
    return within >= 0 && tokens.segment[inside] == within && tokens.segment[outside] != within;
  }

  private boolean midMention(int t) {
    return t > 0
        && t < tokens.count
        && signs.mention[t] >= 0
        && signs.mention[t] == signs.mention[t - 1];
  }

  private int skipMarks(int t, int limit) {
    int at = t;
    while (at < limit && signs.tag[at] == Signs.QUOTE) {
      at++;
    }
    return at;
  }

  /** Gathers the features of place {@code i} as the end of content behind the cue. */
  public void endBehindFeatures(int i, Features out) {
    int e = place[i];
    out.clear();
    int w = signs.word[cue];
    int c = signs.coarse[cue];
    int next = skipMarks(e, to);
    int g = tagAt(next);
    int g2 = tagAt(next + 1);
    int p = tagAt(e - 1);
    int last =
        e >= to && blocked(anchor) > 0 ? 2 : e >= to || (g == Signs.STOP && next + 1 >= to) ? 1 : 0;
    if (last == 0 && (g == Signs.STOP && tagAt(skipMarks(next + 1, to)) == Signs.END)) {
      last = 1;
    }
    int length = Features.coarse(e - anchor);
    int rest = Features.coarse(to - e);
    int closes = segment(e - 1) < 0 ? 0 : segment(e - 1) == segment(anchor) ? 2 : 1;
    int startKind = startKind();
    int commas = 0;
    int verbs = 0;
    int inner = 0;
    for (int k = Math.max(anchor, e - 24); k < e; k++) {
      inner = Math.max(inner, signs.cue[k]);
      commas += signs.tag[k] == Signs.COMMA || signs.tag[k] == Signs.DASH ? 1 : 0;
      verbs += Signs.isFinite(signs.tag[k]) ? 1 : 0;
    }
    commas = Math.min(commas, 3);
    verbs = Math.min(verbs, 3);
    int n = wordAt(next);
    int n2 = wordAt(next + 1);
    out.add(260, last, startKind);
    out.add(261, last, w);
    out.add(262, last, c, startKind);
    out.add(263, g, length);
    out.add(264, g, g2, startKind);
    out.add(265, n, n2);
    out.add(266, n, startKind);
    out.add(267, n, p);
    out.add(268, wordAt(e - 1), g);
    out.add(269, p, g, g2);
    out.add(270, g, w);
    out.add(271, closes, g, startKind);
    out.add(272, closes, last, startKind);
    out.add(273, commas, g, startKind);
    out.add(274, commas, last, verbs);
    out.add(275, verbs, g, startKind);
    out.add(276, length, last);
    out.add(277, rest, g, startKind);
    out.add(278, n, c);
    out.add(279, n2, g);
    out.add(280, wordAt(e - 1), last);
    out.add(281, signs.coarse[e - 1], g);
    out.add(282, tagAt(anchor), g, last);
    out.add(283, w, length);
    out.add(284, g, length * 4 + verbs, startKind);
    out.add(285, e == sourceFirst ? 1 : 0, g, last);
    out.add(286, g * 64 + g2, tagAt(next + 2), last);
    out.add(287, wordAt(anchor - 1), g, last);
    int c0 = next < to ? signs.cue[next] : 0;
    int c1 = next + 1 < to ? signs.cue[next + 1] : 0;
    int c2 = next + 2 < to ? signs.cue[next + 2] : 0;
    int ahead = c0 * 16 + c1 * 4 + c2;
    out.add(289, ahead, g, g2);
    out.add(290, ahead, inner);
    out.add(291, inner, g, last);
    out.add(292, inner, startKind, last);
    out.add(293, ahead, startKind, w);
    out.add(294, blocked(anchor), last, g);
    if (next + 1 < to) {
      out.add(288, signs.coarse[next + 1], g);
    }
  }

  /** How the content begins: behind "that", inside marks, and so on. */
  private int startKind() {
    int p = tagAt(anchor - 1);
    int kind =
        p == Signs.THAT
            ? 1
            : p == Signs.TO ? 2 : p == Signs.QUOTE ? 3 : p == Signs.PREPOSITION ? 4 : 0;
    if (kind == 0 && p == Signs.COMMA) {
      kind = 5;
    }
    if (kind == 0 && p == Signs.WHEN) {
      kind = 6;
    }
    return kind;
  }

  /** Where content before the cue may end. */
  public void endsBefore() {
    count = 0;
    anchor = low;
    for (int e = low; e > Math.max(from, low - NEAR); e--) {
      if (isWord(e - 1) && !inSource(e - 1) && !midMention(e)) {
        place[count++] = e;
      }
    }
  }

  /** Gathers the features of place {@code i} as the end of content before the cue. */
  public void endBeforeFeatures(int i, Features out) {
    int e = place[i];
    out.clear();
    int w = signs.word[cue];
    int distance = Features.coarse(low - e);
    int next = skipMarks(e, low);
    int g = next < low ? tagAt(next) : Signs.END;
    int closes = segment(e - 1) >= 0 ? 1 : 0;
    int shape = 0;
    for (int k = e; k < low; k++) {
      shape = shape * 61 + signs.tag[k];
    }
    out.add(300, distance, sourceSide);
    out.add(301, distance, g);
    out.add(302, shape);
    out.add(303, shape, w);
    out.add(304, g, closes);
    out.add(305, distance, closes);
    out.add(306, wordAt(next), distance);
    out.add(307, wordAt(e - 1), g);
    out.add(308, tagAt(e - 1), g, sourceSide);
    out.add(309, w, distance);
    out.add(310, w, g);
    out.add(311, tagAt(e - 1), distance);
    out.add(312, wordAt(low - 1), distance);
    out.add(313, signs.coarse[cue], shape);
  }

  /** Where content that ends before token {@code end} may begin. */
  public void startsBefore(int end) {
    count = 0;
    anchor = end;
    int block = doc.blocks.firstToken[tokens.block[end - 1]];
    int limit = sourceEnd > 0 && sourceEnd < end ? Math.max(block, sourceEnd) : block;
    limit = Math.max(limit, cue < end ? cue + 1 : block);
    int t = end;
    while (t > limit && count < FAR) {
      int segment = segment(t - 1);
      if (segment >= 0) {
        t = Math.max(limit, Math.min(t - 1, segments.firstToken[segment]));
        int first = t;
        while (first < end - 1 && !isWord(first)) {
          first++;
        }
        place[count++] = first;
      } else {
        t--;
        if (isWord(t) && !midMention(t)) {
          place[count++] = t;
        }
      }
      if (t <= limit || tokens.sentence[t - 1] != tokens.sentence[t] || leaves(t - 1, t)) {
        break;
      }
    }
    if (count == 0) {
      place[count++] = end - 1;
    } else if (t > limit && count == FAR) {
      int first = Math.max(limit, doc.sentences.firstToken[tokens.sentence[t]]);
      place[FAR - 1] = Math.max(first, end - LONGEST);
    }
    from = Math.min(from, doc.sentences.firstToken[tokens.sentence[Math.min(t, end - 1)]]);
  }

  /** Gathers the features of place {@code i} as the start of content before the cue. */
  public void startBeforeFeatures(int i, Features out) {
    int s = place[i];
    out.clear();
    int w = signs.word[cue];
    int before = s - 1;
    while (before >= from && signs.tag[before] == Signs.QUOTE) {
      before--;
    }
    int p = tagAt(before);
    int g = tagAt(s);
    int first = before < from ? 1 : 0;
    int opens = segment(s) < 0 ? 0 : segment(s) == segment(anchor - 1) ? 2 : 1;
    int length = Features.coarse(anchor - s);
    int commas = 0;
    for (int k = s; k < Math.min(anchor, s + 24); k++) {
      commas += signs.tag[k] == Signs.COMMA || signs.tag[k] == Signs.DASH ? 1 : 0;
    }
    commas = Math.min(commas, 3);
    out.add(320, first, sourceSide);
    out.add(321, first, opens);
    out.add(322, first, w);
    out.add(323, p, g);
    out.add(324, p, opens);
    out.add(325, wordAt(before), g);
    out.add(326, wordAt(before), wordAt(s));
    out.add(327, wordAt(s), p);
    out.add(328, length, p, first);
    out.add(329, commas, p, first);
    out.add(330, w, p);
    out.add(331, tagAt(before - 1), p, g);
    out.add(332, opens, length);
    out.add(333, Features.coarse(s - from), p);
    out.add(334, tagAt(anchor), p, first);
    out.add(335, g, tagAt(s + 1), p);
    out.add(336, tagAt(anchor), opens, first);
  }
}
