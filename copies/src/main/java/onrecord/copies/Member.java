package onrecord.copies;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import onrecord.events.Article;
import onrecord.events.EnrichedArticle;

/**
 * What is kept of an article: its place in the order of originals, its latest version, its
 * signature (that of no text when it is withdrawn) and what was last said of it. It travels to the
 * linker and is stored in the same form.
 *
 * @param id see {@link Article#id}
 * @param version see {@link EnrichedArticle#version}
 * @param contentHash see {@link Article#contentHash}
 * @param publishedAt or, where it has none, when it came in
 * @param ingestedAt the time of its events
 * @param known whether an earlier version of it was there
 * @param signature never null
 * @param sequence of its last event, 0 before the first
 * @param original of its last event, or null
 * @param similarity of its last event, 0 without an original
 * @param arrived what time it was when it came to the linker, milliseconds; 0 before that
 */
record Member(
    String id,
    long version,
    String contentHash,
    Instant publishedAt,
    Instant ingestedAt,
    boolean known,
    Signature signature,
    long sequence,
    String original,
    double similarity,
    long arrived) {

  /** The first of those that are linked is the original. */
  static final Comparator<Member> ORDER =
      Comparator.comparing(Member::publishedAt).thenComparing(Member::id);

  static Member of(EnrichedArticle article, Signer signer) {
    return new Member(
        article.id(),
        article.version(),
        article.contentHash(),
        article.publishedAt() != null ? article.publishedAt() : article.ingestedAt(),
        article.ingestedAt(),
        article.revision() != null && article.revision().former() != null,
        article.pubStatus().equals(Article.USABLE)
            ? signer.sign(article.text(), article.blocks())
            : Signature.none(),
        0,
        null,
        0,
        0);
  }

  boolean isNewerThan(Member other) {
    return version != other.version
        ? version > other.version
        : contentHash.compareTo(other.contentHash) > 0;
  }

  boolean isBefore(Member other) {
    return ORDER.compare(this, other) < 0;
  }

  Member after(long lastSequence, String lastOriginal, double lastSimilarity, long arrival) {
    return new Member(
        id,
        version,
        contentHash,
        publishedAt,
        ingestedAt,
        known,
        signature,
        lastSequence,
        lastOriginal,
        lastSimilarity,
        arrival);
  }

  byte[] bytes() {
    byte[] name = id.getBytes(StandardCharsets.UTF_8);
    byte[] hash = contentHash.getBytes(StandardCharsets.US_ASCII);
    byte[] first = original == null ? new byte[0] : original.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out =
        ByteBuffer.allocate(
            6 * Long.BYTES
                + 5 * Integer.BYTES
                + 1
                + name.length
                + hash.length
                + first.length
                + signature.bytes());
    put(out, name);
    put(out, hash);
    put(out, first);
    out.putLong(version);
    out.putLong(publishedAt.getEpochSecond()).putInt(publishedAt.getNano());
    out.putLong(ingestedAt.getEpochSecond()).putInt(ingestedAt.getNano());
    out.put((byte) (known ? 1 : 0)).putLong(sequence).putDouble(similarity).putLong(arrived);
    signature.writeTo(out);
    return out.array();
  }

  static Member read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    String id = text(in);
    String hash = text(in);
    String original = text(in);
    long version = in.getLong();
    Instant publishedAt = Instant.ofEpochSecond(in.getLong(), in.getInt());
    Instant ingestedAt = Instant.ofEpochSecond(in.getLong(), in.getInt());
    boolean known = in.get() == 1;
    long sequence = in.getLong();
    double similarity = in.getDouble();
    long arrived = in.getLong();
    return new Member(
        id,
        version,
        hash,
        publishedAt,
        ingestedAt,
        known,
        Signature.readFrom(in),
        sequence,
        original.isEmpty() ? null : original,
        similarity,
        arrived);
  }

  private static void put(ByteBuffer out, byte[] text) {
    out.putInt(text.length).put(text);
  }

  private static String text(ByteBuffer in) {
    byte[] text = new byte[in.getInt()];
    in.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
