package onrecord.enrich.quotes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onrecord.enrich.people.People;
import onrecord.enrich.quotes.Attributions.Attribution;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Blocks;
import onrecord.enrich.text.Document.Segments;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Finds quotes and ties each to a speaker by the cue nearest to it: behind it, before it, in its
 * paragraph, or the speaker before. Then finds what is reported without marks. Writes {@link
 * Attributions}; requires segments and {@link People}. For one thread.
 */
public final class QuoteFinder {
  private static final int MAX_REACH = 30;
  private static final int MIN_INDIRECT_TOKENS = 4;
  private static final int SPEECH_WORDS = 4;

  private Document doc;
  private Tokens tokens;
  private Segments segments;
  private People people;
  private Attributions out;
  private boolean[] usedCue = new boolean[0];
  private int lastMention;

  /** Finds the attributions of {@code document}. */
  public void find(Document document, People who, Attributions into) {
    doc = document;
    tokens = doc.tokens;
    segments = doc.segments;
    people = who;
    out = into;
    out.all.clear();
    if (usedCue.length < tokens.count) {
      usedCue = new boolean[tokens.count * 2];
    }
    java.util.Arrays.fill(usedCue, 0, tokens.count, false);
    lastMention = -1;
    Blocks blocks = doc.blocks;
    Attribution runningOn = null;
    for (int b = 0; b < blocks.count; b++) {
      if (blocks.kind[b] == Blocks.EMBEDDED_POST) {
        int signature = b;
        while (signature + 1 < blocks.count && blocks.group[signature + 1] == blocks.group[b]) {
          signature++;
        }
        post(b, signature);
        b = signature;
        runningOn = null;
        continue;
      }
      if (blocks.kind[b] == Blocks.PROMOTION) {
        continue;
      }
      if (!transcript(b)) {
        runningOn = quotes(b, runningOn);
        indirect(b);
      }
    }
    repeats();
  }

  private void post(int first, int signature) {
    int end = doc.blocks.endToken[signature];
    Attribution post = new Attribution();
    post.mention = mentionIn(doc.blocks.firstToken[signature], end);
    for (int b = first; b < signature; b++) {
      int to = doc.blocks.endToken[b];
      while (to > doc.blocks.firstToken[b] && tokens.kind[to - 1] == Tokens.ADDRESS) {
        to--;
      }
      if (to > doc.blocks.firstToken[b]) {
        post.spans.add(new int[] {doc.blocks.start[b], tokens.end[to - 1]});
      }
    }
    if (!post.spans.isEmpty()) {
      post.quoted.addAll(post.spans);
      post.confidence = post.mention >= 0 ? 0.95 : 0;
      post.decidedBy = "embedded-post";
      out.all.add(post);
    }
  }

  /** "HARLAN: …" at the start of a line. */
  private boolean transcript(int b) {
    int first = doc.blocks.firstToken[b];
    int end = doc.blocks.endToken[b];
    if (first + 2 >= end || doc.blocks.firstSegment[b] < doc.blocks.endSegment[b]) {
      return false;
    }
    int colon = first;
    while (colon < end
        && colon < first + 4
        && tokens.kind[colon] == Tokens.WORD
        && doc.isAllCaps(colon)) {
      colon++;
    }
    if (colon == first || colon + 1 >= end || doc.chars[tokens.start[colon]] != ':') {
      return false;
    }
    Attribution line = new Attribution();
    line.mention = mentionIn(first, colon);
    line.spans.add(new int[] {tokens.start[colon + 1], doc.blocks.end[b]});
    line.confidence = line.mention >= 0 ? 0.9 : 0;
    line.decidedBy = "transcript";
    out.all.add(line);
    lastMention = line.mention;
    return true;
  }

