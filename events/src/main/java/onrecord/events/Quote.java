package onrecord.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;

/**
 * Words or a claim that the article attributes to someone.
 *
 * @param id stable over versions of the article, see {@link #id(String, String, int)}
 * @param kind one of {@link #DIRECT}, {@link #MIXED}, {@link #INDIRECT}
 * @param spans the whole content, several when it is interrupted; never empty; without the outer
 *     quotation marks
 * @param quoted the parts inside quotation marks, without the marks; empty when indirect
 * @param text the content in one string: the spans, one space between them
 * @param within the id of the quote that this one is nested in, or null
 * @param speaker null when the engine can't say
 * @param mention the words that give the speaker away, or null
 * @param via the words for whom it came through when the article has it at second hand, "the
 *     Gazette" in "…, Pell said, according to the Gazette", or null
 * @param cue the words that say that it was said ("said", "according to"), or null
 * @param confidence 0 to 1: how sure the engine is of the speaker
 * @param decidedBy which rule or model decided
 * @param candidates the other speakers when it is a close call
 * @param sameAs the id of an earlier quote of the article with the same words, or null
 */
public record Quote(
    String id,
    String kind,
    List<Span> spans,
    List<Span> quoted,
    String text,
    String within,
    Speaker speaker,
    Span mention,
    Span via,
    Span cue,
    double confidence,
    String decidedBy,
    List<Candidate> candidates,
    String sameAs) {
  /** Only words inside marks. */
  public static final String DIRECT = "direct";

  /** A reported clause with words of its own inside marks. */
  public static final String MIXED = "mixed";

  /** A reported clause, no marks. */
  public static final String INDIRECT = "indirect";

  public Quote {
    Check.required("quote.id", id, 100);
    Check.required("quote.kind", kind, 100);
    spans = Check.list("quote.spans", spans);
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("quote " + id + " has no span");
    }
    quoted = Check.list("quote.quoted", quoted);
    Check.required("quote.text", text, Article.MAX_BODY_BYTES);
    Check.optional("quote.within", within, 100);
    Check.share("quote.confidence", confidence);
    Check.required("quote.decidedBy", decidedBy, 200);
    candidates = Check.list("quote.candidates", candidates);
    Check.optional("quote.sameAs", sameAs, 100);
  }

  /**
   * The id of a quote: the same for the same words in the same article, whatever else changes.
   *
   * @param articleId {@link Article#id}
   * @param text {@link #text}; compared by its letters and digits, lower-case
   * @param occurrence 0 for the first quote of the article with these words, 1 for the second, …
   */
  public static String id(String articleId, String text, int occurrence) {
    MessageDigest sha = Article.sha256();
    sha.update(articleId.getBytes(StandardCharsets.UTF_8));
    sha.update((byte) 0);
    sha.update(normalized(text).getBytes(StandardCharsets.UTF_8));
    sha.update((byte) 0);
    sha.update((byte) (occurrence >> 24));
    sha.update((byte) (occurrence >> 16));
    sha.update((byte) (occurrence >> 8));
    sha.update((byte) occurrence);
    return "q" + HexFormat.of().formatHex(sha.digest(), 0, 10);
  }

  /** The text of a quote: its spans' words, one space between spans. */
  public static String textOf(List<Span> spans) {
    StringJoiner text = new StringJoiner(" ");
    spans.forEach(span -> text.add(span.exact()));
    return text.toString();
  }

  /** The letters and digits of a quote's words, lower-case, one space between words. */
  public static String normalized(String text) {
    StringBuilder words = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        if (gap && !words.isEmpty()) {
          words.append(' ');
        }
        gap = false;
        words.appendCodePoint(Character.toLowerCase(c));
      } else if (c != '\'' && c != '\u2019') {
        gap = true;
      }
    }
    return words.toString();
  }
}
