package onrecord.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;

/**
 * A raw article, written to {@link Topic#ARTICLES} by ingest, or by anyone who writes to the topic
 * directly; names follow IPTC ninjs 3 where ninjs has one.
 *
 * @param id Onrecord's identity of the article and the record's key (see {@link ArticleIdentity});
 *     at most {@value #MAX_ID_CHARS} characters
 * @param sourceId the id the source itself gave, or null
 * @param version 1 to 2^53-1 when the source counts its versions, else null (see {@link #order})
 * @param pubStatus one of {@link #USABLE}, {@link #WITHHELD}, {@link #CANCELED}; null means usable
 * @param url where the article stands on the web, or null
 * @param source the outlet, or null
 * @param headline given apart from the body or recognised at its top, or null
 * @param byline as printed, or null
 * @param language BCP 47, or null
 * @param firstCreated when the first version was made, or null
 * @param versionCreated when this version was made, or null
 * @param correction what this version corrects, in the editor's words: a version that has it is a
 *     correction; or null
 * @param publishedAt when it was published, or null
 * @param ingestedAt the time set once at the door; null for who writes to the topic directly, where
 *     the record's timestamp takes its place
 * @param body the article's text, not trimmed; empty only for an article that isn't usable
 * @param origin where it came from (an address or a file name and line), or null
 * @param contentHash SHA-256 over what a reader sees, 64 hex digits; computed when null
 */
public record Article(
    String id,
    String sourceId,
    Long version,
    String pubStatus,
    String url,
    String source,
    String headline,
    String byline,
    String language,
    Instant firstCreated,
    Instant versionCreated,
    String correction,
    Instant publishedAt,
    Instant ingestedAt,
    String body,
    String origin,
    String contentHash) {

  /** ninjs: to be shown. */
  public static final String USABLE = "usable";

  /** ninjs: held back for now. */
  public static final String WITHHELD = "withheld";

  /** ninjs: withdrawn. */
  public static final String CANCELED = "canceled";

  /** The longest body, in bytes of UTF-8. */
  public static final int MAX_BODY_BYTES = 1 << 20;

  public static final int MAX_ID_CHARS = 512;
  public static final int MAX_HEADLINE_CHARS = 2_000;
  public static final int MAX_FIELD_CHARS = 2_000;
  public static final int MAX_LANGUAGE_CHARS = 100;

  /** The greatest whole number that JavaScript and JSON readers keep exactly. */
  public static final long MAX_VERSION = (1L << 53) - 1;

  private static final Set<String> PUB_STATUSES = Set.of(USABLE, WITHHELD, CANCELED);

  public Article {
    Check.required("id", id, MAX_ID_CHARS);
    Check.optional("sourceId", sourceId, MAX_FIELD_CHARS);
    if (version != null && (version < 1 || version > MAX_VERSION)) {
      throw new IllegalArgumentException(
          "version is " + version + ", it must be from 1 to " + MAX_VERSION);
    }
    pubStatus = pubStatus == null ? USABLE : pubStatus;
    if (!PUB_STATUSES.contains(pubStatus)) {
      throw new IllegalArgumentException(
          "pubStatus is \"" + pubStatus + "\", it must be usable, withheld or canceled");
    }
    Check.optional("url", url, MAX_FIELD_CHARS);
    Check.optional("source", source, MAX_FIELD_CHARS);
    Check.optional("headline", headline, MAX_HEADLINE_CHARS);
    Check.optional("byline", byline, MAX_FIELD_CHARS);
    Check.optional("language", language, MAX_LANGUAGE_CHARS);
    Check.instant("firstCreated", firstCreated);
    Check.instant("versionCreated", versionCreated);
    Check.optional("correction", correction, MAX_FIELD_CHARS);
    Check.instant("publishedAt", publishedAt);
    Check.instant("ingestedAt", ingestedAt);
    Check.text("body", body == null && !pubStatus.equals(USABLE) ? "" : body);
    body = body == null ? "" : body;
    if (body.isBlank() && pubStatus.equals(USABLE)) {
      throw new IllegalArgumentException("body is empty");
    }
    int bytes = utf8Length(body);
    if (bytes > MAX_BODY_BYTES) {
      throw new IllegalArgumentException(
          "body has " + bytes + " bytes of UTF-8, the most is " + MAX_BODY_BYTES);
    }
    Check.optional("origin", origin, MAX_FIELD_CHARS);
    String hash = hash(pubStatus, url, source, headline, byline, language, publishedAt, body);
    if (contentHash != null && !contentHash.equals(hash)) {
      throw new IllegalArgumentException(
          "contentHash is not that of the content; leave it out and it is computed");
    }
    contentHash = hash;
  }

  /**
   * The number that orders the versions of an article: {@link #version} when given, else the
   * milliseconds of {@link #versionCreated}, else of {@link #ingestedAt}, else of {@code
   * recordTimestamp}. Ties are broken by {@link #contentHash}, the greater one winning.
   *
   * @param recordTimestamp the Kafka record's, in milliseconds
   */
  public long order(long recordTimestamp) {
    if (version != null) {
      return version;
    }
    if (versionCreated != null) {
      return versionCreated.toEpochMilli();
    }
    return ingestedAt != null ? ingestedAt.toEpochMilli() : recordTimestamp;
  }

  /**
   * The withdrawal of an article of which nothing is known but its id: what a tombstone on the
   * topic means.
   *
   * @param time when it was withdrawn; it orders the withdrawal among the article's versions
   */
  public static Article withdrawal(String id, Instant time) {
    return new ArticleBuilder(id).pubStatus(CANCELED).ingestedAt(time).build();
  }

  /** The text that every offset points into, see {@link ArticleText}. */
  @JsonIgnore
  public ArticleText text() {
    return ArticleText.of(headline, body);
  }

  private static int utf8Length(String s) {
    int bytes = s.length();
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c >= 0x800) {
        // A surrogate pair is two chars and four bytes.
        bytes += Character.isSurrogate(c) ? 1 : 2;
      } else if (c >= 0x80) {
        bytes++;
      }
    }
    return bytes;
  }

  private static String hash(Object... parts) {
    MessageDigest sha = sha256();
    for (Object part : parts) {
      // The length before each part keeps ("ab", "c") apart from ("a", "bc"); -1 stands for null.
      byte[] bytes = part == null ? null : part.toString().getBytes(StandardCharsets.UTF_8);
      int length = bytes == null ? -1 : bytes.length;
      sha.update(
          new byte[] {
            (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length
          });
      if (bytes != null) {
        sha.update(bytes);
      }
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform must have SHA-256", e);
    }
  }
}