  /** The quotes of a paragraph; returns the one that runs on into the next, or null. */
  private Attribution quotes(int b, Attribution runningOn) {
    int first = doc.blocks.firstSegment[b];
    int end = doc.blocks.endSegment[b];
    Attribution running = runningOn;
    Attribution last = null;
    Attribution unspoken = null;
    for (int s = first; s < end; s++) {
      Attribution quote;
      if (s == first && running != null && segments.outerStart[s] == doc.blocks.start[b]) {
        quote = running;
        addSegment(quote, s);
        if (quote.mention < 0) {
          attribute(quote, s, b);
        }
      } else {
        if (covered(last, s)) {
          last.quoted.add(new int[] {segments.start[s], segments.end[s]});
          running = null;
          continue;
        }
        quote = new Attribution();
        boolean found = attribute(quote, s, b);
        boolean joins = last != null && last.kind == Attributions.DIRECT && isSpeech(s);
        if (found && quote.kind == Attributions.MIXED) {
          // Its span and parts are set.
        } else if (!found && joins) {
          addSegment(last, s);
          quote = last;
        } else if (found || isSpeech(s)) {
          addSegment(quote, s);
        } else {
          running = null;
          continue;
        }
        if (quote != last) {
          out.all.add(quote);
          if (quote.mention < 0) {
            unspoken = quote;
          } else if (unspoken != null && s == first + 1) {
            unspoken.mention = quote.mention;
            unspoken.confidence = 0.7;
            unspoken.decidedBy = "same-paragraph";
            unspoken = null;
          }
        }
      }
      last = quote;
      running = segments.runsOn[s] ? quote : null;
    }
    if (last != null && last.mention < 0 && last.kind == Attributions.DIRECT && lastMention >= 0) {
      last.mention = lastMention;
      last.confidence = 0.5;
      last.decidedBy = "last-speaker";
    }
    if (last != null && last.mention >= 0) {
      lastMention = last.mention;
    }
    return running;
  }

  private boolean covered(Attribution last, int s) {
    if (last == null || last.kind != Attributions.MIXED) {
      return false;
    }
    int[] span = last.spans.get(last.spans.size() - 1);
    return segments.start[s] >= span[0] && segments.end[s] <= span[1];
  }

  private void addSegment(Attribution quote, int s) {
    int[] span = {segments.start[s], segments.end[s]};
    quote.spans.add(span);
    quote.quoted.add(span);
  }

  private boolean isSpeech(int s) {
    int words = 0;
    for (int t = segments.firstToken[s]; t < segments.endToken[s]; t++) {
      words += tokens.kind[t] == Tokens.WORD ? 1 : 0;
    }
    char last = doc.chars[segments.end[s] - 1];
    boolean ends = last == ',' || last == '.' || last == '?' || last == '!';
    return words >= SPEECH_WORDS || (ends && words >= 2);
  }

  /** Looks for the cue of a segment; sets mention, cue, kind and, when mixed, span and parts. */
  private boolean attribute(Attribution quote, int s, int b) {
    return behind(quote, s, b) || before(quote, s, b);
  }

  private boolean behind(Attribution quote, int s, int b) {
    int t = skipMarks(segments.endToken[s], doc.blocks.endToken[b]);
    int end = stretchEnd(t, doc.blocks.endToken[b], s);
    if (t >= end) {
      return false;
    }
    char close = doc.chars[segments.end[s] - 1];
    boolean open = close == '.' && Character.isUpperCase(doc.chars[tokens.start[t]]);
    if (isCue(t) && !open) {
      int mention = mentionIn(t + 1, Math.min(end, t + 12));
      if (mention >= 0) {
        return decide(quote, mention, t, t + 1, 0.92, "verb-behind");
      }
    }
    if (doc.isWord(t, "according")) {
      int mention = mentionIn(t + 1, Math.min(end, t + 14));
      return mention >= 0 && decide(quote, mention, t, Math.min(t + 2, end), 0.9, "according-to");
    }
    int mention = people.firstAt(t);
    if (open || mention >= people.count || people.titleToken[mention] > t + 3) {
      return false;
    }
    for (int v = people.endToken[mention]; v < Math.min(end, t + 20); v++) {
      if (isCue(v)) {
        return decide(quote, mention, v, v + 1, v - t < 6 ? 0.95 : 0.85, "verb-behind");
      }
    }
    return false;
  }

  /** Looks for subject and verb between the start of the sentence and the opening mark. */
  private boolean before(Attribution quote, int s, int b) {
    int first = segments.firstToken[s];
    int open = first - 1;
    int start = Math.max(doc.blocks.firstToken[b], first - MAX_REACH);
    int from = open;
    while (from > start && tokens.segment[from - 1] < 0 && !endsSentence(from - 1)) {
      from--;
    }
    for (int v = open; v >= from; v--) {
      if (v < 0 || !(isCue(v) || doc.isWord(v, "according") || doc.isWord(v, "According"))) {
        continue;
      }
      boolean according = doc.isWord(v, "according") || doc.isWord(v, "According");
      int mention = according ? mentionIn(v + 1, open) : subject(v, from);
      if (mention < 0) {
        mention = mentionIn(v + 1, open);
      }
      if (mention < 0) {
        continue;
      }
      boolean full = isSpeech(s) && (adjoins(v, open) || introduces(open));
      decide(
          quote, mention, v, v + 1, full ? 0.9 : 0.85, according ? "according-to" : "verb-before");
      if (!full) {
        mix(quote, v + 1, s, b);
      }
      return true;
    }
    int colon = open - 1;
    if (colon > from && doc.chars[tokens.start[colon]] == ':') {
      int mention = mentionIn(from, colon);
      return mention >= 0 && decide(quote, mention, -1, -1, 0.8, "colon");
    }
    return false;
  }

  private boolean adjoins(int verb, int open) {
    return open - verb <= 1;
  }

  private boolean introduces(int open) {
    char c = open > 0 ? doc.chars[tokens.start[open - 1]] : ' ';
    return c == ',' || c == ':';
  }

  /** A reported clause with words in marks: from behind the verb to the end of the sentence. */
  private void mix(Attribution quote, int from, int s, int b) {
    int start = from;
    if (doc.isWord(start, "that") && start + 1 < segments.firstToken[s]) {
      start++;
    }
    int end = tokensEndOf(segments.endToken[s], doc.blocks.endToken[b]);
    int startChar = Math.min(tokens.start[start], segments.start[s]);
    if (start >= segments.firstToken[s] - 1) {
      startChar = segments.start[s];
    }
    int endChar = Math.max(segments.end[s], tokens.end[Math.max(end - 1, 0)]);
    char last = doc.chars[endChar - 1];
    if (endChar > segments.outerEnd[s] && (last == '.' || last == '!' || last == '?')) {
      endChar--;
    } else if (endChar <= segments.outerEnd[s]) {
      endChar = segments.end[s];
    }
    quote.kind = Attributions.MIXED;
    quote.spans.add(new int[] {startChar, endChar});
    quote.quoted.add(new int[] {segments.start[s], segments.end[s]});
  }

  private boolean decide(
      Attribution quote, int mention, int cue, int cueEnd, double confidence, String rule) {
    quote.mention = mention;
    if (cue >= 0) {
      quote.cueStart = tokens.start[cue];
      quote.cueEnd = tokens.end[cueEnd - 1];
      usedCue[cue] = true;
    }
    quote.confidence = confidence;
    quote.decidedBy = rule;
    return true;
  }

  /**
   * The mention nearest before a verb, those behind a preposition passed over where one is left.
   */
  private int subject(int verb, int from) {
    int fallback = -1;
    for (int m = people.firstAt(verb) - 1; m >= 0 && people.firstToken[m] >= from; m--) {
      if (tokens.segment[people.firstToken[m]] >= 0) {
        continue;
      }
      int before = people.firstToken[m] - 1;
      boolean object = before >= from && (tokens.flags[before] & Lexicon.PREPOSITION) != 0;
      boolean possessor =
          people.endToken[m] < tokens.count && tokens.kind[people.endToken[m]] == Tokens.POSSESSIVE;
      if (!object && !possessor) {
        return m;
      }
      if (fallback < 0) {
        fallback = m;
      }
    }
    return fallback;
  }

  /** What is reported without marks: "X said that …", "…, X said". */
  private void indirect(int b) {
    int end = doc.blocks.endToken[b];
    for (int v = doc.blocks.firstToken[b]; v < end; v++) {
      if (usedCue[v] || tokens.segment[v] >= 0) {
        continue;
      }
      int sentence = tokens.sentence[v];
      int from = doc.sentences.firstToken[sentence];
      int to = doc.sentences.endToken[sentence];
      boolean speech = isCue(v);
      boolean thought = (tokens.flags[v] & Lexicon.THOUGHT) != 0 && isLower(v);
      if (!speech && !thought) {
        continue;
      }
      int mention = subject(v, from);
      if (mention < 0 || v - people.endToken[mention] > 4) {
        continue;
      }
      if (clause(v, to, thought)) {
        int start = v + 1;
        int listener = people.firstAt(start);
        if (listener < people.count
            && people.firstToken[listener] == start
            && isThat(people.endToken[listener], to)) {
          start = people.endToken[listener];
        }
        start = isThat(start, to) ? start + 1 : start;
        report(start, to, mention, v);
      } else if (speech
          && lastWords(v, to)
          && people.firstToken[mention] - from > MIN_INDIRECT_TOKENS) {
        report(from, people.firstToken[mention], mention, v);
      }
    }
  }

  private boolean clause(int verb, int to, boolean thought) {
    int next = verb + 1;
    if (next + MIN_INDIRECT_TOKENS > to || tokens.segment[next] >= 0) {
      return false;
    }
    if (isThat(next, to)) {
      return true;
    }
    int flags = tokens.flags[next];
    if ((flags & Lexicon.PRONOUN) != 0 && isLower(next)) {
      return true;
    }
    int m = people.firstAt(next);
    boolean mention = m < people.count && people.firstToken[m] == next;
    if (mention && isThat(people.endToken[m], to)) {
      return true;
    }
    boolean says =
        doc.isWord(verb, "said")
            || doc.isWord(verb, "says")
            || doc.isWord(verb, "say")
            || doc.isWord(verb, "saying");
    boolean opens =
        mention || (flags & Lexicon.DETERMINER) != 0 || tokens.kind[next] == Tokens.NUMBER;
    return opens && (says || (!thought && doc.isWord(verb, "claimed")));
  }

  private void report(int from, int to, int mention, int verb) {
    int end = to;
    while (end > from && tokens.kind[end - 1] == Tokens.MARK) {
      end--;
    }
    if (end - from < MIN_INDIRECT_TOKENS) {
      return;
    }
    for (int t = from; t < end; t++) {
      if (tokens.segment[t] >= 0) {
        return;
      }
    }
    Attribution reported = new Attribution();
    reported.kind = Attributions.INDIRECT;
    reported.spans.add(new int[] {tokens.start[from], tokens.end[end - 1]});
    decide(reported, mention, verb, verb + 1, 0.8, "reported");
    out.all.add(reported);
    lastMention = mention;
  }

  private boolean lastWords(int verb, int to) {
    return to - verb <= 4;
  }

  private boolean isThat(int t, int to) {
    return t < to && doc.isWord(t, "that");
  }

  /** Ties what says the same words as an earlier quote to that one. */
  private void repeats() {
    out.all.sort((a, b) -> Integer.compare(a.spans.get(0)[0], b.spans.get(0)[0]));
    Map<String, Integer> earlier = new HashMap<>();
    for (int i = 0; i < out.all.size(); i++) {
      Attribution quote = out.all.get(i);
      if (quote.quoted.isEmpty()) {
        continue;
      }
      List<String> words = new ArrayList<>();
      quote.quoted.forEach(q -> words.add(doc.text(q[0], q[1])));
      String key = onrecord.events.Quote.normalized(String.join(" ", words));
      if (key.indexOf(' ') < 0) {
        continue;
      }
      Integer same = earlier.putIfAbsent(key, i);
      quote.sameAs = same == null ? -1 : same;
    }
  }

  private int mentionIn(int from, int to) {
    int m = people.firstAt(from);
    return m < people.count && people.firstToken[m] < to ? m : -1;
  }

  private int skipMarks(int from, int end) {
    int t = from;
    while (t < end && tokens.kind[t] == Tokens.MARK && doc.chars[tokens.start[t]] != '.') {
      t++;
    }
    return t;
  }

  /** Where the words outside marks behind a segment end: the sentence, or the next segment. */
  private int stretchEnd(int from, int end, int segment) {
    int t = from;
    while (t < end
        && t < from + MAX_REACH
        && (tokens.segment[t] < 0 || tokens.segment[t] == segment)) {
      if (endsSentence(t)) {
        return t;
      }
      t++;
    }
    return t;
  }

  private int tokensEndOf(int from, int end) {
    int t = from;
    while (t < end && !endsSentence(t - 1)) {
      t++;
    }
    return t;
  }

  private boolean endsSentence(int t) {
    return t + 1 >= tokens.count || tokens.sentence[t] != tokens.sentence[t + 1];
  }

  private boolean isCue(int t) {
    return (tokens.flags[t] & Lexicon.SPEECH) != 0
        && tokens.kind[t] == Tokens.WORD
        && isLower(t)
        && tokens.segment[t] < 0
        && (t == 0 || (tokens.flags[t - 1] & Lexicon.DETERMINER) == 0);
  }

  private boolean isLower(int t) {
    return Character.isLowerCase(doc.chars[tokens.start[t]]);
  }
}
